package org.holdfast.room;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.casework.ActionDraft;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * An action that somebody proposes at an item: what, why, who of which agency does it, by when (MTG-4, MTG-5). Whoever runs or chairs the
 * meeting agrees it in the room, and it is an action of the case's plan from then on; or it is not agreed, with the reason.
 *
 * @param owner who is to do it
 * @param proposer who proposed it, with their agency
 * @param because why it was not agreed; empty otherwise
 * @param settler who agreed it or did not; null while it waits
 * @param action the action of the case once agreed
 */
public record Proposal(
        UUID id,
        AgendaItemId item,
        String what,
        String why,
        Owner owner,
        LocalDate dueOn,
        String proposer,
        String proposerAgency,
        Instant proposedAt,
        State state,
        String because,
        @Nullable String settler,
        @Nullable UUID action,
        int version) {

    /** Who is to do it: an attendee of the meeting, as named then. */
    public record Owner(AttendeeId attendee, MemberId member, String name, AgencyId agency, String agencyName) {}

    /** Where a proposal stands. */
    public enum State {
        PROPOSED,
        AGREED,
        NOT_AGREED
    }

    /** As the case's plan takes it. */
    ActionDraft draft() {
        return new ActionDraft(what, why, owner.member(), owner.name(), owner.agency(), owner.agencyName(), dueOn);
    }
}
