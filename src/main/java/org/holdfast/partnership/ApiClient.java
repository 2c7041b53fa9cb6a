package org.holdfast.partnership;

import java.time.Instant;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A program that calls the interface for an agency.
 *
 * @param actor as whom it asks, with its roles
 * @param scopes what it may ask at all
 * @param standing whether its secret is its token, as in a demonstration; else it gets short-lived tokens for it
 * @param aMinute how many requests it may make in a minute
 * @param tokenAt when it last got a token; null for never
 * @param endedAt since when it gets in no more
 */
public record ApiClient(
        Actor actor,
        Set<ClientScope> scopes,
        boolean standing,
        int aMinute,
        Instant madeAt,
        @Nullable Instant tokenAt,
        @Nullable Instant endedAt) {
    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /**
     * A secret shown this once.
     *
     * @param secret of the client, to be kept where it runs
     */
    public record Secret(ApiClient client, String secret) {}

    /** A token given for a secret, and what it opens. */
    public record Token(String token, Set<ClientScope> scopes) {}
}
