package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.MyWork;
import org.holdfast.decisions.Ground;
import org.holdfast.law.Outcome;
import org.holdfast.packs.Packs;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.sharing.Agreement;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.holdfast.transfers.Goes;
import org.holdfast.transfers.Paper;
import org.holdfast.transfers.PaperChoice;
import org.holdfast.transfers.PaperKind;
import org.holdfast.transfers.TransferDraft;
import org.holdfast.transfers.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SHR-4, SHR-6: what was written for one partnership goes to another as papers, as far as its owners let it go; there they are read, can be proved
 * to be what was sealed, and are never changed.
 */
@HoldfastTest
class TransferPapersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String OPEN = "Came to the walk-in centre twice";
    private static final String SECRET = "A named source saw her in the grey car";
    private static final String TAKEN_BACK = "Written about somebody else's child";
    private static final String OTHER_CHILD = "Othera";

    private final Journey.Doors doors;
    private final Transfers transfers;
    private final Requests requests;
    private final Returns returns;
    private final Packs packs;
    private final Agreements agreements;
    private final MyWork work;
    private final Sharing sharing;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TestClock clock;
    private final int port;

    TransferPapersTest(
            Journey.Doors doors,
            Transfers transfers,
            Requests requests,
            Returns returns,
            Packs packs,
            Agreements agreements,
            MyWork work,
            Sharing sharing,
            Ledger ledger,
            JdbcClient sql,
            TestClock clock,
            @LocalServerPort int port) {
        this.doors = doors;
        this.transfers = transfers;
        this.requests = requests;
        this.returns = returns;
        this.packs = packs;
        this.agreements = agreements;
        this.work = work;
        this.sharing = sharing;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void packReturnsMinutesAndLettersGoAsTheirOwnersLetThemAndAreReadOnlyThere() {
        Journey here = heard();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        Visitor sender = Visitor.signedIn(port, here.us.coordinator);
        String offerPage = "/cases/" + here.caseId.value() + "/transfer";
        String preview = sender.get(offerPage).body();
        assertThat(preview)
                .contains(
                        "What Testshire Health Trust told",
                        "Restricted: Testshire Police is asked first",
                        "Testshire Council took back what it had told",
                        "Letter: To the child")
                .as("its day is said once")
                .doesNotContainPattern("(\\d+ \\w+ 20\\d\\d), \\1");
        List<PaperChoice> choices = choices(here);
        assertThat(choices)
                .filteredOn(it -> it.stays() == null)
                .extracting(PaperChoice::kind)
                .containsExactlyInAnyOrder(
                        PaperKind.RETURN, PaperKind.RETURN, PaperKind.PACK, PaperKind.MINUTES, PaperKind.LETTER);
        for (PaperChoice one : choices) {
            Visitor.Answer looked = sender.get(offerPage + "/" + one.key());
            assertThat(looked.status()).as(one.key()).isEqualTo(one.stays() == null ? 200 : 404);
            assertThat(looked.body()).as(one.key()).doesNotContain(SECRET, TAKEN_BACK, OTHER_CHILD);
        }

        Set<String> withdrawn = choices.stream().map(PaperChoice::key).collect(Collectors.toSet());
        assertThat(transfers.offer(here.coordinator, here.caseId, draft(there, withdrawn), here.tick()))
                .as("what was taken back cannot be chosen")
                .isInstanceOf(Outcome.Refused.class);
        UUID transfer = offered(here, there);
        assertThat(Visitor.signedIn(port, there.us.coordinator)
                        .get("/transfers/" + transfer)
                        .body())
                .as("the receiver is told what would come, and nothing of what stands in it")
                .contains("What Testshire Health Trust told")
                .doesNotContain(OPEN, SECRET);

        String word = "/transfers/" + transfer + "/word";
        assertThat(waits(here.us.policeVoter)).contains(word);
        assertThat(waits(here.us.healthVoter)).doesNotContain(word);
        assertThat(Visitor.signedIn(port, here.us.healthVoter).get(word).status())
                .as("nobody speaks for another agency")
                .isEqualTo(404);
        Visitor police = Visitor.signedIn(port, here.us.policeVoter);
        assertThat(police.get(word).body()).contains(SECRET);
        assertThat(police.post(word, "words", "").status()).isEqualTo(422);
        assertThat(police.post(word, "agrees", "true", "words", "The source is out of reach now.")
                        .status())
                .isEqualTo(303);
        assertThat(waits(here.us.policeVoter)).doesNotContain(word);

        transfers.accept(there.coordinator, transfer, 1, there.tick()).orThrow();

        List<Paper> came = papers(there, transfer);
        assertThat(came)
                .extracting(Paper::kind)
                .containsExactlyInAnyOrder(
                        PaperKind.RETURN, PaperKind.RETURN, PaperKind.PACK, PaperKind.MINUTES, PaperKind.LETTER);
        assertThat(came).allSatisfy(paper -> {
            assertThat(paper.whole()).as("the words give the fingerprint").isTrue();
            assertThat(paper.from()).isEqualTo(here.us.partnership.name());
            assertThat(paper.content()).doesNotContain(TAKEN_BACK, OTHER_CHILD);
        });
        assertThat(one(came, PaperKind.PACK).content()).contains(OPEN, SECRET);
        assertThat(one(came, PaperKind.MINUTES).content()).doesNotContain(OPEN, SECRET, "said in confidence");
        assertThat(one(came, PaperKind.LETTER).sha256())
                .as("under the seal under which it was released")
                .isEqualTo(sealOfLetter(here));
        assertThat(one(came, PaperKind.PACK).wholeSha256())
                .isEqualTo(packs.front(here.coordinator, here.meeting, here.tick())
                        .orThrow()
                        .locks()
                        .getFirst()
                        .sha256());

        Set<String> fingerprints = came.stream().map(Paper::sha256).collect(Collectors.toSet());
        assertThat(lines(here.coordinator, "paper-handed-over"))
                .hasSize(came.size())
                .allSatisfy(it -> assertThat(it.detail()).contains("HANDING_OVER"))
                .allSatisfy(it -> assertThat(fingerprints).anyMatch(it.detail()::contains));
        assertThat(lines(there.coordinator, "paper-received"))
                .hasSize(came.size())
                .allSatisfy(it -> assertThat(fingerprints).anyMatch(it.detail()::contains));
        assertThat(papers(here, transfer))
                .as("the sender keeps the fingerprints, and no second copy")
                .allSatisfy(it -> assertThat(it.content()).isNull())
                .extracting(Paper::sha256)
                .containsExactlyInAnyOrderElementsOf(fingerprints);

        Visitor reader = Visitor.signedIn(port, there.us.coordinator);
        assertThat(reader.get("/transfers/" + transfer).body()).contains(fingerprints);
        assertThat(reader.get("/cases/" + here.caseId.value()).body()).contains("From another partnership");
        String paper = "/transfers/papers/" + one(came, PaperKind.PACK).id();
        assertThat(reader.get(paper).body())
                .contains(
                        OPEN,
                        "Written by " + here.us.partnership.name() + " and read only",
                        "Yes: the words give this fingerprint",
                        one(came, PaperKind.PACK).wholeSha256());
        Person nurse = there.us.join(there.us.health, "Nell Nurse", Role.AGENCY_CONTACT);
        assertThat(Visitor.signedIn(port, nurse).get(paper).status())
                .as("whoever has no tie to the child reads none of it")
                .isEqualTo(404);
        sharing.involve(
                there.coordinator,
                here.caseId,
                Involvement.of(there.us.health.id(), Basis.AGENCY, clock.instant()),
                clock.instant());
        Visitor atTheSide = Visitor.signedIn(port, nurse);
        assertThat(came)
                .allSatisfy(it -> assertThat(
                                atTheSide.get("/transfers/papers/" + it.id()).status())
                        .as(
                                "an agency at the child's side reads what a pack says, neither letters nor what is restricted: "
                                        + it.title())
                        .isEqualTo(it.restricted() || it.kind() == PaperKind.LETTER ? 404 : 200));
        assertThat(came).filteredOn(Paper::restricted).hasSize(2);
        assertThat(atTheSide.get("/cases/" + here.caseId.value()).body())
                .contains("/transfers/papers/" + one(came, PaperKind.MINUTES).id())
                .doesNotContain(paper);
        assertThat(sender.get(paper).status()).as("nor does the sender").isEqualTo(404);
        assertThat(lines(there.coordinator, "paper-read")).hasSize(3);

        assertThatThrownBy(() -> ledger.within(
                        there.coordinator,
                        () -> sql.sql("update transfers.paper set title = 'Other words'")
                                .update()))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() ->
                        ledger.within(there.coordinator, () -> sql.sql("""
                                        insert into transfers.paper select partnership_id, gen_random_uuid(), gen_random_uuid(), case_id, kind, source,
                                            title, owner, on_day, from_name, restricted, content, sha256, whole_sha256, written_at, received_at
                                        from transfers.paper limit 1""").update()))
                .as("nor does anybody write what another partnership is said to have sent")
                .hasStackTraceContaining("not by hand");
        TestPartnership others = doors.founder.found(here.tick());
        assertThat(ledger.<Long>within(
                        others.coordinator.actor(),
                        () -> sql.sql("select count(*) from transfers.paper")
                                .query(Long.class)
                                .single()))
                .as("the wall stands")
                .isZero();
    }

    @Test
    void withoutItsOwnersWordWhatIsRestrictedStaysAlsoOutOfThePack() {
        Journey here = heard();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        UUID transfer = offered(here, there);
        transfers.accept(there.coordinator, transfer, 1, there.tick()).orThrow();
        assertThat(papers(there, transfer))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.content()).doesNotContain(SECRET, TAKEN_BACK));
        assertThat(one(papers(there, transfer), PaperKind.PACK).content()).contains(OPEN);
        assertThat(transfers.say(here.us.policeVoter.actor(), transfer, true, "Late", here.tick()))
                .as("once it was answered there is nothing to say")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    void whatWasNotChosenStaysAlsoOutOfThePack() {
        Journey here = heard();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        Set<String> packAlone = choices(here).stream()
                .filter(it -> it.kind() == PaperKind.PACK)
                .map(PaperChoice::key)
                .collect(Collectors.toSet());
        UUID transfer = transfers
                .offer(here.coordinator, here.caseId, draft(there, packAlone), here.tick())
                .orThrow();
        transfers.accept(there.coordinator, transfer, 1, there.tick()).orThrow();
        assertThat(papers(there, transfer)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(PaperKind.PACK);
            assertThat(it.content()).doesNotContain(OPEN, SECRET, TAKEN_BACK);
        });
    }

    @Test
    void aPaperThatTellsWhereAProtectedChildLivesIsOpenedByThoseAloneWhoMayReadThat() {
        Journey here = heard(true);
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        UUID transfer = offered(here, there);
        transfers.accept(there.coordinator, transfer, 1, there.tick()).orThrow();
        sharing.protectAddress(there.coordinator, here.caseId, Set.of(), "Somebody looks for her", clock.instant());
        Person nurse = there.us.join(there.us.health, "Nell Nurse", Role.AGENCY_CONTACT);
        sharing.involve(
                there.coordinator,
                here.caseId,
                Involvement.of(there.us.health.id(), Basis.AGENCY, clock.instant()),
                clock.instant());
        Visitor atTheSide = Visitor.signedIn(port, nurse);
        Visitor coordinator = Visitor.signedIn(port, there.us.coordinator);
        List<Paper> came = papers(there, transfer);
        assertThat(came)
                .filteredOn(it -> it.kind() != PaperKind.LETTER)
                .extracting(Paper::kind)
                .containsExactlyInAnyOrder(PaperKind.RETURN, PaperKind.PACK, PaperKind.MINUTES);
        for (Paper paper : came) {
            String path = "/transfers/papers/" + paper.id();
            assertThat(coordinator.get(path).status()).as(paper.title()).isEqualTo(200);
            if (paper.kind() == PaperKind.RETURN || paper.kind() == PaperKind.PACK) {
                assertThat(atTheSide.get(path).status()).as(paper.title()).isEqualTo(404);
                assertThat(atTheSide.get("/cases/" + here.caseId.value()).body())
                        .doesNotContain(path);
            }
        }
        assertThat(atTheSide
                        .get("/transfers/papers/" + one(came, PaperKind.MINUTES).id())
                        .status())
                .as("what does not tell it is read as before")
                .isEqualTo(200);
    }

    @Test
    void whatIsTakenBackOrNotCoveredWhileTheOfferWaitsDoesNotGo() {
        Journey here = heard();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        UUID transfer = offered(here, there);
        returns.takeBack(
                        here.us.healthVoter.actor(),
                        question(here, here.us.healthVoter),
                        "It was another child",
                        1,
                        here.tick())
                .orThrow();
        transfers.accept(there.coordinator, transfer, 1, there.tick()).orThrow();
        assertThat(papers(there, transfer))
                .extracting(Paper::kind)
                .containsExactlyInAnyOrder(PaperKind.PACK, PaperKind.MINUTES, PaperKind.LETTER);
        assertThat(papers(there, transfer))
                .allSatisfy(it -> assertThat(it.content()).doesNotContain(OPEN));
    }

    @Test
    void withoutAnAgreementForItNoCaseIsOfferedAndTheRefusalSaysWhich() {
        Journey here = heard();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        Agreement all = agreements
                .register(here.coordinator, here.tick())
                .orThrow()
                .agreements()
                .getFirst();
        Set<Purpose> purposes = new HashSet<>(Purpose.ofAgreements());
        purposes.remove(Purpose.HANDING_OVER);
        agreements
                .change(
                        here.coordinator,
                        all.id(),
                        1,
                        new AgreementDraft(
                                all.title(),
                                all.parties(),
                                purposes,
                                all.dataClasses(),
                                all.lawfulBasis(),
                                all.startsOn(),
                                null,
                                all.reviewOn(),
                                all.document(),
                                "Nobody agreed to that."),
                        here.tick())
                .orThrow();
        assertThat(transfers.offer(here.coordinator, here.caseId, draft(there, Set.of()), here.tick()))
                .isEqualTo(Outcome.refused(Agreements.missing("Testshire Council", Purpose.HANDING_OVER)));
        assertThat(choices(here))
                .filteredOn(it -> it.kind() == PaperKind.RETURN)
                .allSatisfy(it -> assertThat(it.stays()).isNotNull());
    }

    @Test
    void whatWasDeclinedLeavesNothingBehind() {
        Journey here = heard();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        UUID transfer = offered(here, there);
        transfers
                .decline(there.coordinator, transfer, "She does not live here", 1, there.tick())
                .orThrow();
        assertThat(papers(there, transfer)).isEmpty();
        assertThat(papers(here, transfer)).isEmpty();
        assertThat(lines(here.coordinator, "paper-handed-over")).isEmpty();
    }

    /** A child of whom three agencies told, whose pack was locked, who was heard beside another child, and who was written to. */
    private Journey heard() {
        return heard(false);
    }

    /** @param whereabouts whether what health told says where the child lives */
    private Journey heard(boolean whereabouts) {
        Journey child = new Journey(doors, "hull", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Mova", LocalDate.of(2011, 6, 1)).safeguarded();
        child.on(MONDAY.plusDays(2)).accepted().withAPlan();
        Journey other = child.beside().on(MONDAY.plusDays(2));
        other.referralArrives(OTHER_CHILD, LocalDate.of(2012, 6, 1)).safeguarded();
        other.accepted();
        child.on(MONDAY.plusDays(14)).panelPlannedFor(MONDAY.plusDays(28));
        clock.set(child.tick());
        requests.ask(child.coordinator, child.meeting, child.tick()).orThrow();
        tells(child, child.us.healthVoter, new Told(Heading.KNOWN, OPEN, false, "", whereabouts));
        tells(child, child.us.policeVoter, new Told(Heading.KNOWN, SECRET, true, "A source is in danger"));
        tells(child, child.us.councilVoter, new Told(Heading.KNOWN, TAKEN_BACK, false, ""));
        packs.lock(child.coordinator, child.meeting, child.tick()).orThrow();
        returns.takeBack(
                        child.us.councilVoter.actor(),
                        question(child, child.us.councilVoter),
                        "Another child",
                        1,
                        child.tick())
                .orThrow();
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, FOR, FOR, FOR);
        child.issued();
        child.meetingFinished().minutesApproved();
        child.outcomeSent();
        child.on(MONDAY.plusDays(35));
        clock.set(child.tick());
        written(child);
        return child.on(MONDAY.plusDays(40));
    }

    private void tells(Journey child, Person person, Told told) {
        returns.handIn(
                        person.actor(),
                        question(child, person),
                        new ReturnDraft(List.of(told), "Example records", child.today()),
                        0,
                        child.tick())
                .orThrow();
    }

    private QuestionId question(Journey child, Person person) {
        return returns.waiting(person.actor(), child.tick()).orThrow().stream()
                .flatMap(it -> returns.open(person.actor(), it.request().id(), child.tick()).orThrow().lines().stream())
                .map(it -> it.question())
                .filter(it -> it.caseId().equals(child.caseId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void written(Journey child) {
        Visitor coordinator = Visitor.signedIn(port, child.us.coordinator);
        String letter = coordinator
                .post(
                        "/cases/" + child.caseId.value() + "/letters",
                        "kind",
                        "TO_CHILD",
                        "decision",
                        "none",
                        "tongue",
                        "en")
                .location();
        assertThat(letter).isNotNull();
        coordinator.post(
                letter,
                "version",
                "1",
                "recipient",
                "Mova",
                "helper",
                "Sol Socialworker",
                "contact",
                "You can call on 01632 960001.",
                "way",
                "HANDED_OVER",
                "then",
                "check");
        coordinator.post(letter + "/check", "version", "2");
        Visitor.Answer released = coordinator.post(
                letter + "/release",
                "version",
                "3",
                "looked",
                "yes",
                "explainer",
                "Sol Socialworker",
                "explainOn-day",
                "9",
                "explainOn-month",
                "4",
                "explainOn-year",
                "2026");
        assertThat(released.status()).as(released.body()).isEqualTo(303);
    }

    private UUID offered(Journey here, Journey there) {
        Set<String> all = choices(here).stream()
                .filter(it -> it.stays() == null)
                .map(PaperChoice::key)
                .collect(Collectors.toSet());
        return transfers
                .offer(here.coordinator, here.caseId, draft(there, all), here.tick())
                .orThrow();
    }

    private List<PaperChoice> choices(Journey here) {
        return transfers
                .preview(here.coordinator, here.caseId, here.tick())
                .orThrow()
                .papers();
    }

    private static TransferDraft draft(Journey there, Set<String> papers) {
        return new TransferDraft(
                there.us.partnership.id().value(),
                Set.of(Goes.CASE),
                papers,
                "The child lives in the other area now",
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING);
    }

    private List<Paper> papers(Journey side, UUID transfer) {
        return transfers.see(side.coordinator, transfer, side.tick()).orThrow().papers();
    }

    private static Paper one(List<Paper> papers, PaperKind kind) {
        return papers.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
    }

    private String sealOfLetter(Journey child) {
        return ledger.within(
                child.coordinator,
                () -> sql.sql("select seal from letters.letter where case_id = :case and seal is not null")
                        .params(Map.of("case", child.caseId.value()))
                        .query(String.class)
                        .single());
    }

    private List<String> waits(Person person) {
        return work.of(person.actor(), clock.instant()).stream()
                .map(it -> it.item().path())
                .toList();
    }

    private List<LedgerLine> lines(Actor actor, String event) {
        return ledger.lines(actor, LedgerFilter.ALL, Long.MAX_VALUE, 3000).stream()
                .filter(it -> it.event().equals(event))
                .toList();
    }
}
