package org.holdfast.meetings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a meeting that does not fit with the calendar or with another meeting. It is shown with what it means; whoever plans may
 * know better.
 *
 * @param names of the people or meetings it is about, fit to be read
 * @param meeting the meeting it is about; null while it is only being planned
 */
public record Clash(
        Sort sort,
        LocalDate day,
        List<String> names,
        @Nullable MeetingId meeting) {
    public Clash {
        names = List.copyOf(names);
    }

    /** What does not fit. */
    public enum Sort {
        /** The partnership holds no meetings on the day. */
        CLOSED_DAY,
        BANK_HOLIDAY,
        WEEKEND,
        /** Somebody who leads or votes is wanted in two meetings at once. */
        IN_TWO_PLACES,
        /** The partnership's one co-ordinator is wanted in two meetings at once. */
        ONE_COORDINATOR,
        /** Another meeting of the same kind is held on the day. */
        SAME_KIND,
        /** Called later than the partnership agreed to. */
        SHORT_NOTICE,
        /** Somebody who leads or votes has sent apologies, and nobody is invited in their place. */
        AWAY,
        /** Somebody who leads or votes has sent apologies, and their deputy is invited: the quorum does not suffer. */
        AWAY_WITH_DEPUTY
    }
}
