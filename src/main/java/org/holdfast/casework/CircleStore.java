package org.holdfast.casework;

import static java.util.Objects.requireNonNull;
import static org.holdfast.casework.db.Tables.PARTY;
import static org.holdfast.casework.db.Tables.WARNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.db.tables.records.WarningRecord;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The tables of the people around a child and of warnings. */
@Component
class CircleStore {

    private final DSLContext db;

    CircleStore(DSLContext db) {
        this.db = db;
    }

    /** Who is or was around the child: those who still are first, in the order of their capacity. */
    List<Party> parties(PartnershipId partnership, CaseId id) {
        return db.selectFrom(PARTY)
                .where(PARTY.PARTNERSHIP_ID.eq(partnership.value()), PARTY.CASE_ID.eq(id.value()))
                .orderBy(PARTY.UNTIL.desc().nullsFirst(), PARTY.SINCE, PARTY.ID)
                .fetch(row -> new Party(
                        row.getId(),
                        Capacity.valueOf(row.getCapacity()),
                        row.getName(),
                        row.getMemberId() == null ? null : new MemberId(row.getMemberId()),
                        row.getAgencyId() == null ? null : new AgencyId(row.getAgencyId()),
                        row.getAgencyName(),
                        row.getContact(),
                        row.getSince(),
                        row.getUntil(),
                        row.getVersion()));
    }

    void add(PartnershipId partnership, CaseId id, UUID party, PartyDraft draft) {
        db.insertInto(PARTY)
                .set(PARTY.PARTNERSHIP_ID, partnership.value())
                .set(PARTY.ID, party)
                .set(PARTY.CASE_ID, id.value())
                .set(PARTY.CAPACITY, requireNonNull(draft.capacity()).name())
                .set(PARTY.NAME, draft.name())
                .set(
                        PARTY.MEMBER_ID,
                        draft.member() == null ? null : draft.member().value())
                .set(
                        PARTY.AGENCY_ID,
                        draft.agency() == null ? null : draft.agency().value())
                .set(PARTY.AGENCY_NAME, draft.agencyName())
                .set(PARTY.CONTACT, draft.contact())
                .set(PARTY.SINCE, requireNonNull(draft.since()))
                .execute();
    }

    boolean end(PartnershipId partnership, UUID party, LocalDate until, int seen) {
        return db.update(PARTY)
                        .set(PARTY.UNTIL, until)
                        .set(PARTY.VERSION, PARTY.VERSION.plus(1))
                        .where(
                                PARTY.PARTNERSHIP_ID.eq(partnership.value()),
                                PARTY.ID.eq(party),
                                PARTY.VERSION.eq(seen),
                                PARTY.UNTIL.isNull())
                        .execute()
                == 1;
    }

    /** The warnings of a case: those that hold first, by the day of their review. */
    List<Warning> warnings(PartnershipId partnership, CaseId id) {
        return db.selectFrom(WARNING)
                .where(WARNING.PARTNERSHIP_ID.eq(partnership.value()), WARNING.CASE_ID.eq(id.value()))
                .orderBy(WARNING.ENDED_ON.desc().nullsFirst(), WARNING.REVIEW_ON, WARNING.ID)
                .fetch(CircleStore::warning);
    }

    /** The warnings that hold, of cases. */
    Map<CaseId, List<Warning>> holding(PartnershipId partnership, Collection<CaseId> cases) {
        return db.selectFrom(WARNING)
                .where(
                        WARNING.PARTNERSHIP_ID.eq(partnership.value()),
                        WARNING.CASE_ID.eq(DSL.any(CaseStore.ids(cases))),
                        WARNING.ENDED_ON.isNull())
                .orderBy(WARNING.REVIEW_ON, WARNING.ID)
                .fetchGroups(row -> new CaseId(row.getCaseId()), CircleStore::warning);
    }

    void add(Actor by, CaseId id, UUID warning, String text, LocalDate reviewOn, Instant now) {
        db.insertInto(WARNING)
                .set(WARNING.PARTNERSHIP_ID, by.partnership().value())
                .set(WARNING.ID, warning)
                .set(WARNING.CASE_ID, id.value())
                .set(WARNING.WARNING_, text)
                .set(WARNING.REVIEW_ON, reviewOn)
                .set(WARNING.RECORDED_AT, CaseStore.utc(now))
                .set(WARNING.RECORDED_BY_NAME, by.name())
                .execute();
    }

    boolean review(PartnershipId partnership, UUID warning, LocalDate reviewOn, int seen) {
        return db.update(WARNING)
                        .set(WARNING.REVIEW_ON, reviewOn)
                        .set(WARNING.VERSION, WARNING.VERSION.plus(1))
                        .where(
                                WARNING.PARTNERSHIP_ID.eq(partnership.value()),
                                WARNING.ID.eq(warning),
                                WARNING.VERSION.eq(seen),
                                WARNING.ENDED_ON.isNull())
                        .execute()
                == 1;
    }

    boolean end(PartnershipId partnership, UUID warning, LocalDate on, String because, int seen) {
        return db.update(WARNING)
                        .set(WARNING.ENDED_ON, on)
                        .set(WARNING.ENDED_BECAUSE, because)
                        .set(WARNING.VERSION, WARNING.VERSION.plus(1))
                        .where(
                                WARNING.PARTNERSHIP_ID.eq(partnership.value()),
                                WARNING.ID.eq(warning),
                                WARNING.VERSION.eq(seen),
                                WARNING.ENDED_ON.isNull())
                        .execute()
                == 1;
    }

    private static Warning warning(WarningRecord row) {
        return new Warning(
                row.getId(),
                row.getWarning(),
                row.getReviewOn(),
                row.getRecordedAt().toInstant(),
                row.getRecordedByName(),
                row.getEndedOn(),
                row.getEndedBecause(),
                row.getVersion());
    }
}
