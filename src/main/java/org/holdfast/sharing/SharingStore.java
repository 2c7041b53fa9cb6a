package org.holdfast.sharing;

import static org.holdfast.sharing.db.Tables.CHALLENGE;
import static org.holdfast.sharing.db.Tables.EXCLUSION;
import static org.holdfast.sharing.db.Tables.INVOLVEMENT;
import static org.holdfast.sharing.db.Tables.KNOWN_CASE;
import static org.holdfast.sharing.db.Tables.PROTECTED_ADDRESS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.db.tables.records.InvolvementRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of need to know. */
@Component
class SharingStore {

    /**
     * How one person stands to one case.
     *
     * @param excluded whether an exclusion keeps them out now, or a challenge that was not reviewed yet
     * @param narrowed whether the review of a challenge left them reading and nothing else
     * @param involvements their own and those of their agency, ended ones among them
     * @param address whether the child's address is protected, and from them too
     */
    record Standing(
            boolean excluded, boolean narrowed, List<Involvement> involvements, FieldAccess.Protection address) {}

    /** A challenge because of which somebody is kept out. */
    private static final Condition RESTS =
            CHALLENGE.STATE.eq(Challenge.State.OPEN.name()).and(CHALLENGE.RESTS);

    /** A review because of which somebody reads and does nothing else. */
    private static final Condition NARROWED =
            CHALLENGE.STATE.eq(Challenge.State.NARROWED.name()).and(CHALLENGE.SUPERSEDED_AT.isNull());

    private final DSLContext db;

    SharingStore(DSLContext db) {
        this.db = db;
    }

    void open(PartnershipId partnership, CaseId caseId) {
        db.insertInto(KNOWN_CASE)
                .set(KNOWN_CASE.PARTNERSHIP_ID, partnership.value())
                .set(KNOWN_CASE.CASE_ID, caseId.value())
                .onConflictDoNothing()
                .execute();
    }

    /** How the actor stands to cases; one that is unknown to the wall is left out. */
    Map<CaseId, Standing> standings(Actor actor, Collection<CaseId> cases) {
        Condition ofActor = CHALLENGE
                .PARTNERSHIP_ID
                .eq(KNOWN_CASE.PARTNERSHIP_ID)
                .and(CHALLENGE.CASE_ID.eq(KNOWN_CASE.CASE_ID))
                .and(CHALLENGE.MEMBER_ID.eq(actor.member()));
        Field<Boolean> excluded = DSL.field(DSL.exists(DSL.selectOne()
                        .from(EXCLUSION)
                        .where(
                                EXCLUSION.PARTNERSHIP_ID.eq(KNOWN_CASE.PARTNERSHIP_ID),
                                EXCLUSION.CASE_ID.eq(KNOWN_CASE.CASE_ID),
                                EXCLUSION.MEMBER_ID.eq(actor.member()),
                                EXCLUSION.LIFTED_AT.isNull()))
                .or(DSL.exists(DSL.selectOne().from(CHALLENGE).where(ofActor, RESTS))));
        Field<Boolean> narrowed =
                DSL.field(DSL.exists(DSL.selectOne().from(CHALLENGE).where(ofActor, NARROWED)));
        Map<CaseId, Standing> standings = new HashMap<>();
        db.select(KNOWN_CASE.CASE_ID, excluded, narrowed, PROTECTED_ADDRESS.NUMBER, PROTECTED_ADDRESS.AGENCIES)
                .select(INVOLVEMENT.fields())
                .from(KNOWN_CASE)
                .leftJoin(PROTECTED_ADDRESS)
                .on(
                        PROTECTED_ADDRESS.PARTNERSHIP_ID.eq(KNOWN_CASE.PARTNERSHIP_ID),
                        PROTECTED_ADDRESS.CASE_ID.eq(KNOWN_CASE.CASE_ID),
                        PROTECTED_ADDRESS.LIFTED_AT.isNull())
                .leftJoin(INVOLVEMENT)
                .on(
                        INVOLVEMENT.PARTNERSHIP_ID.eq(KNOWN_CASE.PARTNERSHIP_ID),
                        INVOLVEMENT.CASE_ID.eq(KNOWN_CASE.CASE_ID),
                        INVOLVEMENT.MEMBER_ID.eq(actor.member()).or(INVOLVEMENT.AGENCY_ID.eq(actor.agency())))
                .where(
                        KNOWN_CASE.PARTNERSHIP_ID.eq(actor.partnership().value()),
                        KNOWN_CASE.CASE_ID.eq(DSL.any(ids(cases))))
                .forEach(row -> {
                    Standing standing = standings.computeIfAbsent(
                            new CaseId(row.get(KNOWN_CASE.CASE_ID)),
                            id -> new Standing(
                                    row.get(excluded),
                                    row.get(narrowed),
                                    new ArrayList<>(),
                                    protection(
                                            row.get(PROTECTED_ADDRESS.NUMBER),
                                            row.get(PROTECTED_ADDRESS.AGENCIES),
                                            actor.agency())));
                    if (row.get(INVOLVEMENT.BASIS) != null) {
                        standing.involvements().add(involvement(row.into(INVOLVEMENT)));
                    }
                });
        return standings;
    }

    List<Involvement> involvements(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(INVOLVEMENT)
                .where(INVOLVEMENT.PARTNERSHIP_ID.eq(partnership.value()), INVOLVEMENT.CASE_ID.eq(caseId.value()))
                .orderBy(INVOLVEMENT.FROM_AT)
                .fetch(SharingStore::involvement);
    }

    boolean involve(PartnershipId partnership, CaseId caseId, Involvement involvement) {
        MemberId member = involvement.member();
        AgencyId agency = involvement.agency();
        Instant until = involvement.until();
        return db.insertInto(INVOLVEMENT)
                        .set(INVOLVEMENT.PARTNERSHIP_ID, partnership.value())
                        .set(INVOLVEMENT.CASE_ID, caseId.value())
                        .set(INVOLVEMENT.MEMBER_ID, member == null ? null : member.value())
                        .set(INVOLVEMENT.AGENCY_ID, agency == null ? null : agency.value())
                        .set(INVOLVEMENT.BASIS, involvement.basis().name())
                        .set(INVOLVEMENT.PURPOSE, involvement.purpose().name())
                        .set(INVOLVEMENT.FROM_AT, utc(involvement.from()))
                        .set(INVOLVEMENT.UNTIL_AT, until == null ? null : utc(until))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean release(
            PartnershipId partnership,
            CaseId caseId,
            @Nullable MemberId member,
            @Nullable AgencyId agency,
            Basis basis,
            Instant now) {
        return db.update(INVOLVEMENT)
                        .set(INVOLVEMENT.UNTIL_AT, utc(now))
                        .where(
                                INVOLVEMENT.PARTNERSHIP_ID.eq(partnership.value()),
                                INVOLVEMENT.CASE_ID.eq(caseId.value()),
                                INVOLVEMENT.MEMBER_ID.isNotDistinctFrom(member == null ? null : member.value()),
                                INVOLVEMENT.AGENCY_ID.isNotDistinctFrom(agency == null ? null : agency.value()),
                                INVOLVEMENT.BASIS.eq(basis.name()),
                                INVOLVEMENT.UNTIL_AT.isNull().or(INVOLVEMENT.UNTIL_AT.gt(utc(now))))
                        .execute()
                > 0;
    }

    void exclude(Actor by, CaseId caseId, MemberId member, String reason, Instant now) {
        db.insertInto(EXCLUSION)
                .set(EXCLUSION.PARTNERSHIP_ID, by.partnership().value())
                .set(EXCLUSION.CASE_ID, caseId.value())
                .set(EXCLUSION.MEMBER_ID, member.value())
                .set(EXCLUSION.REASON, reason)
                .set(EXCLUSION.EXCLUDED_BY, by.member())
                .set(EXCLUSION.FROM_AT, utc(now))
                .onConflictDoNothing()
                .execute();
    }

    boolean liftExclusion(PartnershipId partnership, CaseId caseId, MemberId member, Instant now) {
        return db.update(EXCLUSION)
                        .set(EXCLUSION.LIFTED_AT, utc(now))
                        .where(
                                EXCLUSION.PARTNERSHIP_ID.eq(partnership.value()),
                                EXCLUSION.CASE_ID.eq(caseId.value()),
                                EXCLUSION.MEMBER_ID.eq(member.value()),
                                EXCLUSION.LIFTED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Those of the cases that the member is kept out of. */
    Set<CaseId> exclusions(PartnershipId partnership, MemberId member, Collection<CaseId> cases) {
        return new HashSet<>(db.select(EXCLUSION.CASE_ID)
                .from(EXCLUSION)
                .where(
                        EXCLUSION.PARTNERSHIP_ID.eq(partnership.value()),
                        EXCLUSION.MEMBER_ID.eq(member.value()),
                        EXCLUSION.CASE_ID.eq(DSL.any(ids(cases))),
                        EXCLUSION.LIFTED_AT.isNull())
                .union(DSL.select(CHALLENGE.CASE_ID)
                        .from(CHALLENGE)
                        .where(
                                CHALLENGE.PARTNERSHIP_ID.eq(partnership.value()),
                                CHALLENGE.MEMBER_ID.eq(member.value()),
                                CHALLENGE.CASE_ID.eq(DSL.any(ids(cases))),
                                RESTS))
                .fetch(row -> new CaseId(row.value1())));
    }

    /** Everybody kept out of the case now: by an exclusion, or until a challenge was reviewed. */
    Set<MemberId> excluded(PartnershipId partnership, CaseId caseId) {
        return new HashSet<>(forGood(partnership, caseId)
                .union(challenges(partnership, caseId, RESTS))
                .fetch(row -> new MemberId(row.value1())));
    }

    /** Everybody whose access a review narrowed to reading. */
    Set<MemberId> narrowed(PartnershipId partnership, CaseId caseId) {
        return new HashSet<>(challenges(partnership, caseId, NARROWED).fetch(row -> new MemberId(row.value1())));
    }

    private SelectConditionStep<Record1<UUID>> challenges(PartnershipId partnership, CaseId caseId, Condition how) {
        return db.select(CHALLENGE.MEMBER_ID)
                .from(CHALLENGE)
                .where(CHALLENGE.PARTNERSHIP_ID.eq(partnership.value()), CHALLENGE.CASE_ID.eq(caseId.value()), how);
    }

    Set<MemberId> excludedForGood(PartnershipId partnership, CaseId caseId) {
        return new HashSet<>(forGood(partnership, caseId).fetch(row -> new MemberId(row.value1())));
    }

    private SelectConditionStep<Record1<UUID>> forGood(PartnershipId partnership, CaseId caseId) {
        return db.select(EXCLUSION.MEMBER_ID)
                .from(EXCLUSION)
                .where(
                        EXCLUSION.PARTNERSHIP_ID.eq(partnership.value()),
                        EXCLUSION.CASE_ID.eq(caseId.value()),
                        EXCLUSION.LIFTED_AT.isNull());
    }

    private static FieldAccess.Protection protection(
            @Nullable Integer number, UUID @Nullable [] agencies, UUID agency) {
        if (number == null) {
            return FieldAccess.Protection.OPEN;
        }
        return agencies != null && List.of(agencies).contains(agency)
                ? FieldAccess.Protection.NAMED
                : FieldAccess.Protection.PROTECTED;
    }

    /** The mark that protects a child's address now. */
    Optional<ProtectedAddress> protectedAddress(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(PROTECTED_ADDRESS)
                .where(
                        PROTECTED_ADDRESS.PARTNERSHIP_ID.eq(partnership.value()),
                        PROTECTED_ADDRESS.CASE_ID.eq(caseId.value()),
                        PROTECTED_ADDRESS.LIFTED_AT.isNull())
                .fetchOptional(row -> new ProtectedAddress(
                        row.getNumber(),
                        Arrays.stream(row.getAgencies() == null ? new UUID[0] : row.getAgencies())
                                .map(AgencyId::new)
                                .collect(Collectors.toSet()),
                        row.getBecause(),
                        row.getMarkedByName(),
                        row.getFromAt().toInstant()));
    }

    /** Whether the mark was made: not where the child's address is protected already. */
    boolean protect(Actor by, CaseId caseId, Set<AgencyId> agencies, String because, Instant now) {
        int marks = db.fetchCount(
                PROTECTED_ADDRESS,
                PROTECTED_ADDRESS.PARTNERSHIP_ID.eq(by.partnership().value()),
                PROTECTED_ADDRESS.CASE_ID.eq(caseId.value()));
        return db.insertInto(PROTECTED_ADDRESS)
                        .set(PROTECTED_ADDRESS.PARTNERSHIP_ID, by.partnership().value())
                        .set(PROTECTED_ADDRESS.CASE_ID, caseId.value())
                        .set(PROTECTED_ADDRESS.NUMBER, marks + 1)
                        .set(
                                PROTECTED_ADDRESS.AGENCIES,
                                agencies.stream().map(AgencyId::value).sorted().toArray(UUID[]::new))
                        .set(PROTECTED_ADDRESS.BECAUSE, because)
                        .set(PROTECTED_ADDRESS.MARKED_BY, by.member())
                        .set(PROTECTED_ADDRESS.MARKED_BY_NAME, by.name())
                        .set(PROTECTED_ADDRESS.FROM_AT, utc(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Whether the mark with this number stood and was lifted. */
    boolean liftProtection(Actor by, CaseId caseId, int number, String because, Instant now) {
        return db.update(PROTECTED_ADDRESS)
                        .set(PROTECTED_ADDRESS.LIFTED_AT, utc(now))
                        .set(PROTECTED_ADDRESS.LIFTED_BY, by.member())
                        .set(PROTECTED_ADDRESS.LIFTED_BY_NAME, by.name())
                        .set(PROTECTED_ADDRESS.LIFTED_BECAUSE, because)
                        .where(
                                PROTECTED_ADDRESS.PARTNERSHIP_ID.eq(
                                        by.partnership().value()),
                                PROTECTED_ADDRESS.CASE_ID.eq(caseId.value()),
                                PROTECTED_ADDRESS.NUMBER.eq(number),
                                PROTECTED_ADDRESS.LIFTED_AT.isNull())
                        .execute()
                == 1;
    }

    private static UUID[] ids(Collection<CaseId> cases) {
        return cases.stream().map(CaseId::value).toArray(UUID[]::new);
    }

    private static Involvement involvement(InvolvementRecord row) {
        Basis basis = Basis.valueOf(row.getBasis());
        return new Involvement(
                row.getMemberId() == null ? null : new MemberId(row.getMemberId()),
                row.getAgencyId() == null ? null : new AgencyId(row.getAgencyId()),
                basis,
                row.getFromAt().toInstant(),
                row.getUntilAt() == null ? null : row.getUntilAt().toInstant(),
                row.getPurpose() == null ? basis.usualPurpose() : Purpose.valueOf(row.getPurpose()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
