package org.holdfast.casework;

import java.util.Arrays;
import java.util.List;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a request to see a case and of emergency access, as one table (SHR-3). */
public final class AccessLife {
    private AccessLife() {}

    /** Where the command leads from this state. */
    public static Outcome<AccessState> after(AccessState state, AccessCommand command) {
        return switch (state) {
            case ASKED ->
                switch (command) {
                    case ALLOW -> Outcome.done(AccessState.ALLOWED);
                    case DECLINE -> Outcome.done(AccessState.DECLINED);
                    case FIND_JUSTIFIED, FIND_NOT_JUSTIFIED -> refused("casework.access.was-asked");
                };
            case TAKEN ->
                switch (command) {
                    case FIND_JUSTIFIED -> Outcome.done(AccessState.JUSTIFIED);
                    case FIND_NOT_JUSTIFIED -> Outcome.done(AccessState.NOT_JUSTIFIED);
                    case ALLOW, DECLINE -> refused("casework.access.was-taken");
                };
            case ALLOWED, DECLINED, JUSTIFIED, NOT_JUSTIFIED -> refused("casework.access.settled");
        };
    }

    /** What a page may offer. */
    public static List<AccessCommand> available(AccessState state) {
        return Arrays.stream(AccessCommand.values())
                .filter(command -> after(state, command) instanceof Outcome.Done<AccessState>)
                .toList();
    }

    private static Outcome<AccessState> refused(String key) {
        return Outcome.refused(Reason.of(key, "SHR-3"));
    }
}
