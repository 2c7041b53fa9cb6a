package org.holdfast.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a program that an administrator is to look after, as it ends soon or has ended with none in its place.
 *
 * @param name of the program
 * @param number which of its secrets; 0 for the one that signs what it is told
 * @param lastDay on which it is still good
 * @param followed whether a successor was made that the program does not use yet
 */
public record SecretEnding(UUID client, String name, int number, LocalDate lastDay, boolean followed) {

    /** So many days before a last day administrators are told. */
    public static final int FIRST_NOTICE = 30;

    /** So many days before they are told again. */
    public static final int LAST_NOTICE = 7;

    /** Whether it is the one that signs what the program is told. */
    public boolean signs() {
        return number == 0;
    }

    /** Whether its last day has passed. */
    public boolean over(Instant now) {
        return ClientSecret.over(lastDay, now);
    }

    /**
     * What ends of one program.
     *
     * @param webhook that of the program, null where it is told nothing
     */
    static List<SecretEnding> of(ApiClient program, @Nullable Webhook webhook, Instant now) {
        if (program.endedAt() != null) {
            return List.of();
        }
        UUID client = program.actor().member();
        String name = program.actor().name();
        List<SecretEnding> endings = new ArrayList<>();
        for (ClientSecret secret : program.secrets()) {
            List<ClientSecret> newer = program.secrets().stream()
                    .filter(other -> other.number() > secret.number() && other.opens(now))
                    .toList();
            boolean changed = newer.stream().anyMatch(other -> other.usedAt() != null);
            boolean matters = secret.opens(now) ? !changed : newer.isEmpty() && last(program, secret);
            if (secret.takenBackAt() == null && matters) {
                endings.add(new SecretEnding(client, name, secret.number(), secret.lastDay(), !newer.isEmpty()));
            }
        }
        if (webhook != null) {
            endings.add(new SecretEnding(client, name, 0, webhook.lastDay(), false));
        }
        return endings.stream().filter(ending -> ending.notice(now) != null).toList();
    }

    private static boolean last(ApiClient program, ClientSecret secret) {
        return program.secrets().getLast().equals(secret);
    }

    /** How many days before the end administrators are told of it by now: 30, 7, or 0 as it has ended; null for not yet. */
    public @Nullable Integer notice(Instant now) {
        long left = ChronoUnit.DAYS.between(UnitedKingdom.day(now), lastDay);
        if (left < 0) {
            return 0;
        }
        if (left <= LAST_NOTICE) {
            return LAST_NOTICE;
        }
        return left <= FIRST_NOTICE && !followed ? Integer.valueOf(FIRST_NOTICE) : null;
    }
}
