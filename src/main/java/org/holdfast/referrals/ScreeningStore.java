package org.holdfast.referrals;

import static org.holdfast.referrals.db.Tables.COMPARISON;
import static org.holdfast.referrals.db.Tables.LIKENESS;
import static org.holdfast.referrals.db.Tables.REFERRAL;
import static org.holdfast.referrals.db.Tables.REJECTED;
import static org.holdfast.referrals.db.Tables.STEP;
import static org.holdfast.referrals.db.Tables.SUBMISSION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.people.ChildId;
import org.holdfast.referrals.db.tables.records.ReferralRecord;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of a referral's life: where it stands, its steps, and who may be the same child. */
@Component
class ScreeningStore {

    static final String BY_HAND = "BY_HAND";

    /** Where a referral stands. */
    record Row(
            ReferralId id,
            UUID externalId,
            boolean byHand,
            ReferralState state,
            @Nullable ChildId child,
            @Nullable CaseId caseId,
            Instant receivedAt,
            @Nullable Instant referredAt,
            UUID writer,
            String writerName,
            int version,
            @Nullable String scopeKey,
            @Nullable String nrmReference,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate lookAgainOn,
            boolean ageDisputed,
            boolean publicOrder,
            @Nullable String courtDates) {}

    private final DSLContext db;

    ScreeningStore(DSLContext db) {
        this.db = db;
    }

    void begin(Actor writer, ReferralId id, UUID externalId, Instant now) {
        db.insertInto(REFERRAL)
                .set(REFERRAL.PARTNERSHIP_ID, writer.partnership().value())
                .set(REFERRAL.ID, id.value())
                .set(REFERRAL.EXTERNAL_ID, externalId)
                .set(REFERRAL.ORIGIN, BY_HAND)
                .set(REFERRAL.STATE, ReferralState.DRAFT.name())
                .set(REFERRAL.RECEIVED_AT, utc(now))
                .set(REFERRAL.BEGUN_AT, utc(now))
                .set(REFERRAL.WRITER_ID, writer.member())
                .set(REFERRAL.WRITER_NAME, writer.name())
                .set(REFERRAL.AGENCY_ID, writer.agency())
                .execute();
    }

    Optional<Row> row(PartnershipId partnership, ReferralId id) {
        return db.selectFrom(REFERRAL)
                .where(REFERRAL.PARTNERSHIP_ID.eq(partnership.value()), REFERRAL.ID.eq(id.value()))
                .fetchOptional(ScreeningStore::row);
    }

    /** The same, held until the transaction ends. */
    Optional<Row> lock(PartnershipId partnership, ReferralId id) {
        return db.selectFrom(REFERRAL)
                .where(REFERRAL.PARTNERSHIP_ID.eq(partnership.value()), REFERRAL.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(ScreeningStore::row);
    }

    /** A writer's unfinished referrals, the newest first. */
    List<Row> drafts(Actor writer) {
        return db.selectFrom(REFERRAL)
                .where(
                        REFERRAL.PARTNERSHIP_ID.eq(writer.partnership().value()),
                        REFERRAL.WRITER_ID.eq(writer.member()),
                        REFERRAL.STATE.eq(ReferralState.DRAFT.name()))
                .orderBy(REFERRAL.BEGUN_AT.desc())
                .fetch(ScreeningStore::row);
    }

    /**
     * A referral, and what waits in it beside the step at which it stands.
     *
     * @param alike whether somebody has still to say whether a child known already is the same
     * @param updated whether it was updated and nobody has read that yet
     */
    record Waiting(Row row, boolean alike, boolean updated) {}

    /**
     * Referrals in some states, what the actor has begun to write, and in any state those in which something else waits, the longest there
     * first: read once for one page.
     */
    List<Waiting> waiting(Actor actor, Set<ReferralState> states) {
        UUID partnership = actor.partnership().value();
        var standing = REFERRAL.as("standing");
        return Readings.once(
                "referrals.waiting",
                List.of(actor.member(), states),
                () -> waiting(REFERRAL.PARTNERSHIP_ID
                        .eq(partnership)
                        .and(REFERRAL.ID.in(DSL.select(standing.ID)
                                .from(standing)
                                .where(standing.PARTNERSHIP_ID.eq(partnership))
                                .and(standing.STATE
                                        .in(states.stream().map(Enum::name).toList())
                                        .or(standing.WRITER_ID
                                                .eq(actor.member())
                                                .and(standing.STATE.eq(ReferralState.DRAFT.name()))))
                                .union(DSL.select(LIKENESS.REFERRAL_ID)
                                        .from(LIKENESS)
                                        .where(LIKENESS.PARTNERSHIP_ID.eq(partnership))
                                        .andNotExists(decided()))
                                .union(DSL.select(SUBMISSION.REFERRAL_ID)
                                        .from(SUBMISSION)
                                        .where(SUBMISSION.PARTNERSHIP_ID.eq(partnership), unread()))))));
    }

    /** Every referral of a case, the first one first: read once for one page. */
    List<Waiting> ofCase(PartnershipId partnership, CaseId caseId) {
        return Readings.once(
                "referrals.of-case",
                caseId,
                () -> waiting(
                        REFERRAL.PARTNERSHIP_ID.eq(partnership.value()).and(REFERRAL.CASE_ID.eq(caseId.value()))));
    }

    private List<Waiting> waiting(Condition which) {
        Field<Boolean> alike = DSL.field(DSL.exists(DSL.selectOne()
                .from(LIKENESS)
                .where(LIKENESS.PARTNERSHIP_ID.eq(REFERRAL.PARTNERSHIP_ID), LIKENESS.REFERRAL_ID.eq(REFERRAL.ID))
                .andNotExists(decided())));
        Field<Boolean> updated = DSL.field(DSL.exists(DSL.selectOne()
                .from(SUBMISSION)
                .where(
                        SUBMISSION.PARTNERSHIP_ID.eq(REFERRAL.PARTNERSHIP_ID),
                        SUBMISSION.REFERRAL_ID.eq(REFERRAL.ID),
                        unread())));
        return db.select(REFERRAL.fields())
                .select(alike, updated)
                .from(REFERRAL)
                .where(which)
                .orderBy(REFERRAL.RECEIVED_AT, REFERRAL.ID)
                .fetch(row -> new Waiting(row(row.into(REFERRAL)), row.get(alike), row.get(updated)));
    }

    /** An update that nobody has read. */
    private static Condition unread() {
        return SUBMISSION.NUMBER.gt(1).and(SUBMISSION.READ_AT.isNull());
    }

    /** Every referral of some cases, the first one first. */
    List<Row> ofCases(PartnershipId partnership, Collection<CaseId> cases) {
        return db.selectFrom(REFERRAL)
                .where(
                        REFERRAL.PARTNERSHIP_ID.eq(partnership.value()),
                        REFERRAL.CASE_ID.eq(
                                DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))))
                .orderBy(REFERRAL.RECEIVED_AT)
                .fetch(ScreeningStore::row);
    }

    /** Moves a referral on if nobody else did since the version seen; whether it did. */
    boolean move(PartnershipId partnership, Row seen, ReferralState to) {
        return db.update(REFERRAL)
                        .set(REFERRAL.STATE, to.name())
                        .set(REFERRAL.VERSION, REFERRAL.VERSION.plus(1))
                        .where(one(partnership, seen.id()))
                        .and(REFERRAL.VERSION.eq(seen.version()))
                        .execute()
                == 1;
    }

    void scope(PartnershipId partnership, ReferralId id, Scope scope) {
        db.update(REFERRAL)
                .set(REFERRAL.SCOPE, scope.key())
                .set(REFERRAL.ROUTE, scope.route())
                .where(one(partnership, id))
                .execute();
    }

    void referred(PartnershipId partnership, ReferralId id, LocalDate sentOn, Instant referredAt) {
        db.update(REFERRAL)
                .set(REFERRAL.SENT_ON, sentOn)
                .set(REFERRAL.REFERRED_AT, utc(referredAt))
                .where(one(partnership, id))
                .execute();
    }

    void lookAgain(PartnershipId partnership, ReferralId id, @Nullable LocalDate on) {
        db.update(REFERRAL)
                .set(REFERRAL.LOOK_AGAIN_ON, on)
                .where(one(partnership, id))
                .execute();
    }

    void reference(PartnershipId partnership, ReferralId id, String nrmReference) {
        db.update(REFERRAL)
                .set(REFERRAL.NRM_REFERENCE, nrmReference)
                .where(one(partnership, id))
                .execute();
    }

    void facts(PartnershipId partnership, ReferralId id, boolean ageDisputed, boolean publicOrder) {
        db.update(REFERRAL)
                .set(REFERRAL.AGE_DISPUTED, ageDisputed)
                .set(REFERRAL.PUBLIC_ORDER, publicOrder)
                .where(one(partnership, id))
                .execute();
    }

    void about(PartnershipId partnership, ReferralId id, ChildId child, CaseId caseId) {
        db.update(REFERRAL)
                .set(REFERRAL.CHILD_ID, child.value())
                .set(REFERRAL.CASE_ID, caseId.value())
                .where(one(partnership, id))
                .execute();
    }

    void handedIn(Actor by, ReferralId id, String courtDates, HomeOfficePayload payload, Instant now) {
        db.update(REFERRAL)
                .set(REFERRAL.RECEIVED_AT, utc(now))
                .set(REFERRAL.REFERRED_AT, utc(now))
                .set(REFERRAL.COURT_DATES, courtDates.isEmpty() ? null : courtDates)
                .where(one(by.partnership(), id))
                .execute();
        db.insertInto(SUBMISSION)
                .set(SUBMISSION.PARTNERSHIP_ID, by.partnership().value())
                .set(SUBMISSION.REFERRAL_ID, id.value())
                .set(SUBMISSION.NUMBER, 1)
                .set(SUBMISSION.MANNER, BY_HAND)
                .set(SUBMISSION.BODY, HomeOfficeJson.write(payload))
                .set(SUBMISSION.DIGEST, payload.digest())
                .set(SUBMISSION.RECEIVED_AT, utc(now))
                .set(SUBMISSION.RECEIVED_FROM, by.member())
                .set(SUBMISSION.RECEIVED_FROM_NAME, by.name())
                .execute();
    }

    /** The newest sending of the form, as it came. */
    Optional<byte[]> newestBody(PartnershipId partnership, ReferralId id) {
        return db.select(SUBMISSION.BODY)
                .from(SUBMISSION)
                .where(SUBMISSION.PARTNERSHIP_ID.eq(partnership.value()), SUBMISSION.REFERRAL_ID.eq(id.value()))
                .orderBy(SUBMISSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(SUBMISSION.BODY);
    }

    void add(Actor by, ReferralId id, StepTaken step) {
        db.insertInto(STEP)
                .set(STEP.PARTNERSHIP_ID, by.partnership().value())
                .set(STEP.REFERRAL_ID, id.value())
                .set(
                        STEP.SEQ,
                        DSL.select(DSL.coalesce(DSL.max(STEP.SEQ), 0).plus(1))
                                .from(STEP)
                                .where(
                                        STEP.PARTNERSHIP_ID.eq(by.partnership().value()),
                                        STEP.REFERRAL_ID.eq(id.value())))
                .set(STEP.COMMAND, step.command().name())
                .set(STEP.FROM_STATE, step.from().name())
                .set(STEP.TO_STATE, step.to().name())
                .set(STEP.ON_DAY, step.on())
                .set(STEP.CHOICE, step.choice())
                .set(STEP.ACCOUNT, step.account())
                .set(STEP.FURTHER, step.further())
                .set(STEP.UNTIL_DAY, step.until())
                .set(STEP.AT, utc(step.at()))
                .set(STEP.BY_ID, by.member())
                .set(STEP.BY_NAME, by.name())
                .set(STEP.BY_AGENCY, by.agencyName())
                .execute();
    }

    /** Every step of a referral, the first one first. */
    List<StepTaken> steps(PartnershipId partnership, ReferralId id) {
        return db.selectFrom(STEP)
                .where(STEP.PARTNERSHIP_ID.eq(partnership.value()), STEP.REFERRAL_ID.eq(id.value()))
                .orderBy(STEP.SEQ)
                .fetch(row -> new StepTaken(
                        row.getSeq(),
                        ReferralCommand.valueOf(row.getCommand()),
                        ReferralState.valueOf(row.getFromState()),
                        ReferralState.valueOf(row.getToState()),
                        row.getOnDay(),
                        row.getChoice(),
                        row.getAccount(),
                        row.getFurther(),
                        row.getUntilDay(),
                        row.getAt().toInstant(),
                        row.getByName(),
                        row.getByAgency()));
    }

    /** Keeps for the co-ordinator that a child known already may be the child of a referral. */
    void alike(PartnershipId partnership, ReferralId id, ChildId child, Instant now) {
        db.insertInto(LIKENESS)
                .set(LIKENESS.PARTNERSHIP_ID, partnership.value())
                .set(LIKENESS.REFERRAL_ID, id.value())
                .set(LIKENESS.CHILD_ID, child.value())
                .set(LIKENESS.NOTICED_AT, utc(now))
                .onConflictDoNothing()
                .execute();
    }

    void compared(Actor by, ReferralId id, ChildId child, boolean same, String reason, Instant now) {
        db.insertInto(COMPARISON)
                .set(COMPARISON.PARTNERSHIP_ID, by.partnership().value())
                .set(COMPARISON.REFERRAL_ID, id.value())
                .set(COMPARISON.CHILD_ID, child.value())
                .set(COMPARISON.SAME, same)
                .set(COMPARISON.REASON, reason)
                .set(COMPARISON.AT, utc(now))
                .set(COMPARISON.BY_NAME, by.name())
                .onConflictDoNothing()
                .execute();
    }

    /** Children who may be the child of a referral, about whom nobody has decided. */
    Set<ChildId> undecided(PartnershipId partnership, ReferralId id) {
        return Set.copyOf(db.select(LIKENESS.CHILD_ID)
                .from(LIKENESS)
                .where(LIKENESS.PARTNERSHIP_ID.eq(partnership.value()), LIKENESS.REFERRAL_ID.eq(id.value()))
                .andNotExists(decided())
                .fetch(row -> new ChildId(row.value1())));
    }

    private static Select<?> decided() {
        return DSL.selectOne()
                .from(COMPARISON)
                .where(
                        COMPARISON.PARTNERSHIP_ID.eq(LIKENESS.PARTNERSHIP_ID),
                        COMPARISON.REFERRAL_ID.eq(LIKENESS.REFERRAL_ID),
                        COMPARISON.CHILD_ID.eq(LIKENESS.CHILD_ID));
    }

    /** How many rejected sendings nobody has dealt with. */
    int rejected(PartnershipId partnership) {
        return db.fetchCount(
                REJECTED, REJECTED.PARTNERSHIP_ID.eq(partnership.value()).and(REJECTED.SETTLED_AT.isNull()));
    }

    private static Condition one(PartnershipId partnership, ReferralId id) {
        return REFERRAL.PARTNERSHIP_ID.eq(partnership.value()).and(REFERRAL.ID.eq(id.value()));
    }

    private static Row row(ReferralRecord row) {
        return new Row(
                new ReferralId(row.getId()),
                row.getExternalId(),
                row.getOrigin().equals(BY_HAND),
                ReferralState.valueOf(row.getState()),
                row.getChildId() == null ? null : new ChildId(row.getChildId()),
                row.getCaseId() == null ? null : new CaseId(row.getCaseId()),
                row.getReceivedAt().toInstant(),
                row.getReferredAt() == null ? null : row.getReferredAt().toInstant(),
                row.getWriterId(),
                row.getWriterName(),
                row.getVersion(),
                row.getScope(),
                row.getNrmReference(),
                row.getSentOn(),
                row.getLookAgainOn(),
                row.getAgeDisputed(),
                row.getPublicOrder(),
                row.getCourtDates());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
