package org.holdfast.decisions;

import java.time.Instant;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.Ending;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.Sessions;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** What follows from a decision for the meeting, the case and its clocks, in the transaction of the decision itself. */
@Component
class Consequences {

    private final Ledger ledger;
    private final Cases cases;
    private final Clocks clocks;
    private final Sessions sessions;
    private final Surroundings surroundings;
    private final DecisionStore store;

    Consequences(
            Ledger ledger,
            Cases cases,
            Clocks clocks,
            Sessions sessions,
            Surroundings surroundings,
            DecisionStore store) {
        this.ledger = ledger;
        this.cases = cases;
        this.clocks = clocks;
        this.sessions = sessions;
        this.surroundings = surroundings;
        this.store = store;
    }

    /**
     * The meeting is done with the item. A decided case that is decided again stands on the agenda for discussion.
     *
     * @param lastVote when the panel had to have its quorum; who voted may have left since
     */
    Outcome<?> settle(Actor actor, Decision decision, Instant lastVote, Instant at) {
        boolean decides = sessions.item(actor, decision.item())
                .filter(item -> item.purpose().decides())
                .isPresent();
        return decides
                ? sessions.decided(actor, decision.item(), lastVote, at)
                : sessions.conclude(actor, decision.item(), at);
    }

    /** Whether the meeting has talked the item through; not where it was put off or taken off. */
    boolean settled(Actor actor, Decision decision) {
        return sessions.item(actor, decision.item())
                .filter(item -> item.state() == AgendaItemState.DECIDED || item.state() == AgendaItemState.CONCLUDED)
                .isPresent();
    }

    /**
     * Ends a decision without one and puts its item off to the next agenda (NRM-4, NRM-6). Conclusive grounds that are put off where
     * reasonable grounds were found leave that decision to be issued, and the meeting done with its item (NRM-2).
     */
    Outcome<?> putOff(Actor actor, Decision decision, State state, AdjournedFor why, String because, Instant at) {
        store.adjourn(actor.partnership(), decision.id(), state, why, because);
        ledger.record(
                actor,
                at,
                new DecisionEvent.DecisionAdjourned(
                        decision.caseId().value(), decision.id().value(), why));
        if (state == State.DETERMINED) {
            return Outcome.done(decision.id());
        }
        if (sessions.item(actor, decision.item())
                .filter(item -> !item.state().settled())
                .isPresent()) {
            return sessions.adjourn(actor, decision.item(), why, because, at);
        }
        // confirmations came after the meeting and made no decision: the case waits for a panel again
        cases.reached(actor, decision.caseId(), Milestone.ADJOURNED, at, at);
        return Outcome.done(decision.id());
    }

    /** What follows in law: milestones of the case, and clocks that stop and start (NRM-1, NRM-3, NRM-10, NRM-20). */
    void takesEffect(Actor actor, Decision decision, Determination found, Instant now) {
        CaseId caseId = decision.caseId();
        Instant decidedAt = decision.lastCount().map(Ballot.Count::at).orElse(now);
        found.milestones().forEach(milestone -> cases.happened(actor, caseId, milestone, decidedAt, now));
        if (found.answers(Ground.RG)) {
            stop(actor, caseId, ClockKind.REASONABLE_GROUNDS, decidedAt, Ending.DONE, now);
        }
        if (found.answers(Ground.CG)) {
            stop(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, decidedAt, Ending.DONE, now);
        } else if (found.positive()) {
            startConclusive(actor, decision, now);
        } else {
            stop(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, decidedAt, Ending.NO_LONGER_NEEDED, now);
        }
        if (found == Determination.POSITIVE_RG) {
            childhoodGoesOn(actor, decision, now);
        } else {
            stop(actor, caseId, ClockKind.TURNS_EIGHTEEN, decidedAt, Ending.NO_LONGER_NEEDED, now);
        }
        if (surroundings
                .clock(actor, caseId, ClockKind.OUTCOME_TO_HOME_OFFICE, now)
                .filter(RunningClock::open)
                .isEmpty()) {
            clocks.start(actor, caseId, ClockKind.OUTCOME_TO_HOME_OFFICE, now, now)
                    .orThrow();
        }
    }

    /**
     * The time for conclusive grounds counts from the referral, as that for reasonable grounds did; it may run since then (NRM-3). Where
     * an earlier decision had ended it, it runs again, with the reason for superseding that decision.
     */
    private void startConclusive(Actor actor, Decision decision, Instant now) {
        CaseId caseId = decision.caseId();
        Decision.Replacement supersedes = decision.supersedes();
        Optional<RunningClock> conclusive = surroundings.clock(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, now);
        Instant since = surroundings
                .clock(actor, caseId, ClockKind.REASONABLE_GROUNDS, now)
                .map(RunningClock::startedAt)
                .orElse(now);
        if (conclusive.isEmpty()) {
            clocks.start(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, since, now)
                    .orThrow();
        } else if (!conclusive.get().open() && supersedes != null) {
            clocks.restart(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, since, supersedes.because(), now)
                    .orThrow();
        }
    }

    /**
     * A child about whom everything was decided, and is open again, may turn eighteen undecided: the clock of childhood that ended with the
     * earlier decision runs again, with the reason for superseding it (NRM-20).
     */
    private void childhoodGoesOn(Actor actor, Decision decision, Instant now) {
        CaseId caseId = decision.caseId();
        Decision.Replacement supersedes = decision.supersedes();
        if (supersedes != null
                && surroundings
                        .clock(actor, caseId, ClockKind.TURNS_EIGHTEEN, now)
                        .filter(clock -> !clock.open())
                        .isPresent()) {
            surroundings
                    .child(actor, caseId, now)
                    .birthDate()
                    .certainDay()
                    .ifPresent(born -> clocks.restart(
                                    actor,
                                    caseId,
                                    ClockKind.TURNS_EIGHTEEN,
                                    UnitedKingdom.startOf(born),
                                    supersedes.because(),
                                    now)
                            .orThrow());
        }
    }

    private void stop(Actor actor, CaseId caseId, ClockKind kind, Instant at, Ending ending, Instant now) {
        surroundings
                .clock(actor, caseId, kind, now)
                .filter(RunningClock::open)
                .ifPresent(clock -> clocks.stop(
                                actor,
                                caseId,
                                kind,
                                at.isBefore(clock.startedAt()) ? clock.startedAt() : at,
                                ending,
                                now)
                        .orThrow());
    }

    /** The Home Office has been told (NRM-10). The clock runs on while another outcome of the case is still to be sent. */
    void told(Actor actor, CaseId caseId, Instant at) {
        cases.reached(actor, caseId, Milestone.OUTCOME_SENT, at, at);
        if (store.ofCase(actor.partnership(), caseId).stream().noneMatch(DecisionStore.Brief::unsent)) {
            stop(actor, caseId, ClockKind.OUTCOME_TO_HOME_OFFICE, at, Ending.DONE, at);
        }
    }
}
