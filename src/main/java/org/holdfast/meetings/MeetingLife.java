package org.holdfast.meetings;

import static org.holdfast.meetings.MeetingState.APPROVED;
import static org.holdfast.meetings.MeetingState.CANCELLED;
import static org.holdfast.meetings.MeetingState.FINISHED;
import static org.holdfast.meetings.MeetingState.OPEN;
import static org.holdfast.meetings.MeetingState.PLANNED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingCommand.Part;

/** The life of a meeting as one table: every command in every state leads on or is refused by name (MTG-4). */
public final class MeetingLife {
    private MeetingLife() {}

    /** Where the command leads from this state, whoever gives it. */
    public static Outcome<MeetingState> after(MeetingState state, MeetingCommand command) {
        return switch (state) {
            case PLANNED ->
                switch (command) {
                    case CHANGE_PLAN,
                            INVITE,
                            UNINVITE,
                            LIST_ITEM,
                            MOVE_ITEM,
                            WITHDRAW_ITEM,
                            RECORD_APOLOGIES,
                            CONFIRM_STATEMENT,
                            DECLARE_CONFLICT -> Outcome.done(PLANNED);
                    case OPEN -> Outcome.done(OPEN);
                    case CANCEL -> Outcome.done(CANCELLED);
                    case RECORD_PRESENCE, RUN_ITEM, WRITE_NOTES, FINISH -> refused("meetings.refused.not-open-yet");
                    case APPROVE_MINUTES, ADD_ADDENDUM, SEND_MINUTES -> refused("meetings.refused.no-minutes-yet");
                };
            case OPEN ->
                switch (command) {
                    case INVITE,
                            LIST_ITEM,
                            MOVE_ITEM,
                            WITHDRAW_ITEM,
                            RECORD_APOLOGIES,
                            RECORD_PRESENCE,
                            CONFIRM_STATEMENT,
                            DECLARE_CONFLICT,
                            RUN_ITEM,
                            WRITE_NOTES -> Outcome.done(OPEN);
                    case FINISH -> Outcome.done(FINISHED);
                    case CHANGE_PLAN, UNINVITE, OPEN, CANCEL -> refused("meetings.refused.already-open");
                    case APPROVE_MINUTES, ADD_ADDENDUM, SEND_MINUTES -> refused("meetings.refused.no-minutes-yet");
                };
            case FINISHED ->
                switch (command) {
                    case WRITE_NOTES -> Outcome.done(FINISHED);
                    case APPROVE_MINUTES -> Outcome.done(APPROVED);
                    case ADD_ADDENDUM, SEND_MINUTES -> refused("meetings.refused.minutes-not-approved");
                    case CHANGE_PLAN,
                            INVITE,
                            UNINVITE,
                            LIST_ITEM,
                            MOVE_ITEM,
                            WITHDRAW_ITEM,
                            OPEN,
                            RECORD_APOLOGIES,
                            RECORD_PRESENCE,
                            CONFIRM_STATEMENT,
                            DECLARE_CONFLICT,
                            RUN_ITEM,
                            FINISH,
                            CANCEL -> refused("meetings.refused.finished");
                };
            case APPROVED ->
                switch (command) {
                    case ADD_ADDENDUM, SEND_MINUTES -> Outcome.done(APPROVED);
                    case WRITE_NOTES, APPROVE_MINUTES -> refused("meetings.refused.minutes-approved");
                    case CHANGE_PLAN,
                            INVITE,
                            UNINVITE,
                            LIST_ITEM,
                            MOVE_ITEM,
                            WITHDRAW_ITEM,
                            OPEN,
                            RECORD_APOLOGIES,
                            RECORD_PRESENCE,
                            CONFIRM_STATEMENT,
                            DECLARE_CONFLICT,
                            RUN_ITEM,
                            FINISH,
                            CANCEL -> refused("meetings.refused.finished");
                };
            case CANCELLED -> refused("meetings.refused.cancelled");
        };
    }

    /** As {@link #after(MeetingState, MeetingCommand)}, for somebody with these parts in the meeting. */
    public static Outcome<MeetingState> after(MeetingState state, MeetingCommand command, Set<Part> parts) {
        if (!command.isFor(parts)) {
            return refused(
                    command == MeetingCommand.APPROVE_MINUTES
                            ? "meetings.refused.chair-only"
                            : "meetings.refused.not-your-part");
        }
        return after(state, command);
    }

    /** What a page may offer somebody with these parts. */
    public static Set<MeetingCommand> available(MeetingState state, Set<Part> parts) {
        EnumSet<MeetingCommand> available = EnumSet.noneOf(MeetingCommand.class);
        for (MeetingCommand command : MeetingCommand.values()) {
            if (after(state, command, parts) instanceof Outcome.Done<MeetingState>) {
                available.add(command);
            }
        }
        return available;
    }

    /** What a page may offer somebody with these parts at this moment. */
    static Set<MeetingCommand> available(Meeting meeting, Set<Part> parts, Instant now) {
        Set<MeetingCommand> available = available(meeting.state(), parts);
        if (beforeItsDay(meeting, now)) {
            available.remove(MeetingCommand.OPEN);
        }
        return available;
    }

    /** A session is opened on its day at the earliest. */
    static boolean beforeItsDay(Meeting meeting, Instant now) {
        return UnitedKingdom.day(now).isBefore(meeting.on());
    }

    private static Outcome<MeetingState> refused(String key) {
        return Outcome.refused(Reason.of(key, "MTG-4"));
    }
}
