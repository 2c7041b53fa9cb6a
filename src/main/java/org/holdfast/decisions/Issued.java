package org.holdfast.decisions;

import java.time.Instant;
import org.holdfast.sharing.CaseId;

/**
 * An issued decision in short.
 *
 * @param at when it was issued
 * @param inForce false once a later decision has taken its place
 */
public record Issued(DecisionId id, CaseId caseId, Determination determination, Instant at, boolean inForce) {}
