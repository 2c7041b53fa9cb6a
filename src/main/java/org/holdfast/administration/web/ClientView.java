package org.holdfast.administration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.holdfast.administration.Clients;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.ClientSecret;
import org.holdfast.partnership.Webhook;
import org.holdfast.partnership.WebhookDelivery;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.WebhookState;
import org.jspecify.annotations.Nullable;

/**
 * One program that calls the interface.
 *
 * @param secret shown this once; empty otherwise
 * @param tokens the address at which it gets tokens
 * @param signing the secret by which it knows what it is sent, shown this once; empty otherwise
 * @param overlapDays for how many days a secret still opens beside its successor
 */
public record ClientView(
        Clients.Opened opened, String secret, String tokens, String signing, int overlapDays, Instant now) {

    /** Its secrets that open something now, the oldest first. */
    public List<ClientSecret> secrets() {
        return client().opening(now);
    }

    /** How a new secret comes to the one before. */
    public List<Option> successors(Page page) {
        return Arrays.stream(Clients.Successor.values())
                .map(each -> Option.of(each.name(), page.text(Page.labelKey(each), "" + overlapDays)))
                .toList();
    }

    /** Whether every secret that it had has ended. */
    public boolean shutOut() {
        return here() && secrets().isEmpty();
    }

    /** Until when the signing secret before still signs; null where none does. */
    public @Nullable LocalDate signedBefore() {
        Webhook webhook = opened.webhook();
        return webhook != null && webhook.overlaps(now) ? webhook.before() : null;
    }

    /** Whether nothing is sent, as the signing secret has ended. */
    public boolean unsigned() {
        Webhook webhook = opened.webhook();
        return webhook != null && !webhook.signs(now);
    }

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
