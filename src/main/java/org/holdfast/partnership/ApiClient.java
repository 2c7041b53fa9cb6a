package org.holdfast.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A program that calls the interface for an agency.
 *
 * @param actor as whom it asks, with its roles
 * @param scopes what it may ask at all
 * @param standing whether its first secret is its token, as in a demonstration; else it gets short-lived tokens for them
 * @param aMinute how many requests it may make in a minute
 * @param secrets all that it ever had, the oldest first
 * @param tokenAt when it last got a token; null for never
 * @param endedAt since when it gets in no more
 */
public record ApiClient(
        Actor actor,
        Set<ClientScope> scopes,
        boolean standing,
        int aMinute,
        List<ClientSecret> secrets,
        Instant madeAt,
        @Nullable Instant tokenAt,
        @Nullable Instant endedAt) {
    public ApiClient {
        scopes = Set.copyOf(scopes);
        secrets = List.copyOf(secrets);
    }

    /** The same program with fewer scopes: those of one token. */
    ApiClient within(Set<ClientScope> fewer) {
        return new ApiClient(actor, fewer, standing, aMinute, secrets, madeAt, tokenAt, endedAt);
    }

    /** The secrets that open something at this moment, the oldest first: two where a successor was made. */
    public List<ClientSecret> opening(Instant now) {
        return secrets.stream().filter(secret -> secret.opens(now)).toList();
    }

    /** The last day on which it gets in with a secret that it has; the past one of a program whose secrets have all ended. */
    public Optional<LocalDate> lastDay() {
        return secrets.stream()
                .filter(secret -> secret.takenBackAt() == null)
                .map(ClientSecret::lastDay)
                .max(Comparator.naturalOrder());
    }

    /**
     * A secret shown this once.
     *
     * @param number which of the program's it is
     * @param secret of the client, to be kept where it runs
     */
    public record Secret(ApiClient client, int number, String secret) {}

    /** A program that proved itself, and by which of its secrets. */
    public record Proved(ApiClient client, int secret) {}

    /** A token given for a secret, and what it opens. */
    public record Token(String token, Set<ClientScope> scopes) {}

    /** What a program, or somebody in its name, tried and was refused. */
    public enum Fault {
        /** A secret that is none of its. */
        WRONG_SECRET,
        /** A token that was changed, or made for another. */
        FORGED_TOKEN,
        /** Something for which its token has no scope. */
        OUT_OF_SCOPE,
        /** More requests in a minute than it may make. */
        TOO_MANY_REQUESTS
    }

    /** What came of a secret that somebody sent for a program. */
    public sealed interface Proof {
        /** It is a secret of that program, and opens. */
        record Good(Proved proved) implements Proof {}

        /** It was a secret of that program until the end of that day. */
        record Over(LocalDate lastDay) implements Proof {}

        /** It is no secret of any such program, or was taken back. */
        record None() implements Proof {}
    }
}
