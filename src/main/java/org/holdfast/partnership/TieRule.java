package org.holdfast.partnership;

/** What becomes of an item whose votes are even. A tie is not a decision, so there is one answer (NRM-4). */
public enum TieRule {
    ADJOURN
}
