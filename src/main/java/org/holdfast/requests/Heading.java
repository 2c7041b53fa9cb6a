package org.holdfast.requests;

/** The headings under which an agency tells what it knows of a child, as in Signs of Safety (MTG-8). */
public enum Heading {
    /** What the agency knows: contacts, events, what was seen and said. */
    KNOWN,
    /** What worries it. */
    WORRIES,
    /** What works well for the child. */
    WORKING_WELL,
    /** What it offers to do. */
    OFFER
}
