package org.holdfast.meetings;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingCommand.Part;
import org.jspecify.annotations.Nullable;

/** The life of one item of the minutes as one table, from the end of the meeting until the whole is sealed (MTG-4). */
public final class MinutesItemLife {
    private MinutesItemLife() {}

    /** Where an item stands: an approval holds for the words that were approved and for no others. */
    public static MinutesItemState of(@Nullable MinutesReview last, String hash) {
        if (last == null) {
            return MinutesItemState.WAITING;
        }
        return switch (last.command()) {
            case APPROVE -> last.hash().equals(hash) ? MinutesItemState.APPROVED : MinutesItemState.WAITING;
            case SEND_BACK -> MinutesItemState.SENT_BACK;
            case HAND_BACK -> MinutesItemState.WAITING;
        };
    }

    /** Where the command leads from this state, whoever gives it. */
    public static Outcome<MinutesItemState> after(MinutesItemState state, MinutesItemCommand command) {
        return switch (state) {
            case WAITING ->
                switch (command) {
                    case APPROVE -> Outcome.done(MinutesItemState.APPROVED);
                    case SEND_BACK -> Outcome.done(MinutesItemState.SENT_BACK);
                    case HAND_BACK -> refused("meetings.refused.item-not-sent-back");
                };
            case SENT_BACK ->
                switch (command) {
                    case APPROVE -> Outcome.done(MinutesItemState.APPROVED);
                    case SEND_BACK -> refused("meetings.refused.item-sent-back");
                    case HAND_BACK -> Outcome.done(MinutesItemState.WAITING);
                };
            case APPROVED ->
                switch (command) {
                    case APPROVE -> refused("meetings.refused.item-approved");
                    case SEND_BACK -> Outcome.done(MinutesItemState.SENT_BACK);
                    case HAND_BACK -> refused("meetings.refused.item-not-sent-back");
                };
        };
    }

    /** As {@link #after(MinutesItemState, MinutesItemCommand)}, in a meeting and for somebody with these parts in it. */
    public static Outcome<MinutesItemState> after(
            MinutesItemState state, MinutesItemCommand command, MeetingState meeting, Set<Part> parts) {
        if (!command.isFor(parts)) {
            return refused(
                    command == MinutesItemCommand.HAND_BACK
                            ? "meetings.refused.not-your-part"
                            : "meetings.refused.chair-only");
        }
        return MeetingLife.after(meeting, MeetingCommand.APPROVE_MINUTES).then(_ -> after(state, command));
    }

    /** What a page may offer somebody with these parts. */
    public static Set<MinutesItemCommand> available(MinutesItemState state, MeetingState meeting, Set<Part> parts) {
        EnumSet<MinutesItemCommand> available = EnumSet.noneOf(MinutesItemCommand.class);
        for (MinutesItemCommand command : MinutesItemCommand.values()) {
            if (after(state, command, meeting, parts) instanceof Outcome.Done<MinutesItemState>) {
                available.add(command);
            }
        }
        return available;
    }

    private static Outcome<MinutesItemState> refused(String key) {
        return Outcome.refused(Reason.of(key, "MTG-4"));
    }
}
