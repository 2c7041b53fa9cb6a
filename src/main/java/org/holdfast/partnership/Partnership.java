package org.holdfast.partnership;

import org.holdfast.audit.PartnershipId;

/**
 * A safeguarding partnership.
 *
 * @param profile id of its profile, such as {@code hull}
 * @param colour the colour of its header, as a six-digit hex code with a hash
 */
public record Partnership(PartnershipId id, String name, String profile, String colour) {}
