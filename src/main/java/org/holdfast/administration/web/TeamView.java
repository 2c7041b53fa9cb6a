package org.holdfast.administration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.administration.AgencyTeams;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.Teams;

/** One team, and everything that can be done about it. */
public record TeamView(AgencyTeams.Whole whole, Instant now) {

    public static String path(TeamId team) {
        return "/administration/teams/" + team.value();
    }

    public String path() {
        return path(whole.team().id());
    }

    public LocalDate today() {
        return UnitedKingdom.day(now);
    }

    public boolean over() {
        return whole.team().endedBy(today());
    }

    /** Who is in it. */
    public List<Member> people() {
        return whole.people(now);
    }

    /** Whether somebody who is in it leads it. */
    public boolean led() {
        return people().stream()
                .map(Member::id)
                .anyMatch(member -> member.equals(whole.team().lead()));
    }

    public List<Option> whoMayLead() {
        return options(people());
    }

    /** Those of the agency who are here and not in it. */
    public List<Option> whoMayJoin() {
        Set<MemberId> in = people().stream().map(Member::id).collect(Collectors.toSet());
        return options(whole.members().stream()
                .filter(member -> member.memberOn(today()) && !in.contains(member.id()))
                .toList());
    }

    /** Those who are in it no longer. */
    public List<Teams.Stay> before() {
        return whole.stays().stream().filter(stay -> !stay.at(now)).toList();
    }

    public String name(MemberId id) {
        return whole.members().stream()
                .filter(member -> member.id().equals(id))
                .map(Member::name)
                .findFirst()
                .orElse("");
    }

    private static List<Option> options(List<Member> members) {
        return members.stream()
                .map(member -> Option.of(member.id().value().toString(), member.name()))
                .toList();
    }
}
