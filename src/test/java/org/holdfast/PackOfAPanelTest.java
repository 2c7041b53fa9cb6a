package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.TestPartnership.Person;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.casework.WishesDraft;
import org.holdfast.documents.PdfCheck;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Purpose;
import org.holdfast.packs.PackSection;
import org.holdfast.packs.Packs;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.referrals.RouteReason;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two children on one panel: who reads their packs, the cut-off, what comes after it, and notes that are one's own. */
@HoldfastTest
class PackOfAPanelTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Journey.Doors doors;
    private final Packs packs;
    private final Requests requests;
    private final Returns returns;
    private final Voices voices;
    private final Sharing sharing;
    private final TestClock clock;
    private final int port;

    PackOfAPanelTest(
            Journey.Doors doors,
            Packs packs,
            Requests requests,
            Returns returns,
            Voices voices,
            Sharing sharing,
            TestClock clock,
            @LocalServerPort int port) {
        this.doors = doors;
        this.packs = packs;
        this.requests = requests;
        this.returns = returns;
        this.voices = voices;
        this.sharing = sharing;
        this.clock = clock;
        this.port = port;
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void theirPackAssemblesItselfIsLockedAndIsReadByWhomItIsFor() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        panel.on(MONDAY.plusDays(1)).accepted().withAPlan();
        CaseId albasCase = panel.caseId;
        panel.on(MONDAY.plusDays(1))
                .referralArrives("Ben", LocalDate.of(2010, 5, 4))
                .safeguarded();
        panel.on(MONDAY.plusDays(2)).accepted();
        panel.on(MONDAY.plusDays(14)).panelPlannedFor(MONDAY.plusDays(21));
        TestPartnership us = panel.us;
        if (panel.agenda().attendance().of(us.guardian.member().id()).isEmpty()) {
            doors.meetings
                    .invite(
                            panel.coordinator,
                            panel.meeting,
                            us.guardian.member().id(),
                            Capacity.GUARDIAN_SERVICE,
                            null,
                            panel.tick())
                    .orThrow();
        }
        UUID alba = item(panel, albasCase);
        UUID ben = item(panel, panel.caseId);

        // The child comes first, then what is missing; the plan is there, the child's words are not (GRD-4).
        Packs.Reading first =
                packs.read(us.chair.actor(), panel.meeting, alba, panel.tick()).orThrow();
        assertThat(first.item().parts().getFirst().section()).isEqualTo(PackSection.VIEWS);
        assertThat(first.missing()).anyMatch(it -> it.text().contains("Nobody has recorded what the child says"));
        assertThat(first.missing()).noneMatch(it -> it.text().contains("no safeguarding plan"));
        assertThat(packs.read(us.chair.actor(), panel.meeting, ben, panel.tick())
                        .orThrow()
                        .missing())
                .anyMatch(it -> it.text().contains("no safeguarding plan"));

        // The guardian attends without the pre-reading, until the co-ordinator gives one child's pack, with a reason
        // (NRM-23).
        assertThat(packs.front(us.guardian.actor(), panel.meeting, panel.tick())
                        .orThrow()
                        .items())
                .hasSize(2)
                .noneMatch(Packs.Listed::reads);
        assertThat(reasons(packs.read(us.guardian.actor(), panel.meeting, alba, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);
        assertThat(reasons(decide(panel, alba, us.guardian, true, " ")))
                .extracting(Reason::field)
                .containsExactly("reason");
        decide(panel, alba, us.guardian, true, "Works with Alba every week").orThrow();
        packs.read(us.guardian.actor(), panel.meeting, alba, panel.tick()).orThrow();
        assertThat(reasons(packs.read(us.guardian.actor(), panel.meeting, ben, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);
        byte[] paper = packs.paper(us.guardian.actor(), panel.meeting, panel.tick())
                .orThrow()
                .pdf();
        PdfCheck.assertAccessibleAndLasting(paper);
        assertThat(PdfCheck.words(paper)).contains("Alba Testchild").doesNotContain("Ben Testchild");
        assertThat(doors.ledger.linesAbout(panel.coordinator, albasCase.value(), 20))
                .anyMatch(line -> line.event().equals("pack-exported"));

        // What is given can be withdrawn, from a voter too; an exclusion beats whatever was given (NRM-22).
        decide(panel, ben, us.healthVoter, false, "Not for health").orThrow();
        assertThat(reasons(packs.read(us.healthVoter.actor(), panel.meeting, ben, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);
        decide(panel, ben, us.policeVoter, true, "Asked for it").orThrow();
        sharing.exclude(panel.coordinator, panel.caseId, us.policeVoter.member().id(), "A relative", panel.tick());
        assertThat(reasons(packs.read(us.policeVoter.actor(), panel.meeting, ben, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);

        // Only the co-ordinator locks; twice the same is not two versions.
        assertThat(reasons(packs.lock(us.chair.actor(), panel.meeting, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);
        String one = packs.lock(panel.coordinator, panel.meeting, panel.tick())
                .orThrow()
                .sha256();
        assertThat(reasons(packs.lock(panel.coordinator, panel.meeting, panel.tick())))
                .extracting(Reason::key)
                .containsExactly("packs.refused.nothing-new");

        // What Alba says comes after the cut-off, is shown as that, and stands in version 2; version 1 is as it was.
        String words = "I want to stay with my aunt\nدەمەوێت لای پوورم بمێنمەوە، لە 3 ڕۆژدا.";
        hears(panel, albasCase, words);
        Packs.Reading late =
                packs.read(us.chair.actor(), panel.meeting, alba, panel.tick()).orThrow();
        assertThat(late.item().lines(PackSection.VIEWS)).isEmpty();
        assertThat(late.after().orElseThrow().lines(PackSection.VIEWS))
                .anyMatch(it -> it.text().equals(words));
        assertThat(late.missing()).noneMatch(it -> it.text().contains("Nobody has recorded"));
        String two = packs.lock(panel.coordinator, panel.meeting, panel.tick())
                .orThrow()
                .sha256();
        assertThat(two).isNotEqualTo(one);
        assertThat(views(panel, 1, alba)).isZero();
        assertThat(views(panel, 2, alba)).isEqualTo(1);
        byte[] withHerWords = packs.paper(us.chair.actor(), panel.meeting, panel.tick())
                .orThrow()
                .pdf();
        PdfCheck.assertAccessibleAndLasting(withHerWords);
        assertThat(PdfCheck.words(withHerWords)).contains(words.replace('\n', ' '));

        // The co-ordinator sees who has opened version 2 and who has not.
        packs.read(us.chair.actor(), panel.meeting, alba, panel.tick()).orThrow();
        List<Packs.Seat> seats = packs.seats(panel.coordinator, panel.meeting, panel.tick()).orThrow().stream()
                .filter(it -> it.item().equals(alba))
                .flatMap(it -> it.seats().stream())
                .toList();
        assertThat(seat(seats, us.chair).lastOpened()).isPresent();
        assertThat(seat(seats, us.councilVoter).lastOpened()).isEmpty();

        // Notes are one's own: the co-ordinator does not see them, and the ledger does not know of them.
        packs.note(us.chair.actor(), panel.meeting, alba, "Ask about the aunt", 0, panel.tick())
                .orThrow();
        assertThat(packs.read(us.chair.actor(), panel.meeting, alba, panel.tick())
                        .orThrow()
                        .note()
                        .words())
                .isEqualTo("Ask about the aunt");
        assertThat(packs.read(panel.coordinator, panel.meeting, alba, panel.tick())
                        .orThrow()
                        .note()
                        .words())
                .isEmpty();
        assertThat(doors.ledger.linesAbout(panel.coordinator, albasCase.value(), 200))
                .noneMatch(
                        line -> line.toString().contains("aunt") || line.event().contains("note"));

        // The same on the pages, by keyboard and without script.
        clock.set(panel.tick());
        Visitor chair = Visitor.signedIn(port, us.chair);
        String path = "/meetings/" + panel.meeting.value() + "/pack";
        String page = chair.get(path + "/" + alba).body();
        assertThat(page.indexOf("What the child says")).isPositive().isLessThan(page.indexOf("What is missing"));
        assertThat(page)
                .contains("Ask about the aunt", "I want to stay with my aunt")
                .containsPattern("rel=\"(next|prev)\"");
        Visitor guardian = Visitor.signedIn(port, us.guardian);
        assertThat(guardian.get(path + "/" + ben).status()).isEqualTo(404);
        assertThat(guardian.get(path + "/" + alba).status()).isEqualTo(200);
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get(path + "/access").body()).contains("Works with Alba every week", "Not opened yet");
        assertThat(coordinator.get(path).body()).contains("Version 2", two);
    }

    @Test
    void whatThePoliceRestrictedStandsOnThePageAndThePaperOfThoseWhoReadItAndLeavesNoTraceOnAnybodyElses() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        panel.on(MONDAY.plusDays(1)).accepted().withAPlan();
        panel.on(MONDAY.plusDays(3)).panelPlannedFor(MONDAY.plusDays(21));
        TestPartnership us = panel.us;
        requests.ask(panel.coordinator, panel.meeting, panel.tick()).orThrow();
        Person police = us.policeVoter;
        RequestId sheet = returns.waiting(police.actor(), panel.tick())
                .orThrow()
                .getFirst()
                .request()
                .id();
        returns.handIn(
                        police.actor(),
                        returns.open(police.actor(), sheet, panel.tick())
                                .orThrow()
                                .lines()
                                .getFirst()
                                .question()
                                .id(),
                        new ReturnDraft(
                                List.of(
                                        new Told(Heading.KNOWN, "Seen near Example Street", false, ""),
                                        new Told(Heading.WORRIES, "A named adult is watched", true, "Live inquiry")),
                                "Example records",
                                panel.today()),
                        0,
                        panel.tick())
                .orThrow();
        AttendeeId worker = doors.meetings
                .invite(
                        panel.coordinator,
                        panel.meeting,
                        us.socialWorker.member().id(),
                        Capacity.SOCIAL_WORKER,
                        null,
                        panel.tick())
                .orThrow();
        UUID item = item(panel, panel.caseId);
        doors.meetings
                .inviteTo(panel.coordinator, new AgendaItemId(item), Set.of(worker), panel.tick())
                .orThrow();

        // The child's worker reads the pack of the item and does not decide; whoever decides, and the police, read all.
        Map<Person, Boolean> readers = Map.of(
                us.chair, true, us.healthVoter, true, us.coordinator, true, police, true, us.socialWorker, false);
        for (boolean locked : List.of(false, true)) {
            if (locked) {
                packs.lock(panel.coordinator, panel.meeting, panel.tick()).orThrow();
            }
            clock.set(panel.tick());
            String pack = "/meetings/" + panel.meeting.value() + "/pack";
            readers.forEach((reader, reads) -> {
                Visitor visitor = Visitor.signedIn(port, reader);
                assertThat(visitor.get(pack + ".pdf").status()).isEqualTo(200);
                List<String> forms = new ArrayList<>(List.of(
                        visitor.get(pack + "/" + item).body(),
                        PdfCheck.words(packs.paper(reader.actor(), panel.meeting, panel.tick())
                                .orThrow()
                                .pdf())));
                if (locked) {
                    forms.add(visitor.get(pack + "/versions/1").body());
                }
                assertThat(forms).allSatisfy(form -> {
                    assertThat(form).contains("Seen near Example Street");
                    if (reads) {
                        assertThat(form).contains("A named adult is watched", "Restricted");
                    } else {
                        assertThat(form).doesNotContain("watched", "Restricted", "Live inquiry");
                    }
                });
            });
        }
    }

    @Test
    void whatAnAgencyCorrectsRestrictsOrTakesBackAfterTheCutOffIsReadAsItLetsItBeReadNow() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        panel.on(MONDAY.plusDays(1)).accepted().withAPlan();
        panel.on(MONDAY.plusDays(3)).panelPlannedFor(MONDAY.plusDays(21));
        TestPartnership us = panel.us;
        requests.ask(panel.coordinator, panel.meeting, panel.tick()).orThrow();
        Told seen = new Told(Heading.KNOWN, "Seen near Example Street", false, "");
        Told car = new Told(Heading.WORRIES, "Driven in a green car", false, "");
        Told youth = new Told(Heading.WORKING_WELL, "Goes to the youth club", false, "");
        told(panel, us.policeVoter, 0, seen, car, youth);
        told(panel, us.healthVoter, 0, new Told(Heading.KNOWN, "Came to the clinic alone", false, ""));
        UUID item = item(panel, panel.caseId);
        AttendeeId worker = doors.meetings
                .invite(
                        panel.coordinator,
                        panel.meeting,
                        us.socialWorker.member().id(),
                        Capacity.SOCIAL_WORKER,
                        null,
                        panel.tick())
                .orThrow();
        doors.meetings
                .inviteTo(panel.coordinator, new AgendaItemId(item), Set.of(worker), panel.tick())
                .orThrow();
        String before = packs.lock(panel.coordinator, panel.meeting, panel.tick())
                .orThrow()
                .sha256();
        assertThat(forms(panel, us.socialWorker, item))
                .allSatisfy(form -> assertThat(form)
                        .contains("green car", "Example Street", "youth club", "alone")
                        .doesNotContain("corrected on", "took back on"));

        // police restrict one thing; health corrects what it told
        told(
                panel,
                us.policeVoter,
                1,
                seen,
                new Told(Heading.WORRIES, "Driven in a green car", true, "Live inquiry"),
                youth);
        told(panel, us.healthVoter, 1, new Told(Heading.KNOWN, "Came to the clinic with a friend", false, ""));
        assertThat(forms(panel, us.socialWorker, item))
                .allSatisfy(form -> assertThat(form)
                        .contains("Example Street", "youth club", "Came to the clinic alone", "corrected on")
                        .doesNotContain("green car", "Restricted"));
        assertThat(forms(panel, us.chair, item))
                .allSatisfy(form -> assertThat(form).contains("green car", "Restricted", "Came to the clinic alone"));

        // police word one thing anew while another is restricted: the old words are for those alone who read what is restricted
        told(
                panel,
                us.policeVoter,
                2,
                new Told(Heading.KNOWN, "Seen twice", false, ""),
                new Told(Heading.WORRIES, "Driven in a green car", true, "Live inquiry"),
                youth);
        assertThat(forms(panel, us.socialWorker, item))
                .allSatisfy(form -> assertThat(form).contains("youth club").doesNotContain("Example Street"));
        assertThat(forms(panel, us.chair, item))
                .allSatisfy(form -> assertThat(form).contains("Example Street", "corrected on"));

        // health takes back everything: nobody reads it, and everybody reads that it was
        returns.takeBack(us.healthVoter.actor(), question(panel, us.healthVoter), "Another child", 2, panel.tick())
                .orThrow();
        for (Person reader : List.of(us.socialWorker, us.chair, us.coordinator, us.healthVoter)) {
            assertThat(forms(panel, reader, item))
                    .allSatisfy(form -> assertThat(form).contains("took back on").doesNotContain("to the clinic"));
        }
        assertThat(packs.version(us.chair.actor(), panel.meeting, 1, panel.tick())
                        .orThrow()
                        .lock()
                        .sha256())
                .as("the locked version itself is as it was")
                .isEqualTo(before);

        // the page of what agencies told is the pack's: withdrawn there is withdrawn here (NRM-23)
        Visitor socialWorker = Visitor.signedIn(port, us.socialWorker);
        String page = "/cases/" + panel.caseId.value() + "/returns";
        assertThat(socialWorker.get(page).body()).contains("youth club").doesNotContain("green car");
        decide(panel, item, us.socialWorker, false, "Not for this worker").orThrow();
        clock.set(panel.tick());
        assertThat(socialWorker.get(page).body()).doesNotContain("youth club");
        decide(panel, item, us.healthVoter, false, "Not for health").orThrow();
        clock.set(panel.tick());
        assertThat(Visitor.signedIn(port, us.healthVoter).get(page).body())
                .as("an agency keeps what it told itself")
                .doesNotContain("youth club");
    }

    @Test
    void whoeverTakesTheCutOffTheWholePackIsKept() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        panel.on(MONDAY.plusDays(1)).accepted().withAPlan();
        panel.on(MONDAY.plusDays(3)).panelPlannedFor(MONDAY.plusDays(21));
        TestPartnership us = panel.us;
        UUID item = item(panel, panel.caseId);
        sharing.exclude(panel.coordinator, panel.caseId, us.coordinator.member().id(), "A relative", panel.tick());

        packs.lock(panel.coordinator, panel.meeting, panel.tick()).orThrow();

        assertThat(reasons(packs.read(panel.coordinator, panel.meeting, item, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);
        Packs.Reading read =
                packs.read(us.chair.actor(), panel.meeting, item, panel.tick()).orThrow();
        assertThat(read.joined()).isFalse();
        assertThat(read.item().child()).contains("Alba");
        assertThat(packs.version(us.chair.actor(), panel.meeting, 1, panel.tick())
                        .orThrow()
                        .pack()
                        .item(item))
                .isPresent();
    }

    @Test
    void aCaseThatGoesToTheCompetentAuthorityLeavesAgendaPackAndRequestsByItself() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        panel.on(MONDAY.plusDays(1)).accepted().withAPlan();
        panel.on(MONDAY.plusDays(3)).panelPlannedFor(MONDAY.plusDays(21));
        TestPartnership us = panel.us;
        requests.ask(panel.coordinator, panel.meeting, panel.tick()).orThrow();
        told(panel, us.policeVoter, 0, new Told(Heading.KNOWN, "Seen near Example Street", false, ""));
        packs.lock(panel.coordinator, panel.meeting, panel.tick()).orThrow();
        UUID item = item(panel, panel.caseId);
        assertThat(returns.waiting(us.healthVoter.actor(), panel.tick()).orThrow())
                .hasSize(1);

        doors.steps
                .moveToCentral(
                        panel.coordinator,
                        panel.referral,
                        panel.version(),
                        panel.today(),
                        RouteReason.AGE_DISPUTED,
                        "Said to be older",
                        panel.tick())
                .orThrow();

        assertThat(panel.agenda().entries()).isEmpty();
        assertThat(panel.agenda().withdrawn())
                .extracting(it -> it.item().settledBecause())
                .allMatch(it -> it.contains("competent authority"))
                .hasSize(1);
        assertThat(reasons(packs.read(us.chair.actor(), panel.meeting, item, panel.tick())))
                .containsExactly(Sharing.NOT_FOUND);
        assertThat(returns.waiting(us.healthVoter.actor(), panel.tick()).orThrow())
                .isEmpty();
        assertThat(requests.board(panel.coordinator, panel.meeting, panel.tick())
                        .orThrow()
                        .rows())
                .noneMatch(Requests.Row::waits);
        assertThat(sharing.visible(
                        us.healthVoter.actor(), Permission.ANSWER_REQUEST, Set.of(panel.caseId), panel.tick()))
                .isEmpty();

        // her safety can still be talked over, until her record turns out to belong to another case of hers
        doors.meetings
                .list(panel.coordinator, panel.meeting, panel.caseId, Purpose.DISCUSSION, "Her safety", panel.tick())
                .orThrow();
        assertThat(panel.agenda().entries()).hasSize(1);
        doors.cases.duplicate(panel.coordinator, panel.caseId, panel.tick());
        assertThat(panel.agenda().entries()).isEmpty();
    }

    /** A child's pack in every form in which somebody reads what was locked. */
    private List<String> forms(Journey panel, Person reader, UUID item) {
        clock.set(panel.tick());
        Visitor visitor = Visitor.signedIn(port, reader);
        String pack = "/meetings/" + panel.meeting.value() + "/pack";
        String version = visitor.get(pack + "/versions/1").body();
        String words = String.join(
                " ",
                packs.read(reader.actor(), panel.meeting, item, panel.tick()).orThrow().item().lines(PackSection.RETURNS).stream()
                        .map(line -> line.text() + " " + line.source() + (line.restrictedOf() == null ? "" : " Restricted"))
                        .toList());
        String paper = PdfCheck.words(packs.paper(reader.actor(), panel.meeting, panel.tick())
                .orThrow()
                .pdf());
        String locked = paper.contains("After the cut-off") ? paper.substring(0, paper.indexOf("After the cut-off")) : paper;
        return List.of(version, words, locked);
    }

    private QuestionId question(Journey panel, Person of) {
        RequestId sheet = returns.waiting(of.actor(), panel.tick())
                .orThrow()
                .getFirst()
                .request()
                .id();
        return returns.open(of.actor(), sheet, panel.tick())
                .orThrow()
                .lines()
                .getFirst()
                .question()
                .id();
    }

    private void told(Journey panel, Person by, int seen, Told... told) {
        returns.handIn(
                        by.actor(),
                        question(panel, by),
                        new ReturnDraft(List.of(told), "Example records", panel.today()),
                        seen,
                        panel.tick())
                .orThrow();
    }

    private int views(Journey panel, int number, UUID item) {
        return packs.version(panel.us.chair.actor(), panel.meeting, number, panel.tick())
                .orThrow()
                .pack()
                .item(item)
                .orElseThrow()
                .lines(PackSection.VIEWS)
                .size();
    }

    private void hears(Journey panel, CaseId child, String words) {
        voices.hear(
                        panel.coordinator,
                        child,
                        new WishesDraft(
                                panel.today(),
                                Wishes.Means.FACE_TO_FACE,
                                words,
                                "English",
                                "",
                                "Sol Socialworker",
                                "",
                                Wishes.Chosen.NOBODY_REPRESENTS,
                                ""),
                        panel.tick())
                .orThrow();
    }

    private Outcome<?> decide(Journey panel, UUID item, TestPartnership.Person who, boolean give, String why) {
        return packs.decide(panel.coordinator, panel.meeting, item, who.member().id(), give, why, panel.tick());
    }

    private static Packs.Seat seat(List<Packs.Seat> seats, TestPartnership.Person person) {
        return seats.stream()
                .filter(it -> it.attendee().member().equals(person.member().id()))
                .findFirst()
                .orElseThrow();
    }

    private static UUID item(Journey panel, CaseId child) {
        return panel.agenda().entries().stream()
                .map(Meetings.Entry::item)
                .filter(it -> it.caseId().equals(child))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private static List<Reason> reasons(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(List<Reason> reasons) ? reasons : List.of();
    }
}
