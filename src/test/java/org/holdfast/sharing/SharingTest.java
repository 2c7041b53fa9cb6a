package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.Test;

/** Who needs to know of a case, who is kept out of it, and what the ledger is told of both (SHR-3, NRM-22). */
@HoldfastTest
class SharingTest {

    private final Sharing sharing;
    private final Agreements agreements;
    private final Ledger ledger;
    private final Partnerships partnerships;
    private final TestPartnership us;
    private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Instant later = now.plusSeconds(3600);
    private final CaseId ann = new CaseId(UUID.randomUUID());
    private final CaseId ben = new CaseId(UUID.randomUUID());
    private final Actor coordinator;
    private final Actor worker;
    private final MemberId workersId;

    SharingTest(
            Sharing sharing,
            Agreements agreements,
            Ledger ledger,
            Partnerships partnerships,
            TestPartnership.Founder founder) {
        this.sharing = sharing;
        this.agreements = agreements;
        this.ledger = ledger;
        this.partnerships = partnerships;
        us = founder.found(now);
        coordinator = us.coordinator.actor();
        worker = us.socialWorker.actor();
        workersId = us.socialWorker.member().id();
        sharing.opened(us.program, ann);
        sharing.opened(us.program, ben);
    }

    @Test
    void aWorkerSeesACaseWhileItIsTheirsAndTheLedgerKnowsSinceWhenAndUntilWhen() {
        assertThat(sees(worker, ann, now)).isFalse();
        sharing.involve(coordinator, ann, Involvement.of(workersId, Basis.ASSIGNED, now), now);
        assertThat(sharing.ask(worker, Permission.CHANGE_CASE, ann, now))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.ASSIGNED)));
        assertThat(sees(worker, ann, now.minusSeconds(1))).as("not before").isFalse();
        assertThat(sees(worker, ben, now)).as("and no other case").isFalse();
        assertThat(sharing.involvements(coordinator, ann))
                .containsExactly(Involvement.of(workersId, Basis.ASSIGNED, now));

        sharing.release(coordinator, ann, workersId, null, Basis.ASSIGNED, later);
        assertThat(sees(worker, ann, later.minusSeconds(1))).isTrue();
        assertThat(sees(worker, ann, later)).isFalse();
        assertThat(sharing.involvements(coordinator, ann))
                .as("what was stays on record")
                .containsExactly(new Involvement(workersId, null, Basis.ASSIGNED, now, later));
        assertThat(changes(ann)).containsExactly("involvement-ended", "involved");
        assertThat(lines(ann).getLast().detail())
                .contains(workersId.value().toString(), "ASSIGNED")
                .contains("2026-03-02T09:00:00Z");
    }

    @Test
    void whatIsSoAlreadyIsNotToldTwice() {
        sharing.involve(coordinator, ann, Involvement.of(workersId, Basis.ASSIGNED, now), now);
        sharing.involve(coordinator, ann, Involvement.of(workersId, Basis.ASSIGNED, later), later);
        assertThat(sharing.involvements(coordinator, ann))
                .extracting(Involvement::from)
                .containsExactly(now);
        sharing.release(coordinator, ann, workersId, null, Basis.ASSIGNED, later);
        sharing.release(coordinator, ann, workersId, null, Basis.ASSIGNED, later);
        sharing.release(coordinator, ann, workersId, null, Basis.REFERRER, later);
        assertThat(changes(ann)).containsExactly("involvement-ended", "involved");

        sharing.liftExclusion(coordinator, ben, workersId, now);
        assertThat(changes(ben)).isEmpty();
    }

    @Test
    void anAgencyAtTheChildsSideReadsThroughItsAgreementAndUntilItLeaves() {
        Involvement health = Involvement.of(us.health.id(), Basis.AGENCY, now);
        sharing.involve(coordinator, ann, health, now);
        Actor voter = us.healthVoter.actor();
        assertThat(sharing.ask(voter, Permission.SEE_CASE, ann, now))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.AGENCY)));
        assertThat(sees(us.policeVoter.actor(), ann, now))
                .as("another agency does not")
                .isFalse();
        assertThat(sharing.involvements(coordinator, ann)).containsExactly(health);
        assertThat(lines(ann).getFirst().detail())
                .contains(us.health.id().value().toString())
                .doesNotContain("member");

        sharing.release(coordinator, ann, null, us.health.id(), Basis.AGENCY, later);
        assertThat(sees(voter, ann, later)).isFalse();
        assertThat(lines(ann).getFirst().event()).isEqualTo("involvement-ended");
        assertThat(lines(ann).getFirst().detail())
                .contains(us.health.id().value().toString());
    }

    @Test
    void anAgencyThatSignedNothingReadsNothing() {
        var charity = us.joinInEarnest(chapel(), "Chris Charityworker", Role.AGENCY_CONTACT);
        sharing.involve(
                coordinator, ann, Involvement.of(charity.member().agency().id(), Basis.AGENCY, now), now);
        assertThat(sharing.ask(charity.actor(), Permission.SEE_CASE, ann, now))
                .as("whoever has to do with the child may know what is missing")
                .isEqualTo(Outcome.refused(
                        Agreements.missing(charity.member().agency().name(), Purpose.CASE_WORK)));
        assertThat(lines(ann).getFirst().detail()).contains("AGREEMENT");
        us.signed(us.council, charity.member().agency());
        assertThat(sees(charity.actor(), ann, now)).isTrue();
    }

    @Test
    void whoIsKeptOutSeesNothingWhateverTheirOfficeUntilLetInAgain() {
        MemberId coordinatorsId = us.coordinator.member().id();
        Actor manager = us.manager.actor();
        assertThat(sharing.excluded(manager, ann, coordinatorsId)).isFalse();
        sharing.exclude(manager, ann, coordinatorsId, "Knows the family", now);
        sharing.exclude(manager, ann, workersId, "Is the uncle", now);
        assertThat(sharing.excluded(manager, ann, coordinatorsId)).isTrue();
        assertThat(sharing.excluded(manager, ben, coordinatorsId)).isFalse();
        assertThat(sharing.excluded(manager, ann)).containsExactlyInAnyOrder(coordinatorsId, workersId);
        assertThat(sharing.excluded(manager, ben)).isEmpty();
        assertThat(sharing.keptOutOf(coordinator, Set.of(ann, ben))).containsExactly(ann);
        assertThat(sharing.visible(coordinator, Permission.SEE_CASE, Set.of(ann, ben), now))
                .containsExactly(ben);
        assertThat(sharing.ask(coordinator, Permission.SEE_CASE, ann, now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(lines(ann).getFirst()).satisfies(line -> {
            assertThat(line.act()).isEqualTo(Act.REFUSED);
            assertThat(line.detail()).contains("EXCLUDED", "SEE_CASE");
        });
        assertThat(lines(ann))
                .as("why stays with the exclusion")
                .noneMatch(line -> line.detail().contains("family"));

        sharing.liftExclusion(manager, ann, coordinatorsId, later);
        assertThat(sharing.excluded(manager, ann, coordinatorsId)).isFalse();
        assertThat(sees(coordinator, ann, later)).isTrue();
        assertThat(changes(ann)).containsExactly("exclusion-lifted", "excluded", "excluded");
    }

    @Test
    void whatTheCallerKnowsOpensThisOneQuestionAndNoOther() {
        List<Involvement> owner = List.of(Involvement.of(workersId, Basis.ACTION, now));
        assertThat(sharing.ask(worker, Permission.ANSWER_ACTION, ann, owner, now))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.ACTION)));
        assertThat(sharing.ask(worker, Permission.ANSWER_ACTION, ann, now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        CaseId nowhere = new CaseId(UUID.randomUUID());
        assertThat(sharing.ask(worker, Permission.ANSWER_ACTION, nowhere, owner, now))
                .as("nor a case that is not there")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(lines(nowhere).getFirst().detail()).contains("NO_SUCH_CASE");
    }

    @Test
    void withoutTheRoleNothingIsAskedAndTheRefusalIsOnTheLedger() {
        assertThat(sharing.ask(coordinator, Permission.KEEP_AGREEMENTS, now))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.OFFICE)));
        assertThat(sharing.may(coordinator, Permission.KEEP_AGREEMENTS)).isTrue();
        assertThat(sharing.may(worker, Permission.KEEP_AGREEMENTS)).isFalse();
        assertThat(sharing.ask(worker, Permission.KEEP_AGREEMENTS, now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(ledger.lines(coordinator, LedgerFilter.ALL, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.event()).isEqualTo("access-refused");
                    assertThat(line.actor()).isEqualTo(worker.member());
                    assertThat(line.detail()).contains("KEEP_AGREEMENTS", "ROLE");
                });
        Actor guardian = us.guardian.actor();
        sharing.involve(coordinator, ann, Involvement.of(us.guardian.member().id(), Basis.ASSIGNED, now), now);
        assertThat(sharing.visible(guardian, Permission.SEE_CASE, Set.of(ann), now))
                .isEmpty();
        assertThat(sharing.visible(coordinator, Permission.SEE_CASE, Set.of(), now))
                .isEmpty();
        assertThat(sharing.visible(coordinator, Permission.SEE_CASE, Set.of(ann, new CaseId(UUID.randomUUID())), now))
                .as("what is not there is not seen")
                .containsExactly(ann);
    }

    @Test
    void whoWasLetInUntilAnHourSeesNothingFromThenAndMayBeLetInAgainOrEndSooner() {
        Instant hour = now.plusSeconds(1800);
        Involvement let = new Involvement(workersId, null, Basis.ALLOWED, now, hour);
        sharing.involve(coordinator, ann, let, now);
        assertThat(sees(worker, ann, hour.minusSeconds(1))).isTrue();
        assertThat(sees(worker, ann, hour)).isFalse();
        assertThat(lines(ann).getFirst().detail()).contains("2026-03-02T09:30:00Z");

        sharing.release(coordinator, ann, workersId, null, Basis.ALLOWED, later);
        assertThat(sharing.involvements(coordinator, ann))
                .as("what ended by itself is not moved")
                .containsExactly(let);
        Involvement again = new Involvement(workersId, null, Basis.ALLOWED, later, later.plusSeconds(3600));
        sharing.involve(coordinator, ann, again, later);
        assertThat(sees(worker, ann, later)).isTrue();
        sharing.release(coordinator, ann, workersId, null, Basis.ALLOWED, later.plusSeconds(60));
        assertThat(sees(worker, ann, later.plusSeconds(60))).isFalse();
        assertThat(sharing.involvements(coordinator, ann))
                .extracting(Involvement::from, Involvement::until)
                .containsExactly(tuple(now, hour), tuple(later, later.plusSeconds(60)));
        assertThat(changes(ann)).containsExactly("involvement-ended", "involved", "involved");
    }

    @Test
    void aTieEndsForTheOneItIsOfAndOnTheOneGround() {
        MemberId managersId = us.manager.member().id();
        sharing.involve(coordinator, ann, Involvement.of(workersId, Basis.ASSIGNED, now), now);
        sharing.involve(coordinator, ann, Involvement.of(workersId, Basis.ALLOWED, now), now);
        sharing.involve(coordinator, ann, Involvement.of(managersId, Basis.ASSIGNED, now), now);
        sharing.involve(coordinator, ben, Involvement.of(workersId, Basis.ASSIGNED, now), now);
        sharing.release(coordinator, ann, workersId, null, Basis.ASSIGNED, later);
        assertThat(sharing.ask(worker, Permission.SEE_CASE, ann, later))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.ALLOWED)));
        assertThat(sees(us.manager.actor(), ann, later)).isTrue();
        assertThat(sees(worker, ben, later)).isTrue();
    }

    @Test
    void anAgreementOpensWhatItIsForFromItsFirstDayToItsLast() {
        var charity = us.joinInEarnest(chapel(), "Chris Charityworker", Role.AGENCY_CONTACT);
        Agency chapel = charity.member().agency();
        sharing.involve(coordinator, ann, Involvement.of(chapel.id(), Basis.AGENCY, now), now);
        LocalDate today = UnitedKingdom.day(now);
        signed(chapel, Purpose.SAFETY_PLANNING, today.plusDays(1), today.plusDays(3));
        assertThat(asks(charity.actor(), Purpose.SAFETY_PLANNING, 0))
                .as("it does not hold yet")
                .isEqualTo(Outcome.refused(Agreements.missing("Example Chapel", Purpose.SAFETY_PLANNING)));
        for (int day = 1; day < 3; day++) {
            assertThat(asks(charity.actor(), Purpose.SAFETY_PLANNING, day))
                    .isEqualTo(Outcome.done(new Access.Granted(Basis.AGENCY, Purpose.SAFETY_PLANNING)));
            assertThat(asks(charity.actor(), Purpose.GROUNDS_DECISION, day))
                    .as("and opens nothing for another purpose")
                    .isEqualTo(Outcome.refused(Agreements.missing("Example Chapel", Purpose.GROUNDS_DECISION)));
            Instant then = inDays(day);
            assertThat(sharing.visible(
                            charity.actor(), Permission.SEE_CASE, Set.of(ann), Purpose.SAFETY_PLANNING, then))
                    .containsExactly(ann);
            assertThat(sees(charity.actor(), ann, then))
                    .as("nor for work on the case")
                    .isFalse();
        }
        assertThat(asks(charity.actor(), Purpose.SAFETY_PLANNING, 3)).isInstanceOf(Outcome.Refused.class);
        assertThat(lines(ann).getFirst().detail()).contains("AGREEMENT", "SAFETY_PLANNING");
        assertThat(asks(us.policeVoter.actor(), Purpose.SAFETY_PLANNING, 1))
                .as("whoever has no tie is not told what is missing")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    void whatATieIsForIsKeptWithIt() {
        Involvement planning =
                new Involvement(null, us.health.id(), Basis.AGENDA_ITEM, now, null, Purpose.SAFETY_PLANNING);
        sharing.involve(coordinator, ann, planning, now);
        assertThat(sharing.involvements(coordinator, ann)).containsExactly(planning);
        assertThat(sharing.ask(us.healthVoter.actor(), Permission.READ_PACK, ann, now))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.AGENDA_ITEM, Purpose.SAFETY_PLANNING)));
        assertThat(lines(ann).getFirst().detail()).contains("SAFETY_PLANNING");
    }

    @Test
    void aCaseIsMadeKnownOnceAndAskingBeforeFindsNothing() {
        CaseId cat = new CaseId(UUID.randomUUID());
        assertThat(sees(coordinator, cat, now)).isFalse();
        sharing.opened(us.program, cat);
        sharing.opened(us.program, cat);
        assertThat(sees(coordinator, cat, now)).isTrue();
    }

    @Test
    void anInvolvementIsOfAMemberOrOfAnAgencyAndNeverOfBothOrNeither() {
        assertThatThrownBy(() -> new Involvement(null, null, Basis.AGENCY, now, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Involvement(workersId, us.council.id(), Basis.AGENCY, now, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void signed(Agency agency, Purpose purpose, LocalDate from, LocalDate until) {
        agreements
                .sign(
                        coordinator,
                        new AgreementDraft(
                                "Agreement for one thing",
                                Set.of(us.council.id(), agency.id()),
                                Set.of(purpose),
                                Set.of(DataClass.SAFEGUARDING),
                                LawfulBasis.PUBLIC_TASK,
                                from,
                                until,
                                until,
                                "Example Street archive",
                                ""),
                        now)
                .orThrow();
    }

    private Outcome<Access.Granted> asks(Actor actor, Purpose purpose, int days) {
        return sharing.ask(actor, Permission.SEE_CASE, ann, purpose, inDays(days));
    }

    private Instant inDays(int days) {
        return now.plusSeconds(days * 24L * 60 * 60);
    }

    private Agency chapel() {
        return partnerships.join(us.program, "Example Chapel", AgencyKind.CHARITY, now);
    }

    private boolean sees(Actor actor, CaseId caseId, Instant at) {
        return !sharing.visible(actor, Permission.SEE_CASE, Set.of(caseId), at).isEmpty();
    }

    private List<String> changes(CaseId caseId) {
        return lines(caseId).stream()
                .filter(line -> line.act() != Act.REFUSED)
                .map(LedgerLine::event)
                .toList();
    }

    private List<LedgerLine> lines(CaseId caseId) {
        return ledger.linesAbout(us.coordinator.actor(), caseId.value(), 50);
    }
}
