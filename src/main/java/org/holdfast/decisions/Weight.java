package org.holdfast.decisions;

/** What a piece of evidence is worth in the panel's judgement. */
public enum Weight {
    STRONG,
    SOME,
    LITTLE
}
