package org.holdfast.requests;

import static org.holdfast.requests.db.Tables.GUEST;
import static org.holdfast.requests.db.Tables.GUEST_DOOR;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.requests.db.tables.records.GuestRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of links on which somebody without an account answers. */
@Component
class GuestStore {

    /** Where a token leads. */
    record Door(PartnershipId partnership, UUID guest) {}

    private final DSLContext db;

    GuestStore(DSLContext db) {
        this.db = db;
    }

    void add(PartnershipId partnership, Guest guest, byte[] tokenHash) {
        db.insertInto(GUEST)
                .set(GUEST.PARTNERSHIP_ID, partnership.value())
                .set(GUEST.ID, guest.id())
                .set(GUEST.REQUEST_ID, guest.request().value())
                .set(GUEST.EMAIL, guest.email())
                .set(GUEST.STATE, guest.state().name())
                .set(GUEST.EXPIRES_AT, utc(guest.expiresAt()))
                .set(GUEST.GIVEN_AT, utc(guest.givenAt()))
                .set(GUEST.GIVEN_BY_NAME, guest.givenByName())
                .execute();
        db.insertInto(GUEST_DOOR)
                .set(GUEST_DOOR.TOKEN_HASH, tokenHash)
                .set(GUEST_DOOR.PARTNERSHIP_ID, partnership.value())
                .set(GUEST_DOOR.GUEST_ID, guest.id())
                .execute();
    }

    Optional<Door> door(byte[] tokenHash) {
        return db.selectFrom(GUEST_DOOR)
                .where(GUEST_DOOR.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(row -> new Door(new PartnershipId(row.getPartnershipId()), row.getGuestId()));
    }

    Optional<Guest> lock(PartnershipId partnership, UUID id) {
        return db.selectFrom(GUEST).where(own(partnership, id)).forUpdate().fetchOptional(GuestStore::guest);
    }

    /** The links of some requests, the newest first. */
    List<Guest> of(PartnershipId partnership, Collection<RequestId> requests) {
        return db.selectFrom(GUEST)
                .where(
                        GUEST.PARTNERSHIP_ID.eq(partnership.value()),
                        GUEST.REQUEST_ID.in(
                                requests.stream().map(RequestId::value).toList()))
                .orderBy(GUEST.GIVEN_AT.desc())
                .fetch(GuestStore::guest);
    }

    void state(PartnershipId partnership, UUID id, GuestState state) {
        db.update(GUEST)
                .set(GUEST.STATE, state.name())
                .where(own(partnership, id))
                .execute();
    }

    void refused(PartnershipId partnership, UUID id) {
        db.update(GUEST)
                .set(GUEST.REFUSALS, GUEST.REFUSALS.plus(1))
                .where(own(partnership, id))
                .execute();
    }

    void code(PartnershipId partnership, UUID id, String hash, Instant until, Instant now) {
        db.update(GUEST)
                .set(GUEST.CODE_HASH, hash)
                .set(GUEST.CODE_UNTIL, utc(until))
                .set(GUEST.CODE_SENT_AT, utc(now))
                .set(GUEST.CODES, GUEST.CODES.plus(1))
                .set(GUEST.TRIES, 0)
                .where(own(partnership, id))
                .execute();
    }

    /** One wrong code more; at the last the code is void. */
    void wrong(PartnershipId partnership, UUID id, boolean last) {
        db.update(GUEST)
                .set(GUEST.TRIES, GUEST.TRIES.plus(1))
                .set(GUEST.REFUSALS, GUEST.REFUSALS.plus(1))
                .where(own(partnership, id))
                .execute();
        if (last) {
            db.update(GUEST)
                    .setNull(GUEST.CODE_HASH)
                    .where(own(partnership, id))
                    .execute();
        }
    }

    /** The mailbox is proven: the code is used up, and the browser holds a pass for a while. */
    void proven(PartnershipId partnership, UUID id, byte[] passHash, Instant until) {
        db.update(GUEST)
                .set(GUEST.STATE, GuestState.OPENED.name())
                .setNull(GUEST.CODE_HASH)
                .set(GUEST.PASS_HASH, passHash)
                .set(GUEST.PASS_UNTIL, utc(until))
                .where(own(partnership, id))
                .execute();
    }

    private static Guest guest(GuestRecord row) {
        return new Guest(
                row.getId(),
                new RequestId(row.getRequestId()),
                row.getEmail(),
                GuestState.valueOf(row.getState()),
                row.getExpiresAt().toInstant(),
                row.getGivenAt().toInstant(),
                row.getGivenByName(),
                row.getCodeHash(),
                instant(row.getCodeUntil()),
                instant(row.getCodeSentAt()),
                row.getCodes(),
                row.getTries(),
                row.getPassHash(),
                instant(row.getPassUntil()),
                row.getRefusals());
    }

    private static Condition own(PartnershipId partnership, UUID id) {
        return GUEST.PARTNERSHIP_ID.eq(partnership.value()).and(GUEST.ID.eq(id));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
