package org.holdfast.referrals;

import org.holdfast.people.Candidate;

/**
 * A child known already who may be the child of a referral (REF-4).
 *
 * @param shown whether the reader may see who it is; otherwise only that there is such a child, and somebody else is asked
 */
public record Alike(Candidate candidate, boolean shown) {}
