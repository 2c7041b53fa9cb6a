package org.holdfast;

import java.util.List;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** Why something was refused; nothing where it was done. */
public final class Reasons {
    private Reasons() {}

    /** The reasons by their keys, as they were given. */
    public static List<String> keys(Outcome<?> outcome) {
        return reasons(outcome).stream().map(Reason::key).toList();
    }

    /** The fields beside which the reasons stand, as they were given. */
    public static List<String> fields(Outcome<?> outcome) {
        return reasons(outcome).stream()
                .map(reason -> String.valueOf(reason.field()))
                .toList();
    }

    private static List<Reason> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(List<Reason> reasons) -> reasons;
        };
    }
}
