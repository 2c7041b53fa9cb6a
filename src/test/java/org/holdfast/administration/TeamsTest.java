package org.holdfast.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.Teams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team is made, gets its people and a lead, is renamed, changes and ends; whoever leaves the agency leaves its teams. */
@HoldfastTest
class TeamsTest {

    private final TestPartnership.Founder founder;
    private final Partnerships partnerships;
    private final Teams teams;
    private final TestClock clock;
    private final int port;
    private TestPartnership us;
    private Visitor administrator;
    private String agency = "";

    TeamsTest(
            TestPartnership.Founder founder,
            Partnerships partnerships,
            Teams teams,
            TestClock clock,
            @LocalServerPort int port) {
        this.founder = founder;
        this.partnerships = partnerships;
        this.teams = teams;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aHealthTrust() {
        us = founder.found(clock.instant());
        administrator = Visitor.signedIn(port, us.administrator);
        agency = "/administration/agencies/" + us.health.id().value();
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    private String made(String name) {
        administrator.get(agency + "/teams/new");
        LocalDate today = UnitedKingdom.day(clock.instant());
        Visitor.Answer made = administrator.post(
                agency + "/teams/new",
                "name",
                name,
                "from-day",
                "" + today.getDayOfMonth(),
                "from-month",
                "" + today.getMonthValue(),
                "from-year",
                "" + today.getYear());
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return made.location();
    }

    private static String id(Person person) {
        return person.member().id().value().toString();
    }

    private boolean in(String team, Person person) {
        return teams.roll(us.program, clock.instant())
                .people(new TeamId(UUID.fromString(team.substring(team.lastIndexOf('/') + 1))))
                .contains(person.member().id());
    }

    @Test
    void aTeamGetsItsPeopleAndALeadAndIsCalledOtherwise() {
        String team = made("Looked-after children");
        assertThat(administrator.get(team).body()).contains("Nobody is in this team");
        // whoever leads a team is in it
        Visitor.Answer tooSoon =
                administrator.post(team, "version", "1", "name", "Looked-after children", "lead", id(us.healthVoter));
        assertThat(tooSoon.status()).isEqualTo(422);
        assertThat(tooSoon.body()).contains("Choose somebody who is in the team");
        administrator.post(team + "/people", "member", id(us.healthVoter));
        assertThat(administrator
                        .post(team, "version", "1", "name", "Children in care", "lead", id(us.healthVoter))
                        .status())
                .isEqualTo(303);
        assertThat(administrator.get(team).body())
                .contains("Children in care")
                .contains("Leads the team")
                .contains("Hale Healthvoter");
        assertThat(administrator.get("/administration").body()).contains("in Children in care");
        assertThat(administrator
                        .get("/administration/people/" + id(us.healthVoter))
                        .body())
                .contains("Children in care");
        // what somebody else changed meanwhile is not overwritten
        Visitor.Answer stale = administrator.post(team, "version", "1", "name", "Clinic", "lead", "");
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body())
                .contains("Somebody else changed this team meanwhile")
                .contains("value=\"Clinic\"");
        // a review shows in which teams somebody is
        administrator.get("/administration/reviews");
        String review = administrator.post("/administration/reviews").location();
        assertThat(administrator.get(review).body()).contains("in Children in care");
    }

    @Test
    void twoTeamsOfAnAgencyAreNotCalledTheSame() {
        String first = made("Clinic");
        administrator.get(agency + "/teams/new");
        Visitor.Answer again = administrator.post(
                agency + "/teams/new", "name", "CLINIC", "from-day", "1", "from-month", "2", "from-year", "2026");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("A team of this agency has this name already")
                .contains("value=\"CLINIC\"");
        LocalDate today = UnitedKingdom.day(clock.instant());
        administrator.get(first);
        assertThat(ended(first, 1, today).status()).isEqualTo(303);
        assertThat(administrator.get(first).body()).contains("This team ended on");
        assertThat(administrator
                        .post(first + "/people", "member", id(us.healthVoter))
                        .body())
                .contains("This team has ended");
        // the name is free again
        made("Clinic");
    }

    @Test
    void aPersonMovesFromOneTeamToAnotherOrIsInBoth() {
        Person nurse = us.join(us.health, "Nia Nurse", Role.AGENCY_CONTACT);
        String clinic = made("Clinic");
        String ward = made("Ward");
        administrator.get(clinic);
        administrator.post(clinic + "/people", "member", id(nurse));
        administrator.post(ward + "/people", "member", id(nurse));
        assertThat(in(clinic, nurse) && in(ward, nurse)).isTrue();
        administrator.post(ward + "/people/leave", "member", id(nurse));
        assertThat(in(ward, nurse)).isFalse();
        administrator.post(ward + "/people", "member", id(nurse), "moves", "yes");
        assertThat(in(ward, nurse)).isTrue();
        assertThat(in(clinic, nurse)).isFalse();
        assertThat(administrator.get(clinic).body())
                .contains("Who was in it before")
                .contains("Nia Nurse");
        // only people of the agency
        Visitor.Answer elsewhere = administrator.post(ward + "/people", "member", id(us.policeVoter));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(in(ward, us.policeVoter)).isFalse();
    }

    @Test
    void whoeverLeavesTheAgencyLeavesItsTeams() {
        Person nurse = us.join(us.health, "Nia Nurse", Role.AGENCY_CONTACT);
        String clinic = made("Clinic");
        administrator.get(clinic);
        administrator.post(clinic + "/people", "member", id(nurse));
        administrator.post(clinic + "/people", "member", id(us.healthVoter));
        LocalDate today = UnitedKingdom.day(clock.instant());
        partnerships.leave(us.program, nurse.member().id(), today, clock.instant());
        assertThat(in(clinic, nurse)).isFalse();
        partnerships.comesBack(us.program, nurse.member().id(), 1, clock.instant());
        assertThat(in(clinic, nurse))
                .as("coming back puts nobody back into a team")
                .isFalse();
        administrator.post(
                "/administration/people/" + id(us.healthVoter) + "/change",
                "version",
                "1",
                "name",
                "Hale Healthvoter",
                "agency",
                us.council.id().value().toString(),
                "roles",
                "PANEL_MEMBER");
        assertThat(in(clinic, us.healthVoter)).isFalse();
        assertThat(administrator
                        .get("/administration/people/" + id(us.healthVoter))
                        .body())
                .as("how it was before is kept")
                .contains("in Clinic");
    }

    private Visitor.Answer ended(String team, int version, LocalDate on) {
        return administrator.post(
                team + "/end",
                "version",
                "" + version,
                "until-day",
                "" + on.getDayOfMonth(),
                "until-month",
                "" + on.getMonthValue(),
                "until-year",
                "" + on.getYear());
    }

    @Test
    void whoIsToLeaveAndStaysAfterAllIsInTheirTeamsAsBeforeAndOnce() {
        Person nurse = us.join(us.health, "Nia Nurse", Role.AGENCY_CONTACT);
        String clinic = made("Clinic");
        administrator.get(clinic);
        administrator.post(clinic + "/people", "member", id(nurse));
        LocalDate today = UnitedKingdom.day(clock.instant());
        partnerships.leave(us.program, nurse.member().id(), today.plusDays(7), clock.instant());
        assertThat(in(clinic, nurse)).as("until that day").isTrue();
        administrator.post(clinic + "/people", "member", id(nurse));
        partnerships.comesBack(us.program, nurse.member().id(), 1, clock.instant());
        clock.set(clock.instant().plus(Duration.ofDays(8)));
        assertThat(in(clinic, nurse)).isTrue();
        assertThat(teams.stays(us.program, nurse.member().id())).hasSize(1);
    }

    @Test
    void whoLeftIsPutIntoNoTeamAndWhoWorksForTheAgencyAgainBeginsAnew() {
        Person nurse = us.join(us.health, "Nia Nurse", Role.AGENCY_CONTACT);
        String clinic = made("Clinic");
        administrator.get(clinic);
        assertThat(administrator
                        .post(clinic + "/people/leave", "member", id(nurse))
                        .body())
                .contains("That person is not in the team");
        administrator.post(clinic + "/people", "member", id(nurse));
        for (var agency : List.of(us.council, us.health)) {
            int version = partnerships
                    .file(us.program, nurse.member().id())
                    .orElseThrow()
                    .file()
                    .version();
            Visitor.Answer moved = administrator.post(
                    "/administration/people/" + id(nurse) + "/change",
                    "version",
                    "" + version,
                    "name",
                    "Nia Nurse",
                    "agency",
                    agency.id().value().toString(),
                    "roles",
                    "AGENCY_CONTACT");
            assertThat(moved.status()).as(moved.body()).isEqualTo(303);
            assertThat(in(clinic, nurse)).isFalse();
        }
        partnerships.leave(us.program, nurse.member().id(), UnitedKingdom.day(clock.instant()), clock.instant());
        assertThat(administrator.post(clinic + "/people", "member", id(nurse)).status())
                .isEqualTo(422);
    }

    @Test
    void aTeamEndsOnItsDayAndAnAgencyEndsWithItsTeams() {
        String clinic = made("Clinic");
        TeamId team = new TeamId(UUID.fromString(clinic.substring(clinic.lastIndexOf('/') + 1)));
        LocalDate today = UnitedKingdom.day(clock.instant());
        administrator.get(clinic);
        assertThat(ended(clinic, 1, today.minusDays(1)).status())
                .as("not before it began")
                .isEqualTo(422);
        teams.answers(us.program, us.health.id(), team, clock.instant());
        assertThat(ended(clinic, 1, today.plusDays(7)).status()).isEqualTo(303);
        assertThat(teams.answering(us.program, us.health.id(), clock.instant()))
                .as("what the agency is asked is the team's until then")
                .contains(team);
        assertThat(teams.answering(us.program, us.health.id(), clock.instant().plus(Duration.ofDays(8))))
                .isEmpty();

        String ward = made("Ward");
        partnerships.end(us.program, us.health.id(), "It was merged", clock.instant());
        assertThat(administrator.get(ward).body()).contains("This team ended on");
        assertThat(administrator.get(clinic).body()).contains("This team ended on");
        assertThat(administrator.post(agency + "/teams/new", "name", "Another").status())
                .isEqualTo(404);
    }

    @Test
    void aListNamesTeamsThatAreThere() {
        made("Clinic");
        String username = "lil." + UUID.randomUUID();
        String list =
                "agency,name,username,team,roles\nTestshire Health Trust,Lil List," + username + ",%s,AGENCY_CONTACT\n";
        teams.make(us.program, us.police.id(), "Missing", UnitedKingdom.day(clock.instant()), null, clock.instant());
        made("Ward");
        administrator.get("/administration/list");
        assertThat(administrator
                        .post("/administration/list", "list", list.formatted("Clinic;Missing"))
                        .body())
                .as("of another agency")
                .contains("There is no team Missing of Testshire Health Trust");
        assertThat(administrator
                        .post("/administration/list", "list", list.formatted("Klinic"))
                        .body())
                .contains("There is no team Klinic of Testshire Health Trust");
        assertThat(administrator
                        .post("/administration/list/take-in", "list", list.formatted("clinic; Ward"))
                        .status())
                .isEqualTo(200);
        MemberId lil = partnerships.members(us.program).stream()
                .filter(member -> member.name().equals("Lil List"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(teams.roll(us.program, clock.instant()).names(lil)).containsExactly("Clinic", "Ward");
    }

    @Test
    void nobodyButAnAdministratorFindsTeams() {
        String team = made("Clinic");
        for (Person other : new Person[] {us.healthVoter, us.coordinator, us.manager, us.informationGovernance}) {
            Visitor visitor = Visitor.signedIn(port, other);
            assertThat(visitor.get(team).status()).isEqualTo(404);
            assertThat(visitor.get(agency + "/teams/new").status()).isEqualTo(404);
            assertThat(visitor.post(team + "/people", "member", id(us.healthVoter))
                            .status())
                    .isEqualTo(404);
            assertThat(visitor.post(team, "version", "1", "name", "Mine").status())
                    .isEqualTo(404);
        }
        assertThat(in(team, us.healthVoter)).isFalse();
    }
}
