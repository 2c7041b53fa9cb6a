package org.holdfast.casework;

import static org.holdfast.casework.db.Tables.CHILD_CASE;
import static org.holdfast.casework.db.Tables.MILESTONE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.casework.db.tables.records.ChildCaseRecord;
import org.holdfast.partnership.MemberId;
import org.holdfast.people.ChildId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of the case itself and of its milestones. */
@Component
class CaseStore {

    /** The case as it stands, without its milestones. */
    record Row(
            CaseId id,
            ChildId child,
            Instant openedAt,
            @Nullable MemberId lead,
            int version) {}

    private final DSLContext db;

    CaseStore(DSLContext db) {
        this.db = db;
    }

    /** Opens the case unless the child has one; whether it did. */
    boolean open(PartnershipId partnership, CaseId id, ChildId child, Instant now) {
        return db.insertInto(CHILD_CASE)
                        .set(CHILD_CASE.PARTNERSHIP_ID, partnership.value())
                        .set(CHILD_CASE.ID, id.value())
                        .set(CHILD_CASE.CHILD_ID, child.value())
                        .set(CHILD_CASE.OPENED_AT, utc(now))
                        .onConflict(CHILD_CASE.PARTNERSHIP_ID, CHILD_CASE.CHILD_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    Map<ChildId, CaseId> casesOf(PartnershipId partnership, Collection<ChildId> children) {
        return db.select(CHILD_CASE.CHILD_ID, CHILD_CASE.ID)
                .from(CHILD_CASE)
                .where(
                        CHILD_CASE.PARTNERSHIP_ID.eq(partnership.value()),
                        CHILD_CASE.CHILD_ID.eq(
                                DSL.any(children.stream().map(ChildId::value).toArray(UUID[]::new))))
                .fetchMap(row -> new ChildId(row.value1()), row -> new CaseId(row.value2()));
    }

    Map<CaseId, Row> rows(PartnershipId partnership, Collection<CaseId> cases) {
        return Readings.each(
                "casework.case",
                partnership,
                cases,
                unread -> db.selectFrom(CHILD_CASE)
                        .where(
                                CHILD_CASE.PARTNERSHIP_ID.eq(partnership.value()),
                                CHILD_CASE.ID.eq(DSL.any(ids(unread))))
                        .fetchMap(row -> new CaseId(row.getId()), CaseStore::row));
    }

    private static Row row(ChildCaseRecord row) {
        return new Row(
                new CaseId(row.getId()),
                new ChildId(row.getChildId()),
                row.getOpenedAt().toInstant(),
                row.getLeadMember() == null ? null : new MemberId(row.getLeadMember()),
                row.getVersion());
    }

    Optional<Row> row(PartnershipId partnership, CaseId id) {
        return Optional.ofNullable(rows(partnership, List.of(id)).get(id));
    }

    /** Holds the case until the transaction ends, so that what happens to it happens one after the other; whether there is one. */
    boolean lock(PartnershipId partnership, CaseId id) {
        return db.select(CHILD_CASE.ID)
                .from(CHILD_CASE)
                .where(CHILD_CASE.PARTNERSHIP_ID.eq(partnership.value()), CHILD_CASE.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /** The cases for which the member is lead professional. */
    List<CaseId> ledBy(PartnershipId partnership, MemberId member) {
        return db.select(CHILD_CASE.ID)
                .from(CHILD_CASE)
                .where(CHILD_CASE.PARTNERSHIP_ID.eq(partnership.value()), CHILD_CASE.LEAD_MEMBER.eq(member.value()))
                .fetch(row -> new CaseId(row.value1()));
    }

    /** Every case of the partnership, the newest first. */
    List<Row> all(PartnershipId partnership) {
        return Readings.once("casework.all", partnership, () -> {
            List<Row> all = db.selectFrom(CHILD_CASE)
                    .where(CHILD_CASE.PARTNERSHIP_ID.eq(partnership.value()))
                    .orderBy(CHILD_CASE.ID.desc())
                    .fetch(CaseStore::row);
            Readings.also(
                    "casework.case", partnership, all.stream().collect(Collectors.toMap(Row::id, Function.identity())));
            return all;
        });
    }

    /** Names the lead professional if nobody changed the case since the version seen; whether it did. */
    boolean lead(PartnershipId partnership, CaseId id, MemberId lead, int seen) {
        return db.update(CHILD_CASE)
                        .set(CHILD_CASE.LEAD_MEMBER, lead.value())
                        .set(CHILD_CASE.VERSION, CHILD_CASE.VERSION.plus(1))
                        .where(
                                CHILD_CASE.PARTNERSHIP_ID.eq(partnership.value()),
                                CHILD_CASE.ID.eq(id.value()),
                                CHILD_CASE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    Map<CaseId, List<Happened>> milestones(PartnershipId partnership, Collection<CaseId> cases) {
        return Readings.each(
                "casework.milestones",
                partnership,
                cases,
                unread -> db.selectFrom(MILESTONE)
                        .where(
                                MILESTONE.PARTNERSHIP_ID.eq(partnership.value()),
                                MILESTONE.CASE_ID.eq(DSL.any(ids(unread))))
                        .orderBy(MILESTONE.CASE_ID, MILESTONE.SEQ)
                        .fetchGroups(
                                row -> new CaseId(row.getCaseId()),
                                row -> new Happened(
                                        Milestone.valueOf(row.getMilestone()),
                                        row.getAt().toInstant(),
                                        row.getRecordedAt().toInstant(),
                                        row.getRecordedByName())));
    }

    void add(Actor by, CaseId id, int seq, Happened happened) {
        db.insertInto(MILESTONE)
                .set(MILESTONE.PARTNERSHIP_ID, by.partnership().value())
                .set(MILESTONE.CASE_ID, id.value())
                .set(MILESTONE.SEQ, seq)
                .set(MILESTONE.MILESTONE_, happened.milestone().name())
                .set(MILESTONE.AT, utc(happened.at()))
                .set(MILESTONE.RECORDED_AT, utc(happened.recordedAt()))
                .set(MILESTONE.RECORDED_BY, by.member())
                .set(MILESTONE.RECORDED_BY_NAME, happened.recordedBy())
                .execute();
    }

    static UUID[] ids(Collection<CaseId> cases) {
        return cases.stream().map(CaseId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
