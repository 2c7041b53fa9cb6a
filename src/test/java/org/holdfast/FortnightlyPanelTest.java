package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.FortnightlyPanel.CHRISTMAS_EVE;
import static org.holdfast.FortnightlyPanel.PANEL;
import static org.holdfast.FortnightlyPanel.REFERRED;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.TestPartnership.Person;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.Assurance;
import org.holdfast.assurance.AssuranceState;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.PointDraft;
import org.holdfast.assurance.PointKind;
import org.holdfast.assurance.Verdict;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.Explanation;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.Letters;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.Note;
import org.holdfast.packs.Packs;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Round;
import org.holdfast.requests.Heading;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.room.Rooms;
import org.holdfast.room.Section;
import org.holdfast.sharing.LawfulBasis;
import org.junit.jupiter.api.Test;

/**
 * A fortnightly panel in the Cardiff manner, from the asking to the letters: eight children, six agencies, ten minutes each, on the day
 * before Christmas Eve (MTG-3, MTG-4, NRM-9 to NRM-12, NRM-21, NRM-23).
 */
@HoldfastTest
class FortnightlyPanelTest {

    private final Journey.Doors doors;
    private final Requests requests;
    private final Returns returns;
    private final List<Round> rounds;
    private final Packs packs;
    private final Rooms rooms;
    private final Assurances assurances;
    private final Letters letters;

    FortnightlyPanelTest(
            Journey.Doors doors,
            Requests requests,
            Returns returns,
            List<Round> rounds,
            Packs packs,
            Rooms rooms,
            Assurances assurances,
            Letters letters) {
        this.doors = doors;
        this.requests = requests;
        this.returns = returns;
        this.rounds = rounds;
        this.packs = packs;
        this.rooms = rooms;
        this.assurances = assurances;
        this.letters = letters;
    }

    @Test
    void eightChildrenSixAgenciesAndEverythingReadyBeforeChristmas() {
        FortnightlyPanel panel = new FortnightlyPanel(doors);
        TestPartnership us = panel.us;
        Journey first = panel.first;
        List<Journey> children = panel.children;
        Agency school = panel.school;
        Agency youthJustice = panel.youthJustice;
        Person teacher = panel.teacher;
        Person youthWorker = panel.youthWorker;
        Person secondCoordinator = panel.secondCoordinator;
        Person assurer = panel.assurer;
        assertThat(children).extracting(Journey::minutes).containsOnly(10L);

        // Six agencies are asked once each, for all children.
        requests.ask(first.coordinator, first.meeting, first.tick()).orThrow();
        for (Agency also : List.of(school, youthJustice)) {
            if (rowOf(first, also) == null) {
                requests.askAlso(first.coordinator, first.meeting, also.id(), first.tick())
                        .orThrow();
            }
        }
        assertThat(board(first).rows())
                .as("council, police, health, guardians, school, youth justice")
                .hasSize(6);

        // Youth justice knows none of the eight, in one press; the police tell something restricted; the school keeps
        // silent.
        Returns.Sheet youthJusticeSheet = sheet(youthWorker, first);
        assertThat(returns.nothingKnownOfTheRest(
                                youthWorker.actor(), youthJusticeSheet.request().id(), first.tick())
                        .orThrow())
                .isEqualTo(8);
        for (Returns.Line line : sheet(us.policeVoter, first).lines()) {
            returns.handIn(
                            us.policeVoter.actor(),
                            line.question().id(),
                            told("Seen at the station with an adult.", "The adult is under investigation."),
                            0,
                            first.tick())
                    .orThrow();
        }

        // Reminded before, on and after the day; then the head teacher is told, and the teacher answers, late.
        LocalDate due = youthJusticeSheet.request().dueOn();
        for (LocalDate day = REFERRED.plusDays(5); day.isBefore(PANEL); day = day.plusDays(1)) {
            Instant morning = day.atTime(9, 0).atZone(UnitedKingdom.ZONE).toInstant();
            rounds.stream()
                    .filter(round -> round.name().equals("reminders"))
                    .forEach(round -> round.make(us.program, morning));
        }
        Requests.Row late = rowOf(first, school);
        assertThat(late).isNotNull();
        assertThat(late.sent())
                .as("before, on and after the day, and to the lead")
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(late.sent()).anySatisfy(step -> assertThat(step.told()).contains("Hedd Headteacher"));
        first.on(PANEL.minusDays(1));
        assertThat(first.today()).isAfter(due);
        for (Returns.Line line : sheet(teacher, first).lines().subList(0, 7)) {
            returns.handIn(
                            teacher.actor(),
                            line.question().id(),
                            told("Comes to school every day.", ""),
                            0,
                            first.tick())
                    .orThrow();
        }

        // The pack is locked with version and hash; what the school tells later stands after the cut-off.
        assertThat(packs.lock(first.coordinator, first.meeting, first.tick()).orThrow())
                .satisfies(lock -> {
                    assertThat(lock.number()).isEqualTo(1);
                    assertThat(lock.sha256()).hasSize(64);
                });

        // In the room three people type at once, and nothing is lost.
        first.everybodyMeets();
        Note.Part open = Note.Part.OPEN;
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        typed(first.coordinator, first, open, one, 1, 0, "Aled was heard first.", first.tick());
        typed(us.chair.actor(), first, Note.Part.RESTRICTED, two, 1, 0, "Not for the minutes of others.", first.tick());
        Section.Answer held = rooms.type(
                        secondCoordinator.actor(),
                        first.item,
                        open,
                        three,
                        1,
                        0,
                        "Somebody else types.",
                        false,
                        first.tick())
                .orThrow();
        assertThat(held)
                .as("one window holds a section; the other keeps its words")
                .isInstanceOf(Section.Held.class);
        typed(first.coordinator, first, open, one, 2, 1, "Aled was heard first. The school will ring.", first.tick());
        assertThat(rooms.section(first.coordinator, first.item, open, first.tick())
                        .orThrow()
                        .text())
                .isEqualTo("Aled was heard first. The school will ring.");

        // Seven are decided, one waits for the school.
        Journey before = first;
        for (Journey child : children.subList(0, 7)) {
            child.follows(before);
            if (child != first) {
                child.called();
            }
            if (child == children.get(1)) {
                typed(secondCoordinator.actor(), child, open, three, 2, 0, "The school has much to say.", child.tick());
            }
            child.prepared();
            child.vote(Ground.RG, FOR, FOR, FOR);
            child.vote(Ground.CG, FOR, FOR, FOR);
            assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
            before = child;
        }
        Journey last = children.get(7);
        last.follows(before).called().adjourned(AdjournedFor.MORE_EVIDENCE, "The school has not told what it knows");
        last.meetingFinished();

        // The minutes are there when the meeting ends; the chair approves item by item, and they go out as links.
        MinuteBook.Minutes minutes =
                doors.minutes.read(us.chair.actor(), first.meeting, last.tick()).orThrow();
        assertThat(minutes.text().items()).hasSize(8);
        assertThat(minutes.text().items().getFirst().note()).contains("The school will ring.");
        assertThat(words(first, us.policeVoter, last))
                .as("what agencies told stands in the minutes, but for what they restricted")
                .contains("Seen at the station with an adult.")
                .doesNotContain("under investigation");
        assertThat(words(first, us.guardian, last))
                .as("who attended without the pack reads who told something, and not what (NRM-23)")
                .contains("Testshire Police")
                .doesNotContain("Seen at the station");
        last.minutesApproved();
        assertThat(doors.minutes
                        .send(
                                last.coordinator,
                                first.meeting,
                                Set.of(
                                        us.policeVoter.member().id(),
                                        us.healthVoter.member().id()),
                                "Members of the panel read what they decided",
                                LawfulBasis.values()[0],
                                last.tick())
                        .orThrow()
                        .inTime())
                .isTrue();

        // The outcomes go to the Home Office at one minute to midnight of the working day before the holidays: in time.
        Instant lastMinute = CHRISTMAS_EVE
                .atTime(LocalTime.of(23, 59))
                .atZone(UnitedKingdom.ZONE)
                .toInstant();
        for (Journey child : children.subList(0, 7)) {
            assertThat(child.dueOn(ClockKind.OUTCOME_TO_HOME_OFFICE)).isEqualTo(CHRISTMAS_EVE);
            doors.decisions
                    .outcomeSent(child.coordinator, child.decision, "Secure e-mail", lastMinute)
                    .orThrow();
            child.on(CHRISTMAS_EVE.plusDays(4));
            assertThat(child.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).state()).isEqualTo(ClockState.MET);
        }

        // The competent authority agrees to six and returns one with two points.
        Instant january = at(LocalDate.of(2027, 1, 6));
        List<Assurances.Line> inbox = assurances.inbox(assurer.actor(), january).orThrow();
        assertThat(inbox).hasSize(7);
        for (Assurances.Line line : inbox.subList(0, 6)) {
            assurances
                    .answer(
                            assurer.actor(),
                            line.assurance().id(),
                            AnswerDraft.own(Verdict.AGREED, "", List.of(), false),
                            january)
                    .orThrow();
        }
        Assurance returned = inbox.getLast().assurance();
        assurances
                .answer(
                        assurer.actor(),
                        returned.id(),
                        AnswerDraft.own(
                                Verdict.RETURNED,
                                "Two points",
                                List.of(
                                        new PointDraft(PointKind.REASONS, "Reasons", "Say which journey is meant"),
                                        new PointDraft(PointKind.SAFEGUARDING, "", "Who stays in touch after school?")),
                                false),
                        january)
                .orThrow();
        assertThat(assurances
                        .see(first.coordinator, returned.id(), january)
                        .orThrow()
                        .assurance())
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(AssuranceState.RETURNED);
                    assertThat(it.points()).hasSize(2);
                });

        // Letters go out in Welsh and in Tigrinya, the English beside them, and it is written down how they were taken.
        for (Tongue tongue : List.of(Tongue.WELSH, Tongue.TIGRINYA)) {
            letterIn(tongue, tongue == Tongue.WELSH ? children.get(2) : children.get(6), january);
        }

        // The child who was put off waits for the panel after the holidays.
        last.on(LocalDate.of(2027, 1, 5)).panelPlannedFor(LocalDate.of(2027, 1, 6));
        assertThat(last.onAgenda()).isPresent();
        assertThat(doors.ledger.check(last.coordinator).whole()).isTrue();
    }

    private String words(Journey meeting, Person reader, Journey now) {
        return doors.minutes
                .read(reader.actor(), meeting.meeting, now.tick())
                .orThrow()
                .text()
                .toString();
    }

    private void letterIn(Tongue tongue, Journey child, Instant now) {
        LetterId letter = FortnightlyPanel.letterIn(letters, tongue, child, now);
        letters.explain(
                        child.coordinator,
                        letter,
                        new Explanation.Draft(
                                UnitedKingdom.day(now),
                                "Sol Socialworker",
                                tongue,
                                "Ines Interpreter",
                                Explanation.Understood.YES,
                                "So nobody is angry with me?"),
                        now)
                .orThrow();
    }

    private void typed(
            org.holdfast.audit.Actor actor,
            Journey child,
            Note.Part part,
            UUID window,
            long number,
            int seen,
            String text,
            Instant now) {
        assertThat(rooms.type(actor, child.item, part, window, number, seen, text, false, now)
                        .orThrow())
                .isInstanceOf(Section.Accepted.class);
    }

    private static ReturnDraft told(String known, String restricted) {
        List<Told> told = new ArrayList<>(List.of(new Told(Heading.KNOWN, known, false, "")));
        if (!restricted.isEmpty()) {
            told.add(new Told(Heading.WORRIES, restricted, true, "Live inquiry"));
        }
        return new ReturnDraft(told, "Example records", REFERRED);
    }

    private Returns.Sheet sheet(Person person, Journey journey) {
        return returns.open(
                        person.actor(),
                        returns.waiting(person.actor(), journey.tick()).orThrow().stream()
                                .filter(listed -> listed.request().meeting().equals(journey.meeting))
                                .findFirst()
                                .orElseThrow()
                                .request()
                                .id(),
                        journey.tick())
                .orThrow();
    }

    private Requests.Board board(Journey journey) {
        return requests.board(journey.coordinator, journey.meeting, journey.tick())
                .orThrow();
    }

    private Requests.Row rowOf(Journey journey, Agency agency) {
        return board(journey).rows().stream()
                .filter(row -> row.request().agency().equals(agency.id()))
                .findFirst()
                .orElse(null);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
