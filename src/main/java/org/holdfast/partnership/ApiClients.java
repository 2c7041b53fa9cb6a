package org.holdfast.partnership;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to the programs that call the interface: each proves itself by a secret (OAuth 2 client credentials, RFC 6749 section 4.4) and
 * gets a short-lived token. A secret is good until its last day, may overlap with its successor, and is kept as a hash; a token is
 * enciphered, names its client and is kept nowhere.
 */
@Component
public final class ApiClients {

    /** With what a token begins, so that nothing else that is enciphered here is taken for one. */
    private static final byte[] KIND = "access-token\n".getBytes(StandardCharsets.US_ASCII);

    private final Ledger ledger;
    private final ClientStore store;
    private final WebhookStore webhooks;
    private final Strongbox strongbox;
    private final Tokens tokens;
    private final Limits limits;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    /** When a refusal of a kind was last kept for a program. */
    private final ConcurrentMap<String, Instant> refusals = new ConcurrentHashMap<>();

    ApiClients(
            Ledger ledger,
            ClientStore store,
            WebhookStore webhooks,
            Strongbox strongbox,
            Tokens tokens,
            Limits limits,
            TransactionTemplate transaction,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.webhooks = webhooks;
        this.strongbox = strongbox;
        this.tokens = tokens;
        this.limits = limits;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** How long a token opens anything. */
    public Duration tokenLasts() {
        return limits.minutes(Limit.TOKEN_MINUTES);
    }

    /** The last day of a secret that is made now, where nobody says an earlier one. */
    public LocalDate usualLastDay(Instant now) {
        return UnitedKingdom.day(now).plusDays(limits.of(Limit.SECRET_DAYS));
    }

    /** Admits a program with a secret for as long as secrets last here. The caller has asked {@code sharing}. */
    public ApiClient.Secret admit(
            Actor by, Agency agency, String name, Set<Role> roles, Set<ClientScope> scopes, int aMinute, Instant now) {
        return admit(by, agency, name, roles, scopes, aMinute, usualLastDay(now), now);
    }

    /** Admits a program with a secret until the end of that day. The caller has asked {@code sharing}. */
    public ApiClient.Secret admit(
            Actor by,
            Agency agency,
            String name,
            Set<Role> roles,
            Set<ClientScope> scopes,
            int aMinute,
            LocalDate lastDay,
            Instant now) {
        return admit(by, agency, name, roles, scopes, false, aMinute, lastDay, now);
    }

    ApiClient.Secret admit(
            Actor by,
            Agency agency,
            String name,
            Set<Role> roles,
            Set<ClientScope> scopes,
            boolean standing,
            int aMinute,
            LocalDate lastDay,
            Instant now) {
        String secret = tokens.make();
        ClientSecret first = new ClientSecret(1, now, lastDay, null, null);
        ApiClient client = new ApiClient(
                new Actor(
                        by.partnership(),
                        Actor.Kind.INTERFACE,
                        ids.get(),
                        name,
                        agency.id().value(),
                        agency.name(),
                        roles),
                scopes,
                standing,
                aMinute,
                List.of(first),
                now,
                null,
                null);
        return ledger.within(by, () -> {
            store.add(client, first, Tokens.hash(secret));
            ledger.record(
                    by,
                    now,
                    new PartnershipEvent.ApiClientAdmitted(
                            client.actor().member(), roles.stream().sorted().toList(), words(scopes), lastDay));
            return new ApiClient.Secret(client, first.number(), secret);
        });
    }

    /** The programs of the actor's partnership, by name, those that were ended among them. */
    public List<ApiClient> all(Actor actor) {
        return ledger.within(actor, () -> store.all(actor.partnership()));
    }

    /** One program of the actor's partnership. */
    public Optional<ApiClient> client(Actor actor, UUID client) {
        return all(actor).stream()
                .filter(each -> each.actor().member().equals(client))
                .findFirst();
    }

    /**
     * Gives a program another secret, shown this once. The caller has asked {@code sharing}.
     *
     * @param lastDay of the new one
     * @param overlaps whether the one before still opens for some days, so that the program can change without a gap; else it, and every
     *     token got with it, opens nothing from now on
     */
    public Optional<String> anotherSecret(Actor by, UUID client, LocalDate lastDay, boolean overlaps, Instant now) {
        return ledger.within(
                by,
                () -> store.lock(by.partnership(), client).map(program -> {
                    List<ClientSecret> opening = program.opening(now);
                    LocalDate until = UnitedKingdom.day(now).plusDays(limits.of(Limit.SECRET_OVERLAP_DAYS));
                    for (ClientSecret before : opening) {
                        if (!overlaps || !before.equals(opening.getLast())) {
                            store.takeBack(client, before.number(), now);
                        } else if (before.lastDay().isAfter(until)) {
                            store.until(client, before.number(), until);
                        }
                    }
                    String secret = tokens.make();
                    int number = program.secrets().stream()
                                    .mapToInt(ClientSecret::number)
                                    .max()
                                    .orElse(0)
                            + 1;
                    store.addSecret(client, new ClientSecret(number, now, lastDay, null, null), Tokens.hash(secret));
                    ledger.record(by, now, new PartnershipEvent.ApiClientSecretReplaced(client, lastDay, overlaps));
                    return secret;
                }));
    }

    /** Takes one of two secrets back before its last day: it opens nothing from now on. The caller has asked {@code sharing}. */
    public boolean takeBack(Actor by, UUID client, int number, Instant now) {
        return ledger.within(by, () -> {
            boolean known = store.lock(by.partnership(), client)
                    .filter(program -> program.opening(now).stream().anyMatch(each -> each.number() == number))
                    .isPresent();
            if (known) {
                store.takeBack(client, number, now);
                ledger.record(by, now, new PartnershipEvent.ApiClientSecretTakenBack(client, number));
            }
            return known;
        });
    }

    /**
     * Notes that administrators are told that a secret ends.
     *
     * @param days how many days before
     * @return false where they were told so already
     */
    boolean endNoticed(Actor program, UUID client, int number, int days) {
        return ledger.within(program, () -> store.noticed(client, number, days));
    }

    /** Ends a program: its secret and its tokens open nothing from now on, and it is told nothing. What it did stays as it was. */
    public boolean end(Actor by, UUID client, Instant now) {
        return ledger.within(by, () -> {
            boolean ended = store.end(by.partnership(), client, now);
            if (ended) {
                webhooks.end(by.partnership(), client, now);
                ledger.record(by, now, new PartnershipEvent.ApiClientEnded(client));
            }
            return ended;
        });
    }

    /** What a secret proves. One that has ended is refused, and that stands on the ledger. */
    public ApiClient.Proof prove(String client, String secret, Instant now) {
        ClientStore.Kept kept = uuid(client)
                .flatMap(id -> transaction.execute(status -> store.bySecret(id, Tokens.hash(secret))))
                .orElse(null);
        if (kept == null) {
            refused(client, ApiClient.Fault.WRONG_SECRET, now);
            return new ApiClient.Proof.None();
        }
        if (kept.secret().opens(now)) {
            return new ApiClient.Proof.Good(
                    new ApiClient.Proved(kept.client(), kept.secret().number()));
        }
        Actor asking = kept.client().actor();
        ledger.within(asking, () -> {
            ledger.record(
                    asking,
                    now,
                    new PartnershipEvent.EndedSecretRefused(
                            asking.member(),
                            kept.secret().number(),
                            kept.secret().lastDay()));
            return asking;
        });
        return new ApiClient.Proof.Over(kept.secret().lastDay());
    }

    /**
     * Gives a token to a program that has proved itself.
     *
     * @param asked the scopes it asks for, of those it has; with none it gets all it has
     */
    public ApiClient.Token token(ApiClient.Proved proved, Set<ClientScope> asked, Instant now) {
        ApiClient client = proved.client();
        UUID id = client.actor().member();
        Set<ClientScope> scopes = asked.isEmpty() ? client.scopes() : asked;
        if (!client.scopes().containsAll(scopes)) {
            throw new IllegalArgumentException("a scope that the client does not have");
        }
        return ledger.within(client.actor(), () -> {
            byte[] words = String.join(" ", words(scopes)).getBytes(StandardCharsets.US_ASCII);
            byte[] shut = strongbox.shut(
                    id,
                    ByteBuffer.allocate(KIND.length + 12 + words.length)
                            .put(KIND)
                            .putLong(now.plus(tokenLasts()).getEpochSecond())
                            .putInt(proved.secret())
                            .put(words)
                            .array());
            store.tokenGiven(id, proved.secret(), now);
            ledger.record(client.actor(), now, new PartnershipEvent.TokenGiven(id, words(scopes)));
            return new ApiClient.Token(
                    id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(shut), scopes);
        });
    }

    /** The program that a token belongs to, with the scopes of this token; empty where it or its secret is over, or the program was ended. */
    public Optional<ApiClient> client(String token, Instant now) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return store.standing(Tokens.hash(token))
                    .filter(kept -> kept.secret().opens(now))
                    .map(ClientStore.Kept::client);
        }
        UUID id = uuid(token.substring(0, dot)).orElse(null);
        byte[] shut = bytes(token.substring(dot + 1)).orElse(null);
        if (id == null || shut == null) {
            return Optional.empty();
        }
        return opened(id, shut).flatMap(read -> {
            Instant until = Instant.ofEpochSecond(read.getLong());
            int number = read.getInt();
            Set<ClientScope> scopes = EnumSet.noneOf(ClientScope.class);
            for (String word : StandardCharsets.US_ASCII.decode(read).toString().split(" ")) {
                ClientScope.of(word).ifPresent(scopes::add);
            }
            if (!now.isBefore(until)) {
                return Optional.empty();
            }
            return store.secret(id, number)
                    .filter(it -> it.secret().opens(now))
                    .map(ClientStore.Kept::client)
                    .map(client -> {
                        scopes.retainAll(client.scopes());
                        return client.within(scopes);
                    });
        });
    }

    /** Whether a token names a program and was not made here for it. One that is merely over is not forged. */
    public boolean forged(String token) {
        int dot = token.indexOf('.');
        UUID id = dot < 0 ? null : uuid(token.substring(0, dot)).orElse(null);
        return id != null
                && bytes(token.substring(dot + 1))
                        .flatMap(shut -> opened(id, shut))
                        .isEmpty();
    }

    /** What a token of that program says after its kind; empty where it is none, though it may be something else that was enciphered here. */
    private Optional<ByteBuffer> opened(UUID id, byte[] shut) {
        return strongbox
                .openIfOurs(id, shut)
                .filter(open ->
                        open.length >= KIND.length + 12 && Arrays.equals(open, 0, KIND.length, KIND, 0, KIND.length))
                .map(open -> ByteBuffer.wrap(open, KIND.length, open.length - KIND.length));
    }

    /**
     * Keeps on the ledger that something which a program sent, or somebody in its name, was refused. Of each kind one line a minute for
     * each program, so that nobody fills the ledger.
     *
     * @param client its id as it was sent, or what a token names before its first full stop
     */
    public void refused(String client, ApiClient.Fault fault, Instant now) {
        uuid(client.split("\\.", 2)[0])
                .flatMap(id -> transaction.execute(status -> store.client(id)))
                .ifPresent(program -> {
                    UUID id = program.actor().member();
                    Instant last = refusals.merge(
                            id + " " + fault,
                            now,
                            (before, fresh) -> fresh.isBefore(before.plusSeconds(60)) ? before : fresh);
                    if (last.equals(now)) {
                        Actor asking = Partnerships.program(program.actor().partnership());
                        ledger.within(asking, () -> {
                            ledger.record(asking, now, new PartnershipEvent.ProgramRefused(id, fault));
                            return asking;
                        });
                    }
                });
    }

    private static List<String> words(Set<ClientScope> scopes) {
        return scopes.stream().sorted().map(ClientScope::word).toList();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
