package org.holdfast.partnership;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to where programs are told that something happened, and to what has reached them. What is sent is signed with a secret that
 * only the program and this door know. Who may be told of what the caller asks {@code sharing}.
 */
@Component
public final class Webhooks {

    private final Ledger ledger;
    private final WebhookStore store;
    private final ApiClients clients;
    private final Strongbox strongbox;
    private final Tokens tokens;
    private final Limits limits;
    private final Supplier<UUID> ids;

    Webhooks(
            Ledger ledger,
            WebhookStore store,
            ApiClients clients,
            Strongbox strongbox,
            Tokens tokens,
            Limits limits,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.clients = clients;
        this.strongbox = strongbox;
        this.tokens = tokens;
        this.limits = limits;
        this.ids = ids;
    }

    /** Those that programs of the actor's partnership have now. */
    public List<Webhook> standing(Actor actor) {
        return ledger.within(actor, () -> store.standing(actor.partnership()));
    }

    /** That of one program, if it is told anything now. */
    public Optional<Webhook> standing(Actor actor, UUID client) {
        return ledger.within(actor, () -> store.standing(actor.partnership(), client));
    }

    /**
     * Has a program told of what happens from now on, and answers the secret by which it knows what is sent to it: shown this once. The caller
     * has asked {@code sharing}.
     *
     * @return empty where it is told already
     */
    public Optional<String> tell(Actor by, UUID client, URI address, Set<WebhookKind> kinds, Instant now) {
        return ledger.within(by, () -> {
            String secret = tokens.make();
            LocalDate lastDay = clients.usualLastDay(now);
            Webhook webhook = new Webhook(client, ids.get(), address, kinds, ledger.length(by), now, lastDay, null);
            if (!store.add(by.partnership(), webhook, shut(webhook.id(), secret))) {
                return Optional.empty();
            }
            recordSet(by, webhook, now);
            return Optional.of(secret);
        });
    }

    /**
     * Tells a program at another address, or of other things, from now on. The secrets that sign stay as they are, with the days on which they
     * end, so that nothing is sent that the program does not know: another one is made by itself ({@link #anotherSecret}). The caller has asked
     * {@code sharing}.
     *
     * @param seen the id of the webhook that was there
     * @return false where it is another by now
     */
    public boolean tellOtherwise(Actor by, UUID client, URI address, Set<WebhookKind> kinds, UUID seen, Instant now) {
        return ledger.within(by, () -> {
            Webhook before = store.lock(by.partnership(), client)
                    .filter(webhook -> webhook.id().equals(seen))
                    .orElse(null);
            if (before == null) {
                return false;
            }
            Webhook webhook = new Webhook(
                    client, ids.get(), address, kinds, before.followed(), now, before.lastDay(), before.before());
            byte[] secret = opened(seen, store.secret(by.partnership(), client).secret());
            store.change(by.partnership(), webhook, strongbox.shut(webhook.id(), secret));
            recordSet(by, webhook, now);
            return true;
        });
    }

    private void recordSet(Actor by, Webhook webhook, Instant now) {
        ledger.record(
                by,
                now,
                new PartnershipEvent.WebhookSet(
                        webhook.client(),
                        webhook.address().getHost(),
                        webhook.kinds().stream().sorted().toList(),
                        webhook.lastDay()));
    }

    /**
     * Gives what a program is told another secret, shown this once. The one before signs beside it for some days, so that the program can
     * change without a gap. The caller has asked {@code sharing}.
     *
     * @param seen the id of the webhook that was there; empty comes back where it is another by now
     */
    public Optional<String> anotherSecret(Actor by, UUID client, LocalDate lastDay, UUID seen, Instant now) {
        return ledger.within(by, () -> {
            Webhook before = store.lock(by.partnership(), client)
                    .filter(webhook -> webhook.id().equals(seen))
                    .orElse(null);
            if (before == null) {
                return Optional.empty();
            }
            String secret = tokens.make();
            UUID id = ids.get();
            LocalDate until = UnitedKingdom.day(now).plusDays(limits.of(Limit.SECRET_OVERLAP_DAYS));
            store.renew(
                    by.partnership(),
                    before,
                    before.lastDay().isBefore(until) ? before.lastDay() : until,
                    id,
                    shut(id, secret),
                    lastDay);
            ledger.record(by, now, new PartnershipEvent.WebhookKeyReplaced(client, lastDay));
            return Optional.of(secret);
        });
    }

    private byte[] shut(UUID webhook, String secret) {
        return strongbox.shut(webhook, secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** The secrets of the partnership's programs that end soon, or have ended with none in their place, and those that sign. */
    public List<SecretEnding> endings(Actor actor, Instant now) {
        return ledger.within(actor, () -> {
            Map<UUID, Webhook> told =
                    standing(actor).stream().collect(Collectors.toMap(Webhook::client, Function.identity()));
            return clients.all(actor).stream()
                    .flatMap(program ->
                            SecretEnding.of(program, told.get(program.actor().member()), now).stream())
                    .toList();
        });
    }

    /**
     * Notes that administrators are told that a secret ends.
     *
     * @param days how many days before
     * @return false where they were told so already
     */
    public boolean endNoticed(Actor program, SecretEnding ending, int days) {
        return ending.signs()
                ? ledger.within(program, () -> store.noticed(program.partnership(), ending.client(), days))
                : clients.endNoticed(program, ending.client(), ending.number(), days);
    }

    /** Tells a program nothing any more, nor what still waits. The caller has asked {@code sharing}. */
    public boolean end(Actor by, UUID client, Instant now) {
        return ledger.within(by, () -> {
            boolean ended = store.end(by.partnership(), client, now);
            if (ended) {
                ledger.record(by, now, new PartnershipEvent.WebhookEnded(client));
            }
            return ended;
        });
    }

    /** The newest deliveries to a program, the newest first. */
    public List<WebhookDelivery> deliveries(Actor actor, UUID client, int most) {
        return ledger.within(actor, () -> store.latest(actor.partnership(), client, most));
    }

    /** How many deliveries were given up, by program; who has none is left out. */
    public Map<UUID, Integer> givenUp(Actor actor) {
        return ledger.within(actor, () -> store.givenUp(actor.partnership()));
    }

    /** Has what was given up tried for another day, under the ids it had. The caller has asked {@code sharing}. */
    public int again(Actor by, UUID client, Instant now) {
        return ledger.within(by, () -> {
            int deliveries = store.again(by.partnership(), client, now);
            if (deliveries > 0) {
                ledger.record(by, now, new PartnershipEvent.WebhookTriedAgain(client, deliveries));
            }
            return deliveries;
        });
    }

    /**
     * Goes on along the ledger.
     *
     * @param until place of the last line that was looked at
     * @param told those of the lines that the program is to be told of
     */
    public void follow(Actor program, Webhook webhook, long until, List<LedgerLine> told, Instant now) {
        ledger.within(program, () -> {
            if (store.follow(program.partnership(), webhook, until)) {
                for (LedgerLine line : told) {
                    store.add(
                            program.partnership(),
                            new WebhookDelivery(
                                    ids.get(),
                                    webhook.client(),
                                    line.seq(),
                                    line.event(),
                                    line.at(),
                                    WebhookState.WAITING,
                                    now,
                                    0,
                                    now,
                                    null,
                                    null));
                }
            }
            return webhook;
        });
    }

    /** What is to be sent to a program next. */
    public Optional<WebhookDelivery> due(Actor program, UUID client, Instant now) {
        return ledger.within(program, () -> store.due(program.partnership(), client, now));
    }

    /**
     * The signatures under something that is sent: HMAC-SHA-256 of it under the secret. While a secret and its successor overlap, the first
     * is that of the one before: whoever has not changed yet notices nothing.
     */
    public Webhook.Signatures sign(Actor program, Webhook webhook, String sent, Instant now) {
        WebhookStore.Secrets secrets =
                ledger.within(program, () -> store.secret(program.partnership(), webhook.client()));
        String newest = signature(secrets.id(), secrets.secret(), sent);
        UUID beforeId = secrets.beforeId();
        byte[] before = secrets.before();
        return beforeId == null || before == null || !webhook.overlaps(now)
                ? new Webhook.Signatures(newest, null)
                : new Webhook.Signatures(signature(beforeId, before, sent), newest);
    }

    private String signature(UUID id, byte[] shut, String sent) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(opened(id, shut), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(sent.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] opened(UUID id, byte[] shut) {
        return strongbox
                .openIfOurs(id, shut)
                .orElseThrow(() -> new IllegalStateException(
                        "the secret of a program's webhook cannot be opened: is this the key it was kept with?"));
    }

    /** Does not send it after all: the program may not see that case any more. */
    public void stop(Actor program, WebhookDelivery delivery) {
        ledger.within(program, () -> {
            store.stop(program.partnership(), delivery.id());
            return delivery;
        });
    }

    /**
     * Keeps what came of an attempt. That something of the case went to the program is on the ledger as its own look (SHR-2), whatever it
     * answered.
     *
     * @param caseId of the case it told of
     * @param again when it is tried again, unless it was taken; null where it is given up
     */
    public void tried(
            Actor program,
            ApiClient client,
            WebhookDelivery delivery,
            UUID caseId,
            WebhookAnswer answer,
            @Nullable Instant again,
            Instant now) {
        ledger.within(program, () -> {
            WebhookState state =
                    answer.taken() ? WebhookState.TAKEN : again == null ? WebhookState.GIVEN_UP : WebhookState.WAITING;
            store.tried(
                    program.partnership(), delivery.id(), state, answer, Objects.requireNonNullElse(again, now), now);
            if (answer.fault() != WebhookFault.CLOSED) {
                ledger.record(
                        client.actor(),
                        now,
                        new PartnershipEvent.ProgramTold(
                                delivery.id(), caseId, delivery.event(), delivery.attempts() + 1));
            }
            if (state == WebhookState.GIVEN_UP) {
                ledger.record(
                        program,
                        now,
                        new PartnershipEvent.WebhookGivenUp(
                                client.actor().member(), delivery.id(), delivery.attempts() + 1));
            }
            return delivery;
        });
    }
}
