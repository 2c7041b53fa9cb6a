package org.holdfast.meetings;

import static org.holdfast.meetings.AgendaItemState.ADJOURNED;
import static org.holdfast.meetings.AgendaItemState.CONCLUDED;
import static org.holdfast.meetings.AgendaItemState.DECIDED;
import static org.holdfast.meetings.AgendaItemState.DISCUSSING;
import static org.holdfast.meetings.AgendaItemState.LISTED;
import static org.holdfast.meetings.AgendaItemState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingCommand.Part;

/** The life of an item of the agenda as one table: every command in every state leads on or is refused by name (NRM-6, MTG-4). */
public final class AgendaItemLife {
    private AgendaItemLife() {}

    /** Where the command leads from this state, if the meeting lets it. */
    public static Outcome<AgendaItemState> after(AgendaItemState state, AgendaItemCommand command) {
        return switch (state) {
            case LISTED ->
                switch (command) {
                    case MOVE, DECLARE_CONFLICT -> Outcome.done(LISTED);
                    case WITHDRAW -> Outcome.done(WITHDRAWN);
                    case CALL -> Outcome.done(DISCUSSING);
                    case ADJOURN -> Outcome.done(ADJOURNED);
                    case PUT_BACK, WRITE_NOTES, PROPOSE_ACTION, DECIDE, CONCLUDE ->
                        refused("meetings.refused.item-not-called");
                };
            case DISCUSSING ->
                switch (command) {
                    case DECLARE_CONFLICT, WRITE_NOTES, PROPOSE_ACTION -> Outcome.done(DISCUSSING);
                    case PUT_BACK -> Outcome.done(LISTED);
                    case DECIDE -> Outcome.done(DECIDED);
                    case CONCLUDE -> Outcome.done(CONCLUDED);
                    case ADJOURN -> Outcome.done(ADJOURNED);
                    case MOVE, WITHDRAW, CALL -> refused("meetings.refused.item-in-discussion");
                };
            case DECIDED ->
                switch (command) {
                    case WRITE_NOTES, PROPOSE_ACTION, DECIDE -> Outcome.done(DECIDED);
                    case MOVE, WITHDRAW, CALL, PUT_BACK, DECLARE_CONFLICT, CONCLUDE, ADJOURN ->
                        refused("meetings.refused.item-decided");
                };
            case CONCLUDED ->
                switch (command) {
                    case WRITE_NOTES, PROPOSE_ACTION -> Outcome.done(CONCLUDED);
                    case MOVE, WITHDRAW, CALL, PUT_BACK, DECLARE_CONFLICT, DECIDE, CONCLUDE, ADJOURN ->
                        refused("meetings.refused.item-concluded");
                };
            case ADJOURNED ->
                switch (command) {
                    case WRITE_NOTES, PROPOSE_ACTION -> Outcome.done(ADJOURNED);
                    case MOVE, WITHDRAW, CALL, PUT_BACK, DECLARE_CONFLICT, DECIDE, CONCLUDE, ADJOURN ->
                        refused("meetings.refused.item-adjourned");
                };
            case WITHDRAWN -> refused("meetings.refused.item-withdrawn");
        };
    }

    /** Where the command leads, given where the meeting stands and which part the actor has in it. */
    public static Outcome<AgendaItemState> after(
            AgendaItemState state, AgendaItemCommand command, MeetingState meeting, Set<Part> parts) {
        return MeetingLife.after(meeting, asked(command), parts).then(_ -> after(state, command));
    }

    /** What a page may offer for the item. */
    public static Set<AgendaItemCommand> available(AgendaItemState state, MeetingState meeting, Set<Part> parts) {
        EnumSet<AgendaItemCommand> available = EnumSet.noneOf(AgendaItemCommand.class);
        for (AgendaItemCommand command : AgendaItemCommand.values()) {
            if (after(state, command, meeting, parts) instanceof Outcome.Done<AgendaItemState>) {
                available.add(command);
            }
        }
        return available;
    }

    /** Which command to the meeting stands behind a command to one of its items. */
    static MeetingCommand asked(AgendaItemCommand command) {
        return switch (command) {
            case MOVE -> MeetingCommand.MOVE_ITEM;
            case WITHDRAW -> MeetingCommand.WITHDRAW_ITEM;
            case DECLARE_CONFLICT -> MeetingCommand.DECLARE_CONFLICT;
            case WRITE_NOTES -> MeetingCommand.WRITE_NOTES;
            case CALL, PUT_BACK, PROPOSE_ACTION, DECIDE, CONCLUDE, ADJOURN -> MeetingCommand.RUN_ITEM;
        };
    }

    private static Outcome<AgendaItemState> refused(String key) {
        return Outcome.refused(Reason.of(key, "MTG-4"));
    }
}
