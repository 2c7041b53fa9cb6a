package org.holdfast;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.FortnightlyPanel.CHRISTMAS_EVE;
import static org.holdfast.FortnightlyPanel.PANEL;
import static org.holdfast.FortnightlyPanel.REFERRED;
import static org.holdfast.decisions.Position.FOR;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.TestPartnership.Person;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Verdict;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.Letters;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Round;
import org.holdfast.requests.Heading;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A fortnightly panel in the Cardiff manner in real browsers: what people do, each at their own window. What they would do over and over
 * for the other children goes through the doors; {@link FortnightlyPanelTest} tells the rules of it.
 */
@HoldfastTest
@Tag("browser")
class PanelInBrowserTest {

    private final Journey.Doors doors;
    private final Returns returns;
    private final List<Round> rounds;
    private final Assurances assurances;
    private final Letters letters;
    private final TestClock clock;
    private final String address;
    private final Map<Person, Page> windows = new HashMap<>();
    private Chromium chromium;
    private FortnightlyPanel panel;
    private String meeting;

    PanelInBrowserTest(
            Journey.Doors doors,
            Returns returns,
            List<Round> rounds,
            Assurances assurances,
            Letters letters,
            TestClock clock,
            @LocalServerPort int port) {
        this.doors = doors;
        this.returns = returns;
        this.rounds = rounds;
        this.assurances = assurances;
        this.letters = letters;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void aPanelIsPlanned() {
        chromium = new Chromium();
        panel = new FortnightlyPanel(doors);
        meeting = "/meetings/" + panel.first.meeting.value();
    }

    @AfterEach
    void close() {
        clock.reset();
        chromium.close();
    }

    @Test
    void fromTheAskingToTheLettersAtEverybodysOwnWindow() {
        agenciesAreAskedAndOneIsLate();
        thePackIsLocked();
        threeTypeAtOnceAndNothingIsLost();
        voted();
        theLastIsPutOffAndTheMeetingEnds();
        theMinutesGoOut();
        theOutcomeGoesOnTheLastMinuteAndOneIsReturned();
        lettersAreLookedAt();
        assertThat(doors.ledger.check(panel.first.coordinator).whole()).isTrue();
    }

    private void agenciesAreAskedAndOneIsLate() {
        clock.set(REFERRED.plusDays(4), LocalTime.of(11, 0));
        Page coordinator = at(panel.us.coordinator, meeting + "/requests");
        press(coordinator, "Ask agencies for information");
        for (String agency : List.of("Example Street Academy", "Testshire Youth Justice")) {
            coordinator.locator("summary:has-text('Ask one more agency')").click();
            coordinator.selectOption("#agency", new SelectOption().setLabel(agency));
            coordinator.locator("form:has(#agency) button[type=submit]").click();
        }
        assertThat(coordinator.locator(".hf-board tbody tr")).hasCount(6);

        // youth justice knows none of the eight: from their work to the answer in one press
        Page youthWorker = at(panel.youthWorker, "/requests");
        youthWorker.locator("main a[href^='/requests/']").first().click();
        assertThat(youthWorker.locator(".hf-answer")).hasCount(8);
        press(youthWorker, "We know nothing of the children not answered about");
        assertThat(youthWorker.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell what you know")))
                .hasCount(0);

        Page police = at(panel.us.policeVoter, "/requests");
        police.locator("main a[href^='/requests/']").first().click();
        police.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell what you know"))
                .first()
                .click();
        police.fill("#known", "Seen at the station with an adult.");
        police.fill("#worries", "The adult is under investigation.");
        police.check("input[name=restricted-worries]");
        police.fill("#because-worries", "Live inquiry");
        press(police, "Hand in");
        answers(panel.us.policeVoter, 8);

        // the school is reminded until its head is told, and answers late
        for (LocalDate day = REFERRED.plusDays(5); day.isBefore(PANEL); day = day.plusDays(1)) {
            Instant morning = day.atTime(9, 0).atZone(UnitedKingdom.ZONE).toInstant();
            rounds.stream()
                    .filter(round -> round.name().equals("reminders"))
                    .forEach(round -> round.make(panel.us.program, morning));
        }
        clock.set(PANEL.minusDays(1), LocalTime.of(9, 0));
        go(coordinator, meeting + "/requests");
        Locator school = coordinator.locator("section:has(h3:has-text('Example Street Academy'))");
        assertThat(school).containsText("Late, lead told");
        assertThat(school).containsText("Hedd Headteacher");
        panel.first.on(PANEL.minusDays(1));
        answers(panel.teacher, 7);
        coordinator.reload();
        assertThat(school).containsText("7");
    }

    private void thePackIsLocked() {
        Page coordinator = at(panel.us.coordinator, meeting + "/pack");
        press(coordinator, "Lock the pack");
        assertThat(coordinator.locator("main")).containsText("Version 1, locked on");
        Page health = at(panel.us.healthVoter, meeting + "/pack");
        health.locator("main th a").first().click();
        assertThat(health.locator("h1")).containsText("Testchild");
    }

    private void threeTypeAtOnceAndNothingIsLost() {
        panel.first.everybodyMeets();
        clock.set(PANEL, LocalTime.of(10, 2));
        String room = meeting + "/room?item=" + panel.first.item.value();
        Page coordinator = at(panel.us.coordinator, room);
        Page chair = at(panel.us.chair, room);
        Page police = at(panel.us.policeVoter, room);
        police.locator("summary:has-text('Propose an action')").click();
        for (String word : List.of("Aled ", "was ", "heard ", "first. ")) {
            coordinator.locator("#open").pressSequentially(word);
            chair.locator("#restricted").pressSequentially(word.toUpperCase(Locale.ROOT));
            police.locator("#what").pressSequentially(word);
        }
        assertThat(police.locator("#what")).hasValue("Aled was heard first. ");
        for (Page window : List.of(coordinator, chair, police)) {
            assertThat(window.locator("#open")).hasValue("Aled was heard first. ");
            assertThat(window.locator("#restricted")).hasValue("ALED WAS HEARD FIRST. ");
        }

        // another takes the section over and goes on where the first was; then the first does
        String text = "Aled was heard first. ";
        for (Page writer : List.of(police, chair, coordinator)) {
            writer.locator("[data-section=OPEN] [data-take-over]").click();
            writer.locator("#open").press("End");
            writer.locator("#open").pressSequentially("Then school. ");
            text += "Then school. ";
            for (Page window : List.of(coordinator, chair, police)) {
                assertThat(window.locator("#open")).hasValue(text);
            }
        }
        for (Page window : List.of(coordinator, chair, police)) {
            window.reload();
            assertThat(window.locator("#open")).hasValue(text);
            assertThat(window.locator("#restricted")).hasValue("ALED WAS HEARD FIRST. ");
        }
    }

    /** The first child is voted on from three sign-ins; the six after go through the doors. */
    private void voted() {
        Journey first = panel.first.at(PANEL, LocalTime.of(10, 5)).prepared();
        first.ask(Ground.RG).orThrow();
        clock.set(PANEL, LocalTime.of(10, 8));
        String decision = "/decisions/" + first.decision.value();
        for (Person voter : List.of(panel.us.councilVoter, panel.us.policeVoter, panel.us.healthVoter)) {
            Page window = at(voter, decision + "/vote");
            window.check("input[name=vote][value=FOR]");
            window.fill("#reasons", "On the evidence");
            press(window, "Give your vote");
        }
        first.at(PANEL, LocalTime.of(10, 12)).count();
        first.vote(Ground.CG, FOR, FOR, FOR);
        clock.set(PANEL, LocalTime.of(10, 14));
        Page coordinator = at(panel.us.coordinator, decision + "/issue");
        press(coordinator, "Issue and seal the decision");
        assertThat(coordinator.locator("main")).containsText("Issued");

        Journey before = first.at(PANEL, LocalTime.of(10, 20));
        for (Journey child : panel.children.subList(1, 7)) {
            child.follows(before).called().prepared();
            child.vote(Ground.RG, FOR, FOR, FOR);
            child.vote(Ground.CG, FOR, FOR, FOR);
            assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
            before = child;
        }
        panel.children.get(7).follows(before).called();
    }

    private void theLastIsPutOffAndTheMeetingEnds() {
        clock.set(PANEL, LocalTime.of(11, 15));
        Page coordinator = at(
                panel.us.coordinator,
                meeting + "/room?item=" + panel.children.get(7).item.value());
        coordinator.locator("summary:has-text('Adjourn this item')").click();
        coordinator.check("input[name=adjournedFor][value=MORE_EVIDENCE]");
        coordinator.fill("#because", "The school has not told what it knows");
        coordinator
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Adjourn").setExact(true))
                .click();
        assertThat(coordinator.locator("#room-agenda")).containsText("Adjourned");
        coordinator.locator("summary:has-text('Finish the meeting')").click();
        press(coordinator, "Finish");
    }

    private void theMinutesGoOut() {
        Page chair = at(panel.us.chair, meeting + "/minutes");
        assertThat(chair.locator("main section[aria-labelledby^=minutes-]")).hasCount(8);
        chair.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("seal the minutes|Approve the minutes")))
                .click();
        assertThat(chair.locator("main")).containsText("Approved by Chara Chair");
        Page coordinator = at(panel.us.coordinator, meeting + "/minutes/send");
        for (Locator to : coordinator.locator("input[name=to]").all()) {
            to.check();
        }
        coordinator.fill("#purpose", "Members of the panel read what they decided");
        coordinator.locator("input[name=basis]").first().check();
        press(coordinator, "Send the links");
        assertThat(coordinator.locator("main")).containsText("Members of the panel read what they decided");

        // whoever gets the link reads what is theirs
        Page police = at(panel.us.policeVoter, meeting + "/minutes");
        assertThat(police.locator("main")).containsText("Aled was heard first. Then school. Then school. Then school.");
        assertThat(police.locator("main")).not().containsText("under investigation");
    }

    private void theOutcomeGoesOnTheLastMinuteAndOneIsReturned() {
        clock.set(CHRISTMAS_EVE, LocalTime.of(23, 59));
        Page coordinator = at(panel.us.coordinator, "/decisions/" + panel.first.decision.value() + "/outcome");
        coordinator.fill("#how", "Secure e-mail");
        press(coordinator, "Mark as sent");
        assertThat(coordinator.locator("main")).containsText("Secure e-mail");
        for (Journey child : panel.children.subList(1, 7)) {
            doors.decisions
                    .outcomeSent(child.coordinator, child.decision, "Secure e-mail", clock.instant())
                    .orThrow();
        }

        Instant january = clock.set(LocalDate.of(2027, 1, 6), LocalTime.of(9, 0));
        Page assurer = at(panel.assurer, "/assurance");
        assertThat(assurer.locator("main tbody tr")).hasCount(7);
        assurer.locator("main th a[href^='/assurance/']").last().click();
        String returned = assurer.url().substring(address.length());
        go(assurer, returned + "/answer");
        assurer.check("input[name=verdict][value=RETURNED]");
        assurer.selectOption("#point-1-kind", "REASONS");
        assurer.fill("#point-1-text", "Say which journey is meant");
        assurer.locator("main form button[type=submit]").last().click();
        assertThat(assurer.locator("main")).containsText("Say which journey is meant");
        for (Assurances.Line line :
                assurances.inbox(panel.assurer.actor(), january).orThrow()) {
            if (!returned.endsWith(line.assurance().id().value().toString())) {
                assurances
                        .answer(
                                panel.assurer.actor(),
                                line.assurance().id(),
                                AnswerDraft.own(Verdict.AGREED, "", List.of(), false),
                                january)
                        .orThrow();
            }
        }
        go(coordinator, "/assurance?show=returned");
        assertThat(coordinator.locator("main tbody tr")).hasCount(1);
        go(coordinator, returned);
        assertThat(coordinator.locator("main")).containsText("Say which journey is meant");
    }

    private void lettersAreLookedAt() {
        Instant january = clock.instant();
        for (Tongue tongue : List.of(Tongue.WELSH, Tongue.TIGRINYA)) {
            LetterId letter = FortnightlyPanel.letterIn(
                    letters, tongue, panel.children.get(tongue == Tongue.WELSH ? 2 : 6), january);
            Page coordinator = at(panel.us.coordinator, "/letters/" + letter.value() + "/paper");
            assertThat(coordinator.locator("article[lang=" + tongue.tag() + "], section[lang=" + tongue.tag()
                            + "], html[lang=" + tongue.tag() + "]"))
                    .not()
                    .hasCount(0);
            assertThat(coordinator.locator("[lang=en]").first()).isAttached();
            assertThat((Boolean) coordinator.evaluate("document.fonts.ready.then(() => true)"))
                    .isTrue();
            Chromium.accessible(coordinator);
            coordinator.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures", "panel-letter-" + tongue.tag() + ".png"))
                    .setFullPage(true));
        }
    }

    /** Somebody's agency tells what it knows of the next children that it was asked about. */
    private void answers(Person person, int children) {
        Instant now = clock.instant();
        returns
                .open(
                        person.actor(),
                        returns.waiting(person.actor(), now)
                                .orThrow()
                                .getFirst()
                                .request()
                                .id(),
                        now)
                .orThrow()
                .open()
                .stream()
                .limit(children)
                .forEach(line -> returns.handIn(
                                person.actor(),
                                line.question().id(),
                                new ReturnDraft(
                                        List.of(new Told(Heading.KNOWN, "Comes every day.", false, "")),
                                        "Example records",
                                        REFERRED),
                                0,
                                now)
                        .orThrow());
    }

    private static void press(Page window, String button) {
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    /** Somebody's own window, at an address; they sign in when they come to it first. */
    private Page at(Person person, String path) {
        Page window = windows.computeIfAbsent(person, who -> {
            Page opened = chromium.window(1200, 900);
            Chromium.signIn(opened, address, who.username(), TestPartnership.PASSWORD);
            return opened;
        });
        go(window, path);
        return window;
    }

    private void go(Page window, String path) {
        try {
            Response answer = window.navigate(address + path);
            // none where the page went there by itself in the same moment
            if (answer != null) {
                assertThat(answer.status()).as(path).isEqualTo(200);
            }
        } catch (PlaywrightException interrupted) {
            // the room leads to the minutes by itself when the meeting is finished
            if (!interrupted.getMessage().contains("interrupted by another navigation")) {
                throw interrupted;
            }
            window.waitForURL(address + path);
        }
    }
}
