package org.holdfast.administration.web;

import java.util.Arrays;
import java.util.List;
import org.holdfast.administration.Clients;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.WebhookDelivery;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.WebhookState;

/**
 * One program that calls the interface.
 *
 * @param secret shown this once; empty otherwise
 * @param tokens the address at which it gets tokens
 * @param signing the secret by which it knows what it is sent, shown this once; empty otherwise
 */
public record ClientView(Clients.Opened opened, String secret, String tokens, String signing) {

    public ApiClient client() {
        return opened.client();
    }

    public String path() {
        return ClientsView.path(client());
    }

    public boolean here() {
        return client().endedAt() == null;
    }

    public List<ClientScope> scopes() {
        return client().scopes().stream().sorted().toList();
    }

    /** What it can be told of. */
    public List<WebhookKind> kinds() {
        return Arrays.stream(WebhookKind.values())
                .filter(kind -> client().scopes().contains(kind.scope()))
                .toList();
    }

    /** What happened, as it stands on the ledger. */
    public static String words(WebhookDelivery delivery) {
        return delivery.event().replace('-', ' ');
    }

    /** The colour of a state. */
    public static String meaning(WebhookState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case TAKEN -> "done";
            case GIVEN_UP -> "overdue";
            case STOPPED -> "quiet";
        };
    }
}
