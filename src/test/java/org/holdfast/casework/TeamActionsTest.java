package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.Teams;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An action that is given to a team waits for each of its people until one takes it, and being in the team opens nothing else (MTG-5, SHR-3). */
@HoldfastTest
class TeamActionsTest {

    private final Actions actions;
    private final Plans plans;
    private final Cases cases;
    private final People people;
    private final MyWork work;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final int port;
    private final TestPartnership us;
    private final Instant now = Instant.now();

    private Person nell;
    private Person ned;
    private Person lead;
    private Team clinic;
    private CaseId ann;
    private UUID action;

    TeamActionsTest(
            Actions actions,
            Plans plans,
            Cases cases,
            People people,
            MyWork work,
            Sharing sharing,
            Partnerships partnerships,
            Teams teams,
            Ledger ledger,
            JdbcClient sql,
            @LocalServerPort int port,
            TestPartnership.Founder founder) {
        this.actions = actions;
        this.plans = plans;
        this.cases = cases;
        this.people = people;
        this.work = work;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.teams = teams;
        this.ledger = ledger;
        this.sql = sql;
        this.port = port;
        us = founder.found(now);
        nell = us.join(us.health, "Nell Nurse", Role.ADVISER);
        ned = us.join(us.health, "Ned Nurse", Role.ADVISER);
        lead = us.join(us.health, "Lea Lead", Role.MANAGER);
        clinic = teams.make(us.program, us.health.id(), "Clinic", UnitedKingdom.day(now), null, now);
        ann = cases.open(
                us.coordinator.actor(),
                people.create(
                        us.coordinator.actor(),
                        NewChild.of(
                                ChildFacts.of(
                                        ChildName.asKnown("Ann Testchild"),
                                        BirthDate.of(UnitedKingdom.day(now).minusYears(15)),
                                        Sex.FEMALE),
                                "test"),
                        now),
                now);
        action = new UUID(0, 0);
    }

    @BeforeEach
    void anActionIsGivenToTheClinic() {
        teams.join(us.program, clinic.id(), nell.member().id(), now);
        teams.join(us.program, clinic.id(), ned.member().id(), now);
        led(nell);
        partnerships.leads(us.program, us.health.id(), lead.member().id(), now);
        action = plans.agree(us.coordinator.actor(), ann, draft(), now).orThrow();
    }

    private void led(Person by) {
        int version = teams.team(us.program, clinic.id()).orElseThrow().version();
        assertThat(teams.change(
                        us.program, clinic.id(), version, "Clinic", by.member().id(), null, now))
                .isTrue();
    }

    private ActionDraft draft() {
        LocalDate due = UnitedKingdom.day(now).plusDays(7);
        return new ActionDraft(
                "See Ann in the clinic",
                "To know how she is",
                null,
                "Clinic",
                us.health.id(),
                us.health.name(),
                clinic.id(),
                due);
    }

    private List<String> waitingFor(Person person) {
        return work.of(person.actor(), Instant.now()).stream()
                .map(row -> row.item().key())
                .filter(key -> key.startsWith("casework.work."))
                .toList();
    }

    private int version() {
        return plans.actions(us.coordinator.actor(), ann).getFirst().version();
    }

    private List<String> written(Person to) {
        return ledger.within(
                to.actor(),
                () -> sql.sql("select text_key from mail.message where member_id = ?")
                        .param(to.member().id().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void itWaitsForEachOfTheTeamUntilOneTakesIt() {
        assertThat(waitingFor(nell)).contains("casework.work.team-action");
        assertThat(waitingFor(ned)).contains("casework.work.team-action");
        assertThat(waitingFor(us.healthVoter)).as("not of the team").isEmpty();
        assertThat(waitingFor(lead)).as("the team is led").isEmpty();
        assertThat(written(nell)).containsExactly("casework.mail.action");
        assertThat(written(ned)).containsExactly("casework.mail.action");
        assertThat(written(us.healthVoter)).isEmpty();

        Visitor taking = Visitor.signedIn(port, ned);
        assertThat(taking.get("/actions/" + action).body()).contains("I take it on");
        assertThat(taking.post("/actions/" + action + "/take", "version", "" + version())
                        .status())
                .isEqualTo(303);
        assertThat(waitingFor(ned)).containsExactly("casework.work.action");
        assertThat(waitingFor(nell)).isEmpty();
        assertThat(Visitor.signedIn(port, nell).get("/actions/" + action).status())
                .as("what somebody took is theirs")
                .isEqualTo(404);
        assertThat(taking.get("/actions/" + action).body()).contains("Taken on").contains("Ned Nurse");
        assertThat(taking.post(
                                "/actions/" + action,
                                "version",
                                "" + version(),
                                "command",
                                "COMPLETE",
                                "note",
                                "She was well")
                        .status())
                .isEqualTo(303);
        assertThat(waitingFor(ned)).isEmpty();
    }

    @Test
    void twoOfTheTeamDoNotTakeItBoth() {
        int seen = version();
        assertThat(actions.take(ned.actor(), action, seen, now)).isInstanceOf(Outcome.Done.class);
        assertThat(actions.take(nell.actor(), action, seen, now)).isInstanceOf(Outcome.Refused.class);
        assertThat(waitingFor(ned)).containsExactly("casework.work.action");
    }

    @Test
    void beingInTheTeamOpensTheActionAndNothingElseOfTheCase() {
        assertThat(sharing.visible(nell.actor(), Permission.SEE_CASE, List.of(ann), now))
                .isEmpty();
        Visitor visitor = Visitor.signedIn(port, nell);
        assertThat(visitor.get("/actions/" + action).status()).isEqualTo(200);
        assertThat(visitor.get("/cases/" + ann.value()).status()).isEqualTo(404);
        Visitor other = Visitor.signedIn(port, us.healthVoter);
        assertThat(other.get("/actions/" + action).status())
                .as("of the agency and not of the team")
                .isEqualTo(404);
        assertThat(other.post("/actions/" + action + "/take", "version", "" + version())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverLeavesTheTeamHasItNoLongerAndWhatTheyTookWaitsForTheTeamAgain() {
        actions.take(ned.actor(), action, version(), now).orThrow();
        teams.leave(us.program, clinic.id(), ned.member().id(), now);
        assertThat(Visitor.signedIn(port, ned).get("/actions/" + action).status())
                .isEqualTo(404);
        assertThat(waitingFor(ned)).isEmpty();
        assertThat(waitingFor(nell)).contains("casework.work.team-action");
    }

    @Test
    void whenTheLeadLeavesWhatNobodyTookComesUpWithTheLeadOfTheAgencyElseWithTheCoordinator() {
        teams.leave(us.program, clinic.id(), nell.member().id(), now);
        assertThat(waitingFor(nell)).isEmpty();
        assertThat(waitingFor(ned)).contains("casework.work.team-action");
        assertThat(waitingFor(lead)).contains("casework.work.team-without-lead");
        assertThat(waitingFor(us.coordinator)).doesNotContain("casework.work.team-without-lead");

        partnerships.leave(us.program, lead.member().id(), UnitedKingdom.day(now), now);
        assertThat(waitingFor(us.coordinator)).contains("casework.work.team-without-lead");

        led(ned);
        assertThat(waitingFor(us.coordinator)).doesNotContain("casework.work.team-without-lead");
    }

    @Test
    void aTeamThatHasEndedLeavesItsWorkToTheLeadOfTheAgency() {
        int version = teams.team(us.program, clinic.id()).orElseThrow().version();
        teams.end(us.program, clinic.id(), version, UnitedKingdom.day(now), now);
        assertThat(waitingFor(nell)).isEmpty();
        assertThat(waitingFor(lead)).contains("casework.work.team-without-lead");
        assertThat(Visitor.signedIn(port, nell).get("/actions/" + action).status())
                .isEqualTo(404);
    }

    @Test
    void whoIsKeptOutOfTheCaseGetsNothingThroughTheTeam() {
        sharing.exclude(us.manager.actor(), ann, ned.member().id(), "related", now);
        assertThat(waitingFor(ned)).isEmpty();
        assertThat(Visitor.signedIn(port, ned).get("/actions/" + action).status())
                .isEqualTo(404);
        sharing.exclude(us.manager.actor(), ann, nell.member().id(), "related", now);
        assertThat(plans.agree(us.coordinator.actor(), ann, draft(), now))
                .as("nobody of the team could do it")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theCoordinatorGivesItToATeamOnTheChildsPage() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        String path = "/cases/" + ann.value() + "/actions/new";
        assertThat(coordinator.get(path).body()).contains("Clinic, team of Testshire Health Trust");
        LocalDate due = UnitedKingdom.day(now).plusDays(9);
        assertThat(coordinator
                        .post(
                                path,
                                "what",
                                "Weigh her",
                                "why",
                                "To know",
                                "owner",
                                clinic.id().value().toString(),
                                "dueOn-day",
                                "" + due.getDayOfMonth(),
                                "dueOn-month",
                                "" + due.getMonthValue(),
                                "dueOn-year",
                                "" + due.getYear())
                        .status())
                .isEqualTo(303);
        assertThat(plans.actions(us.coordinator.actor(), ann)).anySatisfy(each -> {
            assertThat(each.what()).isEqualTo("Weigh her");
            assertThat(each.ownerTeam()).isEqualTo(clinic.id());
            assertThat(each.ownerMember()).isNull();
        });
    }
}
