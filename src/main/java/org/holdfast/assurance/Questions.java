package org.holdfast.assurance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the competent authority's questions about a case: recorded when they come, with the day by which to answer, and answered from
 * the updates log. Only what the answer says leaves, and it is said on the ledger (NRM-15, SHR-5).
 */
@Component
public final class Questions {

    private static final int LONGEST = 10_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Cases cases;
    private final People people;
    private final Chronologies chronologies;
    private final AssuranceStore store;
    private final Supplier<UUID> ids;

    Questions(
            Ledger ledger,
            Sharing sharing,
            Cases cases,
            People people,
            Chronologies chronologies,
            AssuranceStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.cases = cases;
        this.people = people;
        this.chronologies = chronologies;
        this.store = store;
        this.ids = ids;
    }

    /**
     * The questions about one case.
     *
     * @param questions the newest first
     * @param log what can be put into an answer: lines of the updates log that bear on the decision
     */
    public record Thread(CaseId caseId, String child, List<Question> questions, List<CaseUpdate> log) {
        public Thread {
            questions = List.copyOf(questions);
            log = List.copyOf(log);
        }
    }

    /** The questions about a case with what the log has to answer them. */
    public Outcome<Thread> see(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_ASSURANCE, caseId, now)
                        .map(_ -> {
                            ledger.record(actor, now, new AssuranceEvent.QuestionsSeen(caseId.value()));
                            return new Thread(
                                    caseId,
                                    people.child(actor, cases.childOf(actor, caseId), now)
                                            .displayName(),
                                    store.questions(actor.partnership(), caseId),
                                    log(actor, caseId, now));
                        }));
    }

    private List<CaseUpdate> log(Actor actor, CaseId caseId, Instant now) {
        return chronologies.updates(actor, caseId, now).stream()
                .filter(update -> update.relevant()
                        && update.heldBack() == null
                        && (update.kind() == CaseUpdate.Kind.CONTACT || update.kind() == CaseUpdate.Kind.NEW_FACT))
                .toList();
    }

    /**
     * Records a question that came; it stands in the updates log too.
     *
     * @param dueOn by when it is to be answered; null where nobody said
     */
    public Outcome<UUID> record(
            Actor actor,
            CaseId caseId,
            String text,
            String askedBy,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate dueOn,
            Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_ASSURANCE, caseId, now)
                        .then(_ -> {
                            List<Reason> faults = new ArrayList<>();
                            words(text, "text", "assurance.question.text").ifPresent(faults::add);
                            words(askedBy, "askedBy", "assurance.question.asked-by")
                                    .ifPresent(faults::add);
                            if (askedOn == null) {
                                faults.add(Reason.about("askedOn", "assurance.question.asked-on"));
                            } else if (askedOn.isAfter(UnitedKingdom.day(now))) {
                                faults.add(Reason.about("askedOn", "assurance.question.asked-to-come"));
                            } else if (dueOn != null && dueOn.isBefore(askedOn)) {
                                faults.add(Reason.about("dueOn", "assurance.question.due-before"));
                            }
                            if (!faults.isEmpty() || askedOn == null) {
                                return Outcome.refused(faults);
                            }
                            cases.hold(actor, caseId);
                            Optional<UUID> recorded = store.questions(actor.partnership(), caseId).stream()
                                    .filter(it -> it.open()
                                            && it.text().equals(text.strip())
                                            && it.askedBy().equals(askedBy.strip())
                                            && it.askedOn().equals(askedOn)
                                            && Objects.equals(it.dueOn(), dueOn))
                                    .map(Question::id)
                                    .findFirst();
                            if (recorded.isPresent()) {
                                return Outcome.done(recorded.get());
                            }
                            Question question = new Question(
                                    ids.get(),
                                    caseId,
                                    text.strip(),
                                    askedBy.strip(),
                                    askedOn,
                                    dueOn,
                                    actor.name(),
                                    "",
                                    null,
                                    "");
                            store.add(actor, question, now);
                            ledger.record(
                                    actor, now, new AssuranceEvent.QuestionRecorded(caseId.value(), question.id()));
                            return chronologies
                                    .log(
                                            actor,
                                            caseId,
                                            new UpdateDraft(
                                                    now,
                                                    CaseUpdate.Kind.QUESTION,
                                                    question.text(),
                                                    question.askedBy(),
                                                    true,
                                                    null),
                                            now)
                                    .map(_ -> question.id());
                        }));
    }

    /**
     * Answers a question with words and with lines of the updates log, each as it stands there; the answer stands in the log too.
     *
     * @param lines ids of lines to put into the answer
     */
    public Outcome<UUID> answer(
            Actor actor, CaseId caseId, UUID questionId, String words, Set<UUID> lines, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_ASSURANCE, caseId, now)
                        .then(_ -> {
                            Optional<Question> question = store.questions(actor.partnership(), caseId).stream()
                                    .filter(one -> one.id().equals(questionId))
                                    .findFirst();
                            if (question.isEmpty()) {
                                return Outcome.refused(Sharing.NOT_FOUND);
                            }
                            List<CaseUpdate> chosen = log(actor, caseId, now).stream()
                                    .filter(update -> lines.contains(update.id()))
                                    .sorted((one, other) -> one.at().compareTo(other.at()))
                                    .toList();
                            String answer = Stream.concat(
                                            Stream.of(words.strip()).filter(said -> !said.isEmpty()),
                                            chosen.stream()
                                                    .map(update -> UnitedKingdom.day(update.at()) + ": " + update.what()
                                                            + " (" + update.source() + ")"))
                                    .collect(Collectors.joining("\n"));
                            Optional<Reason> fault = words(answer, "words", "assurance.question.words");
                            if (fault.isPresent()) {
                                return Outcome.refused(fault.get());
                            }
                            if (!store.answered(actor, questionId, answer, now)) {
                                return Outcome.refused(Reason.of("assurance.question.answered", "NRM-15"));
                            }
                            ledger.record(
                                    actor,
                                    now,
                                    new AssuranceEvent.QuestionAnswered(
                                            caseId.value(),
                                            questionId,
                                            chosen.size(),
                                            Given.toCompetentAuthority(
                                                    Given.fingerprint(answer.getBytes(StandardCharsets.UTF_8)))));
                            return chronologies
                                    .log(
                                            actor,
                                            caseId,
                                            new UpdateDraft(
                                                    now, CaseUpdate.Kind.ANSWER, answer, actor.name(), true, null),
                                            now)
                                    .map(_ -> questionId);
                        }));
    }

    private static Optional<Reason> words(String text, String field, String key) {
        if (text.isBlank()) {
            return Optional.of(Reason.about(field, key));
        }
        return text.length() > LONGEST
                ? Optional.of(Reason.about(field, "assurance.too-long", String.valueOf(LONGEST)))
                : Optional.empty();
    }

    static String path(CaseId caseId) {
        return "/cases/" + caseId.value() + "/questions";
    }
}
