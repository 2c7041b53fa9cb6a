package org.holdfast.referrals;

import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.FieldReader;
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

    /** Whether what was said is held back from the reader. */
    public boolean heldBack() {
        return state == FormAnswer.State.HELD_BACK;
    }

    /** What stands in its place where it is held back: the key of a sentence that says so and whom to ask. */
    public String heldBackKey() {
        return field == null ? "referrals.held-back.unknown" : FieldReader.sentence(field.holds());
    }

    /**
     * As somebody reads it who may read some fields of the case and not others. What a key holds that is none of the form's is not known, so
     * only whoever reads every kind of information reads it.
     *
     * @param givenBy the agency that gave it; null where that is nobody in particular
     */
    ReferralField as(FieldReader reader, @Nullable AgencyId givenBy) {
        return reads(reader, givenBy)
                ? this
                : new ReferralField(field, key, null, null, FormAnswer.State.HELD_BACK, origin);
    }

    private boolean reads(FieldReader reader, @Nullable AgencyId givenBy) {
        if (field != null) {
            return reader.reads(field.holds(), givenBy);
        }
        return key != null && (key.equals(HomeOfficePayload.EXTERNAL_ID) || HomeOfficeDocument.owns(key))
                || reader.readsEverything(givenBy);
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
