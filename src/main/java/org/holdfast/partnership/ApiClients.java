package org.holdfast.partnership;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to the programs that call the interface: each proves itself by a secret (OAuth 2 client credentials, RFC 6749 section 4.4) and
 * gets a token for a quarter of an hour. Secrets are kept as hashes; a token is enciphered, names its client and is kept nowhere.
 */
@Component
public final class ApiClients {

    /** How long a token opens anything. */
    public static final Duration TOKEN_LASTS = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final ClientStore store;
    private final WebhookStore webhooks;
    private final Strongbox strongbox;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();

    ApiClients(
            Ledger ledger,
            ClientStore store,
            WebhookStore webhooks,
            Strongbox strongbox,
            TransactionTemplate transaction,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.webhooks = webhooks;
        this.strongbox = strongbox;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** Admits a program. The caller has asked {@code sharing}. */
    public ApiClient.Secret admit(
            Actor by, Agency agency, String name, Set<Role> roles, Set<ClientScope> scopes, int aMinute, Instant now) {
        return admit(by, agency, name, roles, scopes, false, aMinute, now);
    }

    ApiClient.Secret admit(
            Actor by,
            Agency agency,
            String name,
            Set<Role> roles,
            Set<ClientScope> scopes,
            boolean standing,
            int aMinute,
            Instant now) {
        String secret = secret();
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
                now,
                null,
                null);
        return ledger.within(by, () -> {
            store.add(client, hash(secret));
            ledger.record(
                    by,
                    now,
                    new PartnershipEvent.ApiClientAdmitted(
                            client.actor().member(), roles.stream().sorted().toList(), words(scopes)));
            return new ApiClient.Secret(client, secret);
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

    /** Gives a program another secret, shown this once. The old one, and every token got with it, opens nothing from now on. */
    public Optional<String> replaceSecret(Actor by, UUID client, Instant now) {
        return ledger.within(by, () -> {
            String secret = secret();
            if (!store.replaceSecret(by.partnership(), client, hash(secret))) {
                return Optional.empty();
            }
            ledger.record(by, now, new PartnershipEvent.ApiClientSecretReplaced(client));
            return Optional.of(secret);
        });
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

    /** The program that a secret proves. */
    public Optional<ApiClient> proved(String client, String secret) {
        return uuid(client)
                .flatMap(id -> transaction.execute(status -> store.bySecret(id, hash(secret))))
                .map(ClientStore.Kept::client);
    }

    /**
     * Gives a token to a program that has proved itself.
     *
     * @param asked the scopes it asks for, of those it has; with none it gets all it has
     */
    public ApiClient.Token token(ApiClient client, Set<ClientScope> asked, Instant now) {
        UUID id = client.actor().member();
        Set<ClientScope> scopes = asked.isEmpty() ? client.scopes() : asked;
        if (!client.scopes().containsAll(scopes)) {
            throw new IllegalArgumentException("a scope that the client does not have");
        }
        return ledger.within(client.actor(), () -> {
            int number = store.kept(id).orElseThrow().secretNumber();
            byte[] words = String.join(" ", words(scopes)).getBytes(StandardCharsets.US_ASCII);
            byte[] shut = strongbox.shut(
                    id,
                    ByteBuffer.allocate(12 + words.length)
                            .putLong(now.plus(TOKEN_LASTS).getEpochSecond())
                            .putInt(number)
                            .put(words)
                            .array());
            store.tokenGiven(id, now);
            ledger.record(client.actor(), now, new PartnershipEvent.TokenGiven(id, words(scopes)));
            return new ApiClient.Token(
                    id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(shut), scopes);
        });
    }

    /** The program that a token belongs to, with the scopes of this token; empty where it is over, or the program was ended. */
    public Optional<ApiClient> client(String token, Instant now) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return transaction.execute(status -> store.standing(hash(token)));
        }
        UUID id = uuid(token.substring(0, dot)).orElse(null);
        byte[] shut = bytes(token.substring(dot + 1)).orElse(null);
        if (id == null || shut == null) {
            return Optional.empty();
        }
        return strongbox.openIfOurs(id, shut).flatMap(open -> {
            ByteBuffer read = ByteBuffer.wrap(open);
            Instant until = Instant.ofEpochSecond(read.getLong());
            int number = read.getInt();
            Set<ClientScope> scopes = EnumSet.noneOf(ClientScope.class);
            for (String word : StandardCharsets.US_ASCII.decode(read).toString().split(" ")) {
                ClientScope.of(word).ifPresent(scopes::add);
            }
            if (!now.isBefore(until)) {
                return Optional.empty();
            }
            Optional<ClientStore.Kept> kept = transaction.execute(status -> store.kept(id));
            return kept.filter(it -> it.secretNumber() == number)
                    .map(ClientStore.Kept::client)
                    .map(client -> {
                        scopes.retainAll(client.scopes());
                        return new ApiClient(
                                client.actor(),
                                scopes,
                                client.standing(),
                                client.aMinute(),
                                client.madeAt(),
                                client.tokenAt(),
                                client.endedAt());
                    });
        });
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
