package org.holdfast.decisions.web;

import java.util.List;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Reading;
import org.holdfast.pages.Option;

/** The page on which the co-ordinator writes a member's vote down. */
public record RecordVoteView(Reading reading, Ballot ballot) {

    public List<Option> voters() {
        return reading.voters().stream()
                .map(voter -> Option.of(voter.member().value().toString(), voter.name(), voter.agency()))
                .toList();
    }

    public String path() {
        return Paths.decision(reading.decision().id(), "record-vote");
    }

    public String decisionPath() {
        return Paths.decision(reading.decision().id());
    }
}
