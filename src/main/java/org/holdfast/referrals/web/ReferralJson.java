package org.holdfast.referrals.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.holdfast.referrals.FormField;
import org.holdfast.referrals.FormPage;
import org.holdfast.referrals.HomeOfficeDocument;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Referral;
import org.holdfast.referrals.ReferralChange;
import org.holdfast.referrals.ReferralField;
import org.holdfast.referrals.Sending;
import org.jspecify.annotations.Nullable;

/** A referral as the interface gives it: every field with its value, its true meaning and where it came from. */
record ReferralJson(
        UUID id,
        UUID externalId,
        UUID caseId,
        UUID childId,
        String state,
        @Nullable String route,
        Instant receivedAt,
        @Nullable Instant referredAt,
        List<FieldJson> fields,
        List<HomeOfficeDocument> documents,
        List<UpdateJson> updates) {

    /**
     * One field as one sending has it.
     *
     * @param page number on the child route; null for what is not on it
     * @param label the question in plain words; the key itself where the form has no such question
     * @param missing whether nothing was said
     * @param heldBack that it is held back from the reader and whom to ask; null where it is not
     * @param origin {@code HOME_OFFICE}, {@code BY_HAND} or {@code UPDATE n}; null where nothing came
     */
    record FieldJson(
            @Nullable String key,
            @Nullable String field,
            @Nullable Integer page,
            String label,
            @Nullable String value,
            @Nullable String meaning,
            String state,
            boolean missing,
            @Nullable String heldBack,
            @Nullable String origin) {}

    /** An update that is kept beside the referral as first made. */
    record UpdateJson(int number, Instant receivedAt, String from, List<ChangeJson> changes) {}

    /** What an update says differently; what is held back from the reader stands there without its words. */
    record ChangeJson(
            @Nullable String key,
            String label,
            @Nullable String before,
            @Nullable String after,
            @Nullable String heldBack) {}

    static ReferralJson of(Referral referral, Function<String, String> words) {
        return new ReferralJson(
                referral.id().value(),
                referral.externalId(),
                referral.caseId().value(),
                referral.childId().value(),
                referral.state().name(),
                referral.route(),
                referral.receivedAt(),
                referral.referredAt(),
                referral.fields().stream()
                        .map(field -> field(referral, field, words))
                        .toList(),
                referral.newest().payload().documents(),
                IntStream.range(1, referral.sendings().size())
                        .mapToObj(place -> update(referral, referral.sendings().get(place), words))
                        .toList());
    }

    private static FieldJson field(Referral referral, ReferralField said, Function<String, String> words) {
        FormField field = said.field();
        String meaning = said.meaning();
        return new FieldJson(
                said.key(),
                field == null ? null : field.name(),
                field == null || field.page().part() != FormPage.Part.CHILD_ROUTE
                        ? null
                        : field.page().number(),
                label(said, words),
                said.value(),
                meaning == null ? null : words.apply(meaning),
                said.state().name(),
                !said.given() && !said.heldBack(),
                heldBack(said, words),
                said.given() || said.value() != null ? origin(referral, said.origin()) : null);
    }

    private static String origin(Referral referral, int number) {
        if (number > 1) {
            return "UPDATE " + number;
        }
        return referral.first().manner() == Manner.BY_HAND ? "BY_HAND" : "HOME_OFFICE";
    }

    private static UpdateJson update(Referral referral, Sending sending, Function<String, String> words) {
        return new UpdateJson(
                sending.number(),
                sending.receivedAt(),
                sending.from(),
                referral.changes(sending.number()).stream()
                        .map(change -> change(change, words))
                        .toList());
    }

    private static ChangeJson change(ReferralChange change, Function<String, String> words) {
        return new ChangeJson(
                change.after().key(),
                label(change.after(), words),
                change.before().value(),
                change.after().value(),
                heldBack(change.after(), words));
    }

    private static @Nullable String heldBack(ReferralField said, Function<String, String> words) {
        return said.heldBack() ? words.apply(said.heldBackKey()) : null;
    }

    private static String label(ReferralField said, Function<String, String> words) {
        FormField field = said.field();
        if (field != null) {
            return words.apply(field.label());
        }
        return said.key() == null ? "" : said.key();
    }
}
