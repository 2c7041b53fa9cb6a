package org.holdfast.casework;

import static java.util.Objects.requireNonNull;
import static org.holdfast.casework.db.Tables.PARTY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of the people around a child. */
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
}
