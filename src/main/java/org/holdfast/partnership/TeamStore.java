package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.AGENCY;
import static org.holdfast.partnership.db.Tables.MEMBER;
import static org.holdfast.partnership.db.Tables.TEAM;
import static org.holdfast.partnership.db.Tables.TEAM_MEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.holdfast.audit.PartnershipId;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.db.tables.records.TeamRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of teams. */
@Component
class TeamStore {

    private final DSLContext db;

    TeamStore(DSLContext db) {
        this.db = db;
    }

    /** All teams, those that have ended among them, by name. */
    List<Team> all(PartnershipId partnership) {
        return db.selectFrom(TEAM)
                .where(TEAM.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(DSL.lower(TEAM.NAME), TEAM.TEAM_ID)
                .fetch(TeamStore::team);
    }

    /** The teams at a moment, by name, each with whoever is in it then of those who are members of the team's agency then. */
    List<TeamRoll.Standing> standing(PartnershipId partnership, Instant at) {
        LocalDate day = UnitedKingdom.day(at);
        return db
                .select(TEAM.fields())
                .select(MEMBER.MEMBER_ID)
                .from(TEAM)
                .leftJoin(TEAM_MEMBER)
                .on(
                        TEAM_MEMBER.PARTNERSHIP_ID.eq(TEAM.PARTNERSHIP_ID),
                        TEAM_MEMBER.TEAM_ID.eq(TEAM.TEAM_ID),
                        TEAM_MEMBER.FROM_AT.le(utc(at)),
                        open(at))
                .leftJoin(MEMBER)
                .on(
                        MEMBER.PARTNERSHIP_ID.eq(TEAM_MEMBER.PARTNERSHIP_ID),
                        MEMBER.MEMBER_ID.eq(TEAM_MEMBER.MEMBER_ID),
                        MEMBER.AGENCY_ID.eq(TEAM.AGENCY_ID),
                        MEMBER.JOINED_ON.le(day),
                        MEMBER.LEFT_ON.isNull().or(MEMBER.LEFT_ON.gt(day)))
                .where(TEAM.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(DSL.lower(TEAM.NAME), TEAM.TEAM_ID)
                .fetchGroups(TEAM.TEAM_ID)
                .values()
                .stream()
                .map(rows -> new TeamRoll.Standing(
                        team(rows.getFirst().into(TEAM)),
                        rows.stream()
                                .map(row -> row.get(MEMBER.MEMBER_ID))
                                .filter(Objects::nonNull)
                                .map(MemberId::new)
                                .collect(Collectors.toUnmodifiableSet())))
                .filter(standing -> standing.team().on(day))
                .toList();
    }

    /** Everybody who is or was in a team, the latest to come first. */
    List<Teams.Stay> stays(PartnershipId partnership, Condition which) {
        return db.selectFrom(TEAM_MEMBER)
                .where(TEAM_MEMBER.PARTNERSHIP_ID.eq(partnership.value()), which)
                .orderBy(TEAM_MEMBER.FROM_AT.desc(), TEAM_MEMBER.MEMBER_ID)
                .fetch(row -> new Teams.Stay(
                        new TeamId(row.getTeamId()),
                        new MemberId(row.getMemberId()),
                        row.getFromAt().toInstant(),
                        row.getUntilAt() == null ? null : row.getUntilAt().toInstant()));
    }

    List<Teams.Stay> stays(PartnershipId partnership, TeamId team) {
        return stays(partnership, TEAM_MEMBER.TEAM_ID.eq(team.value()));
    }

    List<Teams.Stay> stays(PartnershipId partnership, MemberId member) {
        return stays(partnership, TEAM_MEMBER.MEMBER_ID.eq(member.value()));
    }

    void add(PartnershipId partnership, Team team) {
        db.insertInto(TEAM)
                .set(TEAM.PARTNERSHIP_ID, partnership.value())
                .set(TEAM.TEAM_ID, team.id().value())
                .set(TEAM.AGENCY_ID, team.agency().value())
                .set(TEAM.NAME, team.name())
                .set(TEAM.FROM_ON, team.from())
                .set(TEAM.EXTERNAL_ID, team.externalId())
                .execute();
    }

    boolean change(
            PartnershipId partnership,
            TeamId team,
            int seen,
            String name,
            @Nullable MemberId lead,
            @Nullable String externalId) {
        return db.update(TEAM)
                        .set(TEAM.NAME, name)
                        .set(TEAM.LEAD_ID, lead == null ? null : lead.value())
                        .set(TEAM.EXTERNAL_ID, externalId)
                        .set(TEAM.VERSION, TEAM.VERSION.plus(1))
                        .where(
                                TEAM.PARTNERSHIP_ID.eq(partnership.value()),
                                TEAM.TEAM_ID.eq(team.value()),
                                TEAM.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    boolean end(PartnershipId partnership, TeamId team, int seen, LocalDate until) {
        return db.update(TEAM)
                        .set(TEAM.UNTIL_ON, until)
                        .set(TEAM.VERSION, TEAM.VERSION.plus(1))
                        .where(
                                TEAM.PARTNERSHIP_ID.eq(partnership.value()),
                                TEAM.TEAM_ID.eq(team.value()),
                                TEAM.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** Puts somebody into a team; whether they were not in it. Who is to leave it some day is in it still. */
    boolean join(PartnershipId partnership, TeamId team, MemberId member, Instant from) {
        return !db.fetchExists(
                        TEAM_MEMBER,
                        TEAM_MEMBER.PARTNERSHIP_ID.eq(partnership.value()),
                        TEAM_MEMBER.TEAM_ID.eq(team.value()),
                        TEAM_MEMBER.MEMBER_ID.eq(member.value()),
                        open(from))
                && db.insertInto(TEAM_MEMBER)
                                .set(TEAM_MEMBER.PARTNERSHIP_ID, partnership.value())
                                .set(TEAM_MEMBER.TEAM_ID, team.value())
                                .set(TEAM_MEMBER.MEMBER_ID, member.value())
                                .set(TEAM_MEMBER.FROM_AT, utc(from))
                                .onConflictDoNothing()
                                .execute()
                        == 1;
    }

    /** Takes somebody out of a team from a moment on; whether they were in it. */
    boolean leave(PartnershipId partnership, TeamId team, MemberId member, Instant from, Instant now) {
        return db.update(TEAM_MEMBER)
                        .set(TEAM_MEMBER.UNTIL_AT, utc(from))
                        .where(
                                TEAM_MEMBER.PARTNERSHIP_ID.eq(partnership.value()),
                                TEAM_MEMBER.TEAM_ID.eq(team.value()),
                                TEAM_MEMBER.MEMBER_ID.eq(member.value()),
                                open(now))
                        .execute()
                > 0;
    }

    /** Somebody stays after all: what was to end later does not. */
    void stays(PartnershipId partnership, MemberId member, Instant now) {
        db.update(TEAM_MEMBER)
                .setNull(TEAM_MEMBER.UNTIL_AT)
                .where(
                        TEAM_MEMBER.PARTNERSHIP_ID.eq(partnership.value()),
                        TEAM_MEMBER.MEMBER_ID.eq(member.value()),
                        TEAM_MEMBER.UNTIL_AT.gt(utc(now)))
                .execute();
    }

    void answers(PartnershipId partnership, AgencyId agency, @Nullable TeamId team) {
        db.update(AGENCY)
                .set(AGENCY.CONTACT_TEAM_ID, team == null ? null : team.value())
                .where(AGENCY.PARTNERSHIP_ID.eq(partnership.value()), AGENCY.AGENCY_ID.eq(agency.value()))
                .execute();
    }

    Optional<TeamId> answering(PartnershipId partnership, AgencyId agency) {
        return db.select(AGENCY.CONTACT_TEAM_ID)
                .from(AGENCY)
                .where(AGENCY.PARTNERSHIP_ID.eq(partnership.value()), AGENCY.AGENCY_ID.eq(agency.value()))
                .and(AGENCY.CONTACT_TEAM_ID.isNotNull())
                .fetchOptional(row -> new TeamId(row.value1()));
    }

    private static Condition open(Instant at) {
        return TEAM_MEMBER.UNTIL_AT.isNull().or(TEAM_MEMBER.UNTIL_AT.gt(utc(at)));
    }

    private static Team team(TeamRecord row) {
        return new Team(
                new TeamId(row.getTeamId()),
                new AgencyId(row.getAgencyId()),
                row.getName(),
                row.getLeadId() == null ? null : new MemberId(row.getLeadId()),
                row.getFromOn(),
                row.getUntilOn(),
                row.getExternalId(),
                row.getVersion());
    }

    /** Cut to what the database keeps, and never rounded up: who is taken out now is out now. */
    private static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
