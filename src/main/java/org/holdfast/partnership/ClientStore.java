package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.API_CLIENT;
import static org.holdfast.partnership.db.Tables.CLIENT_SECRET;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Role;
import org.holdfast.partnership.db.tables.records.ApiClientRecord;
import org.holdfast.partnership.db.tables.records.ClientSecretRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Programs that call the interface. They stand outside the wall, so every statement of an administrator names the partnership. */
@Component
class ClientStore {

    private final DSLContext db;

    ClientStore(DSLContext db) {
        this.db = db;
    }

    /** A secret as it is kept, and the program whose it is. */
    record Kept(ApiClient client, ClientSecret secret) {}

    void add(ApiClient client, ClientSecret secret, byte[] hash) {
        Actor actor = client.actor();
        db.insertInto(API_CLIENT)
                .set(API_CLIENT.PARTNERSHIP_ID, actor.partnership().value())
                .set(API_CLIENT.CLIENT_ID, actor.member())
                .set(API_CLIENT.AGENCY_ID, actor.agency())
                .set(API_CLIENT.AGENCY_NAME, actor.agencyName())
                .set(API_CLIENT.NAME, actor.name())
                .set(API_CLIENT.ROLES, names(actor.roles()))
                .set(API_CLIENT.SCOPES, names(client.scopes()))
                .set(API_CLIENT.STANDING, client.standing())
                .set(API_CLIENT.A_MINUTE, client.aMinute())
                .set(API_CLIENT.MADE_AT, at(client.madeAt()))
                .execute();
        addSecret(actor.member(), secret, hash);
    }

    void addSecret(UUID client, ClientSecret secret, byte[] hash) {
        db.insertInto(CLIENT_SECRET)
                .set(CLIENT_SECRET.CLIENT_ID, client)
                .set(CLIENT_SECRET.NUMBER, secret.number())
                .set(CLIENT_SECRET.HASH, hash)
                .set(CLIENT_SECRET.MADE_AT, at(secret.madeAt()))
                .set(CLIENT_SECRET.LAST_DAY, secret.lastDay())
                .execute();
    }

    /** The secret that is a token by itself. */
    Optional<Kept> standing(byte[] hash) {
        return kept(CLIENT_SECRET.HASH.eq(hash).and(API_CLIENT.STANDING).and(CLIENT_SECRET.NUMBER.eq(1)));
    }

    Optional<Kept> bySecret(UUID client, byte[] hash) {
        return kept(CLIENT_SECRET.HASH.eq(hash).and(CLIENT_SECRET.CLIENT_ID.eq(client)));
    }

    /** A secret of a program by its number. */
    Optional<Kept> secret(UUID client, int number) {
        return kept(CLIENT_SECRET.CLIENT_ID.eq(client).and(CLIENT_SECRET.NUMBER.eq(number)));
    }

    /** What was not taken back, of a program that was not ended; with all secrets of the program, the oldest first. */
    private Optional<Kept> kept(Condition which) {
        var each = CLIENT_SECRET.as("each");
        var found = db.select(API_CLIENT.fields())
                .select(CLIENT_SECRET.NUMBER)
                .select(each.fields())
                .from(CLIENT_SECRET)
                .join(API_CLIENT)
                .on(API_CLIENT.CLIENT_ID.eq(CLIENT_SECRET.CLIENT_ID))
                .join(each)
                .on(each.CLIENT_ID.eq(CLIENT_SECRET.CLIENT_ID))
                .where(which, CLIENT_SECRET.TAKEN_BACK_AT.isNull(), API_CLIENT.REVOKED_AT.isNull())
                .orderBy(each.NUMBER)
                .fetch();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<ClientSecret> secrets = found.map(row -> secret(row.into(each)));
        int number = found.getFirst().get(CLIENT_SECRET.NUMBER);
        return Optional.of(new Kept(
                client(found.getFirst().into(API_CLIENT), secrets),
                secrets.stream()
                        .filter(secret -> secret.number() == number)
                        .findFirst()
                        .orElseThrow()));
    }

    /** One program by its id, whoever's it is, also where it was ended. */
    Optional<ApiClient> client(UUID client) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.CLIENT_ID.eq(client))
                .fetchOptional(row -> client(row, secretsOf(client)));
    }

    private List<ClientSecret> secretsOf(UUID client) {
        return secrets(List.of(client)).getOrDefault(client, List.of());
    }

    /** The secrets of programs, the oldest first. */
    private Map<UUID, List<ClientSecret>> secrets(Collection<UUID> clients) {
        return db.selectFrom(CLIENT_SECRET)
                .where(CLIENT_SECRET.CLIENT_ID.in(clients))
                .orderBy(CLIENT_SECRET.CLIENT_ID, CLIENT_SECRET.NUMBER)
                .fetchGroups(CLIENT_SECRET.CLIENT_ID, ClientStore::secret);
    }

    private static ClientSecret secret(ClientSecretRecord row) {
        return new ClientSecret(
                row.getNumber(),
                row.getMadeAt().toInstant(),
                row.getLastDay(),
                instant(row.getUsedAt()),
                instant(row.getTakenBackAt()));
    }

    List<ApiClient> all(PartnershipId partnership) {
        List<ApiClientRecord> rows = db.selectFrom(API_CLIENT)
                .where(API_CLIENT.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(API_CLIENT.NAME, API_CLIENT.CLIENT_ID)
                .fetch();
        Map<UUID, List<ClientSecret>> secrets =
                secrets(rows.stream().map(ApiClientRecord::getClientId).toList());
        return rows.stream()
                .map(row -> client(row, secrets.getOrDefault(row.getClientId(), List.of())))
                .toList();
    }

    /** One program, kept from being changed by others until the transaction ends; none that was ended. */
    Optional<ApiClient> lock(PartnershipId partnership, UUID client) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.PARTNERSHIP_ID.eq(partnership.value()), API_CLIENT.CLIENT_ID.eq(client))
                .and(API_CLIENT.REVOKED_AT.isNull())
                .forUpdate()
                .fetchOptional(row -> client(row, secretsOf(client)));
    }

    void tokenGiven(UUID client, int secret, Instant now) {
        db.update(API_CLIENT)
                .set(API_CLIENT.TOKEN_AT, at(now))
                .where(API_CLIENT.CLIENT_ID.eq(client))
                .execute();
        db.update(CLIENT_SECRET)
                .set(CLIENT_SECRET.USED_AT, at(now))
                .where(CLIENT_SECRET.CLIENT_ID.eq(client), CLIENT_SECRET.NUMBER.eq(secret))
                .execute();
    }

    /** Takes a secret back: it and the tokens got with it open nothing any more. */
    boolean takeBack(UUID client, int number, Instant now) {
        return db.update(CLIENT_SECRET)
                        .set(CLIENT_SECRET.TAKEN_BACK_AT, at(now))
                        .where(CLIENT_SECRET.CLIENT_ID.eq(client), CLIENT_SECRET.NUMBER.eq(number))
                        .and(CLIENT_SECRET.TAKEN_BACK_AT.isNull())
                        .execute()
                == 1;
    }

    /** Lets a secret that has a successor open until that day and no longer. */
    void until(UUID client, int number, LocalDate lastDay) {
        db.update(CLIENT_SECRET)
                .set(CLIENT_SECRET.LAST_DAY, lastDay)
                .where(CLIENT_SECRET.CLIENT_ID.eq(client), CLIENT_SECRET.NUMBER.eq(number))
                .execute();
    }

    /** Notes that administrators were told of an end; false where they were told so already. */
    boolean noticed(UUID client, int number, int days) {
        return db.update(CLIENT_SECRET)
                        .set(CLIENT_SECRET.NOTICED_DAYS, days)
                        .where(CLIENT_SECRET.CLIENT_ID.eq(client), CLIENT_SECRET.NUMBER.eq(number))
                        .and(CLIENT_SECRET.NOTICED_DAYS.isNull().or(CLIENT_SECRET.NOTICED_DAYS.gt(days)))
                        .execute()
                == 1;
    }

    boolean end(PartnershipId partnership, UUID client, Instant now) {
        return db.update(API_CLIENT)
                        .set(API_CLIENT.REVOKED_AT, at(now))
                        .where(API_CLIENT.PARTNERSHIP_ID.eq(partnership.value()), API_CLIENT.CLIENT_ID.eq(client))
                        .and(API_CLIENT.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    private static ApiClient client(ApiClientRecord row, List<ClientSecret> secrets) {
        return new ApiClient(
                new Actor(
                        new PartnershipId(row.getPartnershipId()),
                        Actor.Kind.INTERFACE,
                        row.getClientId(),
                        row.getName(),
                        row.getAgencyId(),
                        row.getAgencyName(),
                        Arrays.stream(row.getRoles()).map(Role::valueOf).collect(Collectors.toSet())),
                Arrays.stream(row.getScopes()).map(ClientScope::valueOf).collect(Collectors.toSet()),
                row.getStanding(),
                row.getAMinute(),
                secrets,
                row.getMadeAt().toInstant(),
                instant(row.getTokenAt()),
                instant(row.getRevokedAt()));
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
