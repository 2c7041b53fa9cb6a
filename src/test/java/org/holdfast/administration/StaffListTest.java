package org.holdfast.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.Damage;
import org.holdfast.audit.Role;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.junit.jupiter.api.Test;

/** A list of people is read whole: every fault is named with its line, and nothing is guessed. */
class StaffListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Agency POLICE =
            new Agency(new AgencyId(UUID.randomUUID()), "Testshire Police, Public Protection", AgencyKind.POLICE, null);
    private static final Agency HEALTH =
            new Agency(new AgencyId(UUID.randomUUID()), "Testshire Health", AgencyKind.HEALTH, null);

    private static final Team MISSING = new Team(
            new TeamId(UUID.randomUUID()), POLICE.id(), "Missing", null, LocalDate.of(2020, 1, 1), null, null, 1);
    private static final Team NURSES = new Team(
            new TeamId(UUID.randomUUID()), HEALTH.id(), "Nurses", null, LocalDate.of(2020, 1, 1), null, null, 1);
    private static final TeamRoll TEAMS =
            new TeamRoll(List.of(new TeamRoll.Standing(MISSING, Set.of()), new TeamRoll.Standing(NURSES, Set.of())));

    private static StaffList read(String text) {
        return StaffList.read(
                text, List.of(POLICE, HEALTH), TEAMS, username -> username.equals("taken.already"), TODAY);
    }

    @Test
    void aListAsASpreadsheetWritesIt() {
        StaffList list = read("""
                \uFEFFAgency,Name,Username,Email,Job title,Team,Roles,Joined on\r
                "testshire police, public protection",Pola Police,pola.police,pola@police.example,"Sergeant, ""acting""\",Missing,panel member; Agency Contact,02/03/2026\r
                \r
                Testshire Health,Nell Nurse,nell@health.example,,,,AGENCY_CONTACT,\r
                """);
        assertThat(list.good()).isTrue();
        StaffList.Line pola = list.lines().getFirst();
        assertThat(pola.agency()).isEqualTo(POLICE);
        assertThat(pola.teams()).containsExactly(MISSING.id());
        assertThat(pola.jobTitle()).isEqualTo("Sergeant, \"acting\"");
        assertThat(pola.roles()).containsExactlyInAnyOrder(Role.PANEL_MEMBER, Role.AGENCY_CONTACT);
        assertThat(pola.joinedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(list.lines().getLast().number()).isEqualTo(4);
        assertThat(list.lines().getLast().joinedOn()).isEqualTo(TODAY);
    }

    @Test
    void aTeamIsOneOfTheAgencysOwn() {
        StaffList list = read("""
                agency,name,username,team,roles
                Testshire Health,Nell Nurse,nell.nurse,nurses,ADVISER
                Testshire Health,Ned Nurse,ned.nurse,Nurses; Missing,ADVISER
                """);
        assertThat(list.lines().getFirst().teams()).containsExactly(NURSES.id());
        assertThat(list.lines().getLast().faults())
                .containsExactly(
                        Reason.about("team", "administration.list.unknown-team", "Missing", "Testshire Health"));
    }

    @Test
    void everyFaultOfALineIsNamed() {
        StaffList list = read("""
                agency,name,username,email,roles,joined on
                Nowhere,,x,not an address,WIZARD,31/02/2026
                Testshire Health,Nell,taken.already,,ADVISER,
                Testshire Health,Nell,nell.two,,ASSURER,
                Testshire Health,Nell,NELL.TWO,,ADVISER,,too many
                """);
        assertThat(list.good()).isFalse();
        assertThat(list.lines().get(0).faults())
                .extracting(Reason::key)
                .containsExactlyInAnyOrder(
                        "administration.list.unknown-role",
                        "administration.list.unknown-agency",
                        "administration.name.missing",
                        "administration.email.unreadable",
                        "administration.roles.missing",
                        "administration.username.unreadable",
                        "administration.joined.missing");
        assertThat(list.lines().get(1).faults()).extracting(Reason::key).containsExactly("partnership.username.taken");
        assertThat(list.lines().get(2).faults())
                .extracting(Reason::key)
                .containsExactly("administration.roles.assurer");
        assertThat(list.lines().get(3).faults())
                .extracting(Reason::key)
                .containsExactlyInAnyOrder("administration.list.too-many-cells", "administration.list.twice");
    }

    @Test
    void headingsThatLackOrAreUnknownStopIt() {
        assertThat(read("name,username,favourite colour\nNell,nell,blue").faults())
                .extracting(Reason::details)
                .containsExactly(List.of("agency"), List.of("roles"), List.of("favourite colour"));
        assertThat(read("").faults()).extracting(Reason::key).containsExactly("administration.list.empty");
        assertThat(read("agency,name,username,roles\n\"never closed").good()).isFalse();
    }

    @Property(tries = 3_000)
    void whateverAFileHoldsIsAListOrFaults(@ForAll long number) {
        byte[] sound = """
                agency,name,username,email,job title,team,roles,joined on
                "Testshire Police, Public Protection",Pola Police,pola.police,pola@police.example,"Sergeant, ""acting""\",Missing,panel member; Agency Contact,02/03/2026
                Testshire Health,Nell Nurse,nell@health.example,nell@health.example,,,AGENCY_CONTACT,2026-03-02
                """.getBytes(StandardCharsets.UTF_8);
        StaffList list = read(new String(Damage.done(sound, number), StandardCharsets.UTF_8));
        if (list.good()) {
            assertThat(list.lines()).allSatisfy(line -> {
                assertThat(line.agency()).isNotNull();
                assertThat(line.roles()).isNotEmpty();
                assertThat(line.name()).isNotBlank();
                assertThat(line.username()).isNotBlank();
            });
        }
    }
}
