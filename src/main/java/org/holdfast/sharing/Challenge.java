package org.holdfast.sharing;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks whether a person has to see a case, and somebody else reviews it (SHR-3).
 *
 * @param member whose access it is
 * @param rests whether the person is kept out until it was reviewed
 * @param by who asks
 * @param reviewedBy by name; empty before
 * @param words what whoever reviewed it said; empty before
 */
public record Challenge(
        UUID id,
        CaseId caseId,
        MemberId member,
        String memberName,
        String agencyName,
        String reason,
        boolean rests,
        MemberId by,
        String byName,
        Instant at,
        State state,
        String reviewedBy,
        String words,
        @Nullable Instant reviewedAt) {

    /** Where it stands. */
    public enum State {
        OPEN,
        /** The access was right, and is as it was. */
        CONFIRMED,
        /** The person reads the case, and does nothing else in it. */
        NARROWED,
        /** The person is kept out. */
        ENDED
    }

    /** Whether somebody has still to review it. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether this member may review it: neither whose access it is, nor who asked. */
    public boolean reviewableBy(MemberId reviewer) {
        return open() && !reviewer.equals(member) && !reviewer.equals(by);
    }
}
