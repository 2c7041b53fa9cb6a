package org.holdfast.meetings;

import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a meeting in the diary needs.
 *
 * @param deputyFor in whose place a deputy votes; null for everybody else
 * @param away whether they sent apologies
 */
public record Invited(
        MemberId member,
        String name,
        Capacity capacity,
        @Nullable MemberId deputyFor,
        boolean away) {

    /** Whether the meeting hangs on them: who leads and who votes cannot be in two places. */
    public boolean needed() {
        return !away && (capacity.chairs() || capacity.votes());
    }

    /** Whether they come and take somebody's part: the chair's, or the vote of the one whose deputy they are. */
    boolean standsInFor(Invited other) {
        return !away
                && switch (other.capacity()) {
                    case CHAIR -> capacity == Capacity.DEPUTY_CHAIR;
                    case VOTING -> capacity == Capacity.DEPUTY && other.member().equals(deputyFor);
                    case DEPUTY_CHAIR,
                            DEPUTY,
                            ADVISER,
                            GUARDIAN_SERVICE,
                            SOCIAL_WORKER,
                            INTERPRETER,
                            NOTE_TAKER,
                            OBSERVER -> false;
                };
    }
}
