package org.holdfast.administration.web;

import java.util.List;
import org.holdfast.partnership.ApiClient;

/** Programs that call the interface. */
public record ClientsView(List<ApiClient> clients) {

    public static String path(ApiClient client) {
        return "/administration/clients/" + client.actor().member();
    }
}
