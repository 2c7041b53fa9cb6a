package org.holdfast.transfers;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a transfer: what is possible in which state, for whom, and where it leads. What is not in the table is refused. */
public final class TransferLife {

    private static final Map<TransferState, Map<TransferCommand, TransferState>> TABLE = Map.of(
            TransferState.OFFERED,
            Map.of(
                    TransferCommand.ACCEPT, TransferState.ACCEPTED,
                    TransferCommand.DECLINE, TransferState.DECLINED,
                    TransferCommand.WITHDRAW, TransferState.WITHDRAWN),
            TransferState.ACCEPTED,
            Map.of(),
            TransferState.DECLINED,
            Map.of(),
            TransferState.WITHDRAWN,
            Map.of());

    private TransferLife() {}

    /**
     * Where the command leads, or why it may not be given.
     *
     * @param sender whether whoever asks belongs to the partnership that offers: it takes back, the other answers
     */
    public static Outcome<TransferState> ask(TransferState state, TransferCommand command, boolean sender) {
        TransferState next = TABLE.getOrDefault(state, Map.of()).get(command);
        return next == null || sender != (command == TransferCommand.WITHDRAW)
                ? Outcome.refused(Reason.of("transfers.settled", "SHR-6"))
                : Outcome.done(next);
    }

    /** What this side may do about a transfer in this state. */
    public static Set<TransferCommand> available(TransferState state, boolean sender) {
        Set<TransferCommand> available = EnumSet.noneOf(TransferCommand.class);
        for (TransferCommand command : TransferCommand.values()) {
            if (ask(state, command, sender) instanceof Outcome.Done<TransferState>) {
                available.add(command);
            }
        }
        return available;
    }
}
