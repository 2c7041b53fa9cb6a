package org.holdfast.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Seat;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** What waits in decisions: votes to give and to confirm, decisions to issue, outcomes to send. */
@Component
class DecisionWork implements WorkSource {

    private final Sharing sharing;
    private final Clocks clocks;
    private final Sessions sessions;
    private final DecisionStore store;

    DecisionWork(Sharing sharing, Clocks clocks, Sessions sessions, DecisionStore store) {
        this.sharing = sharing;
        this.clocks = clocks;
        this.sessions = sessions;
        this.store = store;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        boolean votes = sharing.may(actor, Permission.VOTE);
        boolean issues = sharing.may(actor, Permission.ISSUE_DECISION);
        boolean sends = sharing.may(actor, Permission.SEND_OUTCOME);
        Set<State> states = EnumSet.noneOf(State.class);
        if (votes) {
            states.add(State.VOTING);
        }
        if (issues) {
            states.add(State.DETERMINED);
        }
        if (sends) {
            states.add(State.ISSUED);
        }
        List<DecisionStore.Brief> found = states.isEmpty() ? List.of() : store.inState(actor.partnership(), states);
        List<WorkItem> work = new ArrayList<>();
        if (votes) {
            work.addAll(toVote(actor, in(found, State.VOTING), now));
        }
        if (issues) {
            work.addAll(toIssue(actor, in(found, State.DETERMINED), now));
        }
        if (sends) {
            work.addAll(toSend(
                    actor, found.stream().filter(DecisionStore.Brief::unsent).toList(), now));
        }
        return work;
    }

    private static List<DecisionStore.Brief> in(List<DecisionStore.Brief> found, State state) {
        return found.stream().filter(one -> one.state() == state).toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        List<DecisionStore.Brief> ofCase = store.ofCase(actor.partnership(), id);
        if (ofCase.isEmpty()) {
            return List.of();
        }
        boolean reads = !sharing.visible(actor, Permission.SEE_PACK, Set.of(id), Purpose.GROUNDS_DECISION, now)
                .isEmpty();
        List<WorkItem> work = new ArrayList<>();
        toConfirm(actor, in(ofCase, State.VOTING)).stream()
                .filter(vote -> vote.caseId().equals(id))
                .forEach(vote -> work.add(toConfirm(vote).waitingFor(vote.memberName())));
        work.addAll(toIssue(actor, in(ofCase, State.DETERMINED), now));
        work.addAll(toSend(
                actor, ofCase.stream().filter(DecisionStore.Brief::unsent).toList(), now));
        return reads ? work : work.stream().map(item -> item.seenOn("")).toList();
    }

    /** Votes written down for somebody; there is none where no vote is open. */
    private List<DecisionStore.ToConfirm> toConfirm(Actor actor, List<DecisionStore.Brief> voting) {
        return voting.isEmpty() ? List.of() : store.toConfirm(actor.partnership());
    }

    private static WorkItem toConfirm(DecisionStore.ToConfirm vote) {
        return WorkItem.of(
                vote.caseId(),
                "decisions.work.confirm",
                "/decisions/" + vote.decision().value() + "/vote",
                null,
                "NRM-4");
    }

    /**
     * What was written down for the actor, and the open ballots on which the actor may give the agency's vote. There are few at a time: those
     * of the meetings in session.
     */
    private List<WorkItem> toVote(Actor actor, List<DecisionStore.Brief> voting, Instant now) {
        if (voting.isEmpty()) {
            return List.of();
        }
        List<WorkItem> work = new ArrayList<>();
        toConfirm(actor, voting).stream()
                .filter(vote -> vote.member().value().equals(actor.member()))
                .forEach(vote -> work.add(toConfirm(vote)));
        Set<CaseId> visible = sharing.visible(actor, Permission.SEE_PACK, cases(voting), Purpose.GROUNDS_DECISION, now);
        List<DecisionStore.Brief> seen =
                voting.stream().filter(one -> visible.contains(one.caseId())).toList();
        if (seen.isEmpty()) {
            return work;
        }
        Map<DecisionId, DecisionStore.OpenBallot> ballots = store.openBallots(
                actor.partnership(), seen.stream().map(DecisionStore.Brief::id).toList());
        AgencyId agency = new AgencyId(actor.agency());
        seen.stream()
                .flatMap(one -> Optional.ofNullable(ballots.get(one.id()))
                        .filter(ballot -> !ballot.voted().contains(agency) && mayVote(actor, one, now))
                        .map(ballot -> WorkItem.of(
                                one.caseId(),
                                "decisions.work.vote." + ballot.ground(),
                                "/decisions/" + one.id().value() + "/vote",
                                null,
                                "NRM-4"))
                        .stream())
                .forEach(work::add);
        return work;
    }

    private boolean mayVote(Actor actor, DecisionStore.Brief decision, Instant now) {
        return sessions.panel(actor, decision.item(), now) instanceof Outcome.Done<Panel>(Panel panel)
                && panel.quorum()
                        .seatOf(new MemberId(actor.member()))
                        .filter(Seat::mayVote)
                        .isPresent();
    }

    private List<WorkItem> toIssue(Actor actor, List<DecisionStore.Brief> determined, Instant now) {
        Map<CaseId, List<RunningClock>> running = clocks.of(actor, cases(determined), now);
        return determined.stream()
                .map(one -> WorkItem.of(
                        one.caseId(),
                        "decisions.work.issue",
                        "/decisions/" + one.id().value() + "/issue",
                        due(running, one, ClockKind.REASONABLE_GROUNDS)
                                .or(() -> due(running, one, ClockKind.CONCLUSIVE_GROUNDS))
                                .orElse(null),
                        "NRM-9"))
                .map(item -> forCoordinator(actor, Permission.ISSUE_DECISION, item))
                .toList();
    }

    private List<WorkItem> toSend(Actor actor, List<DecisionStore.Brief> unsent, Instant now) {
        Map<CaseId, List<RunningClock>> running = clocks.of(actor, cases(unsent), now);
        return unsent.stream()
                .map(one -> WorkItem.of(
                        one.caseId(),
                        "decisions.work.send",
                        "/decisions/" + one.id().value() + "/outcome",
                        due(running, one, ClockKind.OUTCOME_TO_HOME_OFFICE).orElse(null),
                        "NRM-10"))
                .map(item -> forCoordinator(actor, Permission.SEND_OUTCOME, item))
                .toList();
    }

    /** Whoever may not take the step sees the decision with which it is taken. */
    private WorkItem forCoordinator(Actor actor, Permission permission, WorkItem item) {
        return sharing.may(actor, permission)
                ? item
                : item.seenOn(item.path().substring(0, item.path().lastIndexOf('/')))
                        .waitingFor(Role.PANEL_COORDINATOR);
    }

    private static Optional<Instant> due(
            Map<CaseId, List<RunningClock>> running, DecisionStore.Brief decision, ClockKind kind) {
        return running.getOrDefault(decision.caseId(), List.of()).stream()
                .filter(clock -> clock.kind() == kind && clock.open())
                .map(RunningClock::dueAt)
                .findFirst();
    }

    private static Set<CaseId> cases(Collection<DecisionStore.Brief> decisions) {
        return decisions.stream().map(DecisionStore.Brief::caseId).collect(Collectors.toSet());
    }
}
