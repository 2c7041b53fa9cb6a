package org.holdfast.sharing;

import static org.holdfast.sharing.db.Tables.CHALLENGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.db.tables.records.ChallengeRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of challenges to somebody's access. */
@Component
class ChallengeStore {

    private final DSLContext db;

    ChallengeStore(DSLContext db) {
        this.db = db;
    }

    /** Whether it was added: not where one about the same person and case is still open. */
    boolean add(PartnershipId partnership, Challenge challenge) {
        return db.insertInto(CHALLENGE)
                        .set(CHALLENGE.PARTNERSHIP_ID, partnership.value())
                        .set(CHALLENGE.ID, challenge.id())
                        .set(CHALLENGE.CASE_ID, challenge.caseId().value())
                        .set(CHALLENGE.MEMBER_ID, challenge.member().value())
                        .set(CHALLENGE.MEMBER_NAME, challenge.memberName())
                        .set(CHALLENGE.AGENCY_NAME, challenge.agencyName())
                        .set(CHALLENGE.REASON, challenge.reason())
                        .set(CHALLENGE.RESTS, challenge.rests())
                        .set(CHALLENGE.BY_MEMBER, challenge.by().value())
                        .set(CHALLENGE.BY_NAME, challenge.byName())
                        .set(CHALLENGE.CHALLENGED_AT, utc(challenge.at()))
                        .set(CHALLENGE.STATE, challenge.state().name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Challenge> lock(PartnershipId partnership, CaseId caseId, UUID id) {
        return db.selectFrom(CHALLENGE)
                .where(
                        CHALLENGE.PARTNERSHIP_ID.eq(partnership.value()),
                        CHALLENGE.CASE_ID.eq(caseId.value()),
                        CHALLENGE.ID.eq(id))
                .forUpdate()
                .fetchOptional(ChallengeStore::challenge);
    }

    /** Settles one, and with it every earlier review about the same person and case. */
    void review(Actor by, Challenge challenge, Challenge.State to, String words, Instant now) {
        db.update(CHALLENGE)
                .set(CHALLENGE.SUPERSEDED_AT, utc(now))
                .where(
                        CHALLENGE.PARTNERSHIP_ID.eq(by.partnership().value()),
                        CHALLENGE.CASE_ID.eq(challenge.caseId().value()),
                        CHALLENGE.MEMBER_ID.eq(challenge.member().value()),
                        CHALLENGE.STATE.ne(Challenge.State.OPEN.name()),
                        CHALLENGE.SUPERSEDED_AT.isNull())
                .execute();
        db.update(CHALLENGE)
                .set(CHALLENGE.STATE, to.name())
                .set(CHALLENGE.REVIEWED_BY, by.member())
                .set(CHALLENGE.REVIEWED_BY_NAME, by.name())
                .set(CHALLENGE.WORDS, words)
                .set(CHALLENGE.REVIEWED_AT, utc(now))
                .where(CHALLENGE.PARTNERSHIP_ID.eq(by.partnership().value()), CHALLENGE.ID.eq(challenge.id()))
                .execute();
    }

    /** About one case, the newest first. */
    List<Challenge> of(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(CHALLENGE)
                .where(CHALLENGE.PARTNERSHIP_ID.eq(partnership.value()), CHALLENGE.CASE_ID.eq(caseId.value()))
                .orderBy(CHALLENGE.CHALLENGED_AT.desc(), CHALLENGE.ID)
                .fetch(ChallengeStore::challenge);
    }

    /** Those over all cases that were not reviewed yet. */
    List<Challenge> open(PartnershipId partnership) {
        return db.selectFrom(CHALLENGE)
                .where(
                        CHALLENGE.PARTNERSHIP_ID.eq(partnership.value()),
                        CHALLENGE.STATE.eq(Challenge.State.OPEN.name()))
                .orderBy(CHALLENGE.CHALLENGED_AT, CHALLENGE.ID)
                .fetch(ChallengeStore::challenge);
    }

    private static Challenge challenge(ChallengeRecord row) {
        return new Challenge(
                row.getId(),
                new CaseId(row.getCaseId()),
                new MemberId(row.getMemberId()),
                row.getMemberName(),
                row.getAgencyName(),
                row.getReason(),
                row.getRests(),
                new MemberId(row.getByMember()),
                row.getByName(),
                row.getChallengedAt().toInstant(),
                Challenge.State.valueOf(row.getState()),
                row.getReviewedByName(),
                row.getWords(),
                row.getReviewedAt() == null ? null : row.getReviewedAt().toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
