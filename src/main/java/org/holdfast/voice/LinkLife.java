package org.holdfast.voice;

import static org.holdfast.voice.LinkState.GIVEN;
import static org.holdfast.voice.LinkState.HANDED_IN;
import static org.holdfast.voice.LinkState.RECEIVED;
import static org.holdfast.voice.LinkState.STARTED;
import static org.holdfast.voice.LinkState.WITHDRAWN;

import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a link: which command is possible in which state, and where it leads. What is not in the table is refused. */
public final class LinkLife {
    private static final Map<LinkState, Map<LinkCommand, LinkState>> TABLE = Map.of(
            GIVEN, Map.of(LinkCommand.START, STARTED, LinkCommand.WITHDRAW, WITHDRAWN),
            STARTED,
                    Map.of(
                            LinkCommand.START, STARTED,
                            LinkCommand.ANSWER, STARTED,
                            LinkCommand.HAND_IN, HANDED_IN,
                            LinkCommand.WITHDRAW, WITHDRAWN),
            HANDED_IN, Map.of(LinkCommand.RECEIVE, RECEIVED),
            RECEIVED, Map.of(),
            WITHDRAWN, Map.of());

    private LinkLife() {}

    /** Where the command leads from here, or why it may not be given. */
    public static Outcome<LinkState> ask(LinkState state, LinkCommand command) {
        LinkState next = TABLE.getOrDefault(state, Map.of()).get(command);
        return next == null ? Outcome.refused(refusal(state)) : Outcome.done(next);
    }

    /** The commands a link in this state takes. */
    public static Set<LinkCommand> available(LinkState state) {
        return TABLE.getOrDefault(state, Map.of()).keySet();
    }

    private static Reason refusal(LinkState state) {
        return switch (state) {
            case GIVEN -> Reason.of("voice.refused.given", "GRD-4");
            case STARTED -> Reason.of("voice.refused.started", "GRD-4");
            case HANDED_IN -> Reason.of("voice.refused.handed-in", "GRD-4");
            case RECEIVED -> Reason.of("voice.refused.received", "GRD-4");
            case WITHDRAWN -> Reason.of("voice.refused.withdrawn", "GRD-4");
        };
    }
}
