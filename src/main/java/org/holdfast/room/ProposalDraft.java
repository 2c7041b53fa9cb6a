package org.holdfast.room;

import java.time.LocalDate;
import org.holdfast.meetings.AttendeeId;
import org.jspecify.annotations.Nullable;

/** An action as somebody types it to propose it; null where nothing fit was typed. */
public record ProposalDraft(
        String what,
        String why,
        @Nullable AttendeeId owner,
        @Nullable LocalDate dueOn) {}
