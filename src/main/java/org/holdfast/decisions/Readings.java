package org.holdfast.decisions;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Quorum;
import org.holdfast.partnership.MemberId;
import org.holdfast.people.Child;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Puts together what one reader may see of a decision and do with it. */
@Component
class Readings {

    private final Sharing sharing;
    private final Surroundings surroundings;
    private final DecisionStore store;

    Readings(Sharing sharing, Surroundings surroundings, DecisionStore store) {
        this.sharing = sharing;
        this.surroundings = surroundings;
        this.store = store;
    }

    Reading of(Actor actor, Decision decision, Instant now) {
        MemberId reader = new MemberId(actor.member());
        Map<UUID, MemberId> recorders = store.recorders(actor.partnership(), decision.id());
        List<Vote> shown = decision.votes().stream()
                .filter(vote -> Ballots.shows(decision, vote, reader, reader.equals(recorders.get(vote.id()))))
                .toList();
        Child child = surroundings.child(actor, decision.caseId(), now);
        Earlier earlier = surroundings.earlier(actor, decision);
        Optional<Ground> next = decision.state() == State.DRAFT || decision.state() == State.DETERMINED
                ? Ballots.next(decision, earlier)
                : Optional.empty();
        Wording wording =
                next.map(ground -> Wording.of(ground, UnitedKingdom.day(now))).orElse(null);
        boolean open = decision.state().inTheMaking();
        Optional<Quorum> room = open && watches(actor)
                ? Optional.of(surroundings.quorum(actor, decision.item(), now))
                : Optional.empty();
        List<Reason> mayNotIssue = open ? surroundings.mayNotIssue(actor, decision, child, now) : List.of();
        return new Reading(
                decision.showing(shown),
                child.displayName(),
                surroundings.wishes(actor, decision.caseId()),
                decision.votes().stream()
                        .filter(Vote::stands)
                        .map(vote -> line(vote, shown.contains(vote), reader))
                        .toList(),
                available(actor, decision, mayNotIssue),
                next,
                wording,
                next.map(ground -> Ballots.mayNotAsk(decision, ground, earlier, wording))
                        .orElse(List.of()),
                room.map(Quorum::missing).orElse(List.of()),
                room.filter(_ -> sharing.may(actor, Permission.VOTE))
                        .flatMap(there -> decision.openBallot()
                                .map(ballot -> Ballots.mayNotVote(decision, ballot.ground(), reader, there)))
                        .orElse(List.of()),
                room.map(there -> voters(decision, there)).orElse(List.of()),
                mayNotIssue,
                decision.issue() == null || Seal.whole(decision),
                surroundings.eighteen(actor, decision, child, now));
    }

    /** Whether the reader has to do with the vote and not only with the case. */
    private boolean watches(Actor actor) {
        return sharing.may(actor, Permission.VOTE) || sharing.may(actor, Permission.RUN_MEETING);
    }

    private static Reading.Shown line(Vote vote, boolean shown, MemberId reader) {
        return new Reading.Shown(
                vote.id(),
                vote.ground(),
                vote.memberName(),
                vote.agencyName(),
                vote.standing(),
                vote.castAt(),
                vote.recordedBy(),
                shown ? vote.position() : null,
                shown ? vote.reasons() : "",
                vote.member().equals(reader));
    }

    private static List<Reading.Voter> voters(Decision decision, Quorum room) {
        return decision.openBallot()
                .map(ballot -> room.voters().stream()
                        .filter(voter -> decision.votes(ballot.ground()).stream()
                                .noneMatch(vote -> vote.agency().equals(voter.agency())))
                        .map(voter -> new Reading.Voter(voter.member(), voter.name(), voter.agencyName()))
                        .toList())
                .orElse(List.of());
    }

    private Set<Command> available(Actor actor, Decision decision, List<Reason> mayNotIssue) {
        return Life.available(decision.state()).stream()
                .filter(command -> sharing.may(actor, command.permission()))
                .filter(command -> command != Command.ADJOURN
                        || decision.state() != State.DETERMINED
                        || Issuing.canOnlyBeLeft(mayNotIssue))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Command.class)));
    }
}
