package org.holdfast.meetings;

import org.holdfast.partnership.MemberId;

/**
 * Somebody whom a meeting in the diary needs.
 *
 * @param away whether they sent apologies
 */
public record Invited(MemberId member, String name, Capacity capacity, boolean away) {

    /** Whether the meeting hangs on them: who leads and who votes cannot be in two places. */
    public boolean needed() {
        return !away && (capacity.chairs() || capacity.votes());
    }
}
