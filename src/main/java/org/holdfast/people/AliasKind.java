package org.holdfast.people;

/** Why a child has this other name. */
public enum AliasKind {
    /** What friends or family say. */
    NICKNAME,
    /** The same name as another agency writes it. */
    OTHER_SPELLING,
    /** A name borne before, or one that stood here until it was corrected. */
    EARLIER,
    /** A name used in the street, in a group or online. */
    STREET_OR_ONLINE,
    /** A name on a document that was made for the child. */
    ON_A_DOCUMENT
}
