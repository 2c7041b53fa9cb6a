package org.holdfast.requests;

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
import org.holdfast.casework.MyWork;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agency is asked goes to its team that answers: to each who may, until one takes it on (MTG-3). */
@HoldfastTest
class TeamRequestsTest {

    private final Requests requests;
    private final RequestStore store;
    private final MyWork work;
    private final Teams teams;
    private final Partnerships partnerships;
    private final Ledger ledger;
    private final int port;
    private final TestPartnership us;
    private final Instant now = Instant.now();
    private final Person contact;
    private final Person nell;
    private final Person ned;
    private final Person porter;
    private final Team clinic;
    private final MeetingId panel;

    TeamRequestsTest(
            Requests requests,
            RequestStore store,
            MyWork work,
            Teams teams,
            Partnerships partnerships,
            Ledger ledger,
            PanelToAsk toAsk,
            @LocalServerPort int port,
            TestPartnership.Founder founder) {
        this.requests = requests;
        this.store = store;
        this.work = work;
        this.teams = teams;
        this.partnerships = partnerships;
        this.ledger = ledger;
        this.port = port;
        us = founder.found(now);
        contact = us.join(us.health, "Cora Contact", Role.AGENCY_CONTACT);
        nell = us.join(us.health, "Nell Nurse", Role.ADVISER);
        ned = us.join(us.health, "Ned Nurse", Role.ADVISER);
        porter = us.join(us.health, "Pip Porter", Role.FIRST_RESPONDER);
        clinic = teams.make(us.program, us.health.id(), "Clinic", UnitedKingdom.day(now), null, now);
        for (Person person : List.of(nell, ned, porter)) {
            teams.join(us.program, clinic.id(), person.member().id(), now);
        }
        int version = teams.team(us.program, clinic.id()).orElseThrow().version();
        teams.change(us.program, clinic.id(), version, "Clinic", nell.member().id(), null, now);
        toAsk.waiting(us, "Ann Testchild", now);
        LocalDate on = UnitedKingdom.day(now).plusDays(20);
        panel = toAsk.planned(us, on, now);
    }

    private Request asked() {
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
        return ledger.within(
                us.coordinator.actor(),
                () -> store.forMeeting(us.partnership.id(), panel).stream()
                        .filter(request -> request.agency().equals(us.health.id()))
                        .findFirst()
                        .orElseThrow());
    }

    private boolean waitsFor(Person person) {
        return work.of(person.actor(), Instant.now()).stream()
                .anyMatch(row -> row.item().key().equals("requests.work.answer"));
    }

    @Test
    void theTeamThatAnswersForTheAgencyIsAskedAndOneOfItTakesItOn() {
        teams.answers(us.program, us.health.id(), clinic.id(), now);
        UUID id = asked().id().value();
        assertThat(waitsFor(nell) && waitsFor(ned)).isTrue();
        assertThat(waitsFor(contact)).as("the team answers").isFalse();
        assertThat(waitsFor(porter)).as("who may not answer is not asked").isFalse();

        Visitor taking = Visitor.signedIn(port, ned);
        assertThat(taking.get("/requests/" + id).body()).contains("waits for the team Clinic");
        assertThat(taking.post("/requests/" + id + "/take").status()).isEqualTo(303);
        assertThat(taking.get("/requests/" + id).body()).contains("taken on by Ned Nurse");
        assertThat(waitsFor(ned)).isTrue();
        assertThat(waitsFor(nell)).isFalse();
        assertThat(Visitor.signedIn(port, nell)
                        .post("/requests/" + id + "/take")
                        .status())
                .isEqualTo(422);

        // he leaves: it waits for the team again
        teams.leave(us.program, clinic.id(), ned.member().id(), now);
        assertThat(waitsFor(nell)).isTrue();
    }

    @Test
    void theAgencyGivesItToATeamAndWhoeverIsNotAskedFindsNothing() {
        UUID id = asked().id().value();
        assertThat(waitsFor(contact)).isTrue();
        Visitor giving = Visitor.signedIn(port, contact);
        giving.get("/requests/" + id);
        assertThat(giving.post(
                                "/requests/" + id + "/team",
                                "team",
                                clinic.id().value().toString())
                        .status())
                .isEqualTo(303);
        assertThat(waitsFor(contact)).isFalse();
        assertThat(waitsFor(nell)).isTrue();
        // a team of somebody else's agency is none
        Team police = teams.make(us.program, us.police.id(), "Missing", UnitedKingdom.day(now), null, now);
        teams.join(us.program, police.id(), us.policeVoter.member().id(), now);
        assertThat(giving.post(
                                "/requests/" + id + "/team",
                                "team",
                                police.id().value().toString())
                        .status())
                .isEqualTo(422);
        // being in the team gives no right to answer
        Visitor without = Visitor.signedIn(port, porter);
        assertThat(without.get("/requests/" + id).status()).isEqualTo(404);
        assertThat(without.post("/requests/" + id + "/take").status()).isEqualTo(404);
        Visitor other = Visitor.signedIn(port, us.policeVoter);
        assertThat(other.post("/requests/" + id + "/team", "team", "").status()).isEqualTo(404);
        assertThat(other.post("/requests/" + id + "/take").status()).isEqualTo(404);
    }

    @Test
    void aTeamWithoutALeadLeavesItToTheLeadOfTheAgencyToo() {
        partnerships.leads(us.program, us.health.id(), us.healthVoter.member().id(), now);
        teams.answers(us.program, us.health.id(), clinic.id(), now);
        asked();
        assertThat(waitsFor(us.healthVoter)).isFalse();
        teams.leave(us.program, clinic.id(), nell.member().id(), now);
        assertThat(waitsFor(us.healthVoter)).isTrue();
        assertThat(waitsFor(ned)).isTrue();
    }
}
