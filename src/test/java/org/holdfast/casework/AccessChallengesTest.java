package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Challenge;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** SHR-3: somebody's access can be challenged; it rests or stands until somebody else than the two of them has looked, and then it is as they said. */
@HoldfastTest
class AccessChallengesTest {

    private final AccessChallenges challenges;
    private final Sharing sharing;
    private final MyWork work;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TestPartnership us;
    private final TestPartnership.Person officer;
    private final int port;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final CaseId ann;
    private final String readers;

    AccessChallengesTest(
            AccessChallenges challenges,
            Sharing sharing,
            MyWork work,
            Ledger ledger,
            People people,
            Cases cases,
            Circles circles,
            JdbcClient sql,
            TransactionTemplate transaction,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        clock.set(now);
        this.challenges = challenges;
        this.sharing = sharing;
        this.work = work;
        this.ledger = ledger;
        this.sql = sql;
        this.transaction = transaction;
        this.port = port;
        us = founder.found(now);
        officer = us.join(us.police, "Olly Officer", Role.AGENCY_CONTACT);
        var by = us.coordinator.actor();
        ChildFacts facts = ChildFacts.of(
                ChildName.asKnown("Ann Testchild"),
                BirthDate.of(UnitedKingdom.day(now).minusYears(15)),
                Sex.FEMALE);
        ann = cases.open(by, people.create(by, NewChild.of(facts, "test"), now), now);
        circles.lead(by, ann, us.socialWorker.member().id(), 1, now).orThrow();
        sharing.involve(by, ann, Involvement.of(us.police.id(), Basis.AGENCY, now), now);
        readers = "/cases/" + ann.value() + "/readers";
    }

    @Test
    void aChallengedAccessRestsUntilSomebodyElseConfirmsIt() {
        Visitor lead = Visitor.signedIn(port, us.socialWorker);
        assertThat(lead.get(readers).body()).contains("Olly Officer, Testshire Police");
        Visitor.Answer faulty =
                lead.post("/cases/" + ann.value() + "/challenges", "challenge-reason", "He looks every day.");
        assertThat(faulty.body())
                .as("what is missing is said, what was typed stays")
                .contains("Choose whose access it is.", "Say what holds until", "He looks every day.");
        assertThat(may(officer, Permission.SEE_CASE)).isTrue();
        lead.post("/cases/" + ann.value() + "/challenges", challengeOf(officer, true));

        assertThat(may(officer, Permission.SEE_CASE)).isFalse();
        Visitor challenged = Visitor.signedIn(port, officer);
        assertThat(challenged.get("/cases/" + ann.value()).status()).isEqualTo(404);
        assertThat(challenged.get("/access/" + ann.value()).status())
                .as("nor does an emergency get round it")
                .isEqualTo(404);
        assertThat(written("casework.mail.challenged-rests"))
                .containsExactly(officer.member().id().value());
        assertThat(waits(us.socialWorker)).as("who asked does not review").isFalse();
        assertThat(waits(us.coordinator)).isTrue();
        assertThat(waits(us.informationGovernance)).isTrue();
        assertThat(List.of(us.healthVoter, us.manager))
                .as("who may not see who reads the case is not told of it, whatever their office")
                .noneMatch(this::waits);

        UUID id = open().id();
        String review = "/cases/" + ann.value() + "/challenges/" + id;
        String[] confirmed = {"review-" + id, "CONFIRMED", "because-" + id, "He is the officer in the case."};
        assertThat(Visitor.signedIn(port, us.healthVoter)
                        .post(review, confirmed)
                        .status())
                .as("whoever may not see who reads the case reviews nothing")
                .isEqualTo(404);
        assertThat(lead.post(review, confirmed).body()).contains("Somebody else than who asked");
        assertThat(may(officer, Permission.SEE_CASE)).isFalse();
        Visitor governance = Visitor.signedIn(port, us.informationGovernance);
        assertThat(governance.get(readers).body())
                .contains("He looks every day.", "What becomes of the access", "Ann Testchild")
                .as("and no more of the child than the name")
                .doesNotContain("years old", "Born:", readers.replace("/readers", "/chronology"));
        assertThat(lead.get(readers).body()).contains("years old", "Born:", readers.replace("/readers", "/chronology"));
        governance.post(review, confirmed);

        assertThat(may(officer, Permission.SEE_CASE)).isTrue();
        assertThat(may(officer, Permission.ADD_TO_CASE)).as("all of it").isTrue();
        assertThat(written("casework.mail.challenge-confirmed"))
                .containsExactly(officer.member().id().value());
        assertThat(waits(us.coordinator)).isFalse();
        assertThat(lines("access-challenged", "access-reviewed"))
                .extracting(LedgerLine::actorName)
                .containsExactly("Ingo Governance", "Sol Socialworker");
        assertThat(challenges.review(us.coordinator.actor(), ann, id, Challenge.State.ENDED, "Late", now))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whereItStandsThePersonReadsOnAndANarrowedAccessReadsAndDoesNothingElse() {
        challenge(us.informationGovernance, officer, false);
        assertThat(may(officer, Permission.SEE_CASE)).as("it stands meanwhile").isTrue();
        UUID first = open().id();
        assertThat(challenges.challenge(
                        us.coordinator.actor(), ann, officer.member().id(), "Again", true, now))
                .as("one at a time")
                .isInstanceOf(Outcome.Refused.class);
        challenges
                .review(us.coordinator.actor(), ann, first, Challenge.State.NARROWED, "He need not write.", now)
                .orThrow();
        assertThat(may(officer, Permission.SEE_CASE)).isTrue();
        assertThat(may(officer, Permission.ADD_TO_CASE)).isFalse();
        Visitor narrowed = Visitor.signedIn(port, officer);
        assertThat(narrowed.get("/cases/" + ann.value() + "/chronology").status())
                .isEqualTo(200);
        assertThat(narrowed.get("/cases/" + ann.value() + "/chronology/new").status())
                .isEqualTo(404);

        challenge(us.informationGovernance, officer, false);
        challenges
                .review(us.coordinator.actor(), ann, open().id(), Challenge.State.CONFIRMED, "He is needed.", now)
                .orThrow();
        assertThat(may(officer, Permission.ADD_TO_CASE))
                .as("the later review takes the place of the earlier")
                .isTrue();
    }

    @Test
    void anEndedAccessIsAnExclusionByOfficeToo() {
        TestPartnership.Person second = us.join(us.council, "Cory Coordinator", Role.PANEL_COORDINATOR);
        challenge(us.coordinator, second, false);
        assertThat(waits(second)).as("whose access it is does not review").isFalse();
        assertThat(challenges.review(second.actor(), ann, open().id(), Challenge.State.CONFIRMED, "I do", now))
                .isEqualTo(Outcome.refused(Reason.of("sharing.challenge.somebody-else", "SHR-3")));
        challenges
                .review(us.socialWorker.actor(), ann, open().id(), Challenge.State.CONFIRMED, "Needed", now)
                .orThrow();
        challenge(us.coordinator, second, true);
        assertThat(may(second, Permission.SEE_CASE))
                .as("the office rests as well")
                .isFalse();
        challenges
                .review(us.socialWorker.actor(), ann, open().id(), Challenge.State.ENDED, "Related to the family", now)
                .orThrow();
        assertThat(may(second, Permission.SEE_CASE)).isFalse();
        assertThat(sharing.excludedForGood(us.coordinator.actor(), ann))
                .containsExactly(second.member().id());
        assertThat(challenges.challenge(
                        us.coordinator.actor(), ann, second.member().id(), "Again", true, now))
                .as("who is kept out needs no challenge")
                .isEqualTo(Outcome.refused(Reason.about("challenged", "casework.challenge.does-not-see")));
        assertThat(written("casework.mail.challenge-ended"))
                .containsExactly(second.member().id().value());
    }

    @Test
    void nobodyChallengesThemselvesOrWhoDoesNotSeeTheCaseAndWhoLeadsIsNotEnded() {
        assertThat(challenges.challenge(
                        us.coordinator.actor(), ann, us.coordinator.member().id(), "Me", true, now))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(challenges.challenge(
                        us.coordinator.actor(), ann, us.guardian.member().id(), "Him", true, now))
                .isEqualTo(Outcome.refused(Reason.about("challenged", "casework.challenge.does-not-see")));
        assertThat(challenges.challenge(
                        officer.actor(), ann, us.socialWorker.member().id(), "Her", true, now))
                .as("whoever may not see who reads the case")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        for (TestPartnership.Person needed : List.of(us.socialWorker, us.coordinator)) {
            assertThat(challenges.challenge(
                            us.informationGovernance.actor(),
                            ann,
                            needed.member().id(),
                            "Needed?",
                            true,
                            now))
                    .as("nobody leaves a child without who leads the case or co-ordinates it")
                    .isEqualTo(Outcome.refused(Reason.about("rests", "casework.challenge.needed")));
        }
        for (TestPartnership.Person needed : List.of(us.socialWorker, us.coordinator)) {
            challenge(needed == us.coordinator ? us.socialWorker : us.coordinator, needed, false);
            UUID id = open().id();
            for (Challenge.State less : List.of(Challenge.State.ENDED, Challenge.State.NARROWED)) {
                assertThat(challenges.review(us.informationGovernance.actor(), ann, id, less, "No", now))
                        .as("nor with who only reads it")
                        .isEqualTo(Outcome.refused(Reason.about("review-" + id, "casework.challenge.needed-still")));
            }
            challenges
                    .review(us.informationGovernance.actor(), ann, id, Challenge.State.CONFIRMED, "Yes", now)
                    .orThrow();
        }
        TestPartnership.Person second = us.join(us.council, "Cory Coordinator", Role.PANEL_COORDINATOR);
        challenge(us.socialWorker, second, false);
        challenges
                .review(us.informationGovernance.actor(), ann, open().id(), Challenge.State.NARROWED, "Yes", now)
                .orThrow();
        assertThat(challenges.challenge(
                        us.informationGovernance.actor(),
                        ann,
                        us.coordinator.member().id(),
                        "He?",
                        true,
                        now))
                .as("a co-ordinator who only reads does not take their place")
                .isInstanceOf(Outcome.Refused.class);
        TestPartnership.Person nobody = us.join(us.health, "Nell Nurse", Role.AGENCY_CONTACT);
        assertThat(Visitor.signedIn(port, nobody)
                        .post("/cases/" + ann.value() + "/challenges", challengeOf(officer, true))
                        .status())
                .isEqualTo(404);
    }

    private static String[] challengeOf(TestPartnership.Person person, boolean rests) {
        return new String[] {
            "challenged",
            person.member().id().value().toString(),
            "challenge-reason",
            "He looks every day.",
            "rests",
            Boolean.toString(rests)
        };
    }

    private void challenge(TestPartnership.Person by, TestPartnership.Person person, boolean rests) {
        challenges
                .challenge(by.actor(), ann, person.member().id(), "Needed?", rests, now)
                .orThrow();
    }

    private Challenge open() {
        return challenges.seen(us.coordinator.actor(), ann, now).challenges().stream()
                .filter(Challenge::open)
                .findFirst()
                .orElseThrow();
    }

    private boolean may(TestPartnership.Person person, Permission permission) {
        return !sharing.visible(person.actor(), permission, Set.of(ann), now).isEmpty();
    }

    private boolean waits(TestPartnership.Person person) {
        return work.of(person.actor(), now).stream()
                .anyMatch(it -> it.item().path().equals(readers));
    }

    private List<LedgerLine> lines(String... events) {
        return ledger.lines(us.coordinator.actor(), LedgerFilter.ALL.about(ann.value()), Long.MAX_VALUE, 100).stream()
                .filter(it -> Set.of(events).contains(it.event()))
                .toList();
    }

    private List<UUID> written(String key) {
        return transaction.execute(_ -> {
            sql.sql("select set_config('holdfast.partnership', ?, true)")
                    .param(us.partnership.id().value().toString())
                    .query(String.class)
                    .single();
            return sql.sql("select member_id from mail.message where text_key = ?")
                    .param(key)
                    .query(UUID.class)
                    .list();
        });
    }
}
