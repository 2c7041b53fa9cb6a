package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.API_CLIENT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Role;
import org.holdfast.partnership.db.tables.records.ApiClientRecord;
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

    /** A client and what its tokens are proved by. */
    record Kept(ApiClient client, int secretNumber) {}

    void add(ApiClient client, byte[] secretHash) {
        Actor actor = client.actor();
        db.insertInto(API_CLIENT)
                .set(API_CLIENT.SECRET_HASH, secretHash)
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
    }

    Optional<ApiClient> standing(byte[] secretHash) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.SECRET_HASH.eq(secretHash), API_CLIENT.REVOKED_AT.isNull())
                .and(API_CLIENT.STANDING)
                .fetchOptional(ClientStore::client);
    }

    Optional<Kept> bySecret(UUID client, byte[] secretHash) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.SECRET_HASH.eq(secretHash), API_CLIENT.REVOKED_AT.isNull())
                .and(API_CLIENT.CLIENT_ID.eq(client))
                .fetchOptional(row -> new Kept(client(row), row.getSecretNumber()));
    }

    Optional<Kept> kept(UUID client) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.CLIENT_ID.eq(client), API_CLIENT.REVOKED_AT.isNull())
                .fetchOptional(row -> new Kept(client(row), row.getSecretNumber()));
    }

    List<ApiClient> all(PartnershipId partnership) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(API_CLIENT.NAME, API_CLIENT.CLIENT_ID)
                .fetch(ClientStore::client);
    }

    void tokenGiven(UUID client, Instant now) {
        db.update(API_CLIENT)
                .set(API_CLIENT.TOKEN_AT, at(now))
                .where(API_CLIENT.CLIENT_ID.eq(client))
                .execute();
    }

    /** Puts another secret in the place of the one there was; tokens of the old one are worth nothing any more. */
    boolean replaceSecret(PartnershipId partnership, UUID client, byte[] secretHash) {
        return db.update(API_CLIENT)
                        .set(API_CLIENT.SECRET_HASH, secretHash)
                        .set(API_CLIENT.SECRET_NUMBER, API_CLIENT.SECRET_NUMBER.plus(1))
                        .set(API_CLIENT.STANDING, false)
                        .where(API_CLIENT.PARTNERSHIP_ID.eq(partnership.value()), API_CLIENT.CLIENT_ID.eq(client))
                        .and(API_CLIENT.REVOKED_AT.isNull())
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

    private static ApiClient client(ApiClientRecord row) {
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
