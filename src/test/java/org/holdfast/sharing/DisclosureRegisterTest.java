package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register of disclosures says to whom, for what and on which basis, and is read by agency, purpose and day (SHR-2). */
@HoldfastTest
class DisclosureRegisterTest {

    record PackSeen(UUID caseId, Given given) implements Disclosure {}

    record MinutesDisclosed(UUID caseId, Given given) implements Disclosure {}

    record LetterReleased(UUID caseId, Given given) implements Disclosure {}

    private static final Pattern FILE = Pattern.compile("href=\"(/disclosures\\.csv[^\"]*)\"");
    private static final String FINGERPRINT = "ab".repeat(32);

    private final Disclosures disclosures;
    private final Sharing sharing;
    private final Ledger ledger;
    private final TestClock clock;
    private final int port;
    private final LocalDate day = LocalDate.of(2026, 3, 2);
    private final Instant now;
    private final TestPartnership us;
    private final Actor governance;
    private final CaseId ann = new CaseId(UUID.randomUUID());

    DisclosureRegisterTest(
            Disclosures disclosures,
            Sharing sharing,
            Ledger ledger,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.disclosures = disclosures;
        this.sharing = sharing;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
        now = clock.set(day, LocalTime.of(10, 0));
        us = founder.found(now);
        governance = us.informationGovernance.actor();
        sharing.opened(us.program, ann);
        given(us.policeVoter, new PackSeen(ann.value(), Given.toReader(Purpose.GROUNDS_DECISION, null)));
        given(
                us.coordinator,
                new MinutesDisclosed(
                        ann.value(),
                        new Given(
                                Given.Recipient.MEMBER,
                                us.healthVoter.member().id().value(),
                                Purpose.GROUNDS_DECISION,
                                LawfulBasis.PUBLIC_TASK,
                                FINGERPRINT)));
        given(
                us.socialWorker,
                new LetterReleased(
                        ann.value(),
                        new Given(
                                Given.Recipient.CHILD,
                                null,
                                Purpose.TELLING_THE_CHILD,
                                LawfulBasis.LEGAL_OBLIGATION,
                                FINGERPRINT)));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void eachLineSaysToWhomAndOfWhichAgencyTheNewestFirst() {
        List<Disclosures.Entry> entries = register(day, day, "", null);
        assertThat(entries)
                .extracting(it -> it.line().event(), Disclosures.Entry::recipient, Disclosures.Entry::agency)
                .containsExactly(
                        tuple("letter-released", "", ""),
                        tuple("minutes-disclosed", "Hale Healthvoter", "Testshire Health Trust"),
                        tuple("pack-seen", "Pola Policevoter", "Testshire Police"));
        assertThat(disclosures.of(us.coordinator.actor(), ann, now)).isEqualTo(entries);
    }

    @Test
    void itIsReadByAgencyByPurposeAndByDay() {
        assertThat(events(register(day, day, "Testshire Police", null))).containsExactly("pack-seen");
        assertThat(events(register(day, day, "Testshire Council", null))).isEmpty();
        assertThat(events(register(day, day, "", Purpose.TELLING_THE_CHILD))).containsExactly("letter-released");
        assertThat(events(register(day, day, "", Purpose.GROUNDS_DECISION)))
                .containsExactly("minutes-disclosed", "pack-seen");
        assertThat(register(day.plusDays(1), day.plusDays(1), "", null)).isEmpty();
        assertThat(register(day.minusDays(1), day.minusDays(1), "", null)).isEmpty();
    }

    @Test
    void whoReadsOrTakesTheRegisterIsOnTheLedgerAndNotOnTheRegister() {
        register(day, day, "", null);
        disclosures
                .taken(governance, new Disclosures.Filter(day, day, "", null), now)
                .orThrow();
        assertThat(ledger.lines(governance, LedgerFilter.ALL, Long.MAX_VALUE, 2))
                .extracting(LedgerLine::event, line -> line.act().name())
                .containsExactly(tuple("register-taken", "EXPORTED"), tuple("register-seen", "LOOKED"));
        assertThat(register(day, day, "", null)).hasSize(3);
    }

    @Test
    void aCaseFromWhichOneIsKeptOutIsNotOnOnesRegister() {
        sharing.exclude(
                us.manager.actor(), ann, us.informationGovernance.member().id(), "Kin", now);
        assertThat(register(day, day, "", null)).isEmpty();
        assertThat(disclosures
                        .register(us.coordinator.actor(), new Disclosures.Filter(day, day, "", null), now)
                        .orThrow())
                .hasSize(3);
    }

    @Test
    void thePageShowsFourWeeksInWordsAndTheFileHoldsWhatThePageShows() {
        clock.set(day.plusDays(28), LocalTime.of(10, 0));
        Visitor ingo = Visitor.signedIn(port, us.informationGovernance);
        String page = ingo.get("/disclosures").body();
        assertThat(page)
                .contains("3 disclosures", "Letter", "Minutes, sent", "Pack, read", "The child")
                .contains("Hale Healthvoter, Testshire Health Trust", "Pola Policevoter, Testshire Police")
                .contains("<td class=\"govuk-table__cell\">To tell the child", "Legal obligation")
                .contains("SHA-256 " + FINGERPRINT, "Shown on a page")
                .contains(">" + ann.value().toString().substring(0, 8) + "<")
                .contains("<option value=\"Testshire Health Trust\"");
        String narrowed = ingo.get("/disclosures?agency=Testshire+Health+Trust").body();
        assertThat(narrowed).contains("1 disclosure", "Minutes, sent").doesNotContain("Pack, read");
        Matcher file = FILE.matcher(narrowed);
        assertThat(file.find()).isTrue();
        assertThat(ingo.get(file.group(1).replace("&amp;", "&")).body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"minutes-disclosed\"", "\"" + ann.value() + "\"", "\"Corin Coordinator\"")
                .contains("\"Hale Healthvoter\",\"Testshire Health Trust\"")
                .contains("\"" + FINGERPRINT + "\"");
        assertThat(ingo.get("/disclosures.csv").body())
                .contains("\"The child\",\"\"", "\"To tell the child")
                .contains("\"Pola Policevoter\",\"Testshire Police\"");
        assertThat(Visitor.signedIn(port, us.socialWorker)
                        .get("/disclosures.csv")
                        .status())
                .isEqualTo(404);

        clock.set(day.plusDays(29), LocalTime.of(10, 0));
        assertThat(Visitor.signedIn(port, us.informationGovernance)
                        .get("/disclosures")
                        .body())
                .contains("Nothing was given to anybody");
    }

    private List<Disclosures.Entry> register(LocalDate from, LocalDate until, String agency, Purpose purpose) {
        return disclosures
                .register(governance, new Disclosures.Filter(from, until, agency, purpose), now)
                .orThrow();
    }

    private static List<String> events(List<Disclosures.Entry> entries) {
        return entries.stream().map(it -> it.line().event()).toList();
    }

    private void given(TestPartnership.Person by, Disclosure what) {
        ledger.within(by.actor(), () -> {
            ledger.record(by.actor(), now, what);
            return "";
        });
    }
}
