package org.holdfast.letters;

/** What can be done with a letter. */
public enum LetterCommand {
    WRITE,
    CHECK,
    RELEASE,
    EXPLAIN,
    DISCARD
}
