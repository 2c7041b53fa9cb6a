package org.holdfast.people;

/** As the Home Office form asks for it. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
