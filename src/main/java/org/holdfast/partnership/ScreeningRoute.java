package org.holdfast.partnership;

/** Who may decide, before submission, whether a referral is submitted (REF-5). */
public enum ScreeningRoute {
    /** The panel co-ordinator. */
    COORDINATOR,
    /** The multi-agency child exploitation meeting. */
    MACE,
    /** The children-and-families route of the council. */
    CHILDREN_AND_FAMILIES
}
