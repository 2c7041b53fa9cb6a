package org.holdfast.casework;

/** The parts of a case as they are read, each on a page of its own. */
public enum CasePart {
    OVERVIEW,
    PARTICULARS,
    CHRONOLOGY,
    PLAN,
    COURT,
    UPDATES,
    VOICE,
    FILES,
    PEOPLE,
    LOOKS,
    DISCLOSURES,
    READERS,
    /** That the child is known and whom to ask, and nothing else (SHR-3). */
    NOTICE,
    INTERFACE
}
