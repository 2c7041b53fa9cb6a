package org.holdfast.partnership;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a program is told that something happened.
 *
 * @param client the program
 * @param id another with each secret, and each change
 * @param followed place of the last line of the ledger that was looked at for it
 * @param lastDay the last day on which its secret signs anything; afterwards nothing is sent
 * @param before the last day on which the secret before signs too; null where there is none any more
 */
public record Webhook(
        UUID client,
        UUID id,
        URI address,
        Set<WebhookKind> kinds,
        long followed,
        Instant setAt,
        LocalDate lastDay,
        @Nullable LocalDate before) {
    public Webhook {
        kinds = Set.copyOf(kinds);
    }

    /** Whether something may be sent, as there is a secret that signs it. */
    public boolean signs(Instant now) {
        return !ClientSecret.over(lastDay, now);
    }

    /** Whether the secret before signs too at this moment, so that a program that has not changed yet knows what it is sent. */
    public boolean overlaps(Instant now) {
        return before != null && !ClientSecret.over(before, now);
    }

    /**
     * The signatures under something that is sent, in hexadecimal.
     *
     * @param first by the secret that the program surely has
     * @param next by its successor, while both overlap; null otherwise
     */
    public record Signatures(String first, @Nullable String next) {}
}
