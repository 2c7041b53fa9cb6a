package org.holdfast.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.Reasons.keys;
import static org.holdfast.clocks.ClockKind.CONCLUSIVE_GROUNDS;
import static org.holdfast.clocks.ClockKind.OUTCOME_TO_HOME_OFFICE;
import static org.holdfast.clocks.ClockKind.REASONABLE_GROUNDS;
import static org.holdfast.clocks.ClockKind.TURNS_EIGHTEEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks on the database: facts in, due dates out (NRM-1, NRM-3, NRM-10, NRM-20). */
@HoldfastTest
class ClocksTest {

    private final Clocks clocks;
    private final Sharing sharing;
    private final Ledger ledger;
    private final TestPartnership.Founder founder;

    private final Instant referred = Instant.parse("2026-01-10T09:00:00Z");
    private final Instant tenDaysOn = referred.plus(Duration.ofDays(10));
    private TestPartnership partnership;
    private Actor coordinator;
    private CaseId caseId;

    ClocksTest(Clocks clocks, Sharing sharing, Ledger ledger, TestPartnership.Founder founder) {
        this.clocks = clocks;
        this.sharing = sharing;
        this.ledger = ledger;
        this.founder = founder;
    }

    @BeforeEach
    void aCaseOfTheirOwn() {
        partnership = founder.found(referred.minus(Duration.ofDays(30)));
        coordinator = partnership.coordinator.actor();
        caseId = new CaseId(UUID.randomUUID());
        sharing.opened(partnership.program, caseId);
    }

    @Test
    void startedClocksStandOnTheCaseWithTheirDueDates() {
        clocks.start(coordinator, caseId, CONCLUSIVE_GROUNDS, referred, referred)
                .orThrow();
        clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        clocks.startTurnsEighteen(coordinator, caseId, LocalDate.of(2010, 7, 1), referred)
                .orThrow();

        assertThat(clocks.of(coordinator, caseId, tenDaysOn))
                .extracting(RunningClock::kind, RunningClock::rule, RunningClock::dueOn, RunningClock::state)
                .containsExactly(
                        tuple(REASONABLE_GROUNDS, "NRM-1", LocalDate.of(2026, 2, 24), ClockState.RUNNING),
                        tuple(CONCLUSIVE_GROUNDS, "NRM-3", LocalDate.of(2026, 4, 10), ClockState.RUNNING),
                        tuple(TURNS_EIGHTEEN, "NRM-20", LocalDate.of(2028, 6, 30), ClockState.RUNNING));
        assertThat(events()).containsOnly("clock-started").hasSize(3);
    }

    @Test
    void noClockRestartsSilently() {
        clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        assertThat(keys(clocks.start(coordinator, caseId, REASONABLE_GROUNDS, tenDaysOn, tenDaysOn)))
                .containsExactly("clocks.already-running");
        clocks.stop(coordinator, caseId, REASONABLE_GROUNDS, tenDaysOn, Ending.DONE, tenDaysOn)
                .orThrow();
        assertThat(keys(clocks.start(coordinator, caseId, REASONABLE_GROUNDS, tenDaysOn, tenDaysOn)))
                .containsExactly("clocks.ended-before");
        assertThat(keys(clocks.stop(coordinator, caseId, REASONABLE_GROUNDS, tenDaysOn, Ending.DONE, tenDaysOn)))
                .containsExactly("clocks.already-ended");
        assertThat(clocks.of(coordinator, caseId, tenDaysOn)).singleElement().satisfies(clock -> {
            assertThat(clock.startedAt()).isEqualTo(referred);
            assertThat(clock.state()).isEqualTo(ClockState.MET);
        });
    }

    @Test
    void aRestartHasAReasonAndLeavesTheEarlierRunOnRecord() {
        clocks.startTurnsEighteen(coordinator, caseId, LocalDate.of(2010, 7, 1), referred)
                .orThrow();
        Instant born = UnitedKingdom.startOf(LocalDate.of(2009, 7, 1));
        assertThat(keys(clocks.restart(coordinator, caseId, TURNS_EIGHTEEN, born, " ", tenDaysOn)))
                .containsExactly("clocks.reason-missing");
        clocks.restart(coordinator, caseId, TURNS_EIGHTEEN, born, "Birth certificate seen", tenDaysOn)
                .orThrow();

        assertThat(clocks.of(coordinator, caseId, tenDaysOn)).singleElement().satisfies(clock -> {
            assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2027, 6, 30));
            assertThat(clock.restartReason()).isEqualTo("Birth certificate seen");
        });
        assertThat(clocks.look(coordinator, caseId, tenDaysOn).orThrow())
                .extracting(RunningClock::state, RunningClock::ending)
                .containsExactly(tuple(ClockState.RUNNING, null), tuple(ClockState.STOPPED, Ending.SUPERSEDED));
    }

    @Test
    void theHomeOfficeHearsOfEachDecisionAnew() {
        clocks.start(coordinator, caseId, OUTCOME_TO_HOME_OFFICE, referred, referred)
                .orThrow();
        clocks.stop(coordinator, caseId, OUTCOME_TO_HOME_OFFICE, tenDaysOn, Ending.DONE, tenDaysOn)
                .orThrow();
        assertThat(clocks.of(coordinator, caseId, tenDaysOn))
                .extracting(RunningClock::state)
                .containsExactly(ClockState.MET_LATE);
        clocks.start(coordinator, caseId, OUTCOME_TO_HOME_OFFICE, tenDaysOn, tenDaysOn)
                .orThrow();
        assertThat(clocks.of(coordinator, caseId, tenDaysOn))
                .extracting(RunningClock::state)
                .containsExactly(ClockState.RUNNING);
    }

    @Test
    void aPauseMovesTheDueDateAndKeepsReasonAndPerson() {
        clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        LocalDate from = UnitedKingdom.day(tenDaysOn);
        clocks.pause(coordinator, caseId, REASONABLE_GROUNDS, from, "The child is in hospital", tenDaysOn)
                .orThrow();
        Instant later = tenDaysOn.plus(Duration.ofDays(7));
        assertThat(clocks.of(coordinator, caseId, later).getFirst().state()).isEqualTo(ClockState.PAUSED);
        clocks.resume(coordinator, caseId, REASONABLE_GROUNDS, from.plusDays(7), later)
                .orThrow();
        String resumed = clocks.of(coordinator, caseId, later).getFirst().version();
        clocks.extend(coordinator, caseId, REASONABLE_GROUNDS, resumed, 3, "Interpreter found late", later)
                .orThrow();

        RunningClock clock = clocks.of(coordinator, caseId, later).getFirst();
        assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 2, 24).plusDays(10));
        assertThat(clock.pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).isEqualTo("The child is in hospital");
            assertThat(pause.by()).isEqualTo("Corin Coordinator");
            assertThat(pause.until()).isEqualTo(from.plusDays(7));
        });
        assertThat(clock.extensions()).extracting(Extension::days).containsExactly(3);
        assertThat(events()).contains("clock-paused", "clock-resumed", "clock-extended");
        assertThat(ledger.linesAbout(coordinator, caseId.value(), 50))
                .noneMatch(line -> line.detail().contains("hospital"));
    }

    @Test
    void onlyCoordinatorAndManagerPauseAndARefusalChangesNothing() {
        clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        LocalDate day = UnitedKingdom.day(tenDaysOn);
        assertThat(keys(clocks.pause(
                        partnership.socialWorker.actor(), caseId, REASONABLE_GROUNDS, day, "no", tenDaysOn)))
                .containsExactly("sharing.not-found");
        String version = clocks.of(coordinator, caseId, tenDaysOn).getFirst().version();
        assertThat(keys(clocks.extend(coordinator, caseId, REASONABLE_GROUNDS, version, 0, "", tenDaysOn)))
                .containsExactly("clocks.days-out-of-range", "clocks.reason-missing");
        assertThat(clocks.of(coordinator, caseId, tenDaysOn).getFirst().pauses())
                .isEmpty();
        assertThat(events()).contains("access-refused").doesNotContain("clock-paused", "clock-extended");
    }

    @Test
    void twentyStartsAtOnceStartOneClock() throws InterruptedException, ExecutionException {
        Callable<Outcome<RunningClock>> start =
                () -> clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            int done = 0;
            for (Future<Outcome<RunningClock>> one :
                    people.invokeAll(Stream.generate(() -> start).limit(20).toList())) {
                done += one.get() instanceof Outcome.Done<RunningClock> ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(clocks.look(coordinator, caseId, referred).orThrow()).hasSize(1);
    }

    @Test
    void theDueListHoldsOpenClocksOfCasesOneMaySee() {
        CaseId closed = new CaseId(UUID.randomUUID());
        sharing.opened(partnership.program, closed);
        clocks.start(coordinator, caseId, CONCLUSIVE_GROUNDS, referred, referred)
                .orThrow();
        clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        clocks.start(coordinator, closed, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        sharing.exclude(partnership.program, closed, new MemberId(coordinator.member()), "Knows the family", referred);

        assertThat(clocks.running(coordinator, tenDaysOn))
                .extracting(RunningClock::caseId, RunningClock::kind)
                .containsExactly(tuple(caseId, REASONABLE_GROUNDS), tuple(caseId, CONCLUSIVE_GROUNDS));
        assertThat(clocks.due(coordinator, referred, referred.plus(Duration.ofDays(60)), tenDaysOn))
                .extracting(RunningClock::kind)
                .containsExactly(REASONABLE_GROUNDS);
        assertThat(clocks.running(partnership.socialWorker.actor(), tenDaysOn)).isEmpty();
        assertThat(clocks.of(coordinator, Set.of(caseId, closed), tenDaysOn)).containsOnlyKeys(caseId, closed);
    }

    @Test
    void aStricterPartnershipIsDueEarlier() {
        TestPartnership strict = founder.found("north-lincolnshire", referred);
        CaseId theirs = new CaseId(UUID.randomUUID());
        sharing.opened(strict.program, theirs);
        RunningClock clock = clocks.start(
                        strict.coordinator.actor(), theirs, OUTCOME_TO_HOME_OFFICE, referred, referred)
                .orThrow();
        assertThat(clock.dueAt()).isBeforeOrEqualTo(UnitedKingdom.endOf(LocalDate.of(2026, 1, 12)));
        assertThat(clocks.of(strict.coordinator.actor(), theirs, referred))
                .as("and it is kept so")
                .extracting(RunningClock::tightened, RunningClock::dueAt)
                .containsExactly(tuple(clock.tightened(), clock.dueAt()));
    }

    @Test
    void anotherPartnershipsClocksDoNotExist() {
        clocks.start(coordinator, caseId, REASONABLE_GROUNDS, referred, referred)
                .orThrow();
        Actor stranger = founder.found(referred).coordinator.actor();
        assertThat(clocks.of(stranger, caseId, tenDaysOn)).isEmpty();
        assertThat(clocks.running(stranger, tenDaysOn)).isEmpty();
        assertThat(keys(clocks.look(stranger, caseId, tenDaysOn))).containsExactly("sharing.not-found");
    }

    @Test
    void aClockNeedsALimitThatWasInForce() {
        Instant before = Instant.parse("2020-01-10T09:00:00Z");
        assertThat(keys(clocks.start(coordinator, caseId, REASONABLE_GROUNDS, before, referred)))
                .containsExactly("clocks.no-limit-then");
        assertThat(keys(clocks.start(coordinator, caseId, REASONABLE_GROUNDS, tenDaysOn, referred)))
                .containsExactly("clocks.starts-in-the-future");
    }

    private List<String> events() {
        return ledger.linesAbout(coordinator, caseId.value(), 50).stream()
                .map(LedgerLine::event)
                .toList();
    }
}
