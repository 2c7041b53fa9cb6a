package org.holdfast.meetings;

import java.time.Instant;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One child's case on the agenda.
 *
 * @param position place on the agenda, from 1
 * @param because why it is on the agenda, as the co-ordinator put it; empty when it is there because it is due
 * @param startedAt when it was first called
 * @param finishedAt when it was decided, concluded or adjourned
 * @param settledBecause the words given when it was adjourned or withdrawn
 * @param carriedFrom the adjourned item this one goes on with
 */
public record AgendaItem(
        AgendaItemId id,
        MeetingId meeting,
        CaseId caseId,
        int position,
        Purpose purpose,
        String because,
        AgendaItemState state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable AdjournedFor adjournedFor,
        String settledBecause,
        @Nullable AgendaItemId carriedFrom,
        int version) {}
