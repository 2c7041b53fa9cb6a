package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.IDENTITY;
import static org.holdfast.partnership.db.Tables.PROVIDER_SIGN_IN;
import static org.holdfast.partnership.db.Tables.PROVIDER_SIGN_OUT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
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

    void began(UUID id, Issuer issuer, @Nullable String sid, UUID member, Instant now) {
        db.insertInto(PROVIDER_SIGN_IN)
                .set(PROVIDER_SIGN_IN.PARTNERSHIP_ID, issuer.partnership().value())
                .set(PROVIDER_SIGN_IN.ID, id)
                .set(PROVIDER_SIGN_IN.ISSUER, issuer.address())
                .set(PROVIDER_SIGN_IN.SID, sid)
                .set(PROVIDER_SIGN_IN.MEMBER_ID, member)
                .set(PROVIDER_SIGN_IN.BEGAN_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    boolean stands(PartnershipId partnership, UUID id) {
        return db.fetchExists(
                PROVIDER_SIGN_IN,
                PROVIDER_SIGN_IN.PARTNERSHIP_ID.eq(partnership.value()),
                PROVIDER_SIGN_IN.ID.eq(id),
                PROVIDER_SIGN_IN.ENDED_AT.isNull());
    }

    /** Keeps that a provider told us something. False where it told the same before. */
    boolean told(Issuer issuer, String token, Instant now) {
        return db.insertInto(PROVIDER_SIGN_OUT)
                        .set(
                                PROVIDER_SIGN_OUT.PARTNERSHIP_ID,
                                issuer.partnership().value())
                        .set(PROVIDER_SIGN_OUT.ISSUER, issuer.address())
                        .set(PROVIDER_SIGN_OUT.TOKEN, token)
                        .set(PROVIDER_SIGN_OUT.TOLD_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Ends the sign-ins that a provider tells to end. Answers which, by member. */
    Map<UUID, Set<UUID>> ended(Issuer issuer, Identities.Told told, Instant now) {
        Condition which = PROVIDER_SIGN_IN
                .PARTNERSHIP_ID
                .eq(issuer.partnership().value())
                .and(PROVIDER_SIGN_IN.ISSUER.eq(issuer.address()))
                .and(PROVIDER_SIGN_IN.ENDED_AT.isNull());
        String subject = told.subject();
        if (subject != null) {
            which = which.and(PROVIDER_SIGN_IN.MEMBER_ID.in(DSL.select(IDENTITY.MEMBER_ID)
                    .from(IDENTITY)
                    .where(IDENTITY.PARTNERSHIP_ID.eq(issuer.partnership().value()))
                    .and(IDENTITY.ISSUER.eq(issuer.address()))
                    .and(IDENTITY.SUBJECT.eq(subject))));
        }
        if (told.sid() != null) {
            // where the provider did not say which of its sessions it was, any of that person may be it
            Condition session = PROVIDER_SIGN_IN.SID.eq(told.sid());
            which = which.and(subject == null ? session : session.or(PROVIDER_SIGN_IN.SID.isNull()));
        }
        Map<UUID, Set<UUID>> ended = new HashMap<>();
        db.update(PROVIDER_SIGN_IN)
                .set(PROVIDER_SIGN_IN.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(which)
                .returningResult(PROVIDER_SIGN_IN.MEMBER_ID, PROVIDER_SIGN_IN.ID)
                .forEach(row -> ended.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                        .add(row.value2()));
        return ended;
    }

    void forgetBefore(PartnershipId partnership, Instant moment) {
        db.deleteFrom(PROVIDER_SIGN_IN)
                .where(
                        PROVIDER_SIGN_IN.PARTNERSHIP_ID.eq(partnership.value()),
                        PROVIDER_SIGN_IN.BEGAN_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
        db.deleteFrom(PROVIDER_SIGN_OUT)
                .where(
                        PROVIDER_SIGN_OUT.PARTNERSHIP_ID.eq(partnership.value()),
                        PROVIDER_SIGN_OUT.TOLD_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
