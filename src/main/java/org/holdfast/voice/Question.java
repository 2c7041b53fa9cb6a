package org.holdfast.voice;

import java.util.Locale;

/** What the child is asked, one thing a page, in this order (MTG-8, GRD-4). */
public enum Question {
    GOING_WELL,
    WORRIES,
    WANT,
    MEETING,
    SPEAKS;

    /** As the keys of its wording end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From 1. */
    public int number() {
        return ordinal() + 1;
    }
}
