package org.holdfast.decisions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question put to the vote: the threshold of the day, and the count once it was taken.
 *
 * @param count null while the vote is open
 */
public record Ballot(
        Ground ground,
        Wording threshold,
        Instant openedAt,
        @Nullable Count count) {

    /** What a count came to. */
    public enum Result {
        FOR,
        AGAINST,
        /** As many for as against: no decision, the item is adjourned (NRM-4). */
        TIED,
        /** The panel was not quorate: no decision, the item is adjourned (NRM-6). */
        NO_QUORUM,
        /** Put off before the votes were counted: no decision on this question. */
        PUT_OFF;

        /** Whether votes were counted; otherwise those that were given came to nothing. */
        public boolean counted() {
            return switch (this) {
                case FOR, AGAINST, TIED -> true;
                case NO_QUORUM, PUT_OFF -> false;
            };
        }
    }

    /**
     * The count as it was taken.
     *
     * @param votesFor agencies for
     * @param votesAgainst agencies against
     */
    public record Count(Result result, int votesFor, int votesAgainst, Instant at, String by) {}

    public boolean open() {
        return count == null;
    }
}
