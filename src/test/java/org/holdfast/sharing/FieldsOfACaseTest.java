package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.sharing.DataClass.HEALTH;
import static org.holdfast.sharing.DataClass.HOME_AND_WHEREABOUTS;
import static org.holdfast.sharing.DataClass.POLICE_INTELLIGENCE;
import static org.holdfast.sharing.DataClass.POLICE_RECORDS;
import static org.holdfast.sharing.DataClass.SAFEGUARDING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SHR-1, SHR-3, SHR-4: what somebody reads of the fields of a child's case, by tie, agreement, day and agency, and whose address is protected. */
@HoldfastTest
class FieldsOfACaseTest {

    private static final Set<DataClass> ALL = EnumSet.allOf(DataClass.class);
    private static final Set<DataClass> NONE = Set.of();

    private final Sharing sharing;
    private final Agreements agreements;
    private final Ledger ledger;
    private final TestPartnership us;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final LocalDate today = LocalDate.of(2026, 3, 2);
    private final CaseId ann = new CaseId(UUID.randomUUID());
    private final CaseId ben = new CaseId(UUID.randomUUID());
    private final Actor coordinator;
    private final Actor worker;
    private final Agency refuge;
    private final Actor keyWorker;
    private final Actor officer;
    private final Actor nurse;

    FieldsOfACaseTest(
            Sharing sharing,
            Agreements agreements,
            Ledger ledger,
            Partnerships partnerships,
            TestPartnership.Founder founder) {
        this.sharing = sharing;
        this.agreements = agreements;
        this.ledger = ledger;
        us = founder.found(now);
        coordinator = us.coordinator.actor();
        worker = us.socialWorker.actor();
        refuge = partnerships.join(us.program, "Example Refuge", AgencyKind.CHARITY, now);
        keyWorker = us.join(refuge, "Kit Keyworker", Role.AGENCY_CONTACT).actor();
        officer = us.join(us.police, "Olly Officer", Role.AGENCY_CONTACT).actor();
        nurse = us.join(us.health, "Nell Nurse", Role.AGENCY_CONTACT).actor();
        for (CaseId child : List.of(ann, ben)) {
            sharing.opened(us.program, child);
        }
        sharing.involve(
                coordinator, ann, Involvement.of(us.socialWorker.member().id(), Basis.ASSIGNED, now), now);
        atTheSideOf(ann, us.police, us.health);
    }

    @Test
    void whatAnAgencyReadsIsWhatItsOwnAgreementsInForceNameOnTheDay() {
        atTheSideOf(ann, refuge);
        assertThat(reads(keyWorker, ann, now))
                .as("others have signed, the refuge has not")
                .isEmpty();
        signed(Set.of(SAFEGUARDING, HEALTH, HOME_AND_WHEREABOUTS), today.plusDays(1), today.plusDays(8));
        assertThat(reads(keyWorker, ann, now)).as("not before the day").isEmpty();
        assertThat(reads(keyWorker, ann, inDays(1)))
                .as("health is not for a charity, agreed or not")
                .containsExactlyInAnyOrder(SAFEGUARDING, HOME_AND_WHEREABOUTS);
        assertThat(reads(keyWorker, ann, inDays(7))).hasSize(2);
        assertThat(reads(keyWorker, ann, inDays(8))).as("nor from its last").isEmpty();
        assertThat(sharing.fields(keyWorker, ann, inDays(1)).heldBack(HEALTH)).contains("sharing.held-back.health");
    }

    @Test
    void theSameAgreementOpensHealthToHealthAndIntelligenceToPolice() {
        assertThat(reads(nurse, ann, now)).contains(HEALTH, POLICE_RECORDS).doesNotContain(POLICE_INTELLIGENCE);
        assertThat(reads(officer, ann, now)).contains(POLICE_INTELLIGENCE).doesNotContain(HEALTH);
        assertThat(reads(coordinator, ann, now)).isEqualTo(ALL);
        assertThat(reads(worker, ann, now)).isEqualTo(ALL);
    }

    @Test
    void aTieOpensFieldsFromTheMinuteItBeginsToTheMinuteItEnds() {
        Instant from = now.plusSeconds(60);
        Instant until = now.plusSeconds(120);
        sharing.involve(
                coordinator,
                ben,
                new Involvement(us.socialWorker.member().id(), null, Basis.ALLOWED, from, until),
                now);
        assertThat(reads(worker, ben, from.minusSeconds(1))).isEmpty();
        assertThat(reads(worker, ben, from)).contains(SAFEGUARDING, HEALTH, HOME_AND_WHEREABOUTS);
        assertThat(reads(worker, ben, until.minusSeconds(1))).contains(SAFEGUARDING);
        assertThat(reads(worker, ben, until)).isEmpty();
    }

    @Test
    void whatAnAgencyGaveItReadsWhateverItSignedUntilItIsKeptOut() {
        sharing.involve(coordinator, ann, Involvement.of(refuge.id(), Basis.REQUEST, now), now);
        FieldReader reader = sharing.fields(keyWorker, ann, now);
        for (DataClass field : DataClass.values()) {
            assertThat(reader.reads(field, refuge.id())).as(field.name()).isTrue();
            assertThat(reader.reads(field, us.police.id())).as(field.name()).isFalse();
            assertThat(reader.reads(field, null)).as(field.name()).isFalse();
        }
        sharing.exclude(coordinator, ann, memberOf(keyWorker), "Knows the family", now);
        assertThat(sharing.fields(keyWorker, ann, now).reads(SAFEGUARDING, refuge.id()))
                .isFalse();
    }

    @Test
    void ofSeveralCasesEachIsReadByItsOwnTiesAndOfOneThatIsNotKnownNothing() {
        CaseId nowhere = new CaseId(UUID.randomUUID());
        Map<CaseId, FieldReader> readers = sharing.fields(worker, List.of(ann, ben, nowhere), now);
        assertThat(readers.keySet()).containsExactlyInAnyOrder(ann, ben, nowhere);
        assertThat(readers.get(ann).readsEverything(null)).isTrue();
        assertThat(readers.get(ben).reads(SAFEGUARDING)).isFalse();
        assertThat(readers.get(ben).addressProtected()).isFalse();
        assertThat(reads(coordinator, nowhere, now)).isEmpty();
        assertThat(sharing.fields(coordinator, nowhere, now).addressProtected()).isTrue();
        assertThat(sharing.fields(coordinator, nowhere, now).reads(SAFEGUARDING, us.council.id()))
                .as("not even what one's own agency gave")
                .isFalse();
    }

    @Test
    void aProtectedAddressIsReadByThoseAssignedTheOfficeAndTheAgenciesNamedForIt() {
        assertThat(sharing.protectedAddress(coordinator, ann)).isEmpty();
        assertThat(reads(officer, ann, now)).contains(HOME_AND_WHEREABOUTS);
        assertThat(sharing.protectAddress(coordinator, ann, Set.of(us.health.id()), "He looks for her", now))
                .isTrue();
        assertThat(sharing.protectedAddress(coordinator, ann))
                .contains(
                        new ProtectedAddress(1, Set.of(us.health.id()), "He looks for her", "Corin Coordinator", now));
        assertThat(sharing.protectedAddress(coordinator, ben)).isEmpty();

        for (Actor those : List.of(coordinator, worker, nurse)) {
            assertThat(reads(those, ann, now)).as(those.name()).contains(HOME_AND_WHEREABOUTS);
        }
        assertThat(reads(officer, ann, now))
                .contains(SAFEGUARDING, POLICE_INTELLIGENCE)
                .doesNotContain(HOME_AND_WHEREABOUTS);
        assertThat(sharing.fields(officer, ann, now).reads(HOME_AND_WHEREABOUTS, us.police.id()))
                .as("not even what police gave")
                .isFalse();
        assertThat(sharing.fields(worker, ann, now).addressProtected()).isTrue();
        assertThat(sharing.fields(worker, ben, now).addressProtected()).isFalse();
        assertThat(sharing.fields(worker, ann, now).inPassing().reads(HOME_AND_WHEREABOUTS))
                .as("nor by anybody in passing")
                .isFalse();
    }

    @Test
    void aMarkStandsUntilItIsLiftedWithItsNumberAndTheLedgerKnowsOfBothAndNotWhy() {
        AgencyId first = us.police.id();
        AgencyId second = us.health.id();
        sharing.protectAddress(coordinator, ann, Set.of(first, second), "He looks for her", now);
        assertThat(sharing.protectAddress(worker, ann, Set.of(), "Again", now))
                .as("it is protected already")
                .isFalse();
        assertThat(sharing.liftProtection(worker, ann, 2, "Another mark", now)).isFalse();
        assertThat(sharing.liftProtection(worker, ben, 1, "Another child", now)).isFalse();
        assertThat(sharing.protectedAddress(coordinator, ann).orElseThrow().agencies())
                .containsExactlyInAnyOrder(first, second);

        assertThat(sharing.liftProtection(worker, ann, 1, "He was sentenced", now))
                .isTrue();
        assertThat(sharing.protectedAddress(coordinator, ann)).isEqualTo(Optional.empty());
        assertThat(sharing.fields(officer, ann, now).addressProtected()).isFalse();
        assertThat(reads(officer, ann, now)).contains(HOME_AND_WHEREABOUTS);
        assertThat(sharing.liftProtection(worker, ann, 1, "Twice", now)).isFalse();

        assertThat(sharing.protectAddress(worker, ann, Set.of(), "He was released", now))
                .isTrue();
        assertThat(sharing.protectedAddress(coordinator, ann).orElseThrow())
                .isEqualTo(new ProtectedAddress(2, Set.of(), "He was released", "Sol Socialworker", now));
        assertThat(changes(ann)).containsExactly("address-protected", "address-protection-lifted", "address-protected");
        String named = Arrays.asList(first.value(), second.value()).stream()
                .sorted()
                .map(it -> "\"" + it + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(lines(ann).getLast().detail()).contains(named).doesNotContain("looks");
        assertThat(lines(ben)).isEmpty();
    }

    @Test
    void whoeverIsShownAProtectedAddressIsOnTheLedgerWithALineOfItsOwn() {
        assertThat(sharing.shown(worker, ann, now).reads(HOME_AND_WHEREABOUTS)).isTrue();
        assertThat(lines(ann)).as("it is not protected").isEmpty();
        sharing.protectAddress(coordinator, ann, Set.of(), "He looks for her", now);
        assertThat(sharing.shown(officer, ann, now).reads(HOME_AND_WHEREABOUTS)).isFalse();
        assertThat(sharing.fields(worker, ann, now).reads(HOME_AND_WHEREABOUTS)).isTrue();
        assertThat(lines(ann))
                .as("nobody was shown it")
                .extracting(LedgerLine::event)
                .containsExactly("address-protected");
        assertThat(sharing.shown(worker, ann, now).reads(HOME_AND_WHEREABOUTS)).isTrue();
        assertThat(lines(ann).getFirst()).satisfies(line -> {
            assertThat(line.event()).isEqualTo("protected-address-seen");
            assertThat(line.act()).isEqualTo(Act.LOOKED);
            assertThat(line.actorName()).isEqualTo("Sol Socialworker");
        });
    }

    @Test
    void whatCannotBeTakenApartIsForWhoeverReadsEveryField() {
        assertThat(asksForEveryField(coordinator, null)).isEqualTo(Set.of());
        assertThat(asksForEveryField(worker, null)).isEqualTo(Set.of());
        assertThat(lines(ann)).isEmpty();

        assertThat(asksForEveryField(nurse, null)).isEqualTo(Set.of(POLICE_INTELLIGENCE));
        assertThat(asksForEveryField(officer, us.health.id())).isEqualTo(Set.of(HEALTH));
        assertThat(asksForEveryField(officer, us.police.id()))
                .as("what police gave they read")
                .isEmpty();

        sharing.protectAddress(coordinator, ann, Set.of(), "He looks for her", now);
        assertThat(asksForEveryField(officer, us.police.id()))
                .as("until the address is protected")
                .isEqualTo(Set.of(HOME_AND_WHEREABOUTS));
        assertThat(asksForEveryField(worker, null)).isEmpty();
        assertThat(lines(ann).getFirst().event())
                .as("and whoever reads it is shown the address")
                .isEqualTo("protected-address-seen");
    }

    /** Which fields kept it back, as the ledger has it; nothing where it was given. */
    private Set<DataClass> asksForEveryField(Actor actor, @Nullable AgencyId givenBy) {
        int before = lines(ann).size();
        Outcome<FieldReader> asked = sharing.askForEveryField(actor, ann, givenBy, now);
        if (asked instanceof Outcome.Done<FieldReader>(FieldReader reader)) {
            assertThat(reader.readsEverything(givenBy)).isTrue();
            return NONE;
        }
        assertThat(asked).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(lines(ann)).hasSize(before + 1);
        LedgerLine line = lines(ann).getFirst();
        assertThat(line.event()).isEqualTo("fields-refused");
        assertThat(line.act()).isEqualTo(Act.REFUSED);
        assertThat(line.actor()).isEqualTo(actor.member());
        return Arrays.stream(DataClass.values())
                .filter(field -> line.detail().contains("\"" + field.name() + "\""))
                .collect(Collectors.toSet());
    }

    private Set<DataClass> reads(Actor actor, CaseId child, Instant at) {
        FieldReader reader = sharing.fields(actor, child, at);
        return Arrays.stream(DataClass.values()).filter(reader::reads).collect(Collectors.toSet());
    }

    private void atTheSideOf(CaseId child, Agency... agencies) {
        for (Agency agency : agencies) {
            sharing.involve(coordinator, child, Involvement.of(agency.id(), Basis.AGENCY, now), now);
        }
    }

    private void signed(Set<DataClass> classes, LocalDate from, LocalDate until) {
        agreements
                .sign(
                        coordinator,
                        new AgreementDraft(
                                "Refuge agreement",
                                Set.of(us.council.id(), refuge.id()),
                                Set.of(Purpose.CASE_WORK),
                                classes,
                                LawfulBasis.PUBLIC_TASK,
                                from,
                                until,
                                until,
                                "Example Street archive",
                                ""),
                        now)
                .orThrow();
    }

    private Instant inDays(int days) {
        return now.plusSeconds(days * 24L * 60 * 60);
    }

    private static MemberId memberOf(Actor actor) {
        return new MemberId(actor.member());
    }

    private List<String> changes(CaseId child) {
        return lines(child).stream().map(LedgerLine::event).toList();
    }

    /** What the ledger says of the child, the newest first, without who came to be at the child's side. */
    private List<LedgerLine> lines(CaseId child) {
        return ledger.lines(coordinator, LedgerFilter.ALL.about(child.value()), Long.MAX_VALUE, 100).stream()
                .filter(line -> !line.event().equals("involved"))
                .toList();
    }
}
