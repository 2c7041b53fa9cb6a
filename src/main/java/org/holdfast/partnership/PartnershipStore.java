package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.ACCOUNT;
import static org.holdfast.partnership.db.Tables.AGENCY;
import static org.holdfast.partnership.db.Tables.API_CLIENT;
import static org.holdfast.partnership.db.Tables.DEPUTY;
import static org.holdfast.partnership.db.Tables.MEMBER;
import static org.holdfast.partnership.db.Tables.MEMBER_BEFORE;
import static org.holdfast.partnership.db.Tables.PARTNERSHIP_;
import static org.holdfast.partnership.db.Tables.ROLL;
import static org.holdfast.partnership.db.Tables.TRAINING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.audit.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of partnerships and their members. */
@Component
class PartnershipStore {

    private final DSLContext db;

    PartnershipStore(DSLContext db) {
        this.db = db;
    }

    void add(Partnership partnership) {
        db.insertInto(ROLL).set(ROLL.PARTNERSHIP_ID, partnership.id().value()).execute();
        db.insertInto(PARTNERSHIP_)
                .set(PARTNERSHIP_.PARTNERSHIP_ID, partnership.id().value())
                .set(PARTNERSHIP_.NAME, partnership.name())
                .set(PARTNERSHIP_.PROFILE, partnership.profile())
                .set(PARTNERSHIP_.COLOUR, partnership.colour())
                .execute();
    }

    boolean anyAccount() {
        return db.fetchExists(ACCOUNT);
    }

    /** The ids of all partnerships, oldest first; nothing else of them stands outside the wall. */
    List<PartnershipId> all() {
        return db.selectFrom(ROLL).orderBy(ROLL.PARTNERSHIP_ID).fetch(row -> new PartnershipId(row.getPartnershipId()));
    }

    Partnership partnership(PartnershipId id) {
        return db.selectFrom(PARTNERSHIP_)
                .where(PARTNERSHIP_.PARTNERSHIP_ID.eq(id.value()))
                .fetchSingle(row -> new Partnership(id, row.getName(), row.getProfile(), row.getColour()));
    }

    void add(PartnershipId partnership, Agency agency) {
        db.insertInto(AGENCY)
                .set(AGENCY.PARTNERSHIP_ID, partnership.value())
                .set(AGENCY.AGENCY_ID, agency.id().value())
                .set(AGENCY.NAME, agency.name())
                .set(AGENCY.KIND, agency.kind().name())
                .set(AGENCY.AUTHORITY, agency.authority())
                .execute();
    }

    List<Agency> agencies(PartnershipId partnership) {
        return led(partnership).stream().map(Led::agency).toList();
    }

    /**
     * An agency and through whom it answers when it is late.
     *
     * @param deputies of the lead, the one named last first
     */
    record Led(Agency agency, @Nullable MemberId lead, List<MemberFile.Deputy> deputies) {}

    /** The agencies by name, read once for one page. */
    List<Led> led(PartnershipId partnership) {
        return Readings.once(
                "partnership.agencies",
                partnership,
                () -> db
                        .select(AGENCY.fields())
                        .select(DEPUTY.MEMBER_ID, DEPUTY.DEPUTY_ID, DEPUTY.FROM_ON, DEPUTY.UNTIL_ON)
                        .from(AGENCY)
                        .leftJoin(DEPUTY)
                        .on(DEPUTY.PARTNERSHIP_ID.eq(AGENCY.PARTNERSHIP_ID), DEPUTY.MEMBER_ID.eq(AGENCY.LEAD_MEMBER_ID))
                        .where(AGENCY.PARTNERSHIP_ID.eq(partnership.value()))
                        .orderBy(AGENCY.NAME, AGENCY.AGENCY_ID, DEPUTY.NAMED_AT.desc())
                        .fetchGroups(AGENCY.AGENCY_ID)
                        .values()
                        .stream()
                        .map(PartnershipStore::led)
                        .toList());
    }

    private static Led led(Result<? extends Record> rows) {
        UUID lead = rows.getFirst().get(AGENCY.LEAD_MEMBER_ID);
        return new Led(
                agency(rows.getFirst()),
                lead == null ? null : new MemberId(lead),
                rows.stream()
                        .filter(row -> row.get(DEPUTY.DEPUTY_ID) != null)
                        .map(row -> new MemberFile.Deputy(
                                new MemberId(row.get(DEPUTY.MEMBER_ID)),
                                new MemberId(row.get(DEPUTY.DEPUTY_ID)),
                                row.get(DEPUTY.FROM_ON),
                                row.get(DEPUTY.UNTIL_ON)))
                        .toList());
    }

    /** The id of the account of that name, made if there is none: one person may be a member of several partnerships. */
    UUID addAccount(UUID id, PartnershipId home, String username, PasswordHash password) {
        // whoever makes the same one at this moment is waited for
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, id)
                .set(ACCOUNT.USERNAME, username)
                .set(ACCOUNT.PASSWORD_HASH, password.value())
                .set(ACCOUNT.HOME, home.value())
                .onConflictDoNothing()
                .execute();
        return db.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(DSL.lower(ACCOUNT.USERNAME).eq(DSL.lower(username)))
                .fetchSingle(ACCOUNT.ACCOUNT_ID);
    }

    boolean hasMember(PartnershipId partnership, UUID account) {
        return db.fetchExists(MEMBER, MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.ACCOUNT_ID.eq(account));
    }

    UUID account(PartnershipId partnership, MemberId member) {
        return db.select(MEMBER.ACCOUNT_ID)
                .from(MEMBER)
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member.value()))
                .fetchSingle(MEMBER.ACCOUNT_ID);
    }

    void add(PartnershipId partnership, Member member, UUID account) {
        db.insertInto(MEMBER)
                .set(MEMBER.PARTNERSHIP_ID, partnership.value())
                .set(MEMBER.MEMBER_ID, member.id().value())
                .set(MEMBER.ACCOUNT_ID, account)
                .set(MEMBER.AGENCY_ID, member.agency().id().value())
                .set(MEMBER.NAME, member.name())
                .set(MEMBER.JOB_TITLE, member.jobTitle())
                .set(MEMBER.EMAIL, member.email())
                .set(MEMBER.ROLES, names(member.roles()))
                .set(MEMBER.JOINED_ON, member.joinedOn())
                .set(MEMBER.LEFT_ON, member.leftOn())
                .execute();
    }

    void reachedAt(PartnershipId partnership, MemberId member, String email) {
        db.update(MEMBER)
                .set(MEMBER.EMAIL, email)
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member.value()))
                .execute();
    }

    void leads(PartnershipId partnership, AgencyId agency, MemberId lead) {
        db.update(AGENCY)
                .set(AGENCY.LEAD_MEMBER_ID, lead.value())
                .where(AGENCY.PARTNERSHIP_ID.eq(partnership.value()), AGENCY.AGENCY_ID.eq(agency.value()))
                .execute();
    }

    /** Answers false where another authority stands by now than the one that was seen. */
    boolean worksFor(PartnershipId partnership, AgencyId agency, @Nullable String authority, @Nullable String seen) {
        return db.update(AGENCY)
                        .set(AGENCY.AUTHORITY, authority)
                        .where(AGENCY.PARTNERSHIP_ID.eq(partnership.value()), AGENCY.AGENCY_ID.eq(agency.value()))
                        .and(AGENCY.AUTHORITY.isNotDistinctFrom(seen))
                        .execute()
                == 1;
    }

    void leave(PartnershipId partnership, MemberId member, LocalDate leftOn) {
        db.update(MEMBER)
                .set(MEMBER.LEFT_ON, leftOn)
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member.value()))
                .execute();
    }

    List<Member> members(PartnershipId partnership) {
        return Readings.once(
                "partnership.members",
                partnership,
                () -> selectMembers(MEMBER.PARTNERSHIP_ID.eq(partnership.value()))
                        .orderBy(MEMBER.NAME)
                        .fetch(PartnershipStore::member));
    }

    Optional<Member> member(PartnershipId partnership, MemberId member) {
        return Readings.once(
                "partnership.member",
                member,
                () -> selectMembers(
                                MEMBER.PARTNERSHIP_ID.eq(partnership.value()).and(MEMBER.MEMBER_ID.eq(member.value())))
                        .fetchOptional(PartnershipStore::member));
    }

    private SelectConditionStep<Record> selectMembers(Condition condition) {
        return db.select()
                .from(MEMBER)
                .join(AGENCY)
                .on(AGENCY.PARTNERSHIP_ID.eq(MEMBER.PARTNERSHIP_ID), AGENCY.AGENCY_ID.eq(MEMBER.AGENCY_ID))
                .where(condition);
    }

    /** Of which partnerships the account is a member on the day. The database shows an account its own memberships only. */
    List<Membership> memberships(UUID account, String username, LocalDate on) {
        db.select(DSL.field("set_config('holdfast.account', {0}, true)", String.class, DSL.val(account.toString())))
                .fetch();
        return db.selectFrom(MEMBER)
                .where(
                        MEMBER.ACCOUNT_ID.eq(account),
                        MEMBER.JOINED_ON.le(on),
                        MEMBER.LEFT_ON.isNull().or(MEMBER.LEFT_ON.gt(on)))
                .orderBy(MEMBER.PARTNERSHIP_ID)
                .fetch(row -> new Membership(
                        account, new PartnershipId(row.getPartnershipId()), row.getMemberId(), username));
    }

    List<MemberFile> files(PartnershipId partnership) {
        return selectFiles(MEMBER.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(MEMBER.NAME)
                .fetch(PartnershipStore::file);
    }

    Optional<MemberFile> file(PartnershipId partnership, MemberId member) {
        return selectFiles(MEMBER.PARTNERSHIP_ID.eq(partnership.value()).and(MEMBER.MEMBER_ID.eq(member.value())))
                .fetchOptional(PartnershipStore::file);
    }

    private SelectConditionStep<Record> selectFiles(Condition condition) {
        return db.select()
                .from(MEMBER)
                .join(AGENCY)
                .on(AGENCY.PARTNERSHIP_ID.eq(MEMBER.PARTNERSHIP_ID), AGENCY.AGENCY_ID.eq(MEMBER.AGENCY_ID))
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(MEMBER.ACCOUNT_ID))
                .where(condition);
    }

    private static MemberFile file(Record row) {
        OffsetDateTime entered = row.get(MEMBER.ENTERED_AT);
        return new MemberFile(
                member(row),
                row.get(ACCOUNT.USERNAME),
                row.get(MEMBER.VERSION),
                entered == null ? null : entered.toInstant(),
                row.get(MEMBER.EXTERNAL_ID));
    }

    void calledElsewhere(PartnershipId partnership, MemberId member, @Nullable String externalId) {
        db.update(MEMBER)
                .set(MEMBER.EXTERNAL_ID, externalId)
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member.value()))
                .execute();
    }

    /** Keeps how a member stands before they are changed, and in which teams. False where somebody else changed them since the version that was seen. */
    boolean keepBefore(Actor by, MemberId member, String teams, int seen, Instant now) {
        boolean unchanged = db.update(MEMBER)
                        .set(MEMBER.VERSION, MEMBER.VERSION.plus(1))
                        .where(
                                MEMBER.PARTNERSHIP_ID.eq(by.partnership().value()),
                                MEMBER.MEMBER_ID.eq(member.value()),
                                MEMBER.VERSION.eq(seen))
                        .execute()
                == 1;
        if (unchanged) {
            db.insertInto(
                            MEMBER_BEFORE,
                            MEMBER_BEFORE.PARTNERSHIP_ID,
                            MEMBER_BEFORE.MEMBER_ID,
                            MEMBER_BEFORE.VERSION,
                            MEMBER_BEFORE.NAME,
                            MEMBER_BEFORE.JOB_TITLE,
                            MEMBER_BEFORE.AGENCY_ID,
                            MEMBER_BEFORE.TEAM,
                            MEMBER_BEFORE.ROLES,
                            MEMBER_BEFORE.JOINED_ON,
                            MEMBER_BEFORE.LEFT_ON,
                            MEMBER_BEFORE.CHANGED_AT,
                            MEMBER_BEFORE.CHANGED_BY)
                    .select(DSL.select(
                                    MEMBER.PARTNERSHIP_ID,
                                    MEMBER.MEMBER_ID,
                                    DSL.val(seen),
                                    MEMBER.NAME,
                                    MEMBER.JOB_TITLE,
                                    MEMBER.AGENCY_ID,
                                    DSL.val(teams),
                                    MEMBER.ROLES,
                                    MEMBER.JOINED_ON,
                                    MEMBER.LEFT_ON,
                                    DSL.val(now.atOffset(ZoneOffset.UTC)),
                                    DSL.val(by.name()))
                            .from(MEMBER)
                            .where(
                                    MEMBER.PARTNERSHIP_ID.eq(by.partnership().value()),
                                    MEMBER.MEMBER_ID.eq(member.value())))
                    .execute();
        }
        return unchanged;
    }

    void change(PartnershipId partnership, MemberId member, MemberFile.Particulars to) {
        db.update(MEMBER)
                .set(MEMBER.NAME, to.name())
                .set(MEMBER.JOB_TITLE, to.jobTitle())
                .set(MEMBER.EMAIL, to.email())
                .set(MEMBER.AGENCY_ID, to.agency().id().value())
                .set(MEMBER.ROLES, names(to.roles()))
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member.value()))
                .execute();
    }

    void comesBack(PartnershipId partnership, MemberId member) {
        db.update(MEMBER)
                .setNull(MEMBER.LEFT_ON)
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member.value()))
                .execute();
    }

    List<MemberFile.Before> before(PartnershipId partnership, MemberId member) {
        return db.selectFrom(MEMBER_BEFORE)
                .where(MEMBER_BEFORE.PARTNERSHIP_ID.eq(partnership.value()), MEMBER_BEFORE.MEMBER_ID.eq(member.value()))
                .orderBy(MEMBER_BEFORE.VERSION.desc())
                .fetch(row -> new MemberFile.Before(
                        row.getName(),
                        row.getJobTitle(),
                        new AgencyId(row.getAgencyId()),
                        row.getTeam(),
                        roles(row.getRoles()),
                        row.getLeftOn(),
                        row.getChangedAt().toInstant(),
                        row.getChangedBy()));
    }

    void cameIn(PartnershipId partnership, UUID member, Instant now) {
        db.update(MEMBER)
                .set(MEMBER.ENTERED_AT, now.atOffset(ZoneOffset.UTC))
                .where(MEMBER.PARTNERSHIP_ID.eq(partnership.value()), MEMBER.MEMBER_ID.eq(member))
                .execute();
    }

    void add(PartnershipId partnership, MemberFile.Deputy deputy, Instant now) {
        db.insertInto(DEPUTY)
                .set(DEPUTY.PARTNERSHIP_ID, partnership.value())
                .set(DEPUTY.MEMBER_ID, deputy.member().value())
                .set(DEPUTY.DEPUTY_ID, deputy.deputy().value())
                .set(DEPUTY.FROM_ON, deputy.from())
                .set(DEPUTY.UNTIL_ON, deputy.until())
                .set(DEPUTY.NAMED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The deputies of a member, the one named last first. */
    List<MemberFile.Deputy> deputies(PartnershipId partnership, MemberId member) {
        return db.selectFrom(DEPUTY)
                .where(DEPUTY.PARTNERSHIP_ID.eq(partnership.value()), DEPUTY.MEMBER_ID.eq(member.value()))
                .orderBy(DEPUTY.NAMED_AT.desc())
                .fetch(row -> new MemberFile.Deputy(
                        member, new MemberId(row.getDeputyId()), row.getFromOn(), row.getUntilOn()));
    }

    void rename(PartnershipId partnership, AgencyId agency, String name) {
        db.update(AGENCY)
                .set(AGENCY.NAME, name)
                .where(AGENCY.PARTNERSHIP_ID.eq(partnership.value()), AGENCY.AGENCY_ID.eq(agency.value()))
                .execute();
        // a program acts in its agency's name, and that is the name from now on
        db.update(API_CLIENT)
                .set(API_CLIENT.AGENCY_NAME, name)
                .where(API_CLIENT.PARTNERSHIP_ID.eq(partnership.value()), API_CLIENT.AGENCY_ID.eq(agency.value()))
                .execute();
    }

    /** Ends an agency; whether it had not ended. */
    boolean end(PartnershipId partnership, AgencyId agency, LocalDate on, String because) {
        return db.update(AGENCY)
                        .set(AGENCY.ENDED_ON, on)
                        .set(AGENCY.ENDED_BECAUSE, because)
                        .setNull(AGENCY.LEAD_MEMBER_ID)
                        .where(
                                AGENCY.PARTNERSHIP_ID.eq(partnership.value()),
                                AGENCY.AGENCY_ID.eq(agency.value()),
                                AGENCY.ENDED_ON.isNull())
                        .execute()
                == 1;
    }

    boolean memberCalled(PartnershipId partnership, String username) {
        return db.fetchExists(db.select()
                .from(MEMBER)
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(MEMBER.ACCOUNT_ID))
                .where(
                        MEMBER.PARTNERSHIP_ID.eq(partnership.value()),
                        DSL.lower(ACCOUNT.USERNAME).eq(DSL.lower(username))));
    }

    void add(PartnershipId partnership, TrainingRecord training) {
        db.insertInto(TRAINING)
                .set(TRAINING.PARTNERSHIP_ID, partnership.value())
                .set(TRAINING.MEMBER_ID, training.member().value())
                .set(TRAINING.TRAINING_, training.training().name())
                .set(TRAINING.COMPLETED_ON, training.completedOn())
                .set(TRAINING.EXPIRES_ON, training.expiresOn())
                .onConflictDoNothing()
                .execute();
    }

    List<TrainingRecord> training(PartnershipId partnership, Collection<MemberId> members) {
        return db.selectFrom(TRAINING)
                .where(
                        TRAINING.PARTNERSHIP_ID.eq(partnership.value()),
                        TRAINING.MEMBER_ID.in(
                                members.stream().map(MemberId::value).toList()))
                .orderBy(TRAINING.COMPLETED_ON)
                .fetch(row -> new TrainingRecord(
                        new MemberId(row.getMemberId()),
                        Training.valueOf(row.getTraining()),
                        row.getCompletedOn(),
                        row.getExpiresOn()));
    }

    private static Agency agency(Record row) {
        return new Agency(
                new AgencyId(row.get(AGENCY.AGENCY_ID)),
                row.get(AGENCY.NAME),
                AgencyKind.valueOf(row.get(AGENCY.KIND)),
                row.get(AGENCY.AUTHORITY),
                row.get(AGENCY.ENDED_ON));
    }

    private static Member member(Record row) {
        return new Member(
                new MemberId(row.get(MEMBER.MEMBER_ID)),
                row.get(MEMBER.NAME),
                row.get(MEMBER.JOB_TITLE),
                row.get(MEMBER.EMAIL),
                agency(row),
                roles(row.get(MEMBER.ROLES)),
                row.get(MEMBER.JOINED_ON),
                row.get(MEMBER.LEFT_ON));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
