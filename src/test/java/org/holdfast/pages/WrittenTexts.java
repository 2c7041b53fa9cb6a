package org.holdfast.pages;

/** The words of the program as they are written, for tests outside this package that need no database. */
public final class WrittenTexts {
    /** Every word there is. */
    public Texts texts() {
        return new Texts();
    }
}
