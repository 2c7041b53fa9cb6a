package org.holdfast.administration;

import static org.holdfast.administration.db.Tables.REVIEW;
import static org.holdfast.administration.db.Tables.REVIEW_LINE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.administration.db.tables.records.ReviewRecord;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Role;
import org.holdfast.partnership.MemberId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of access reviews. */
@Component
class AccessReviewStore {

    private final DSLContext db;

    AccessReviewStore(DSLContext db) {
        this.db = db;
    }

    void open(PartnershipId partnership, AccessReview review) {
        db.insertInto(REVIEW)
                .set(REVIEW.PARTNERSHIP_ID, partnership.value())
                .set(REVIEW.REVIEW_ID, review.id())
                .set(REVIEW.OPENED_AT, review.openedAt().atOffset(ZoneOffset.UTC))
                .set(REVIEW.OPENED_BY, review.openedBy())
                .execute();
        for (AccessReview.Line line : review.lines()) {
            Instant lastIn = line.lastIn();
            db.insertInto(REVIEW_LINE)
                    .set(REVIEW_LINE.PARTNERSHIP_ID, partnership.value())
                    .set(REVIEW_LINE.REVIEW_ID, review.id())
                    .set(REVIEW_LINE.MEMBER_ID, line.member().value())
                    .set(REVIEW_LINE.NAME, line.name())
                    .set(REVIEW_LINE.AGENCY, line.agency())
                    .set(REVIEW_LINE.TEAMS, line.teams().toArray(String[]::new))
                    .set(
                            REVIEW_LINE.ROLES,
                            line.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                    .set(REVIEW_LINE.LAST_IN, lastIn == null ? null : lastIn.atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }

    /** All reviews, the newest first, with their lines. */
    List<AccessReview> all(PartnershipId partnership) {
        return db.selectFrom(REVIEW)
                .where(REVIEW.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(REVIEW.OPENED_AT.desc())
                .fetch(this::review);
    }

    /** One, with nobody else answering or signing it until this transaction ends. */
    Optional<AccessReview> locked(PartnershipId partnership, UUID id) {
        return db.selectFrom(REVIEW)
                .where(REVIEW.PARTNERSHIP_ID.eq(partnership.value()), REVIEW.REVIEW_ID.eq(id))
                .forUpdate()
                .fetchOptional(this::review);
    }

    private AccessReview review(ReviewRecord row) {
        return new AccessReview(
                row.getReviewId(),
                row.getOpenedAt().toInstant(),
                row.getOpenedBy(),
                instant(row.getSignedAt()),
                row.getSignedBy(),
                db.selectFrom(REVIEW_LINE)
                        .where(
                                REVIEW_LINE.PARTNERSHIP_ID.eq(row.getPartnershipId()),
                                REVIEW_LINE.REVIEW_ID.eq(row.getReviewId()))
                        .orderBy(REVIEW_LINE.AGENCY, REVIEW_LINE.NAME)
                        .fetch(line -> new AccessReview.Line(
                                new MemberId(line.getMemberId()),
                                line.getName(),
                                line.getAgency(),
                                List.of(line.getTeams()),
                                Arrays.stream(line.getRoles())
                                        .map(Role::valueOf)
                                        .collect(Collectors.toUnmodifiableSet()),
                                instant(line.getLastIn()),
                                line.getAnswer() == null ? null : AccessReview.Answer.valueOf(line.getAnswer()),
                                line.getAnsweredBy())));
    }

    void answer(Actor by, UUID review, MemberId member, AccessReview.Answer answer, Instant now) {
        db.update(REVIEW_LINE)
                .set(REVIEW_LINE.ANSWER, answer.name())
                .set(REVIEW_LINE.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
                .set(REVIEW_LINE.ANSWERED_BY, by.name())
                .where(
                        REVIEW_LINE.PARTNERSHIP_ID.eq(by.partnership().value()),
                        REVIEW_LINE.REVIEW_ID.eq(review),
                        REVIEW_LINE.MEMBER_ID.eq(member.value()))
                .execute();
    }

    void sign(Actor by, UUID review, Instant now) {
        db.update(REVIEW)
                .set(REVIEW.SIGNED_AT, now.atOffset(ZoneOffset.UTC))
                .set(REVIEW.SIGNED_BY, by.name())
                .where(REVIEW.PARTNERSHIP_ID.eq(by.partnership().value()), REVIEW.REVIEW_ID.eq(review))
                .execute();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
