package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildId;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who the child is, as a social worker keeps it: corrected with a reason, never overwritten. */
@HoldfastTest
class ParticularsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TOLD = LocalDate.of(2011, 2, 3);

    private final Cases cases;
    private final Circles circles;
    private final Clocks clocks;
    private final People people;
    private final TestClock clock;
    private final TestPartnership.Founder founder;
    private final int port;

    private TestPartnership here;
    private Instant now;
    private CaseId id;
    private Visitor worker;

    @SuppressWarnings("NullAway.Init") // a new partnership and case for each test
    ParticularsTest(
            Cases cases,
            Circles circles,
            Clocks clocks,
            People people,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.cases = cases;
        this.circles = circles;
        this.clocks = clocks;
        this.people = people;
        this.clock = clock;
        this.founder = founder;
        this.port = port;
    }

    @BeforeEach
    void aCaseIsOpenAndTheClockOfChildhoodRuns() {
        now = clock.set(TODAY, LocalTime.NOON);
        here = founder.found(now);
        ChildId child = people.create(
                here.coordinator.actor(),
                NewChild.of(
                        ChildFacts.of(ChildName.asKnown("Minh Testchild"), BirthDate.of(TOLD), Sex.MALE), "a referral"),
                now);
        id = cases.open(here.coordinator.actor(), child, now);
        cases.happened(here.coordinator.actor(), id, Milestone.REFERRED, now, now);
        cases.happened(here.coordinator.actor(), id, Milestone.ACCEPTED_FOR_LOCAL_DECISION, now, now);
        clocks.startTurnsEighteen(here.coordinator.actor(), id, TOLD, now).orThrow();
        circles.lead(here.coordinator.actor(), id, here.socialWorker.member().id(), 1, now)
                .orThrow();
        worker = Visitor.signedIn(port, here.socialWorker);
    }

    @Test
    void aCorrectedDateOfBirthMovesTheEighteenthBirthdayAndTheEarlierDateStaysReadable() {
        worker.get(path("/change"));
        Visitor.Answer corrected = correct("1", "Minh Testchild", "2010", "Birth certificate seen");

        assertThat(corrected.status()).isEqualTo(303);
        List<RunningClock> childhood = clocks.of(here.coordinator.actor(), id, now).stream()
                .filter(it -> it.kind() == ClockKind.TURNS_EIGHTEEN && it.open())
                .toList();
        assertThat(childhood)
                .singleElement()
                .satisfies(it ->
                        assertThat(it.dueOn()).as("the last day of childhood").isEqualTo(LocalDate.of(2028, 2, 2)));
        assertThat(worker.get(path("")).body())
                .contains("3 February 2010")
                .contains("3 February 2011")
                .contains("Birth certificate seen");
    }

    @Test
    void aCorrectionNeedsItsReasonAndKeepsWhatWasTyped() {
        worker.get(path("/change"));
        Visitor.Answer refused = correct("1", "Minh Van Testchild", "2010", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why").contains("value=\"Minh Van Testchild\"");
        assertThat(people.child(here.coordinator.actor(), cases.childOf(here.coordinator.actor(), id), now)
                        .displayName())
                .isEqualTo("Minh Testchild");
    }

    @Test
    void twoWhoCorrectAtOnceDoNotOverwriteEachOther() {
        worker.get(path("/change"));
        assertThat(correct("1", "Minh Anh Testchild", "2011", "The child said so")
                        .status())
                .isEqualTo(303);
        Visitor.Answer late = correct("1", "Minh Tam Testchild", "2011", "The school said so");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Minh Anh Testchild").contains("value=\"Minh Tam Testchild\"");
    }

    @Test
    void aNumberIsCheckedByItsCheckDigitAndCanBeTakenBack() {
        worker.get(path(""));
        assertThat(worker.post(path("/numbers"), "system", "NHS_NUMBER", "value", "943 476 5918")
                        .body())
                .contains("This is not an NHS number");
        assertThat(worker.post(path("/numbers"), "system", "NHS_NUMBER", "value", "943 476 5919")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get(path("")).body()).contains("9434765919");
        assertThat(worker.post(path("/numbers/withdraw"), "system", "NHS_NUMBER", "value", "9434765919")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get(path("")).body()).doesNotContain("9434765919");
    }

    @Test
    void whoDoesNotNeedToKnowFindsNoParticulars() {
        Visitor stranger = Visitor.signedIn(port, here.policeVoter);
        for (String part : List.of("", "/change")) {
            assertThat(stranger.get(path(part)).status()).isEqualTo(404);
        }
        assertThat(stranger.post(path("/names"), "name", "Mi", "kind", "NICKNAME")
                        .status())
                .isEqualTo(404);
    }

    private Visitor.Answer correct(String version, String name, String year, String because) {
        return worker.post(
                path("/change"),
                "version",
                version,
                "asKnown",
                name,
                "sureness",
                "TOLD",
                "born-day",
                "3",
                "born-month",
                "2",
                "born-year",
                year,
                "sex",
                "MALE",
                "way",
                "THROUGH_SOMEBODY",
                "how",
                "Through the youth worker, after school",
                "languages",
                "Vietnamese, English",
                "because",
                because);
    }

    private String path(String part) {
        return "/cases/" + id.value() + "/particulars" + part;
    }
}
