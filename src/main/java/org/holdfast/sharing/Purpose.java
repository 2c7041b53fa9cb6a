package org.holdfast.sharing;

/** For what agencies share what they know of a child; an agreement allows it and a disclosure names it (SHR-1, SHR-2). */
public enum Purpose {
    /** To decide reasonable or conclusive grounds and to keep the child safe. */
    GROUNDS_DECISION,
    /** To plan together how the child is kept safe. */
    SAFETY_PLANNING
}
