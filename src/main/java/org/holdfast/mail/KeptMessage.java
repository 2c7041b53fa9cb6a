package org.holdfast.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message with how far it has come.
 *
 * @param state as kept: waiting, sent or failed
 * @param attempts how often sending it was begun
 * @param nextAttemptAt when it is tried again; null for at once
 * @param lastError what the mail server said last; null where nothing went wrong
 * @param releasedTo the one address to which the co-ordinator let it go; null where it was not held or not let go
 */
public record KeptMessage(
        UUID id,
        Message message,
        Instant postedAt,
        MessageState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Instant sentAt,
        @Nullable String releasedTo) {}
