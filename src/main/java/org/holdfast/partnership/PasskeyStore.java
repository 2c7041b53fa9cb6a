package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.PASSKEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.partnership.db.tables.records.PasskeyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of passkeys. It stands outside the wall, as signing in comes before it. */
@Component
class PasskeyStore {

    /**
     * A passkey as it is kept.
     *
     * @param publicKey with which its signatures are checked
     * @param counter how often it was used, by its own count; 0 where it does not count
     * @param canBeCopied whether its owner's devices share it
     */
    record Kept(UUID id, UUID account, byte[] credential, byte[] publicKey, long counter, boolean canBeCopied) {}

    private final DSLContext db;

    PasskeyStore(DSLContext db) {
        this.db = db;
    }

    private static Condition open(UUID account) {
        return PASSKEY.ACCOUNT_ID.eq(account).and(PASSKEY.ENDED_AT.isNull());
    }

    List<Passkey> of(UUID account) {
        return db.selectFrom(PASSKEY)
                .where(open(account))
                .orderBy(PASSKEY.ADDED_AT)
                .fetch(row -> {
                    OffsetDateTime used = row.getUsedAt();
                    return new Passkey(
                            row.getPasskeyId(),
                            row.getName(),
                            row.getAddedAt().toInstant(),
                            used == null ? null : used.toInstant());
                });
    }

    /** What the devices call the passkeys of an account. */
    List<byte[]> credentials(UUID account) {
        return db.select(PASSKEY.CREDENTIAL_ID)
                .from(PASSKEY)
                .where(open(account))
                .fetch(PASSKEY.CREDENTIAL_ID);
    }

    int count(UUID account) {
        return db.fetchCount(PASSKEY, open(account));
    }

    Optional<UUID> owner(byte[] credential) {
        return db.select(PASSKEY.ACCOUNT_ID)
                .from(PASSKEY)
                .where(PASSKEY.CREDENTIAL_ID.eq(credential), PASSKEY.ENDED_AT.isNull())
                .fetchOptional(PASSKEY.ACCOUNT_ID);
    }

    /** A passkey with nobody else using it until this transaction ends: its uses come one after the other. */
    Optional<Kept> locked(byte[] credential) {
        return db.selectFrom(PASSKEY)
                .where(PASSKEY.CREDENTIAL_ID.eq(credential), PASSKEY.ENDED_AT.isNull())
                .forUpdate()
                .fetchOptional(PasskeyStore::kept);
    }

    private static Kept kept(PasskeyRecord row) {
        return new Kept(
                row.getPasskeyId(),
                row.getAccountId(),
                row.getCredentialId(),
                row.getPublicKey(),
                row.getCounter(),
                row.getCanBeCopied());
    }

    /** False where there is one of that credential, whosever it is. */
    boolean add(Kept passkey, String name, Instant now) {
        return db.insertInto(PASSKEY)
                        .set(PASSKEY.PASSKEY_ID, passkey.id())
                        .set(PASSKEY.ACCOUNT_ID, passkey.account())
                        .set(PASSKEY.CREDENTIAL_ID, passkey.credential())
                        .set(PASSKEY.PUBLIC_KEY, passkey.publicKey())
                        .set(PASSKEY.COUNTER, passkey.counter())
                        .set(PASSKEY.CAN_BE_COPIED, passkey.canBeCopied())
                        .set(PASSKEY.NAME, name)
                        .set(PASSKEY.ADDED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void used(UUID passkey, long counter, Instant now) {
        db.update(PASSKEY)
                .set(PASSKEY.COUNTER, counter)
                .set(PASSKEY.USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(PASSKEY.PASSKEY_ID.eq(passkey))
                .execute();
    }

    /** Ends one passkey of an account. False where it has none of that id. */
    boolean end(UUID account, UUID passkey, Instant now) {
        return db.update(PASSKEY)
                        .set(PASSKEY.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(open(account), PASSKEY.PASSKEY_ID.eq(passkey))
                        .execute()
                == 1;
    }

    /** Ends all passkeys of an account, because the device is lost. Answers how many. */
    int endAll(UUID account, Instant now) {
        return db.update(PASSKEY)
                .set(PASSKEY.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(open(account))
                .execute();
    }
}
