package org.holdfast.assurance;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a point as one table: every command in every state leads on or is refused by name (NRM-11). */
public final class PointLife {
    private PointLife() {}

    /** Where the command leads. */
    public static Outcome<PointState> after(PointState state, PointCommand command) {
        return switch (state) {
            case OPEN ->
                switch (command) {
                    case SHARE_OUT -> Outcome.done(PointState.OPEN);
                    case ANSWER -> Outcome.done(PointState.ANSWERED);
                    case ACCEPT, SEND_BACK -> refused("assurance.point.refused.open");
                };
            case ANSWERED ->
                switch (command) {
                    case ACCEPT -> Outcome.done(PointState.ACCEPTED);
                    case SEND_BACK -> Outcome.done(PointState.SENT_BACK);
                    case SHARE_OUT, ANSWER -> refused("assurance.point.refused.answered");
                };
            case SENT_BACK ->
                switch (command) {
                    case SHARE_OUT -> Outcome.done(PointState.SENT_BACK);
                    case ANSWER -> Outcome.done(PointState.ANSWERED);
                    case ACCEPT, SEND_BACK -> refused("assurance.point.refused.sent-back");
                };
            case ACCEPTED -> refused("assurance.point.refused.accepted");
        };
    }

    /** The commands it takes in this state. */
    public static Set<PointCommand> available(PointState state) {
        EnumSet<PointCommand> available = EnumSet.noneOf(PointCommand.class);
        for (PointCommand command : PointCommand.values()) {
            if (after(state, command) instanceof Outcome.Done<PointState>) {
                available.add(command);
            }
        }
        return available;
    }

    private static Outcome<PointState> refused(String key) {
        return Outcome.refused(Reason.of(key, "NRM-11"));
    }
}
