package org.holdfast;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.TestPartnership.Person;
import org.holdfast.room.RoomDay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A running meeting in real browsers: what one types the others see, a broken line mends, keys move on, and it works without script. */
@HoldfastTest
@Tag("browser")
@Import(RoomDay.Maker.class)
class RoomInBrowserTest {

    private static Chromium chromium;

    private final RoomDay.Maker maker;
    private final TestPartnership.Founder founder;
    private final String address;
    private final List<Page> windows = new ArrayList<>();
    private TestPartnership us;
    private RoomDay day;
    private String room;

    RoomInBrowserTest(RoomDay.Maker maker, TestPartnership.Founder founder, @LocalServerPort int port) {
        this.maker = maker;
        this.founder = founder;
        this.address = "http://localhost:" + port;
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @BeforeEach
    void aPanelInSession() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        us = founder.found(now.minus(Duration.ofDays(2)));
        day = maker.inSession(us, now);
        room = "/meetings/" + day.panel.value() + "/room";
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(window -> window.context().close());
        windows.clear();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void whatOneTypesTheOthersSeeAndWhoMayNotReadTheRestrictedPartDoesNot() {
        Page notes = at(day.noteTaker, chromium.window(1200, 900));
        Page chair = at(us.chair, chromium.window(1200, 900));
        Page guardian = at(us.guardian, chromium.window(1200, 900));
        assertThat(chair.locator("#room-here")).containsText("Nora Notetaker");
        assertThat(notes.locator("#room-here")).containsText("Gil Guardian, Example Guardians: at Ann Testchild");
        notes.locator("#open").pressSequentially("School was heard.");
        assertThat(chair.locator("#open")).hasValue("School was heard.");
        assertThat(chair.locator("[data-section=OPEN] [data-status]")).containsText("Nora Notetaker is typing here");
        assertThat(guardian.locator("[data-reading=OPEN] [data-text]")).hasText("School was heard.");
        chair.locator("#restricted").pressSequentially("A live operation.");
        assertThat(notes.locator("#restricted")).hasValue("A live operation.");
        assertThat(guardian.locator("#room")).not().containsText("live operation");
        notes.locator("#restricted").blur();

        // the chair takes the section over, and the note taker keeps what was not sent yet
        chair.locator("[data-section=OPEN] [data-take-over]").click();
        chair.locator("#open").press("End");
        chair.locator("#open").pressSequentially(" Health next.");
        assertThat(notes.locator("#open")).hasValue("School was heard. Health next.");
        Chromium.accessible(notes);
        notes.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "room.png"))
                .setFullPage(true));
        notes.setViewportSize(320, 640);
        Chromium.fits(notes);
        Chromium.allReachedByKeyboard(notes);
        go(guardian, room + "/waiting");
        Chromium.accessible(guardian);
        guardian.setViewportSize(320, 640);
        Chromium.fits(guardian);
    }

    @Test
    void whatIsTypedWhileTheLineIsDownIsSentOnceItIsBackAndNothingStandsTwice() {
        Page notes = at(day.noteTaker, chromium.window(1200, 900));
        Page chair = at(us.chair, chromium.window(1200, 900));
        notes.locator("#open").pressSequentially("one ");
        assertThat(chair.locator("#open")).hasValue("one ");
        notes.context().setOffline(true);
        notes.locator("#open").pressSequentially("two ");
        assertThat(notes.locator("[data-section=OPEN] [data-status]")).containsText("Not saved yet");
        assertThat(chair.locator("#open")).hasValue("one ");
        notes.context().setOffline(false);
        assertThat(chair.locator("#open")).hasValue("one two ");
        notes.locator("#open").pressSequentially("three");
        assertThat(chair.locator("#open")).hasValue("one two three");
        assertThat(notes.locator("#open")).hasValue("one two three");
    }

    @Test
    void theMeetingMovesOnForEverybodyAndNAndPLeadAlongTheAgendaUnlessSomebodyTypes() {
        Page chair = at(us.chair, chromium.window(1200, 900));
        Page police = at(us.policeVoter, chromium.window(1200, 900));
        assertThat(police.locator("h1")).hasText("Ann Testchild");
        police.locator("#open").focus();
        police.keyboard().type("n");
        assertThat(police.locator("#open")).hasValue("n");
        assertThat(police.locator("h1")).hasText("Ann Testchild");
        police.locator("#open").press("Backspace");
        police.locator("#open").blur();
        police.keyboard().press("n");
        assertThat(police.locator("h1")).hasText("Bea Testchild");
        police.keyboard().press("p");
        assertThat(police.locator("h1")).hasText("Ann Testchild");
        police.locator("[data-keys]").uncheck();
        police.locator("[data-keys]").blur();
        police.keyboard().press("n");
        assertThat(police.locator("h1")).hasText("Ann Testchild");

        chair.locator("button", new Page.LocatorOptions().setHasText("Out of time"))
                .click();
        chair.locator("a[data-key=n]").click();
        assertThat(chair.locator("h1")).hasText("Bea Testchild");
        chair.locator("button", new Page.LocatorOptions().setHasText("Call this item"))
                .click();
        assertThat(police.locator("h1")).hasText("Bea Testchild");
    }

    @Test
    void withoutScriptAllOfItWorksByLoadingThePageAgain() {
        Page notes = at(day.noteTaker, chromium.withoutScript());
        notes.locator("#open").fill("School was heard.");
        notes.locator("[data-section=OPEN] [data-save]").click();
        assertThat(notes.locator("#open")).hasValue("School was heard.");
        Chromium.wholeWithoutScript(notes);
        Page chair = at(us.chair, chromium.withoutScript());
        assertThat(chair.locator("#open")).hasValue("School was heard.");
        assertThat(chair.locator("#keys")).isHidden();
        go(chair, room + "/screen");
        assertThat(chair.locator("h1")).hasText("AT");
        Chromium.fits(chair);
    }

    private Page at(Person person, Page window) {
        windows.add(window);
        Chromium.signIn(window, address, person.username(), TestPartnership.PASSWORD);
        go(window, room);
        return window;
    }

    private void go(Page window, String path) {
        assertThat(window.navigate(address + path).status()).as(path).isEqualTo(200);
    }
}
