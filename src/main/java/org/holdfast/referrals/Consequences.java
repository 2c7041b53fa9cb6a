package org.holdfast.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.Ending;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.people.BirthDate;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/**
 * What a step of a referral sets off in law, in the same transaction: what has happened to the case, and which clocks start and stop
 * (REF-6, NRM-1, NRM-3, NRM-18, NRM-20). Called inside a door's work.
 */
@Component
class Consequences {

    private final Cases cases;
    private final Clocks clocks;

    Consequences(Cases cases, Clocks clocks) {
        this.cases = cases;
        this.clocks = clocks;
    }

    /** A referral, or a request to refer, came in. */
    void cameIn(Actor actor, CaseId caseId, Instant at, Instant now) {
        reach(actor, caseId, Milestone.REFERRED, at, now);
    }

    /** A referral came that the Home Office already has; where it stands was decided by its scope. */
    void received(Actor actor, CaseId caseId, ReferralState state, Instant referredAt, String reference, Instant now) {
        cameIn(actor, caseId, referredAt, now);
        switch (state) {
            case AWAITING_RETURN -> sent(actor, caseId, referredAt, reference, now);
            case CENTRAL_ROUTE ->
                central(actor, caseId, referredAt, referredAt, reference, now).orThrow();
            case OUT_OF_SCOPE -> reach(actor, caseId, Milestone.OUT_OF_SCOPE, referredAt, now);
            case DRAFT,
                    DISCARDED,
                    SCREENING_REQUESTED,
                    NOT_SUBMITTED,
                    READY_TO_SEND,
                    ACCEPTED_FOR_LOCAL_DECISION,
                    WITHDRAWN,
                    LINKED_AS_DUPLICATE -> {}
        }
    }

    void screenedOut(Actor actor, CaseId caseId, Instant now) {
        reach(actor, caseId, Milestone.SCREENED_OUT, now, now);
    }

    /** It went to the competent authority, which has its limit to return it (REF-6). */
    void sent(Actor actor, CaseId caseId, Instant sentAt, String reference, Instant now) {
        reach(actor, caseId, Milestone.SENT_TO_COMPETENT_AUTHORITY, sentAt, now);
        start(actor, caseId, ClockKind.REFERRAL_RETURNED, sentAt, reference, now);
    }

    /**
     * It was accepted for local decision: both panel limits count from the referral, not from the acceptance (NRM-1, NRM-3), and childhood
     * from birth (NRM-20).
     */
    Outcome<CaseId> accepted(
            Actor actor,
            CaseId caseId,
            Instant referredAt,
            Instant acceptedAt,
            BirthDate birth,
            String reference,
            Instant now) {
        if (!reach(actor, caseId, Milestone.ACCEPTED_FOR_LOCAL_DECISION, acceptedAt, now)) {
            return Outcome.refused(Reason.of("referrals.case-is-under-way", "REF-4"));
        }
        stop(actor, caseId, ClockKind.REFERRAL_RETURNED, acceptedAt, Ending.DONE, now);
        stop(actor, caseId, ClockKind.CENTRAL_REASONABLE_GROUNDS, acceptedAt, Ending.ROUTE_CHANGED, now);
        stop(actor, caseId, ClockKind.CENTRAL_RECOVERY_PERIOD, acceptedAt, Ending.ROUTE_CHANGED, now);
        if (cases.stage(actor, caseId) == Stage.AWAITING_REASONABLE_GROUNDS) {
            start(actor, caseId, ClockKind.REASONABLE_GROUNDS, referredAt, reference, now);
        }
        start(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, referredAt, reference, now);
        birth.certainDay()
                .ifPresent(born ->
                        start(actor, caseId, ClockKind.TURNS_EIGHTEEN, UnitedKingdom.startOf(born), reference, now));
        return Outcome.done(caseId);
    }

    /** The competent authority decides, and the case is only tracked (NRM-18). Refused where the case can no longer change its route. */
    Outcome<CaseId> central(
            Actor actor, CaseId caseId, Instant referredAt, Instant decidedAt, String reference, Instant now) {
        if (!reach(actor, caseId, Milestone.MOVED_TO_CENTRAL_ROUTE, decidedAt, now)) {
            return Outcome.refused(Reason.of("referrals.route.decided-already", "NRM-20"));
        }
        stop(actor, caseId, ClockKind.REFERRAL_RETURNED, decidedAt, Ending.DONE, now);
        stop(actor, caseId, ClockKind.REASONABLE_GROUNDS, decidedAt, Ending.ROUTE_CHANGED, now);
        stop(actor, caseId, ClockKind.CONCLUSIVE_GROUNDS, decidedAt, Ending.ROUTE_CHANGED, now);
        if (cases.stage(actor, caseId) == Stage.CENTRAL_REASONABLE_GROUNDS) {
            start(actor, caseId, ClockKind.CENTRAL_REASONABLE_GROUNDS, referredAt, reference, now);
        }
        return Outcome.done(caseId);
    }

    /** The competent authority decided (NRM-18). */
    Outcome<CaseId> centralDecision(
            Actor actor, CaseId caseId, CentralDecision decision, Instant decidedAt, String reference, Instant now) {
        if (!reach(actor, caseId, decision.milestone(), decidedAt, now)) {
            return Outcome.refused(
                    new Reason("referrals.central-decision.not-in-this-order", "NRM-18", "decision", List.of()));
        }
        switch (decision) {
            case REASONABLE_GROUNDS_POSITIVE -> {
                stop(actor, caseId, ClockKind.CENTRAL_REASONABLE_GROUNDS, decidedAt, Ending.DONE, now);
                start(actor, caseId, ClockKind.CENTRAL_RECOVERY_PERIOD, decidedAt, reference, now);
            }
            case REASONABLE_GROUNDS_NEGATIVE -> {
                stop(actor, caseId, ClockKind.CENTRAL_REASONABLE_GROUNDS, decidedAt, Ending.DONE, now);
                stop(actor, caseId, ClockKind.TURNS_EIGHTEEN, decidedAt, Ending.NO_LONGER_NEEDED, now);
            }
            case CONCLUSIVE_POSITIVE, CONCLUSIVE_NEGATIVE -> {
                stop(actor, caseId, ClockKind.CENTRAL_RECOVERY_PERIOD, decidedAt, Ending.DONE, now);
                stop(actor, caseId, ClockKind.TURNS_EIGHTEEN, decidedAt, Ending.NO_LONGER_NEEDED, now);
            }
        }
        return Outcome.done(caseId);
    }

    /** A young person was asked, having turned 18 undecided (NRM-20). */
    void turnedEighteen(Actor actor, CaseId caseId, LocalDate birthday, Instant now) {
        reach(actor, caseId, Milestone.TURNED_EIGHTEEN_UNDECIDED, UnitedKingdom.startOf(birthday), now);
    }

    /** The young person wishes the decision to go on. */
    void stays(Actor actor, CaseId caseId, Instant at, Instant now) {
        reach(actor, caseId, Milestone.CONSENTED_AT_EIGHTEEN, at, now);
        stop(actor, caseId, ClockKind.TURNS_EIGHTEEN, at, Ending.DONE, now);
    }

    /** The case goes no further: its referral was withdrawn, or belongs to another case. */
    void ends(Actor actor, CaseId caseId, Instant at, Ending because, Instant now) {
        reach(actor, caseId, Milestone.WITHDRAWN, at, now);
        if (because == Ending.DUPLICATE) {
            cases.duplicate(actor, caseId, now);
        }
        for (ClockKind kind : ClockKind.values()) {
            stop(actor, caseId, kind, at, because, now);
        }
    }

    /** Whether it could happen to the case, and then has. */
    private boolean reach(Actor actor, CaseId caseId, Milestone milestone, Instant at, Instant now) {
        return cases.reached(actor, caseId, milestone, at, now);
    }

    /** Starts a clock; one that runs is left alone, and one that ran for an earlier referral makes way, by this one's reference. */
    private void start(Actor actor, CaseId caseId, ClockKind kind, Instant at, String reference, Instant now) {
        Optional<RunningClock> earlier = clock(actor, caseId, kind, now);
        if (earlier.isEmpty()) {
            clocks.start(actor, caseId, kind, at, now).orThrow();
        } else if (!earlier.get().open()) {
            clocks.restart(actor, caseId, kind, at, reference, now).orThrow();
        }
    }

    private void stop(Actor actor, CaseId caseId, ClockKind kind, Instant at, Ending because, Instant now) {
        clock(actor, caseId, kind, now).filter(RunningClock::open).ifPresent(running -> {
            Instant end = at.isBefore(running.startedAt()) ? running.startedAt() : at;
            clocks.stop(actor, caseId, kind, end, because, now).orThrow();
        });
    }

    private Optional<RunningClock> clock(Actor actor, CaseId caseId, ClockKind kind, Instant now) {
        return clocks.of(actor, caseId, now).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst();
    }
}
