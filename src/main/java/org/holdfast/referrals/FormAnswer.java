package org.holdfast.referrals;

import org.jspecify.annotations.Nullable;

/**
 * One question of the form with what a referral answers to it, under one payload key; a question that is written to three keys has
 * three of these.
 *
 * @param field the question
 * @param key the payload key; null when the answer is never sent
 * @param value what the payload holds, exactly; null when the key is absent
 * @param meaning message key of what the value truly means, where the form offers fixed answers and this is one of them
 * @param state whether there is an answer, and if not, why not
 */
public record FormAnswer(
        FormField field,
        @Nullable String key,
        @Nullable String value,
        @Nullable String meaning,
        State state) {

    /** Whether there is an answer, and if not, why not. */
    public enum State {
        GIVEN,
        /** The form insists on an answer here, and there is none. */
        MISSING,
        /** The form leaves this open, and nothing was written. */
        NOT_GIVEN,
        /** A box left empty; the payload leaves it out and does not say no. */
        NOT_TICKED,
        /** The question was not put, by the answer to an earlier one. */
        NOT_ASKED,
        /** The form asks this and never sends the answer. */
        NOT_SENT,
        /** Whether there is an answer is not for this reader. */
        HELD_BACK
    }

    public boolean given() {
        return state == State.GIVEN;
    }

    /** Whether somebody has to ask: the form insists, and nothing came. */
    public boolean missing() {
        return state == State.MISSING;
    }
}
