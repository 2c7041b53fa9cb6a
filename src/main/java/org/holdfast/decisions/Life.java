package org.holdfast.decisions;

import static org.holdfast.decisions.State.ADJOURNED;
import static org.holdfast.decisions.State.DETERMINED;
import static org.holdfast.decisions.State.DRAFT;
import static org.holdfast.decisions.State.ISSUED;
import static org.holdfast.decisions.State.SUPERSEDED;
import static org.holdfast.decisions.State.TIED;
import static org.holdfast.decisions.State.VOTING;

import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/**
 * The life of a decision: which command is possible in which state, and where it may lead. What is not in the table is refused, with a
 * reason named after the state.
 */
public final class Life {
    private static final Map<State, Map<Command, Set<State>>> TABLE = Map.of(
            DRAFT,
                    Map.of(
                            Command.ASSESS, Set.of(DRAFT),
                            Command.WRITE, Set.of(DRAFT),
                            Command.OPEN_VOTE, Set.of(VOTING),
                            Command.ADJOURN, Set.of(ADJOURNED)),
            VOTING,
                    Map.of(
                            Command.WRITE, Set.of(VOTING),
                            Command.ASSESS, Set.of(VOTING),
                            Command.VOTE, Set.of(VOTING),
                            Command.RECORD_VOTE, Set.of(VOTING),
                            Command.ANSWER_RECORDED, Set.of(VOTING),
                            Command.COUNT, Set.of(DETERMINED, TIED, ADJOURNED),
                            Command.ADJOURN, Set.of(ADJOURNED, DETERMINED)),
            DETERMINED,
                    Map.of(
                            Command.WRITE, Set.of(DETERMINED),
                            Command.OPEN_VOTE, Set.of(VOTING),
                            Command.ISSUE, Set.of(ISSUED),
                            Command.ADJOURN, Set.of(ADJOURNED)),
            TIED, Map.of(),
            ADJOURNED, Map.of(),
            ISSUED,
                    Map.of(
                            Command.SEND_OUTCOME, Set.of(ISSUED),
                            Command.SUPERSEDE, Set.of(SUPERSEDED)),
            SUPERSEDED, Map.of());

    private Life() {}

    /** Where the command may lead from here, or why it may not be given. */
    public static Outcome<Set<State>> ask(State state, Command command) {
        Set<State> next = TABLE.getOrDefault(state, Map.of()).get(command);
        return next == null ? Outcome.refused(refusal(state)) : Outcome.done(next);
    }

    /** The commands a decision in this state takes. */
    public static Set<Command> available(State state) {
        return TABLE.getOrDefault(state, Map.of()).keySet();
    }

    /**
     * Where a count leads. A tie and a missing quorum put the decision off; but conclusive grounds left open at the meeting that found
     * reasonable grounds leave that finding as it is (NRM-2, NRM-4, NRM-6).
     */
    public static State after(Decision decision, Ground ground, Ballot.Result result) {
        boolean reasonableStands =
                ground == Ground.CG && decision.ballot(Ground.RG).isPresent();
        return switch (result) {
            case FOR, AGAINST -> DETERMINED;
            case TIED -> reasonableStands ? DETERMINED : TIED;
            case NO_QUORUM, PUT_OFF -> reasonableStands ? DETERMINED : ADJOURNED;
        };
    }

    /** Where putting the decision off leads: as a count without a majority does, where a question is before the panel (NRM-2). */
    public static State afterPuttingOff(Decision decision) {
        return decision.openBallot()
                .map(ballot -> after(decision, ballot.ground(), Ballot.Result.PUT_OFF))
                .orElse(ADJOURNED);
    }

    private static Reason refusal(State state) {
        return switch (state) {
            case DRAFT -> Reason.of("decisions.refused.draft", "NRM-9");
            case VOTING -> Reason.of("decisions.refused.voting", "NRM-9");
            case DETERMINED -> Reason.of("decisions.refused.determined", "NRM-9");
            case TIED -> Reason.of("decisions.refused.tied", "NRM-4");
            case ADJOURNED -> Reason.of("decisions.refused.adjourned", "NRM-6");
            case ISSUED -> Reason.of("decisions.refused.issued", "NRM-9");
            case SUPERSEDED -> Reason.of("decisions.refused.superseded", "NRM-9");
        };
    }
}
