package org.holdfast.meetings;

import static org.holdfast.meetings.db.Tables.ADDENDUM;
import static org.holdfast.meetings.db.Tables.ATTENDEE;
import static org.holdfast.meetings.db.Tables.CONFIRMATION;
import static org.holdfast.meetings.db.Tables.CONFLICT;
import static org.holdfast.meetings.db.Tables.ITEM;
import static org.holdfast.meetings.db.Tables.ITEM_INVITATION;
import static org.holdfast.meetings.db.Tables.MEETING;
import static org.holdfast.meetings.db.Tables.MINUTES;
import static org.holdfast.meetings.db.Tables.MINUTES_REVIEW;
import static org.holdfast.meetings.db.Tables.NOTE;
import static org.holdfast.meetings.db.Tables.PRESENCE;
import static org.holdfast.meetings.db.Tables.RECIPIENT;
import static org.holdfast.meetings.db.Tables.SENDING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.meetings.db.tables.records.AttendeeRecord;
import org.holdfast.meetings.db.tables.records.ItemRecord;
import org.holdfast.meetings.db.tables.records.MeetingRecord;
import org.holdfast.meetings.db.tables.records.NoteRecord;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of meetings. */
@Component
class MeetingStore {

    /** Approved minutes: the text exactly as hashed, and who approved it. */
    record Sealed(String content, byte[] hash, String approvedBy, Instant approvedAt) {}

    private static final Set<MeetingState> GOING =
            EnumSet.of(MeetingState.PLANNED, MeetingState.OPEN, MeetingState.FINISHED);

    private final DSLContext db;

    MeetingStore(DSLContext db) {
        this.db = db;
    }

    // Meetings

    void add(Actor by, Meeting meeting, Instant now) {
        db.insertInto(MEETING)
                .set(MEETING.PARTNERSHIP_ID, by.partnership().value())
                .set(MEETING.ID, meeting.id().value())
                .set(MEETING.KIND, meeting.kind())
                .set(MEETING.HELD_ON, meeting.on())
                .set(MEETING.STARTS, meeting.starts())
                .set(MEETING.ROOM, meeting.place().room())
                .set(MEETING.LINK, meeting.place().link())
                .set(MEETING.MINUTES_PER_ITEM, meeting.minutesPerItem())
                .set(MEETING.STATE, meeting.state().name())
                .set(MEETING.PLANNED_BY, by.member())
                .set(MEETING.PLANNED_AT, utc(now))
                .execute();
    }

    /** The meeting, locked until the transaction ends: commands to one meeting follow one another. */
    Optional<Meeting> lock(PartnershipId partnership, MeetingId id) {
        return db.selectFrom(MEETING)
                .where(MEETING.PARTNERSHIP_ID.eq(partnership.value()), MEETING.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(MeetingStore::meeting);
    }

    Optional<Meeting> meeting(PartnershipId partnership, MeetingId id) {
        return meetings(partnership, MEETING.ID.eq(id.value())).stream().findFirst();
    }

    /** Meetings held between two days, both included, the earliest first. */
    List<Meeting> between(PartnershipId partnership, LocalDate from, LocalDate until) {
        return meetings(partnership, MEETING.HELD_ON.between(from, until));
    }

    /**
     * The meetings in some states, the earliest first.
     *
     * @param states of those in which something is still to be done with a meeting
     */
    List<Meeting> in(PartnershipId partnership, Collection<MeetingState> states) {
        if (!GOING.containsAll(states)) {
            throw new IllegalArgumentException("a page does not read meetings that are over: " + states);
        }
        return going(partnership).stream()
                .map(Going::meeting)
                .filter(it -> states.contains(it.state()))
                .toList();
    }

    /**
     * A meeting with which something is still to be done.
     *
     * @param sentBack whether the chair sent items of its minutes back and nobody has handed them back yet
     * @param uninvited how many of those invited have nothing in their calendar yet
     */
    record Going(Meeting meeting, boolean sentBack, int uninvited) {}

    /** The meetings that are not over and minuted, or whose approved minutes have not gone out, the earliest first: read once for one page. */
    List<Going> going(PartnershipId partnership) {
        Field<Boolean> sentBack = sentBack();
        Field<Integer> uninvited = InvitationStore.uninvited();
        return Readings.once(
                "meetings.going",
                partnership,
                () -> db.select(MEETING.fields())
                        .select(sentBack, uninvited)
                        .from(MEETING)
                        .where(MEETING.PARTNERSHIP_ID.eq(partnership.value()))
                        .and(MEETING.STATE
                                .in(GOING.stream().map(MeetingState::name).toList())
                                .or(MEETING.STATE
                                        .eq(MeetingState.APPROVED.name())
                                        .andNotExists(DSL.selectOne()
                                                .from(SENDING)
                                                .where(
                                                        SENDING.PARTNERSHIP_ID.eq(MEETING.PARTNERSHIP_ID),
                                                        SENDING.MEETING_ID.eq(MEETING.ID)))))
                        .orderBy(MEETING.HELD_ON, MEETING.STARTS, MEETING.ID)
                        .fetch(row -> new Going(meeting(row.into(MEETING)), row.get(sentBack), row.get(uninvited))));
    }

    private static Field<Boolean> sentBack() {
        var later = MINUTES_REVIEW.as("later");
        return DSL.field(DSL.exists(DSL.selectOne()
                .from(MINUTES_REVIEW)
                .where(
                        MINUTES_REVIEW.PARTNERSHIP_ID.eq(MEETING.PARTNERSHIP_ID),
                        MINUTES_REVIEW.MEETING_ID.eq(MEETING.ID),
                        MINUTES_REVIEW.COMMAND.eq(MinutesItemCommand.SEND_BACK.name()))
                .andNotExists(DSL.selectOne()
                        .from(later)
                        .where(
                                later.PARTNERSHIP_ID.eq(MINUTES_REVIEW.PARTNERSHIP_ID),
                                later.ITEM_ID.eq(MINUTES_REVIEW.ITEM_ID),
                                DSL.row(later.REVIEWED_AT, later.ID)
                                        .gt(DSL.row(MINUTES_REVIEW.REVIEWED_AT, MINUTES_REVIEW.ID))))));
    }

    List<Meeting> meetings(PartnershipId partnership, Collection<MeetingId> ids) {
        return meetings(
                partnership,
                MEETING.ID.eq(DSL.any(ids.stream().map(MeetingId::value).toArray(UUID[]::new))));
    }

    /** In which capacity a member is invited to each of their meetings: read once for one page. */
    Map<MeetingId, Capacity> capacities(PartnershipId partnership, MemberId member) {
        return Readings.once(
                "meetings.capacities",
                member,
                () -> db.select(ATTENDEE.MEETING_ID, ATTENDEE.CAPACITY)
                        .from(ATTENDEE)
                        .where(
                                ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()),
                                ATTENDEE.MEMBER_ID.eq(member.value()),
                                ATTENDEE.WITHDRAWN_AT.isNull())
                        .fetchMap(row -> new MeetingId(row.value1()), row -> Capacity.valueOf(row.value2())));
    }

    /** The meetings that a member chairs, or is deputy chair of. */
    Set<MeetingId> chairedBy(PartnershipId partnership, MemberId member) {
        return capacities(partnership, member).entrySet().stream()
                .filter(it -> it.getValue() == Capacity.CHAIR || it.getValue() == Capacity.DEPUTY_CHAIR)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The meetings to which a member is invited. */
    Set<MeetingId> invitedTo(PartnershipId partnership, MemberId member) {
        return capacities(partnership, member).keySet();
    }

    /** The members invited to each of some meetings. */
    Map<MeetingId, Set<MemberId>> invitedTo(PartnershipId partnership, Collection<MeetingId> meetings) {
        return db
                .select(ATTENDEE.MEETING_ID, ATTENDEE.MEMBER_ID)
                .from(ATTENDEE)
                .where(
                        ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()),
                        ATTENDEE.MEETING_ID.eq(
                                DSL.any(meetings.stream().map(MeetingId::value).toArray(UUID[]::new))),
                        ATTENDEE.WITHDRAWN_AT.isNull())
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new MeetingId(row.value1()),
                        Collectors.mapping(row -> new MemberId(row.value2()), Collectors.toSet())));
    }

    private List<Meeting> meetings(PartnershipId partnership, Condition condition) {
        return db.selectFrom(MEETING)
                .where(MEETING.PARTNERSHIP_ID.eq(partnership.value()), condition)
                .orderBy(MEETING.HELD_ON, MEETING.STARTS, MEETING.ID)
                .fetch(MeetingStore::meeting);
    }

    /** Writes the whole row anew and counts its version up. The caller holds the lock. */
    void save(PartnershipId partnership, Meeting meeting) {
        db.update(MEETING)
                .set(MEETING.HELD_ON, meeting.on())
                .set(MEETING.STARTS, meeting.starts())
                .set(MEETING.ROOM, meeting.place().room())
                .set(MEETING.LINK, meeting.place().link())
                .set(MEETING.STATE, meeting.state().name())
                .set(MEETING.OPENED_AT, utc(meeting.openedAt()))
                .set(MEETING.FINISHED_AT, utc(meeting.finishedAt()))
                .set(MEETING.APPROVED_AT, utc(meeting.approvedAt()))
                .set(MEETING.CANCELLED_BECAUSE, meeting.cancelledBecause())
                .set(MEETING.VERSION, MEETING.VERSION.plus(1))
                .where(
                        MEETING.PARTNERSHIP_ID.eq(partnership.value()),
                        MEETING.ID.eq(meeting.id().value()))
                .execute();
    }

    // Attendance

    void add(PartnershipId partnership, MeetingId meeting, Attendee attendee, Instant now) {
        AttendeeId deputyFor = attendee.deputyFor();
        db.insertInto(ATTENDEE)
                .set(ATTENDEE.PARTNERSHIP_ID, partnership.value())
                .set(ATTENDEE.ID, attendee.id().value())
                .set(ATTENDEE.MEETING_ID, meeting.value())
                .set(ATTENDEE.MEMBER_ID, attendee.member().value())
                .set(ATTENDEE.NAME, attendee.name())
                .set(ATTENDEE.AGENCY_ID, attendee.agency().value())
                .set(ATTENDEE.AGENCY_NAME, attendee.agencyName())
                .set(ATTENDEE.AGENCY_KIND, attendee.agencyKind().name())
                .set(ATTENDEE.CAPACITY, attendee.capacity().name())
                .set(ATTENDEE.DEPUTY_FOR, deputyFor == null ? null : deputyFor.value())
                .set(ATTENDEE.WHOLE_AGENDA, attendee.wholeAgenda())
                .set(ATTENDEE.INVITED_AT, utc(now))
                .execute();
    }

    void uninvite(PartnershipId partnership, AttendeeId attendee, Instant now) {
        db.update(ATTENDEE)
                .set(ATTENDEE.WITHDRAWN_AT, utc(now))
                .where(ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()), ATTENDEE.ID.eq(attendee.value()))
                .execute();
    }

    /** Sets or, with null, takes back apologies. */
    void apologies(PartnershipId partnership, AttendeeId attendee, @Nullable Instant at) {
        db.update(ATTENDEE)
                .set(ATTENDEE.APOLOGIES_AT, utc(at))
                .where(ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()), ATTENDEE.ID.eq(attendee.value()))
                .execute();
    }

    void arrived(PartnershipId partnership, UUID id, AttendeeId attendee, Instant at, Presence.How how) {
        db.insertInto(PRESENCE)
                .set(PRESENCE.PARTNERSHIP_ID, partnership.value())
                .set(PRESENCE.ID, id)
                .set(PRESENCE.ATTENDEE_ID, attendee.value())
                .set(PRESENCE.ARRIVED_AT, utc(at))
                .set(PRESENCE.HOW, how.name())
                .execute();
    }

    void left(PartnershipId partnership, AttendeeId attendee, Instant at) {
        db.update(PRESENCE)
                .set(PRESENCE.LEFT_AT, utc(at))
                .where(
                        PRESENCE.PARTNERSHIP_ID.eq(partnership.value()),
                        PRESENCE.ATTENDEE_ID.eq(attendee.value()),
                        PRESENCE.LEFT_AT.isNull())
                .execute();
    }

    /** Everybody leaves who is still there: the meeting is over. */
    void allLeft(PartnershipId partnership, MeetingId meeting, Instant at) {
        db.update(PRESENCE)
                .set(PRESENCE.LEFT_AT, utc(at))
                .where(
                        PRESENCE.PARTNERSHIP_ID.eq(partnership.value()),
                        PRESENCE.LEFT_AT.isNull(),
                        PRESENCE.ATTENDEE_ID.in(DSL.select(ATTENDEE.ID)
                                .from(ATTENDEE)
                                .where(
                                        ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()),
                                        ATTENDEE.MEETING_ID.eq(meeting.value()))))
                .execute();
    }

    Attendance attendance(PartnershipId partnership, MeetingId meeting) {
        Map<AttendeeRecord, List<Presence>> attendees = db
                .select(ATTENDEE.fields())
                .select(PRESENCE.ARRIVED_AT, PRESENCE.LEFT_AT, PRESENCE.HOW)
                .from(ATTENDEE)
                .leftJoin(PRESENCE)
                .on(PRESENCE.PARTNERSHIP_ID.eq(ATTENDEE.PARTNERSHIP_ID), PRESENCE.ATTENDEE_ID.eq(ATTENDEE.ID))
                .where(
                        ATTENDEE.PARTNERSHIP_ID.eq(partnership.value()),
                        ATTENDEE.MEETING_ID.eq(meeting.value()),
                        ATTENDEE.WITHDRAWN_AT.isNull())
                .orderBy(PRESENCE.ARRIVED_AT, PRESENCE.ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.into(ATTENDEE),
                        Collectors.flatMapping(row -> presence(row).stream(), Collectors.toList())));
        return new Attendance(attendees.entrySet().stream()
                .map(it -> attendee(it.getKey(), it.getValue()))
                .sorted(java.util.Comparator.comparing(Attendee::capacity).thenComparing(Attendee::name))
                .toList());
    }

    /** Empty where somebody was never there. */
    private static Optional<Presence> presence(Record row) {
        return row.get(PRESENCE.HOW) == null
                ? Optional.empty()
                : Optional.of(new Presence(
                        row.get(PRESENCE.ARRIVED_AT).toInstant(),
                        instant(row.get(PRESENCE.LEFT_AT)),
                        Presence.How.valueOf(row.get(PRESENCE.HOW))));
    }

    /** Keeps a confirmation of the confidentiality statement. False where it was confirmed before. */
    boolean confirm(Actor by, AttendeeId attendee, int statement, Instant now) {
        return db.insertInto(CONFIRMATION)
                        .set(CONFIRMATION.PARTNERSHIP_ID, by.partnership().value())
                        .set(CONFIRMATION.ATTENDEE_ID, attendee.value())
                        .set(CONFIRMATION.STATEMENT, statement)
                        .set(CONFIRMATION.CONFIRMED_AT, utc(now))
                        .set(CONFIRMATION.RECORDED_BY, by.member())
                        .set(CONFIRMATION.RECORDER_NAME, by.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The latest version of the statement that each attendee of a meeting confirmed. */
    Map<AttendeeId, Confirmation> confirmations(PartnershipId partnership, MeetingId meeting) {
        return db
                .select(CONFIRMATION.fields())
                .distinctOn(CONFIRMATION.ATTENDEE_ID)
                .from(CONFIRMATION)
                .join(ATTENDEE)
                .on(ATTENDEE.PARTNERSHIP_ID.eq(CONFIRMATION.PARTNERSHIP_ID), ATTENDEE.ID.eq(CONFIRMATION.ATTENDEE_ID))
                .where(CONFIRMATION.PARTNERSHIP_ID.eq(partnership.value()), ATTENDEE.MEETING_ID.eq(meeting.value()))
                .orderBy(CONFIRMATION.ATTENDEE_ID, CONFIRMATION.STATEMENT.desc())
                .fetch(row -> new Confirmation(
                        new AttendeeId(row.get(CONFIRMATION.ATTENDEE_ID)),
                        row.get(CONFIRMATION.STATEMENT),
                        row.get(CONFIRMATION.CONFIRMED_AT).toInstant(),
                        row.get(CONFIRMATION.RECORDER_NAME)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Confirmation::attendee, it -> it));
    }

    // Agenda

    void add(Actor by, AgendaItem item, Instant now) {
        AgendaItemId carriedFrom = item.carriedFrom();
        db.insertInto(ITEM)
                .set(ITEM.PARTNERSHIP_ID, by.partnership().value())
                .set(ITEM.ID, item.id().value())
                .set(ITEM.MEETING_ID, item.meeting().value())
                .set(ITEM.CASE_ID, item.caseId().value())
                .set(ITEM.POSITION, item.position())
                .set(ITEM.PURPOSE, item.purpose().name())
                .set(ITEM.BECAUSE, item.because())
                .set(ITEM.STATE, item.state().name())
                .set(ITEM.CARRIED_FROM, carriedFrom == null ? null : carriedFrom.value())
                .set(ITEM.LISTED_BY, by.member())
                .set(ITEM.LISTED_AT, utc(now))
                .execute();
    }

    /** Every item that was ever on the agenda, those withdrawn among them, in order. */
    List<AgendaItem> items(PartnershipId partnership, MeetingId meeting) {
        return items(partnership, ITEM.MEETING_ID.eq(meeting.value()));
    }

    Optional<AgendaItem> item(PartnershipId partnership, AgendaItemId id) {
        return Readings.once(
                "meetings.item",
                id,
                () -> items(partnership, ITEM.ID.eq(id.value())).stream().findFirst());
    }

    Map<AgendaItemId, AgendaItem> items(PartnershipId partnership, Collection<AgendaItemId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : items(
                                partnership,
                                ITEM.ID.eq(DSL.any(
                                        ids.stream().map(AgendaItemId::value).toArray(UUID[]::new))))
                        .stream()
                        .collect(Collectors.toMap(AgendaItem::id, Function.identity()));
    }

    /** Every item that cases ever had, the earliest listed first. */
    List<AgendaItem> itemsOf(PartnershipId partnership, Collection<CaseId> cases) {
        return placed(partnership, cases).stream().map(Meetings.Placed::item).toList();
    }

    /** Every item that cases ever had, each with its meeting, the earliest listed first: read once for one page. */
    List<Meetings.Placed> placed(PartnershipId partnership, Collection<CaseId> cases) {
        return Readings.once(
                "meetings.placed",
                Set.copyOf(cases),
                () -> db.select(ITEM.fields())
                        .select(MEETING.fields())
                        .from(ITEM)
                        .join(MEETING)
                        .on(MEETING.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), MEETING.ID.eq(ITEM.MEETING_ID))
                        .where(
                                ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                                ITEM.CASE_ID.eq(DSL.any(
                                        cases.stream().map(CaseId::value).toArray(UUID[]::new))))
                        .orderBy(ITEM.LISTED_AT, ITEM.ID)
                        .fetch(row -> new Meetings.Placed(item(row.into(ITEM)), meeting(row.into(MEETING)))));
    }

    /** Items of one kind of meeting that were adjourned and stand on no later agenda. */
    List<AgendaItem> adjournedAndNotCarried(PartnershipId partnership, String kind) {
        var later = ITEM.as("later");
        return db.select(ITEM.fields())
                .from(ITEM)
                .join(MEETING)
                .on(MEETING.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), MEETING.ID.eq(ITEM.MEETING_ID))
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        MEETING.KIND.eq(kind),
                        ITEM.STATE.eq(AgendaItemState.ADJOURNED.name()))
                .andNotExists(DSL.selectOne()
                        .from(later)
                        .where(later.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), later.CARRIED_FROM.eq(ITEM.ID)))
                .orderBy(ITEM.FINISHED_AT, ITEM.ID)
                .fetch(row -> item(row.into(ITEM)));
    }

    private List<AgendaItem> items(PartnershipId partnership, Condition condition) {
        return db.selectFrom(ITEM)
                .where(ITEM.PARTNERSHIP_ID.eq(partnership.value()), condition)
                .orderBy(ITEM.POSITION, ITEM.ID)
                .fetch(MeetingStore::item);
    }

    /** Writes the whole row anew and counts its version up. The caller holds the lock on the meeting. */
    void save(PartnershipId partnership, AgendaItem item) {
        AdjournedFor adjournedFor = item.adjournedFor();
        db.update(ITEM)
                .set(ITEM.POSITION, item.position())
                .set(ITEM.STATE, item.state().name())
                .set(ITEM.STARTED_AT, utc(item.startedAt()))
                .set(ITEM.FINISHED_AT, utc(item.finishedAt()))
                .set(ITEM.ADJOURNED_FOR, adjournedFor == null ? null : adjournedFor.name())
                .set(ITEM.SETTLED_BECAUSE, item.settledBecause())
                .set(ITEM.VERSION, ITEM.VERSION.plus(1))
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.ID.eq(item.id().value()))
                .execute();
    }

    /** Numbers the items in this order, from 1. Their versions stay: nobody's view of an item is out of date by it. */
    void order(PartnershipId partnership, List<AgendaItemId> items) {
        for (int i = 0; i < items.size(); i++) {
            db.update(ITEM)
                    .set(ITEM.POSITION, i + 1)
                    .where(
                            ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                            ITEM.ID.eq(items.get(i).value()),
                            ITEM.POSITION.ne(i + 1))
                    .execute();
        }
    }

    void invite(PartnershipId partnership, AgendaItemId item, AttendeeId attendee, Instant now) {
        db.insertInto(ITEM_INVITATION)
                .set(ITEM_INVITATION.PARTNERSHIP_ID, partnership.value())
                .set(ITEM_INVITATION.ITEM_ID, item.value())
                .set(ITEM_INVITATION.ATTENDEE_ID, attendee.value())
                .set(ITEM_INVITATION.INVITED_AT, utc(now))
                .onConflict(ITEM_INVITATION.PARTNERSHIP_ID, ITEM_INVITATION.ITEM_ID, ITEM_INVITATION.ATTENDEE_ID)
                .doUpdate()
                .setNull(ITEM_INVITATION.WITHDRAWN_AT)
                .execute();
    }

    void uninvite(PartnershipId partnership, AgendaItemId item, AttendeeId attendee, Instant now) {
        db.update(ITEM_INVITATION)
                .set(ITEM_INVITATION.WITHDRAWN_AT, utc(now))
                .where(
                        ITEM_INVITATION.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM_INVITATION.ITEM_ID.eq(item.value()),
                        ITEM_INVITATION.ATTENDEE_ID.eq(attendee.value()),
                        ITEM_INVITATION.WITHDRAWN_AT.isNull())
                .execute();
    }

    /** Who is invited to single items of a meeting, beside those invited to all of it. */
    Map<AgendaItemId, Set<AttendeeId>> invitations(PartnershipId partnership, MeetingId meeting) {
        return db
                .select(ITEM_INVITATION.ITEM_ID, ITEM_INVITATION.ATTENDEE_ID)
                .from(ITEM_INVITATION)
                .join(ITEM)
                .on(ITEM.PARTNERSHIP_ID.eq(ITEM_INVITATION.PARTNERSHIP_ID), ITEM.ID.eq(ITEM_INVITATION.ITEM_ID))
                .where(
                        ITEM_INVITATION.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.MEETING_ID.eq(meeting.value()),
                        ITEM_INVITATION.WITHDRAWN_AT.isNull())
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new AgendaItemId(row.value1()),
                        Collectors.mapping(row -> new AttendeeId(row.value2()), Collectors.toSet())));
    }

    /** For each member invited to an item of the case that still stands: the day of the last such meeting. */
    Map<MemberId, Map<String, LocalDate>> invitedUntil(PartnershipId partnership, CaseId caseId) {
        Map<MemberId, Map<String, LocalDate>> invited = new HashMap<>();
        db.select(ATTENDEE.MEMBER_ID, MEETING.KIND, DSL.max(MEETING.HELD_ON))
                .from(ITEM)
                .join(MEETING)
                .on(MEETING.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), MEETING.ID.eq(ITEM.MEETING_ID))
                .join(ATTENDEE)
                .on(ATTENDEE.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), ATTENDEE.MEETING_ID.eq(ITEM.MEETING_ID))
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.CASE_ID.eq(caseId.value()),
                        ITEM.STATE.ne(AgendaItemState.WITHDRAWN.name()),
                        MEETING.STATE.ne(MeetingState.CANCELLED.name()),
                        invited())
                .groupBy(ATTENDEE.MEMBER_ID, MEETING.KIND)
                .forEach(row -> invited.computeIfAbsent(new MemberId(row.value1()), _ -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return invited;
    }

    /** The items of the case to which a member is invited. */
    Set<AgendaItemId> invitedToItems(PartnershipId partnership, CaseId caseId, MemberId member) {
        return new HashSet<>(db.select(ITEM.ID)
                .from(ITEM)
                .join(ATTENDEE)
                .on(ATTENDEE.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), ATTENDEE.MEETING_ID.eq(ITEM.MEETING_ID))
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.CASE_ID.eq(caseId.value()),
                        ATTENDEE.MEMBER_ID.eq(member.value()),
                        invited())
                .fetch(row -> new AgendaItemId(row.value1())));
    }

    /** In which capacities a member is invited to items of the case that stand and at which they declared no conflict. */
    Set<Capacity> seatsWithoutConflict(PartnershipId partnership, CaseId caseId, MemberId member) {
        org.holdfast.meetings.db.tables.Attendee then = ATTENDEE.as("then");
        return new HashSet<>(db.selectDistinct(ATTENDEE.CAPACITY)
                .from(ITEM)
                .join(ATTENDEE)
                .on(ATTENDEE.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID), ATTENDEE.MEETING_ID.eq(ITEM.MEETING_ID))
                .where(
                        ITEM.PARTNERSHIP_ID.eq(partnership.value()),
                        ITEM.CASE_ID.eq(caseId.value()),
                        ITEM.STATE.ne(AgendaItemState.WITHDRAWN.name()),
                        ATTENDEE.MEMBER_ID.eq(member.value()),
                        invited())
                .andNotExists(DSL.selectOne()
                        .from(CONFLICT)
                        .join(then)
                        .on(then.PARTNERSHIP_ID.eq(CONFLICT.PARTNERSHIP_ID), then.ID.eq(CONFLICT.ATTENDEE_ID))
                        .where(
                                CONFLICT.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID),
                                CONFLICT.ITEM_ID.eq(ITEM.ID),
                                then.MEMBER_ID.eq(member.value())))
                .fetch(row -> Capacity.valueOf(row.value1())));
    }

    /** Whether the attendee is invited to the item, where both are joined. */
    private static Condition invited() {
        return ATTENDEE.WITHDRAWN_AT
                .isNull()
                .and(ATTENDEE.WHOLE_AGENDA
                        .isTrue()
                        .or(DSL.exists(DSL.selectOne()
                                .from(ITEM_INVITATION)
                                .where(
                                        ITEM_INVITATION.PARTNERSHIP_ID.eq(ITEM.PARTNERSHIP_ID),
                                        ITEM_INVITATION.ITEM_ID.eq(ITEM.ID),
                                        ITEM_INVITATION.ATTENDEE_ID.eq(ATTENDEE.ID),
                                        ITEM_INVITATION.WITHDRAWN_AT.isNull()))));
    }

    // Conflicts

    boolean declare(Actor by, AgendaItemId item, Conflict conflict) {
        return db.insertInto(CONFLICT)
                        .set(CONFLICT.PARTNERSHIP_ID, by.partnership().value())
                        .set(CONFLICT.ITEM_ID, item.value())
                        .set(CONFLICT.ATTENDEE_ID, conflict.attendee().value())
                        .set(CONFLICT.REASON, conflict.reason())
                        .set(CONFLICT.DECLARED_BY, by.member())
                        .set(CONFLICT.DECLARED_AT, utc(conflict.declaredAt()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Map<AgendaItemId, List<Conflict>> conflicts(PartnershipId partnership, MeetingId meeting) {
        org.holdfast.meetings.db.tables.Attendee then = ATTENDEE.as("then");
        org.holdfast.meetings.db.tables.Attendee again = ATTENDEE.as("again");
        Field<UUID> seat = DSL.coalesce(again.ID, CONFLICT.ATTENDEE_ID);
        return db.selectDistinct(CONFLICT.ITEM_ID, seat, CONFLICT.REASON, CONFLICT.DECLARED_AT)
                .from(CONFLICT)
                .join(ITEM)
                .on(ITEM.PARTNERSHIP_ID.eq(CONFLICT.PARTNERSHIP_ID), ITEM.ID.eq(CONFLICT.ITEM_ID))
                .join(then)
                .on(then.PARTNERSHIP_ID.eq(CONFLICT.PARTNERSHIP_ID), then.ID.eq(CONFLICT.ATTENDEE_ID))
                .leftJoin(again)
                .on(
                        again.PARTNERSHIP_ID.eq(then.PARTNERSHIP_ID),
                        again.MEETING_ID.eq(then.MEETING_ID),
                        again.MEMBER_ID.eq(then.MEMBER_ID),
                        again.WITHDRAWN_AT.isNull())
                .where(CONFLICT.PARTNERSHIP_ID.eq(partnership.value()), ITEM.MEETING_ID.eq(meeting.value()))
                .orderBy(CONFLICT.DECLARED_AT)
                .fetchGroups(
                        row -> new AgendaItemId(row.value1()),
                        row -> new Conflict(
                                new AttendeeId(row.value2()),
                                row.value3(),
                                row.value4().toInstant()));
    }

    // Notes

    void write(Actor by, Note note) {
        db.insertInto(NOTE)
                .set(NOTE.PARTNERSHIP_ID, by.partnership().value())
                .set(NOTE.ITEM_ID, note.item().value())
                .set(NOTE.PART, note.part().name())
                .set(NOTE.VERSION, note.version())
                .set(NOTE.TEXT, note.text())
                .set(NOTE.WRITTEN_BY, by.member())
                .set(NOTE.WRITER_NAME, note.writer())
                .set(NOTE.WRITTEN_AT, utc(note.writtenAt()))
                .execute();
    }

    /** The notes of a meeting as they stand. */
    List<Note> notes(PartnershipId partnership, MeetingId meeting) {
        return db.select(NOTE.fields())
                .distinctOn(NOTE.ITEM_ID, NOTE.PART)
                .from(NOTE)
                .join(ITEM)
                .on(ITEM.PARTNERSHIP_ID.eq(NOTE.PARTNERSHIP_ID), ITEM.ID.eq(NOTE.ITEM_ID))
                .where(NOTE.PARTNERSHIP_ID.eq(partnership.value()), ITEM.MEETING_ID.eq(meeting.value()))
                .orderBy(NOTE.ITEM_ID, NOTE.PART, NOTE.VERSION.desc())
                .fetch(row -> note(row.into(NOTE)));
    }

    /** The parts of an item's note as they stand. */
    List<Note> notes(PartnershipId partnership, AgendaItemId item) {
        return Readings.once(
                "meetings.notes-of",
                item,
                () -> db.select(NOTE.fields())
                        .distinctOn(NOTE.PART)
                        .from(NOTE)
                        .where(NOTE.PARTNERSHIP_ID.eq(partnership.value()), NOTE.ITEM_ID.eq(item.value()))
                        .orderBy(NOTE.PART, NOTE.VERSION.desc())
                        .fetch(row -> note(row.into(NOTE))));
    }

    /** Every version of the notes of an item, the newest first. */
    List<Note> versions(PartnershipId partnership, AgendaItemId item) {
        return db.selectFrom(NOTE)
                .where(NOTE.PARTNERSHIP_ID.eq(partnership.value()), NOTE.ITEM_ID.eq(item.value()))
                .orderBy(NOTE.WRITTEN_AT.desc(), NOTE.VERSION.desc())
                .fetch(MeetingStore::note);
    }

    // Minutes

    void seal(Actor by, MeetingId meeting, Sealed minutes) {
        db.insertInto(MINUTES)
                .set(MINUTES.PARTNERSHIP_ID, by.partnership().value())
                .set(MINUTES.MEETING_ID, meeting.value())
                .set(MINUTES.CONTENT, minutes.content())
                .set(MINUTES.HASH, minutes.hash())
                .set(MINUTES.APPROVED_BY, by.member())
                .set(MINUTES.APPROVER_NAME, minutes.approvedBy())
                .set(MINUTES.APPROVED_AT, utc(minutes.approvedAt()))
                .execute();
    }

    Optional<Sealed> minutes(PartnershipId partnership, MeetingId meeting) {
        return db.selectFrom(MINUTES)
                .where(MINUTES.PARTNERSHIP_ID.eq(partnership.value()), MINUTES.MEETING_ID.eq(meeting.value()))
                .fetchOptional(row -> new Sealed(
                        row.getContent(),
                        row.getHash(),
                        row.getApproverName(),
                        row.getApprovedAt().toInstant()));
    }

    void add(Actor by, UUID id, MeetingId meeting, MinutesReview review) {
        db.insertInto(MINUTES_REVIEW)
                .set(MINUTES_REVIEW.PARTNERSHIP_ID, by.partnership().value())
                .set(MINUTES_REVIEW.ID, id)
                .set(MINUTES_REVIEW.MEETING_ID, meeting.value())
                .set(MINUTES_REVIEW.ITEM_ID, review.item().value())
                .set(MINUTES_REVIEW.COMMAND, review.command().name())
                .set(MINUTES_REVIEW.REMARK, review.remark())
                .set(MINUTES_REVIEW.ITEM_HASH, HexFormat.of().parseHex(review.hash()))
                .set(MINUTES_REVIEW.REVIEWED_BY, by.member())
                .set(MINUTES_REVIEW.REVIEWER_NAME, review.by())
                .set(MINUTES_REVIEW.REVIEWED_AT, utc(review.at()))
                .execute();
    }

    /** Every step over the minutes of a meeting, by item, the oldest first. */
    Map<AgendaItemId, List<MinutesReview>> reviews(PartnershipId partnership, MeetingId meeting) {
        return db.selectFrom(MINUTES_REVIEW)
                .where(
                        MINUTES_REVIEW.PARTNERSHIP_ID.eq(partnership.value()),
                        MINUTES_REVIEW.MEETING_ID.eq(meeting.value()))
                .orderBy(MINUTES_REVIEW.REVIEWED_AT, MINUTES_REVIEW.ID)
                .fetchGroups(
                        row -> new AgendaItemId(row.get(MINUTES_REVIEW.ITEM_ID)),
                        row -> new MinutesReview(
                                new AgendaItemId(row.get(MINUTES_REVIEW.ITEM_ID)),
                                MinutesItemCommand.valueOf(row.get(MINUTES_REVIEW.COMMAND)),
                                row.get(MINUTES_REVIEW.REMARK),
                                HexFormat.of().formatHex(row.get(MINUTES_REVIEW.ITEM_HASH)),
                                row.get(MINUTES_REVIEW.REVIEWER_NAME),
                                row.get(MINUTES_REVIEW.REVIEWED_AT).toInstant()));
    }

    void add(Actor by, MeetingId meeting, Sending sending) {
        db.insertInto(SENDING)
                .set(SENDING.PARTNERSHIP_ID, by.partnership().value())
                .set(SENDING.ID, sending.id())
                .set(SENDING.MEETING_ID, meeting.value())
                .set(SENDING.PURPOSE, sending.purpose())
                .set(SENDING.BASIS, sending.basis().name())
                .set(SENDING.IN_TIME, sending.inTime())
                .set(SENDING.SENT_BY, by.member())
                .set(SENDING.SENDER_NAME, sending.by())
                .set(SENDING.SENT_AT, utc(sending.at()))
                .execute();
        for (Sending.Recipient recipient : sending.recipients()) {
            db.insertInto(RECIPIENT)
                    .set(RECIPIENT.PARTNERSHIP_ID, by.partnership().value())
                    .set(RECIPIENT.SENDING_ID, sending.id())
                    .set(RECIPIENT.MEMBER_ID, recipient.member().value())
                    .set(RECIPIENT.NAME, recipient.name())
                    .set(RECIPIENT.AGENCY_NAME, recipient.agencyName())
                    .set(RECIPIENT.CONTENT_HASH, HexFormat.of().parseHex(recipient.hash()))
                    .set(RECIPIENT.ITEMS, recipient.items())
                    .set(RECIPIENT.RESTRICTED, recipient.restricted())
                    .execute();
        }
    }

    /** Every time the minutes of a meeting were sent out, the first first. */
    List<Sending> sendings(PartnershipId partnership, MeetingId meeting) {
        Map<UUID, List<Sending.Recipient>> recipients = db.select(RECIPIENT.fields())
                .from(RECIPIENT)
                .join(SENDING)
                .on(SENDING.PARTNERSHIP_ID.eq(RECIPIENT.PARTNERSHIP_ID), SENDING.ID.eq(RECIPIENT.SENDING_ID))
                .where(RECIPIENT.PARTNERSHIP_ID.eq(partnership.value()), SENDING.MEETING_ID.eq(meeting.value()))
                .orderBy(RECIPIENT.NAME, RECIPIENT.MEMBER_ID)
                .fetchGroups(
                        RECIPIENT.SENDING_ID,
                        row -> new Sending.Recipient(
                                new MemberId(row.get(RECIPIENT.MEMBER_ID)),
                                row.get(RECIPIENT.NAME),
                                row.get(RECIPIENT.AGENCY_NAME),
                                HexFormat.of().formatHex(row.get(RECIPIENT.CONTENT_HASH)),
                                row.get(RECIPIENT.ITEMS),
                                row.get(RECIPIENT.RESTRICTED)));
        return db.selectFrom(SENDING)
                .where(SENDING.PARTNERSHIP_ID.eq(partnership.value()), SENDING.MEETING_ID.eq(meeting.value()))
                .orderBy(SENDING.SENT_AT, SENDING.ID)
                .fetch(row -> new Sending(
                        row.getId(),
                        row.getPurpose(),
                        LawfulBasis.valueOf(row.getBasis()),
                        row.getSenderName(),
                        row.getSentAt().toInstant(),
                        row.getInTime(),
                        recipients.getOrDefault(row.getId(), List.of())));
    }

    /** When the minutes of a meeting first went out. */
    Optional<Instant> firstSent(PartnershipId partnership, MeetingId meeting) {
        return db.select(DSL.min(SENDING.SENT_AT))
                .from(SENDING)
                .where(SENDING.PARTNERSHIP_ID.eq(partnership.value()), SENDING.MEETING_ID.eq(meeting.value()))
                .fetchOptional(row -> row.value1())
                .map(OffsetDateTime::toInstant);
    }

    void add(Actor by, UUID id, MeetingId meeting, Addendum addendum) {
        AgendaItemId item = addendum.item();
        db.insertInto(ADDENDUM)
                .set(ADDENDUM.PARTNERSHIP_ID, by.partnership().value())
                .set(ADDENDUM.ID, id)
                .set(ADDENDUM.MEETING_ID, meeting.value())
                .set(ADDENDUM.ITEM_ID, item == null ? null : item.value())
                .set(ADDENDUM.TEXT, addendum.text())
                .set(ADDENDUM.ADDED_BY, by.member())
                .set(ADDENDUM.ADDER_NAME, addendum.by())
                .set(ADDENDUM.ADDED_AT, utc(addendum.at()))
                .execute();
    }

    List<Addendum> addenda(PartnershipId partnership, MeetingId meeting) {
        return db.selectFrom(ADDENDUM)
                .where(ADDENDUM.PARTNERSHIP_ID.eq(partnership.value()), ADDENDUM.MEETING_ID.eq(meeting.value()))
                .orderBy(ADDENDUM.ADDED_AT, ADDENDUM.ID)
                .fetch(row -> new Addendum(
                        row.getItemId() == null ? null : new AgendaItemId(row.getItemId()),
                        row.getText(),
                        row.getAdderName(),
                        row.getAddedAt().toInstant()));
    }

    // Rows as nouns

    private static Meeting meeting(MeetingRecord row) {
        return new Meeting(
                new MeetingId(row.getId()),
                row.getKind(),
                row.getHeldOn(),
                row.getStarts(),
                new Place(row.getRoom(), row.getLink()),
                row.getMinutesPerItem(),
                MeetingState.valueOf(row.getState()),
                instant(row.getOpenedAt()),
                instant(row.getFinishedAt()),
                instant(row.getApprovedAt()),
                row.getCancelledBecause(),
                row.getVersion());
    }

    private static Attendee attendee(AttendeeRecord row, List<Presence> presences) {
        return new Attendee(
                new AttendeeId(row.getId()),
                new MemberId(row.getMemberId()),
                row.getName(),
                new AgencyId(row.getAgencyId()),
                row.getAgencyName(),
                AgencyKind.valueOf(row.getAgencyKind()),
                Capacity.valueOf(row.getCapacity()),
                row.getDeputyFor() == null ? null : new AttendeeId(row.getDeputyFor()),
                row.getWholeAgenda(),
                instant(row.getApologiesAt()),
                presences);
    }

    private static AgendaItem item(ItemRecord row) {
        return new AgendaItem(
                new AgendaItemId(row.getId()),
                new MeetingId(row.getMeetingId()),
                new CaseId(row.getCaseId()),
                row.getPosition(),
                Purpose.valueOf(row.getPurpose()),
                row.getBecause(),
                AgendaItemState.valueOf(row.getState()),
                instant(row.getStartedAt()),
                instant(row.getFinishedAt()),
                row.getAdjournedFor() == null ? null : AdjournedFor.valueOf(row.getAdjournedFor()),
                row.getSettledBecause(),
                row.getCarriedFrom() == null ? null : new AgendaItemId(row.getCarriedFrom()),
                row.getVersion());
    }

    private static Note note(NoteRecord row) {
        return new Note(
                new AgendaItemId(row.getItemId()),
                Note.Part.valueOf(row.getPart()),
                row.getVersion(),
                row.getText(),
                row.getWriterName(),
                row.getWrittenAt().toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
