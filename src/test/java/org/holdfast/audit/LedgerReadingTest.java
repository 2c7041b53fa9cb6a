package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of the ledger: lines by who, what, which case and when; who looked; what was given; what came after (GOV-7, SHR-2). */
@HoldfastTest
class LedgerReadingTest {

    record TestSeen(UUID caseId) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record TestTaken(UUID caseId) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    record TestRefused(UUID caseId) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record TestWritten(UUID caseId) implements LedgerEvent {}

    record TestTakenOfNoCase() implements LedgerEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    private final Ledger ledger;
    private final TestPartnership.Founder founder;
    /** A Monday. */
    private final LocalDate day = LocalDate.of(2026, 3, 2);

    private final Instant founded = Instant.parse("2026-01-05T09:00:00Z");
    private final Instant morning = Instant.parse("2026-03-02T09:00:00Z");
    private final Instant night = Instant.parse("2026-03-02T23:00:00Z");
    private final Instant sunday = Instant.parse("2026-03-08T12:00:00Z");
    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();

    private TestPartnership us;
    private Actor worker;
    private Actor manager;
    private long before;

    LedgerReadingTest(Ledger ledger, TestPartnership.Founder founder) {
        this.ledger = ledger;
        this.founder = founder;
    }

    @BeforeEach
    void aWorkerAManagerAndAProgramAtTwoCases() {
        us = founder.found(founded);
        worker = us.socialWorker.actor();
        manager = us.manager.actor();
        before = ledger.length(manager);
        line(worker, morning, new TestSeen(ann));
        line(worker, night, new TestSeen(ben));
        line(worker, night, new TestRefused(ben));
        line(manager, sunday, new TestTaken(ann));
        line(manager, sunday, new TestWritten(ben));
        line(manager, sunday, new TestTakenOfNoCase());
        line(us.gateway, sunday, new TestSeen(ann));
    }

    @Test
    void linesAreFoundByCasePersonActAndTimeTheNewestFirst() {
        assertThat(events(LedgerFilter.ALL.about(ann))).containsExactly("test-seen", "test-taken", "test-seen");
        assertThat(events(new LedgerFilter(null, worker.member(), Set.of(), null, null)))
                .containsExactly("test-refused", "test-seen", "test-seen");
        assertThat(events(new LedgerFilter(null, null, Set.of(Act.EXPORTED, Act.REFUSED), null, null)))
                .containsExactly("test-taken-of-no-case", "test-taken", "test-refused");
        assertThat(events(new LedgerFilter(null, null, Set.of(), night, sunday)))
                .as("the first moment counts and the last does not")
                .containsExactly("test-refused", "test-seen");
        assertThat(events(LedgerFilter.ALL)).hasSize((int) before + 7);
    }

    @Test
    void aPageOfLinesGoesOnWhereTheLastOneEnded() {
        List<LedgerLine> page = ledger.lines(manager, LedgerFilter.ALL, Long.MAX_VALUE, 2);
        assertThat(page).extracting(LedgerLine::event).containsExactly("test-seen", "test-taken-of-no-case");
        assertThat(ledger.lines(manager, LedgerFilter.ALL, page.getLast().seq(), 2))
                .extracting(LedgerLine::event)
                .containsExactly("test-written", "test-taken");
    }

    @Test
    void whatEachPersonDidOnEachDayIsCountedWithWhatFellOutsideTheHours() {
        assertThat(ledger.activities(manager, morning, sunday.plusSeconds(1), LocalTime.of(7, 0), LocalTime.of(19, 0)))
                .as("people, and no programs")
                .containsExactlyInAnyOrder(
                        new Activity(worker.member(), worker.name(), worker.agency(), day, 2, 1, 0, 2),
                        new Activity(manager.member(), manager.name(), manager.agency(), day.plusDays(6), 0, 0, 0, 3));
    }

    @Test
    void whoLookedAtWhichCaseOnWhichDay() {
        assertThat(ledger.looks(manager, morning, sunday.plusSeconds(1)))
                .containsExactlyInAnyOrder(
                        new Activity.Look(worker.member(), ann, day), new Activity.Look(worker.member(), ben, day));
        assertThat(ledger.looks(manager, morning, night)).containsExactly(new Activity.Look(worker.member(), ann, day));
    }

    @Test
    void whatOfACaseWasTakenAndWhatAProgramWasAnsweredIsGiven() {
        assertThat(ledger.given(manager, null, morning, sunday.plusSeconds(1), 10))
                .extracting(LedgerLine::event, LedgerLine::actorKind)
                .containsExactly(tuple("test-seen", Actor.Kind.INTERFACE), tuple("test-taken", Actor.Kind.PERSON));
        assertThat(ledger.given(manager, ben, morning, sunday.plusSeconds(1), 10))
                .isEmpty();
        assertThat(ledger.given(manager, ann, morning, sunday, 10)).isEmpty();
    }

    @Test
    void whoFollowsTheLedgerIsToldTheChangesAfterALineTheOldestFirst() {
        assertThat(ledger.length(manager)).isEqualTo(before + 7);
        line(worker, sunday, new TestWritten(ann));
        assertThat(ledger.changesAfter(manager, before, 10))
                .extracting(LedgerLine::caseId)
                .containsExactly(ben, ann);
        assertThat(ledger.changesAfter(manager, before, 1))
                .extracting(LedgerLine::caseId)
                .containsExactly(ben);
        assertThat(ledger.changesAfter(manager, ledger.length(manager), 10)).isEmpty();
    }

    private void line(Actor actor, Instant at, LedgerEvent event) {
        ledger.within(actor, () -> {
            ledger.record(actor, at, event);
            return "";
        });
    }

    private List<String> events(LedgerFilter filter) {
        return ledger.lines(manager, filter, Long.MAX_VALUE, 100).stream()
                .map(LedgerLine::event)
                .toList();
    }
}
