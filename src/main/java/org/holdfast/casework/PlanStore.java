package org.holdfast.casework;

import static java.util.Objects.requireNonNull;
import static org.holdfast.casework.db.Tables.ACTION;
import static org.holdfast.casework.db.Tables.ACTION_STEP;
import static org.holdfast.casework.db.Tables.PLAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.casework.db.tables.records.ActionRecord;
import org.holdfast.casework.db.tables.records.PlanRecord;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.TeamId;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of plans and of actions. */
@Component
class PlanStore {

    private final DSLContext db;

    PlanStore(DSLContext db) {
        this.db = db;
    }

    /** All plans of a case, the one in force first, then the newest. */
    List<Plan> plans(PartnershipId partnership, CaseId id) {
        return db.selectFrom(PLAN)
                .where(PLAN.PARTNERSHIP_ID.eq(partnership.value()), PLAN.CASE_ID.eq(id.value()))
                .orderBy(PLAN.ENDED_ON.desc().nullsFirst(), PLAN.ID.desc())
                .fetch(PlanStore::plan);
    }

    /** The plans in force of cases. */
    Map<CaseId, Plan> current(PartnershipId partnership, Collection<CaseId> cases) {
        return Readings.each(
                "casework.plan",
                partnership,
                cases,
                unread -> db.selectFrom(PLAN)
                        .where(
                                PLAN.PARTNERSHIP_ID.eq(partnership.value()),
                                PLAN.CASE_ID.eq(DSL.any(CaseStore.ids(unread))),
                                PLAN.ENDED_ON.isNull())
                        .fetchMap(row -> new CaseId(row.getCaseId()), PlanStore::plan));
    }

    /** Adds the plan in force; false where there is one: somebody was quicker. */
    boolean add(Actor by, CaseId id, UUID plan, PlanDraft draft) {
        return db.insertInto(PLAN)
                        .set(PLAN.PARTNERSHIP_ID, by.partnership().value())
                        .set(PLAN.ID, plan)
                        .set(PLAN.CASE_ID, id.value())
                        .set(PLAN.RECORDED_BY_NAME, by.name())
                        .set(written(draft))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean change(Actor by, UUID plan, PlanDraft draft, int seen) {
        return db.update(PLAN)
                        .set(written(draft))
                        .set(PLAN.RECORDED_BY_NAME, by.name())
                        .set(PLAN.VERSION, PLAN.VERSION.plus(1))
                        .where(
                                PLAN.PARTNERSHIP_ID.eq(by.partnership().value()),
                                PLAN.ID.eq(plan),
                                PLAN.VERSION.eq(seen),
                                PLAN.ENDED_ON.isNull())
                        .execute()
                == 1;
    }

    boolean end(PartnershipId partnership, UUID plan, LocalDate on, int seen) {
        return db.update(PLAN)
                        .set(PLAN.ENDED_ON, on)
                        .set(PLAN.VERSION, PLAN.VERSION.plus(1))
                        .where(
                                PLAN.PARTNERSHIP_ID.eq(partnership.value()),
                                PLAN.ID.eq(plan),
                                PLAN.VERSION.eq(seen),
                                PLAN.ENDED_ON.isNull())
                        .execute()
                == 1;
    }

    /** The actions of a case with what became of them: what still is to be done first, by its day. */
    List<Action> actions(PartnershipId partnership, CaseId id) {
        return read(
                        partnership,
                        ACTION.CASE_ID.eq(id.value()),
                        ACTION.SETTLED_ON.desc().nullsFirst(),
                        ACTION.DUE_ON,
                        ACTION.ID)
                .stream()
                .map(Owed::action)
                .toList();
    }

    Optional<Action> action(PartnershipId partnership, CaseId id, UUID action) {
        return read(partnership, ACTION.ID.eq(action).and(ACTION.CASE_ID.eq(id.value()))).stream()
                .findFirst()
                .map(Owed::action);
    }

    /**
     * What still is to be done by a member, by their agency as such, or in some cases, with the case of each; without its steps.
     *
     * @param agency the agency for which the member answers; null for none
     * @param teams to which it may have been given
     */
    List<Owed> owed(
            PartnershipId partnership,
            MemberId owner,
            @Nullable AgencyId agency,
            Collection<TeamId> teams,
            Collection<CaseId> cases) {
        Condition theirs = ACTION.OWNER_MEMBER.eq(owner.value()).or(ACTION.CASE_ID.eq(DSL.any(CaseStore.ids(cases))));
        if (!teams.isEmpty()) {
            theirs = theirs.or(
                    ACTION.OWNER_TEAM.in(teams.stream().map(TeamId::value).toList()));
        }
        if (agency != null) {
            theirs = theirs.or(ACTION.OWNER_AGENCY
                    .eq(agency.value())
                    .and(ACTION.OWNER_MEMBER
                            .isNull()
                            .or(ACTION.OWNER_TEAM.isNotNull())
                            .or(ACTION.STATE.eq(ActionState.ESCALATED.name()))));
        }
        return db.selectFrom(ACTION)
                .where(ACTION.PARTNERSHIP_ID.eq(partnership.value()), ACTION.SETTLED_ON.isNull(), theirs)
                .fetch(row -> new Owed(new CaseId(row.getCaseId()), action(row, List.of())));
    }

    /** An action, and its case. */
    record Owed(CaseId caseId, Action action) {}

    /** One action by its id alone, with what became of it. */
    Optional<Owed> action(PartnershipId partnership, UUID action) {
        return owed(partnership, ACTION.ID.eq(action)).stream().findFirst();
    }

    /** What still is to be done and is due by a day, with what became of it. */
    List<Owed> dueUntil(PartnershipId partnership, LocalDate day) {
        return owed(partnership, ACTION.SETTLED_ON.isNull().and(ACTION.DUE_ON.le(day)));
    }

    /** Everything agreed between two days, both included. */
    List<Owed> agreedBetween(PartnershipId partnership, LocalDate from, LocalDate until) {
        return db.selectFrom(ACTION)
                .where(ACTION.PARTNERSHIP_ID.eq(partnership.value()), ACTION.AGREED_ON.between(from, until))
                .fetch(row -> new Owed(new CaseId(row.getCaseId()), action(row, List.of())));
    }

    private List<Owed> owed(PartnershipId partnership, Condition which) {
        return read(partnership, which, ACTION.ID);
    }

    /** Actions with what became of them. */
    private List<Owed> read(PartnershipId partnership, Condition which, OrderField<?>... order) {
        List<OrderField<?>> inOrder = new ArrayList<>(List.of(order));
        inOrder.add(ACTION_STEP.SEQ);
        return db
                .select(ACTION.fields())
                .select(ACTION_STEP.fields())
                .from(ACTION)
                .leftJoin(ACTION_STEP)
                .on(ACTION_STEP.PARTNERSHIP_ID.eq(ACTION.PARTNERSHIP_ID), ACTION_STEP.ACTION_ID.eq(ACTION.ID))
                .where(ACTION.PARTNERSHIP_ID.eq(partnership.value()), which)
                .orderBy(inOrder)
                .fetchGroups(ACTION.ID)
                .values()
                .stream()
                .map(found -> new Owed(
                        new CaseId(found.getFirst().get(ACTION.CASE_ID)),
                        action(found.getFirst().into(ACTION), steps(found))))
                .toList();
    }

    /** What became of one action; nothing where the join found no step. */
    private static List<Action.Step> steps(Result<Record> ofAction) {
        return ofAction.stream()
                .filter(row -> row.get(ACTION_STEP.SEQ) != null)
                .map(row -> new Action.Step(
                        ActionCommand.valueOf(row.get(ACTION_STEP.COMMAND)),
                        row.get(ACTION_STEP.NOTE),
                        row.get(ACTION_STEP.AT).toInstant(),
                        row.get(ACTION_STEP.BY_NAME)))
                .toList();
    }

    /** Holds an action until the transaction ends, so that its steps follow one another. */
    void lock(PartnershipId partnership, UUID action) {
        db.select(ACTION.ID)
                .from(ACTION)
                .where(ACTION.PARTNERSHIP_ID.eq(partnership.value()), ACTION.ID.eq(action))
                .forUpdate()
                .fetch();
    }

    void add(Actor by, CaseId id, UUID action, ActionDraft draft, @Nullable UUID agreedAt, LocalDate agreedOn) {
        db.insertInto(ACTION)
                .set(ACTION.PARTNERSHIP_ID, by.partnership().value())
                .set(ACTION.ID, action)
                .set(ACTION.CASE_ID, id.value())
                .set(ACTION.STATE, ActionState.OPEN.name())
                .set(ACTION.AGREED_AT, agreedAt)
                .set(ACTION.AGREED_ON, agreedOn)
                .set(written(draft))
                .execute();
    }

    boolean change(PartnershipId partnership, UUID action, ActionDraft draft, int seen) {
        return db.update(ACTION)
                        .set(written(draft))
                        .set(ACTION.VERSION, ACTION.VERSION.plus(1))
                        .where(asSeen(partnership, action, seen))
                        .execute()
                == 1;
    }

    /** Somebody of the team takes an action. */
    boolean take(PartnershipId partnership, UUID action, MemberId member, String name, int seen) {
        return db.update(ACTION)
                        .set(ACTION.OWNER_MEMBER, member.value())
                        .set(ACTION.OWNER_NAME, name)
                        .set(ACTION.VERSION, ACTION.VERSION.plus(1))
                        .where(asSeen(partnership, action, seen))
                        .execute()
                == 1;
    }

    boolean move(PartnershipId partnership, UUID action, ActionState to, @Nullable LocalDate settledOn, int seen) {
        return db.update(ACTION)
                        .set(ACTION.STATE, to.name())
                        .set(ACTION.SETTLED_ON, settledOn)
                        .set(ACTION.VERSION, ACTION.VERSION.plus(1))
                        .where(asSeen(partnership, action, seen))
                        .execute()
                == 1;
    }

    /** The action, where nobody has changed it since it was seen. */
    private static Condition asSeen(PartnershipId partnership, UUID action, int seen) {
        return ACTION.PARTNERSHIP_ID
                .eq(partnership.value())
                .and(ACTION.ID.eq(action))
                .and(ACTION.VERSION.eq(seen));
    }

    void add(PartnershipId partnership, UUID action, int seq, Action.Step step) {
        db.insertInto(ACTION_STEP)
                .set(ACTION_STEP.PARTNERSHIP_ID, partnership.value())
                .set(ACTION_STEP.ACTION_ID, action)
                .set(ACTION_STEP.SEQ, seq)
                .set(ACTION_STEP.COMMAND, step.command().name())
                .set(ACTION_STEP.NOTE, step.note())
                .set(ACTION_STEP.AT, CaseStore.utc(step.at()))
                .set(ACTION_STEP.BY_NAME, step.by())
                .execute();
    }

    private static PlanRecord written(PlanDraft draft) {
        PlanRecord row = new PlanRecord();
        row.setKind(requireNonNull(draft.kind()).name());
        row.setAim(draft.aim());
        row.setHeldWhere(draft.heldWhere());
        row.setAgreedOn(requireNonNull(draft.agreedOn()));
        row.setReviewOn(requireNonNull(draft.reviewOn()));
        return row;
    }

    private static ActionRecord written(ActionDraft draft) {
        ActionRecord row = new ActionRecord();
        row.setWhat(draft.what());
        row.setWhy(draft.why());
        row.setOwnerMember(
                draft.ownerMember() == null ? null : draft.ownerMember().value());
        row.setOwnerName(draft.ownerName());
        row.setOwnerAgency(
                draft.ownerAgency() == null ? null : draft.ownerAgency().value());
        row.setOwnerAgencyName(draft.ownerAgencyName());
        row.setOwnerTeam(draft.ownerTeam() == null ? null : draft.ownerTeam().value());
        row.setDueOn(requireNonNull(draft.dueOn()));
        return row;
    }

    private static Plan plan(PlanRecord row) {
        return new Plan(
                row.getId(),
                Plan.Kind.valueOf(row.getKind()),
                row.getAim(),
                row.getHeldWhere(),
                row.getAgreedOn(),
                row.getReviewOn(),
                row.getEndedOn(),
                row.getRecordedByName(),
                row.getVersion());
    }

    private static Action action(ActionRecord row, List<Action.Step> steps) {
        return new Action(
                row.getId(),
                row.getWhat(),
                row.getWhy(),
                row.getOwnerMember() == null ? null : new MemberId(row.getOwnerMember()),
                row.getOwnerName(),
                row.getOwnerAgency() == null ? null : new AgencyId(row.getOwnerAgency()),
                row.getOwnerAgencyName(),
                row.getOwnerTeam() == null ? null : new TeamId(row.getOwnerTeam()),
                row.getDueOn(),
                ActionState.valueOf(row.getState()),
                row.getAgreedAt(),
                row.getAgreedOn(),
                row.getSettledOn(),
                row.getVersion(),
                steps);
    }
}
