package org.holdfast.records;

import static org.holdfast.records.DisposalState.DECLINED;
import static org.holdfast.records.DisposalState.DONE;
import static org.holdfast.records.DisposalState.PROPOSED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a disposal: what is possible in which state, and where it leads. What is not in the table is refused. */
public final class DisposalLife {

    private static final Map<DisposalState, Map<DisposalCommand, DisposalState>> TABLE = Map.of(
            PROPOSED, Map.of(DisposalCommand.APPROVE, DONE, DisposalCommand.DECLINE, DECLINED),
            DONE, Map.of(),
            DECLINED, Map.of());

    private DisposalLife() {}

    /**
     * Where the command leads, or why it may not be given.
     *
     * @param proposer whether whoever asks is the one who proposed it: that person takes it back, and never approves it
     */
    public static Outcome<DisposalState> ask(DisposalState state, DisposalCommand command, boolean proposer) {
        DisposalState next = TABLE.getOrDefault(state, Map.of()).get(command);
        if (next == null) {
            return Outcome.refused(Reason.of("records.disposal.settled", "SHR-8"));
        }
        if (command == DisposalCommand.APPROVE && proposer) {
            return Outcome.refused(Reason.of("records.disposal.second-person", "SHR-8"));
        }
        return Outcome.done(next);
    }

    /** What this person may do about a disposal in this state. */
    public static Set<DisposalCommand> available(DisposalState state, boolean proposer) {
        Set<DisposalCommand> available = EnumSet.noneOf(DisposalCommand.class);
        for (DisposalCommand command : DisposalCommand.values()) {
            if (ask(state, command, proposer) instanceof Outcome.Done<DisposalState>) {
                available.add(command);
            }
        }
        return available;
    }
}
