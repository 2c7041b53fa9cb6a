package org.holdfast.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.holdfast.law.Citation;
import org.holdfast.law.Dated;
import org.holdfast.law.Span;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case as it stands at one moment: why, since when, due when, under which provision.
 *
 * @param id of this run
 * @param dueAt the last second in time, 23:59:59 local time for a limit in days; while paused, as if resumed today
 * @param limit what the law gave on the day the clock started
 * @param tightened the partnership's own stricter limit; null where it has none
 * @param restartReason why it took the place of an earlier run; null for a first run
 * @param startedBy name of who started it
 * @param endedAt null while it is open
 * @param ending null while it is open
 */
public record RunningClock(
        UUID id,
        CaseId caseId,
        ClockKind kind,
        Instant startedAt,
        Instant dueAt,
        ClockState state,
        Span limit,
        @Nullable Span tightened,
        @Nullable String restartReason,
        String startedBy,
        List<Pause> pauses,
        List<Extension> extensions,
        @Nullable Instant endedAt,
        @Nullable Ending ending) {

    public RunningClock {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** Which run it is and how often it was changed: what a form names that was drawn from it. */
    public String version() {
        long resumed = pauses.stream().filter(it -> it.until() != null).count();
        return id + "." + (pauses.size() + resumed + extensions.size());
    }

    /** Rule id of the handbook. */
    public String rule() {
        return kind.rule();
    }

    /** The last day in time. */
    public LocalDate dueOn() {
        return UnitedKingdom.day(dueAt);
    }

    /** Message key of why such a clock runs. */
    public String whyKey() {
        return "clocks.why." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it has not ended. */
    public boolean open() {
        return state.open();
    }

    /** The provision in one line, as the interface gives it: title, limit and where it is written. */
    public String provision() {
        return kind.provision().title() + ": " + limit.inWords() + " ("
                + citation().inWords() + ")";
    }

    /** Where the limit is written. */
    public Citation citation() {
        return entry().citation();
    }

    /** What can be done to it now. */
    public Set<ClockCommand> available() {
        return ClockLife.available(kind, state);
    }

    /** Whether a person may start it anew, the day it counts from having been recorded wrongly. */
    public boolean restartableByHand() {
        return ClockLife.refusesRestartByHand(kind, state).isEmpty();
    }

    private Dated.Entry<Span> entry() {
        return kind.provision().values().at(UnitedKingdom.day(startedAt)).orElseThrow();
    }
}
