package org.holdfast.decisions.web;

import java.util.Optional;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Command;
import org.holdfast.decisions.Reading;
import org.holdfast.decisions.Vote;

/** The page on which a member votes, or answers for a vote that was written down for them. */
public record VoteView(Reading reading) {

    public Optional<Ballot> ballot() {
        return reading.decision().openBallot();
    }

    /** The reader's own vote on the open ballot. */
    public Optional<Reading.Shown> own() {
        return ballot().flatMap(ballot -> reading.votes().stream()
                .filter(vote -> vote.mine() && vote.ground() == ballot.ground())
                .findFirst());
    }

    public boolean toConfirm() {
        return own().filter(vote -> vote.standing() == Vote.Standing.RECORDED).isPresent();
    }

    public boolean mayVote() {
        return ballot().isPresent()
                && reading.available().contains(Command.VOTE)
                && reading.mayNotVote().isEmpty();
    }

    public String path() {
        return Paths.decision(reading.decision().id(), "vote");
    }

    public String decisionPath() {
        return Paths.decision(reading.decision().id());
    }
}
