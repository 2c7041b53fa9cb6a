package org.holdfast.requests;

/** On which lawful basis agencies are asked; a disclosure names it (SHR-2). */
public enum LawfulBasis {
    /** A public task, and safeguarding of children where the information is of a special category or about offences. */
    PUBLIC_TASK_AND_SAFEGUARDING
}
