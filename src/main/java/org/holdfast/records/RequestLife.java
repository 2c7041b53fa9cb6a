package org.holdfast.records;

import static org.holdfast.records.RequestState.ANSWERED;
import static org.holdfast.records.RequestState.GATHERED;
import static org.holdfast.records.RequestState.PROVED;
import static org.holdfast.records.RequestState.RECEIVED;
import static org.holdfast.records.RequestState.REFUSED;
import static org.holdfast.records.RequestState.RELEASED;
import static org.holdfast.records.RequestState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a request: what is possible in which state, and where it leads. What is not in the table is refused. */
public final class RequestLife {

    private static final Map<RequestState, Map<RequestCommand, RequestState>> TABLE = Map.of(
            RECEIVED,
            Map.of(
                    RequestCommand.PROVE, PROVED,
                    RequestCommand.EXTEND, RECEIVED,
                    RequestCommand.REFUSE, REFUSED,
                    RequestCommand.WITHDRAW, WITHDRAWN),
            PROVED,
            Map.of(
                    RequestCommand.EXTEND, PROVED,
                    RequestCommand.GATHER, GATHERED,
                    RequestCommand.ANSWER, ANSWERED,
                    RequestCommand.REFUSE, REFUSED,
                    RequestCommand.WITHDRAW, WITHDRAWN),
            GATHERED,
            Map.of(
                    RequestCommand.EXTEND, GATHERED,
                    RequestCommand.GATHER, GATHERED,
                    RequestCommand.CHECK, GATHERED,
                    RequestCommand.RELEASE, RELEASED,
                    RequestCommand.REFUSE, REFUSED,
                    RequestCommand.WITHDRAW, WITHDRAWN),
            RELEASED,
            Map.of(),
            ANSWERED,
            Map.of(),
            REFUSED,
            Map.of(),
            WITHDRAWN,
            Map.of());

    private RequestLife() {}

    /** Where the command leads, or why it may not be given. */
    public static Outcome<RequestState> ask(RequestKind kind, RequestState state, RequestCommand command) {
        RequestState next = TABLE.getOrDefault(state, Map.of()).get(command);
        boolean ofThisKind = switch (command) {
            case GATHER, CHECK, RELEASE -> kind == RequestKind.ACCESS;
            case ANSWER -> kind == RequestKind.CORRECTION;
            case PROVE, EXTEND, REFUSE, WITHDRAW -> true;
        };
        return next == null || !ofThisKind
                ? Outcome.refused(Reason.of("records.request.not-now", "SHR-8"))
                : Outcome.done(next);
    }

    /** What can be done about a request of this kind in this state. */
    public static Set<RequestCommand> available(RequestKind kind, RequestState state) {
        Set<RequestCommand> available = EnumSet.noneOf(RequestCommand.class);
        for (RequestCommand command : RequestCommand.values()) {
            if (ask(kind, state, command) instanceof Outcome.Done<RequestState>) {
                available.add(command);
            }
        }
        return available;
    }
}
