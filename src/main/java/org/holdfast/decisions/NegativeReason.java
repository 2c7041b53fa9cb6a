package org.holdfast.decisions;

/** Why a decision was negative, in the categories of the national statistics (NRM-9). */
public enum NegativeReason {
    /** What happened does not come under the definition of modern slavery. */
    DEFINITION_NOT_MET,
    /** There is not enough information to reach the threshold. */
    INSUFFICIENT_INFORMATION,
    /** The account cannot be relied on, after weighing it with trauma in mind. */
    CREDIBILITY
}
