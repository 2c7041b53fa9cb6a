package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.holdfast.HoldfastTest;
import org.holdfast.Refusals;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.casework.Action;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesText;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Presence;
import org.holdfast.meetings.Sessions;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A panel in its room: several type at once, others look on, some wait for their item (MTG-2, MTG-4, NRM-22). */
@HoldfastTest
@Import(RoomDay.Maker.class)
class RoomTest {

    private final Meetings meetings;
    private final Sessions sessions;
    private final MinuteBook minuteBook;
    private final Rooms rooms;
    private final Proposals proposals;
    private final NearlyDue nearlyDue;
    private final Plans plans;
    private final Sharing sharing;
    private final Ledger ledger;
    private final TestPartnership us;

    /** The panel is today, so that browsers, whose clock nobody sets, find it in session. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final LocalDate today = UnitedKingdom.day(now);
    private final RoomDay day;
    private final Person noteTaker;

    private MeetingId panel;
    private AgendaItemId first;
    private AgendaItemId second;
    private CaseId firstChild;

    @LocalServerPort
    private int port;

    RoomTest(
            Meetings meetings,
            Sessions sessions,
            MinuteBook minuteBook,
            Rooms rooms,
            Proposals proposals,
            NearlyDue nearlyDue,
            Plans plans,
            Sharing sharing,
            Ledger ledger,
            RoomDay.Maker maker,
            TestPartnership.Founder founder) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.minuteBook = minuteBook;
        this.rooms = rooms;
        this.proposals = proposals;
        this.nearlyDue = nearlyDue;
        this.plans = plans;
        this.sharing = sharing;
        this.ledger = ledger;
        this.us = founder.found(now.minus(Duration.ofDays(2)));
        this.day = maker.inSession(us, now);
        this.noteTaker = day.noteTaker;
    }

    @BeforeEach
    void aPanelInSessionOnItsFirstChild() {
        panel = day.panel;
        first = day.first;
        second = day.second;
        firstChild = day.firstChild;
    }

    @Test
    void threeTypeAtOnceAndEveryWordOfEachIsInTheMinutes() throws Exception {
        sessions.adjourn(us.coordinator.actor(), first, AdjournedFor.OUT_OF_TIME, "", now)
                .orThrow();
        sessions.call(us.coordinator.actor(), second, now).orThrow();
        record Typist(Person person, AgendaItemId item, Note.Part part) {}
        List<Typist> typists = List.of(
                new Typist(noteTaker, second, Note.Part.OPEN),
                new Typist(us.chair, second, Note.Part.RESTRICTED),
                new Typist(us.policeVoter, first, Note.Part.OPEN));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = typists.stream()
                    .map(typist -> threads.submit(() -> {
                        UUID window = UUID.randomUUID();
                        String text = "";
                        for (int word = 1; word <= 20; word++) {
                            text += typist.person().member().name().substring(0, 2) + word + " ";
                            for (int twice = 0; twice < 2; twice++) {
                                rooms.type(
                                                typist.person().actor(),
                                                typist.item(),
                                                typist.part(),
                                                window,
                                                word,
                                                0,
                                                text,
                                                false,
                                                now)
                                        .orThrow();
                            }
                        }
                        return text;
                    }))
                    .toList();
            List<String> typed = new ArrayList<>();
            for (var each : done) {
                typed.add(each.get());
            }
            assertThat(typed.getFirst()).startsWith("No1 No2 ").endsWith("No20 ");
            sessions.adjourn(us.chair.actor(), second, AdjournedFor.MORE_EVIDENCE, "The school log", now)
                    .orThrow();
            sessions.finish(us.coordinator.actor(), panel, now).orThrow();
            List<MinutesText.Item> items = minuteBook
                    .read(us.chair.actor(), panel, now)
                    .orThrow()
                    .text()
                    .items();
            MinutesText.Item one = item(items, first);
            MinutesText.Item two = item(items, second);
            assertThat(List.of(two.note(), two.restricted(), one.note())).isEqualTo(typed);
        }
        assertThat(sessions.versions(us.chair.actor(), second, now).orThrow())
                .as("each part is kept in the name of who typed it")
                .extracting(Note::writer)
                .containsExactlyInAnyOrder("Nora Notetaker", "Chara Chair");
    }

    @Test
    void aStaleTabOverwritesNothingWhoeverTakesOverGoesOnAndTheNoteKnowsBoth() {
        UUID tab = UUID.randomUUID();
        UUID otherTab = UUID.randomUUID();
        assertThat(type(us.policeVoter, tab, 1, 0, "School was heard. ", false)).isInstanceOf(Section.Accepted.class);
        Section.Answer held = type(us.policeVoter, otherTab, 1, 0, "Health was heard. ", false);
        assertThat(held).isEqualTo(new Section.Held(held.section(), "Health was heard. "));
        assertThat(type(noteTaker, UUID.randomUUID(), 1, 0, "x", true))
                .as("nobody takes over what they have not seen")
                .isInstanceOf(Section.Changed.class);
        int seen = held.section().revision();
        assertThat(type(noteTaker, UUID.randomUUID(), 1, seen, "School was heard. Health too.", true))
                .isInstanceOf(Section.Accepted.class);
        Section.Answer late = type(us.policeVoter, tab, 2, seen, "School was heard. Police next.", false);
        assertThat(late).isEqualTo(new Section.Held(late.section(), "Police next."));
        rooms.keep(us.coordinator.actor(), panel, now);
        assertThat(sessions.versions(us.chair.actor(), first, now).orThrow())
                .extracting(Note::writer, Note::text)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Pola Policevoter", "School was heard. "),
                        org.assertj.core.groups.Tuple.tuple("Nora Notetaker", "School was heard. Health too."));
        assertThat(events()).contains("section-taken", "note-written");
    }

    @Test
    void whoMayNotReadTheRestrictedPartHearsNothingOfItAndWhoIsKeptOutOfACaseHearsNothingMore() {
        try (Following police = following(us.policeVoter);
                Following guardian = following(us.guardian)) {
            type(us.chair, Note.Part.RESTRICTED, UUID.randomUUID(), 1, 0, "RESTRICTED-MARK");
            type(noteTaker, Note.Part.OPEN, UUID.randomUUID(), 1, 0, "OPEN-MARK");
            assertThat(texts(police, us.policeVoter, 2)).containsExactlyInAnyOrder("RESTRICTED-MARK", "OPEN-MARK");
            assertThat(texts(guardian, us.guardian, 1)).containsExactly("OPEN-MARK");

            sharing.exclude(
                    us.coordinator.actor(), firstChild, us.guardian.member().id(), "A neighbour", now);
            type(noteTaker, Note.Part.OPEN, UUID.randomUUID(), 1, 1, "LATER-MARK", true);
            assertThat(texts(police, us.policeVoter, 1)).containsExactly("LATER-MARK");
            assertThat(texts(guardian, us.guardian, 0)).isEmpty();
        }
        assertThat(rooms.type(us.guardian.actor(), first, Note.Part.OPEN, UUID.randomUUID(), 1, 0, "x", false, now))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoeverDeclaresAConflictReadsNoMoreOfTheRestrictedPartThoughTheyWroteItThemselves() {
        UUID window = UUID.randomUUID();
        type(noteTaker, Note.Part.RESTRICTED, window, 1, 0, "OWN-MARK");
        rooms.letGo(noteTaker.actor(), first, Note.Part.RESTRICTED, window, now).orThrow();
        String page = "/meetings/" + panel.value() + "/room?item=" + first.value();
        Visitor writer = Visitor.signedIn(port, noteTaker);
        assertThat(writer.get(page).body()).contains("OWN-MARK");
        try (Following following = following(noteTaker)) {
            sessions.declareConflict(noteTaker.actor(), first, seat(noteTaker), "A relative", now)
                    .orThrow();
            type(us.chair, Note.Part.RESTRICTED, UUID.randomUUID(), 1, 1, "OWN-MARK LATER-MARK", true);
            assertThat(texts(following, noteTaker, 0)).isEmpty();
        }
        notRead(writer, page);
    }

    private void notRead(Visitor writer, String page) {
        for (Outcome<?> asked : List.of(
                rooms.section(noteTaker.actor(), first, Note.Part.RESTRICTED, now),
                rooms.letGo(noteTaker.actor(), first, Note.Part.RESTRICTED, UUID.randomUUID(), now),
                rooms.type(noteTaker.actor(), first, Note.Part.RESTRICTED, UUID.randomUUID(), 1, 0, "x", false, now),
                sessions.note(noteTaker.actor(), first, Note.Part.RESTRICTED, now))) {
            assertThat(asked).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(sessions.versions(noteTaker.actor(), first, now).orThrow())
                .noneMatch(it -> it.part() == Note.Part.RESTRICTED);
        String item = "/meetings/" + panel.value() + "/items/" + first.value();
        for (String at : List.of(page, item, item + "/notes", "/meetings/" + panel.value() + "/minutes")) {
            assertThat(writer.get(at).body()).as(at).doesNotContain("OWN-MARK", "LATER-MARK");
        }
    }

    @Test
    void whoWasAwayIsToldWhatCameSinceAndNothingTwice() {
        UUID window = UUID.randomUUID();
        type(noteTaker, Note.Part.OPEN, window, 1, 0, "one");
        Cursor known;
        try (Following before = following(us.policeVoter)) {
            type(noteTaker, Note.Part.OPEN, window, 2, 1, "one two");
            List<RoomNews> heard = hear(before, us.policeVoter, 1);
            known = heard.getLast().cursor();
        }
        type(noteTaker, Note.Part.OPEN, window, 3, 2, "one two three");
        type(noteTaker, Note.Part.OPEN, window, 4, 3, "one two three four");
        sessions.adjourn(us.coordinator.actor(), first, AdjournedFor.TIE, "", now)
                .orThrow();
        try (Following after = rooms.follow(us.policeVoter.actor(), panel, window, first, known, now)
                .orThrow()) {
            after.await(Duration.ofSeconds(5));
            List<RoomNews> news = after.news(us.policeVoter.actor(), now).orThrow();
            assertThat(news).filteredOn(RoomNews.Typed.class::isInstance).hasSize(1);
            assertThat(news).filteredOn(RoomNews.Changed.class::isInstance).hasSize(1);
            assertThat(after.news(us.policeVoter.actor(), now).orThrow()).isEmpty();
        }
    }

    @Test
    void anActionIsOfferedByAnAgencyAndAgreedInTheRoomOrNotAgreedBecause() {
        AttendeeId police = seat(us.policeVoter);
        AttendeeId health = seat(us.healthVoter);
        var invited =
                meetings.agenda(us.policeVoter.actor(), panel, now).orThrow().attendance();
        ProposalDraft patrol =
                new ProposalDraft("Patrol the bus station", "She was met there", police, today.plusDays(7));
        assertThat(keys(proposals.propose(
                        us.policeVoter.actor(), panel, first, new ProposalDraft("", "", health, null), invited, now)))
                .containsExactly(
                        "casework.action.needs-what",
                        "casework.action.needs-why",
                        "room.proposal.owner",
                        "casework.action.needs-due-on");
        UUID one = proposals
                .propose(us.policeVoter.actor(), panel, first, patrol, invited, now)
                .orThrow();
        UUID other = proposals
                .propose(
                        us.guardian.actor(),
                        panel,
                        first,
                        new ProposalDraft("Visit weekly", "She asked for it", seat(us.guardian), today.plusDays(7)),
                        invited,
                        now)
                .orThrow();
        assertThat(keys(proposals.agree(us.policeVoter.actor(), panel, first, one, now)))
                .containsExactly("meetings.refused.not-your-part");
        assertThat(Refusals.of(ledger, us.policeVoter.actor())).containsExactly("meeting-refused");
        assertThat(Refusals.subjects(ledger, us.policeVoter.actor())).containsExactly(panel.value());
        proposals.agree(us.chair.actor(), panel, first, one, now).orThrow();
        assertThat(keys(proposals.agree(us.coordinator.actor(), panel, first, one, now)))
                .containsExactly("room.refused.settled");
        assertThat(keys(proposals.decline(us.coordinator.actor(), panel, first, other, " ", now)))
                .containsExactly("room.proposal.because");
        proposals
                .decline(us.coordinator.actor(), panel, first, other, "Her worker visits weekly", now)
                .orThrow();
        assertThat(plans.actions(us.coordinator.actor(), firstChild))
                .singleElement()
                .satisfies((Action action) -> {
                    assertThat(action.what()).isEqualTo("Patrol the bus station");
                    assertThat(action.ownerAgencyName()).isEqualTo("Testshire Police");
                    assertThat(action.agreedAt()).isEqualTo(panel.value());
                });
        sessions.adjourn(us.coordinator.actor(), first, AdjournedFor.TIE, "", now)
                .orThrow();
        sessions.finish(us.coordinator.actor(), panel, now).orThrow();
        MinutesText.Item minuted = item(
                minuteBook.read(us.chair.actor(), panel, now).orThrow().text().items(), first);
        assertThat(minuted.actions())
                .extracting(MinutesText.AgreedAction::what)
                .containsExactly("Patrol the bus station");
        assertThat(minuted.parts().getLast().lines().getFirst().details())
                .containsExactly("Example Guardians", "Visit weekly", "Her worker visits weekly");
    }

    @Test
    void whoComesForOneItemWaitsForItSeesNoOtherIsToldOnceAndGoesIn() {
        AttendeeId seat = day.invite(us.socialWorker, Capacity.SOCIAL_WORKER);
        meetings.inviteTo(us.coordinator.actor(), second, Set.of(seat), now).orThrow();
        Visitor worker = Visitor.signedIn(port, us.socialWorker);
        String room = "/meetings/" + panel.value() + "/room";
        assertThat(worker.get(room).location()).endsWith("/room/waiting");
        assertThat(worker.get(room + "/waiting").body())
                .contains("You are up in about")
                .contains("Confidentiality statement")
                .doesNotContain("Ann Testchild");
        assertThat(worker.get(room + "?item=" + first.value()).status()).isEqualTo(404);
        int refused = Refusals.of(ledger, us.socialWorker.actor()).size();
        assertThat(worker.get(room + "/screen").body()).contains("whoever runs or chairs");
        assertThat(Refusals.of(ledger, us.socialWorker.actor()))
                .hasSize(refused + 1)
                .first()
                .isEqualTo("meeting-refused");

        nearlyDue.make(us.program, now.minus(Duration.ofHours(3)));
        for (int round = 0; round < 2; round++) {
            nearlyDue.make(us.program, now.plus(Duration.ofMinutes(10)));
        }
        assertThat(events()).filteredOn("nearly-due-told"::equals).hasSize(1);

        sessions.adjourn(us.coordinator.actor(), first, AdjournedFor.OUT_OF_TIME, "", now)
                .orThrow();
        sessions.call(us.coordinator.actor(), second, now).orThrow();
        assertThat(worker.get(room).body()).contains("Bea Testchild").doesNotContain("Ann Testchild");
    }

    @Test
    void theStatementIsConfirmedOnArrivalAndStandsInTheMinutes() {
        Visitor police = Visitor.signedIn(port, us.policeVoter);
        String room = "/meetings/" + panel.value() + "/room";
        assertThat(police.get(room).body()).contains("I have read this and will keep to it");
        assertThat(police.post(
                                room + "/statement",
                                "attendee",
                                seat(us.healthVoter).value().toString())
                        .body())
                .contains("whoever runs or chairs");
        assertThat(police.post(
                                room + "/statement",
                                "attendee",
                                seat(us.policeVoter).value().toString())
                        .status())
                .isEqualTo(303);
        assertThat(police.get(room).body()).doesNotContain("I have read this and will keep to it");
        sessions.arrived(us.coordinator.actor(), panel, seat(us.guardian), Presence.How.BY_PHONE, now)
                .orThrow();
        sessions.confirm(us.coordinator.actor(), panel, seat(us.guardian), now).orThrow();
        sessions.adjourn(us.coordinator.actor(), first, AdjournedFor.TIE, "", now)
                .orThrow();
        sessions.finish(us.coordinator.actor(), panel, now).orThrow();
        assertThat(minuteBook
                        .read(us.chair.actor(), panel, now)
                        .orThrow()
                        .text()
                        .attended())
                .filteredOn(it -> it.statement() != null)
                .extracting(MinutesText.Attended::name)
                .containsExactlyInAnyOrder("Pola Policevoter", "Gil Guardian");
        assertThat(Visitor.signedIn(port, us.chair)
                        .get("/meetings/" + panel.value() + "/minutes")
                        .body())
                .contains("By phone")
                .contains("Confidentiality statement, version 1");
    }

    @Test
    void theRoomSaysAtWhichItemEachPersonIsToWhoeverMayKnowOfThatItem() {
        rooms.looksOn(us.policeVoter.actor(), panel, UUID.randomUUID(), first, now);
        rooms.looksOn(us.policeVoter.actor(), panel, UUID.randomUUID(), null, now.plusSeconds(1));
        String there = "Pola Policevoter, Testshire Police";
        String room = "/meetings/" + panel.value() + "/room?item=" + second.value();
        assertThat(Visitor.signedIn(port, us.chair).get(room).body()).contains(there + ": at Ann Testchild");
        sharing.exclude(us.coordinator.actor(), firstChild, us.guardian.member().id(), "A neighbour", now);
        assertThat(Visitor.signedIn(port, us.guardian).get(room).body())
                .contains(there)
                .doesNotContain("Ann Testchild");
    }

    @Test
    void theScreenOnTheWallShowsInitialsAndNothingThatIsRestricted() {
        try (Following screen = following(us.chair).onTheScreen()) {
            type(us.chair, Note.Part.RESTRICTED, UUID.randomUUID(), 1, 0, "HEARD-MARK");
            type(noteTaker, Note.Part.OPEN, UUID.randomUUID(), 1, 0, "OPEN-MARK");
            assertThat(texts(screen, us.chair, 1))
                    .as("nor does its line carry anything restricted")
                    .containsExactly("OPEN-MARK");
        }
        type(us.chair, Note.Part.RESTRICTED, UUID.randomUUID(), 1, 1, "RESTRICTED-MARK", true);
        String screen = Visitor.signedIn(port, us.chair)
                .get("/meetings/" + panel.value() + "/room/screen")
                .body();
        assertThat(screen)
                .contains(">AT<")
                .doesNotContain("Ann Testchild")
                .doesNotContain("Testchild")
                .doesNotContain("RESTRICTED-MARK");
    }

    @Test
    void withoutScriptNotesAreSavedByTheirButtonAndWhatSomebodyElseTypesIsNotOverwritten() {
        Visitor note = Visitor.signedIn(port, noteTaker);
        String room = "/meetings/" + panel.value() + "/room";
        String notes = room + "/items/" + first.value() + "/notes";
        assertThat(note.get(room).body()).contains("Ann Testchild").contains("name=\"seen\" value=\"0\"");
        assertThat(note.post(
                                notes,
                                "part",
                                "OPEN",
                                "seen",
                                "0",
                                "window",
                                UUID.randomUUID().toString(),
                                "open",
                                "School was heard.")
                        .status())
                .isEqualTo(303);
        assertThat(note.get(room).body()).contains("School was heard.");
        assertThat(sessions.versions(us.chair.actor(), first, now).orThrow()).hasSize(1);
        Visitor.Answer stale = note.post(
                notes,
                "part",
                "OPEN",
                "seen",
                "0",
                "window",
                UUID.randomUUID().toString(),
                "open",
                "Health was heard.");
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("School was heard.").contains("Health was heard.");
    }

    @Test
    void whatIsPutOffStandsOnTheNextAgendaInItsOrderWithTheReason() {
        MeetingId next = day.plan(today.plusDays(14));
        sessions.adjourn(us.coordinator.actor(), first, AdjournedFor.MORE_EVIDENCE, "The school log", now)
                .orThrow();
        sessions.finish(us.coordinator.actor(), panel, now).orThrow();
        List<Meetings.Entry> entries =
                meetings.agenda(us.coordinator.actor(), next, now).orThrow().entries();
        assertThat(entries).extracting(Meetings.Entry::child).containsExactly("Ann Testchild", "Bea Testchild");
        assertThat(entries)
                .extracting(it -> it.carried().orElseThrow().adjournedFor())
                .containsExactly(AdjournedFor.MORE_EVIDENCE, AdjournedFor.OUT_OF_TIME);
        assertThat(Visitor.signedIn(port, us.coordinator)
                        .get("/meetings/" + next.value())
                        .body())
                .contains("The school log");
    }

    @Test
    void theStreamTellsWhatIsTypedAndEndsWithTheSignIn() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        String address = "http://localhost:" + port;
        String page = browser.send(get(address + "/sign-in"), HttpResponse.BodyHandlers.ofString())
                .body();
        String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        browser.send(
                form(
                        address + "/sign-in",
                        "_csrf=" + csrf + "&username=" + us.policeVoter.username() + "&password="
                                + TestPartnership.PASSWORD),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<java.io.InputStream> stream = browser.send(
                get(address + "/meetings/" + panel.value() + "/room/events?window=" + UUID.randomUUID()),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            until(lines, "event: here");
            type(noteTaker, Note.Part.OPEN, UUID.randomUUID(), 1, 0, "OPEN-MARK");
            assertThat(until(lines, "event: text")).contains("OPEN-MARK").contains("Nora Notetaker");
            String help = browser.send(get(address + "/help"), HttpResponse.BodyHandlers.ofString())
                    .body();
            String proof = help.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
            browser.send(form(address + "/sign-out", "_csrf=" + proof), HttpResponse.BodyHandlers.ofString());
            until(lines, "event: over");
        }
    }

    // Small words

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).GET().build();
    }

    private static HttpRequest form(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Reads on until this event, and answers its data. */
    private static String until(BufferedReader lines, String event) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(event)) {
                return lines.readLine();
            }
        }
        throw new AssertionError("the stream ended before " + event);
    }

    private Following following(Person person) {
        Following following = rooms.follow(person.actor(), panel, UUID.randomUUID(), first, null, now)
                .orThrow();
        following.await(Duration.ofSeconds(5));
        following.news(person.actor(), now).orThrow();
        return following;
    }

    /** Listens until so many texts were heard. */
    private List<RoomNews> hear(Following following, Person person, int texts) {
        List<RoomNews> heard = new ArrayList<>();
        for (int patience = 0; patience < 50; patience++) {
            following.await(Duration.ofMillis(200));
            heard.addAll(following.news(person.actor(), now).orThrow());
            if (texts > 0
                    && heard.stream().filter(RoomNews.Typed.class::isInstance).count() >= texts) {
                return heard;
            }
            if (texts == 0 && patience > 3) {
                return heard;
            }
        }
        return heard;
    }

    private List<String> texts(Following following, Person person, int texts) {
        return hear(following, person, texts).stream()
                .flatMap(it -> it instanceof RoomNews.Typed typed
                        ? java.util.stream.Stream.of(typed.section().text())
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private Section.Answer type(Person person, UUID window, long number, int seen, String text, boolean takeOver) {
        return rooms.type(person.actor(), first, Note.Part.OPEN, window, number, seen, text, takeOver, now)
                .orThrow();
    }

    private void type(Person person, Note.Part part, UUID window, long number, int seen, String text) {
        type(person, part, window, number, seen, text, false);
    }

    private void type(
            Person person, Note.Part part, UUID window, long number, int seen, String text, boolean takeOver) {
        assertThat(rooms.type(person.actor(), first, part, window, number, seen, text, takeOver, now)
                        .orThrow())
                .isInstanceOf(Section.Accepted.class);
    }

    private List<String> events() {
        return ledger.changesAfter(us.coordinator.actor(), 0, 10_000).stream()
                .map(LedgerLine::event)
                .toList();
    }

    private static MinutesText.Item item(List<MinutesText.Item> items, AgendaItemId id) {
        return items.stream()
                .filter(it -> it.item().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    private AttendeeId seat(Person person) {
        return day.seat(person);
    }
}
