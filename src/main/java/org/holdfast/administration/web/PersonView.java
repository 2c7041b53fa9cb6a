package org.holdfast.administration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.administration.Staff;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.Teams;

/**
 * One person, and everything that can be done about them.
 *
 * @param colleagues who may stand in for them
 * @param link the address with which they set their password, on the one page that shows it; empty else
 */
public record PersonView(
        Staff.Person person, List<Agency> agencies, List<Member> colleagues, Instant now, String link) {

    /** A team, and since when or until when. */
    public record Stay(Team team, Teams.Stay stay, boolean now) {}

    public MemberFile.Whole whole() {
        return person.whole();
    }

    public LocalDate today() {
        return UnitedKingdom.day(now);
    }

    /** The teams they are and were in, the last first. */
    public List<Stay> teams() {
        return person.stays().stream()
                .flatMap(stay -> person.teams().stream()
                        .filter(team -> team.id().equals(stay.team()))
                        .map(team -> new Stay(team, stay, stay.at(now) && team.on(today()))))
                .toList();
    }

    public MemberFile file() {
        return whole().file();
    }

    public Member member() {
        return whole().file().member();
    }

    public String path() {
        return path(member().id().value());
    }

    public static String path(UUID member) {
        return "/administration/people/" + member;
    }

    public boolean here() {
        LocalDate left = member().leftOn();
        return left == null || left.isAfter(today());
    }

    public List<Option> whoMayStandIn() {
        return colleagues.stream()
                .filter(colleague -> colleague.memberOn(today()))
                .map(colleague -> Option.of(colleague.id().value().toString(), colleague.name()))
                .toList();
    }

    public String agencyName(AgencyId id) {
        return agencies.stream()
                .filter(agency -> agency.id().equals(id))
                .map(Agency::name)
                .findFirst()
                .orElse("");
    }

    public String colleague(MemberId id) {
        return colleagues.stream()
                .filter(colleague -> colleague.id().equals(id))
                .map(Member::name)
                .findFirst()
                .orElse("");
    }
}
