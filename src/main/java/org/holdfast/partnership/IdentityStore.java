package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.IDENTITY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** By whom else members are known. */
@Component
class IdentityStore {

    private final DSLContext db;

    IdentityStore(DSLContext db) {
        this.db = db;
    }

    Optional<MemberId> member(Issuer issuer, String subject) {
        return db.select(IDENTITY.MEMBER_ID)
                .from(IDENTITY)
                .where(IDENTITY.PARTNERSHIP_ID.eq(issuer.partnership().value()))
                .and(IDENTITY.ISSUER.eq(issuer.address()))
                .and(IDENTITY.SUBJECT.eq(subject))
                .fetchOptional(row -> new MemberId(row.value1()));
    }

    /** Answers false where the subject or the member is linked already. */
    boolean link(Issuer issuer, String subject, MemberId member, Instant now) {
        return db.insertInto(IDENTITY)
                        .set(IDENTITY.PARTNERSHIP_ID, issuer.partnership().value())
                        .set(IDENTITY.ISSUER, issuer.address())
                        .set(IDENTITY.SUBJECT, subject)
                        .set(IDENTITY.MEMBER_ID, member.value())
                        .set(IDENTITY.LINKED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The issuers that know a member. */
    List<String> issuers(UUID partnership, UUID member) {
        return db.select(IDENTITY.ISSUER)
                .from(IDENTITY)
                .where(IDENTITY.PARTNERSHIP_ID.eq(partnership), IDENTITY.MEMBER_ID.eq(member))
                .fetch(IDENTITY.ISSUER);
    }
}
