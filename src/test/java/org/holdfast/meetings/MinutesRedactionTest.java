package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Plans;
import org.holdfast.documents.Document;
import org.holdfast.documents.Documents;
import org.holdfast.documents.PdfCheck;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever reads the minutes of a meeting, and in whatever form: nothing marked restricted reaches whoever may not read it, and nothing of a
 * child whose item one is not invited to, or from whose case one is kept out. Meetings, invitations and exclusions are thrown with dice;
 * the same dice fall for the same number.
 */
@HoldfastTest
class MinutesRedactionTest {

    private static final LocalDate PANEL_DAY = LocalDate.of(2026, 12, 2);

    private final MinuteBook minutes;
    private final Sessions sessions;
    private final Meetings meetings;
    private final Plans plans;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Documents documents;
    private final Texts texts;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final PanelDay day;
    private final TestClock clock;
    private final TestPartnership us;
    private final Instant before = at(PANEL_DAY.minusDays(9), 9);
    private final Instant panel = at(PANEL_DAY, 10);

    @LocalServerPort
    private int port;

    MinutesRedactionTest(
            MinuteBook minutes,
            Sessions sessions,
            Meetings meetings,
            Plans plans,
            Sharing sharing,
            Partnerships partnerships,
            Documents documents,
            Texts texts,
            Ledger ledger,
            JdbcClient sql,
            PanelDay day,
            TestClock clock,
            TestPartnership.Founder founder) {
        this.minutes = minutes;
        this.sessions = sessions;
        this.meetings = meetings;
        this.plans = plans;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.documents = documents;
        this.texts = texts;
        this.ledger = ledger;
        this.sql = sql;
        this.day = day;
        this.clock = clock;
        this.us = founder.found(before);
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    /** A fact that stands in the minutes, of which child, and whether it is marked restricted. */
    private record Fact(int child, boolean restricted, String words) {}

    /** Those who read what is restricted for their capacity, where they declared no conflict. */
    private static final Set<Capacity> JUDGE_OR_WRITE =
            Set.of(Capacity.CHAIR, Capacity.DEPUTY_CHAIR, Capacity.VOTING, Capacity.DEPUTY, Capacity.NOTE_TAKER);

    /** Somebody who reads, in a capacity; no capacity is the co-ordinator's office. A conflict is one at every item. */
    private record Reader(
            Person person, Capacity capacity, Set<Integer> invited, Set<Integer> keptOut, boolean conflict) {
        boolean mayRead(Fact fact) {
            return invited.contains(fact.child())
                    && !keptOut.contains(fact.child())
                    && (!fact.restricted() || capacity == null || JUDGE_OR_WRITE.contains(capacity) && !conflict);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nothingReachesWhoeverMayNotReadItInAnyForm(int number) {
        Random dice = new Random(number);
        int children = 3;
        List<CaseId> cases = new ArrayList<>();
        for (int child = 0; child < children; child++) {
            cases.add(day.waiting(us, "Child" + mark(child, "name") + " Testchild", 10 + child, before));
        }
        MeetingId meeting = day.planned(us, PANEL_DAY, before);
        List<Reader> readers = readers(dice, meeting, children);
        Map<Integer, AgendaItemId> items = new LinkedHashMap<>();
        for (Meetings.Entry entry : day.agenda(us.coordinator, meeting, before).entries()) {
            items.put(cases.indexOf(entry.item().caseId()), entry.item().id());
        }
        invite(meeting, items, readers);
        List<Fact> facts = held(meeting, items, cases, readers);
        for (Reader reader : readers) {
            for (int child : reader.keptOut()) {
                sharing.exclude(
                        us.manager.actor(),
                        cases.get(child),
                        reader.person().member().id(),
                        "A neighbour",
                        panel.plusSeconds(4000));
            }
        }
        MemberId program =
                new MemberId(us.gateway.member());
        int closed = dice.nextInt(children);
        sharing.exclude(us.manager.actor(), cases.get(closed), program, "Not for programs", panel.plusSeconds(4000));

        clock.set(PANEL_DAY, LocalTime.of(15, 0));
        Map<String, Visitor> visitors = new HashMap<>();
        visitors.put(us.coordinator.username(), Visitor.signedIn(port, us.coordinator));
        Visitor coordinator = visitors.get(us.coordinator.username());
        String page = "/meetings/" + meeting.value() + "/minutes";
        for (Reader reader : readers) {
            Visitor visitor =
                    visitors.computeIfAbsent(reader.person().username(), _ -> Visitor.signedIn(port, reader.person()));
            Map<String, String> forms = new LinkedHashMap<>();
            forms.put("page", visitor.get(page).body());
            forms.putAll(papers(reader, meeting));
            forms.forEach((form, text) -> holdsWhatItMay(reader, form, text, facts));
            if (reader.capacity() != null && facts.stream().anyMatch(reader::mayRead)) {
                Reader over = new Reader(
                        us.coordinator,
                        reader.capacity(),
                        reader.invited(),
                        union(reader.keptOut(), keptOut(readers)),
                        reader.conflict());
                holdsWhatItMay(
                        over,
                        "preview of " + reader.person().member().name(),
                        coordinator
                                .get(page + "/as/"
                                        + reader.person().member().id().value())
                                .body(),
                        facts);
            }
        }
        assertThat(mail(meeting, readers)).contains("meetings.mail.minutes").doesNotContain("Zq");
        holdsWhatItMay(
                new Reader(us.coordinator, null, Set.of(0, 1, 2), Set.of(closed), false),
                "interface",
                new Visitor(port).api("GET", "/api/v1" + page, us.apiToken).body(),
                facts);
    }

    /** What is written to those to whom the minutes are sent. */
    private String mail(MeetingId meeting, List<Reader> readers) {
        Instant sent = panel.plusSeconds(6000);
        minutes.send(
                        us.coordinator.actor(),
                        meeting,
                        readers.stream().map(it -> it.person().member().id()).collect(Collectors.toSet()),
                        "To do your part",
                        LawfulBasis.PUBLIC_TASK,
                        sent)
                .orThrow();
        return ledger.within(
                us.coordinator.actor(),
                () -> sql.sql("select text_key || path || array_to_string(text_values, ' ') from mail.message")
                        .query(String.class)
                        .list()
                        .toString());
    }

    /** The papers that a reader takes away, as text. */
    private Map<String, String> papers(Reader reader, MeetingId meeting) {
        Document paper = MinutesPaper.of(
                minutes.take(reader.person().actor(), meeting, "application/pdf", panel.plusSeconds(5000))
                        .orThrow(),
                texts);
        byte[] pdf = documents.pdf(paper);
        if (reader.capacity() == null) {
            PdfCheck.assertAccessibleAndLasting(pdf);
        }
        return Map.of("PDF", PdfCheck.words(pdf), "ODT", OdtWords.of(documents.odt(paper)));
    }

    private static Set<Integer> keptOut(List<Reader> readers) {
        return readers.getFirst().keptOut();
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        Set<Integer> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static void holdsWhatItMay(Reader reader, String form, String text, List<Fact> facts) {
        for (Fact fact : facts) {
            String who = reader.person().member().name() + " reads the " + form;
            if (reader.mayRead(fact)) {
                assertThat(text).as(who).contains(fact.words());
            } else {
                assertThat(text).as(who).doesNotContain(fact.words());
            }
        }
    }

    private List<Reader> readers(Random dice, MeetingId meeting, int children) {
        Set<Integer> all = Set.of(0, 1, 2);
        List<Reader> readers = new ArrayList<>();
        readers.add(new Reader(us.coordinator, null, all, some(dice, children, 4), false));
        readers.add(new Reader(us.chair, Capacity.CHAIR, all, some(dice, children, 6), false));
        readers.add(new Reader(us.councilVoter, Capacity.VOTING, all, some(dice, children, 4), false));
        readers.add(new Reader(us.policeVoter, Capacity.VOTING, all, some(dice, children, 4), false));
        readers.add(new Reader(us.healthVoter, Capacity.VOTING, all, Set.of(), true));
        readers.add(new Reader(us.guardian, Capacity.GUARDIAN_SERVICE, all, some(dice, children, 4), false));
        readers.add(single(dice, us.socialWorker, Capacity.SOCIAL_WORKER, children));
        Agency school = us.guardians;
        readers.add(single(dice, us.join(school, "Obi Observer", Role.ADVISER), Capacity.OBSERVER, children));
        readers.add(
                single(dice, us.join(school, "Inka Interpreter", Role.AGENCY_CONTACT), Capacity.INTERPRETER, children));
        return readers;
    }

    private static Reader single(Random dice, Person person, Capacity capacity, int children) {
        return new Reader(person, capacity, some(dice, children, 2), some(dice, children, 4), false);
    }

    /** Each with a chance of one in so many. */
    private static Set<Integer> some(Random dice, int children, int oneIn) {
        Set<Integer> some = new HashSet<>();
        for (int child = 0; child < children; child++) {
            if (dice.nextInt(oneIn) == 0) {
                some.add(child);
            }
        }
        return some;
    }

    private void invite(MeetingId meeting, Map<Integer, AgendaItemId> items, List<Reader> readers) {
        Map<AttendeeId, Set<Integer>> invited = new LinkedHashMap<>();
        for (Reader reader : readers) {
            if (reader.capacity() != null && !reader.capacity().wholeAgenda()) {
                invited.put(day.invite(us, meeting, reader.person(), reader.capacity(), before), reader.invited());
            }
        }
        items.forEach((child, item) -> {
            Set<AttendeeId> here = new HashSet<>();
            invited.forEach((attendee, children) -> {
                if (children.contains(child)) {
                    here.add(attendee);
                }
            });
            meetings.inviteTo(us.coordinator.actor(), item, here, before).orThrow();
        });
    }

    /** Holds the meeting; every fact told in it has words of its own. */
    private List<Fact> held(
            MeetingId meeting, Map<Integer, AgendaItemId> items, List<CaseId> cases, List<Reader> readers) {
        List<Fact> facts = new ArrayList<>();
        items.forEach((child, item) -> {
            facts.add(new Fact(child, false, mark(child, "name")));
            plans.agree(us.coordinator.actor(), cases.get(child), action(mark(child, "earlier")), before)
                    .orThrow();
            facts.add(new Fact(child, false, mark(child, "earlier")));
        });
        day.open(us, meeting, panel, us.chair, us.councilVoter, us.policeVoter, us.healthVoter);
        items.forEach((child, item) -> {
            sessions.call(us.coordinator.actor(), item, panel).orThrow();
            for (Note.Part part : Note.Part.values()) {
                String words = mark(child, part.name());
                sessions.write(us.coordinator.actor(), item, part, "It was said " + words, 0, panel)
                        .orThrow();
                facts.add(new Fact(child, part == Note.Part.RESTRICTED, words));
            }
            sessions.declareConflict(
                            us.healthVoter.actor(),
                            item,
                            day.seat(us, meeting, us.healthVoter, panel),
                            mark(child, "conflict"),
                            panel)
                    .orThrow();
            facts.add(new Fact(child, false, mark(child, "conflict")));
            plans.agreedAt(
                            us.coordinator.actor(),
                            cases.get(child),
                            action(mark(child, "action")),
                            meeting.value(),
                            panel)
                    .orThrow();
            facts.add(new Fact(child, false, mark(child, "action")));
            sessions.adjourn(us.coordinator.actor(), item, AdjournedFor.MORE_EVIDENCE, mark(child, "because"), panel)
                    .orThrow();
            facts.add(new Fact(child, false, mark(child, "because")));
        });
        Instant after = panel.plusSeconds(3600);
        sessions.finish(us.coordinator.actor(), meeting, after).orThrow();
        minutes.approve(
                        us.chair.actor(),
                        meeting,
                        minutes.read(us.chair.actor(), meeting, after).orThrow().hash(),
                        after)
                .orThrow();
        items.forEach((child, item) -> {
            minutes.add(us.coordinator.actor(), meeting, item, mark(child, "addendum"), after)
                    .orThrow();
            facts.add(new Fact(child, false, mark(child, "addendum")));
        });
        return facts;
    }

    /** Words that stand nowhere else, of letters only, so that they stay in one piece on a paper. */
    private static String mark(int child, String what) {
        return "Zq" + (char) ('a' + child) + what.toLowerCase(java.util.Locale.ROOT) + "Qz";
    }

    private ActionDraft action(String what) {
        return new ActionDraft(
                what,
                "Agreed by all",
                us.healthVoter.member().id(),
                us.healthVoter.member().name(),
                us.healthVoter.member().agency().id(),
                us.healthVoter.member().agency().name(),
                PANEL_DAY.plusDays(7));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(UnitedKingdom.ZONE).toInstant();
    }

    @Test
    void aLineThatAnotherModuleMarksRestrictedIsCutAndAPartOfSuchLinesOnlyDisappearsWithItsHeading() {
        MinutesPart mixed = new MinutesPart(
                "a", List.of(MinutesPart.Line.of("open"), MinutesPart.Line.restricted("closed", "Live operation")));
        MinutesPart closed = new MinutesPart("b", List.of(MinutesPart.Line.restricted("closed", "Live operation")));
        UUID item = new UUID(1, 1);
        MinutesText whole = new MinutesText(
                "Panel",
                PANEL_DAY,
                LocalTime.NOON,
                new Place("", ""),
                null,
                null,
                List.of(),
                List.of(),
                List.of(new MinutesText.Item(
                        item,
                        item,
                        "Ann Testchild",
                        Purpose.DISCUSSION,
                        AgendaItemState.CONCLUDED,
                        null,
                        "",
                        null,
                        null,
                        List.of(),
                        "",
                        "",
                        List.of(mixed, closed),
                        List.of(),
                        List.of())));
        MinutesText cut = reader(item, Capacity.ADVISER).of(whole);
        assertThat(cut.items().getFirst().parts())
                .containsExactly(new MinutesPart("a", List.of(MinutesPart.Line.of("open"))));
        assertThat(reader(item, Capacity.CHAIR).of(whole)).isEqualTo(whole);
        assertThat(reader(item, Capacity.CHAIR)
                        .and(reader(item, Capacity.ADVISER))
                        .of(whole))
                .isEqualTo(cut);
        assertThat(new MinutesReader(Map.of()).of(whole).items()).isEmpty();
    }

    private static MinutesReader reader(UUID item, Capacity seat) {
        return new MinutesReader(Map.of(
                item, Set.of(new Restriction.Reader(new AgencyId(new UUID(0, 1)), false, false, Set.of(seat)))));
    }
}
