package org.holdfast.casework;

import static org.holdfast.casework.db.Tables.ACCESS_REQUEST;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.db.tables.records.AccessRequestRecord;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of requests to see a case, and of emergency access. */
@Component
class AccessStore {

    private final DSLContext db;

    AccessStore(DSLContext db) {
        this.db = db;
    }

    void add(PartnershipId partnership, AccessRequest request) {
        db.insertInto(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.PARTNERSHIP_ID, partnership.value())
                .set(ACCESS_REQUEST.ID, request.id())
                .set(ACCESS_REQUEST.CASE_ID, request.caseId().value())
                .set(ACCESS_REQUEST.MEMBER_ID, request.member().value())
                .set(ACCESS_REQUEST.MEMBER_NAME, request.memberName())
                .set(ACCESS_REQUEST.AGENCY_NAME, request.agencyName())
                .set(ACCESS_REQUEST.STATE, request.state().name())
                .set(ACCESS_REQUEST.REASON, request.reason())
                .set(ACCESS_REQUEST.ASKED_AT, utc(request.askedAt()))
                .set(ACCESS_REQUEST.UNTIL_AT, utc(request.until()))
                .execute();
    }

    Optional<AccessRequest> lock(PartnershipId partnership, CaseId caseId, UUID id) {
        return db.selectFrom(ACCESS_REQUEST)
                .where(
                        ACCESS_REQUEST.PARTNERSHIP_ID.eq(partnership.value()),
                        ACCESS_REQUEST.CASE_ID.eq(caseId.value()),
                        ACCESS_REQUEST.ID.eq(id))
                .forUpdate()
                .fetchOptional(AccessStore::request);
    }

    void save(PartnershipId partnership, AccessRequest request) {
        db.update(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.STATE, request.state().name())
                .set(ACCESS_REQUEST.UNTIL_AT, utc(request.until()))
                .set(ACCESS_REQUEST.DECIDED_BY, request.decidedBy())
                .set(ACCESS_REQUEST.WORDS, request.words())
                .set(ACCESS_REQUEST.DECIDED_AT, utc(request.decidedAt()))
                .where(ACCESS_REQUEST.PARTNERSHIP_ID.eq(partnership.value()), ACCESS_REQUEST.ID.eq(request.id()))
                .execute();
    }

    /** About one case, the newest first. */
    List<AccessRequest> of(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(ACCESS_REQUEST)
                .where(ACCESS_REQUEST.PARTNERSHIP_ID.eq(partnership.value()), ACCESS_REQUEST.CASE_ID.eq(caseId.value()))
                .orderBy(ACCESS_REQUEST.ASKED_AT.desc(), ACCESS_REQUEST.ID)
                .fetch(AccessStore::request);
    }

    /** Those over all cases about which somebody has still to say something. */
    List<AccessRequest> waiting(PartnershipId partnership) {
        return db.selectFrom(ACCESS_REQUEST)
                .where(
                        ACCESS_REQUEST.PARTNERSHIP_ID.eq(partnership.value()),
                        ACCESS_REQUEST.STATE.in(AccessState.ASKED.name(), AccessState.TAKEN.name()))
                .fetch(AccessStore::request);
    }

    private static AccessRequest request(AccessRequestRecord row) {
        return new AccessRequest(
                row.getId(),
                new CaseId(row.getCaseId()),
                new MemberId(row.getMemberId()),
                row.getMemberName(),
                row.getAgencyName(),
                AccessState.valueOf(row.getState()),
                row.getReason(),
                row.getAskedAt().toInstant(),
                row.getUntilAt() == null ? null : row.getUntilAt().toInstant(),
                row.getDecidedBy(),
                row.getWords(),
                row.getDecidedAt() == null ? null : row.getDecidedAt().toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
