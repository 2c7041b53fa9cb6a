package org.holdfast.referrals;

import static org.holdfast.referrals.db.Tables.LIKENESS;
import static org.holdfast.referrals.db.Tables.REFERRAL;
import static org.holdfast.referrals.db.Tables.REJECTED;
import static org.holdfast.referrals.db.Tables.REJECTED_FAULT;
import static org.holdfast.referrals.db.Tables.SUBMISSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.law.Reason;
import org.holdfast.people.ChildId;
import org.holdfast.referrals.db.tables.records.RejectedRecord;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of referrals as they come in and go out: each sending as it came, and what was turned away. */
@Component
class HomeOfficeStore {

    /** A referral without its sendings. */
    record Row(
            ReferralId id,
            UUID externalId,
            ReferralState state,
            @Nullable String scope,
            @Nullable String route,
            @Nullable ChildId childId,
            @Nullable CaseId caseId,
            Instant receivedAt,
            @Nullable Instant referredAt,
            UUID writerId,
            String writer) {}

    private static final Field<Integer> BYTES =
            DSL.field("octet_length({0})", Integer.class, REJECTED.BODY).as("bytes");
    private static final List<Field<?>> ALL_BUT_THE_BODY = Arrays.stream(REJECTED.fields())
            .<Field<?>>map(field -> field)
            .filter(field -> !field.equals(REJECTED.BODY))
            .toList();

    private final DSLContext db;

    HomeOfficeStore(DSLContext db) {
        this.db = db;
    }

    /** Makes everybody else who brings the same referral wait until this transaction ends. */
    void holdExternalId(PartnershipId partnership, UUID externalId) {
        db.execute(
                "select pg_advisory_xact_lock(hashtextextended({0}, 8))",
                DSL.val("referral " + partnership.value() + " " + externalId));
    }

    Optional<Row> byExternalId(PartnershipId partnership, UUID externalId) {
        return row(REFERRAL.PARTNERSHIP_ID.eq(partnership.value()).and(REFERRAL.EXTERNAL_ID.eq(externalId)));
    }

    Optional<Row> row(PartnershipId partnership, ReferralId id) {
        return row(REFERRAL.PARTNERSHIP_ID.eq(partnership.value()).and(REFERRAL.ID.eq(id.value())));
    }

    private Optional<Row> row(Condition which) {
        return db.selectFrom(REFERRAL).where(which).fetchOptional(HomeOfficeStore::row);
    }

    /** Every referral that was handed in, and the actor's own drafts; the newest first. */
    List<Row> all(Actor actor) {
        return all(actor, DSL.noCondition());
    }

    /** Those among the given ones. */
    List<Row> all(Actor actor, Collection<ReferralId> among) {
        return all(
                actor,
                REFERRAL.ID.eq(DSL.any(among.stream().map(ReferralId::value).toArray(UUID[]::new))));
    }

    private List<Row> all(Actor actor, Condition which) {
        return db.selectFrom(REFERRAL)
                .where(REFERRAL.PARTNERSHIP_ID.eq(actor.partnership().value()))
                .and(which)
                .and(REFERRAL.CASE_ID
                        .isNotNull()
                        .or(REFERRAL.STATE.eq(ReferralState.DRAFT.name()).and(REFERRAL.WRITER_ID.eq(actor.member()))))
                .orderBy(REFERRAL.RECEIVED_AT.desc(), REFERRAL.ID.desc())
                .fetch(HomeOfficeStore::row);
    }

    /** The referrals of a case that were handed in, the newest first. */
    List<Row> ofCase(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(REFERRAL)
                .where(REFERRAL.PARTNERSHIP_ID.eq(partnership.value()), REFERRAL.CASE_ID.eq(caseId.value()))
                .orderBy(REFERRAL.RECEIVED_AT.desc(), REFERRAL.ID.desc())
                .fetch(HomeOfficeStore::row);
    }

    /** How many updates each of the referrals has; one without is left out. */
    Map<ReferralId, Integer> updates(PartnershipId partnership, Collection<ReferralId> referrals) {
        return db.select(SUBMISSION.REFERRAL_ID, DSL.count())
                .from(SUBMISSION)
                .where(SUBMISSION.PARTNERSHIP_ID.eq(partnership.value()))
                .and(SUBMISSION.NUMBER.gt(1))
                .and(SUBMISSION.REFERRAL_ID.eq(
                        DSL.any(referrals.stream().map(ReferralId::value).toArray(UUID[]::new))))
                .groupBy(SUBMISSION.REFERRAL_ID)
                .fetchMap(row -> new ReferralId(row.value1()), row -> row.value2());
    }

    void add(Actor from, Row row, Instant now) {
        db.insertInto(REFERRAL)
                .set(REFERRAL.PARTNERSHIP_ID, from.partnership().value())
                .set(REFERRAL.ID, row.id().value())
                .set(REFERRAL.EXTERNAL_ID, row.externalId())
                .set(REFERRAL.ORIGIN, "HOME_OFFICE")
                .set(REFERRAL.STATE, row.state().name())
                .set(REFERRAL.SCOPE, row.scope())
                .set(REFERRAL.ROUTE, row.route())
                .set(
                        REFERRAL.CHILD_ID,
                        row.childId() == null ? null : row.childId().value())
                .set(
                        REFERRAL.CASE_ID,
                        row.caseId() == null ? null : row.caseId().value())
                .set(REFERRAL.RECEIVED_AT, utc(now))
                .set(REFERRAL.REFERRED_AT, row.referredAt() == null ? null : utc(row.referredAt()))
                .set(REFERRAL.WRITER_ID, row.writerId())
                .set(REFERRAL.WRITER_NAME, row.writer())
                .set(REFERRAL.AGENCY_ID, from.agency())
                .execute();
    }

    void add(Actor from, ReferralId id, int number, Manner manner, byte[] body, String digest, Instant now) {
        db.insertInto(SUBMISSION)
                .set(SUBMISSION.PARTNERSHIP_ID, from.partnership().value())
                .set(SUBMISSION.REFERRAL_ID, id.value())
                .set(SUBMISSION.NUMBER, number)
                .set(SUBMISSION.MANNER, manner.name())
                .set(SUBMISSION.BODY, body)
                .set(SUBMISSION.DIGEST, digest)
                .set(SUBMISSION.RECEIVED_AT, utc(now))
                .set(SUBMISSION.RECEIVED_FROM, from.member())
                .set(SUBMISSION.RECEIVED_FROM_NAME, from.name())
                .execute();
    }

    List<Sending> sendings(PartnershipId partnership, Row referral) {
        return db.select(
                        SUBMISSION.NUMBER,
                        SUBMISSION.MANNER,
                        SUBMISSION.RECEIVED_AT,
                        SUBMISSION.RECEIVED_FROM_NAME,
                        SUBMISSION.BODY,
                        SUBMISSION.READ_AT)
                .from(SUBMISSION)
                .where(
                        SUBMISSION.PARTNERSHIP_ID.eq(partnership.value()),
                        SUBMISSION.REFERRAL_ID.eq(referral.id().value()))
                .orderBy(SUBMISSION.NUMBER)
                .fetch(row -> new Sending(
                        row.value1(),
                        Manner.valueOf(row.value2()),
                        row.value3().toInstant(),
                        row.value4(),
                        HomeOfficeJson.kept(referral.externalId(), row.value5()),
                        row.value1() == 1 || row.value6() != null));
    }

    /** Marks an update as read; whether it was unread until now. */
    boolean read(Actor by, ReferralId id, int number, Instant now) {
        return db.update(SUBMISSION)
                        .set(SUBMISSION.READ_AT, utc(now))
                        .set(SUBMISSION.READ_BY_NAME, by.name())
                        .where(SUBMISSION.PARTNERSHIP_ID.eq(by.partnership().value()))
                        .and(SUBMISSION.REFERRAL_ID.eq(id.value()))
                        .and(SUBMISSION.NUMBER.eq(number))
                        .and(SUBMISSION.NUMBER.gt(1))
                        .and(SUBMISSION.READ_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<byte[]> body(PartnershipId partnership, ReferralId id, int number) {
        return db.select(SUBMISSION.BODY)
                .from(SUBMISSION)
                .where(SUBMISSION.PARTNERSHIP_ID.eq(partnership.value()), SUBMISSION.REFERRAL_ID.eq(id.value()))
                .and(SUBMISSION.NUMBER.eq(number))
                .fetchOptional(SUBMISSION.BODY);
    }

    void alike(PartnershipId partnership, ReferralId id, Set<ChildId> children, Instant now) {
        UUID[] alike = children.stream().map(ChildId::value).toArray(UUID[]::new);
        db.insertInto(LIKENESS, LIKENESS.PARTNERSHIP_ID, LIKENESS.REFERRAL_ID, LIKENESS.CHILD_ID, LIKENESS.NOTICED_AT)
                .select(DSL.select(
                                DSL.val(partnership.value()),
                                DSL.val(id.value()),
                                DSL.field("child", SQLDataType.UUID),
                                DSL.val(utc(now)))
                        .from(DSL.unnest(alike).as("alike", "child")))
                .onConflictDoNothing()
                .execute();
    }

    void reject(Actor from, UUID id, Manner manner, byte[] body, boolean whole, List<Reason> faults, Instant now) {
        db.insertInto(REJECTED)
                .set(REJECTED.PARTNERSHIP_ID, from.partnership().value())
                .set(REJECTED.ID, id)
                .set(REJECTED.MANNER, manner.name())
                .set(REJECTED.BODY, body)
                .set(REJECTED.WHOLE, whole)
                .set(REJECTED.RECEIVED_AT, utc(now))
                .set(REJECTED.RECEIVED_FROM, from.member())
                .set(REJECTED.RECEIVED_FROM_NAME, from.name())
                .execute();
        var rows = db.insertInto(
                REJECTED_FAULT,
                REJECTED_FAULT.PARTNERSHIP_ID,
                REJECTED_FAULT.REJECTED_ID,
                REJECTED_FAULT.PLACE,
                REJECTED_FAULT.MESSAGE,
                REJECTED_FAULT.FIELD,
                REJECTED_FAULT.DETAILS);
        for (int place = 0; place < faults.size(); place++) {
            Reason fault = faults.get(place);
            rows = rows.values(
                    from.partnership().value(),
                    id,
                    place + 1,
                    fault.key(),
                    fault.field(),
                    fault.details().toArray(String[]::new));
        }
        rows.execute();
    }

    /** What was turned away, what still waits first, then the newest first. */
    List<RejectedSending> rejected(PartnershipId partnership) {
        return rejected(REJECTED.PARTNERSHIP_ID.eq(partnership.value()));
    }

    Optional<RejectedSending> rejected(PartnershipId partnership, UUID id) {
        return rejected(REJECTED.PARTNERSHIP_ID.eq(partnership.value()).and(REJECTED.ID.eq(id))).stream()
                .findFirst();
    }

    private List<RejectedSending> rejected(Condition which) {
        Map<UUID, List<Reason>> faults = db.select(
                        REJECTED_FAULT.REJECTED_ID,
                        REJECTED_FAULT.MESSAGE,
                        REJECTED_FAULT.FIELD,
                        REJECTED_FAULT.DETAILS)
                .from(REJECTED_FAULT)
                .join(REJECTED)
                .on(
                        REJECTED.PARTNERSHIP_ID.eq(REJECTED_FAULT.PARTNERSHIP_ID),
                        REJECTED.ID.eq(REJECTED_FAULT.REJECTED_ID))
                .where(which)
                .orderBy(REJECTED_FAULT.PLACE)
                .fetchGroups(
                        REJECTED_FAULT.REJECTED_ID,
                        row -> new Reason(row.value2(), "NRM-24", row.value3(), List.of(row.value4())));
        return db.select(ALL_BUT_THE_BODY)
                .select(BYTES)
                .from(REJECTED)
                .where(which)
                .orderBy(REJECTED.SETTLED_AT.isNotNull(), REJECTED.RECEIVED_AT.desc(), REJECTED.ID.desc())
                .fetch(row -> rejected(row, faults));
    }

    Optional<byte[]> rejectedBody(PartnershipId partnership, UUID id) {
        return db.select(REJECTED.BODY)
                .from(REJECTED)
                .where(REJECTED.PARTNERSHIP_ID.eq(partnership.value()), REJECTED.ID.eq(id))
                .fetchOptional(REJECTED.BODY);
    }

    /** Marks as dealt with, if nobody did since the version seen; whether it did. */
    boolean settle(Actor by, UUID id, int version, String note, Instant now) {
        return db.update(REJECTED)
                        .set(REJECTED.SETTLED_AT, utc(now))
                        .set(REJECTED.SETTLED_BY_NAME, by.name())
                        .set(REJECTED.SETTLED_NOTE, note)
                        .set(REJECTED.VERSION, REJECTED.VERSION.plus(1))
                        .where(REJECTED.PARTNERSHIP_ID.eq(by.partnership().value()), REJECTED.ID.eq(id))
                        .and(REJECTED.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private static Row row(Record record) {
        var row = record.into(REFERRAL);
        return new Row(
                new ReferralId(row.getId()),
                row.getExternalId(),
                ReferralState.valueOf(row.getState()),
                row.getScope(),
                row.getRoute(),
                row.getChildId() == null ? null : new ChildId(row.getChildId()),
                row.getCaseId() == null ? null : new CaseId(row.getCaseId()),
                row.getReceivedAt().toInstant(),
                row.getReferredAt() == null ? null : row.getReferredAt().toInstant(),
                row.getWriterId(),
                row.getWriterName());
    }

    private static RejectedSending rejected(Record row, Map<UUID, List<Reason>> faults) {
        RejectedRecord kept = row.into(REJECTED);
        RejectedSending.Settled settled = kept.getSettledAt() == null
                ? null
                : new RejectedSending.Settled(
                        kept.getSettledAt().toInstant(), kept.getSettledByName(), kept.getSettledNote());
        return new RejectedSending(
                kept.getId(),
                Manner.valueOf(kept.getManner()),
                kept.getReceivedAt().toInstant(),
                kept.getReceivedFromName(),
                row.get(BYTES),
                kept.getWhole(),
                faults.getOrDefault(kept.getId(), List.of()),
                settled,
                kept.getVersion());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
