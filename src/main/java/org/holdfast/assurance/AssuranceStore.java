package org.holdfast.assurance;

import static org.holdfast.assurance.db.Tables.ANSWER;
import static org.holdfast.assurance.db.Tables.POINT;
import static org.holdfast.assurance.db.Tables.POINT_STEP;
import static org.holdfast.assurance.db.Tables.QUESTION;
import static org.holdfast.assurance.db.Tables.SENT_FORM;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.assurance.db.tables.records.AnswerRecord;
import org.holdfast.assurance.db.tables.records.PointRecord;
import org.holdfast.assurance.db.tables.records.QuestionRecord;
import org.holdfast.assurance.db.tables.records.SentFormRecord;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of assurance, its points and its questions. */
@Component
class AssuranceStore {

    private final DSLContext db;
    private final JsonMapper json;

    AssuranceStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Keeps an outcome form as it was sent.
     *
     * @return its hash
     */
    String add(Actor by, AssuranceId id, CaseId caseId, OutcomeForm form, @Nullable AssuranceId follows, Instant now) {
        String written = json.writeValueAsString(form);
        String hash = sha256(written.getBytes(StandardCharsets.UTF_8));
        db.insertInto(SENT_FORM)
                .set(SENT_FORM.PARTNERSHIP_ID, by.partnership().value())
                .set(SENT_FORM.ID, id.value())
                .set(SENT_FORM.CASE_ID, caseId.value())
                .set(SENT_FORM.DECISION_ID, form.decision())
                .set(SENT_FORM.FORM, written)
                .set(SENT_FORM.SHA256, hash)
                .set(SENT_FORM.SENT_AT, utc(now))
                .set(SENT_FORM.FOLLOWS, follows == null ? null : follows.value())
                .set(SENT_FORM.STATE, AssuranceState.WAITING.name())
                .execute();
        return hash;
    }

    Optional<CaseId> caseOf(PartnershipId partnership, AssuranceId id) {
        return db.select(SENT_FORM.CASE_ID)
                .from(SENT_FORM)
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.ID.eq(id.value()))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    Optional<Assurance> find(PartnershipId partnership, AssuranceId id) {
        return read(partnership, SENT_FORM.ID.eq(id.value())).stream().findFirst();
    }

    /** Reads one and keeps it from others until the transaction ends, so that commands follow one another. */
    Optional<Assurance> lock(PartnershipId partnership, AssuranceId id) {
        db.select(SENT_FORM.ID)
                .from(SENT_FORM)
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(partnership, id);
    }

    Optional<Assurance> ofDecision(PartnershipId partnership, DecisionId decision) {
        return read(partnership, SENT_FORM.DECISION_ID.eq(decision.value())).stream()
                .findFirst();
    }

    /** The assurance that a later decision took the place of. */
    Optional<AssuranceId> replacedBy(PartnershipId partnership, DecisionId later) {
        return db.select(SENT_FORM.ID)
                .from(SENT_FORM)
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.REPLACED_BY.eq(later.value()))
                .fetchOptional(row -> new AssuranceId(row.value1()));
    }

    List<Assurance> ofCase(PartnershipId partnership, CaseId caseId) {
        return Readings.once(
                "assurance.of-case", caseId, () -> read(partnership, SENT_FORM.CASE_ID.eq(caseId.value())));
    }

    List<Assurance> inState(PartnershipId partnership, Collection<AssuranceState> states) {
        return read(
                partnership,
                SENT_FORM.STATE.in(states.stream().map(AssuranceState::name).toList()));
    }

    /** Every one, the oldest first. */
    List<Assurance> all(PartnershipId partnership) {
        return read(partnership, SENT_FORM.ID.isNotNull());
    }

    /** Those with a point that a member has to answer. */
    List<Assurance> toAnswer(PartnershipId partnership, MemberId member) {
        return read(
                partnership,
                SENT_FORM
                        .STATE
                        .in(AssuranceState.RETURNED.name(), AssuranceState.DECIDING_AGAIN.name())
                        .and(SENT_FORM.ID.in(db.select(POINT.ASSURANCE_ID)
                                .from(POINT)
                                .where(
                                        POINT.PARTNERSHIP_ID.eq(partnership.value()),
                                        POINT.OWNER_MEMBER.eq(member.value()),
                                        POINT.STATE.in(PointState.OPEN.name(), PointState.SENT_BACK.name())))));
    }

    private List<Assurance> read(PartnershipId partnership, Condition which) {
        Map<UUID, Result<Record>> rows = db.select(SENT_FORM.fields())
                .select(ANSWER.fields())
                .from(SENT_FORM)
                .leftJoin(ANSWER)
                .on(ANSWER.PARTNERSHIP_ID.eq(SENT_FORM.PARTNERSHIP_ID), ANSWER.ASSURANCE_ID.eq(SENT_FORM.ID))
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), which)
                .orderBy(SENT_FORM.SENT_AT, SENT_FORM.ID, ANSWER.RECORDED_AT, ANSWER.ID)
                .fetchGroups(SENT_FORM.ID);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Point>> points = new HashMap<>();
        db.select(POINT.fields())
                .select(POINT_STEP.fields())
                .from(POINT)
                .leftJoin(POINT_STEP)
                .on(POINT_STEP.PARTNERSHIP_ID.eq(POINT.PARTNERSHIP_ID), POINT_STEP.POINT_ID.eq(POINT.ID))
                .where(POINT.PARTNERSHIP_ID.eq(partnership.value()), POINT.ASSURANCE_ID.in(rows.keySet()))
                .orderBy(POINT.NUMBER, POINT.ID, POINT_STEP.AT, POINT_STEP.ID)
                .fetchGroups(POINT.ID)
                .values()
                .forEach(found -> points.computeIfAbsent(
                                found.getFirst().get(POINT.ASSURANCE_ID), _ -> new ArrayList<>())
                        .add(point(found.getFirst().into(POINT), steps(found))));
        return rows.values().stream()
                .map(found -> assurance(
                        found.getFirst().into(SENT_FORM),
                        answers(found),
                        points.getOrDefault(found.getFirst().get(SENT_FORM.ID), List.of())))
                .toList();
    }

    /** What was answered to one form; nothing where the join found no answer. */
    private static List<Assurance.Answer> answers(Result<Record> ofForm) {
        return ofForm.stream()
                .filter(row -> row.get(ANSWER.ID) != null)
                .map(row -> answer(row.into(ANSWER)))
                .toList();
    }

    /** What was said to one point; nothing where the join found no step. */
    private static List<Point.Step> steps(Result<? extends Record> ofPoint) {
        return ofPoint.stream()
                .filter(row -> row.get(POINT_STEP.ID) != null)
                .map(row -> new Point.Step(
                        PointCommand.valueOf(row.get(POINT_STEP.COMMAND)),
                        row.get(POINT_STEP.WORDS),
                        row.get(POINT_STEP.AT).toInstant(),
                        row.get(POINT_STEP.BY_NAME)))
                .toList();
    }

    private Assurance assurance(SentFormRecord row, List<Assurance.Answer> answers, List<Point> points) {
        return new Assurance(
                new AssuranceId(row.getId()),
                new CaseId(row.getCaseId()),
                new DecisionId(row.getDecisionId()),
                json.readValue(row.getForm(), OutcomeForm.class),
                row.getSha256(),
                row.getSentAt().toInstant(),
                row.getFollows() == null ? null : new AssuranceId(row.getFollows()),
                AssuranceState.valueOf(row.getState()),
                answers,
                points,
                row.getAgainBecause(),
                row.getRequired(),
                row.getReplacedBy() == null ? null : new DecisionId(row.getReplacedBy()),
                row.getActionsNotNeeded(),
                row.getVersion());
    }

    private static Assurance.Answer answer(AnswerRecord row) {
        Channel channel = Channel.valueOf(row.getChannel());
        return new Assurance.Answer(
                Verdict.valueOf(row.getVerdict()),
                row.getWords(),
                row.getAnsweredAt().toInstant(),
                row.getAnsweredByName(),
                channel,
                channel == Channel.HERE ? null : row.getRecordedByName());
    }

    private static Point point(PointRecord row, List<Point.Step> steps) {
        return new Point(
                row.getId(),
                row.getNumber(),
                PointKind.valueOf(row.getKind()),
                row.getSection(),
                row.getText(),
                row.getReturnedAt().toInstant(),
                PointState.valueOf(row.getState()),
                row.getOwnerMember() == null ? null : new MemberId(row.getOwnerMember()),
                row.getOwnerAgency() == null ? null : new AgencyId(row.getOwnerAgency()),
                row.getOwnerName(),
                row.getDueOn(),
                row.getVersion(),
                steps);
    }

    void state(PartnershipId partnership, AssuranceId id, AssuranceState state) {
        db.update(SENT_FORM)
                .set(SENT_FORM.STATE, state.name())
                .set(SENT_FORM.VERSION, SENT_FORM.VERSION.plus(1))
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.ID.eq(id.value()))
                .execute();
    }

    void again(PartnershipId partnership, AssuranceId id, String because, boolean required) {
        db.update(SENT_FORM)
                .set(SENT_FORM.AGAIN_BECAUSE, because)
                .set(SENT_FORM.REQUIRED, required)
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.ID.eq(id.value()))
                .execute();
    }

    void replaced(PartnershipId partnership, AssuranceId id, DecisionId later) {
        db.update(SENT_FORM)
                .set(SENT_FORM.REPLACED_BY, later.value())
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.ID.eq(id.value()))
                .execute();
    }

    void actionsNotNeeded(PartnershipId partnership, AssuranceId id, String because) {
        db.update(SENT_FORM)
                .set(SENT_FORM.ACTIONS_NOT_NEEDED, because)
                .set(SENT_FORM.VERSION, SENT_FORM.VERSION.plus(1))
                .where(SENT_FORM.PARTNERSHIP_ID.eq(partnership.value()), SENT_FORM.ID.eq(id.value()))
                .execute();
    }

    void add(Actor by, AssuranceId id, UUID answerId, Assurance.Answer answer, Instant now) {
        db.insertInto(ANSWER)
                .set(ANSWER.PARTNERSHIP_ID, by.partnership().value())
                .set(ANSWER.ID, answerId)
                .set(ANSWER.ASSURANCE_ID, id.value())
                .set(ANSWER.VERDICT, answer.verdict().name())
                .set(ANSWER.WORDS, answer.words())
                .set(ANSWER.ANSWERED_AT, utc(answer.at()))
                .set(ANSWER.ANSWERED_BY_NAME, answer.by())
                .set(ANSWER.CHANNEL, answer.channel().name())
                .set(ANSWER.RECORDED_AT, utc(now))
                .set(ANSWER.RECORDED_BY, by.member())
                .set(ANSWER.RECORDED_BY_NAME, by.name())
                .execute();
    }

    void add(PartnershipId partnership, AssuranceId id, Point point) {
        db.insertInto(POINT)
                .set(POINT.PARTNERSHIP_ID, partnership.value())
                .set(POINT.ID, point.id())
                .set(POINT.ASSURANCE_ID, id.value())
                .set(POINT.NUMBER, point.number())
                .set(POINT.KIND, point.kind().name())
                .set(POINT.SECTION, point.section())
                .set(POINT.TEXT, point.text())
                .set(POINT.RETURNED_AT, utc(point.returnedAt()))
                .set(POINT.STATE, point.state().name())
                .set(POINT.DUE_ON, point.dueOn())
                .execute();
    }

    void shareOut(
            PartnershipId partnership,
            UUID point,
            @Nullable MemberId member,
            @Nullable AgencyId agency,
            String name,
            LocalDate dueOn) {
        db.update(POINT)
                .set(POINT.OWNER_MEMBER, member == null ? null : member.value())
                .set(POINT.OWNER_AGENCY, agency == null ? null : agency.value())
                .set(POINT.OWNER_NAME, name)
                .set(POINT.DUE_ON, dueOn)
                .set(POINT.VERSION, POINT.VERSION.plus(1))
                .where(POINT.PARTNERSHIP_ID.eq(partnership.value()), POINT.ID.eq(point))
                .execute();
    }

    void move(Actor by, UUID stepId, UUID point, PointState state, PointCommand command, String words, Instant now) {
        db.update(POINT)
                .set(POINT.STATE, state.name())
                .set(POINT.VERSION, POINT.VERSION.plus(1))
                .where(POINT.PARTNERSHIP_ID.eq(by.partnership().value()), POINT.ID.eq(point))
                .execute();
        db.insertInto(POINT_STEP)
                .set(POINT_STEP.PARTNERSHIP_ID, by.partnership().value())
                .set(POINT_STEP.ID, stepId)
                .set(POINT_STEP.POINT_ID, point)
                .set(POINT_STEP.COMMAND, command.name())
                .set(POINT_STEP.WORDS, words)
                .set(POINT_STEP.AT, utc(now))
                .set(POINT_STEP.BY_MEMBER, by.member())
                .set(POINT_STEP.BY_NAME, by.name())
                .execute();
    }

    // Questions

    void add(Actor by, Question question, Instant now) {
        db.insertInto(QUESTION)
                .set(QUESTION.PARTNERSHIP_ID, by.partnership().value())
                .set(QUESTION.ID, question.id())
                .set(QUESTION.CASE_ID, question.caseId().value())
                .set(QUESTION.TEXT, question.text())
                .set(QUESTION.ASKED_BY, question.askedBy())
                .set(QUESTION.ASKED_ON, question.askedOn())
                .set(QUESTION.DUE_ON, question.dueOn())
                .set(QUESTION.RECORDED_AT, utc(now))
                .set(QUESTION.RECORDED_BY, by.member())
                .set(QUESTION.RECORDED_BY_NAME, by.name())
                .execute();
    }

    /** Writes the answer; false where it was answered before. */
    boolean answered(Actor by, UUID question, String answer, Instant now) {
        return db.update(QUESTION)
                        .set(QUESTION.ANSWER, answer)
                        .set(QUESTION.ANSWERED_AT, utc(now))
                        .set(QUESTION.ANSWERED_BY_NAME, by.name())
                        .where(
                                QUESTION.PARTNERSHIP_ID.eq(by.partnership().value()),
                                QUESTION.ID.eq(question),
                                QUESTION.ANSWERED_AT.isNull())
                        .execute()
                == 1;
    }

    /** The questions about a case, the newest first. */
    List<Question> questions(PartnershipId partnership, CaseId caseId) {
        return questions(partnership, QUESTION.CASE_ID.eq(caseId.value()));
    }

    List<Question> openQuestions(PartnershipId partnership) {
        return questions(partnership, QUESTION.ANSWERED_AT.isNull());
    }

    private List<Question> questions(PartnershipId partnership, Condition which) {
        return db.selectFrom(QUESTION)
                .where(QUESTION.PARTNERSHIP_ID.eq(partnership.value()), which)
                .orderBy(QUESTION.RECORDED_AT.desc(), QUESTION.ID.desc())
                .fetch(AssuranceStore::question);
    }

    private static Question question(QuestionRecord row) {
        OffsetDateTime answered = row.getAnsweredAt();
        return new Question(
                row.getId(),
                new CaseId(row.getCaseId()),
                row.getText(),
                row.getAskedBy(),
                row.getAskedOn(),
                row.getDueOn(),
                row.getRecordedByName(),
                row.getAnswer(),
                answered == null ? null : answered.toInstant(),
                row.getAnsweredByName());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
