package org.holdfast.mail;

import static org.holdfast.mail.db.Tables.MESSAGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.mail.db.tables.records.MessageRecord;
import org.holdfast.partnership.MemberId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of messages. */
@Component
class OutboxStore {

    /** So many rows a statement: PostgreSQL takes 65,535 values at most. */
    private static final int ROWS = 1000;

    /** A message with the id under which it is kept. */
    record Posted(UUID id, Message message) {}

    private final DSLContext db;

    OutboxStore(DSLContext db) {
        this.db = db;
    }

    void add(PartnershipId partnership, List<Posted> posted, Instant now) {
        for (int from = 0; from < posted.size(); from += ROWS) {
            insert(partnership, posted.subList(from, Math.min(from + ROWS, posted.size())), now);
        }
    }

    private void insert(PartnershipId partnership, List<Posted> posted, Instant now) {
        var rows = db.insertInto(
                MESSAGE,
                MESSAGE.PARTNERSHIP_ID,
                MESSAGE.ID,
                MESSAGE.MEMBER_ID,
                MESSAGE.TEXT_KEY,
                MESSAGE.TEXT_VALUES,
                MESSAGE.PATH,
                MESSAGE.CALENDAR_UID,
                MESSAGE.CALENDAR_SEQUENCE,
                MESSAGE.CALENDAR_CANCELLED,
                MESSAGE.CALENDAR_FROM,
                MESSAGE.CALENDAR_UNTIL,
                MESSAGE.CALENDAR_TITLE,
                MESSAGE.CALENDAR_PLACE,
                MESSAGE.POSTED_AT);
        for (Posted one : posted) {
            Message message = one.message();
            CalendarEntry entry = message.entry();
            rows = rows.values(
                    partnership.value(),
                    one.id(),
                    message.to().value(),
                    message.textKey(),
                    message.values().toArray(String[]::new),
                    message.path(),
                    entry == null ? null : entry.uid(),
                    entry == null ? null : entry.sequence(),
                    entry == null ? null : entry.cancelled(),
                    entry == null ? null : utc(entry.from()),
                    entry == null ? null : utc(entry.until()),
                    entry == null ? null : entry.title(),
                    entry == null ? null : entry.place(),
                    utc(now));
        }
        rows.execute();
    }

    /**
     * Takes the oldest message that is due, may be sent and is leased to nobody, for this node alone, and counts the attempt. Two nodes
     * that ask at once are given different ones.
     */
    Optional<KeptMessage> lease(PartnershipId partnership, Reachable reachable, Instant now, Instant until) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return db.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(
                        MESSAGE.PARTNERSHIP_ID.eq(partnership.value()),
                        sendable(reachable),
                        MESSAGE.NEXT_ATTEMPT_AT.isNull().or(MESSAGE.NEXT_ATTEMPT_AT.le(at)),
                        MESSAGE.LEASED_UNTIL.isNull().or(MESSAGE.LEASED_UNTIL.le(at)))
                .orderBy(MESSAGE.POSTED_AT, MESSAGE.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(MESSAGE.ID)
                .flatMap(id -> db.update(MESSAGE)
                        .set(MESSAGE.LEASED_UNTIL, until.atOffset(ZoneOffset.UTC))
                        .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                        .where(of(partnership, id))
                        .returning()
                        .fetchOptional(OutboxStore::kept));
    }

    void sent(PartnershipId partnership, UUID id, Instant now) {
        db.update(MESSAGE)
                .set(MESSAGE.STATE, MessageState.SENT.name())
                .set(MESSAGE.SENT_AT, now.atOffset(ZoneOffset.UTC))
                .setNull(MESSAGE.LEASED_UNTIL)
                .setNull(MESSAGE.NEXT_ATTEMPT_AT)
                .where(of(partnership, id))
                .execute();
    }

    /** @param again when it is tried again; null where it has failed for good */
    void notSent(PartnershipId partnership, UUID id, String error, @Nullable Instant again) {
        db.update(MESSAGE)
                .set(MESSAGE.STATE, (again == null ? MessageState.FAILED : MessageState.WAITING).name())
                .set(MESSAGE.LAST_ERROR, error)
                .set(MESSAGE.NEXT_ATTEMPT_AT, utc(again))
                .setNull(MESSAGE.LEASED_UNTIL)
                .where(of(partnership, id), MESSAGE.STATE.ne(MessageState.SENT.name()))
                .execute();
    }

    /** Whether it waited and may now go to this one address. */
    boolean release(Actor by, UUID id, String address) {
        return db.update(MESSAGE)
                        .set(MESSAGE.RELEASED_TO, address)
                        .set(MESSAGE.RELEASED_BY, by.member())
                        .where(of(by.partnership(), id), MESSAGE.STATE.eq(MessageState.WAITING.name()))
                        .execute()
                == 1;
    }

    /** Whether it had failed and is tried anew. */
    boolean again(PartnershipId partnership, UUID id) {
        return db.update(MESSAGE)
                        .set(MESSAGE.STATE, MessageState.WAITING.name())
                        .set(MESSAGE.ATTEMPTS, 0)
                        .setNull(MESSAGE.NEXT_ATTEMPT_AT)
                        .where(of(partnership, id), MESSAGE.STATE.eq(MessageState.FAILED.name()))
                        .execute()
                == 1;
    }

    Optional<KeptMessage> message(PartnershipId partnership, UUID id) {
        return db.selectFrom(MESSAGE).where(of(partnership, id)).fetchOptional(OutboxStore::kept);
    }

    /** Messages in a state, to a member or to everybody, the newest first. */
    List<KeptMessage> messages(
            PartnershipId partnership,
            @Nullable MessageState state,
            @Nullable MemberId reader,
            Reachable reachable,
            int from,
            int most) {
        return db.selectFrom(MESSAGE)
                .where(
                        MESSAGE.PARTNERSHIP_ID.eq(partnership.value()),
                        in(state, reachable),
                        reader == null ? DSL.noCondition() : MESSAGE.MEMBER_ID.eq(reader.value()))
                .orderBy(MESSAGE.POSTED_AT.desc(), MESSAGE.ID.desc())
                .limit(from, most)
                .fetch(OutboxStore::kept);
    }

    int count(PartnershipId partnership, MessageState state, Reachable reachable) {
        return db.fetchCount(MESSAGE, MESSAGE.PARTNERSHIP_ID.eq(partnership.value()), in(state, reachable));
    }

    private static Condition in(@Nullable MessageState state, Reachable reachable) {
        return switch (state) {
            case null -> DSL.noCondition();
            case WAITING -> sendable(reachable);
            case HELD -> MESSAGE.STATE.eq(MessageState.WAITING.name()).andNot(sendable(reachable));
            case SENT, FAILED -> MESSAGE.STATE.eq(state.name());
        };
    }

    /** Waits, and is not held as things are. */
    private static Condition sendable(Reachable reachable) {
        Condition released = DSL.row(MESSAGE.MEMBER_ID, DSL.coalesce(MESSAGE.RELEASED_TO, ""))
                .in(reachable.elsewhere().entrySet().stream()
                        .map(member -> DSL.row(member.getKey().value(), member.getValue()))
                        .toList());
        return MESSAGE.STATE
                .eq(MessageState.WAITING.name())
                .and(MESSAGE.MEMBER_ID
                        .eq(DSL.any(
                                reachable.secure().stream().map(MemberId::value).toArray(UUID[]::new)))
                        .or(reachable.elsewhere().isEmpty() ? DSL.falseCondition() : released));
    }

    private static Condition of(PartnershipId partnership, UUID id) {
        return MESSAGE.PARTNERSHIP_ID.eq(partnership.value()).and(MESSAGE.ID.eq(id));
    }

    private static KeptMessage kept(MessageRecord row) {
        return new KeptMessage(
                row.getId(),
                new Message(
                        new MemberId(row.getMemberId()),
                        row.getTextKey(),
                        List.of(row.getTextValues()),
                        row.getPath(),
                        entry(row)),
                row.getPostedAt().toInstant(),
                MessageState.valueOf(row.getState()),
                row.getAttempts(),
                instant(row.getNextAttemptAt()),
                row.getLastError(),
                instant(row.getSentAt()),
                row.getReleasedTo());
    }

    private static @Nullable CalendarEntry entry(MessageRecord row) {
        return row.getCalendarUid() == null
                ? null
                : new CalendarEntry(
                        row.getCalendarUid(),
                        row.getCalendarSequence(),
                        row.getCalendarCancelled(),
                        row.getCalendarFrom().toInstant(),
                        row.getCalendarUntil().toInstant(),
                        row.getCalendarTitle(),
                        row.getCalendarPlace());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
