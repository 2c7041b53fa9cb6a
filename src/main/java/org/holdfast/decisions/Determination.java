package org.holdfast.decisions;

import java.util.List;
import java.util.Optional;
import org.holdfast.casework.Milestone;

/** The outcome of a decision (NRM-9). */
public enum Determination {
    NEGATIVE_RG,
    /** Reasonable grounds; conclusive grounds are for a second meeting (NRM-3). */
    POSITIVE_RG,
    /** Both at one meeting (NRM-2). */
    POSITIVE_RG_AND_CG,
    /** Conclusive grounds at a second meeting. */
    POSITIVE_CG,
    NEGATIVE_CG;

    public boolean positive() {
        return switch (this) {
            case POSITIVE_RG, POSITIVE_RG_AND_CG, POSITIVE_CG -> true;
            case NEGATIVE_RG, NEGATIVE_CG -> false;
        };
    }

    /** Whether this answers the question. */
    public boolean answers(Ground ground) {
        return switch (ground) {
            case RG -> this == NEGATIVE_RG || this == POSITIVE_RG || this == POSITIVE_RG_AND_CG;
            case CG -> this == POSITIVE_RG_AND_CG || this == POSITIVE_CG || this == NEGATIVE_CG;
        };
    }

    /** What it makes of the case, in order. */
    public List<Milestone> milestones() {
        return switch (this) {
            case NEGATIVE_RG -> List.of(Milestone.REASONABLE_GROUNDS_NEGATIVE);
            case POSITIVE_RG -> List.of(Milestone.REASONABLE_GROUNDS_POSITIVE);
            case POSITIVE_RG_AND_CG -> List.of(Milestone.REASONABLE_GROUNDS_POSITIVE, Milestone.CONCLUSIVE_POSITIVE);
            case POSITIVE_CG -> List.of(Milestone.CONCLUSIVE_POSITIVE);
            case NEGATIVE_CG -> List.of(Milestone.CONCLUSIVE_NEGATIVE);
        };
    }

    /**
     * What the ballots of one meeting come to; nothing while a question is open or was left open.
     *
     * <p>Conclusive grounds may be voted on at the first meeting where the evidence suffices (NRM-2). Where it did not bring a majority
     * for, the decision of that meeting is the positive reasonable grounds, and conclusive grounds go to the second meeting: nobody is
     * refused conclusive grounds at the meeting that first found reasonable ones.
     */
    public static Optional<Determination> of(List<Ballot> ballots) {
        Optional<Ballot.Result> reasonable = result(ballots, Ground.RG);
        Optional<Ballot.Result> conclusive = result(ballots, Ground.CG);
        if (ballots.stream().anyMatch(ballot -> ballot.ground() == Ground.RG)) {
            return reasonable.flatMap(result -> switch (result) {
                case AGAINST -> Optional.of(NEGATIVE_RG);
                case FOR ->
                    Optional.of(
                            conclusive.filter(Ballot.Result.FOR::equals).isPresent()
                                    ? POSITIVE_RG_AND_CG
                                    : POSITIVE_RG);
                case TIED, NO_QUORUM, PUT_OFF -> Optional.empty();
            });
        }
        return conclusive.flatMap(result -> switch (result) {
            case FOR -> Optional.of(POSITIVE_CG);
            case AGAINST -> Optional.of(NEGATIVE_CG);
            case TIED, NO_QUORUM, PUT_OFF -> Optional.empty();
        });
    }

    private static Optional<Ballot.Result> result(List<Ballot> ballots, Ground ground) {
        return ballots.stream()
                .filter(ballot -> ballot.ground() == ground)
                .findFirst()
                .flatMap(ballot -> Optional.ofNullable(ballot.count()).map(Ballot.Count::result));
    }
}
