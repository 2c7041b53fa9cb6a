package org.holdfast.requests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody without an account who answers one request for an agency, on a link and by nothing else.
 *
 * @param email the mailbox that was written to and has to be proven
 * @param expiresAt when the link closes by itself
 * @param givenByName who had it sent
 * @param codeHash of the one-time code that is open; null where none is
 * @param codes how many were sent so far
 * @param tries how many wrong codes were given for the open one
 * @param passHash of what the browser holds that gave the code; null before
 * @param refusals how often the link was refused
 */
public record Guest(
        UUID id,
        RequestId request,
        String email,
        GuestState state,
        Instant expiresAt,
        Instant givenAt,
        String givenByName,
        @Nullable String codeHash,
        @Nullable Instant codeUntil,
        @Nullable Instant codeSentAt,
        int codes,
        int tries,
        byte @Nullable [] passHash,
        @Nullable Instant passUntil,
        int refusals) {

    /** Whether the link leads anywhere. */
    public boolean open(Instant now) {
        return (state == GuestState.SENT || state == GuestState.OPENED) && now.isBefore(expiresAt);
    }
}
