package org.holdfast.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Readings;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.Span;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to clocks. Starting, stopping, restarting and reading are what follows from things done at other doors, which have asked whether
 * they may be done; pausing, resuming, extending and starting anew by hand are a person's own acts, and are asked here.
 */
@Component
public final class Clocks {

    private static final int LONGEST_EXTENSION = 365;
    private static final int LONGEST_REASON = 2000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final ClockStore store;
    private final Supplier<UUID> ids;

    Clocks(Ledger ledger, Sharing sharing, Partnerships partnerships, ClockStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.store = store;
        this.ids = ids;
    }

    /**
     * Starts a clock. Refused while one of its kind runs on the case, and where one has run already, unless it is a kind that comes again:
     * no clock restarts silently (NRM-20).
     *
     * @param startedAt the moment from which the limit counts, not later than now
     */
    public Outcome<RunningClock> start(Actor actor, CaseId caseId, ClockKind kind, Instant startedAt, Instant now) {
        return ledger.within(actor, () -> {
            Standing standing = standing(actor, caseId, kind, now);
            Optional<Reason> refusal = ClockLife.refusal(kind, standing.state(), ClockCommand.START)
                    .or(() -> refusesStart(kind, startedAt, now));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            ClockRun run = run(actor, standing, caseId, kind, startedAt, null);
            if (!store.add(actor, run, null, now)) {
                return Outcome.refused(Reason.of("clocks.already-running", kind.rule()));
            }
            Span tightened = run.tightened();
            ledger.record(
                    actor,
                    now,
                    new ClockEvent.ClockStarted(
                            caseId.value(), run.id(), kind, startedAt, tightened == null ? null : tightened.inWords()));
            return Outcome.done(run.read(standing.calendar(), now));
        });
    }

    /** Starts the clock of childhood, which counts from birth (NRM-20). */
    public Outcome<RunningClock> startTurnsEighteen(Actor actor, CaseId caseId, LocalDate born, Instant now) {
        return start(actor, caseId, ClockKind.TURNS_EIGHTEEN, UnitedKingdom.startOf(born), now);
    }

    /**
     * Starts a clock in place of the one that runs or ran, for example when a date of birth is corrected. The earlier run stays on record. The
     * caller has asked for the case.
     *
     * @param reason why, as it will be read
     */
    public Outcome<RunningClock> restart(
            Actor actor, CaseId caseId, ClockKind kind, Instant startedAt, String reason, Instant now) {
        return ledger.within(actor, () -> {
            Standing standing = standing(actor, caseId, kind, now);
            List<Reason> reasons = new ArrayList<>();
            ClockLife.refusal(kind, standing.state(), ClockCommand.RESTART).ifPresent(reasons::add);
            refusesStart(kind, startedAt, now).ifPresent(reasons::add);
            refusesReason(reason).ifPresent(reasons::add);
            ClockRun earlier = standing.run();
            if (earlier == null || !reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            if (earlier.end() == null) {
                store.end(actor, earlier.id(), new ClockRun.End(now, Ending.SUPERSEDED));
            }
            ClockRun run = run(actor, standing, caseId, kind, startedAt, reason.strip());
            store.add(actor, run, earlier.id(), now);
            ledger.record(
                    actor, now, new ClockEvent.ClockRestarted(caseId.value(), run.id(), kind, startedAt, earlier.id()));
            return Outcome.done(run.read(standing.calendar(), now));
        });
    }

    /**
     * Starts an open clock anew by a person's decision, because the day it counts from was recorded wrongly (NRM-20).
     *
     * @param seen the {@linkplain RunningClock#version() version} of the clock that was looked at
     * @param startedOn the right day, not later than today
     */
    public Outcome<RunningClock> restartByHand(
            Actor actor, CaseId caseId, ClockKind kind, String seen, LocalDate startedOn, String reason, Instant now) {
        return asked(actor, caseId, now, () -> {
            Standing standing = standing(actor, caseId, kind, now);
            return ClockLife.refusesRestartByHand(kind, standing.state())
                    .or(() -> refusesUnseen(standing, seen, now))
                    .map(Outcome::<RunningClock>refused)
                    .orElseGet(() -> restart(actor, caseId, kind, UnitedKingdom.startOf(startedOn), reason, now));
        });
    }

    /**
     * Ends a clock.
     *
     * @param at when what it waited for was done, or when it ceased to apply; neither before its start nor later than now
     */
    public Outcome<RunningClock> stop(
            Actor actor, CaseId caseId, ClockKind kind, Instant at, Ending because, Instant now) {
        return ledger.within(
                actor,
                () -> change(
                        actor,
                        caseId,
                        kind,
                        ClockCommand.STOP,
                        now,
                        standing ->
                                standing.open().refusesStop(at, now).stream().toList(),
                        run -> {
                            store.end(actor, run.id(), new ClockRun.End(at, because));
                            ledger.record(
                                    actor,
                                    now,
                                    new ClockEvent.ClockStopped(caseId.value(), run.id(), kind, at, because));
                        }));
    }

    /**
     * Pauses a clock by a person's decision.
     *
     * @param from first day that does not count, not later than today
     */
    public Outcome<RunningClock> pause(
            Actor actor, CaseId caseId, ClockKind kind, LocalDate from, String reason, Instant now) {
        return asked(
                actor,
                caseId,
                now,
                () -> change(
                        actor,
                        caseId,
                        kind,
                        ClockCommand.PAUSE,
                        now,
                        standing -> reasons(
                                standing.open().refusesPause(from, standing.calendar(), now), refusesReason(reason)),
                        run -> {
                            store.pause(
                                    actor,
                                    run.id(),
                                    new Pause(ids.get(), from, null, reason.strip(), actor.name(), now, null));
                            ledger.record(actor, now, new ClockEvent.ClockPaused(caseId.value(), run.id(), kind, from));
                        }));
    }

    /**
     * Lets a paused clock go on.
     *
     * @param until first day that counts again, not later than today
     */
    public Outcome<RunningClock> resume(Actor actor, CaseId caseId, ClockKind kind, LocalDate until, Instant now) {
        return asked(
                actor,
                caseId,
                now,
                () -> change(
                        actor,
                        caseId,
                        kind,
                        ClockCommand.RESUME,
                        now,
                        standing -> reasons(standing.open().refusesResume(until, now)),
                        run -> {
                            store.resume(actor, run.id(), until);
                            ledger.record(
                                    actor, now, new ClockEvent.ClockResumed(caseId.value(), run.id(), kind, until));
                        }));
    }

    /**
     * Gives a clock more time by a person's decision.
     *
     * @param seen the {@linkplain RunningClock#version() version} of the clock that was looked at: the same form sent twice counts once
     * @param days 1 to 365; working days where the limit is one of working days
     */
    public Outcome<RunningClock> extend(
            Actor actor, CaseId caseId, ClockKind kind, String seen, int days, String reason, Instant now) {
        return asked(
                actor,
                caseId,
                now,
                () -> change(
                        actor,
                        caseId,
                        kind,
                        ClockCommand.EXTEND,
                        now,
                        standing -> refusesUnseen(standing, seen, now)
                                .map(List::of)
                                .orElseGet(() -> reasons(refusesDays(days), refusesReason(reason))),
                        run -> {
                            store.extend(
                                    actor, run.id(), ids.get(), new Extension(days, reason.strip(), actor.name(), now));
                            ledger.record(
                                    actor, now, new ClockEvent.ClockExtended(caseId.value(), run.id(), kind, days));
                        }));
    }

    /** The clock of each kind as it stands on a case, the latest run of each. The caller has asked for the case. */
    public List<RunningClock> of(Actor actor, CaseId caseId, Instant now) {
        return of(actor, Set.of(caseId), now).getOrDefault(caseId, List.of());
    }

    /** {@link #of(Actor, CaseId, Instant)} for many cases at once; a case without clocks is not in the answer. */
    public Map<CaseId, List<RunningClock>> of(Actor actor, Collection<CaseId> cases, Instant now) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        return ledger.within(actor, () -> {
            WorkingCalendar calendar = calendar(actor);
            Map<CaseId, List<RunningClock>> clocks = new HashMap<>();
            runs(actor, cases).forEach((caseId, runs) -> clocks.put(caseId, latestOfEachKind(runs, calendar, now)));
            return clocks;
        });
    }

    /** The clocks of a case with every earlier run, newest first, for a person who looks at them. */
    public Outcome<List<RunningClock>> look(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_CASE, caseId, now).map(_ -> {
                    ledger.record(actor, now, new ClockEvent.ClocksSeen(caseId.value()));
                    WorkingCalendar calendar = calendar(actor);
                    return store.of(actor.partnership(), Set.of(caseId)).reversed().stream()
                            .map(run -> run.read(calendar, now))
                            .toList();
                }));
    }

    private Map<CaseId, List<ClockRun>> runs(Actor actor, Collection<CaseId> cases) {
        return Readings.each(
                "clocks.of-case", actor.partnership(), cases, unread -> byCase(store.of(actor.partnership(), unread)));
    }

    private static Map<CaseId, List<ClockRun>> byCase(List<ClockRun> runs) {
        return runs.stream().collect(Collectors.groupingBy(ClockRun::caseId));
    }

    /** Every open clock of the cases that the actor may see, the soonest due first. */
    public List<RunningClock> running(Actor actor, Instant now) {
        return ledger.within(actor, () -> {
            List<ClockRun> runs = Readings.once("clocks.running", actor.partnership(), () -> {
                List<ClockRun> found = store.whereOneRuns(actor.partnership());
                Readings.also("clocks.of-case", actor.partnership(), byCase(found));
                return found;
            });
            List<ClockRun> open = runs.stream().filter(run -> run.end() == null).toList();
            Set<CaseId> visible = sharing.visible(
                    actor,
                    Permission.SEE_CASE,
                    open.stream().map(ClockRun::caseId).collect(Collectors.toSet()),
                    now);
            WorkingCalendar calendar = calendar(actor);
            return open.stream()
                    .filter(run -> visible.contains(run.caseId()))
                    .map(run -> run.read(calendar, now))
                    .filter(RunningClock::open)
                    .sorted(Comparator.comparing(RunningClock::dueAt))
                    .toList();
        });
    }

    /** Those of {@link #running} that are due between two moments, both included. */
    public List<RunningClock> due(Actor actor, Instant from, Instant until, Instant now) {
        return running(actor, now).stream()
                .filter(clock -> !clock.dueAt().isBefore(from) && !clock.dueAt().isAfter(until))
                .toList();
    }

    private Outcome<RunningClock> asked(
            Actor actor, CaseId caseId, Instant now, Supplier<Outcome<RunningClock>> change) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.CHANGE_CLOCK, caseId, now).then(_ -> change.get()));
    }

    private Outcome<RunningClock> change(
            Actor actor,
            CaseId caseId,
            ClockKind kind,
            ClockCommand command,
            Instant now,
            Function<Standing, List<Reason>> faults,
            Consumer<ClockRun> write) {
        Standing standing = standing(actor, caseId, kind, now);
        Optional<Reason> refusal = ClockLife.refusal(kind, standing.state(), command);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<Reason> reasons = faults.apply(standing);
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        write.accept(standing.open());
        return Outcome.done(standing(actor, caseId, kind, now).open().read(standing.calendar(), now));
    }

    /** The latest run of a kind on a case, held for the change to come. */
    private Standing standing(Actor actor, CaseId caseId, ClockKind kind, Instant now) {
        Profile profile = partnerships.profile(actor.partnership());
        WorkingCalendar calendar = WorkingCalendar.of(profile.nation());
        List<ClockRun> runs = store.held(actor.partnership(), caseId, kind);
        ClockRun latest = runs.isEmpty() ? null : runs.getLast();
        return new Standing(
                profile, calendar, latest, latest == null ? ClockState.NOT_STARTED : latest.state(calendar, now));
    }

    private record Standing(
            Profile profile,
            WorkingCalendar calendar,
            @Nullable ClockRun run,
            ClockState state) {

        /** The run, where the state says that there is one. */
        ClockRun open() {
            if (run == null) {
                throw new IllegalStateException("there is no run");
            }
            return run;
        }
    }

    private ClockRun run(
            Actor actor,
            Standing standing,
            CaseId caseId,
            ClockKind kind,
            Instant startedAt,
            @Nullable String restartReason) {
        return new ClockRun(
                ids.get(),
                caseId,
                kind,
                startedAt,
                standing.profile().tightening(kind.rule()).orElse(null),
                restartReason,
                actor.name(),
                List.of(),
                List.of(),
                null);
    }

    private WorkingCalendar calendar(Actor actor) {
        return WorkingCalendar.of(partnerships.profile(actor.partnership()).nation());
    }

    private static List<RunningClock> latestOfEachKind(List<ClockRun> runs, WorkingCalendar calendar, Instant now) {
        Map<ClockKind, ClockRun> latest = new LinkedHashMap<>();
        runs.forEach(run -> latest.put(run.kind(), run));
        return latest.values().stream()
                .sorted(Comparator.comparing(ClockRun::kind))
                .map(run -> run.read(calendar, now))
                .toList();
    }

    /** Refuses what was decided on a clock that was changed since. */
    private static Optional<Reason> refusesUnseen(Standing standing, String seen, Instant now) {
        return standing.open().read(standing.calendar(), now).version().equals(seen)
                ? Optional.empty()
                : Optional.of(Reason.of("clocks.changed-meanwhile", ""));
    }

    private static Optional<Reason> refusesStart(ClockKind kind, Instant startedAt, Instant now) {
        if (startedAt.isAfter(now)) {
            return Optional.of(Reason.of("clocks.starts-in-the-future", kind.rule()));
        }
        return kind.provision().values().at(UnitedKingdom.day(startedAt)).isEmpty()
                ? Optional.of(Reason.of("clocks.no-limit-then", kind.rule()))
                : Optional.empty();
    }

    private static Optional<Reason> refusesReason(String reason) {
        if (reason.isBlank()) {
            return Optional.of(Reason.about("reason", "clocks.reason-missing"));
        }
        return reason.strip().length() > LONGEST_REASON
                ? Optional.of(Reason.about("reason", "clocks.reason-too-long", String.valueOf(LONGEST_REASON)))
                : Optional.empty();
    }

    private static Optional<Reason> refusesDays(int days) {
        return days < 1 || days > LONGEST_EXTENSION
                ? Optional.of(Reason.about("days", "clocks.days-out-of-range", String.valueOf(LONGEST_EXTENSION)))
                : Optional.empty();
    }

    @SafeVarargs
    private static List<Reason> reasons(Optional<Reason>... reasons) {
        return Stream.of(reasons).flatMap(Optional::stream).toList();
    }
}
