package org.holdfast.letters;

/** Where a letter stands. */
public enum LetterState {
    DRAFTED,
    /** Names, words, address and translation were looked at. A change takes it back to drafted. */
    CHECKED,
    /** Sealed and on its way. */
    RELEASED,
    /** Explained so that it was understood (NRM-12). */
    EXPLAINED,
    /** Never sent. */
    DISCARDED
}
