package org.holdfast.room;

import static org.holdfast.room.db.Tables.ONLOOKER;
import static org.holdfast.room.db.Tables.PROGRESS;
import static org.holdfast.room.db.Tables.SECTION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Note;
import org.holdfast.partnership.MemberId;
import org.holdfast.room.db.tables.records.SectionRecord;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of what is typed and who looks on. */
@Component
class RoomStore {

    /**
     * A section as it is kept.
     *
     * @param noteVersion of the note it goes on from, or was last kept as
     * @param kept whether the note holds the text as it stands
     * @param keptAt when it was last kept, or began to be typed
     * @param number of the room when it last changed
     */
    record Row(
            MeetingId meeting,
            CaseId caseId,
            Section section,
            int noteVersion,
            boolean kept,
            Instant keptAt,
            long number) {

        /** With what was typed; the time since it was kept runs from the first text that was not. */
        Row with(Section changed, boolean keptStill, Instant at) {
            return new Row(meeting, caseId, changed, noteVersion, keptStill, kept && !keptStill ? at : keptAt, number);
        }

        Row renewed(Section changed, int version) {
            return new Row(meeting, caseId, changed, version, true, keptAt, number);
        }
    }

    private final DSLContext db;

    RoomStore(DSLContext db) {
        this.db = db;
    }

    /** The number of the room's last change; 0 before the first. */
    long number(PartnershipId partnership, MeetingId meeting) {
        return db.select(PROGRESS.NUMBER)
                .from(PROGRESS)
                .where(PROGRESS.PARTNERSHIP_ID.eq(partnership.value()), PROGRESS.MEETING_ID.eq(meeting.value()))
                .fetchOptional(PROGRESS.NUMBER)
                .orElse(0L);
    }

    /** Counts a change of the room. Holds the room until the transaction ends, so that changes are seen in the order of their numbers. */
    private long next(PartnershipId partnership, MeetingId meeting) {
        return db.insertInto(PROGRESS)
                .set(PROGRESS.PARTNERSHIP_ID, partnership.value())
                .set(PROGRESS.MEETING_ID, meeting.value())
                .set(PROGRESS.NUMBER, 1L)
                .onConflict(PROGRESS.PARTNERSHIP_ID, PROGRESS.MEETING_ID)
                .doUpdate()
                .set(PROGRESS.NUMBER, PROGRESS.NUMBER.plus(1))
                .returningResult(PROGRESS.NUMBER)
                .fetchSingle()
                .value1();
    }

    // Sections

    /** A section, held until the transaction ends; empty where nothing was typed there yet. */
    Optional<Row> lock(PartnershipId partnership, AgendaItemId item, Note.Part part) {
        return db.selectFrom(SECTION)
                .where(
                        SECTION.PARTNERSHIP_ID.eq(partnership.value()),
                        SECTION.ITEM_ID.eq(item.value()),
                        SECTION.PART.eq(part.name()))
                .forUpdate()
                .fetchOptional(RoomStore::row);
    }

    Optional<Row> find(PartnershipId partnership, AgendaItemId item, Note.Part part) {
        return db.selectFrom(SECTION)
                .where(
                        SECTION.PARTNERSHIP_ID.eq(partnership.value()),
                        SECTION.ITEM_ID.eq(item.value()),
                        SECTION.PART.eq(part.name()))
                .fetchOptional(RoomStore::row);
    }

    /** The note holds a section's text now. Where the note says something else than the section, the section goes on from there. */
    void keptAs(PartnershipId partnership, Row row, int version, boolean asItStands, Instant now) {
        db.update(SECTION)
                .set(SECTION.NOTE_VERSION, version)
                .set(SECTION.KEPT, asItStands)
                .set(SECTION.KEPT_AT, utc(now))
                .where(
                        SECTION.PARTNERSHIP_ID.eq(partnership.value()),
                        SECTION.ITEM_ID.eq(row.section().item().value()),
                        SECTION.PART.eq(row.section().part().name()))
                .execute();
    }

    /** Begins a section, unless somebody else just did. */
    void begin(PartnershipId partnership, Row row) {
        Section section = row.section();
        db.insertInto(SECTION)
                .set(SECTION.PARTNERSHIP_ID, partnership.value())
                .set(SECTION.MEETING_ID, row.meeting().value())
                .set(SECTION.ITEM_ID, section.item().value())
                .set(SECTION.CASE_ID, row.caseId().value())
                .set(SECTION.PART, section.part().name())
                .set(SECTION.TEXT, section.text())
                .set(SECTION.REVISION, section.revision())
                .set(SECTION.NOTE_VERSION, row.noteVersion())
                .set(SECTION.KEPT, row.kept())
                .set(SECTION.KEPT_AT, utc(row.keptAt()))
                .set(SECTION.NUMBER, 0L)
                .onConflictDoNothing()
                .execute();
    }

    /** Writes a section anew, as a change of its room. */
    void save(PartnershipId partnership, Row row) {
        Section section = row.section();
        Section.Hold hold = section.hold();
        db.update(SECTION)
                .set(SECTION.TEXT, section.text())
                .set(SECTION.REVISION, section.revision())
                .set(SECTION.NOTE_VERSION, row.noteVersion())
                .set(SECTION.KEPT, row.kept())
                .set(SECTION.KEPT_AT, utc(row.keptAt()))
                .set(SECTION.HOLDER_WINDOW, hold == null ? null : hold.window())
                .set(SECTION.HOLDER_MEMBER, hold == null ? null : hold.member().value())
                .set(SECTION.HOLDER_NAME, hold == null ? null : hold.name())
                .set(SECTION.HOLDER_NUMBER, hold == null ? null : hold.number())
                .set(SECTION.HELD_UNTIL, hold == null ? null : utc(hold.until()))
                .set(SECTION.REFUSED_WINDOWS, section.refused().keySet().toArray(UUID[]::new))
                .set(SECTION.REFUSED_NUMBERS, section.refused().values().toArray(Long[]::new))
                .set(SECTION.NUMBER, next(partnership, row.meeting()))
                .where(
                        SECTION.PARTNERSHIP_ID.eq(partnership.value()),
                        SECTION.ITEM_ID.eq(section.item().value()),
                        SECTION.PART.eq(section.part().name()))
                .execute();
    }

    /** Remembers what was refused; nobody sees a change by it. */
    void refused(PartnershipId partnership, Section section) {
        db.update(SECTION)
                .set(SECTION.REFUSED_WINDOWS, section.refused().keySet().toArray(UUID[]::new))
                .set(SECTION.REFUSED_NUMBERS, section.refused().values().toArray(Long[]::new))
                .where(
                        SECTION.PARTNERSHIP_ID.eq(partnership.value()),
                        SECTION.ITEM_ID.eq(section.item().value()),
                        SECTION.PART.eq(section.part().name()))
                .execute();
    }

    /** The sections of a meeting that changed after a change of its room, in that order. */
    List<Row> sections(PartnershipId partnership, MeetingId meeting, long after) {
        return db.selectFrom(SECTION)
                .where(
                        SECTION.PARTNERSHIP_ID.eq(partnership.value()),
                        SECTION.MEETING_ID.eq(meeting.value()),
                        SECTION.NUMBER.gt(after))
                .orderBy(SECTION.NUMBER)
                .fetch(RoomStore::row);
    }

    // Onlookers

    /** A window is there. True where it was not there before, or looked elsewhere. */
    boolean here(PartnershipId partnership, MeetingId meeting, Onlooker onlooker) {
        UUID item = onlooker.item() == null ? null : onlooker.item().value();
        OffsetDateTime now = utc(onlooker.seenAt());
        boolean same = db.update(ONLOOKER)
                        .set(ONLOOKER.SEEN_AT, now)
                        .where(
                                ONLOOKER.PARTNERSHIP_ID.eq(partnership.value()),
                                ONLOOKER.MEETING_ID.eq(meeting.value()),
                                ONLOOKER.WINDOW_ID.eq(onlooker.window()),
                                ONLOOKER.MEMBER_ID.eq(onlooker.member().value()),
                                ONLOOKER.ITEM_ID.isNotDistinctFrom(item),
                                ONLOOKER.GONE_AT.isNull())
                        .execute()
                == 1;
        if (same) {
            return false;
        }
        db.insertInto(ONLOOKER)
                .set(ONLOOKER.PARTNERSHIP_ID, partnership.value())
                .set(ONLOOKER.MEETING_ID, meeting.value())
                .set(ONLOOKER.WINDOW_ID, onlooker.window())
                .set(ONLOOKER.MEMBER_ID, onlooker.member().value())
                .set(ONLOOKER.NAME, onlooker.name())
                .set(ONLOOKER.AGENCY_NAME, onlooker.agency())
                .set(ONLOOKER.ITEM_ID, item)
                .set(ONLOOKER.SEEN_AT, now)
                .onConflict(ONLOOKER.PARTNERSHIP_ID, ONLOOKER.MEETING_ID, ONLOOKER.WINDOW_ID)
                .doUpdate()
                .set(ONLOOKER.ITEM_ID, item)
                .set(ONLOOKER.SEEN_AT, now)
                .setNull(ONLOOKER.GONE_AT)
                .where(ONLOOKER.MEMBER_ID.eq(onlooker.member().value()))
                .execute();
        next(partnership, meeting);
        return true;
    }

    void gone(PartnershipId partnership, MeetingId meeting, UUID window, Instant now) {
        db.update(ONLOOKER)
                .set(ONLOOKER.GONE_AT, utc(now))
                .where(
                        ONLOOKER.PARTNERSHIP_ID.eq(partnership.value()),
                        ONLOOKER.MEETING_ID.eq(meeting.value()),
                        ONLOOKER.WINDOW_ID.eq(window),
                        ONLOOKER.GONE_AT.isNull())
                .execute();
        next(partnership, meeting);
    }

    /** The windows that are open on the room. */
    List<Onlooker> onlookers(PartnershipId partnership, MeetingId meeting, Instant now) {
        return db.selectFrom(ONLOOKER)
                .where(
                        ONLOOKER.PARTNERSHIP_ID.eq(partnership.value()),
                        ONLOOKER.MEETING_ID.eq(meeting.value()),
                        ONLOOKER.GONE_AT.isNull(),
                        ONLOOKER.SEEN_AT.gt(utc(now.minus(Onlooker.AWAY))))
                .orderBy(ONLOOKER.NAME, ONLOOKER.WINDOW_ID)
                .fetch(row -> new Onlooker(
                        row.getWindowId(),
                        new MemberId(row.getMemberId()),
                        row.getName(),
                        row.getAgencyName(),
                        row.getItemId() == null ? null : new AgendaItemId(row.getItemId()),
                        row.getSeenAt().toInstant()));
    }

    private static Row row(SectionRecord row) {
        return new Row(
                new MeetingId(row.getMeetingId()),
                new CaseId(row.getCaseId()),
                new Section(
                        new AgendaItemId(row.getItemId()),
                        Note.Part.valueOf(row.getPart()),
                        row.getText(),
                        row.getRevision(),
                        hold(row),
                        refused(row)),
                row.getNoteVersion(),
                row.getKept(),
                row.getKeptAt().toInstant(),
                row.getNumber());
    }

    private static Map<UUID, Long> refused(SectionRecord row) {
        Map<UUID, Long> refused = new LinkedHashMap<>();
        for (int place = 0; place < row.getRefusedWindows().length; place++) {
            refused.put(row.getRefusedWindows()[place], row.getRefusedNumbers()[place]);
        }
        return refused;
    }

    private static Section.@Nullable Hold hold(SectionRecord row) {
        return row.getHolderWindow() == null
                ? null
                : new Section.Hold(
                        row.getHolderWindow(),
                        new MemberId(row.getHolderMember()),
                        row.getHolderName(),
                        row.getHolderNumber(),
                        row.getHeldUntil().toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
