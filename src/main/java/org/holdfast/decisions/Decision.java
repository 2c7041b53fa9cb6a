package org.holdfast.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One decision about one child, on one item of one panel's agenda: its findings, its ballots, and in the end its seal (NRM-1 to NRM-9).
 *
 * @param on the day of the meeting
 * @param continues the decision of an earlier meeting, put off there, whose findings this one took over
 * @param supersedes the issued decision that this one is to take the place of, and why
 * @param present who was in the meeting when the last count was taken
 * @param version counts changes of state
 */
public record Decision(
        DecisionId id,
        CaseId caseId,
        MeetingId meeting,
        AgendaItemId item,
        LocalDate on,
        State state,
        Assessments assessments,
        Account account,
        List<Ballot> ballots,
        List<Vote> votes,
        List<Present> present,
        @Nullable DecisionId continues,
        @Nullable Replacement supersedes,
        @Nullable Adjournment adjournment,
        @Nullable Issue issue,
        @Nullable Replacement supersededBy,
        @Nullable Sent sent,
        int version) {

    /** A decision taking another's place, and why. */
    public record Replacement(DecisionId decision, String because) {}

    /** Why it was put off, or, where the panel had found reasonable grounds, why conclusive grounds were. */
    public record Adjournment(AdjournedFor why, String because) {}

    /**
     * How it was issued.
     *
     * @param by name of who issued it
     * @param seal SHA-256 over the canonical form, in hexadecimal
     */
    public record Issue(Determination determination, Instant at, String by, String seal) {}

    /**
     * How the outcome reached the Home Office (NRM-10).
     *
     * @param how by which way it was sent
     */
    public record Sent(Instant at, String by, String how) {}

    public Decision {
        ballots = List.copyOf(ballots);
        votes = List.copyOf(votes);
        present = List.copyOf(present);
    }

    /** Message key of what was put off and why; of nothing, where nothing was. */
    public String putOffKey() {
        if (adjournment == null) {
            return "";
        }
        return state == State.TIED || state == State.ADJOURNED
                ? "decisions.put-off." + adjournment.why()
                : "decisions.conclusive-put-off";
    }

    public Optional<Ballot> ballot(Ground ground) {
        return ballots.stream().filter(ballot -> ballot.ground() == ground).findFirst();
    }

    /** The same decision with these of its votes only. */
    Decision showing(List<Vote> shown) {
        return new Decision(
                id,
                caseId,
                meeting,
                item,
                on,
                state,
                assessments,
                account,
                ballots,
                shown,
                present,
                continues,
                supersedes,
                adjournment,
                issue,
                supersededBy,
                sent,
                version);
    }

    /** The ballot that is open now. */
    public Optional<Ballot> openBallot() {
        return ballots.stream().filter(Ballot::open).findFirst();
    }

    /** The count of votes taken last. */
    public Optional<Ballot.Count> lastCount() {
        return ballots.stream()
                .flatMap(ballot -> Optional.ofNullable(ballot.count()).stream())
                .filter(count -> count.result().counted())
                .max(Comparator.comparing(Ballot.Count::at));
    }

    /** The votes on one ground that take their agency's place, in the order in which they were given. */
    public List<Vote> votes(Ground ground) {
        return votes.stream()
                .filter(vote -> vote.ground() == ground && vote.stands())
                .toList();
    }

    /** What the ballots came to, once they came to something. */
    public Optional<Determination> determination() {
        return issue != null ? Optional.of(issue.determination()) : Determination.of(ballots);
    }

    /** The votes of the minority on one ground, kept with their reasons; none while the ballot is open or when it was tied. */
    public List<Vote> dissent(Ground ground) {
        return ballot(ground)
                .flatMap(ballot -> Optional.ofNullable(ballot.count()))
                .map(count -> switch (count.result()) {
                    case FOR -> votesOf(ground, Position.AGAINST);
                    case AGAINST -> votesOf(ground, Position.FOR);
                    case TIED, NO_QUORUM, PUT_OFF -> List.<Vote>of();
                })
                .orElse(List.of());
    }

    private List<Vote> votesOf(Ground ground, Position position) {
        return votes(ground).stream()
                .filter(vote -> vote.counts() && vote.position() == position)
                .toList();
    }
}
