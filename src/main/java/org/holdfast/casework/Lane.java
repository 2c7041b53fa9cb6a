package org.holdfast.casework;

/** The kind of an event in a child's chronology: one lane of the picture. */
public enum Lane {
    MISSING,
    HOME,
    FAMILY,
    EDUCATION,
    HEALTH,
    EXPLOITATION,
    POLICE,
    COURT,
    CONTACT,
    VOICE,
    DECISION
}
