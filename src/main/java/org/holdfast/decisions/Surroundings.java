package org.holdfast.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Plans;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.LegalAge;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Quorum;
import org.holdfast.meetings.Sessions;
import org.holdfast.people.Child;
import org.holdfast.people.Identifier;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a decision has to know of the child, the case and the room: gathered from the modules below, within the caller's transaction. */
@Component
class Surroundings {

    private static final int ADULT = 18;
    private static final int LAST_WISHES = 3;
    private static final Quorum NOBODY =
            new Quorum(List.of(), Optional.empty(), List.of(Reason.of("decisions.ballot.item-not-called", "NRM-6")));

    private final People people;
    private final Cases cases;
    private final Plans plans;
    private final Voices voices;
    private final Clocks clocks;
    private final Sessions sessions;
    private final DecisionStore store;

    Surroundings(
            People people,
            Cases cases,
            Plans plans,
            Voices voices,
            Clocks clocks,
            Sessions sessions,
            DecisionStore store) {
        this.people = people;
        this.cases = cases;
        this.plans = plans;
        this.voices = voices;
        this.clocks = clocks;
        this.sessions = sessions;
        this.store = store;
    }

    /** The room at the item at a moment, for somebody with a part in the meeting. */
    Optional<Panel> room(Actor actor, AgendaItemId item, Instant at) {
        return switch (sessions.panel(actor, item, at)) {
            case Outcome.Done<Panel>(Panel panel) -> Optional.of(panel);
            case Outcome.Refused<Panel> _ -> Optional.empty();
        };
    }

    /** Who is there and may vote at a moment; nobody for somebody without a part in the meeting. */
    Quorum quorum(Actor actor, AgendaItemId item, Instant at) {
        return room(actor, item, at).map(Panel::quorum).orElse(NOBODY);
    }

    Child child(Actor actor, CaseId caseId, Instant now) {
        return people.child(actor, cases.childOf(actor, caseId), now);
    }

    /** What the child last said, the newest first (GRD-4). */
    List<Wishes> wishes(Actor actor, CaseId caseId) {
        return voices.wishes(actor, caseId).stream().limit(LAST_WISHES).toList();
    }

    /** The plan in force, to which a decision on the case can be tied. */
    Optional<Account.Plan> plan(Actor actor, CaseId caseId) {
        return plans.plan(actor, caseId)
                .map(plan ->
                        new Account.Plan(plan.id(), plan.aim(), plan.heldWhere(), plan.agreedOn(), plan.reviewOn()));
    }

    /** Whether the person was a child when referred, and so when it happened. Not knowing is no reason to ask for means (NRM-7). */
    boolean wasChild(Actor actor, CaseId caseId, Instant now) {
        LocalDate referred = clock(actor, caseId, ClockKind.REASONABLE_GROUNDS, now)
                .map(clock -> UnitedKingdom.day(clock.startedAt()))
                .orElseGet(() -> UnitedKingdom.day(cases.openedAt(actor, caseId)));
        return child(actor, caseId, now)
                .birthDate()
                .certainDay()
                .filter(born -> LegalAge.on(referred, born) >= ADULT)
                .isEmpty();
    }

    Reading.@Nullable Eighteen eighteen(Actor actor, Decision decision, Child child, Instant now) {
        LocalDate day = decision.lastCount()
                .map(Ballot.Count::at)
                .map(UnitedKingdom::day)
                .orElse(UnitedKingdom.day(now));
        return child.birthDate()
                .certainDay()
                .map(born -> LegalAge.attained(born, ADULT))
                .map(birthday -> new Reading.Eighteen(
                        birthday,
                        !birthday.isAfter(day),
                        cases.milestones(actor, decision.caseId()).stream()
                                .anyMatch(one -> one.milestone() == Milestone.CONSENTED_AT_EIGHTEEN)))
                .orElse(null);
    }

    List<Reason> mayNotIssue(Actor actor, Decision decision, Child child, Instant now) {
        Reading.Eighteen eighteen = eighteen(actor, decision, child, now);
        return Issuing.faults(
                decision,
                earlier(actor, decision),
                cases.stage(actor, decision.caseId()),
                eighteen != null && eighteen.reached() && !eighteen.consent());
    }

    Earlier earlier(Actor actor, Decision decision) {
        Decision.Replacement supersedes = decision.supersedes();
        return earlier(
                store.ofCase(actor.partnership(), decision.caseId()),
                supersedes == null ? null : supersedes.decision());
    }

    static Earlier earlier(List<DecisionStore.Brief> ofCase, @Nullable DecisionId but) {
        return Earlier.of(ofCase.stream()
                .filter(one -> one.state() == State.ISSUED && !one.id().equals(but))
                .flatMap(one -> Optional.ofNullable(one.determination()).stream())
                .toList());
    }

    OutcomeForm.About about(Actor actor, CaseId caseId, Instant now) {
        Child child = child(actor, caseId, now);
        return new OutcomeForm.About(
                reference(child, IdentifierSystem.NRM_REFERENCE)
                        .or(() -> reference(child, IdentifierSystem.HOME_OFFICE_REFERENCE))
                        .orElse(""),
                child.displayName(),
                child.birthDate().certainDay().orElse(null));
    }

    private static Optional<String> reference(Child child, IdentifierSystem system) {
        return child.identifiers().stream()
                .filter(identifier -> identifier.system() == system)
                .map(Identifier::value)
                .findFirst();
    }

    Optional<RunningClock> clock(Actor actor, CaseId caseId, ClockKind kind, Instant now) {
        return clocks.of(actor, caseId, now).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst();
    }
}
