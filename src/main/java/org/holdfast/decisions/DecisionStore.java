package org.holdfast.decisions;

import static org.holdfast.decisions.db.Tables.ASSESSMENT;
import static org.holdfast.decisions.db.Tables.BALLOT;
import static org.holdfast.decisions.db.Tables.DECISION;
import static org.holdfast.decisions.db.Tables.EVIDENCE;
import static org.holdfast.decisions.db.Tables.OUTCOME_SENT;
import static org.holdfast.decisions.db.Tables.PRESENT;
import static org.holdfast.decisions.db.Tables.VOTE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.decisions.db.tables.records.BallotRecord;
import org.holdfast.decisions.db.tables.records.DecisionRecord;
import org.holdfast.decisions.db.tables.records.OutcomeSentRecord;
import org.holdfast.decisions.db.tables.records.VoteRecord;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of decisions. */
@Component
class DecisionStore {

    /**
     * A decision in a list: what My work, links and the agenda need of it.
     *
     * @param sent whether the Home Office has been told its outcome
     */
    record Brief(
            DecisionId id,
            CaseId caseId,
            MeetingId meeting,
            AgendaItemId item,
            LocalDate on,
            State state,
            @Nullable Determination determination,
            @Nullable Instant issuedAt,
            boolean sent) {

        static final Comparator<Brief> BY_ISSUE =
                Comparator.comparing(Brief::issuedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

        /** Whether it is in force and the Home Office has not been told. */
        boolean unsent() {
            return state == State.ISSUED && !sent;
        }
    }

    /** A vote written down for somebody who has yet to answer it. */
    record ToConfirm(
            DecisionId decision,
            CaseId caseId,
            Ground ground,
            Instant recordedAt,
            MemberId member,
            String memberName) {}

    private static final Field<Boolean> SENT = DSL.field(DSL.exists(DSL.selectOne()
                    .from(OUTCOME_SENT)
                    .where(
                            OUTCOME_SENT.PARTNERSHIP_ID.eq(DECISION.PARTNERSHIP_ID),
                            OUTCOME_SENT.DECISION_ID.eq(DECISION.ID))))
            .as("sent");

    private final DSLContext db;

    DecisionStore(DSLContext db) {
        this.db = db;
    }

    /** A decision as it is opened. */
    record Opened(
            DecisionId id,
            CaseId caseId,
            MeetingId meeting,
            AgendaItemId item,
            LocalDate on,
            boolean child,
            @Nullable DecisionId continues,
            Decision.@Nullable Replacement supersedes) {}

    /** Adds a decision; false where the item has one, or one of the case is in the making: somebody was quicker. */
    boolean add(Actor by, Opened opened, Instant now) {
        DecisionId continues = opened.continues();
        Decision.Replacement supersedes = opened.supersedes();
        return db.insertInto(DECISION)
                        .set(DECISION.PARTNERSHIP_ID, by.partnership().value())
                        .set(DECISION.ID, opened.id().value())
                        .set(DECISION.CASE_ID, opened.caseId().value())
                        .set(DECISION.MEETING_ID, opened.meeting().value())
                        .set(DECISION.ITEM_ID, opened.item().value())
                        .set(DECISION.HELD_ON, opened.on())
                        .set(DECISION.STATE, State.DRAFT.name())
                        .set(DECISION.CHILD, opened.child())
                        .set(DECISION.CONTINUES, continues == null ? null : continues.value())
                        .set(
                                DECISION.SUPERSEDES,
                                supersedes == null
                                        ? null
                                        : supersedes.decision().value())
                        .set(DECISION.SUPERSEDES_BECAUSE, supersedes == null ? "" : supersedes.because())
                        .set(DECISION.OPENED_BY, by.member())
                        .set(DECISION.OPENED_AT, utc(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Reads a decision and keeps it from others until the transaction ends, so that commands follow one another. */
    Optional<Decision> lock(PartnershipId partnership, DecisionId id) {
        return row(partnership, id, true).map(row -> decision(partnership, row));
    }

    Optional<Decision> find(PartnershipId partnership, DecisionId id) {
        return row(partnership, id, false).map(row -> decision(partnership, row));
    }

    /** Whose case a decision is about. */
    Optional<CaseId> caseOf(PartnershipId partnership, DecisionId id) {
        return db.select(DECISION.CASE_ID)
                .from(DECISION)
                .where(DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.ID.eq(id.value()))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    Optional<Brief> onItem(PartnershipId partnership, AgendaItemId item) {
        return briefs().where(DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.ITEM_ID.eq(item.value()))
                .fetchOptional(DecisionStore::brief);
    }

    /** Every decision of a case, the newest meeting first. */
    List<Brief> ofCase(PartnershipId partnership, CaseId caseId) {
        return Readings.once(
                "decisions.of-case",
                caseId,
                () -> briefs().where(
                                DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.CASE_ID.eq(caseId.value()))
                        .orderBy(DECISION.HELD_ON.desc(), DECISION.OPENED_AT.desc())
                        .fetch(DecisionStore::brief));
    }

    /** The decisions in some states, the earliest meeting first: those of each state are read once for one page. */
    List<Brief> inState(PartnershipId partnership, Collection<State> states) {
        return Readings.each(
                        "decisions.in-state",
                        partnership,
                        states,
                        unread -> briefs()
                                .where(
                                        DECISION.PARTNERSHIP_ID.eq(partnership.value()),
                                        DECISION.STATE.in(
                                                unread.stream().map(State::name).toList()))
                                .orderBy(DECISION.HELD_ON)
                                .fetch(DecisionStore::brief)
                                .stream()
                                .collect(Collectors.groupingBy(Brief::state)))
                .values()
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Brief::on))
                .toList();
    }

    List<ToConfirm> toConfirm(PartnershipId partnership) {
        return db.select()
                .from(VOTE)
                .join(DECISION)
                .on(DECISION.PARTNERSHIP_ID.eq(VOTE.PARTNERSHIP_ID), DECISION.ID.eq(VOTE.DECISION_ID))
                .where(
                        VOTE.PARTNERSHIP_ID.eq(partnership.value()),
                        VOTE.STANDING.eq(Vote.Standing.RECORDED.name()),
                        DECISION.STATE.eq(State.VOTING.name()))
                .orderBy(VOTE.CAST_AT)
                .fetch(row -> new ToConfirm(
                        new DecisionId(row.get(VOTE.DECISION_ID)),
                        new CaseId(row.get(DECISION.CASE_ID)),
                        Ground.valueOf(row.get(VOTE.GROUND)),
                        row.get(VOTE.CAST_AT).toInstant(),
                        new MemberId(row.get(VOTE.MEMBER_ID)),
                        row.get(VOTE.MEMBER_NAME)));
    }

    /** The open ballots and the agencies that have given their vote on each. */
    Map<DecisionId, OpenBallot> openBallots(PartnershipId partnership, Collection<DecisionId> decisions) {
        List<UUID> ids = decisions.stream().map(DecisionId::value).toList();
        Map<UUID, ? extends List<VoteRecord>> votes = db.selectFrom(VOTE)
                .where(
                        VOTE.PARTNERSHIP_ID.eq(partnership.value()),
                        VOTE.DECISION_ID.in(ids),
                        VOTE.STANDING.ne(Vote.Standing.REJECTED.name()))
                .fetchGroups(VOTE.DECISION_ID);
        return db
                .selectFrom(BALLOT)
                .where(
                        BALLOT.PARTNERSHIP_ID.eq(partnership.value()),
                        BALLOT.DECISION_ID.in(ids),
                        BALLOT.RESULT.isNull())
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> new DecisionId(row.getDecisionId()),
                        row -> new OpenBallot(
                                Ground.valueOf(row.getGround()),
                                Optional.ofNullable(votes.get(row.getDecisionId())).stream()
                                        .flatMap(List::stream)
                                        .filter(vote -> vote.getGround().equals(row.getGround()))
                                        .map(vote -> new AgencyId(vote.getAgencyId()))
                                        .toList())));
    }

    /** A ballot under way. */
    record OpenBallot(Ground ground, List<AgencyId> voted) {}

    void state(PartnershipId partnership, DecisionId id, State state) {
        db.update(DECISION)
                .set(DECISION.STATE, state.name())
                .set(DECISION.VERSION, DECISION.VERSION.plus(1))
                .where(DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.ID.eq(id.value()))
                .execute();
    }

    /** Writes a finding over the version that was seen; false when somebody else was quicker. */
    boolean assess(Actor by, DecisionId id, Assessment assessment, Instant now) {
        if (assessment.version() == 0) {
            return db.insertInto(ASSESSMENT)
                            .set(ASSESSMENT.PARTNERSHIP_ID, by.partnership().value())
                            .set(ASSESSMENT.DECISION_ID, id.value())
                            .set(ASSESSMENT.DEFINITION, assessment.definition().name())
                            .set(ASSESSMENT.ELEMENT, assessment.element().name())
                            .set(ASSESSMENT.FINDING, assessment.finding().name())
                            .set(ASSESSMENT.REASONING, assessment.reasoning())
                            .set(ASSESSMENT.MISSING, assessment.missing())
                            .set(ASSESSMENT.ASSESSED_BY, by.member())
                            .set(ASSESSMENT.ASSESSED_AT, utc(now))
                            .set(ASSESSMENT.VERSION, 1)
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return db.update(ASSESSMENT)
                        .set(ASSESSMENT.FINDING, assessment.finding().name())
                        .set(ASSESSMENT.REASONING, assessment.reasoning())
                        .set(ASSESSMENT.MISSING, assessment.missing())
                        .set(ASSESSMENT.ASSESSED_BY, by.member())
                        .set(ASSESSMENT.ASSESSED_AT, utc(now))
                        .set(ASSESSMENT.VERSION, ASSESSMENT.VERSION.plus(1))
                        .where(
                                ASSESSMENT.PARTNERSHIP_ID.eq(by.partnership().value()),
                                ASSESSMENT.DECISION_ID.eq(id.value()),
                                ASSESSMENT.DEFINITION.eq(assessment.definition().name()),
                                ASSESSMENT.ELEMENT.eq(assessment.element().name()),
                                ASSESSMENT.VERSION.eq(assessment.version()))
                        .execute()
                == 1;
    }

    void add(Actor by, DecisionId id, Definition definition, Element element, Evidence evidence, Instant now) {
        db.insertInto(EVIDENCE)
                .set(EVIDENCE.PARTNERSHIP_ID, by.partnership().value())
                .set(EVIDENCE.ID, evidence.id())
                .set(EVIDENCE.DECISION_ID, id.value())
                .set(EVIDENCE.DEFINITION, definition.name())
                .set(EVIDENCE.ELEMENT, element.name())
                .set(EVIDENCE.SIDE, evidence.side().name())
                .set(EVIDENCE.WHAT, evidence.what())
                .set(EVIDENCE.SOURCE, evidence.source())
                .set(EVIDENCE.WEIGHT, evidence.weight().name())
                .set(EVIDENCE.ADDED_BY, by.member())
                .set(EVIDENCE.ADDED_AT, utc(now))
                .execute();
    }

    boolean takeBack(Actor by, DecisionId id, UUID evidence, Instant now) {
        return db.update(EVIDENCE)
                        .set(EVIDENCE.TAKEN_BACK_BY, by.member())
                        .set(EVIDENCE.TAKEN_BACK_AT, utc(now))
                        .where(
                                EVIDENCE.PARTNERSHIP_ID.eq(by.partnership().value()),
                                EVIDENCE.DECISION_ID.eq(id.value()),
                                EVIDENCE.ID.eq(evidence),
                                EVIDENCE.TAKEN_BACK_AT.isNull())
                        .execute()
                == 1;
    }

    /** Writes the account over the version that was seen; false when somebody else was quicker. */
    boolean write(PartnershipId partnership, DecisionId id, Account account) {
        Account.Plan plan = account.plan();
        return db.update(DECISION)
                        .set(DECISION.CHILDS_VIEW, account.childsView())
                        .set(DECISION.CREDIBILITY, account.credibility())
                        .set(DECISION.BEST_INTERESTS, account.bestInterests())
                        .set(DECISION.REASONING, account.reasoning())
                        .set(DECISION.EXPLOITATION, names(account.exploitation()))
                        .set(DECISION.COUNTY_LINES, account.countyLines())
                        .set(DECISION.NEGATIVE_REASONS, names(account.negativeReasons()))
                        .set(DECISION.PLAN_ID, plan == null ? null : plan.id())
                        .set(DECISION.PLAN_AIM, plan == null ? "" : plan.aim())
                        .set(DECISION.PLAN_HELD_WHERE, plan == null ? "" : plan.heldWhere())
                        .set(DECISION.PLAN_AGREED_ON, plan == null ? null : plan.agreedOn())
                        .set(DECISION.PLAN_REVIEW_ON, plan == null ? null : plan.reviewOn())
                        .set(DECISION.ACCOUNT_VERSION, DECISION.ACCOUNT_VERSION.plus(1))
                        .where(
                                DECISION.PARTNERSHIP_ID.eq(partnership.value()),
                                DECISION.ID.eq(id.value()),
                                DECISION.ACCOUNT_VERSION.eq(account.version()))
                        .execute()
                == 1;
    }

    void open(Actor by, DecisionId id, Ballot ballot) {
        db.insertInto(BALLOT)
                .set(BALLOT.PARTNERSHIP_ID, by.partnership().value())
                .set(BALLOT.DECISION_ID, id.value())
                .set(BALLOT.GROUND, ballot.ground().name())
                .set(BALLOT.THRESHOLD, ballot.threshold().text())
                .set(BALLOT.THRESHOLD_SINCE, ballot.threshold().since())
                .set(BALLOT.THRESHOLD_SOURCE, ballot.threshold().source())
                .set(BALLOT.OPENED_BY, by.member())
                .set(BALLOT.OPENED_AT, utc(ballot.openedAt()))
                .execute();
    }

    /** Adds a vote; false when the agency's vote on this ground is already there. */
    boolean add(PartnershipId partnership, DecisionId id, Vote vote, @Nullable UUID recordedBy) {
        return db.insertInto(VOTE)
                        .set(VOTE.PARTNERSHIP_ID, partnership.value())
                        .set(VOTE.ID, vote.id())
                        .set(VOTE.DECISION_ID, id.value())
                        .set(VOTE.GROUND, vote.ground().name())
                        .set(VOTE.MEMBER_ID, vote.member().value())
                        .set(VOTE.MEMBER_NAME, vote.memberName())
                        .set(VOTE.AGENCY_ID, vote.agency().value())
                        .set(VOTE.AGENCY_NAME, vote.agencyName())
                        .set(VOTE.POSITION, vote.position().name())
                        .set(VOTE.REASONS, vote.reasons())
                        .set(VOTE.STANDING, vote.standing().name())
                        .set(VOTE.CAST_AT, utc(vote.castAt()))
                        .set(VOTE.RECORDED_BY, recordedBy)
                        .set(VOTE.RECORDED_BY_NAME, vote.recordedBy())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Who wrote down the votes of a decision that were written down for their members. */
    Map<UUID, MemberId> recorders(PartnershipId partnership, DecisionId id) {
        return db.selectFrom(VOTE)
                .where(
                        VOTE.PARTNERSHIP_ID.eq(partnership.value()),
                        VOTE.DECISION_ID.eq(id.value()),
                        VOTE.RECORDED_BY.isNotNull())
                .fetchMap(VoteRecord::getId, row -> new MemberId(row.getRecordedBy()));
    }

    boolean answer(PartnershipId partnership, DecisionId id, UUID vote, Vote.Standing standing, Instant now) {
        return db.update(VOTE)
                        .set(VOTE.STANDING, standing.name())
                        .set(VOTE.ANSWERED_AT, utc(now))
                        .where(
                                VOTE.PARTNERSHIP_ID.eq(partnership.value()),
                                VOTE.DECISION_ID.eq(id.value()),
                                VOTE.ID.eq(vote),
                                VOTE.STANDING.eq(Vote.Standing.RECORDED.name()))
                        .execute()
                == 1;
    }

    void count(Actor by, DecisionId id, Ground ground, Ballot.Count count) {
        db.update(BALLOT)
                .set(BALLOT.RESULT, count.result().name())
                .set(BALLOT.VOTES_FOR, count.votesFor())
                .set(BALLOT.VOTES_AGAINST, count.votesAgainst())
                .set(BALLOT.COUNTED_AT, utc(count.at()))
                .set(BALLOT.COUNTED_BY, by.member())
                .set(BALLOT.COUNTED_BY_NAME, count.by())
                .where(
                        BALLOT.PARTNERSHIP_ID.eq(by.partnership().value()),
                        BALLOT.DECISION_ID.eq(id.value()),
                        BALLOT.GROUND.eq(ground.name()))
                .execute();
    }

    /** Adds those who were there; who was there at an earlier count stays. */
    void present(PartnershipId partnership, DecisionId id, Collection<Present> present) {
        for (Present one : present) {
            db.insertInto(PRESENT)
                    .set(PRESENT.PARTNERSHIP_ID, partnership.value())
                    .set(PRESENT.DECISION_ID, id.value())
                    .set(PRESENT.MEMBER_ID, one.member().value())
                    .set(PRESENT.NAME, one.name())
                    .set(PRESENT.AGENCY_ID, one.agency().value())
                    .set(PRESENT.AGENCY_NAME, one.agencyName())
                    .set(PRESENT.CAPACITY, one.capacity().name())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void adjourn(PartnershipId partnership, DecisionId id, State state, AdjournedFor why, String because) {
        db.update(DECISION)
                .set(DECISION.STATE, state.name())
                .set(DECISION.ADJOURNED_FOR, why.name())
                .set(DECISION.ADJOURNED_BECAUSE, because)
                .set(DECISION.VERSION, DECISION.VERSION.plus(1))
                .where(DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.ID.eq(id.value()))
                .execute();
    }

    void issue(Actor by, DecisionId id, Decision.Issue issue) {
        db.update(DECISION)
                .set(DECISION.STATE, State.ISSUED.name())
                .set(DECISION.DETERMINATION, issue.determination().name())
                .set(DECISION.ISSUED_AT, utc(issue.at()))
                .set(DECISION.ISSUED_BY, by.member())
                .set(DECISION.ISSUED_BY_NAME, issue.by())
                .set(DECISION.SEAL, issue.seal())
                .set(DECISION.VERSION, DECISION.VERSION.plus(1))
                .where(DECISION.PARTNERSHIP_ID.eq(by.partnership().value()), DECISION.ID.eq(id.value()))
                .execute();
    }

    void supersede(PartnershipId partnership, DecisionId id, Decision.Replacement by) {
        db.update(DECISION)
                .set(DECISION.STATE, State.SUPERSEDED.name())
                .set(DECISION.SUPERSEDED_BY, by.decision().value())
                .set(DECISION.SUPERSEDED_BECAUSE, by.because())
                .set(DECISION.VERSION, DECISION.VERSION.plus(1))
                .where(DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.ID.eq(id.value()))
                .execute();
    }

    /** Notes that the outcome was sent; false when that is noted already. */
    boolean sent(Actor by, DecisionId id, Decision.Sent sent) {
        return db.insertInto(OUTCOME_SENT)
                        .set(OUTCOME_SENT.PARTNERSHIP_ID, by.partnership().value())
                        .set(OUTCOME_SENT.DECISION_ID, id.value())
                        .set(OUTCOME_SENT.SENT_AT, utc(sent.at()))
                        .set(OUTCOME_SENT.SENT_BY, by.member())
                        .set(OUTCOME_SENT.SENT_BY_NAME, sent.by())
                        .set(OUTCOME_SENT.HOW, sent.how())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private Optional<DecisionRecord> row(PartnershipId partnership, DecisionId id, boolean lock) {
        var query = db.selectFrom(DECISION)
                .where(DECISION.PARTNERSHIP_ID.eq(partnership.value()), DECISION.ID.eq(id.value()));
        return lock ? query.forUpdate().fetchOptional() : query.fetchOptional();
    }

    private Decision decision(PartnershipId partnership, DecisionRecord row) {
        DecisionId id = new DecisionId(row.getId());
        return new Decision(
                id,
                new CaseId(row.getCaseId()),
                new MeetingId(row.getMeetingId()),
                new AgendaItemId(row.getItemId()),
                row.getHeldOn(),
                State.valueOf(row.getState()),
                new Assessments(row.getChild(), assessments(partnership, id)),
                account(row),
                ballots(partnership, id),
                votes(partnership, id),
                present(partnership, id),
                row.getContinues() == null ? null : new DecisionId(row.getContinues()),
                replacement(row.getSupersedes(), row.getSupersedesBecause()),
                row.getAdjournedFor() == null
                        ? null
                        : new Decision.Adjournment(
                                AdjournedFor.valueOf(row.getAdjournedFor()), row.getAdjournedBecause()),
                row.getDetermination() == null
                        ? null
                        : new Decision.Issue(
                                Determination.valueOf(row.getDetermination()),
                                row.getIssuedAt().toInstant(),
                                row.getIssuedByName(),
                                row.getSeal()),
                replacement(row.getSupersededBy(), row.getSupersededBecause()),
                db.selectFrom(OUTCOME_SENT)
                        .where(
                                OUTCOME_SENT.PARTNERSHIP_ID.eq(partnership.value()),
                                OUTCOME_SENT.DECISION_ID.eq(id.value()))
                        .fetchOptional(DecisionStore::sent)
                        .orElse(null),
                row.getVersion());
    }

    private List<Assessment> assessments(PartnershipId partnership, DecisionId id) {
        Map<String, List<Evidence>> evidence = db.selectFrom(EVIDENCE)
                .where(
                        EVIDENCE.PARTNERSHIP_ID.eq(partnership.value()),
                        EVIDENCE.DECISION_ID.eq(id.value()),
                        EVIDENCE.TAKEN_BACK_AT.isNull())
                .orderBy(EVIDENCE.ADDED_AT, EVIDENCE.ID)
                .fetchGroups(
                        row -> row.getDefinition() + " " + row.getElement(),
                        row -> new Evidence(
                                row.getId(),
                                Side.valueOf(row.getSide()),
                                row.getWhat(),
                                row.getSource(),
                                Weight.valueOf(row.getWeight())));
        List<Assessment> written = db.selectFrom(ASSESSMENT)
                .where(ASSESSMENT.PARTNERSHIP_ID.eq(partnership.value()), ASSESSMENT.DECISION_ID.eq(id.value()))
                .fetch(row -> new Assessment(
                        Definition.valueOf(row.getDefinition()),
                        Element.valueOf(row.getElement()),
                        Finding.valueOf(row.getFinding()),
                        row.getReasoning(),
                        row.getMissing(),
                        row.getVersion(),
                        List.of()));
        return new Assessments(true, written)
                .all().stream()
                        .map(one -> new Assessment(
                                one.definition(),
                                one.element(),
                                one.finding(),
                                one.reasoning(),
                                one.missing(),
                                one.version(),
                                evidence.getOrDefault(one.definition() + " " + one.element(), List.of())))
                        .toList();
    }

    private List<Ballot> ballots(PartnershipId partnership, DecisionId id) {
        return db.selectFrom(BALLOT)
                .where(BALLOT.PARTNERSHIP_ID.eq(partnership.value()), BALLOT.DECISION_ID.eq(id.value()))
                .orderBy(BALLOT.OPENED_AT)
                .fetch(DecisionStore::ballot);
    }

    private List<Vote> votes(PartnershipId partnership, DecisionId id) {
        return db.selectFrom(VOTE)
                .where(VOTE.PARTNERSHIP_ID.eq(partnership.value()), VOTE.DECISION_ID.eq(id.value()))
                .orderBy(VOTE.CAST_AT, VOTE.ID)
                .fetch(DecisionStore::vote);
    }

    private List<Present> present(PartnershipId partnership, DecisionId id) {
        return db.selectFrom(PRESENT)
                .where(PRESENT.PARTNERSHIP_ID.eq(partnership.value()), PRESENT.DECISION_ID.eq(id.value()))
                .orderBy(PRESENT.NAME)
                .fetch(row -> new Present(
                        new MemberId(row.getMemberId()),
                        row.getName(),
                        new AgencyId(row.getAgencyId()),
                        row.getAgencyName(),
                        Capacity.valueOf(row.getCapacity())));
    }

    /** Decisions without their texts, which are long. */
    private SelectJoinStep<? extends Record> briefs() {
        return db.select(
                        DECISION.ID,
                        DECISION.CASE_ID,
                        DECISION.MEETING_ID,
                        DECISION.ITEM_ID,
                        DECISION.HELD_ON,
                        DECISION.STATE,
                        DECISION.DETERMINATION,
                        DECISION.ISSUED_AT,
                        SENT)
                .from(DECISION);
    }

    private static Brief brief(Record found) {
        DecisionRecord row = found.into(DECISION);
        return new Brief(
                new DecisionId(row.getId()),
                new CaseId(row.getCaseId()),
                new MeetingId(row.getMeetingId()),
                new AgendaItemId(row.getItemId()),
                row.getHeldOn(),
                State.valueOf(row.getState()),
                row.getDetermination() == null ? null : Determination.valueOf(row.getDetermination()),
                row.getIssuedAt() == null ? null : row.getIssuedAt().toInstant(),
                found.get(SENT));
    }

    private static Account account(DecisionRecord row) {
        return new Account(
                row.getChildsView(),
                row.getCredibility(),
                row.getBestInterests(),
                row.getReasoning(),
                values(Exploitation.class, row.getExploitation()),
                row.getCountyLines(),
                values(NegativeReason.class, row.getNegativeReasons()),
                row.getPlanId() == null
                        ? null
                        : new Account.Plan(
                                row.getPlanId(),
                                row.getPlanAim(),
                                row.getPlanHeldWhere(),
                                row.getPlanAgreedOn(),
                                row.getPlanReviewOn()),
                row.getAccountVersion());
    }

    private static Ballot ballot(BallotRecord row) {
        return new Ballot(
                Ground.valueOf(row.getGround()),
                new Wording(row.getThreshold(), row.getThresholdSince(), row.getThresholdSource()),
                row.getOpenedAt().toInstant(),
                row.getResult() == null
                        ? null
                        : new Ballot.Count(
                                Ballot.Result.valueOf(row.getResult()),
                                row.getVotesFor(),
                                row.getVotesAgainst(),
                                row.getCountedAt().toInstant(),
                                row.getCountedByName()));
    }

    private static Vote vote(VoteRecord row) {
        return new Vote(
                row.getId(),
                Ground.valueOf(row.getGround()),
                new MemberId(row.getMemberId()),
                row.getMemberName(),
                new AgencyId(row.getAgencyId()),
                row.getAgencyName(),
                Position.valueOf(row.getPosition()),
                row.getReasons(),
                Vote.Standing.valueOf(row.getStanding()),
                row.getCastAt().toInstant(),
                row.getRecordedByName(),
                row.getAnsweredAt() == null ? null : row.getAnsweredAt().toInstant());
    }

    private static Decision.Sent sent(OutcomeSentRecord row) {
        return new Decision.Sent(row.getSentAt().toInstant(), row.getSentByName(), row.getHow());
    }

    private static Decision.@Nullable Replacement replacement(@Nullable UUID decision, String because) {
        return decision == null ? null : new Decision.Replacement(new DecisionId(decision), because);
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static <E extends Enum<E>> EnumSet<E> values(Class<E> type, String[] names) {
        EnumSet<E> values = EnumSet.noneOf(type);
        Arrays.stream(names).map(name -> Enum.valueOf(type, name)).forEach(values::add);
        return values;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
