package org.holdfast.meetings;

import static org.holdfast.meetings.db.Tables.ARRANGEMENT;
import static org.holdfast.meetings.db.Tables.ATTENDEE;
import static org.holdfast.meetings.db.Tables.ITEM;
import static org.holdfast.meetings.db.Tables.MEETING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.db.tables.Attendee;
import org.holdfast.meetings.db.tables.records.ArrangementRecord;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The diary's own table, and what it reads of many meetings at once. */
@Component
class DiaryStore {

    private final DSLContext db;

    DiaryStore(DSLContext db) {
        this.db = db;
    }

    void add(Actor by, Arrangement arrangement, Instant now) {
        MeetingId prepares = arrangement.prepares();
        db.insertInto(ARRANGEMENT)
                .set(ARRANGEMENT.PARTNERSHIP_ID, by.partnership().value())
                .set(ARRANGEMENT.MEETING_ID, arrangement.meeting().value())
                .set(ARRANGEMENT.URGENT_BECAUSE, arrangement.urgentBecause())
                .set(ARRANGEMENT.PREPARES, prepares == null ? null : prepares.value())
                .set(ARRANGEMENT.ARRANGED_BY, by.member())
                .set(ARRANGEMENT.ARRANGED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The arrangements of meetings; one that was planned plainly is left out. */
    Map<MeetingId, Arrangement> of(PartnershipId partnership, Collection<MeetingId> meetings) {
        return db.selectFrom(ARRANGEMENT)
                .where(ARRANGEMENT.PARTNERSHIP_ID.eq(partnership.value()), ARRANGEMENT.MEETING_ID.eq(any(meetings)))
                .fetchMap(row -> new MeetingId(row.getMeetingId()), DiaryStore::arrangement);
    }

    /** The pre-meets of a meeting. */
    List<MeetingId> preMeetsOf(PartnershipId partnership, MeetingId meeting) {
        return db.selectFrom(ARRANGEMENT)
                .where(ARRANGEMENT.PARTNERSHIP_ID.eq(partnership.value()), ARRANGEMENT.PREPARES.eq(meeting.value()))
                .orderBy(ARRANGEMENT.ARRANGED_AT, ARRANGEMENT.MEETING_ID)
                .fetch(row -> new MeetingId(row.getMeetingId()));
    }

    /** Everybody invited to meetings. */
    Map<MeetingId, List<Invited>> invited(PartnershipId partnership, Collection<MeetingId> meetings) {
        Attendee deputised = ATTENDEE.as("deputised");
        return db.select(
                        ATTENDEE.MEETING_ID,
                        ATTENDEE.MEMBER_ID,
                        ATTENDEE.NAME,
                        ATTENDEE.CAPACITY,
                        ATTENDEE.APOLOGIES_AT,
                        deputised.MEMBER_ID)
                .from(ATTENDEE)
                .leftJoin(deputised)
                .on(deputised.PARTNERSHIP_ID.eq(ATTENDEE.PARTNERSHIP_ID), deputised.ID.eq(ATTENDEE.DEPUTY_FOR))
                .where(
                        ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()),
                        ATTENDEE.MEETING_ID.eq(any(meetings)),
                        ATTENDEE.WITHDRAWN_AT.isNull())
                .orderBy(ATTENDEE.NAME, ATTENDEE.ID)
                .fetchGroups(
                        row -> new MeetingId(row.value1()),
                        row -> new Invited(
                                new MemberId(row.value2()),
                                row.value3(),
                                Capacity.valueOf(row.value4()),
                                row.value6() == null ? null : new MemberId(row.value6()),
                                row.value5() != null));
    }

    /** How many cases stand on the agendas of meetings. */
    Map<MeetingId, Integer> cases(PartnershipId partnership, Collection<MeetingId> meetings) {
        return db.select(ITEM.MEETING_ID, DSL.count())
                .from(ITEM)
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.MEETING_ID.eq(any(meetings)),
                        ITEM.STATE.ne(AgendaItemState.WITHDRAWN.name()))
                .groupBy(ITEM.MEETING_ID)
                .fetchMap(row -> new MeetingId(row.value1()), row -> row.value2());
    }

    /** For each case on an agenda on which a decision about it is still to come: the day of that meeting. */
    Map<CaseId, LocalDate> heardOn(PartnershipId partnership) {
        return db.select(ITEM.CASE_ID, DSL.min(MEETING.HELD_ON))
                .from(ITEM)
                .join(MEETING)
                .on(MEETING.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), MEETING.ID.eq(ITEM.MEETING_ID))
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.PURPOSE.ne(Purpose.DISCUSSION.name()),
                        ITEM.STATE.in(AgendaItemState.LISTED.name(), AgendaItemState.DISCUSSING.name()),
                        MEETING.STATE.in(MeetingState.PLANNED.name(), MeetingState.OPEN.name()))
                .groupBy(ITEM.CASE_ID)
                .fetchMap(row -> new CaseId(row.value1()), row -> row.value2());
    }

    private static Arrangement arrangement(ArrangementRecord row) {
        UUID prepares = row.getPrepares();
        return new Arrangement(
                new MeetingId(row.getMeetingId()),
                row.getUrgentBecause(),
                prepares == null ? null : new MeetingId(prepares));
    }

    private static org.jooq.QuantifiedSelect<org.jooq.Record1<UUID>> any(Collection<MeetingId> meetings) {
        return DSL.any(meetings.stream().map(MeetingId::value).toArray(UUID[]::new));
    }
}
