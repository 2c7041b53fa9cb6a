package org.holdfast.partnership;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The teams of a partnership as they stand at one moment: those there are, with whoever is in them then and is a member of their agency. */
public record TeamRoll(List<Standing> teams) {

    /** One team with whoever is in it. */
    public record Standing(Team team, Set<MemberId> people) {
        public Standing {
            people = Set.copyOf(people);
        }

        /** Who leads it, where that person is in it still. */
        public Optional<MemberId> lead() {
            return Optional.ofNullable(team.lead()).filter(people::contains);
        }
    }

    public TeamRoll {
        teams = List.copyOf(teams);
    }

    /** The teams somebody is in. */
    public Set<TeamId> of(MemberId member) {
        return teams.stream()
                .filter(standing -> standing.people().contains(member))
                .map(standing -> standing.team().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the teams somebody is in, in order. */
    public List<String> names(MemberId member) {
        return teams.stream()
                .filter(standing -> standing.people().contains(member))
                .map(standing -> standing.team().name())
                .sorted()
                .toList();
    }

    /** The teams of an agency. */
    public List<Standing> ofAgency(AgencyId agency) {
        return teams.stream()
                .filter(standing -> standing.team().agency().equals(agency))
                .toList();
    }

    /** One team; empty where it has ended or there never was one. */
    public Optional<Standing> team(TeamId team) {
        return teams.stream()
                .filter(standing -> standing.team().id().equals(team))
                .findFirst();
    }

    /** Who is in a team; nobody where it has ended. */
    public Set<MemberId> people(TeamId team) {
        return team(team).map(Standing::people).orElse(Set.of());
    }

    /** Whether nobody in the team sees to its work: it has ended, nobody leads it, or whoever led it has left it. */
    public boolean withoutLead(TeamId team) {
        return team(team).flatMap(Standing::lead).isEmpty();
    }
}
