package org.holdfast.voice;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A link on which one child says, once, what they wish and feel (GRD-4).
 *
 * @param tongue the language of its pages; the child can choose another
 * @param about what it is for, such as the coming decision
 * @param worded whether a word was agreed that opens it
 * @param refusals how often it was opened by somebody it was not open to
 * @param wishes the entry that it became, once handed in
 */
public record ViewsLink(
        LinkId id,
        CaseId caseId,
        Tongue tongue,
        LinkState state,
        String about,
        boolean worded,
        int refusals,
        Instant expiresAt,
        Instant givenAt,
        UUID givenBy,
        String givenByName,
        @Nullable Instant startedAt,
        @Nullable Instant handedInAt,
        @Nullable UUID wishes,
        @Nullable Instant receivedAt,
        String receivedBy) {

    /** Whether its time is over before it was handed in. */
    public boolean over(Instant now) {
        return (state == LinkState.GIVEN || state == LinkState.STARTED) && !now.isBefore(expiresAt);
    }

    /** Whether the child can still use it. */
    public boolean open(Instant now) {
        return (state == LinkState.GIVEN || state == LinkState.STARTED) && now.isBefore(expiresAt);
    }
}
