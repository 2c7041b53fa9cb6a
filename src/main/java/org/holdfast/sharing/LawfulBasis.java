package org.holdfast.sharing;

/** On which lawful basis agencies share; an agreement and a disclosure name it (SHR-1, SHR-2). */
public enum LawfulBasis {
    /** A public task, and safeguarding of children where the information is of a special category or about offences. */
    PUBLIC_TASK_AND_SAFEGUARDING,
    /** A duty laid down by law. */
    LEGAL_OBLIGATION,
    /** To prevent, investigate or prosecute offences, by an authority that may. */
    LAW_ENFORCEMENT,
    /** To protect somebody's life. */
    VITAL_INTERESTS
}
