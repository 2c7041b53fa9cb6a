package org.holdfast.partnership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a program is told. Of the child it names nothing but the line of the ledger that it tells of.
 *
 * @param id the same each time it is tried, so that whoever gets it twice knows it
 * @param line place of that line in the chain
 * @param event what happened, such as {@code decision-issued}
 * @param waitsSince since when it is tried
 * @param answer to the last attempt; null where there was none yet
 */
public record WebhookDelivery(
        UUID id,
        UUID client,
        long line,
        String event,
        Instant happenedAt,
        WebhookState state,
        Instant waitsSince,
        int attempts,
        Instant nextAttemptAt,
        @Nullable Instant triedAt,
        @Nullable WebhookAnswer answer) {}
