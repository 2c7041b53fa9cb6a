package org.holdfast.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.Teams;
import org.holdfast.partnership.Training;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody comes, changes, stands in, leaves and comes back; a list brings many or none; and every quarter all are looked through. */
@HoldfastTest
class AdministrationTest {

    private static final Pattern LINK = Pattern.compile("data-link>[^<]*(/sign-in/password/[A-Za-z0-9_-]{43})<");

    private final TestPartnership.Founder founder;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Ledger ledger;
    private final TestClock clock;
    private final int port;
    private TestPartnership us;
    private Visitor administrator;

    AdministrationTest(
            TestPartnership.Founder founder,
            Partnerships partnerships,
            Teams teams,
            Ledger ledger,
            TestClock clock,
            @LocalServerPort int port) {
        this.founder = founder;
        this.partnerships = partnerships;
        this.teams = teams;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aPartnershipWithAnAdministrator() {
        us = founder.found(clock.instant());
        administrator = Visitor.signedIn(port, us.administrator);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private static String path(Person person) {
        return "/administration/people/" + person.member().id().value();
    }

    private Member member(String name) {
        return partnerships.members(us.program).stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> links(Visitor.Answer page) {
        return LINK.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String[] day(String name, LocalDate day) {
        return new String[] {
            name + "-day",
            "" + day.getDayOfMonth(),
            name + "-month",
            "" + day.getMonthValue(),
            name + "-year",
            "" + day.getYear()
        };
    }

    private static String[] with(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private LocalDate today() {
        return UnitedKingdom.day(clock.instant());
    }

    @Test
    void somebodyNewSetsTheirPasswordAndASecondFactorAndIsIn() {
        Team team = teams.make(us.program, us.health.id(), "Looked-after children", today(), null, clock.instant());
        administrator.get("/administration/people/new");
        String username = "nell." + UUID.randomUUID();
        Visitor.Answer faulty = administrator.post("/administration/people/new", "name", "Nell Nurse");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("Choose an agency").contains("value=\"Nell Nurse\"");
        Visitor.Answer joined = administrator.post(
                "/administration/people/new",
                with(
                        day("joined", today()),
                        "name",
                        "Nell Nurse",
                        "agency",
                        us.health.id().value().toString(),
                        "team",
                        team.id().value().toString(),
                        "roles",
                        "AGENCY_CONTACT",
                        "username",
                        username));
        String link = links(joined).getFirst();
        Visitor nell = new Visitor(port);
        nell.get(link);
        nell.post(link, "new-password", "ladder violet teaspoon");
        nell.get("/sign-in");
        assertThat(nell.post("/sign-in", "username", username, "password", "ladder violet teaspoon")
                        .location())
                .endsWith("/sign-in/set-up");
        assertThat(administrator
                        .get("/administration/people/"
                                + member("Nell Nurse").id().value())
                        .body())
                .contains("Looked-after children")
                .contains("Never");
    }

    @Test
    void rolesChangeAtOnceAndHowItWasBeforeIsKept() {
        Visitor guardian = Visitor.signedIn(port, us.guardian);
        assertThat(guardian.get("/referrals").status()).isEqualTo(404);
        String[] change = {
            "version",
            "1",
            "name",
            "Gil Guardian",
            "agency",
            us.council.id().value().toString(),
            "roles",
            "PANEL_COORDINATOR"
        };
        administrator.get(path(us.guardian) + "/change");
        assertThat(administrator.post(path(us.guardian) + "/change", change).location())
                .isEqualTo(path(us.guardian));
        assertThat(guardian.get("/referrals").status()).isEqualTo(200);
        assertThat(administrator.get(path(us.guardian)).body())
                .contains("Example Guardians")
                .contains("Ada Administrator");
        Visitor.Answer second = administrator.post(path(us.guardian) + "/change", change);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("Somebody else changed this person meanwhile");
    }

    @Test
    void nobodyGivesThemselvesRolesAndSomebodyIsLeftWhoKeepsThem() {
        administrator.get(path(us.administrator));
        Visitor.Answer own = administrator.post(
                path(us.administrator) + "/change",
                "version",
                "1",
                "name",
                "Ada Administrator",
                "agency",
                us.council.id().value().toString(),
                "roles",
                "PANEL_COORDINATOR");
        assertThat(own.body())
                .contains("You cannot change your own roles")
                .contains("Nobody would be left who keeps people and roles");
        assertThat(administrator
                        .post(path(us.administrator) + "/leave", day("left", today()))
                        .status())
                .isEqualTo(422);
        assertThat(administrator.post(path(us.administrator) + "/link").body())
                .contains("You cannot give yourself a link");
        assertThat(member("Ada Administrator").roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void whoLeavesIsOutAtOnceAndStaysVisibleAndMayComeBack() {
        Visitor guardian = Visitor.signedIn(port, us.guardian);
        administrator.get(path(us.guardian));
        administrator.post(path(us.guardian) + "/leave", day("left", today()));
        assertThat(guardian.get("/work").location()).endsWith("/sign-in");
        guardian.get("/sign-in");
        assertThat(guardian.post("/sign-in", "username", us.guardian.username(), "password", TestPartnership.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(administrator.get("/administration").body()).doesNotContain("Gil Guardian");
        assertThat(administrator.get("/administration?show=left").body()).contains("Gil Guardian");
        assertThat(administrator.get(path(us.guardian)).body()).contains("This person has left");
        administrator.post(path(us.guardian) + "/come-back", "version", "1");
        assertThat(Visitor.signedIn(port, us.guardian).get("/work").status()).isEqualTo(200);
    }

    @Test
    void trainingOpensTheVoteAndRunsOut() {
        String roll = administrator.get("/administration").body();
        assertThat(roll).contains("No vote without training");
        administrator.post(
                path(us.untrainedPoliceVoter) + "/training",
                with(day("completed", today().minusDays(1)), "training", "PANEL_MEMBER"));
        assertThat(administrator.get("/administration").body()).doesNotContain("No vote without training");
        assertThat(partnerships.trained(
                        us.program, us.untrainedPoliceVoter.member().id(), Training.PANEL_MEMBER, today()))
                .isTrue();
        assertThat(administrator
                        .post(
                                path(us.untrainedPoliceVoter) + "/training",
                                with(day("completed", today().plusDays(2)), "training", "CHAIR"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aDeputyAnswersForTheAgencyWhileItsLeadIsAway() {
        administrator.get("/administration/agencies/" + us.police.id().value());
        administrator.post(
                "/administration/agencies/" + us.police.id().value(),
                "name",
                "Testshire Police",
                "lead",
                us.policeVoter.member().id().value().toString());
        administrator.post(
                path(us.policeVoter) + "/deputy",
                with(
                        with(day("deputy-from", today()), day("deputy-until", today().plusDays(7))),
                        "deputy",
                        us.firstResponder.member().id().value().toString()));
        assertThat(partnerships.lead(us.program, us.police.id(), today()))
                .map(Member::name)
                .contains("Fia Firstresponder");
        assertThat(partnerships.lead(us.program, us.police.id(), today().plusDays(7)))
                .map(Member::name)
                .contains("Pola Policevoter");
    }

    @Test
    void aListBringsEverybodyOrNobody() {
        String mark = UUID.randomUUID().toString();
        String heading = "agency,name,username,roles\n";
        String good = "Testshire Police,Pia One,pia." + mark + ",AGENCY_CONTACT\n";
        String bad = "Testshire Circus,Pio Two,pio." + mark + ",AGENCY_CONTACT\n";
        administrator.get("/administration/list");
        Visitor.Answer preview = administrator.post("/administration/list", "list", heading + good + bad);
        assertThat(preview.body())
                .contains("There is no agency Testshire Circus")
                .doesNotContain("/administration/list/take-in");
        administrator.post("/administration/list/take-in", "list", heading + good + bad);
        assertThat(partnerships.memberCalled(us.program, "pia." + mark)).isFalse();
        Visitor.Answer both = administrator.post(
                "/administration/list/take-in",
                "list",
                heading + good + bad.replace("Testshire Circus", "Testshire Council"));
        assertThat(links(both)).hasSize(2).doesNotHaveDuplicates();
        assertThat(partnerships.memberCalled(us.program, "pio." + mark)).isTrue();
        assertThat(administrator
                        .upload(
                                "/administration/list",
                                "file",
                                "people.csv",
                                (heading + good).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("has this username already");
    }

    @Test
    void aLinkIsForTheLostTelephoneTooAndThePersonIsTold() {
        administrator.get(path(us.guardian));
        assertThat(links(administrator.post(path(us.guardian) + "/link", "clears-factor", "yes")))
                .hasSize(1);
        assertThat(Visitor.signedIn(port, us.guardian).get("/messages").body())
                .contains("A link to set your password was given");
    }

    @Test
    void everyQuarterSomebodyLooksThroughAllAndSignsItOff() {
        administrator.get("/administration/reviews");
        String review = administrator.post("/administration/reviews").location();
        assertThat(administrator.post("/administration/reviews").status()).isEqualTo(422);
        Visitor governance = Visitor.signedIn(port, us.informationGovernance);
        assertThat(governance.get(review).body()).contains("Gil Guardian").contains("Keep");
        Visitor guardian = Visitor.signedIn(port, us.guardian);
        List<Member> members = partnerships.members(us.program);
        assertThat(governance.post(review + "/sign").body()).contains("Answer each before you sign off");
        for (Member member : members) {
            Visitor by = member.name().equals("Ingo Governance") ? administrator : governance;
            String answer = member.name().equals("Gil Guardian") ? "END" : "KEEP";
            by.get(review);
            assertThat(by.post(review + "/answer", "member", member.id().value().toString(), "answer", answer)
                            .status())
                    .isEqualTo(303);
        }
        assertThat(governance
                        .post(
                                review + "/answer",
                                "member",
                                us.informationGovernance.member().id().value().toString(),
                                "answer",
                                "KEEP")
                        .body())
                .contains("Nobody answers for themselves");
        assertThat(guardian.get("/work").location()).endsWith("/sign-in");
        assertThat(governance.post(review + "/sign").location()).isEqualTo("/administration/reviews");
        assertThat(governance
                        .post(
                                review + "/answer",
                                "member",
                                us.manager.member().id().value().toString(),
                                "answer",
                                "END")
                        .body())
                .contains("signed off and cannot be changed");
        String list = governance.get("/administration/reviews").body();
        assertThat(list).contains("by Ingo Governance").doesNotContain("overdue");
        clock.set(clock.instant().plus(Duration.ofDays(100)));
        assertThat(Visitor.signedIn(port, us.administrator)
                        .get("/administration/reviews")
                        .body())
                .contains("overdue");
    }

    @Test
    void theAdministratorOfAnotherPartnershipFindsNobodyHere() {
        TestPartnership others = founder.found(clock.instant());
        Visitor stranger = Visitor.signedIn(port, others.administrator);
        String review = administrator.post("/administration/reviews").location();
        stranger.get("/administration");
        assertThat(stranger.get("/administration").body())
                .doesNotContain(us.guardian.member().id().value().toString());
        for (String path : List.of(
                path(us.guardian),
                path(us.guardian) + "/change",
                "/administration/agencies/" + us.police.id().value(),
                review)) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of(
                path(us.guardian) + "/change",
                path(us.guardian) + "/leave",
                path(us.guardian) + "/come-back",
                path(us.guardian) + "/training",
                path(us.guardian) + "/deputy",
                path(us.guardian) + "/link",
                "/administration/agencies/" + us.police.id().value(),
                review + "/answer",
                review + "/sign")) {
            assertThat(stranger.post(
                                    path,
                                    with(
                                            day("left", today()),
                                            "name",
                                            "Taken Over",
                                            "agency",
                                            others.council.id().value().toString(),
                                            "roles",
                                            "ADMINISTRATOR",
                                            "version",
                                            "1",
                                            "member",
                                            us.guardian.member().id().value().toString(),
                                            "answer",
                                            "END"))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(partnerships.member(
                        us.program, new MemberId(us.guardian.member().id().value())))
                .map(Member::leftOn)
                .isEmpty();
    }

    @Test
    void whatIsDoneStandsOnTheLedger() {
        long before = ledger.length(us.program);
        administrator.get(path(us.guardian));
        administrator.post(path(us.guardian) + "/link");
        administrator.post(path(us.guardian) + "/leave", day("left", today()));
        administrator.post("/administration/reviews");
        assertThat(ledger.changesAfter(us.program, before, 100))
                .extracting(line -> line.event())
                .contains("password-link-given", "member-left", "access-review-opened");
    }
}
