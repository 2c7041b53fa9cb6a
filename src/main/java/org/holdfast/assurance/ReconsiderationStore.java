package org.holdfast.assurance;

import static org.holdfast.assurance.db.Tables.READMITTED;
import static org.holdfast.assurance.db.Tables.RECONSIDERATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.holdfast.assurance.db.tables.records.ReconsiderationRecord;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Determination;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of requests for reconsideration. */
@Component
class ReconsiderationStore {

    private final DSLContext db;

    ReconsiderationStore(DSLContext db) {
        this.db = db;
    }

    void add(Actor by, Reconsideration asked) {
        db.insertInto(RECONSIDERATION)
                .set(RECONSIDERATION.PARTNERSHIP_ID, by.partnership().value())
                .set(RECONSIDERATION.ID, asked.id().value())
                .set(RECONSIDERATION.CASE_ID, asked.caseId().value())
                .set(RECONSIDERATION.DECISION_ID, asked.decision().value())
                .set(RECONSIDERATION.DETERMINATION, asked.determination().name())
                .set(RECONSIDERATION.STATE, asked.state().name())
                .set(RECONSIDERATION.ASKER, asked.asker().name())
                .set(RECONSIDERATION.ASKER_NAME, asked.askerName())
                .set(RECONSIDERATION.GROUNDS, asked.grounds().name())
                .set(RECONSIDERATION.WORDS, asked.words())
                .set(RECONSIDERATION.ASKED_ON, asked.askedOn())
                .set(RECONSIDERATION.RECORDED_AT, utc(asked.recordedAt()))
                .set(RECONSIDERATION.RECORDED_BY, by.member())
                .set(RECONSIDERATION.RECORDED_BY_NAME, by.name())
                .execute();
    }

    Optional<CaseId> caseOf(PartnershipId partnership, ReconsiderationId id) {
        return db.select(RECONSIDERATION.CASE_ID)
                .from(RECONSIDERATION)
                .where(RECONSIDERATION.PARTNERSHIP_ID.eq(partnership.value()), RECONSIDERATION.ID.eq(id.value()))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    Optional<Reconsideration> find(PartnershipId partnership, ReconsiderationId id) {
        return read(partnership, RECONSIDERATION.ID.eq(id.value())).stream().findFirst();
    }

    /** Reads one and keeps it from others until the transaction ends. */
    Optional<Reconsideration> lock(PartnershipId partnership, ReconsiderationId id) {
        db.select(RECONSIDERATION.ID)
                .from(RECONSIDERATION)
                .where(RECONSIDERATION.PARTNERSHIP_ID.eq(partnership.value()), RECONSIDERATION.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(partnership, id);
    }

    /** Every request about a case, the newest first. */
    List<Reconsideration> ofCase(PartnershipId partnership, CaseId caseId) {
        return Readings.once(
                "assurance.reconsiderations",
                caseId,
                () -> read(partnership, RECONSIDERATION.CASE_ID.eq(caseId.value())));
    }

    List<Reconsideration> inState(PartnershipId partnership, Collection<ReconsiderationState> states) {
        return read(
                partnership,
                RECONSIDERATION.STATE.in(
                        states.stream().map(ReconsiderationState::name).toList()));
    }

    List<Reconsideration> all(PartnershipId partnership) {
        return read(partnership, RECONSIDERATION.ID.isNotNull());
    }

    void state(PartnershipId partnership, ReconsiderationId id, ReconsiderationState state) {
        db.update(RECONSIDERATION)
                .set(RECONSIDERATION.STATE, state.name())
                .set(RECONSIDERATION.VERSION, RECONSIDERATION.VERSION.plus(1))
                .where(RECONSIDERATION.PARTNERSHIP_ID.eq(partnership.value()), RECONSIDERATION.ID.eq(id.value()))
                .execute();
    }

    void settle(
            Actor by,
            ReconsiderationId id,
            ReconsiderationState state,
            String words,
            @Nullable DecisionId later,
            Instant now) {
        db.update(RECONSIDERATION)
                .set(RECONSIDERATION.STATE, state.name())
                .set(RECONSIDERATION.OUTCOME_WORDS, words)
                .set(RECONSIDERATION.SETTLED_AT, utc(now))
                .set(RECONSIDERATION.SETTLED_BY_NAME, by.name())
                .set(RECONSIDERATION.LATER_DECISION, later == null ? null : later.value())
                .set(RECONSIDERATION.VERSION, RECONSIDERATION.VERSION.plus(1))
                .where(RECONSIDERATION.PARTNERSHIP_ID.eq(by.partnership().value()), RECONSIDERATION.ID.eq(id.value()))
                .execute();
    }

    /** Keeps why a member of the first panel may decide again; false where a reason is there already. */
    boolean readmit(Actor by, ReconsiderationId id, MemberId member, String name, String reason, Instant now) {
        return db.insertInto(READMITTED)
                        .set(READMITTED.PARTNERSHIP_ID, by.partnership().value())
                        .set(READMITTED.RECONSIDERATION_ID, id.value())
                        .set(READMITTED.MEMBER_ID, member.value())
                        .set(READMITTED.MEMBER_NAME, name)
                        .set(READMITTED.REASON, reason)
                        .set(READMITTED.AT, utc(now))
                        .set(READMITTED.BY_MEMBER, by.member())
                        .set(READMITTED.BY_NAME, by.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private List<Reconsideration> read(PartnershipId partnership, Condition which) {
        return db
                .select(RECONSIDERATION.fields())
                .select(READMITTED.fields())
                .from(RECONSIDERATION)
                .leftJoin(READMITTED)
                .on(
                        READMITTED.PARTNERSHIP_ID.eq(RECONSIDERATION.PARTNERSHIP_ID),
                        READMITTED.RECONSIDERATION_ID.eq(RECONSIDERATION.ID))
                .where(RECONSIDERATION.PARTNERSHIP_ID.eq(partnership.value()), which)
                .orderBy(RECONSIDERATION.RECORDED_AT.desc(), RECONSIDERATION.ID.desc(), READMITTED.AT)
                .fetchGroups(RECONSIDERATION.ID)
                .values()
                .stream()
                .map(found -> reconsideration(found.getFirst().into(RECONSIDERATION), readmitted(found)))
                .toList();
    }

    /** Who was let in again by one; nobody where the join found none. */
    private static List<Reconsideration.Readmitted> readmitted(Result<? extends Record> ofOne) {
        return ofOne.stream()
                .filter(row -> row.get(READMITTED.MEMBER_ID) != null)
                .map(row -> new Reconsideration.Readmitted(
                        new MemberId(row.get(READMITTED.MEMBER_ID)),
                        row.get(READMITTED.MEMBER_NAME),
                        row.get(READMITTED.REASON),
                        row.get(READMITTED.AT).toInstant(),
                        row.get(READMITTED.BY_NAME)))
                .toList();
    }

    private static Reconsideration reconsideration(
            ReconsiderationRecord row, List<Reconsideration.Readmitted> readmitted) {
        OffsetDateTime settled = row.getSettledAt();
        return new Reconsideration(
                new ReconsiderationId(row.getId()),
                new CaseId(row.getCaseId()),
                new DecisionId(row.getDecisionId()),
                Determination.valueOf(row.getDetermination()),
                ReconsiderationState.valueOf(row.getState()),
                Asker.valueOf(row.getAsker()),
                row.getAskerName(),
                Grounds.valueOf(row.getGrounds()),
                row.getWords(),
                row.getAskedOn(),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy(),
                row.getRecordedByName(),
                readmitted,
                row.getOutcomeWords(),
                settled == null ? null : settled.toInstant(),
                row.getSettledByName(),
                row.getLaterDecision() == null ? null : new DecisionId(row.getLaterDecision()),
                row.getVersion());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
