package org.holdfast.assurance;

/** Who asks for a reconsideration. Some of those who come may not ask themselves, and are told who may (NRM-14). */
public enum Asker {
    /** A solicitor, an independent guardian or an advocate who speaks for the child. */
    CHILDS_REPRESENTATIVE,
    FIRST_RESPONDER,
    SUPPORT_PROVIDER,
    PARENT_OR_CARER,
    OTHER;

    /** Whether a request in this capacity is taken. */
    public boolean mayAsk() {
        return switch (this) {
            case CHILDS_REPRESENTATIVE, FIRST_RESPONDER, SUPPORT_PROVIDER -> true;
            case PARENT_OR_CARER, OTHER -> false;
        };
    }
}
