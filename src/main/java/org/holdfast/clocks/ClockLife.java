package org.holdfast.clocks;

import static org.holdfast.clocks.ClockCommand.EXTEND;
import static org.holdfast.clocks.ClockCommand.PAUSE;
import static org.holdfast.clocks.ClockCommand.RESTART;
import static org.holdfast.clocks.ClockCommand.RESUME;
import static org.holdfast.clocks.ClockCommand.START;
import static org.holdfast.clocks.ClockCommand.STOP;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.holdfast.clocks.ClockKind.Meaning;
import org.holdfast.law.Reason;

/** The life of a clock: in which state what can be done, and why not where not. No clock restarts silently (NRM-20). */
final class ClockLife {

    private ClockLife() {}

    /** What can be done to a clock of this kind in this state. */
    static Set<ClockCommand> available(ClockKind kind, ClockState state) {
        Set<ClockCommand> commands = EnumSet.copyOf(
                switch (state) {
                    case NOT_STARTED -> Set.of(START);
                    case RUNNING, OVERDUE -> Set.of(PAUSE, EXTEND, STOP, RESTART);
                    case PAUSED -> Set.of(RESUME, EXTEND, STOP, RESTART);
                    case MET, MET_LATE, STOPPED ->
                        kind.meaning() == Meaning.LATEST_EACH_TIME ? Set.of(START, RESTART) : Set.of(RESTART);
                });
        if (kind.meaning() == Meaning.BIRTHDAY) {
            commands.removeAll(Set.of(PAUSE, RESUME, EXTEND));
        }
        return commands;
    }

    /** Why a person cannot start a clock anew: the clock of childhood follows the date of birth, which is corrected instead; one that ended stays ended. */
    static Optional<Reason> refusesRestartByHand(ClockKind kind, ClockState state) {
        if (kind.meaning() == Meaning.BIRTHDAY) {
            return Optional.of(Reason.of("clocks.follows-the-birthday", kind.rule()));
        }
        return switch (state) {
            case NOT_STARTED -> Optional.of(Reason.of("clocks.not-started", kind.rule()));
            case RUNNING, OVERDUE, PAUSED -> Optional.empty();
            case MET, MET_LATE, STOPPED -> Optional.of(Reason.of("clocks.already-ended", kind.rule()));
        };
    }

    /** Why a command is not possible in a state; empty if it is. */
    static Optional<Reason> refusal(ClockKind kind, ClockState state, ClockCommand command) {
        if (available(kind, state).contains(command)) {
            return Optional.empty();
        }
        if (kind.meaning() == Meaning.BIRTHDAY && (command == PAUSE || command == RESUME || command == EXTEND)) {
            return Optional.of(Reason.of("clocks.follows-the-birthday", kind.rule()));
        }
        String key = switch (state) {
            case NOT_STARTED -> "clocks.not-started";
            case RUNNING, OVERDUE -> command == RESUME ? "clocks.not-paused" : "clocks.already-running";
            case PAUSED -> command == PAUSE ? "clocks.already-paused" : "clocks.already-running";
            case MET, MET_LATE, STOPPED -> command == START ? "clocks.ended-before" : "clocks.already-ended";
        };
        return Optional.of(Reason.of(key, kind.rule()));
    }
}
