package org.holdfast.letters;

/** To whom a letter goes, and so how it speaks (NRM-12). */
public enum LetterKind {
    /** The child's own, in plain words. */
    TO_CHILD,
    /** The formal one. */
    TO_SOCIAL_WORKER,
    /** The formal one. */
    TO_LEGAL_REPRESENTATIVE;

    /** Whether it is the child's own. */
    public boolean childs() {
        return this == TO_CHILD;
    }
}
