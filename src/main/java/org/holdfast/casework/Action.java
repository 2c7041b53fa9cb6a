package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * One action of the plan: who of which agency does what, why and by when (MTG-5).
 *
 * @param ownerMember the owner's account; null for an owner without one
 * @param ownerAgency the owner's agency, if it is one of the partnership
 * @param agreedAt the meeting that agreed it, if one did
 * @param settledOn the day on which it was done, overtaken or left undone; null while it still is to be done
 * @param steps what became of it, oldest first
 */
public record Action(
        UUID id,
        String what,
        String why,
        @Nullable MemberId ownerMember,
        String ownerName,
        @Nullable AgencyId ownerAgency,
        String ownerAgencyName,
        LocalDate dueOn,
        ActionState state,
        @Nullable UUID agreedAt,
        LocalDate agreedOn,
        @Nullable LocalDate settledOn,
        int version,
        List<Step> steps) {

    /** One thing done with it, and what was said about that. */
    public record Step(ActionCommand command, String note, Instant at, String by) {}

    public Action {
        steps = List.copyOf(steps);
    }

    /** Whether it still is to be done and its day has gone by. */
    public boolean overdue(LocalDate today) {
        return state.open() && dueOn.isBefore(today);
    }
}
