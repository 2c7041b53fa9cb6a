package org.holdfast.administration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.mail.Retries;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.holdfast.partnership.Round;
import org.holdfast.partnership.Webhook;
import org.holdfast.partnership.WebhookAnswer;
import org.holdfast.partnership.WebhookDelivery;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.Webhooks;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The round that tells programs what happened: it follows the ledger for each, keeps what that program may hear of, and sends it. Whether it
 * may is asked when a line is followed and once more before each attempt. A delivery keeps its id, so whoever gets it twice, after an answer
 * that was lost or from a round that was made twice, knows it.
 */
@Component
class Telling implements Round {

    /** So many lines of the ledger a round for each program, and so many deliveries; the others wait for the next. */
    private static final int LINES = 500;

    private static final int DELIVERIES = 100;

    private final Ledger ledger;
    private final Sharing sharing;
    private final ApiClients clients;
    private final Webhooks webhooks;
    private final Caller caller;
    private final Limits limits;
    private final JsonMapper json;
    private final InstantSource clock;

    Telling(
            Ledger ledger,
            Sharing sharing,
            ApiClients clients,
            Webhooks webhooks,
            Caller caller,
            Limits limits,
            JsonMapper json,
            InstantSource clock) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.clients = clients;
        this.webhooks = webhooks;
        this.caller = caller;
        this.limits = limits;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void make(Actor program, Instant now) {
        for (Webhook webhook : webhooks.standing(program)) {
            follow(program, webhook, now);
            // what is signed by nothing is not sent: it waits for a new secret
            boolean listens = webhook.signs(now);
            for (int sent = 0; listens && sent < DELIVERIES; sent++) {
                listens = tellNext(program, webhook.client());
            }
        }
    }

    private void follow(Actor program, Webhook webhook, Instant now) {
        ledger.within(program, () -> {
            List<LedgerLine> lines = ledger.changesAfter(program, webhook.followed(), LINES);
            Optional<ApiClient> client = standing(program, webhook.client());
            if (client.isPresent() && !lines.isEmpty()) {
                Set<LedgerLine> heard = heard(client.get(), webhook, lines, now);
                webhooks.follow(
                        program,
                        webhook,
                        lines.getLast().seq(),
                        lines.stream().filter(heard::contains).toList(),
                        now);
            }
            return webhook;
        });
    }

    /** Those of the lines that a program may hear of: of a kind it is told, in its scopes, of a case that it may see so. */
    private Set<LedgerLine> heard(ApiClient client, Webhook webhook, Collection<LedgerLine> lines, Instant now) {
        return webhook.kinds().stream()
                .filter(kind -> client.scopes().contains(kind.scope()))
                .flatMap(kind -> {
                    List<LedgerLine> asked = lines.stream()
                            .filter(line ->
                                    line.caseId() != null && kind.events().contains(line.event()))
                            .filter(line -> kind != WebhookKind.REQUESTS || isOfAgency(line, client.actor()))
                            .toList();
                    Set<CaseId> visible = sharing.visible(
                            client.actor(),
                            permission(kind),
                            asked.stream().map(Telling::about).collect(Collectors.toSet()),
                            now);
                    return asked.stream().filter(line -> visible.contains(about(line)));
                })
                .collect(Collectors.toSet());
    }

    /** As the interface asks where it answers the same. A program is invited to no item of an agenda, so it hears of them as co-ordinator only. */
    private static Permission permission(WebhookKind kind) {
        return switch (kind) {
            case REFERRALS -> Permission.SEE_REFERRAL;
            case CASES -> Permission.SEE_CASE;
            case MEETINGS -> Permission.PLAN_MEETING;
            case REQUESTS -> Permission.ANSWER_REQUEST;
            case DECISIONS -> Permission.SEE_PACK;
            case ASSURANCE -> Permission.ASSURE;
        };
    }

    /** Which other agencies are asked about a child is not theirs to hear. */
    private boolean isOfAgency(LedgerLine line, Actor client) {
        return json.readTree(line.detail())
                .path("agency")
                .asString("")
                .equals(client.agency().toString());
    }

    private static CaseId about(LedgerLine line) {
        return new CaseId(Objects.requireNonNull(line.caseId()));
    }

    private Optional<ApiClient> standing(Actor program, UUID client) {
        return clients.client(program, client).filter(it -> it.endedAt() == null);
    }

    /**
     * What a program is sent: ids, a code and a time.
     *
     * @param caseId null for the competent authority, which knows outcome forms and no case (SHR-5)
     */
    record Told(
            UUID delivery,
            String event,
            Instant at,
            @Nullable UUID caseId,
            @Nullable UUID subjectId) {}

    /** A delivery made ready to be sent; with null for what is sent it is not sent after all. */
    private record Ready(
            WebhookDelivery delivery,
            ApiClient client,
            UUID caseId,
            @Nullable Sending sending) {}

    private record Sending(URI address, Map<String, String> headers, String body) {}

    /** Sends what is next, and answers whether to go on: not where nothing waits, nor where nobody listens. */
    private boolean tellNext(Actor program, UUID client) {
        Instant now = clock.instant();
        Ready ready = ledger.within(program, () -> ready(program, client, now)).orElse(null);
        if (ready == null) {
            return false;
        }
        WebhookDelivery delivery = ready.delivery();
        Sending sending = ready.sending();
        if (sending == null) {
            webhooks.stop(program, delivery);
            return true;
        }
        WebhookAnswer answer = caller.send(sending.address(), sending.headers(), sending.body());
        Instant again = Retries.after(delivery.attempts() + 1)
                .map(now::plus)
                .filter(at -> at.isBefore(delivery.waitsSince().plus(limits.hours(Limit.TOLD_HOURS))))
                .orElse(null);
        webhooks.tried(program, ready.client(), delivery, ready.caseId(), answer, again, now);
        return answer.taken();
    }

    private Optional<Ready> ready(Actor program, UUID id, Instant now) {
        Webhook webhook = webhooks.standing(program, id).orElse(null);
        ApiClient client = standing(program, id).orElse(null);
        WebhookDelivery delivery = webhooks.due(program, id, now).orElse(null);
        if (webhook == null || client == null || delivery == null) {
            return Optional.empty();
        }
        LedgerLine line = ledger.changesAfter(program, delivery.line() - 1, 1).getFirst();
        CaseId about = about(line);
        boolean hears = !heard(client, webhook, List.of(line), now).isEmpty();
        return Optional.of(new Ready(
                delivery, client, about.value(), hears ? sending(program, webhook, delivery, line, now) : null));
    }

    private Sending sending(Actor program, Webhook webhook, WebhookDelivery delivery, LedgerLine line, Instant now) {
        boolean ofAssurance = WebhookKind.ASSURANCE.events().contains(line.event());
        String body = json.writeValueAsString(
                new Told(delivery.id(), line.event(), line.at(), ofAssurance ? null : line.caseId(), line.subjectId()));
        String timestamp = "" + now.getEpochSecond();
        Webhook.Signatures signatures = webhooks.sign(program, webhook, timestamp + "." + body, now);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Holdfast-Delivery", delivery.id().toString());
        headers.put("Holdfast-Timestamp", timestamp);
        headers.put("Holdfast-Signature", "sha256=" + signatures.first());
        if (signatures.next() != null) {
            headers.put("Holdfast-Signature-Next", "sha256=" + signatures.next());
        }
        return new Sending(webhook.address(), headers, body);
    }
}
