package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.AsksAgain;
import org.holdfast.partnership.TestAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Before a grave step whoever takes it proves once more who they are; what they sent waits meanwhile and goes on. */
@HoldfastTest
class AskedAgainTest {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final TestPartnership us;
    private final Ledger ledger;
    private final RequestMappingHandlerMapping mapping;
    private final TestClock clock;
    private final int port;

    AskedAgainTest(
            TestPartnership.Founder founder,
            Ledger ledger,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            TestClock clock,
            @LocalServerPort int port) {
        this.us = founder.found(clock.instant());
        this.ledger = ledger;
        this.mapping = requestMappingHandlerMapping;
        this.clock = clock;
        this.port = port;
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private void minutesPass(int minutes) {
        clock.set(clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private String[] aProgram(String name) {
        return ProgramForm.of(us, name, UnitedKingdom.day(clock.instant()).plusDays(30));
    }

    /** Sends the form of the page that asks, as it stands there, with an answer. */
    private static Visitor.Answer answered(Visitor visitor, Visitor.Answer page, String... answer) {
        List<String> fields = new ArrayList<>(List.of(answer));
        Matcher hidden = FIELD.matcher(page.body().substring(page.body().indexOf("action=\"/administration")));
        while (hidden.find()) {
            if (!hidden.group(1).equals("_csrf") && !hidden.group(1).startsWith("passkey-")) {
                fields.add(hidden.group(1));
                fields.add(hidden.group(2));
            }
        }
        return visitor.post(ProgramForm.PATH, fields.toArray(String[]::new));
    }

    private List<String> events() {
        return ledger.lines(us.program, LedgerFilter.ALL, Long.MAX_VALUE, 1000).stream()
                .map(LedgerLine::event)
                .toList();
    }

    private static void asks(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Prove that it is you").contains("Nothing has been done yet");
    }

    @Test
    void whoSignedInLongAgoGivesTheirPasswordOnceMoreAndWhatTheySentGoesOn() {
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        minutesPass(11);
        administrator.get(ProgramForm.PATH);
        Visitor.Answer asked = administrator.post(ProgramForm.PATH, aProgram("Council case system"));
        asks(asked);
        Visitor.Answer wrong = answered(administrator, asked, "again-password", "not-the-password");
        asks(wrong);
        assertThat(wrong.body()).contains("This is not your password").doesNotContain("not-the-password");
        assertThat(events()).doesNotContain("proved-again").containsOnlyOnce("api-client-admitted");

        Visitor.Answer done = answered(administrator, wrong, "again-password", TestPartnership.PASSWORD);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body())
                .contains("Council case system")
                .contains("data-secret")
                .contains("meetings:read")
                .contains("cases:read");
        assertThat(events())
                .contains("proved-again")
                .filteredOn("api-client-admitted"::equals)
                .hasSize(2);

        administrator.get(ProgramForm.PATH);
        assertThat(administrator
                        .post(ProgramForm.PATH, aProgram("Another system"))
                        .status())
                .as("for some minutes nobody asks again")
                .isEqualTo(200);
        minutesPass(11);
        administrator.get(ProgramForm.PATH);
        asks(administrator.post(ProgramForm.PATH, aProgram("A third system")));
    }

    @Test
    void whoHasJustSignedInIsNotAsked() {
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        administrator.get(ProgramForm.PATH);
        assertThat(administrator
                        .post(ProgramForm.PATH, aProgram("Council case system"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whereThereIsASecondFactorThePasswordAloneDoesNotDo() {
        TestPartnership.Person person =
                us.joinInEarnest(us.council, "Ada Administrator " + System.nanoTime(), Role.ADMINISTRATOR);
        Visitor administrator = new Visitor(port);
        administrator.get("/sign-in");
        administrator.post("/sign-in", "username", person.username(), "password", TestPartnership.PASSWORD);
        TestAuthenticator app =
                TestAuthenticator.toldBy(administrator.get("/sign-in/set-up").body());
        administrator.post("/sign-in/set-up", "code", app.code(clock.instant()));
        minutesPass(11);
        administrator.get(ProgramForm.PATH);
        Visitor.Answer asked = administrator.post(ProgramForm.PATH, aProgram("Council case system"));
        asks(asked);
        Visitor.Answer half = answered(administrator, asked, "again-password", TestPartnership.PASSWORD);
        asks(half);
        asks(answered(
                administrator, half, "again-password", "not-the-password", "again-code", app.code(clock.instant())));
        administrator.get(ProgramForm.PATH);
        asked = administrator.post(ProgramForm.PATH, aProgram("Council case system"));
        assertThat(answered(
                                administrator,
                                asked,
                                "again-password",
                                TestPartnership.PASSWORD,
                                "again-code",
                                app.code(clock.instant()))
                        .body())
                .contains("data-secret");
    }

    @Test
    void aPasskeyDoesWhereThereIsOne() {
        TestPartnership.Person person =
                us.join(us.council, "Abe Administrator " + System.nanoTime(), Role.ADMINISTRATOR);
        Visitor administrator = Visitor.signedIn(port, person);
        administrator.get("/account");
        Visitor.Answer page = administrator.post("/account/passkeys/new", "password", TestPartnership.PASSWORD);
        TestPasskey passkey = TestPasskey.forWhom(page.body(), "http://localhost:" + port);
        administrator.post("/account/passkeys", passkey.made(page.body(), "My telephone"));
        minutesPass(11);
        administrator.get(ProgramForm.PATH);
        Visitor.Answer asked = administrator.post(ProgramForm.PATH, aProgram("Council case system"));
        asks(asked);
        String question = administrator.post("/sign-in/passkey/question").body();
        assertThat(answered(administrator, asked, passkey.to(question).sent()).body())
                .contains("data-secret");
    }

    @Test
    void everyGraveStepAsksAndNoOther() {
        List<String> grave = new ArrayList<>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (handler.hasMethodAnnotation(AsksAgain.class)) {
                grave.addAll(route.getPatternValues());
            }
        });
        assertThat(grave)
                .containsExactlyInAnyOrder(
                        ProgramForm.PATH,
                        "/administration/clients/{client}/secret",
                        "/administration/clients/{client}/webhook",
                        "/administration/clients/{client}/webhook/secret",
                        "/administration/list/take-in",
                        "/administration/people/new",
                        "/administration/people/{member}/change",
                        "/administration/people/{member}/link",
                        "/records/cases/{caseId}/holds/{hold}/lift",
                        "/records/disposals/{disposal}/approve",
                        "/records/requests/{request}/release");
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        minutesPass(11);
        for (String pattern : grave) {
            administrator.get("/help");
            asks(administrator.post(
                    pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString())));
        }
    }
}
