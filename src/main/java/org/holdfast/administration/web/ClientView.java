package org.holdfast.administration.web;

import java.util.List;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ClientScope;

/**
 * One program that calls the interface.
 *
 * @param secret shown this once; empty otherwise
 * @param tokens the address at which it gets tokens
 */
public record ClientView(ApiClient client, String secret, String tokens) {

    public String path() {
        return ClientsView.path(client);
    }

    public boolean here() {
        return client.endedAt() == null;
    }

    public List<ClientScope> scopes() {
        return client.scopes().stream().sorted().toList();
    }
}
