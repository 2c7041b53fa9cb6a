package org.holdfast.meetings;

/** On which ground of data protection law minutes are disclosed (SHR-2). */
public enum LawfulBasis {
    /** A task in the public interest: safeguarding a child (UK GDPR article 6(1)(e)). */
    PUBLIC_TASK,
    /** A duty laid down by law (article 6(1)(c)). */
    LEGAL_OBLIGATION,
    /** To protect somebody's life (article 6(1)(d)). */
    VITAL_INTERESTS
}
