package org.holdfast.partnership;

/** Who in this area speaks for a child beside the professionals. */
public enum ChildsAdvocate {
    /** The independent child trafficking guardian service. */
    GUARDIAN_SERVICE,
    /** An independent advocate, where the guardian service does not reach. */
    INDEPENDENT_ADVOCATE
}
