package org.holdfast.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.Nation;
import org.holdfast.law.Reason;
import org.holdfast.law.Span;
import org.holdfast.law.Span.Days;
import org.holdfast.law.Span.WorkingDays;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRunTest {

    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);

    @Test
    void aReferralOfTheTenthOfJanuaryIsDecidedByTheTwentyFourthOfFebruary() {
        ClockRun clock = started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00");
        assertThat(clock.dueAt(ENGLAND, at("2026-01-11T09:00"))).isEqualTo(endOf("2026-02-24"));
        assertThat(clock.state(ENGLAND, at("2026-02-24T23:59"))).isEqualTo(ClockState.RUNNING);
        assertThat(clock.state(ENGLAND, at("2026-02-25T00:00"))).isEqualTo(ClockState.OVERDUE);
    }

    @Test
    void conclusiveGroundsOnDayEightyEightAreInTime() {
        ClockRun clock = started(ClockKind.CONCLUSIVE_GROUNDS, "2026-01-10T09:00");
        LocalDate dayEightyEight = LocalDate.of(2026, 1, 10).plusDays(88);
        assertThat(ended(clock, dayEightyEight.atTime(14, 0), Ending.DONE).state(ENGLAND, at("2026-06-01T09:00")))
                .isEqualTo(ClockState.MET);
        assertThat(ended(clock, dayEightyEight.plusDays(3).atTime(14, 0), Ending.DONE)
                        .state(ENGLAND, at("2026-06-01T09:00")))
                .isEqualTo(ClockState.MET_LATE);
        assertThat(ended(clock, dayEightyEight.atTime(14, 0), Ending.WITHDRAWN).state(ENGLAND, at("2026-06-01T09:00")))
                .isEqualTo(ClockState.STOPPED);
    }

    @Test
    void aPauseOfTenDaysMovesTheEndByTenDays() {
        ClockRun clock =
                paused(started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00"), pause("2026-01-20", "2026-01-30"));
        assertThat(clock.dueAt(ENGLAND, at("2026-02-01T09:00"))).isEqualTo(endOf("2026-03-06"));
        assertThat(clock.state(ENGLAND, at("2026-02-01T09:00"))).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void whilePausedTheEndMovesWithEveryDay() {
        ClockRun clock = paused(started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00"), pause("2026-01-20", null));
        assertThat(clock.dueAt(ENGLAND, at("2026-01-21T09:00"))).isEqualTo(endOf("2026-02-25"));
        assertThat(clock.dueAt(ENGLAND, at("2026-04-20T09:00"))).isEqualTo(endOf("2026-05-25"));
        assertThat(clock.state(ENGLAND, at("2026-04-20T09:00"))).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void theDayOfTheStartNeverCountedSoAPauseFromItGivesNothingForIt() {
        ClockRun clock =
                paused(started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00"), pause("2026-01-10", "2026-01-12"));
        assertThat(clock.dueAt(ENGLAND, at("2026-02-01T09:00"))).isEqualTo(endOf("2026-02-25"));
    }

    @Test
    void pausesOfAWorkingDayClockCountWorkingDays() {
        // decided on Thursday 2 April 2026; paused over Easter, from Good Friday until the Wednesday after
        ClockRun clock = paused(
                started(ClockKind.OUTCOME_TO_HOME_OFFICE, "2026-04-02T16:00"), pause("2026-04-03", "2026-04-08"));
        assertThat(clock.dueAt(ENGLAND, at("2026-04-08T09:00"))).isEqualTo(endOf("2026-04-08"));
    }

    @Test
    void anExtensionCountsInTheDaysOfItsLimit() {
        ClockRun days = extended(started(ClockKind.REASONABLE_GROUNDS, "2026-04-01T09:00"), 5, 2);
        assertThat(days.dueAt(ENGLAND, at("2026-04-02T09:00"))).isEqualTo(endOf("2026-05-23"));
        ClockRun workingDays = extended(started(ClockKind.OUTCOME_TO_HOME_OFFICE, "2026-04-02T16:00"), 2);
        assertThat(workingDays.dueAt(ENGLAND, at("2026-04-02T17:00"))).isEqualTo(endOf("2026-04-09"));
    }

    @Test
    void clockChangeNightsDoNotShortenTheLastDay() {
        assertThat(started(ClockKind.REASONABLE_GROUNDS, "2026-02-12T23:59").dueAt(ENGLAND, at("2026-02-13T09:00")))
                .isEqualTo("2026-03-29T22:59:59Z");
        assertThat(started(ClockKind.REASONABLE_GROUNDS, "2026-09-10T00:30").dueAt(ENGLAND, at("2026-09-11T09:00")))
                .isEqualTo("2026-10-25T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({"2022-12-12T23:59, 2023-01-26", "2022-12-13T00:00, 2023-01-12"})
    void aChangeOfLawDoesNotReachAClockThatAlreadyRuns(LocalDateTime decided, LocalDate over) {
        ClockRun clock = started(ClockKind.CENTRAL_RECOVERY_PERIOD, decided.toString());
        assertThat(clock.dueAt(ENGLAND, at("2022-12-20T09:00"))).isEqualTo(UnitedKingdom.endOf(over));
    }

    @Test
    void theRecoveryPeriodIsOverAndNeverOverdue() {
        ClockRun clock = started(ClockKind.CENTRAL_RECOVERY_PERIOD, "2026-01-10T09:00");
        assertThat(clock.state(ENGLAND, at("2026-02-09T12:00"))).isEqualTo(ClockState.RUNNING);
        assertThat(clock.state(ENGLAND, at("2026-02-10T00:00"))).isEqualTo(ClockState.MET);
    }

    @Test
    void aPartnershipMayBeStricterNeverLooser() {
        ClockRun legal = started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00");
        assertThat(tightened(legal, new Days(30)).dueAt(ENGLAND, at("2026-01-11T09:00")))
                .isEqualTo(endOf("2026-02-09"));
        assertThat(tightened(legal, new WorkingDays(20)).dueAt(ENGLAND, at("2026-01-11T09:00")))
                .isEqualTo(endOf("2026-02-06"));
        assertThat(tightened(legal, new Days(60)).dueAt(ENGLAND, at("2026-01-11T09:00")))
                .isEqualTo(endOf("2026-02-24"));
    }

    @Test
    void childhoodEndsWithTheLastSecondBeforeTheBirthday() {
        ClockRun clock = started(ClockKind.TURNS_EIGHTEEN, "2008-02-29T00:00");
        assertThat(clock.dueAt(ENGLAND, at("2026-01-01T09:00"))).isEqualTo(endOf("2026-02-28"));
        assertThat(clock.state(ENGLAND, at("2026-03-01T00:00"))).isEqualTo(ClockState.OVERDUE);
    }

    @Test
    void aPauseLiesBetweenStartAndDueAndAfterEarlierOnes() {
        ClockRun clock =
                paused(started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00"), pause("2026-01-20", "2026-01-30"));
        assertThat(refusal(clock, "2026-01-09", "2026-02-01T09:00")).isEqualTo("clocks.pause-before-start");
        assertThat(refusal(clock, "2026-02-02", "2026-02-01T09:00")).isEqualTo("clocks.day-to-come");
        assertThat(refusal(clock, "2026-03-07", "2026-04-01T09:00")).isEqualTo("clocks.pause-after-due");
        assertThat(refusal(clock, "2026-01-29", "2026-02-01T09:00")).isEqualTo("clocks.pause-overlaps");
        assertThat(refusal(clock, "2026-01-30", "2026-02-01T09:00")).isEqualTo("possible");
    }

    @Test
    void aPauseEndsFromItsFirstDayOnAndNotInTheFuture() {
        ClockRun clock = paused(started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00"), pause("2026-01-20", null));
        Instant now = at("2026-02-01T09:00");
        assertThat(clock.refusesResume(LocalDate.of(2026, 2, 2), now).map(Reason::key))
                .contains("clocks.day-to-come");
        assertThat(clock.refusesResume(LocalDate.of(2026, 1, 19), now).map(Reason::key))
                .contains("clocks.resume-before-pause");
        assertThat(clock.refusesResume(LocalDate.of(2026, 1, 20), now)).isEmpty();
        assertThat(clock.refusesResume(LocalDate.of(2026, 2, 1), now)).isEmpty();
    }

    @Test
    void aClockEndsBetweenItsStartAndNow() {
        ClockRun clock = started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00");
        Instant now = at("2026-02-01T09:00");
        assertThat(clock.refusesStop(at("2026-01-10T08:59"), now).map(Reason::key))
                .contains("clocks.ends-before-start");
        assertThat(clock.refusesStop(now.plusSeconds(1), now).map(Reason::key)).contains("clocks.ends-in-the-future");
        assertThat(clock.refusesStop(at("2026-01-10T09:00"), now)).isEmpty();
        assertThat(clock.refusesStop(now, now)).isEmpty();
    }

    @Test
    void everyChangeMakesAnotherVersionOfWhatAFormWasDrawnFrom() {
        ClockRun clock = started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00");
        ClockRun resumed = paused(clock, pause("2026-01-20", "2026-01-30"));
        assertThat(List.of(
                        version(clock),
                        version(paused(clock, pause("2026-01-20", null))),
                        version(resumed),
                        version(extended(resumed, 3)),
                        version(extended(
                                paused(clock, pause("2026-01-20", "2026-01-30"), pause("2026-02-01", null)), 3))))
                .containsExactly(
                        clock.id() + ".0", clock.id() + ".1", clock.id() + ".2", clock.id() + ".3", clock.id() + ".4");
    }

    @Test
    void aRecoveryPeriodThatIsOverIsNotOpenThoughNobodyEndedIt() {
        ClockRun clock = started(ClockKind.CENTRAL_RECOVERY_PERIOD, "2026-01-10T09:00");
        assertThat(clock.read(ENGLAND, at("2026-02-09T12:00")).open()).isTrue();
        assertThat(clock.read(ENGLAND, at("2026-02-10T00:00")).open()).isFalse();
    }

    private static String version(ClockRun run) {
        return run.read(ENGLAND, at("2026-02-02T09:00")).version();
    }

    @Test
    void theEntryOfTheInterfaceNamesLimitAndSource() {
        ClockEntry entry = ClockEntry.of(
                started(ClockKind.REASONABLE_GROUNDS, "2026-01-10T09:00").read(ENGLAND, at("2026-01-11T09:00")));
        assertThat(entry.rule()).isEqualTo("NRM-1");
        assertThat(entry.provision()).contains("45 days").contains("Timescales");
    }

    private static String refusal(ClockRun clock, String from, String now) {
        return clock.refusesPause(LocalDate.parse(from), ENGLAND, at(now))
                .map(Reason::key)
                .orElse("possible");
    }

    private static ClockRun started(ClockKind kind, String local) {
        return new ClockRun(
                new UUID(0, 1),
                new CaseId(new UUID(0, 2)),
                kind,
                at(local),
                null,
                null,
                "Ada Testworker",
                List.of(),
                List.of(),
                null);
    }

    private static ClockRun tightened(ClockRun run, Span span) {
        return with(run, span, run.pauses(), run.extensions(), run.end());
    }

    private static ClockRun paused(ClockRun run, Pause... pauses) {
        return with(run, run.tightened(), List.of(pauses), run.extensions(), run.end());
    }

    private static ClockRun extended(ClockRun run, Integer... days) {
        return with(
                run,
                run.tightened(),
                run.pauses(),
                List.of(days).stream()
                        .map(each -> new Extension(each, "waiting for a report", "Ada Testworker", Instant.EPOCH))
                        .toList(),
                run.end());
    }

    private static ClockRun ended(ClockRun run, LocalDateTime at, Ending because) {
        return with(run, run.tightened(), run.pauses(), run.extensions(), new ClockRun.End(at(at.toString()), because));
    }

    private static ClockRun with(
            ClockRun run,
            @Nullable Span tightened,
            List<Pause> pauses,
            List<Extension> extensions,
            ClockRun.@Nullable End end) {
        return new ClockRun(
                run.id(),
                run.caseId(),
                run.kind(),
                run.startedAt(),
                tightened,
                null,
                run.by(),
                pauses,
                extensions,
                end);
    }

    private static Pause pause(String from, @Nullable String until) {
        return new Pause(
                new UUID(0, 3),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "waiting for a report",
                "Ada Testworker",
                Instant.EPOCH,
                null);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(UnitedKingdom.ZONE).toInstant();
    }

    private static Instant endOf(String day) {
        return UnitedKingdom.endOf(LocalDate.parse(day));
    }
}
