package org.holdfast.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Where one is signed in, and how that ends; and that whoever guesses slows down themselves and nobody else. */
@HoldfastTest
class SessionsTest {

    private static final String FRESH = "ladder violet teaspoon";

    private final TestPartnership.Founder founder;
    private final TestPartnership us;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final TestClock clock;
    private final JdbcTemplate jdbc;
    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final int port;
    private Person nurse;

    SessionsTest(
            TestPartnership.Founder founder,
            Partnerships partnerships,
            Accounts accounts,
            TestClock clock,
            JdbcTemplate jdbc,
            FindByIndexNameSessionRepository<? extends Session> repository,
            @LocalServerPort int port) {
        this.founder = founder;
        this.us = founder.found(Instant.now());
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.repository = repository;
        this.port = port;
    }

    @BeforeEach
    void somebodyNew() {
        nurse = us.join(us.health, "Nell Nurse " + System.nanoTime(), Role.AGENCY_CONTACT);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private Visitor.Answer tries(Visitor visitor, String password) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "username", nurse.username(), "password", password);
    }

    private static String handle(String page) {
        Matcher handle =
                Pattern.compile("name=\"session\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(handle.find()).isTrue();
        return handle.group(1);
    }

    @Test
    void whoeverGuessesWaitsLongerAndLongerAndIsToldWhenToComeBack() {
        Visitor guesser = new Visitor(port);
        for (int guess = 0; guess < 6; guess++) {
            assertThat(tries(guesser, "wrong " + guess).status()).isEqualTo(422);
        }
        Visitor.Answer slowed = tries(guesser, TestPartnership.PASSWORD);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.body()).contains("Try again at");
        guesser.get("/sign-in");
        assertThat(guesser.post("/sign-in", "username", us.chair.username(), "password", "wrong")
                        .status())
                .as("another name from the same place is another matter")
                .isEqualTo(422);
        clock.set(clock.instant().plus(Duration.ofSeconds(6)));
        assertThat(tries(guesser, TestPartnership.PASSWORD).location()).endsWith("/work");
    }

    @Test
    void whoseNameIsTriedOverAndOverIsToldOnceADayAndNotOftener() {
        for (int guess = 0; guess < 5; guess++) {
            tries(new Visitor(port), "wrong " + guess);
        }
        assertThat(warnings()).as("people mistype").isEqualTo(0);
        for (int series = 0; series < 2; series++) {
            for (int guess = 0; guess < 6; guess++) {
                tries(new Visitor(port), "wrong " + guess);
            }
            clock.set(clock.instant().plus(Duration.ofMinutes(20)));
            assertThat(warnings()).isEqualTo(1);
        }
        for (int[] hoursLaterAndTold : new int[][] {{22, 1}, {2, 2}}) {
            clock.set(clock.instant().plus(Duration.ofHours(hoursLaterAndTold[0])));
            for (int guess = 0; guess < 6; guess++) {
                tries(new Visitor(port), "wrong " + guess);
            }
            clock.set(clock.instant().plus(Duration.ofMinutes(20)));
            assertThat(warnings()).isEqualTo(hoursLaterAndTold[1]);
        }
    }

    /** How often the nurse finds that somebody tried their name, signed in from where it was tried: then tries begin anew. */
    private int warnings() {
        Visitor own = new Visitor(port);
        assertThat(tries(own, TestPartnership.PASSWORD).location()).endsWith("/work");
        return own.get("/messages").body().split("Somebody tried your Holdfast name with wrong passwords", -1).length
                - 1;
    }

    @Test
    void aNameThatNobodyHasIsSlowedInTheSameWords() {
        String[] pages = new String[2];
        String[] names = {nurse.username(), "nobody." + System.nanoTime()};
        for (int which = 0; which < 2; which++) {
            Visitor visitor = new Visitor(port);
            Visitor.Answer answer = null;
            for (int guess = 0; guess < 7; guess++) {
                visitor.get("/sign-in");
                answer = visitor.post("/sign-in", "username", names[which], "password", "wrong");
            }
            assertThat(answer.status()).isEqualTo(429);
            pages[which] = answer.body().replaceAll("(value|content)=\"[^\"]*\"|Try again at [0-9:apm]+", "");
        }
        assertThat(pages[1]).isEqualTo(pages[0]);
    }

    @Test
    void aStrangerSlowsNobodyDownInABrowserTheyHaveUsedBefore() {
        Visitor own = new Visitor(port);
        assertThat(tries(own, TestPartnership.PASSWORD).location()).endsWith("/work");
        own.get("/work");
        own.post("/sign-out");
        Visitor stranger = new Visitor(port);
        for (int guess = 0; guess < 12; guess++) {
            tries(stranger, "wrong " + guess);
        }
        assertThat(tries(stranger, "wrong").status()).isEqualTo(429);
        own.get("/help");
        assertThat(tries(own, TestPartnership.PASSWORD).location()).endsWith("/work");
    }

    @Test
    void allSessionsAreListedAndOneOfThemIsEnded() {
        Visitor here = Visitor.signedIn(port, nurse);
        Visitor there = Visitor.signedIn(port, nurse);
        String page = here.get("/account").body();
        assertThat(page).contains("This is where you are now").contains("127.0.0.1");
        assertThat(there.get("/work").status()).isEqualTo(200);
        here.get("/account");
        here.post("/account/sessions/end", "session", handle(page));
        assertThat(there.get("/work").location()).endsWith("/sign-in");
        assertThat(here.get("/work").status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        Visitor hers = Visitor.signedIn(port, nurse);
        Visitor.signedIn(port, nurse);
        String handle = handle(hers.get("/account").body());
        Visitor other = Visitor.signedIn(port, us.chair);
        other.get("/account");
        other.post("/account/sessions/end", "session", handle);
        assertThat(hers.get("/account").body()).contains(handle);
    }

    @Test
    void aChangedPasswordSignsOneOutEverywhereElse() {
        Visitor here = Visitor.signedIn(port, nurse);
        Visitor there = Visitor.signedIn(port, nurse);
        here.get("/account/password");
        assertThat(here.post("/account/password", "password", "wrong", "new-password", FRESH)
                        .status())
                .isEqualTo(422);
        assertThat(here.post("/account/password", "password", TestPartnership.PASSWORD, "new-password", "Password1234!")
                        .body())
                .contains("tried first by whoever guesses")
                .doesNotContain("Password1234!");
        assertThat(here.post("/account/password", "password", TestPartnership.PASSWORD, "new-password", FRESH)
                        .location())
                .isEqualTo("/account");
        assertThat(here.get("/work").status()).isEqualTo(200);
        assertThat(there.get("/work").location()).endsWith("/sign-in");
        assertThat(tries(new Visitor(port), TestPartnership.PASSWORD).status()).isEqualTo(422);
        assertThat(tries(new Visitor(port), FRESH).location()).endsWith("/work");
    }

    @Test
    void aLinkSetsThePasswordOnceAndEndsEverySession() {
        Visitor before = Visitor.signedIn(port, nurse);
        String secret = accounts.givePasswordLink(
                        us.administrator.actor(), nurse.member().id(), false, clock.instant())
                .orThrow();
        Visitor visitor = new Visitor(port);
        String path = "/sign-in/password/" + secret;
        assertThat(visitor.get(path).body()).contains("Set your password").contains(nurse.username());
        assertThat(visitor.post(path, "new-password", "short").status()).isEqualTo(422);
        assertThat(visitor.post(path, "new-password", FRESH).location()).isEqualTo("/sign-in");
        assertThat(visitor.post(path, "new-password", "another violet teaspoon").status())
                .isEqualTo(404);
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(before.get("/work").location()).endsWith("/sign-in");
        Visitor after = new Visitor(port);
        assertThat(tries(after, FRESH).location()).endsWith("/work");
        assertThat(after.get("/messages").body()).contains("Your Holdfast password was changed");
    }

    @Test
    void aLinkIsOverAfterTwoDaysAndGuessedOnesOpenNothing() {
        String secret = accounts.givePasswordLink(
                        us.administrator.actor(), nurse.member().id(), false, clock.instant())
                .orThrow();
        Visitor visitor = new Visitor(port);
        clock.set(clock.instant().plus(Duration.ofHours(49)));
        Visitor.Answer over = visitor.get("/sign-in/password/" + secret);
        assertThat(over.status()).isEqualTo(404);
        assertThat(visitor.get("/sign-in/password/guessed").status()).isEqualTo(404);
    }

    @Test
    void anotherPartnershipGivesNoLinkForAnAccountItDidNotMake() {
        TestPartnership others = founder.found(clock.instant());
        var taken = partnerships
                .join(
                        others.program,
                        others.health,
                        "Nell Nurse",
                        "",
                        Set.of(Role.AGENCY_CONTACT),
                        nurse.username(),
                        accounts.noPassword(),
                        UnitedKingdom.day(clock.instant()),
                        clock.instant())
                .orThrow();
        assertThat(accounts.givePasswordLink(others.administrator.actor(), taken.id(), true, clock.instant()))
                .isInstanceOf(org.holdfast.law.Outcome.Refused.class);
        Visitor visitor = Visitor.signedIn(port, nurse);
        assertThat(visitor.get("/work").body()).contains("Nell Nurse");
        assertThat(visitor.get("/account").body()).contains("Go to " + others.partnership.name());
        assertThat(visitor.post(
                                "/account/partnership",
                                "partnership",
                                others.partnership.id().value().toString())
                        .location())
                .isEqualTo("/work");
        assertThat(visitor.get("/account").body()).contains("Go to " + us.partnership.name());
    }

    @Test
    void nobodyGoesOverToAPartnershipTheyAreNoMemberOf() {
        TestPartnership others = founder.found(clock.instant());
        Visitor visitor = Visitor.signedIn(port, nurse);
        assertThat(visitor.post(
                                "/account/partnership",
                                "partnership",
                                others.partnership.id().value().toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSessionIsNamedByChanceAlone() {
        String one = new String(
                Base64.getDecoder().decode(Visitor.signedIn(port, nurse).session()), UTF_8);
        String other = new String(
                Base64.getDecoder().decode(Visitor.signedIn(port, nurse).session()), UTF_8);
        assertThat(one).as("216 bits").matches("[A-Za-z0-9_-]{36}").isNotEqualTo(other);
    }

    @Test
    void aSessionPlantedBeforeSigningInIsWorthNothing() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        String planted = visitor.session();
        visitor.post("/sign-in", "username", nurse.username(), "password", TestPartnership.PASSWORD);
        assertThat(visitor.session()).isNotEqualTo(planted);
        Visitor thief = new Visitor(port);
        thief.withSession(planted);
        assertThat(thief.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void whatAPageAsksForByItselfKeepsNobodySignedIn() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        visitor.get("/work");
        acted(visitor, Duration.ofMinutes(10));
        assertThat(visitor.byItself("/work").status()).isEqualTo(200);
        assertThat(acted(visitor)).as("nobody was there").isLessThan(System.currentTimeMillis() - 590_000);
        visitor.get("/work");
        assertThat(acted(visitor)).as("somebody was").isGreaterThan(System.currentTimeMillis() - 590_000);

        acted(visitor, Duration.ofMinutes(31));
        assertThat(visitor.get("/work").location()).endsWith("/sign-in");
    }

    private long acted(Visitor visitor) {
        return Objects.requireNonNull(sessionOf(visitor).<Long>getAttribute(WhoAsks.ACTED));
    }

    private void acted(Visitor visitor, Duration ago) {
        Session session = sessionOf(visitor);
        session.setAttribute(WhoAsks.ACTED, System.currentTimeMillis() - ago.toMillis());
        save(repository, session);
    }

    @SuppressWarnings("unchecked") // it comes from there
    private static <S extends Session> void save(SessionRepository<S> repository, Session session) {
        repository.save((S) session);
    }

    private Session sessionOf(Visitor visitor) {
        return Objects.requireNonNull(
                repository.findById(new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.UTF_8)));
    }

    @Test
    void aPageReadsTheSessionOnce() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        for (String page : List.of("/help", "/work", "/messages")) {
            assertThat(sessionsRead(() -> {
                        visitor.get(page);
                        visitor.get(page);
                        visitor.get(page);
                    }))
                    .as(page)
                    .isEqualTo(3);
        }
    }

    /** How often a session is read meanwhile, as the framework that reads it says. */
    private static long sessionsRead(Runnable visits) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.list = new CopyOnWriteArrayList<>();
        told.start();
        logger.addAppender(told);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            visits.run();
            return told.list.stream()
                    .filter(event -> event.getFormattedMessage().contains("SELECT S.PRIMARY_ID"))
                    .count();
        } finally {
            logger.setAdditive(true);
            logger.setLevel(null);
            logger.detachAppender(told);
        }
    }

    @Test
    void pageAndServerAgreeWhenASessionEndsAndNoneOutlastsAWorkingDay() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        String account = jdbc.queryForObject(
                "select principal_name from app.session where session_id is not null and principal_name ="
                        + " (select account_id::text from partnership.account where username = ?)",
                String.class,
                nurse.username());
        Integer seconds = jdbc.queryForObject(
                "select max_inactive_interval from app.session where principal_name = ?", Integer.class, account);
        assertThat(visitor.get("/work").body())
                .contains("<meta name=\"holdfast-timeout\" content=\"" + seconds + "\">")
                .contains("Stay signed in");
        jdbc.update(
                "update app.session set creation_time = creation_time - ? where principal_name = ?",
                Entered.LASTS.toMillis() + 1000,
                account);
        assertThat(visitor.get("/work").location()).endsWith("/sign-in");
    }
}
