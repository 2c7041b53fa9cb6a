package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.Test;

/** Who needs to know of a case, who is kept out of it, and what the ledger is told of both (SHR-3, NRM-22). */
@HoldfastTest
class SharingTest {

    private final Sharing sharing;
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

    SharingTest(Sharing sharing, Ledger ledger, Partnerships partnerships, TestPartnership.Founder founder) {
        this.sharing = sharing;
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
