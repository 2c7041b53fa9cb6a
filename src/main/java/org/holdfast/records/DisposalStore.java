package org.holdfast.records;

import static org.holdfast.records.db.Tables.DISPOSAL;
import static org.holdfast.records.db.Tables.DISPOSED;
import static org.holdfast.records.db.Tables.HOLD;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.Retention;
import org.holdfast.people.ChildId;
import org.holdfast.records.db.tables.records.DisposalRecord;
import org.holdfast.records.db.tables.records.HoldRecord;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The tables of holds and disposals. */
@Component
class DisposalStore {

    private final DSLContext db;

    DisposalStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Until the transaction ends nobody else places a hold on the case, takes in a request about it, or has its records destroyed: whoever
     * comes second sees what the first did.
     */
    void alone(CaseId caseId) {
        db.select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 20))",
                        Object.class, DSL.val(caseId.value().toString())))
                .fetch();
    }

    void place(Actor by, UUID id, CaseId caseId, String reason, Instant now) {
        db.insertInto(HOLD)
                .set(HOLD.PARTNERSHIP_ID, by.partnership().value())
                .set(HOLD.ID, id)
                .set(HOLD.CASE_ID, caseId.value())
                .set(HOLD.REASON, reason)
                .set(HOLD.PLACED_AT, utc(now))
                .set(HOLD.PLACED_BY, by.member())
                .set(HOLD.PLACED_BY_NAME, by.name())
                .execute();
    }

    /** Lifts a hold that stands as it was seen; whether it did. */
    boolean lift(Actor by, CaseId caseId, UUID hold, String because, int seen, Instant now) {
        return db.update(HOLD)
                        .set(HOLD.LIFTED_AT, utc(now))
                        .set(HOLD.LIFTED_BY_NAME, by.name())
                        .set(HOLD.LIFTED_BECAUSE, because)
                        .set(HOLD.VERSION, HOLD.VERSION.plus(1))
                        .where(
                                HOLD.PARTNERSHIP_ID.eq(by.partnership().value()),
                                HOLD.CASE_ID.eq(caseId.value()),
                                HOLD.ID.eq(hold),
                                HOLD.LIFTED_AT.isNull(),
                                HOLD.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** The holds of a case, the newest first. */
    List<Hold> holds(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(HOLD)
                .where(HOLD.PARTNERSHIP_ID.eq(partnership.value()), HOLD.CASE_ID.eq(caseId.value()))
                .orderBy(HOLD.PLACED_AT.desc())
                .fetch(DisposalStore::hold);
    }

    /** The cases under a hold. */
    Set<CaseId> held(PartnershipId partnership) {
        return new HashSet<>(db.selectDistinct(HOLD.CASE_ID)
                .from(HOLD)
                .where(HOLD.PARTNERSHIP_ID.eq(partnership.value()), HOLD.LIFTED_AT.isNull())
                .fetch(row -> new CaseId(row.value1())));
    }

    void propose(Actor by, UUID id, CaseId caseId, Due due, Instant now) {
        db.insertInto(DISPOSAL)
                .set(DISPOSAL.PARTNERSHIP_ID, by.partnership().value())
                .set(DISPOSAL.ID, id)
                .set(DISPOSAL.CASE_ID, caseId.value())
                .set(DISPOSAL.CLASS, due.kind().name())
                .set(DISPOSAL.KEEP_UNTIL_AGE, due.keep().untilAge())
                .set(DISPOSAL.KEEP_YEARS, due.keep().years())
                .set(DISPOSAL.DUE_ON, due.on())
                .set(DISPOSAL.STATE, DisposalState.PROPOSED.name())
                .set(DISPOSAL.PROPOSED_AT, utc(now))
                .set(DISPOSAL.PROPOSED_BY, by.member())
                .set(DISPOSAL.PROPOSED_BY_NAME, by.name())
                .execute();
    }

    /** Settles a disposal that is as it was seen; whether it did. */
    boolean settle(Actor by, UUID disposal, DisposalState to, String because, int seen, Instant now) {
        return db.update(DISPOSAL)
                        .set(DISPOSAL.STATE, to.name())
                        .set(DISPOSAL.SETTLED_AT, utc(now))
                        .set(DISPOSAL.SETTLED_BY, by.member())
                        .set(DISPOSAL.SETTLED_BY_NAME, by.name())
                        .set(DISPOSAL.BECAUSE, because)
                        .set(DISPOSAL.VERSION, DISPOSAL.VERSION.plus(1))
                        .where(
                                DISPOSAL.PARTNERSHIP_ID.eq(by.partnership().value()),
                                DISPOSAL.ID.eq(disposal),
                                DISPOSAL.STATE.eq(DisposalState.PROPOSED.name()),
                                DISPOSAL.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** Destroys what a disposal that is done tells of. The database asks once more whether two people approved it. */
    void destroy(UUID disposal, ChildId child) {
        db.select(DSL.field("records.dispose({0}, {1})", Object.class, DSL.val(disposal), DSL.val(child.value())))
                .fetch();
    }

    Optional<Disposal> disposal(PartnershipId partnership, UUID id) {
        return disposals(partnership, DISPOSAL.ID.eq(id)).stream().findFirst();
    }

    /** The disposal proposed for a case, if one is. */
    Optional<Disposal> proposed(PartnershipId partnership, CaseId caseId) {
        return disposals(
                        partnership,
                        DISPOSAL.CASE_ID.eq(caseId.value()).and(DISPOSAL.STATE.eq(DisposalState.PROPOSED.name())))
                .stream()
                .findFirst();
    }

    /** The disposals in a state, the newest first. */
    List<Disposal> disposals(PartnershipId partnership, DisposalState state) {
        return disposals(partnership, DISPOSAL.STATE.eq(state.name()));
    }

    private List<Disposal> disposals(PartnershipId partnership, Condition wanted) {
        List<DisposalRecord> rows = db.selectFrom(DISPOSAL)
                .where(DISPOSAL.PARTNERSHIP_ID.eq(partnership.value()), wanted)
                .orderBy(DISPOSAL.PROPOSED_AT.desc())
                .fetch();
        Map<UUID, List<Disposal.Part>> parts = new HashMap<>();
        db.selectFrom(DISPOSED)
                .where(
                        DISPOSED.PARTNERSHIP_ID.eq(partnership.value()),
                        DISPOSED.DISPOSAL_ID.eq(
                                DSL.any(rows.stream().map(DisposalRecord::getId).toArray(UUID[]::new))))
                .orderBy(DISPOSED.HOLDING)
                .forEach(row -> parts.computeIfAbsent(row.getDisposalId(), _ -> new java.util.ArrayList<>())
                        .add(new Disposal.Part(row.getHolding(), row.getRows(), row.getSha256())));
        return rows.stream()
                .map(row -> new Disposal(
                        row.getId(),
                        new CaseId(row.getCaseId()),
                        new Due(
                                RetentionClass.valueOf(row.getClass_()),
                                new Retention.Keep(row.getKeepUntilAge(), row.getKeepYears()),
                                row.getDueOn()),
                        DisposalState.valueOf(row.getState()),
                        row.getProposedAt().toInstant(),
                        row.getProposedBy(),
                        row.getProposedByName(),
                        row.getSettledAt() == null ? null : row.getSettledAt().toInstant(),
                        row.getSettledByName(),
                        row.getBecause(),
                        row.getVersion(),
                        parts.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static Hold hold(HoldRecord row) {
        return new Hold(
                row.getId(),
                row.getReason(),
                row.getPlacedAt().toInstant(),
                row.getPlacedByName(),
                row.getLiftedAt() == null ? null : row.getLiftedAt().toInstant(),
                row.getLiftedByName(),
                row.getLiftedBecause(),
                row.getVersion());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
