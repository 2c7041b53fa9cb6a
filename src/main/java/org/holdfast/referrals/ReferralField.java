package org.holdfast.referrals;

import org.jspecify.annotations.Nullable;

/**
 * What one sending says under one key.
 *
 * @param field the question it answers; null for a key that is none of the form's
 * @param key the payload key; null for an answer that the form never sends
 * @param value as it came, but for the secret that opens an attached file; null where nothing came
 * @param meaning message key of what the value truly means, where the form offers fixed answers
 * @param state whether there is an answer, and if not, why not
 * @param origin number of the sending that says so
 */
public record ReferralField(
        @Nullable FormField field,
        @Nullable String key,
        @Nullable String value,
        @Nullable String meaning,
        FormAnswer.State state,
        int origin) {

    /** Whether the sending says anything here. */
    public boolean given() {
        return state == FormAnswer.State.GIVEN;
    }

    /** Whether the form insists on an answer here, and nothing came. */
    public boolean missing() {
        return state == FormAnswer.State.MISSING;
    }

    static ReferralField of(FormAnswer answer, int origin) {
        return new ReferralField(
                answer.field(), answer.key(), answer.value(), answer.meaning(), answer.state(), origin);
    }

    /** A key that is none of the form's questions. */
    static ReferralField of(String key, @Nullable String value, int origin) {
        boolean given = value != null && !value.isBlank();
        return new ReferralField(
                null,
                key,
                value == null ? null : HomeOfficeDocument.shown(key, value),
                null,
                given ? FormAnswer.State.GIVEN : FormAnswer.State.NOT_GIVEN,
                origin);
    }
}
