package org.holdfast.partnership;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Where a program is told that something happened.
 *
 * @param client the program
 * @param id another with each secret
 * @param followed place of the last line of the ledger that was looked at for it
 */
public record Webhook(UUID client, UUID id, URI address, Set<WebhookKind> kinds, long followed, Instant setAt) {
    public Webhook {
        kinds = Set.copyOf(kinds);
    }
}
