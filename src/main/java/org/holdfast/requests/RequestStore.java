package org.holdfast.requests;

import static org.holdfast.requests.db.Tables.AGENCY_RETURN;
import static org.holdfast.requests.db.Tables.QUESTION;
import static org.holdfast.requests.db.Tables.REMINDER;
import static org.holdfast.requests.db.Tables.REQUEST;
import static org.holdfast.requests.db.Tables.TOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.requests.db.tables.records.AgencyReturnRecord;
import org.holdfast.requests.db.tables.records.QuestionRecord;
import org.holdfast.requests.db.tables.records.RequestRecord;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of requests and returns. */
@Component
class RequestStore {

    /** A reminder or escalation that was made. */
    record Made(RequestId request, String step, LocalDate forDay, Instant at, String told) {}

    private final DSLContext db;
    private final Partnerships partnerships;

    RequestStore(DSLContext db, Partnerships partnerships) {
        this.db = db;
        this.partnerships = partnerships;
    }

    // Requests

    void add(Actor by, Request request) {
        db.insertInto(REQUEST)
                .set(REQUEST.PARTNERSHIP_ID, by.partnership().value())
                .set(REQUEST.ID, request.id().value())
                .set(REQUEST.MEETING_ID, request.meeting().value())
                .set(REQUEST.KIND, request.kind())
                .set(REQUEST.HELD_ON, request.heldOn())
                .set(REQUEST.AGENCY_ID, request.agency().value())
                .set(REQUEST.AGENCY_NAME, request.agencyName())
                .set(REQUEST.BY_HAND, request.byHand())
                .set(REQUEST.PURPOSE, request.purpose().name())
                .set(REQUEST.LAWFUL_BASIS, request.lawfulBasis().name())
                .set(REQUEST.DUE_ON, request.dueOn())
                .set(REQUEST.ASKED_BY, request.askedById())
                .set(REQUEST.ASKER_NAME, request.askedBy())
                .set(REQUEST.ASKED_AT, utc(request.askedAt()))
                .set(
                        REQUEST.TEAM_ID,
                        request.team() == null ? null : request.team().value())
                .execute();
    }

    void give(PartnershipId partnership, RequestId id, @Nullable TeamId team) {
        db.update(REQUEST)
                .set(REQUEST.TEAM_ID, team == null ? null : team.value())
                .setNull(REQUEST.TAKEN_BY)
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), REQUEST.ID.eq(id.value()))
                .execute();
    }

    /** Somebody takes a request on; false where somebody else did since it was read. */
    boolean take(PartnershipId partnership, Request request, MemberId member) {
        MemberId before = request.takenBy();
        TeamId team = request.team();
        return db.update(REQUEST)
                        .set(REQUEST.TAKEN_BY, member.value())
                        .where(
                                REQUEST.PARTNERSHIP_ID.eq(partnership.value()),
                                REQUEST.ID.eq(request.id().value()),
                                REQUEST.TEAM_ID.isNotDistinctFrom(team == null ? null : team.value()),
                                REQUEST.TAKEN_BY.isNotDistinctFrom(before == null ? null : before.value()))
                        .execute()
                == 1;
    }

    Optional<Request> request(PartnershipId partnership, RequestId id) {
        return requests(partnership, REQUEST.ID.eq(id.value())).stream().findFirst();
    }

    /** The requests for a meeting, by the agency's name. */
    List<Request> forMeeting(PartnershipId partnership, MeetingId meeting) {
        return requests(partnership, REQUEST.MEETING_ID.eq(meeting.value()));
    }

    /** As {@link #forMeeting}, locked in the order of their ids until the transaction ends: two who ask do not ask twice. */
    List<Request> lockForMeeting(PartnershipId partnership, MeetingId meeting) {
        return db
                .selectFrom(REQUEST)
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), REQUEST.MEETING_ID.eq(meeting.value()))
                .orderBy(REQUEST.ID)
                .forUpdate()
                .fetch(RequestStore::request)
                .stream()
                .sorted(Comparator.comparing(Request::agencyName)
                        .thenComparing(it -> it.id().value()))
                .toList();
    }

    /** The requests to an agency for meetings from a day on, the earliest due first. */
    List<Request> toAgency(PartnershipId partnership, AgencyId agency, LocalDate heldFrom) {
        return requests(partnership, REQUEST.AGENCY_ID.eq(agency.value()).and(REQUEST.HELD_ON.ge(heldFrom))).stream()
                .sorted(Comparator.comparing(Request::dueOn)
                        .thenComparing(it -> it.id().value()))
                .toList();
    }

    List<Request> requests(PartnershipId partnership, Collection<RequestId> ids) {
        return requests(partnership, REQUEST.ID.eq(DSL.any(values(ids))));
    }

    /** The requests whose meeting is not over as far as is kept. */
    List<Request> open(PartnershipId partnership) {
        return requests(partnership, REQUEST.CLOSED_AT.isNull());
    }

    /** The open requests of which something is not answered. */
    List<Request> waiting(PartnershipId partnership) {
        return requests(partnership, REQUEST.CLOSED_AT.isNull().and(asked()));
    }

    /** Whether something of a request is not answered. */
    private static Condition asked() {
        return DSL.exists(DSL.selectOne()
                .from(QUESTION)
                .where(
                        QUESTION.PARTNERSHIP_ID.eq(REQUEST.PARTNERSHIP_ID),
                        QUESTION.REQUEST_ID.eq(REQUEST.ID),
                        QUESTION.STATE.eq(QuestionState.ASKED.name())));
    }

    /**
     * What is open for one meeting.
     *
     * @param asked how many agencies are asked
     * @param waiting those who have not answered everything, the earliest due first; at least one
     */
    record Awaited(int asked, List<Request> waiting) {}

    /** The meetings for which somebody still has to answer. */
    Map<MeetingId, Awaited> awaited(PartnershipId partnership) {
        Field<Boolean> unanswered = DSL.field(asked());
        record Open(Request request, boolean waits) {}
        Map<MeetingId, List<Open>> open = db
                .select(REQUEST.fields())
                .select(unanswered)
                .from(REQUEST)
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), REQUEST.CLOSED_AT.isNull())
                .orderBy(REQUEST.AGENCY_NAME, REQUEST.ID)
                .fetch(row -> new Open(request(row.into(REQUEST)), row.get(unanswered)))
                .stream()
                .collect(Collectors.groupingBy(it -> it.request().meeting()));
        Map<MeetingId, Awaited> awaited = new HashMap<>();
        open.forEach((meeting, requests) -> {
            List<Request> waiting = requests.stream()
                    .filter(Open::waits)
                    .map(Open::request)
                    .sorted(Comparator.comparing(Request::dueOn).thenComparing(Request::agencyName))
                    .toList();
            if (!waiting.isEmpty()) {
                awaited.put(meeting, new Awaited(requests.size(), waiting));
            }
        });
        return awaited;
    }

    private List<Request> requests(PartnershipId partnership, Condition condition) {
        return db.selectFrom(REQUEST)
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), condition)
                .orderBy(REQUEST.AGENCY_NAME, REQUEST.ID)
                .fetch(RequestStore::request);
    }

    void moved(PartnershipId partnership, RequestId id, LocalDate heldOn, LocalDate dueOn) {
        db.update(REQUEST)
                .set(REQUEST.HELD_ON, heldOn)
                .set(REQUEST.DUE_ON, dueOn)
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), REQUEST.ID.eq(id.value()))
                .execute();
    }

    /** Closes requests, and answers how many questions of each went without an answer. */
    Map<RequestId, Integer> close(PartnershipId partnership, Collection<RequestId> ids, Instant now) {
        Map<RequestId, Integer> unanswered = db.select(QUESTION.REQUEST_ID, DSL.count())
                .from(QUESTION)
                .where(
                        QUESTION.PARTNERSHIP_ID.eq(partnership.value()),
                        QUESTION.REQUEST_ID.eq(DSL.any(values(ids))),
                        QUESTION.STATE.eq(QuestionState.ASKED.name()))
                .groupBy(QUESTION.REQUEST_ID)
                .fetchMap(row -> new RequestId(row.value1()), row -> row.value2());
        db.update(QUESTION)
                .set(QUESTION.STATE, QuestionState.UNANSWERED.name())
                .where(
                        QUESTION.PARTNERSHIP_ID.eq(partnership.value()),
                        QUESTION.REQUEST_ID.eq(DSL.any(values(ids))),
                        QUESTION.STATE.eq(QuestionState.ASKED.name()))
                .execute();
        db.update(REQUEST)
                .set(REQUEST.CLOSED_AT, utc(now))
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), REQUEST.ID.eq(DSL.any(values(ids))))
                .execute();
        return unanswered;
    }

    // Questions

    void add(PartnershipId partnership, Question question) {
        db.insertInto(QUESTION)
                .set(QUESTION.PARTNERSHIP_ID, partnership.value())
                .set(QUESTION.ID, question.id().value())
                .set(QUESTION.REQUEST_ID, question.request().value())
                .set(QUESTION.CASE_ID, question.caseId().value())
                .set(QUESTION.STATE, question.state().name())
                .set(QUESTION.ASKED_AT, utc(question.askedAt()))
                .execute();
    }

    void save(PartnershipId partnership, Question question) {
        db.update(QUESTION)
                .set(QUESTION.STATE, question.state().name())
                .set(QUESTION.LEFT_OUT, question.leftOut())
                .set(QUESTION.SETTLED_AT, utc(question.settledAt()))
                .where(
                        QUESTION.PARTNERSHIP_ID.eq(partnership.value()),
                        QUESTION.ID.eq(question.id().value()))
                .execute();
    }

    /** The question, locked until the transaction ends. */
    Optional<Question> lock(PartnershipId partnership, QuestionId id) {
        return db.selectFrom(QUESTION)
                .where(QUESTION.PARTNERSHIP_ID.eq(partnership.value()), QUESTION.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(RequestStore::question);
    }

    Optional<Question> question(PartnershipId partnership, QuestionId id) {
        return questions(partnership, QUESTION.ID.eq(id.value())).stream().findFirst();
    }

    List<Question> questions(PartnershipId partnership, Collection<RequestId> requests) {
        return questions(partnership, QUESTION.REQUEST_ID.eq(DSL.any(values(requests))));
    }

    List<Question> asked(PartnershipId partnership, Collection<RequestId> requests) {
        return questions(
                partnership,
                QUESTION.REQUEST_ID.eq(DSL.any(values(requests))).and(QUESTION.STATE.eq(QuestionState.ASKED.name())));
    }

    /** Everything that was ever asked about a case. */
    List<Question> about(PartnershipId partnership, CaseId caseId) {
        return questions(partnership, QUESTION.CASE_ID.eq(caseId.value()));
    }

    private List<Question> questions(PartnershipId partnership, Condition condition) {
        return db.selectFrom(QUESTION)
                .where(QUESTION.PARTNERSHIP_ID.eq(partnership.value()), condition)
                .orderBy(QUESTION.ASKED_AT, QUESTION.ID)
                .fetch(RequestStore::question);
    }

    // Returns

    void add(Actor by, AgencyReturn given) {
        Integer confirms = given.confirms();
        Grading grading = given.grading();
        db.insertInto(AGENCY_RETURN)
                .set(AGENCY_RETURN.PARTNERSHIP_ID, by.partnership().value())
                .set(AGENCY_RETURN.ID, given.id())
                .set(AGENCY_RETURN.CASE_ID, given.caseId().value())
                .set(AGENCY_RETURN.AGENCY_ID, given.agency().value())
                .set(AGENCY_RETURN.AGENCY_NAME, given.agencyName())
                .set(AGENCY_RETURN.VERSION, given.version())
                .set(AGENCY_RETURN.QUESTION_ID, given.question().value())
                .set(AGENCY_RETURN.NOTHING_KNOWN, given.nothingKnown())
                .set(AGENCY_RETURN.SOURCE, given.source())
                .set(AGENCY_RETURN.AS_OF, given.asOf())
                .set(AGENCY_RETURN.CONFIRMS, confirms)
                .set(AGENCY_RETURN.GIVEN_BY, by.member())
                .set(AGENCY_RETURN.GIVER_NAME, given.givenBy())
                .set(AGENCY_RETURN.GIVEN_AT, utc(given.givenAt()))
                .set(AGENCY_RETURN.TAKEN_BACK_BECAUSE, given.takenBackBecause())
                .set(
                        AGENCY_RETURN.SOURCE_GRADE,
                        grading == null ? null : grading.source().name())
                .set(
                        AGENCY_RETURN.INFORMATION_GRADE,
                        grading == null ? null : grading.information().name())
                .set(
                        AGENCY_RETURN.HANDLING,
                        grading == null ? null : grading.handling().name())
                .set(AGENCY_RETURN.CONDITIONS, grading == null ? "" : grading.conditions())
                .execute();
        for (Told told : given.told()) {
            db.insertInto(TOLD)
                    .set(TOLD.PARTNERSHIP_ID, by.partnership().value())
                    .set(TOLD.RETURN_ID, given.id())
                    .set(TOLD.HEADING, told.heading().name())
                    .set(TOLD.TEXT, told.text())
                    .set(TOLD.RESTRICTED, told.restricted())
                    .set(TOLD.BECAUSE, told.because())
                    .set(TOLD.WHEREABOUTS, told.whereabouts())
                    .execute();
        }
    }

    /** The latest return of every agency about each of the cases, by the agency's name. */
    List<AgencyReturn> latest(PartnershipId partnership, Collection<CaseId> cases) {
        return latest(
                partnership,
                AGENCY_RETURN.CASE_ID.eq(
                        DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))));
    }

    /**
     * The latest that each agency had told of one case by a moment.
     *
     * @param by null for now
     */
    List<AgencyReturn> latest(PartnershipId partnership, CaseId caseId, @Nullable Instant by) {
        Condition ofCase = AGENCY_RETURN.CASE_ID.eq(caseId.value());
        return latest(
                partnership, by == null ? ofCase : ofCase.and(AGENCY_RETURN.GIVEN_AT.le(by.atOffset(ZoneOffset.UTC))));
    }

    private List<AgencyReturn> latest(PartnershipId partnership, Condition which) {
        return returns(
                        partnership,
                        db.select(AGENCY_RETURN.fields())
                                .distinctOn(AGENCY_RETURN.CASE_ID, AGENCY_RETURN.AGENCY_ID)
                                .from(AGENCY_RETURN)
                                .where(AGENCY_RETURN.PARTNERSHIP_ID.eq(partnership.value()), which)
                                .orderBy(AGENCY_RETURN.CASE_ID, AGENCY_RETURN.AGENCY_ID, AGENCY_RETURN.VERSION.desc())
                                .fetchInto(AGENCY_RETURN))
                .stream()
                .sorted(Comparator.comparing(AgencyReturn::agencyName)
                        .thenComparing(it -> it.caseId().value()))
                .toList();
    }

    /** Every version of what an agency told of a case, the newest first. */
    List<AgencyReturn> versions(PartnershipId partnership, CaseId caseId, AgencyId agency) {
        return returns(
                partnership,
                db.selectFrom(AGENCY_RETURN)
                        .where(
                                AGENCY_RETURN.PARTNERSHIP_ID.eq(partnership.value()),
                                AGENCY_RETURN.CASE_ID.eq(caseId.value()),
                                AGENCY_RETURN.AGENCY_ID.eq(agency.value()))
                        .orderBy(AGENCY_RETURN.VERSION.desc())
                        .fetch());
    }

    /** Every version of what every agency told of a case, the newest of each first. */
    List<AgencyReturn> versions(PartnershipId partnership, CaseId caseId) {
        return returns(
                partnership,
                db.selectFrom(AGENCY_RETURN)
                        .where(
                                AGENCY_RETURN.PARTNERSHIP_ID.eq(partnership.value()),
                                AGENCY_RETURN.CASE_ID.eq(caseId.value()))
                        .orderBy(AGENCY_RETURN.AGENCY_ID, AGENCY_RETURN.VERSION.desc())
                        .fetch());
    }

    private List<AgencyReturn> returns(PartnershipId partnership, List<AgencyReturnRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Told>> told = db.selectFrom(TOLD)
                .where(
                        TOLD.PARTNERSHIP_ID.eq(partnership.value()),
                        TOLD.RETURN_ID.eq(DSL.any(
                                rows.stream().map(AgencyReturnRecord::getId).toArray(UUID[]::new))))
                .fetchGroups(
                        TOLD.RETURN_ID,
                        row -> new Told(
                                Heading.valueOf(row.getHeading()),
                                row.getText(),
                                row.getRestricted(),
                                row.getBecause(),
                                row.getWhereabouts()));
        Map<AgencyId, AgencyKind> kinds = partnerships.agencyKinds(partnership);
        return rows.stream()
                .map(row -> new AgencyReturn(
                        row.getId(),
                        new CaseId(row.getCaseId()),
                        new AgencyId(row.getAgencyId()),
                        kinds.getOrDefault(new AgencyId(row.getAgencyId()), AgencyKind.OTHER),
                        row.getAgencyName(),
                        row.getVersion(),
                        new QuestionId(row.getQuestionId()),
                        row.getNothingKnown(),
                        told.getOrDefault(row.getId(), List.of()).stream()
                                .sorted(Comparator.comparing(Told::heading))
                                .toList(),
                        row.getSource(),
                        row.getAsOf(),
                        row.getConfirms(),
                        row.getGiverName(),
                        row.getGivenAt().toInstant(),
                        row.getTakenBackBecause(),
                        row.getSourceGrade() == null
                                ? null
                                : new Grading(
                                        Grading.Source.valueOf(row.getSourceGrade()),
                                        Grading.Information.valueOf(row.getInformationGrade()),
                                        Grading.Handling.valueOf(row.getHandling()),
                                        row.getConditions())))
                .toList();
    }

    // Reminders

    /** Keeps that a step is made for a due day; false where it was made before. */
    boolean make(PartnershipId partnership, Made made) {
        return !make(partnership, List.of(made)).isEmpty();
    }

    /** Keeps that steps are made, and answers for which requests they had not been made before. */
    Set<RequestId> make(PartnershipId partnership, List<Made> steps) {
        var insert = db.insertInto(
                REMINDER,
                REMINDER.PARTNERSHIP_ID,
                REMINDER.REQUEST_ID,
                REMINDER.STEP,
                REMINDER.FOR_DAY,
                REMINDER.SENT_AT,
                REMINDER.TOLD);
        for (Made made : steps) {
            insert = insert.values(
                    partnership.value(),
                    made.request().value(),
                    made.step(),
                    made.forDay(),
                    utc(made.at()),
                    made.told());
        }
        return new HashSet<>(insert.onConflictDoNothing().returning(REMINDER.REQUEST_ID).fetch().stream()
                .map(row -> new RequestId(row.getRequestId()))
                .toList());
    }

    /** What was made for some requests, the earliest first. */
    List<Made> made(PartnershipId partnership, Collection<RequestId> requests) {
        return db.selectFrom(REMINDER)
                .where(
                        REMINDER.PARTNERSHIP_ID.eq(partnership.value()),
                        REMINDER.REQUEST_ID.eq(DSL.any(values(requests))))
                .orderBy(REMINDER.SENT_AT, REMINDER.STEP)
                .fetch(row -> new Made(
                        new RequestId(row.getRequestId()),
                        row.getStep(),
                        row.getForDay(),
                        row.getSentAt().toInstant(),
                        row.getTold()));
    }

    private static UUID[] values(Collection<RequestId> ids) {
        return ids.stream().map(RequestId::value).toArray(UUID[]::new);
    }

    private static Request request(RequestRecord row) {
        return new Request(
                new RequestId(row.getId()),
                new MeetingId(row.getMeetingId()),
                row.getKind(),
                row.getHeldOn(),
                new AgencyId(row.getAgencyId()),
                row.getAgencyName(),
                row.getByHand(),
                Purpose.valueOf(row.getPurpose()),
                LawfulBasis.valueOf(row.getLawfulBasis()),
                row.getDueOn(),
                row.getAskedBy(),
                row.getAskerName(),
                row.getAskedAt().toInstant(),
                instant(row.getClosedAt()),
                row.getTeamId() == null ? null : new TeamId(row.getTeamId()),
                row.getTakenBy() == null ? null : new MemberId(row.getTakenBy()));
    }

    private static Question question(QuestionRecord row) {
        return new Question(
                new QuestionId(row.getId()),
                new RequestId(row.getRequestId()),
                new CaseId(row.getCaseId()),
                QuestionState.valueOf(row.getState()),
                row.getLeftOut(),
                row.getAskedAt().toInstant(),
                instant(row.getSettledAt()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
