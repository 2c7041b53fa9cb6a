package org.holdfast.referrals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.law.LawBook;
import org.holdfast.law.Reason;
import org.holdfast.pages.DraftFile;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the Home Office's form sends it: one flat object of texts (NRM-24). It has at least its essentials: the id under which
 * it is known there, its type, whether it is about a child or an adult, and a name.
 *
 * @param externalId the id that stays the same when the form is sent again
 * @param values every key with its value, in the order in which they came, known or not
 */
public record HomeOfficePayload(UUID externalId, Map<String, String> values) {

    static final String EXTERNAL_ID = "ExternalId";
    static final String TYPE = "Type";
    static final String AGE = "AdultOrChild";
    static final String AGE_THEN = "AdultOrChildDuringExploitation";
    static final String FIRST_NAME = "Customer.Forename1";
    static final String LAST_NAME = "Customer.Surname";
    static final String ALIAS = "Customer.Alias";
    static final String BIRTH = "Customer.DOB";

    /** The form takes no date of birth before this day. */
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** The questions behind each payload key of the form; some keys serve two. */
    private static final Map<String, List<FormField>> BY_KEY = allFields()
            .flatMap(field -> field.keys().stream().map(key -> Map.entry(key, field)))
            .collect(Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));

    public HomeOfficePayload {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Writes a form filled in by hand as the Home Office's own form would have written it. */
    public static HomeOfficePayload written(UUID externalId, Map<String, String> typed) {
        Map<String, String> answers = new LinkedHashMap<>(typed);
        if (!"no".equals(answers.get(HomeOfficeForm.AGE))) {
            answers.put(HomeOfficeForm.REFER_OR_NOTIFY, "yes");
        }
        Map<String, String> values = new LinkedHashMap<>();
        allFields().forEach(field -> {
            String answer = answers.get(field.name());
            for (int place = 0; place < field.keys().size(); place++) {
                String key = field.keys().get(place);
                Optional<String> written =
                        field.shownWhen().holds(answers) ? written(field, place, answer) : Optional.empty();
                if (written.isPresent()) {
                    values.put(key, written.get());
                } else if (field.whenBlank() != null) {
                    values.putIfAbsent(key, field.whenBlank());
                }
            }
        });
        values.put(EXTERNAL_ID, externalId.toString());
        return new HomeOfficePayload(externalId, values);
    }

    /** The same with the files that go along, by name and type. */
    HomeOfficePayload withFiles(List<DraftFile> files) {
        Map<String, String> named = new LinkedHashMap<>(values);
        for (int at = 0; at < files.size(); at++) {
            HomeOfficeDocument.write(
                    named, at + 1, files.get(at).name(), files.get(at).mediaType());
        }
        return new HomeOfficePayload(externalId, named);
    }

    private static Optional<String> written(FormField field, int place, @Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return Optional.empty();
        }
        if (field.kind().offersOptions()) {
            return field.option(answer).map(option -> option.written().get(place));
        }
        if (field.kind() == FormField.Kind.DATE && place > 0) {
            return Optional.of("Yes");
        }
        return Optional.of(answer.strip());
    }

    /** The value of a key, stripped; empty when it is absent or blank. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What the sender says about age, beside the date of birth; not sure is treated as a child. */
    public Scope.SaidToBe saidToBe() {
        if (value(AGE).filter("Child"::equalsIgnoreCase).isPresent()) {
            return Scope.SaidToBe.CHILD;
        }
        if (value(AGE).filter("Adult"::equalsIgnoreCase).isEmpty()) {
            return Scope.SaidToBe.NOT_SURE;
        }
        return value(AGE_THEN).filter("Child"::equalsIgnoreCase).isPresent()
                ? Scope.SaidToBe.ADULT_EXPLOITED_AS_CHILD
                : Scope.SaidToBe.ADULT;
    }

    /** Whether this only tells of an adult who does not want to be referred (duty to notify). */
    public boolean dutyToNotify() {
        return value(TYPE).filter("662265"::equals).isPresent();
    }

    /** Day of birth; empty when none was given or what was given is no possible day. */
    public Optional<LocalDate> dateOfBirth(LocalDate today) {
        return value(BIRTH).flatMap(HomeOfficePayload::day).filter(day -> possible(day, today));
    }

    public List<HomeOfficeDocument> documents() {
        return HomeOfficeDocument.in(values);
    }

    /** The answers as the form keeps them, by field name; questions without an answer are left out. */
    public Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        allFields().forEach(field -> field.answerIn(values).ifPresent(answer -> answers.put(field.name(), answer)));
        return answers;
    }

    /** Every question of the child route in form order, with its answer or why there is none. */
    public List<FormAnswer> reading() {
        return reading(HomeOfficeForm.fields());
    }

    /** Every question outside the child route, with its answer or why there is none. */
    public List<FormAnswer> otherReading() {
        return reading(HomeOfficeForm.otherFields());
    }

    /** The same without what stands under some keys; that they came is still to be seen. */
    HomeOfficePayload without(Set<String> keys) {
        Map<String, String> left = new LinkedHashMap<>(values);
        left.replaceAll((key, value) -> keys.contains(key) ? "" : value);
        return new HomeOfficePayload(externalId, left);
    }

    /** Keys that neither the form nor its sending knows, with their values; kept and shown as they are. */
    public Map<String, String> unknown() {
        Map<String, String> unknown = new LinkedHashMap<>(values);
        unknown.keySet()
                .removeIf(key -> BY_KEY.containsKey(key) || key.equals(EXTERNAL_ID) || HomeOfficeDocument.owns(key));
        return unknown;
    }

    /**
     * What is odd and does not stand in the way: it is kept as it came, and somebody should know.
     *
     * @param referredOn the day on which age counts (NRM-20)
     */
    public List<Reason> warnings(LocalDate today, LocalDate referredOn) {
        List<Reason> warnings = new ArrayList<>();
        dateOfBirth(referredOn)
                .map(birth -> contradicted(birth, referredOn))
                .ifPresent(key -> warnings.add(new Reason(key, "NRM-20", AGE, List.of())));
        value(BIRTH).ifPresent(birth -> {
            Optional<LocalDate> day = day(birth);
            if (day.isEmpty()) {
                warnings.add(Reason.about(BIRTH, "referrals.payload.birth-not-a-day"));
            } else if (!possible(day.get(), today)) {
                warnings.add(Reason.about(BIRTH, "referrals.payload.birth-impossible"));
            }
        });
        for (FormAnswer answer :
                Stream.concat(reading().stream(), otherReading().stream()).toList()) {
            if (answer.key() != null
                    && answer.given()
                    && answer.field().kind().offersOptions()
                    && answer.meaning() == null) {
                warnings.add(Reason.about(answer.key(), "referrals.payload.unknown-option"));
            }
        }
        unknown().keySet().forEach(key -> warnings.add(Reason.about(key, "referrals.payload.unknown-key")));
        return warnings;
    }

    /** How the box for the age and the date of birth contradict each other on the day of referral; null where they agree. */
    private @Nullable String contradicted(LocalDate birth, LocalDate referredOn) {
        boolean adult = LawBook.LOCAL_SCOPE.on(referredOn).daysLeft(birth, referredOn) <= 0;
        return switch (saidToBe()) {
            case CHILD -> adult ? "referrals.payload.adult-by-birth" : null;
            case ADULT, ADULT_EXPLOITED_AS_CHILD -> adult ? null : "referrals.payload.child-by-birth";
            case NOT_SURE -> null;
        };
    }

    /**
     * What makes two payloads the same: keys and values in any order. The keys that open attached files change with every sending, and
     * do not count.
     */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(values).forEach((key, value) -> {
                for (String text : List.of(key, HomeOfficeDocument.shown(key, value))) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(bytes);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException every_jdk_has_it) {
            throw new IllegalStateException(every_jdk_has_it);
        }
    }

    private List<FormAnswer> reading(List<FormField> fields) {
        Map<String, String> answers = answers();
        List<FormAnswer> reading = new ArrayList<>();
        for (FormField field : fields) {
            boolean asked = field.shownWhen().holds(answers);
            if (field.keys().isEmpty()) {
                reading.add(unsent(field, answers));
            }
            for (int place = 0; place < field.keys().size(); place++) {
                reading.add(read(field, place, asked, answers));
            }
        }
        return reading;
    }

    private FormAnswer read(FormField field, int place, boolean asked, Map<String, String> answers) {
        String key = field.keys().get(place);
        String value = owner(field, key, answers) ? values.get(key) : null;
        if (value == null || field.blank(value)) {
            return new FormAnswer(field, key, value, null, stateWithout(field, asked));
        }
        String meaning = field.optionWritten(place, value).map(field::label).orElse(null);
        return new FormAnswer(field, key, value, meaning, FormAnswer.State.GIVEN);
    }

    /** Some keys serve two questions of which only one is put: the value belongs to that one, and to the first if neither was. */
    private static boolean owner(FormField field, String key, Map<String, String> answers) {
        List<FormField> sharing = BY_KEY.getOrDefault(key, List.of(field));
        FormField owner = sharing.stream()
                .filter(other -> other.shownWhen().holds(answers))
                .findFirst()
                .orElse(sharing.getFirst());
        return owner.name().equals(field.name());
    }

    private static FormAnswer unsent(FormField field, Map<String, String> answers) {
        String answer = answers.get(field.name());
        if (answer != null) {
            String meaning = field.option(answer).map(field::label).orElse(null);
            return new FormAnswer(field, null, null, meaning, FormAnswer.State.GIVEN);
        }
        FormAnswer.State state = field.kind().equals(FormField.Kind.FILES)
                ? FormAnswer.State.NOT_GIVEN
                : field.kind() == FormField.Kind.CHECKBOX ? FormAnswer.State.NOT_TICKED : FormAnswer.State.NOT_SENT;
        return new FormAnswer(field, null, null, null, state);
    }

    private static FormAnswer.State stateWithout(FormField field, boolean asked) {
        if (!asked) {
            return FormAnswer.State.NOT_ASKED;
        }
        if (field.kind() == FormField.Kind.CHECKBOX) {
            return FormAnswer.State.NOT_TICKED;
        }
        return field.required() ? FormAnswer.State.MISSING : FormAnswer.State.NOT_GIVEN;
    }

    private static Stream<FormField> allFields() {
        return Stream.concat(HomeOfficeForm.fields().stream(), HomeOfficeForm.otherFields().stream());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException not_a_day) {
            return Optional.empty();
        }
    }

    private static boolean possible(LocalDate day, LocalDate today) {
        return day.isAfter(EARLIEST_BIRTH) && !day.isAfter(today);
    }
}
