package org.holdfast.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.jspecify.annotations.Nullable;

/**
 * A referral written by hand: what was typed so far, read as answers to the Home Office form and to our own questions (NRM-24, REF-1 to
 * REF-3). Nothing typed is ever refused; what is wrong with it is told, page by page.
 */
public final class HandwrittenForm {

    /** How far a page is. */
    public enum Progress {
        NOT_STARTED,
        /** Begun, and something the form insists on is missing or not as it should be. */
        INCOMPLETE,
        COMPLETED,
        /** Nothing was written, and nothing need be. */
        OPTIONAL
    }

    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final String BOXES = "types-of-exploitation";
    private static final String AGE = "pv-under-age";

    private static final Map<String, List<FormField>> PAGES = pagesInOrder();

    private final Form typed;
    private final Map<String, String> answers;

    private HandwrittenForm(Form typed) {
        this.typed = typed;
        this.answers = new HashMap<>();
        PAGES.values()
                .forEach(fields ->
                        fields.forEach(field -> read(field).ifPresent(answer -> answers.put(field.name(), answer))));
        // a child is always referred, never only notified of
        answers.put("pv-want-to-submit-nrm", "yes");
    }

    /** Reads what was typed, field by field. */
    public static HandwrittenForm of(Form typed) {
        return new HandwrittenForm(typed);
    }

    /** What was typed, as it was typed. */
    public Form typed() {
        return typed;
    }

    /** The answers by field name, as the Home Office form keeps them; what is not an answer is left out. */
    public Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    /** The names of the pages put to this writer, in order. */
    public List<String> pages() {
        return PAGES.keySet().stream().filter(page -> !fields(page).isEmpty()).toList();
    }

    /** The questions of a page that can be put to this writer: those of an answer on the same page among them. */
    public List<FormField> fields(String page) {
        List<FormField> all = PAGES.getOrDefault(page, List.of());
        return all.stream().filter(field -> reachable(field, all)).toList();
    }

    /** Every question of a page, whether it is put or not. */
    public static List<FormField> allFields(String page) {
        return PAGES.getOrDefault(page, List.of());
    }

    /** The page after this one; empty after the last. */
    public Optional<String> after(String page) {
        List<String> pages = pages();
        int place = pages.indexOf(page);
        return place < 0 || place + 1 >= pages.size() ? Optional.empty() : Optional.of(pages.get(place + 1));
    }

    /** Whether a question is put, by the answers so far. */
    public boolean asked(FormField field) {
        return field.shownWhen().holds(answers);
    }

    /** The answer to a question; null when there is none. */
    public @Nullable String answer(String field) {
        return answers.get(field);
    }

    public Progress progress(String page) {
        List<FormField> asked = fields(page).stream().filter(this::asked).toList();
        boolean nothing = asked.stream().noneMatch(field -> answers.containsKey(field.name()) || typed(field));
        boolean missing = asked.stream().anyMatch(field -> field.required() && !answers.containsKey(field.name()))
                || page.equals(BOXES) && nothing;
        if (nothing) {
            return missing ? Progress.NOT_STARTED : Progress.OPTIONAL;
        }
        return missing || !faults(page, LocalDate.MAX).isEmpty() ? Progress.INCOMPLETE : Progress.COMPLETED;
    }

    /** What is wrong with what stands on a page; that something is missing is no fault, only unfinished. */
    public List<Reason> faults(String page, LocalDate today) {
        List<Reason> faults = new ArrayList<>();
        for (FormField field : fields(page)) {
            fault(field, today).ifPresent(faults::add);
        }
        return faults;
    }

    /** What stands in the way of submitting: an essential is missing, or something on a page is wrong. REF-3 findings never do. */
    public List<Reason> obstacles(LocalDate today) {
        List<Reason> obstacles = new ArrayList<>();
        if (!answers.containsKey(AGE)) {
            obstacles.add(Reason.about(AGE, "referrals.hand.no-age"));
        }
        if (!answers.containsKey("pv-name-first-name") && !answers.containsKey("pv-name-last-name")) {
            obstacles.add(Reason.about("pv-name-first-name", "referrals.hand.no-name"));
        }
        pages().forEach(page -> obstacles.addAll(faults(page, today)));
        obstacles.addAll(reasons(safeguarding(today)));
        obstacles.addAll(reasons(childTold()));
        return obstacles;
    }

    /** What was answered at the gate (REF-2). */
    public Outcome<Safeguarding> safeguarding(LocalDate today) {
        return Safeguarding.judge(
                constant(LocalQuestions.SAFEGUARDING, Safeguarding.Answer.values()),
                typed.date(LocalQuestions.SAFEGUARDING_ON),
                answers.get(LocalQuestions.SAFEGUARDING_ACCOUNT),
                today);
    }

    /** What was answered about telling the child (REF-1). */
    public Outcome<ChildTold> childTold() {
        return ChildTold.judge(
                constant(LocalQuestions.TOLD, ChildTold.Answer.values()), answers.get(LocalQuestions.TOLD_ACCOUNT));
    }

    /** What is known of court dates, in words; empty when the question was not answered. */
    public String courtDates() {
        String answer = answers.get(LocalQuestions.COURT_DATES);
        return answer == null ? "" : answers.getOrDefault(LocalQuestions.COURT_DATES_DETAILS, answer);
    }

    public boolean ageDisputed() {
        return "yes".equals(answers.get(LocalQuestions.AGE_DISPUTED));
    }

    public boolean publicOrderDisqualification() {
        return "yes".equals(answers.get(LocalQuestions.PUBLIC_ORDER));
    }

    /** The referral as the Home Office's own form would have sent it. */
    public HomeOfficePayload payload(UUID externalId) {
        return HomeOfficePayload.written(externalId, answers);
    }

    /** What is missing or weak (REF-3). */
    public List<Finding> findings() {
        Map<String, String> said = new LinkedHashMap<>(payload(new UUID(0, 0)).values());
        said.put(QualityCheck.COURT_DATES, courtDates());
        return QualityCheck.of(said);
    }

    /** The page on which a finding can be put right. */
    public Optional<String> pageOf(Finding finding) {
        if (finding.matter() == Finding.Matter.COURT_DATES) {
            return Optional.of("court");
        }
        return finding.keys().stream()
                .flatMap(key -> pages().stream()
                        .filter(page -> fields(page).stream()
                                .anyMatch(field -> field.keys().contains(key))))
                .findFirst();
    }

    /** The page on which a field stands. */
    public static Optional<String> pageOf(String field) {
        return PAGES.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(it -> it.name().equals(field)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean reachable(FormField field, List<FormField> onPage) {
        return asked(field)
                || field.shownWhen() instanceof ShownWhen.Answered(String other, var with)
                        && onPage.stream().anyMatch(it -> it.name().equals(other) && asked(it));
    }

    private boolean typed(FormField field) {
        return field.kind() == FormField.Kind.DATE ? typed.dateTyped(field.name()) : typed.has(field.name());
    }

    private Optional<String> read(FormField field) {
        String text = typed.text(field.name());
        return switch (field.kind()) {
            case DATE -> Optional.ofNullable(typed.date(field.name())).map(LocalDate::toString);
            case RADIO, CHECKBOX ->
                Optional.ofNullable(text).filter(answer -> field.option(answer).isPresent());
            // the names of the files stand there
            case FILES -> Optional.ofNullable(text).map(names -> "yes");
            case TEXT, EMAIL, NUMBER, LONG_TEXT, SELECT -> Optional.ofNullable(text);
        };
    }

    private Optional<Reason> fault(FormField field, LocalDate today) {
        String text = typed.text(field.name());
        if (field.kind() == FormField.Kind.DATE) {
            return Optional.ofNullable(dateFault(field.name(), today));
        }
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > HomeOfficeForm.LONGEST_ANSWER) {
            return Optional.of(Reason.about(
                    field.name(),
                    "referrals.hand.too-long",
                    String.valueOf(text.length() - HomeOfficeForm.LONGEST_ANSWER)));
        }
        if (field.kind() == FormField.Kind.EMAIL && !EMAIL.matcher(text).matches()) {
            return Optional.of(Reason.about(field.name(), "referrals.hand.not-an-email"));
        }
        if (field.kind() == FormField.Kind.NUMBER && typed.number(field.name()) == null) {
            return Optional.of(Reason.about(field.name(), "referrals.hand.not-a-number"));
        }
        return Optional.empty();
    }

    private @Nullable Reason dateFault(String name, LocalDate today) {
        Reason notADate = typed.dateFault(name);
        LocalDate day = typed.date(name);
        if (notADate != null || day == null) {
            return notADate;
        }
        if (day.isAfter(today)) {
            return Reason.about(name, "referrals.hand.day-to-come");
        }
        return day.isAfter(EARLIEST_BIRTH) ? null : Reason.about(name, "referrals.hand.day-too-early");
    }

    private <E extends Enum<E>> @Nullable E constant(String field, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> ReferralCommand.code(constant).equals(answers.get(field)))
                .findFirst()
                .orElse(null);
    }

    /** Every reason of a refusal; none of what was done. */
    static List<Reason> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?>(List<Reason> reasons) -> reasons;
        };
    }

    private static Map<String, List<FormField>> pagesInOrder() {
        Map<String, List<FormField>> known = new HashMap<>();
        Stream.of(HomeOfficeForm.fields(), HomeOfficeForm.otherFields(), LocalQuestions.fields())
                .flatMap(List::stream)
                .forEach(field -> known.computeIfAbsent(field.page().name(), page -> new ArrayList<>())
                        .add(field));
        Map<String, List<FormField>> pages = new LinkedHashMap<>();
        for (FormSection section : FormSection.values()) {
            section.pages().forEach(page -> pages.put(page, List.copyOf(known.getOrDefault(page, List.of()))));
        }
        return pages;
    }
}
