package org.holdfast.partnership;

/** How much help a child is offered, by risk (REF-7). */
public enum Pathway {
    /** Advice and signposting. */
    EMERGING,
    /** Planned direct work. */
    MODERATE,
    /** Intensive work by a specialist worker. */
    SIGNIFICANT
}
