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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.MeetingId;
import org.jooq.DSLContext;
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

    /** Those of the meetings whose pack has been locked. */
    Set<UUID> locked(PartnershipId partnership, Collection<UUID> meetings) {
        return db
                .selectDistinct(VERSION.MEETING_ID)
                .from(VERSION)
                .where(VERSION.PARTNERSHIP_ID.eq(partnership.value()), VERSION.MEETING_ID.in(meetings))
                .fetch(VERSION.MEETING_ID)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
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

    /** Those of the meetings whose locked pack the member has opened in any part. */
    Set<UUID> openedBy(Actor actor, Collection<UUID> meetings) {
        return db
                .selectDistinct(OPENED.MEETING_ID)
                .from(OPENED)
                .where(
                        OPENED.PARTNERSHIP_ID.eq(actor.partnership().value()),
                        OPENED.MEETING_ID.in(meetings),
                        OPENED.MEMBER_ID.eq(actor.member()),
                        OPENED.NUMBER.gt(0))
                .fetch(OPENED.MEETING_ID)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
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
