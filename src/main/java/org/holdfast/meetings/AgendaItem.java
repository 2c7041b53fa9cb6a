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
        int version) {

    static AgendaItem listed(
            AgendaItemId id,
            MeetingId meeting,
            CaseId caseId,
            int position,
            Purpose purpose,
            String because,
            @Nullable AgendaItemId carriedFrom) {
        return new AgendaItem(
                id,
                meeting,
                caseId,
                position,
                purpose,
                because,
                AgendaItemState.LISTED,
                null,
                null,
                null,
                "",
                carriedFrom,
                1);
    }

    /** Called: it keeps the time at which it was called first. */
    AgendaItem called(Instant now) {
        return in(AgendaItemState.DISCUSSING, startedAt == null ? now : startedAt, null, null, "");
    }

    AgendaItem putBack() {
        return in(AgendaItemState.LISTED, startedAt, null, null, "");
    }

    /** Settled in a state that needs no more than words. */
    AgendaItem settled(AgendaItemState newState, String words, Instant now) {
        return in(newState, startedAt, now, null, words);
    }

    AgendaItem adjourned(AdjournedFor why, String words, Instant now) {
        return in(AgendaItemState.ADJOURNED, startedAt, now, why, words);
    }

    private AgendaItem in(
            AgendaItemState newState,
            @Nullable Instant started,
            @Nullable Instant finished,
            @Nullable AdjournedFor why,
            String words) {
        return new AgendaItem(
                id,
                meeting,
                caseId,
                position,
                purpose,
                because,
                newState,
                started,
                finished,
                why,
                words,
                carriedFrom,
                version);
    }
}
