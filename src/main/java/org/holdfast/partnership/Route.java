package org.holdfast.partnership;

/** Who decides whether a child is a victim of modern slavery. */
public enum Route {
    /** A multi-agency panel of the partnership; the competent authority assures it. */
    LOCAL,
    /** The competent authority; the partnership only tracks (NRM-18). */
    CENTRAL
}
