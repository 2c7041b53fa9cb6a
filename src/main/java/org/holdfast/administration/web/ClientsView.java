package org.holdfast.administration.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.partnership.ApiClient;

/**
 * Programs that call the interface.
 *
 * @param undelivered how many deliveries to them were given up
 */
public record ClientsView(List<ApiClient> clients, Map<UUID, Integer> undelivered) {

    public static String path(ApiClient client) {
        return "/administration/clients/" + client.actor().member();
    }

    public int undelivered(ApiClient client) {
        return undelivered.getOrDefault(client.actor().member(), 0);
    }
}
