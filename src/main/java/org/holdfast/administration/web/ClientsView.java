package org.holdfast.administration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.SecretEnding;

/**
 * Programs that call the interface.
 *
 * @param undelivered how many deliveries to them were given up
 */
public record ClientsView(List<ApiClient> clients, Map<UUID, Integer> undelivered, Instant now) {

    public static String path(ApiClient client) {
        return "/administration/clients/" + client.actor().member();
    }

    public int undelivered(ApiClient client) {
        return undelivered.getOrDefault(client.actor().member(), 0);
    }

    /** Whether every secret of a program that stands has ended. */
    public boolean shutOut(ApiClient client) {
        return client.endedAt() == null && client.opening(now).isEmpty();
    }

    /** Whether the last secret of a program ends soon. */
    public boolean endsSoon(ApiClient client) {
        return client.endedAt() == null
                && !client.opening(now).isEmpty()
                && client.lastDay()
                        .filter(day -> day.isBefore(UnitedKingdom.day(now).plusDays(SecretEnding.FIRST_NOTICE + 1)))
                        .isPresent();
    }
}
