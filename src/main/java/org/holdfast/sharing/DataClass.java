package org.holdfast.sharing;

/** What kind of information about a child an agreement covers (SHR-1). */
public enum DataClass {
    /** Names, dates of birth, numbers, family, how to reach the child. */
    IDENTITY_AND_CONTACT,
    /** Harm, risk and what protects the child. */
    SAFEGUARDING,
    /** Offences, victims, suspects and what police know of them. */
    POLICE_RECORDS,
    /** Intelligence with its grading and handling. */
    POLICE_INTELLIGENCE,
    HEALTH,
    EDUCATION,
    /** Where the child lives and is. */
    HOME_AND_WHEREABOUTS,
    IMMIGRATION
}
