package org.holdfast.letters;

/** To whom a letter goes, and so how it speaks (NRM-12). */
public enum LetterKind {
    /** The child's own, in plain words. */
    TO_CHILD,
    /** To somebody who brings the child up, in plain words and only where that is safe (GRD-5). */
    TO_PARENT_OR_CARER,
    /** The formal one. */
    TO_SOCIAL_WORKER,
    /** The formal one. */
    TO_LEGAL_REPRESENTATIVE;

    /** Whether it is the child's own. */
    public boolean childs() {
        return this == TO_CHILD;
    }

    /** Whether it goes to a parent or carer. */
    public boolean carers() {
        return this == TO_PARENT_OR_CARER;
    }

    /** Whether it is in plain words and somebody explains it, until it is understood. */
    public boolean explained() {
        return childs() || carers();
    }

    /** The last piece of its message keys: {@code child}, {@code carer} or {@code formal}. */
    public String speaks() {
        return childs() ? "child" : carers() ? "carer" : "formal";
    }
}
