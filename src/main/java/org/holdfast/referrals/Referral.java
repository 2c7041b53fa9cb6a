package org.holdfast.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.partnership.AgencyId;
import org.holdfast.people.ChildId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * A referral with everything that was ever sent of it (NRM-24).
 *
 * @param externalId under which the Home Office knows it
 * @param child the child's name as known here
 * @param scope message key of who decides and why (NRM-20)
 * @param route the same as a code of the interface
 * @param referredAt from when limits count
 * @param writer name of who wrote it or sent it first
 * @param sendings the first and its updates, in order, without what is held back from the reader
 * @param fields every question in form order with what was first answered, then whatever else was sent; where an update says something else,
 *     that follows at once; what is held back from the reader says so
 * @param whole whether the reader reads every class of field: only then is the form to be had as it came
 */
public record Referral(
        ReferralId id,
        UUID externalId,
        ReferralState state,
        ChildId childId,
        CaseId caseId,
        String child,
        @Nullable String scope,
        @Nullable String route,
        Instant receivedAt,
        @Nullable Instant referredAt,
        String writer,
        List<Sending> sendings,
        List<ReferralField> fields,
        boolean whole) {

    public Referral {
        sendings = List.copyOf(sendings);
        fields = List.copyOf(fields);
        if (sendings.isEmpty()) {
            throw new IllegalArgumentException("a referral was sent at least once");
        }
    }

    /** The referral as it was first made. */
    public Sending first() {
        return sendings.getFirst();
    }

    public Sending newest() {
        return sendings.getLast();
    }

    public Optional<Sending> sending(int number) {
        return sendings.stream().filter(sending -> sending.number() == number).findFirst();
    }

    /**
     * The referral as somebody reads it who may read some fields of the case and not others.
     *
     * @param givenBy the agency that gave it; null where that is nobody in particular
     */
    Referral as(FieldReader reader, @Nullable AgencyId givenBy) {
        List<ReferralField> cut =
                fields.stream().map(field -> field.as(reader, givenBy)).toList();
        Set<String> keys = cut.stream()
                .filter(ReferralField::heldBack)
                .map(ReferralField::key)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Referral(
                id,
                externalId,
                state,
                childId,
                caseId,
                child,
                scope,
                route,
                receivedAt,
                referredAt,
                writer,
                sendings.stream().map(sending -> sending.without(keys)).toList(),
                cut,
                reader.readsEverything(givenBy));
    }

    /** What the sendings say, whole. */
    static List<ReferralField> fields(List<Sending> sendings) {
        List<ReferralField> fields = new ArrayList<>(questions(sendings));
        for (String key : otherKeys(sendings)) {
            List<ReferralField> said = sendings.stream()
                    .map(sending ->
                            ReferralField.of(key, sending.payload().values().get(key), sending.number()))
                    .toList();
            fields.addAll(differing(said));
        }
        return fields;
    }

    /** What an update changed, in form order; nothing for the first sending. */
    public List<ReferralChange> changes(int number) {
        List<ReferralChange> changes = new ArrayList<>();
        ReferralField before = null;
        for (ReferralField field : fields) {
            if (field.origin() == number && number > 1 && before != null) {
                changes.add(new ReferralChange(before, field));
            }
            before = field;
        }
        return changes;
    }

    private static List<ReferralField> questions(List<Sending> sendings) {
        List<List<FormAnswer>> readings = sendings.stream()
                .map(sending -> Stream.concat(
                                sending.payload().reading().stream(), sending.payload().otherReading().stream())
                        .toList())
                .toList();
        List<ReferralField> questions = new ArrayList<>();
        for (int place = 0; place < readings.getFirst().size(); place++) {
            List<ReferralField> said = new ArrayList<>();
            for (int sent = 0; sent < sendings.size(); sent++) {
                said.add(ReferralField.of(
                        readings.get(sent).get(place), sendings.get(sent).number()));
            }
            questions.addAll(differing(said));
        }
        return questions;
    }

    /** The first, and each that says something else than the one before it. */
    private static List<ReferralField> differing(List<ReferralField> said) {
        List<ReferralField> differing = new ArrayList<>();
        for (ReferralField field : said) {
            if (differing.isEmpty() || !same(differing.getLast(), field)) {
                differing.add(field);
            }
        }
        return differing;
    }

    private static boolean same(ReferralField one, ReferralField other) {
        return Objects.equals(one.value(), other.value()) && Objects.equals(one.meaning(), other.meaning());
    }

    private static Set<String> otherKeys(List<Sending> sendings) {
        Set<String> asked = Stream.concat(HomeOfficeForm.fields().stream(), HomeOfficeForm.otherFields().stream())
                .flatMap(field -> field.keys().stream())
                .collect(Collectors.toSet());
        Set<String> others = new LinkedHashSet<>();
        sendings.forEach(sending -> others.addAll(sending.payload().values().keySet()));
        others.removeAll(asked);
        return others;
    }
}
