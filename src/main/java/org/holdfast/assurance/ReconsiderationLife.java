package org.holdfast.assurance;

import static org.holdfast.assurance.ReconsiderationState.ASKED;
import static org.holdfast.assurance.ReconsiderationState.DECLINED;
import static org.holdfast.assurance.ReconsiderationState.LISTED;
import static org.holdfast.assurance.ReconsiderationState.REPLACED;
import static org.holdfast.assurance.ReconsiderationState.SENT_ON;
import static org.holdfast.assurance.ReconsiderationState.STANDS;
import static org.holdfast.assurance.ReconsiderationState.WITHDRAWN;

import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a request for reconsideration as one table (NRM-14). An answer of the competent authority may lead two ways. */
public final class ReconsiderationLife {
    private static final Map<ReconsiderationState, Map<ReconsiderationCommand, Set<ReconsiderationState>>> TABLE =
            Map.of(
                    ASKED,
                            Map.of(
                                    ReconsiderationCommand.LIST, Set.of(LISTED),
                                    ReconsiderationCommand.READMIT, Set.of(ASKED),
                                    ReconsiderationCommand.SEND_ON, Set.of(SENT_ON),
                                    ReconsiderationCommand.REPLACE, Set.of(REPLACED),
                                    ReconsiderationCommand.DECLINE, Set.of(DECLINED),
                                    ReconsiderationCommand.WITHDRAW, Set.of(WITHDRAWN)),
                    LISTED,
                            Map.of(
                                    ReconsiderationCommand.LIST, Set.of(LISTED),
                                    ReconsiderationCommand.READMIT, Set.of(LISTED),
                                    ReconsiderationCommand.LET_STAND, Set.of(STANDS),
                                    ReconsiderationCommand.REPLACE, Set.of(REPLACED),
                                    ReconsiderationCommand.WITHDRAW, Set.of(WITHDRAWN)),
                    SENT_ON,
                            Map.of(
                                    ReconsiderationCommand.RECORD_ANSWER, Set.of(STANDS, REPLACED),
                                    ReconsiderationCommand.REPLACE, Set.of(REPLACED),
                                    ReconsiderationCommand.WITHDRAW, Set.of(WITHDRAWN)),
                    STANDS, Map.of(),
                    REPLACED, Map.of(),
                    DECLINED, Map.of(),
                    WITHDRAWN, Map.of());

    private ReconsiderationLife() {}

    /** Where the command may lead from here, or why it may not be given. */
    public static Outcome<Set<ReconsiderationState>> after(ReconsiderationState state, ReconsiderationCommand command) {
        Set<ReconsiderationState> next = TABLE.getOrDefault(state, Map.of()).get(command);
        return next == null ? Outcome.refused(refusal(state)) : Outcome.done(next);
    }

    /** The commands it takes in this state. */
    public static Set<ReconsiderationCommand> available(ReconsiderationState state) {
        return TABLE.getOrDefault(state, Map.of()).keySet();
    }

    private static Reason refusal(ReconsiderationState state) {
        return switch (state) {
            case ASKED -> Reason.of("assurance.reconsideration.refused.asked", "NRM-14");
            case LISTED -> Reason.of("assurance.reconsideration.refused.listed", "NRM-14");
            case SENT_ON -> Reason.of("assurance.reconsideration.refused.sent-on", "NRM-14");
            case STANDS -> Reason.of("assurance.reconsideration.refused.stands", "NRM-14");
            case REPLACED -> Reason.of("assurance.reconsideration.refused.replaced", "NRM-14");
            case DECLINED -> Reason.of("assurance.reconsideration.refused.declined", "NRM-14");
            case WITHDRAWN -> Reason.of("assurance.reconsideration.refused.withdrawn", "NRM-14");
        };
    }
}
