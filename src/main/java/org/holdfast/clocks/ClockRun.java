package org.holdfast.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.clocks.ClockKind.Meaning;
import org.holdfast.law.Reason;
import org.holdfast.law.Span;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one run of a clock; what follows from them is computed.
 *
 * @param tightened the partnership's own stricter limit of that day, if it had one; it counts where it ends earlier, never where later
 * @param restartReason why this run took the place of an earlier one; null for a first run
 * @param by name of who started it
 * @param pauses in the order of their days
 * @param end null while it runs
 */
record ClockRun(
        UUID id,
        CaseId caseId,
        ClockKind kind,
        Instant startedAt,
        @Nullable Span tightened,
        @Nullable String restartReason,
        String by,
        List<Pause> pauses,
        List<Extension> extensions,
        @Nullable End end) {

    /** How a run ended. */
    record End(Instant at, Ending because) {}

    ClockRun {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** The limit in force on the day the clock started. */
    Span limit() {
        return kind.provision().on(UnitedKingdom.day(startedAt));
    }

    /** The last second in time. While paused it is reckoned as if the clock were resumed today. */
    Instant dueAt(WorkingCalendar calendar, Instant now) {
        Instant due = dueAt(limit(), calendar, now);
        if (tightened == null) {
            return due;
        }
        Instant tighter = dueAt(tightened, calendar, now);
        return tighter.isBefore(due) ? tighter : due;
    }

    private Instant dueAt(Span span, WorkingCalendar calendar, Instant now) {
        int added = extensions.stream().mapToInt(Extension::days).sum();
        LocalDate firstCounted = UnitedKingdom.day(startedAt).plusDays(1);
        LocalDate today = UnitedKingdom.day(end == null ? now : end.at());
        int paused = pauses.stream()
                .mapToInt(pause -> span.daysBetween(
                        pause.from().isBefore(firstCounted) ? firstCounted : pause.from(),
                        pause.until() == null ? today : pause.until(),
                        calendar))
                .sum();
        return span.putOff(span.due(startedAt, calendar), added + paused, calendar);
    }

    /** Where the clock stands at a moment. */
    ClockState state(WorkingCalendar calendar, Instant now) {
        if (end != null) {
            if (!end.because().met()) {
                return ClockState.STOPPED;
            }
            return kind.meaning() == Meaning.EARLIEST || UnitedKingdom.inTime(end.at(), dueAt(calendar, now))
                    ? ClockState.MET
                    : ClockState.MET_LATE;
        }
        if (openPause().isPresent()) {
            return ClockState.PAUSED;
        }
        if (UnitedKingdom.inTime(now, dueAt(calendar, now))) {
            return ClockState.RUNNING;
        }
        return kind.meaning() == Meaning.EARLIEST ? ClockState.MET : ClockState.OVERDUE;
    }

    /** The pause that lasts, if one does. */
    Optional<Pause> openPause() {
        return pauses.stream().filter(Pause::open).findFirst();
    }

    /** Why it cannot be paused from a day on; empty if it can. */
    Optional<Reason> refusesPause(LocalDate from, WorkingCalendar calendar, Instant now) {
        if (from.isBefore(UnitedKingdom.day(startedAt))) {
            return Optional.of(Reason.about("from", "clocks.pause-before-start"));
        }
        if (from.isAfter(UnitedKingdom.day(now))) {
            return Optional.of(Reason.about("from", "clocks.day-to-come"));
        }
        if (from.isAfter(UnitedKingdom.day(dueAt(calendar, now)))) {
            return Optional.of(Reason.about("from", "clocks.pause-after-due"));
        }
        boolean overlaps = pauses.stream().anyMatch(pause -> pause.until() == null || from.isBefore(pause.until()));
        return overlaps ? Optional.of(Reason.about("from", "clocks.pause-overlaps")) : Optional.empty();
    }

    /** Why its pause cannot end on a day; empty if it can. */
    Optional<Reason> refusesResume(LocalDate until, Instant now) {
        if (until.isAfter(UnitedKingdom.day(now))) {
            return Optional.of(Reason.about("until", "clocks.day-to-come"));
        }
        boolean before =
                openPause().filter(pause -> until.isBefore(pause.from())).isPresent();
        return before ? Optional.of(Reason.about("until", "clocks.resume-before-pause")) : Optional.empty();
    }

    /** Why it cannot end at a moment; empty if it can. */
    Optional<Reason> refusesStop(Instant at, Instant now) {
        if (at.isBefore(startedAt)) {
            return Optional.of(Reason.of("clocks.ends-before-start", kind.rule()));
        }
        return at.isAfter(now) ? Optional.of(Reason.of("clocks.ends-in-the-future", kind.rule())) : Optional.empty();
    }

    RunningClock read(WorkingCalendar calendar, Instant now) {
        return new RunningClock(
                id,
                caseId,
                kind,
                startedAt,
                dueAt(calendar, now),
                state(calendar, now),
                limit(),
                tightened,
                restartReason,
                by,
                pauses,
                extensions,
                end == null ? null : end.at(),
                end == null ? null : end.because());
    }
}
