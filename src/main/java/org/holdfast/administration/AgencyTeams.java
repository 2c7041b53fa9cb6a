package org.holdfast.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door for whoever keeps the teams of agencies: administrators by hand, and an agency's own directory for its own teams. Being in a
 * team opens nothing by itself (SHR-3).
 */
@Component
public final class AgencyTeams {

    /** The reason of a name that another team of the agency has. */
    public static final String TAKEN = "administration.team.name.taken";

    private static final int LONGEST_NAME = 200;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Teams teams;

    AgencyTeams(Ledger ledger, Sharing sharing, Partnerships partnerships, Teams teams) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.teams = teams;
    }

    /**
     * A team with everybody who is or was in it.
     *
     * @param stays whoever came last first
     * @param members everybody of the agency, those who left among them, by name
     */
    public record Whole(Team team, Agency agency, List<Teams.Stay> stays, List<Member> members) {
        public Whole {
            stays = List.copyOf(stays);
            members = List.copyOf(members);
        }

        /** Who is in it at a moment and has not left the agency, by name. */
        public List<Member> people(Instant now) {
            LocalDate today = UnitedKingdom.day(now);
            Set<MemberId> in = new HashSet<>();
            stays.stream().filter(stay -> stay.at(now)).map(Teams.Stay::member).forEach(in::add);
            return members.stream()
                    .filter(member -> in.contains(member.id()) && member.memberOn(today))
                    .toList();
        }
    }

    /** An agency with its teams, those that have ended among them. */
    public record OfAgency(Agency agency, List<Team> teams, TeamRoll roll) {}

    /** One agency's teams. */
    public Outcome<OfAgency> ofAgency(Actor actor, AgencyId agency, Instant now) {
        return asking(
                actor,
                now,
                () -> agency(actor, agency)
                        .map(found -> Outcome.done(new OfAgency(
                                found,
                                teams.all(actor).stream()
                                        .filter(team -> team.agency().equals(agency))
                                        .toList(),
                                teams.roll(actor, now))))
                        .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND)));
    }

    /** One team. */
    public Outcome<Whole> open(Actor actor, TeamId team, Instant now) {
        return asking(actor, now, () -> found(actor, team));
    }

    /** Makes a team of an agency that has not ended. */
    public Outcome<Team> make(Actor actor, AgencyId id, String name, @Nullable LocalDate from, Instant now) {
        return make(actor, id, name, from, null, now);
    }

    Outcome<Team> make(
            Actor actor, AgencyId id, String name, @Nullable LocalDate from, @Nullable String externalId, Instant now) {
        return asking(actor, now, () -> {
            Agency agency = agency(actor, id).filter(each -> !each.ended()).orElse(null);
            if (agency == null) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            List<Reason> faults = nameFaults(actor, id, name, null, now);
            if (from == null) {
                faults.add(Reason.about("from", "administration.team.from.missing"));
            }
            return faults.isEmpty() && from != null
                    ? Outcome.done(teams.make(actor, id, name, from, externalId, now))
                    : Outcome.refused(faults);
        });
    }

    /** Gives a team another name or lead; whoever leads it is in it. */
    public Outcome<Team> change(Actor actor, TeamId id, int seen, String name, @Nullable MemberId lead, Instant now) {
        return current(actor, id, now, whole -> {
            List<Reason> faults = nameFaults(actor, whole.team().agency(), name, id, now);
            if (lead != null
                    && whole.people(now).stream()
                            .noneMatch(member -> member.id().equals(lead))) {
                faults.add(Reason.about("lead", "administration.team.lead.elsewhere"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            return changed(
                    teams.change(actor, id, seen, name, lead, whole.team().externalId(), now), whole.team());
        });
    }

    /**
     * Ends a team from a day on. What was given to it and nobody took comes up with the lead of its agency.
     *
     * @param until the first day on which it is no longer
     */
    public Outcome<Team> end(Actor actor, TeamId id, int seen, @Nullable LocalDate until, Instant now) {
        return current(
                actor,
                id,
                now,
                whole -> until == null || until.isBefore(whole.team().from())
                        ? Outcome.refused(Reason.about("until", "administration.team.until.missing"))
                        : changed(teams.end(actor, id, seen, until, now), whole.team()));
    }

    /**
     * Puts somebody of the agency into a team.
     *
     * @param moves whether they leave the agency's other teams
     */
    public Outcome<Team> join(Actor actor, TeamId id, @Nullable MemberId member, boolean moves, Instant now) {
        return current(actor, id, now, whole -> {
            LocalDate today = UnitedKingdom.day(now);
            if (member == null
                    || whole.members().stream().noneMatch(each -> each.id().equals(member) && each.memberOn(today))) {
                return Outcome.refused(Reason.about("member", "administration.team.member.elsewhere"));
            }
            if (moves) {
                teams.stays(actor, member).stream()
                        .filter(stay -> stay.at(now) && !stay.team().equals(id))
                        .forEach(stay -> teams.leave(actor, stay.team(), member, now));
            }
            teams.join(actor, id, member, now);
            return Outcome.done(whole.team());
        });
    }

    /** Takes somebody out of a team at once. */
    public Outcome<Team> leave(Actor actor, TeamId id, @Nullable MemberId member, Instant now) {
        return asking(
                actor,
                now,
                () -> found(actor, id).then(whole -> {
                    if (member == null
                            || whole.stays().stream()
                                    .noneMatch(stay -> stay.member().equals(member) && stay.at(now))) {
                        return Outcome.refused(Reason.about("member", "administration.team.member.not-in"));
                    }
                    teams.leave(actor, id, member, now);
                    return Outcome.done(whole.team());
                }));
    }

    /** Names the team that answers what an agency is asked; null where those do who answer for it (MTG-3). */
    public Outcome<Agency> answers(Actor actor, AgencyId id, @Nullable TeamId team, Instant now) {
        return asking(
                actor,
                now,
                () -> ofAgency(actor, id, now).then(of -> {
                    boolean there = team == null
                            || of.roll().team(team).stream()
                                    .anyMatch(
                                            standing -> standing.team().agency().equals(id));
                    if (!there) {
                        return Outcome.refused(Reason.about("team", "administration.team.elsewhere"));
                    }
                    if (!Objects.equals(teams.answering(actor, id, now).orElse(null), team)) {
                        teams.answers(actor, id, team, now);
                    }
                    return Outcome.done(of.agency());
                }));
    }

    // For the agency's own directory

    /** The teams of the actor's own agency that have not ended, each with who is in it. */
    public Outcome<List<Whole>> own(Actor actor, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        return asking(
                actor,
                now,
                () -> Outcome.done(teams.all(actor).stream()
                        .filter(team -> team.agency().value().equals(actor.agency()) && !team.endedBy(today))
                        .map(team -> found(actor, team.id()).orThrow())
                        .toList()));
    }

    /** One of them. */
    public Outcome<Whole> own(Actor actor, TeamId id, Instant now) {
        return own(actor, now)
                .then(all -> all.stream()
                        .filter(whole -> whole.team().id().equals(id))
                        .findFirst()
                        .<Outcome<Whole>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND)));
    }

    /**
     * A team as its agency's directory has it.
     *
     * @param people who is in it
     */
    public record Entry(String name, @Nullable String externalId, Set<MemberId> people) {
        public Entry {
            people = Set.copyOf(people);
        }
    }

    /** The directory has a new team. */
    public Outcome<Whole> make(Actor actor, Entry entry, Instant now) {
        return ledger.within(
                actor,
                () -> make(
                                actor,
                                new AgencyId(actor.agency()),
                                entry.name(),
                                UnitedKingdom.day(now),
                                entry.externalId(),
                                now)
                        .then(team -> people(actor, team.id(), entry.people(), now)));
    }

    /** A team is from now on as the directory has it: who is not in it there leaves it here at once. */
    public Outcome<Whole> replace(Actor actor, TeamId id, Entry entry, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now).then(whole -> {
                    Team team = whole.team();
                    List<Reason> faults = nameFaults(actor, team.agency(), entry.name(), id, now);
                    if (!faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    boolean same =
                            team.name().equals(entry.name()) && Objects.equals(team.externalId(), entry.externalId());
                    return same
                                    || teams.change(
                                            actor,
                                            id,
                                            team.version(),
                                            entry.name(),
                                            team.lead(),
                                            entry.externalId(),
                                            now)
                            ? people(actor, id, entry.people(), now)
                            : Outcome.refused(Staff.CHANGED_MEANWHILE);
                }));
    }

    /** The directory has a team no more: it ends today. */
    public Outcome<Team> end(Actor actor, TeamId id, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        return ledger.within(
                actor,
                () -> own(actor, id, now)
                        .then(whole ->
                                changed(teams.end(actor, id, whole.team().version(), today, now), whole.team())));
    }

    private Outcome<Whole> people(Actor actor, TeamId id, Set<MemberId> people, Instant now) {
        return found(actor, id).then(whole -> {
            LocalDate today = UnitedKingdom.day(now);
            Set<MemberId> before = new HashSet<>();
            whole.people(now).forEach(member -> before.add(member.id()));
            for (MemberId member : people) {
                if (!before.contains(member)
                        && whole.members().stream()
                                .noneMatch(each -> each.id().equals(member) && each.memberOn(today))) {
                    return Outcome.refused(Reason.about("members", "administration.team.member.elsewhere"));
                }
            }
            people.stream()
                    .filter(member -> !before.contains(member))
                    .forEach(member -> teams.join(actor, id, member, now));
            before.stream()
                    .filter(member -> !people.contains(member))
                    .forEach(member -> teams.leave(actor, id, member, now));
            return found(actor, id);
        });
    }

    // What must be right

    private List<Reason> nameFaults(Actor actor, AgencyId agency, String name, @Nullable TeamId itself, Instant now) {
        List<Reason> faults = new ArrayList<>();
        LocalDate today = UnitedKingdom.day(now);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add(Reason.about("name", "administration.team.name.missing"));
        } else if (teams.all(actor).stream()
                .anyMatch(team -> team.agency().equals(agency)
                        && !team.id().equals(itself)
                        && !team.endedBy(today)
                        && team.name().equalsIgnoreCase(name))) {
            faults.add(Reason.about("name", TAKEN));
        }
        return faults;
    }

    private static Outcome<Team> changed(boolean done, Team team) {
        return done ? Outcome.done(team) : Outcome.refused(Reason.of("administration.team.changed-meanwhile", ""));
    }

    /** A team that has not ended; one that has stays as it was. */
    private <T> Outcome<T> current(Actor actor, TeamId id, Instant now, Function<Whole, Outcome<T>> work) {
        return asking(
                actor,
                now,
                () -> found(actor, id)
                        .then(whole -> whole.team().endedBy(UnitedKingdom.day(now))
                                ? Outcome.refused(Reason.of("administration.team.over", ""))
                                : work.apply(whole)));
    }

    private Outcome<Whole> found(Actor actor, TeamId id) {
        return teams.team(actor, id)
                .flatMap(team -> agency(actor, team.agency())
                        .map(agency -> new Whole(
                                team,
                                agency,
                                teams.stays(actor, id),
                                partnerships.members(actor).stream()
                                        .filter(member -> member.agency().equals(agency))
                                        .toList())))
                .<Outcome<Whole>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND));
    }

    private Optional<Agency> agency(Actor actor, AgencyId id) {
        return partnerships.agencies(actor).stream()
                .filter(agency -> agency.id().equals(id))
                .findFirst();
    }

    private <T> Outcome<T> asking(Actor actor, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.ADMINISTER, now).then(_ -> work.get()));
    }
}
