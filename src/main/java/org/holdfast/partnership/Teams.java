package org.holdfast.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Readings;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the teams of agencies. Whoever changes one has asked whether the actor administers. */
@Component
public final class Teams {

    private final Ledger ledger;
    private final TeamStore store;
    private final Supplier<UUID> ids;

    Teams(Ledger ledger, TeamStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.ids = ids;
    }

    /**
     * Somebody's time in a team.
     *
     * @param until from when on they are not in it; null while no end is known
     */
    public record Stay(
            TeamId team,
            MemberId member,
            Instant from,
            @Nullable Instant until) {

        /** Whether they are in it at a moment. */
        public boolean at(Instant moment) {
            return !moment.isBefore(from) && (until == null || moment.isBefore(until));
        }
    }

    /** The teams as they stand at a moment, read once for one page. */
    public TeamRoll roll(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> Readings.once(
                        "partnership.teams", now, () -> new TeamRoll(store.standing(actor.partnership(), now))));
    }

    /** All teams, those that have ended and those yet to begin among them, by name. */
    public List<Team> all(Actor actor) {
        return ledger.within(actor, () -> store.all(actor.partnership()));
    }

    /** One team, whether or not it has ended. */
    public Optional<Team> team(Actor actor, TeamId id) {
        return all(actor).stream().filter(team -> team.id().equals(id)).findFirst();
    }

    /** Who is and was in a team, whoever came last first. */
    public List<Stay> stays(Actor actor, TeamId team) {
        return ledger.within(actor, () -> store.stays(actor.partnership(), team));
    }

    /** The teams somebody is and was in, the last first. */
    public List<Stay> stays(Actor actor, MemberId member) {
        return ledger.within(actor, () -> store.stays(actor.partnership(), member));
    }

    /** Makes a team of an agency. */
    public Team make(Actor by, AgencyId agency, String name, LocalDate from, @Nullable String externalId, Instant now) {
        Team team = new Team(new TeamId(ids.get()), agency, name, null, from, null, externalId, 1);
        return ledger.within(by, () -> {
            store.add(by.partnership(), team);
            ledger.record(by, now, new PartnershipEvent.TeamMade(team.id().value(), agency.value()));
            return team;
        });
    }

    /**
     * Gives a team another name or lead.
     *
     * @return false where somebody else changed it since the version that was seen
     */
    public boolean change(
            Actor by,
            TeamId team,
            int seen,
            String name,
            @Nullable MemberId lead,
            @Nullable String externalId,
            Instant now) {
        return ledger.within(by, () -> {
            boolean changed = store.change(by.partnership(), team, seen, name, lead, externalId);
            if (changed) {
                ledger.record(
                        by, now, new PartnershipEvent.TeamChanged(team.value(), lead == null ? null : lead.value()));
            }
            return changed;
        });
    }

    /**
     * Ends a team from a day on. What it has to do and nobody took comes up with the lead of the agency.
     *
     * @return false where somebody else changed it since the version that was seen
     */
    public boolean end(Actor by, TeamId team, int seen, LocalDate until, Instant now) {
        return ledger.within(by, () -> {
            boolean ended = store.end(by.partnership(), team, seen, until);
            if (ended) {
                ledger.record(by, now, new PartnershipEvent.TeamEnded(team.value(), until));
            }
            return ended;
        });
    }

    /** Puts somebody into a team; nothing where they are in it. */
    public void join(Actor by, TeamId team, MemberId member, Instant now) {
        ledger.within(by, () -> {
            if (store.join(by.partnership(), team, member, now)) {
                ledger.record(by, now, new PartnershipEvent.TeamJoined(team.value(), member.value()));
            }
            return team;
        });
    }

    /** Takes somebody out of a team from now on; nothing where they are not in it. */
    public void leave(Actor by, TeamId team, MemberId member, Instant now) {
        leave(by, team, member, now, now);
    }

    private void leave(Actor by, TeamId team, MemberId member, Instant from, Instant now) {
        ledger.within(by, () -> {
            if (store.leave(by.partnership(), team, member, from, now)) {
                ledger.record(by, now, new PartnershipEvent.TeamLeft(team.value(), member.value()));
            }
            return team;
        });
    }

    /** Somebody leaves the partnership on a day, and their teams with it. */
    void left(Actor by, MemberId member, LocalDate on, Instant now) {
        stays(by, member).stream()
                .filter(stay -> stay.at(now))
                .forEach(stay -> leave(by, stay.team(), member, UnitedKingdom.startOf(on), now));
    }

    /** Somebody works for another agency from now on: the teams of the one before are theirs no longer. */
    void movedTo(Actor by, MemberId member, AgencyId agency, Instant now) {
        List<Team> all = all(by);
        stays(by, member).stream()
                .filter(stay -> stay.at(now))
                .filter(stay -> all.stream()
                        .anyMatch(team ->
                                team.id().equals(stay.team()) && !team.agency().equals(agency)))
                .forEach(stay -> leave(by, stay.team(), member, now));
    }

    /** Somebody does not leave after all. */
    void staysOn(Actor by, MemberId member, Instant now) {
        store.stays(by.partnership(), member, now);
    }

    /** An agency ends, and its teams with it. */
    void agencyEnded(Actor by, AgencyId agency, LocalDate on, Instant now) {
        all(by).stream()
                .filter(team -> team.agency().equals(agency) && !team.endedBy(on))
                .forEach(team -> end(by, team.id(), team.version(), on, now));
    }

    /** Names the team that answers what its agency is asked; null where those do who answer for the agency (MTG-3). */
    public void answers(Actor by, AgencyId agency, @Nullable TeamId team, Instant now) {
        ledger.within(by, () -> {
            store.answers(by.partnership(), agency, team);
            ledger.record(
                    by, now, new PartnershipEvent.TeamAnswers(agency.value(), team == null ? null : team.value()));
            return agency;
        });
    }

    /** The team that answers what its agency is asked, where one is named that is there (MTG-3). */
    public Optional<TeamId> answering(Actor actor, AgencyId agency, Instant now) {
        return ledger.within(
                actor,
                () -> store.answering(actor.partnership(), agency)
                        .filter(team -> roll(actor, now).team(team).isPresent()));
    }
}
