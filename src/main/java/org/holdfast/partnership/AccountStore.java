package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.ACCOUNT;
import static org.holdfast.partnership.db.Tables.ATTEMPT;
import static org.holdfast.partnership.db.Tables.PASSWORD_LINK;
import static org.holdfast.partnership.db.Tables.RECOVERY_CODE;
import static org.holdfast.partnership.db.Tables.SECOND_FACTOR;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.db.tables.records.SecondFactorRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of accounts: passwords, second factors and recovery codes. They stand outside the wall, as signing in comes before it. */
@Component
class AccountStore {

    /** An account as signing in needs it. */
    record Account(UUID id, String username, String passwordHash, boolean madeUp) {}

    /**
     * A second factor as it is kept, enciphered.
     *
     * @param secret null where it was cleared, because the telephone is lost
     * @param failures wrong codes since the last right one
     */
    record Factor(
            byte @Nullable [] secret,
            @Nullable Instant provedAt,
            long lastStep,
            int failures,
            @Nullable Instant failedAt) {}

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(1);

    private final DSLContext db;

    AccountStore(DSLContext db) {
        this.db = db;
    }

    Optional<Account> account(String username) {
        return db.selectFrom(ACCOUNT)
                .where(DSL.lower(ACCOUNT.USERNAME).eq(DSL.lower(username)))
                .fetchOptional(row ->
                        new Account(row.getAccountId(), row.getUsername(), row.getPasswordHash(), row.getMadeUp()));
    }

    Account account(UUID id) {
        return db.selectFrom(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .fetchSingle(row ->
                        new Account(row.getAccountId(), row.getUsername(), row.getPasswordHash(), row.getMadeUp()));
    }

    /** Lets nobody else change the factors of an account until this transaction ends. */
    void lock(UUID account) {
        db.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .forUpdate()
                .fetchSingle();
    }

    void madeUp(UUID account) {
        db.update(ACCOUNT)
                .set(ACCOUNT.MADE_UP, true)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
    }

    /** Counts a try as wrong until it has proved right, unless it comes too early: then answers when the next is looked at. */
    Optional<Instant> tried(byte[] name, String source, Instant now) {
        db.insertInto(ATTEMPT)
                .set(ATTEMPT.NAME_HASH, name)
                .set(ATTEMPT.SOURCE, source)
                .onConflictDoNothing()
                .execute();
        var row = db.selectFrom(ATTEMPT)
                .where(ATTEMPT.NAME_HASH.eq(name), ATTEMPT.SOURCE.eq(source))
                .forUpdate()
                .fetchSingle();
        Optional<Instant> until = Patience.WITH_PASSWORDS.until(row.getFailures(), instant(row.getFailedAt()), now);
        if (until.isEmpty()) {
            db.update(ATTEMPT)
                    .set(ATTEMPT.FAILURES, ATTEMPT.FAILURES.plus(1))
                    .set(ATTEMPT.FAILED_AT, now.atOffset(ZoneOffset.UTC))
                    .where(ATTEMPT.NAME_HASH.eq(name), ATTEMPT.SOURCE.eq(source))
                    .execute();
        }
        return until;
    }

    /** How often in a row it was tried in vain. */
    int failures(byte[] name, String source) {
        return db.select(ATTEMPT.FAILURES)
                .from(ATTEMPT)
                .where(ATTEMPT.NAME_HASH.eq(name), ATTEMPT.SOURCE.eq(source))
                .fetchOptional(ATTEMPT.FAILURES)
                .orElse(0);
    }

    /** Whether somebody is told of tries now: not where they were within a day. */
    boolean toTell(byte[] about, Instant now) {
        return db.insertInto(ATTEMPT)
                        .set(ATTEMPT.NAME_HASH, about)
                        .set(ATTEMPT.SOURCE, "told")
                        .set(ATTEMPT.FAILED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflict(ATTEMPT.NAME_HASH, ATTEMPT.SOURCE)
                        .doUpdate()
                        .set(ATTEMPT.FAILED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(ATTEMPT.FAILED_AT.le(now.minus(TOLD_AGAIN_AFTER).atOffset(ZoneOffset.UTC)))
                        .execute()
                == 1;
    }

    /** The password was right: tries begin anew. */
    void forgiven(byte[] name, String source) {
        db.update(ATTEMPT)
                .set(ATTEMPT.FAILURES, 0)
                .where(ATTEMPT.NAME_HASH.eq(name), ATTEMPT.SOURCE.eq(source))
                .execute();
    }

    /** Remembers a browser in which the person was signed in. */
    void entered(byte[] name, String source, Instant now) {
        db.insertInto(ATTEMPT)
                .set(ATTEMPT.NAME_HASH, name)
                .set(ATTEMPT.SOURCE, source)
                .set(ATTEMPT.ENTERED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(ATTEMPT.NAME_HASH, ATTEMPT.SOURCE)
                .doUpdate()
                .set(ATTEMPT.ENTERED_AT, now.atOffset(ZoneOffset.UTC))
                .set(ATTEMPT.FAILURES, 0)
                .execute();
    }

    boolean hasEntered(byte[] name, String source) {
        return db.fetchExists(
                ATTEMPT, ATTEMPT.NAME_HASH.eq(name), ATTEMPT.SOURCE.eq(source), ATTEMPT.ENTERED_AT.isNotNull());
    }

    /** Throws away the tries that nobody waits for any more. */
    int forgetTriesBefore(Instant moment) {
        return db.deleteFrom(ATTEMPT)
                .where(ATTEMPT.FAILED_AT.lt(moment.atOffset(ZoneOffset.UTC)), ATTEMPT.ENTERED_AT.isNull())
                .execute();
    }

    void password(UUID account, PasswordHash password) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, password.value())
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        // whatever link was given out before is worth nothing now
        db.update(PASSWORD_LINK)
                .set(PASSWORD_LINK.USED_AT, PASSWORD_LINK.MADE_AT)
                .where(PASSWORD_LINK.ACCOUNT_ID.eq(account), PASSWORD_LINK.USED_AT.isNull())
                .execute();
    }

    Optional<UUID> home(UUID account) {
        return db.select(ACCOUNT.HOME)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .fetchOptional(ACCOUNT.HOME);
    }

    void addLink(byte[] token, Membership who, boolean clearsFactor, Instant now) {
        db.insertInto(PASSWORD_LINK)
                .set(PASSWORD_LINK.TOKEN_HASH, token)
                .set(PASSWORD_LINK.ACCOUNT_ID, who.account())
                .set(PASSWORD_LINK.PARTNERSHIP_ID, who.partnership().value())
                .set(PASSWORD_LINK.MEMBER_ID, who.member())
                .set(PASSWORD_LINK.CLEARS_FACTOR, clearsFactor)
                .set(PASSWORD_LINK.MADE_AT, now.atOffset(ZoneOffset.UTC))
                .set(PASSWORD_LINK.EXPIRES_AT, now.plus(PasswordLink.STANDS).atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** A link as it is kept. */
    record Link(UUID account, PartnershipId partnership, UUID member, boolean clearsFactor, Instant expiresAt) {}

    Optional<Link> link(byte[] token, Instant now) {
        return db.selectFrom(PASSWORD_LINK)
                .where(
                        PASSWORD_LINK.TOKEN_HASH.eq(token),
                        PASSWORD_LINK.USED_AT.isNull(),
                        PASSWORD_LINK.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .fetchOptional(row -> new Link(
                        row.getAccountId(),
                        new PartnershipId(row.getPartnershipId()),
                        row.getMemberId(),
                        row.getClearsFactor(),
                        row.getExpiresAt().toInstant()));
    }

    /** Uses a link up, which can be done once. */
    boolean useLink(byte[] token, Instant now) {
        return db.update(PASSWORD_LINK)
                        .set(PASSWORD_LINK.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                PASSWORD_LINK.TOKEN_HASH.eq(token),
                                PASSWORD_LINK.USED_AT.isNull(),
                                PASSWORD_LINK.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                        .execute()
                == 1;
    }

    void clearFactor(UUID account, Instant now) {
        db.update(SECOND_FACTOR)
                .setNull(SECOND_FACTOR.SECRET)
                .setNull(SECOND_FACTOR.PROVED_AT)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
                .execute();
        db.update(RECOVERY_CODE)
                .set(RECOVERY_CODE.SPENT_AT, now.atOffset(ZoneOffset.UTC))
                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account), RECOVERY_CODE.SPENT_AT.isNull())
                .execute();
    }

    Optional<Factor> factor(UUID account) {
        return db.selectFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
                .fetchOptional(AccountStore::kept);
    }

    /** Every second factor there is, enciphered, by its account. */
    Map<UUID, byte[]> secrets() {
        return db.select(SECOND_FACTOR.ACCOUNT_ID, SECOND_FACTOR.SECRET)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.SECRET.isNotNull())
                .fetchMap(SECOND_FACTOR.ACCOUNT_ID, SECOND_FACTOR.SECRET);
    }

    /** Puts a secret that was enciphered anew in the place of what it was, unless it was changed meanwhile. */
    void enciphered(UUID account, byte[] before, byte[] anew) {
        db.update(SECOND_FACTOR)
                .set(SECOND_FACTOR.SECRET, anew)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account), SECOND_FACTOR.SECRET.eq(before))
                .execute();
    }

    /** The same, with nobody else trying a code of it until this transaction ends: guesses come one after the other. */
    Optional<Factor> lockedFactor(UUID account) {
        return db.selectFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
                .forUpdate()
                .fetchOptional(AccountStore::kept);
    }

    private static Factor kept(SecondFactorRecord row) {
        return new Factor(
                row.getSecret(),
                instant(row.getProvedAt()),
                row.getLastStep(),
                row.getFailures(),
                instant(row.getFailedAt()));
    }

    /** Takes an offered secret into use. False where there is one already that it was not to replace. */
    boolean prove(UUID account, byte[] shut, boolean replaces, long step, Instant now) {
        return db.insertInto(SECOND_FACTOR)
                        .set(SECOND_FACTOR.ACCOUNT_ID, account)
                        .set(SECOND_FACTOR.SECRET, shut)
                        .set(SECOND_FACTOR.PROVED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .onConflict(SECOND_FACTOR.ACCOUNT_ID)
                        .doUpdate()
                        .set(SECOND_FACTOR.SECRET, shut)
                        .set(SECOND_FACTOR.PROVED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .set(SECOND_FACTOR.FAILURES, 0)
                        .where(SECOND_FACTOR.SECRET.isNull().or(DSL.val(replaces)))
                        .execute()
                == 1;
    }

    /** Takes the code of a half-minute, which can be done once. */
    boolean take(UUID account, long step) {
        return db.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .set(SECOND_FACTOR.FAILURES, 0)
                        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account), SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    void failed(UUID account, Instant now) {
        db.update(SECOND_FACTOR)
                .set(SECOND_FACTOR.FAILURES, SECOND_FACTOR.FAILURES.plus(1))
                .set(SECOND_FACTOR.FAILED_AT, now.atOffset(ZoneOffset.UTC))
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
                .execute();
    }

    /** Keeps new recovery codes; those before them open nothing any more. */
    void recoveryCodes(UUID account, Collection<byte[]> hashes, Instant now) {
        db.update(RECOVERY_CODE)
                .set(RECOVERY_CODE.SPENT_AT, now.atOffset(ZoneOffset.UTC))
                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account), RECOVERY_CODE.SPENT_AT.isNull())
                .execute();
        var insert =
                db.insertInto(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT_ID, RECOVERY_CODE.CODE_HASH, RECOVERY_CODE.MADE_AT);
        for (byte[] hash : hashes) {
            insert = insert.values(account, hash, now.atOffset(ZoneOffset.UTC));
        }
        insert.execute();
    }

    /** Spends a recovery code, which can be done once. */
    boolean spend(UUID account, byte[] hash, Instant now) {
        return db.update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.SPENT_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                RECOVERY_CODE.ACCOUNT_ID.eq(account),
                                RECOVERY_CODE.CODE_HASH.eq(hash),
                                RECOVERY_CODE.SPENT_AT.isNull())
                        .execute()
                == 1;
    }

    int recoveryCodesLeft(UUID account) {
        return db.fetchCount(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT_ID.eq(account), RECOVERY_CODE.SPENT_AT.isNull());
    }

    private static @Nullable Instant instant(java.time.@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
