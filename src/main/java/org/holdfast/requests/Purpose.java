package org.holdfast.requests;

/** For what purpose agencies are asked; a disclosure names it (SHR-2). */
public enum Purpose {
    /** To decide reasonable or conclusive grounds and to keep the child safe. */
    GROUNDS_DECISION,
    /** To plan together how the child is kept safe. */
    SAFETY_PLANNING
}
