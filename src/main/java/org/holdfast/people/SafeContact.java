package org.holdfast.people;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how the child can be reached without putting them at risk.
 *
 * @param how through whom, by what means, at what times
 */
public record SafeContact(Way way, @Nullable String how) {

    /** The rule in one word. */
    public enum Way {
        NOT_KNOWN,
        DIRECTLY,
        /** Only through somebody, named in {@code how}. */
        THROUGH_SOMEBODY,
        /** Not at all, for the time being. */
        DO_NOT_CONTACT
    }

    public static SafeContact notKnown() {
        return new SafeContact(Way.NOT_KNOWN, null);
    }
}
