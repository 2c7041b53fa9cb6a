package org.holdfast.packs;

import static org.holdfast.packs.db.Tables.ACCESS;
import static org.holdfast.packs.db.Tables.NOTE;
import static org.holdfast.packs.db.Tables.OPENED;
import static org.holdfast.packs.db.Tables.VERSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.MeetingId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The tables of packs. */
@Component
class PackStore {

    private final DSLContext db;

    PackStore(DSLContext db) {
        this.db = db;
    }

    // Versions

    void add(Actor by, MeetingId meeting, int number, String content, String sha256, Instant now) {
        db.insertInto(VERSION)
                .set(VERSION.PARTNERSHIP_ID, by.partnership().value())
                .set(VERSION.MEETING_ID, meeting.value())
                .set(VERSION.NUMBER, number)
                .set(VERSION.CONTENT, content)
                .set(VERSION.SHA256, sha256)
                .set(VERSION.LOCKED_AT, utc(now))
                .set(VERSION.LOCKED_BY, by.member())
                .set(VERSION.LOCKED_BY_NAME, by.name())
                .execute();
    }

    /** Every cut-off of a meeting's pack, the newest first. */
    List<PackLock> locks(PartnershipId partnership, MeetingId meeting) {
        return db.select(VERSION.NUMBER, VERSION.SHA256, VERSION.LOCKED_AT, VERSION.LOCKED_BY_NAME)
                .from(VERSION)
                .where(VERSION.PARTNERSHIP_ID.eq(partnership.value()), VERSION.MEETING_ID.eq(meeting.value()))
                .orderBy(VERSION.NUMBER.desc())
                .fetch(row ->
                        new PackLock(row.value1(), row.value2(), row.value3().toInstant(), row.value4()));
    }

    Optional<String> content(PartnershipId partnership, MeetingId meeting, int number) {
        return db.select(VERSION.CONTENT)
                .from(VERSION)
                .where(
                        VERSION.PARTNERSHIP_ID.eq(partnership.value()),
                        VERSION.MEETING_ID.eq(meeting.value()),
                        VERSION.NUMBER.eq(number))
                .fetchOptional(VERSION.CONTENT);
    }

    /** Those of the meetings whose pack has been locked, each with whether the actor has opened it locked, in any part. */
    Map<MeetingId, Boolean> locked(Actor actor, Collection<MeetingId> meetings) {
        Field<Boolean> opened = DSL.field(DSL.exists(DSL.selectOne()
                .from(OPENED)
                .where(
                        OPENED.PARTNERSHIP_ID.eq(VERSION.PARTNERSHIP_ID),
                        OPENED.MEETING_ID.eq(VERSION.MEETING_ID),
                        OPENED.MEMBER_ID.eq(actor.member()),
                        OPENED.NUMBER.gt(0))));
        return db.selectDistinct(VERSION.MEETING_ID, opened)
                .from(VERSION)
                .where(VERSION.PARTNERSHIP_ID.eq(actor.partnership().value()), VERSION.MEETING_ID.in(values(meetings)))
                .fetchMap(row -> new MeetingId(row.value1()), row -> row.value2());
    }

    private static List<UUID> values(Collection<MeetingId> meetings) {
        return meetings.stream().map(MeetingId::value).toList();
    }

    // Access

    void add(Actor by, UUID id, MeetingId meeting, PackAccess access) {
        db.insertInto(ACCESS)
                .set(ACCESS.PARTNERSHIP_ID, by.partnership().value())
                .set(ACCESS.ID, id)
                .set(ACCESS.MEETING_ID, meeting.value())
                .set(ACCESS.ITEM_ID, access.item())
                .set(ACCESS.MEMBER_ID, access.member())
                .set(ACCESS.GIVEN, access.given())
                .set(ACCESS.REASON, access.reason())
                .set(ACCESS.DECIDED_BY, by.member())
                .set(ACCESS.DECIDED_BY_NAME, by.name())
                .set(ACCESS.DECIDED_AT, utc(access.at()))
                .execute();
    }

    /** Everything decided about access to a meeting's pack, the oldest first. */
    List<PackAccess> access(PartnershipId partnership, MeetingId meeting) {
        return db.selectFrom(ACCESS)
                .where(ACCESS.PARTNERSHIP_ID.eq(partnership.value()), ACCESS.MEETING_ID.eq(meeting.value()))
                .orderBy(ACCESS.DECIDED_AT, ACCESS.ID)
                .fetch(row -> new PackAccess(
                        row.getItemId(),
                        row.getMemberId(),
                        row.getGiven(),
                        row.getReason(),
                        row.getDecidedByName(),
                        row.getDecidedAt().toInstant()));
    }

    /** Those of the meetings in whose pack something was ever opened to the actor by a decision of its own. */
    Set<MeetingId> givenTo(Actor actor, Collection<MeetingId> meetings) {
        return Set.copyOf(db.selectDistinct(ACCESS.MEETING_ID)
                .from(ACCESS)
                .where(
                        ACCESS.PARTNERSHIP_ID.eq(actor.partnership().value()),
                        ACCESS.MEETING_ID.in(values(meetings)),
                        ACCESS.MEMBER_ID.eq(actor.member()),
                        ACCESS.GIVEN.isTrue())
                .fetch(row -> new MeetingId(row.value1())));
    }

    // Reading

    /** That somebody opened an item, in which version, and when last. */
    record Opened(UUID item, UUID member, int number, Instant lastAt) {}

    void opened(Actor actor, MeetingId meeting, UUID item, int number, Instant now) {
        db.insertInto(OPENED)
                .set(OPENED.PARTNERSHIP_ID, actor.partnership().value())
                .set(OPENED.MEETING_ID, meeting.value())
                .set(OPENED.ITEM_ID, item)
                .set(OPENED.MEMBER_ID, actor.member())
                .set(OPENED.NUMBER, number)
                .set(OPENED.FIRST_AT, utc(now))
                .set(OPENED.LAST_AT, utc(now))
                .onConflict(OPENED.PARTNERSHIP_ID, OPENED.ITEM_ID, OPENED.MEMBER_ID, OPENED.NUMBER)
                .doUpdate()
                .set(OPENED.LAST_AT, utc(now))
                .execute();
    }

    List<Opened> opened(PartnershipId partnership, MeetingId meeting) {
        return db.selectFrom(OPENED)
                .where(OPENED.PARTNERSHIP_ID.eq(partnership.value()), OPENED.MEETING_ID.eq(meeting.value()))
                .orderBy(OPENED.LAST_AT)
                .fetch(row -> new Opened(
                        row.getItemId(),
                        row.getMemberId(),
                        row.getNumber(),
                        row.getLastAt().toInstant()));
    }

    // Notes

    PackNote note(Actor actor, UUID item) {
        return db.selectFrom(NOTE)
                .where(
                        NOTE.PARTNERSHIP_ID.eq(actor.partnership().value()),
                        NOTE.ITEM_ID.eq(item),
                        NOTE.MEMBER_ID.eq(actor.member()))
                .fetchOptional(row -> new PackNote(row.getWords(), row.getVersion()))
                .orElse(PackNote.NONE);
    }

    /** Keeps the note, unless another window has since the version seen. */
    boolean keep(Actor actor, UUID item, String words, int seen, Instant now) {
        if (seen == 0) {
            return db.insertInto(NOTE)
                            .set(NOTE.PARTNERSHIP_ID, actor.partnership().value())
                            .set(NOTE.ITEM_ID, item)
                            .set(NOTE.MEMBER_ID, actor.member())
                            .set(NOTE.WORDS, words)
                            .set(NOTE.WRITTEN_AT, utc(now))
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return db.update(NOTE)
                        .set(NOTE.WORDS, words)
                        .set(NOTE.VERSION, seen + 1)
                        .set(NOTE.WRITTEN_AT, utc(now))
                        .where(
                                NOTE.PARTNERSHIP_ID.eq(actor.partnership().value()),
                                NOTE.ITEM_ID.eq(item),
                                NOTE.MEMBER_ID.eq(actor.member()),
                                NOTE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
