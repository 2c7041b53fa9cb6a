package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.MemberId;
import org.junit.jupiter.api.Test;

/** SHR-3: whether somebody has to see a child's case is asked by one, reviewed by another, and what was said holds until it is said otherwise. */
@HoldfastTest
class ChallengesTest {

    private final Challenges challenges;
    private final Sharing sharing;
    private final Ledger ledger;
    private final TestPartnership us;
    private final TestPartnership others;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final Instant later = now.plusSeconds(3600);
    private final CaseId ann = new CaseId(UUID.randomUUID());
    private final CaseId ben = new CaseId(UUID.randomUUID());
    private final Person officer;
    private final Person inspector;
    private final Actor worker;
    private final Actor coordinator;
    private final Actor governance;

    ChallengesTest(Challenges challenges, Sharing sharing, Ledger ledger, TestPartnership.Founder founder) {
        this.challenges = challenges;
        this.sharing = sharing;
        this.ledger = ledger;
        us = founder.found(now);
        others = founder.found(now);
        officer = us.join(us.police, "Olly Officer", Role.AGENCY_CONTACT);
        inspector = us.join(us.police, "Iris Inspector", Role.AGENCY_CONTACT);
        worker = us.socialWorker.actor();
        coordinator = us.coordinator.actor();
        governance = us.informationGovernance.actor();
        for (CaseId child : List.of(ann, ben)) {
            sharing.opened(us.program, child);
            sharing.involve(coordinator, child, Involvement.of(us.police.id(), Basis.AGENCY, now), now);
            sharing.involve(
                    coordinator, child, Involvement.of(us.socialWorker.member().id(), Basis.ASSIGNED, now), now);
        }
    }

    @Test
    void aChallengeSaysWhoseAccessItIsWhoAsksAndWhyAndTheAccessRestsInThisCaseAlone() {
        Challenge asked = challenges
                .challenge(worker, ann, officer.member(), " He looks every day. ", true, now)
                .orThrow();
        assertThat(asked)
                .isEqualTo(new Challenge(
                        asked.id(),
                        ann,
                        idOf(officer),
                        "Olly Officer",
                        "Testshire Police",
                        "He looks every day.",
                        true,
                        idOf(us.socialWorker),
                        "Sol Socialworker",
                        now,
                        Challenge.State.OPEN,
                        "",
                        "",
                        null));
        assertThat(challenges.of(coordinator, ann)).containsExactly(asked);
        assertThat(challenges.of(coordinator, ben)).isEmpty();
        assertThat(lines(ann, "access-challenged")).singleElement().satisfies(line -> {
            assertThat(line.actorName()).isEqualTo("Sol Socialworker");
            assertThat(line.subjectId()).isEqualTo(asked.id());
            assertThat(line.detail())
                    .contains(idOf(officer).value().toString(), "\"rests\":true")
                    .doesNotContain("every day");
        });

        assertThat(may(officer, Permission.SEE_CASE, ann)).isFalse();
        assertThat(may(officer, Permission.SEE_CASE, ben)).isTrue();
        assertThat(may(inspector, Permission.SEE_CASE, ann)).isTrue();
        assertThat(sharing.excluded(coordinator, ann, idOf(officer))).isTrue();
        assertThat(sharing.excluded(coordinator, ann)).containsExactly(idOf(officer));
        assertThat(sharing.keptOutOf(officer.actor(), Set.of(ann, ben))).containsExactly(ann);
        assertThat(sharing.fields(officer.actor(), ann, now).reads(DataClass.SAFEGUARDING))
                .isFalse();
        assertThat(sharing.excludedForGood(coordinator, ann)).as("not for good").isEmpty();
    }

    @Test
    void anAccessThatStandsMeanwhileIsAsItWas() {
        challenges
                .challenge(worker, ann, officer.member(), "Needed?", false, now)
                .orThrow();
        assertThat(may(officer, Permission.ADD_TO_CASE, ann)).isTrue();
        assertThat(sharing.excluded(coordinator, ann)).isEmpty();
        assertThat(sharing.excluded(coordinator, ann, idOf(officer))).isFalse();
        assertThat(challenges.narrowed(coordinator, ann)).isEmpty();
        assertThat(lines(ann, "access-challenged").getFirst().detail()).contains("\"rests\":false");
    }

    @Test
    void itWaitsForThoseWhoMayReviewItTheOldestFirst() {
        Challenge second = challenges
                .challenge(worker, ben, officer.member(), "Needed?", false, later)
                .orThrow();
        Challenge first = challenges
                .challenge(worker, ann, officer.member(), "Needed?", false, now)
                .orThrow();
        assertThat(challenges.waiting(coordinator, later)).containsExactly(first, second);
        assertThat(challenges.waiting(governance, later)).containsExactly(first, second);
        assertThat(challenges.waiting(worker, later)).as("not for who asked").isEmpty();
        assertThat(challenges.waiting(officer.actor(), later))
                .as("nor for whoever may not see who reads a case")
                .isEmpty();
        assertThat(challenges.waiting(us.manager.actor(), later))
                .as("nor for a manager whom nothing ties to the child")
                .isEmpty();
        assertThat(challenges.waiting(others.coordinator.actor(), later)).isEmpty();

        sharing.involve(coordinator, ben, Involvement.of(idOf(us.manager), Basis.ASSIGNED, later), later);
        assertThat(challenges.waiting(us.manager.actor(), later)).containsExactly(second);
        sharing.exclude(us.manager.actor(), ann, idOf(us.coordinator), "Knows the family", later);
        assertThat(challenges.waiting(coordinator, later))
                .as("nor for whoever is kept out of the case")
                .containsExactly(second);
        review(governance, ann, first, Challenge.State.CONFIRMED);
        assertThat(challenges.waiting(governance, later)).containsExactly(second);
    }

    @Test
    void somebodyElseConfirmsItAndTheAccessIsAsItWas() {
        Challenge asked = challenges
                .challenge(worker, ann, officer.member(), "Needed?", true, now)
                .orThrow();
        review(governance, ann, asked, Challenge.State.CONFIRMED);
        assertThat(may(officer, Permission.SEE_CASE, ann)).isTrue();
        assertThat(may(officer, Permission.ADD_TO_CASE, ann)).isTrue();
        assertThat(sharing.excluded(coordinator, ann)).isEmpty();
        assertThat(challenges.of(coordinator, ann)).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo(Challenge.State.CONFIRMED);
            assertThat(it.open()).isFalse();
            assertThat(it.reviewedBy()).isEqualTo("Ingo Governance");
            assertThat(it.words()).isEqualTo("As I found it.");
            assertThat(it.reviewedAt()).isEqualTo(later);
            assertThat(it.reason()).isEqualTo("Needed?");
        });
        assertThat(lines(ann, "access-reviewed")).singleElement().satisfies(line -> {
            assertThat(line.actorName()).isEqualTo("Ingo Governance");
            assertThat(line.subjectId()).isEqualTo(asked.id());
            assertThat(line.detail())
                    .contains(idOf(officer).value().toString(), "CONFIRMED")
                    .doesNotContain("found it");
        });
        assertThat(lines(ann, "excluded")).isEmpty();
    }

    @Test
    void aNarrowedAccessReadsAndDoesNothingElseUntilALaterReviewOfTheSamePersonAndCase() {
        for (Person each : List.of(officer, inspector)) {
            Challenge asked = challenges
                    .challenge(worker, ann, each.member(), "Needed?", true, now)
                    .orThrow();
            review(coordinator, ann, asked, Challenge.State.NARROWED);
            assertThat(may(each, Permission.SEE_CASE, ann)).isTrue();
            assertThat(may(each, Permission.ADD_TO_CASE, ann)).isFalse();
            assertThat(may(each, Permission.ADD_TO_CASE, ben)).isTrue();
        }
        assertThat(challenges.narrowed(coordinator, ann)).containsExactlyInAnyOrder(idOf(officer), idOf(inspector));
        assertThat(challenges.narrowed(coordinator, ben)).isEmpty();
        assertThat(sharing.ask(officer.actor(), Permission.ADD_TO_CASE, ann, later))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(lines(ann, "access-refused").getFirst().detail()).contains("NARROWED");

        Challenge again = challenges
                .challenge(worker, ann, officer.member(), "He writes again.", false, later)
                .orThrow();
        assertThat(may(officer, Permission.ADD_TO_CASE, ann))
                .as("what was said holds while it is asked again")
                .isFalse();
        assertThat(challenges.of(coordinator, ann).getFirst())
                .as("the newest first")
                .isEqualTo(again);
        review(governance, ann, again, Challenge.State.CONFIRMED);
        assertThat(may(officer, Permission.ADD_TO_CASE, ann)).isTrue();
        assertThat(may(inspector, Permission.ADD_TO_CASE, ann)).isFalse();
        assertThat(challenges.narrowed(coordinator, ann)).containsExactly(idOf(inspector));
    }

    @Test
    void anEndedAccessIsAnExclusionThatCanBeLifted() {
        Challenge asked = challenges
                .challenge(worker, ann, officer.member(), "Needed?", false, now)
                .orThrow();
        review(coordinator, ann, asked, Challenge.State.ENDED);
        assertThat(may(officer, Permission.SEE_CASE, ann)).isFalse();
        assertThat(may(officer, Permission.SEE_CASE, ben)).isTrue();
        assertThat(sharing.excludedForGood(coordinator, ann)).containsExactly(idOf(officer));
        assertThat(lines(ann, "excluded"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.detail()).contains(idOf(officer).value().toString()));
        sharing.liftExclusion(coordinator, ann, idOf(officer), later);
        assertThat(may(officer, Permission.SEE_CASE, ann)).isTrue();
    }

    @Test
    void nobodyReviewsTheirOwnAccessOrTheirOwnQuestion() {
        Person manager = us.manager;
        sharing.involve(coordinator, ann, Involvement.of(idOf(manager), Basis.ASSIGNED, now), now);
        Challenge asked = challenges
                .challenge(worker, ann, manager.member(), "Needed?", false, now)
                .orThrow();
        Outcome<Challenge> somebodyElse = Outcome.refused(Reason.of("sharing.challenge.somebody-else", "SHR-3"));
        for (Actor party : List.of(worker, manager.actor())) {
            assertThat(challenges.review(party, ann, asked.id(), Challenge.State.CONFIRMED, "Fine", later))
                    .as(party.name())
                    .isEqualTo(somebodyElse);
            assertThat(challenges.waiting(party, later)).as(party.name()).isEmpty();
        }
        for (Actor stranger : List.of(officer.actor(), us.guardian.actor(), others.coordinator.actor())) {
            assertThat(challenges.review(stranger, ann, asked.id(), Challenge.State.CONFIRMED, "Fine", later))
                    .as("whoever may not see who reads the case: " + stranger.name())
                    .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        }
        assertThat(challenges.of(coordinator, ann)).containsExactly(asked);
        assertThat(lines(ann, "access-reviewed")).isEmpty();
    }

    @Test
    void aReviewIsOfAnOpenChallengeOfThisCaseAndSaysSomething() {
        Challenge asked = challenges
                .challenge(worker, ann, officer.member(), "Needed?", true, now)
                .orThrow();
        for (CaseId elsewhere : List.of(ben, new CaseId(UUID.randomUUID()))) {
            assertThat(challenges.review(governance, elsewhere, asked.id(), Challenge.State.CONFIRMED, "Fine", later))
                    .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        }
        assertThat(challenges.review(governance, ann, UUID.randomUUID(), Challenge.State.CONFIRMED, "Fine", later))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(challenges.review(governance, ann, asked.id(), Challenge.State.OPEN, "Later", later))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(challenges.of(coordinator, ann)).containsExactly(asked);
        assertThat(may(officer, Permission.SEE_CASE, ann)).isFalse();

        review(governance, ann, asked, Challenge.State.CONFIRMED);
        assertThat(challenges.review(coordinator, ann, asked.id(), Challenge.State.ENDED, "Late", later))
                .as("what was reviewed is reviewed")
                .isEqualTo(Outcome.refused(Reason.of("sharing.challenge.reviewed-already", "SHR-3")));
        assertThat(may(officer, Permission.SEE_CASE, ann)).isTrue();
        assertThat(lines(ann, "access-reviewed")).hasSize(1);
    }

    @Test
    void nobodyChallengesThemselvesNorTwiceAtOnceNorACaseWhoseReadersTheyMayNotSee() {
        assertThat(challenges.challenge(worker, ann, us.socialWorker.member(), "Me", true, now))
                .isEqualTo(Outcome.refused(Reason.about("challenged", "sharing.challenge.is-you")));
        for (Actor stranger : List.of(inspector.actor(), us.guardian.actor(), others.coordinator.actor())) {
            assertThat(challenges.challenge(stranger, ann, officer.member(), "Him", true, now))
                    .as(stranger.name())
                    .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        }
        assertThat(challenges.of(coordinator, ann)).isEmpty();
        assertThat(lines(ann, "access-challenged")).isEmpty();
        assertThat(may(officer, Permission.SEE_CASE, ann)).isTrue();

        Challenge asked = challenges
                .challenge(worker, ann, officer.member(), "Needed?", false, now)
                .orThrow();
        assertThat(challenges.challenge(governance, ann, officer.member(), "Him too", true, later))
                .isEqualTo(
                        Outcome.refused(Reason.about("challenged", "sharing.challenge.open-already", "Olly Officer")));
        assertThat(challenges.of(coordinator, ann)).containsExactly(asked);
        assertThat(lines(ann, "access-challenged")).hasSize(1);
        assertThat(challenges
                        .challenge(worker, ben, officer.member(), "And here?", false, later)
                        .orThrow()
                        .caseId())
                .as("each case is a question of its own")
                .isEqualTo(ben);
    }

    private void review(Actor by, CaseId child, Challenge challenge, Challenge.State to) {
        assertThat(challenges
                        .review(by, child, challenge.id(), to, " As I found it. ", later)
                        .orThrow())
                .as("whoever asked is told which it was")
                .isEqualTo(challenge);
    }

    private boolean may(Person person, Permission permission, CaseId child) {
        return !sharing.visible(person.actor(), permission, Set.of(child), later)
                .isEmpty();
    }

    private static MemberId idOf(Person person) {
        return person.member().id();
    }

    private List<LedgerLine> lines(CaseId child, String event) {
        return ledger.lines(coordinator, LedgerFilter.ALL.about(child.value()), Long.MAX_VALUE, 100).stream()
                .filter(line -> line.event().equals(event))
                .toList();
    }
}
