package org.holdfast.decisions.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Decision;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Element;
import org.holdfast.decisions.Finding;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.Position;
import org.holdfast.decisions.Reading;
import org.holdfast.decisions.State;
import org.holdfast.decisions.Vote;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the interface gives it: where it stands, findings, ballots and those votes that the asking program may know.
 *
 * @param outcome null until the ballots came to something
 * @param next the question that comes next; null when none does
 * @param seal null until issued
 */
record DecisionJson(
        UUID id,
        UUID caseId,
        UUID meetingId,
        UUID itemId,
        LocalDate on,
        State state,
        @Nullable Determination outcome,
        List<ElementJson> elements,
        List<BallotJson> ballots,
        List<VoteJson> votes,
        @Nullable Ground next,
        @Nullable Instant issuedAt,
        @Nullable String seal,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        int version) {

    record ElementJson(Definition definition, Element element, boolean required, Finding finding) {}

    record BallotJson(
            Ground ground,
            String threshold,
            LocalDate thresholdSince,
            String thresholdSource,
            Instant openedAt,
            Ballot.@Nullable Count count) {}

    /** A vote; its position and reasons are null where the asker may not know them yet. */
    record VoteJson(
            UUID id,
            Ground ground,
            String member,
            String agency,
            Vote.Standing standing,
            Instant at,
            @Nullable Position vote,
            @Nullable String reasons) {}

    static DecisionJson of(Reading reading) {
        Decision decision = reading.decision();
        Decision.Issue issue = decision.issue();
        return new DecisionJson(
                decision.id().value(),
                decision.caseId().value(),
                decision.meeting().value(),
                decision.item().value(),
                decision.on(),
                decision.state(),
                decision.determination().orElse(null),
                decision.assessments().all().stream()
                        .map(one -> new ElementJson(
                                one.definition(),
                                one.element(),
                                decision.assessments().required(one),
                                one.finding()))
                        .toList(),
                decision.ballots().stream()
                        .map(ballot -> new BallotJson(
                                ballot.ground(),
                                ballot.threshold().text(),
                                ballot.threshold().since(),
                                ballot.threshold().source(),
                                ballot.openedAt(),
                                ballot.count()))
                        .toList(),
                reading.votes().stream()
                        .map(vote -> new VoteJson(
                                vote.id(),
                                vote.ground(),
                                vote.member(),
                                vote.agency(),
                                vote.standing(),
                                vote.castAt(),
                                vote.position(),
                                vote.position() == null ? null : vote.reasons()))
                        .toList(),
                reading.next().orElse(null),
                issue == null ? null : issue.at(),
                issue == null ? null : issue.seal(),
                id(decision.supersedes()),
                id(decision.supersededBy()),
                decision.version());
    }

    private static @Nullable UUID id(Decision.@Nullable Replacement replacement) {
        return Optional.ofNullable(replacement)
                .map(one -> one.decision().value())
                .orElse(null);
    }
}
