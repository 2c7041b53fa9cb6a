package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.TestDecision.counted;
import static org.holdfast.decisions.TestDecision.decision;
import static org.holdfast.decisions.TestDecision.open;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

/** Every command in every state leads on or is refused by name. */
class LifeTest {
    /** Written down a second time on purpose: the table must not drift. */
    private static final Map<State, Set<Command>> POSSIBLE = new EnumMap<>(Map.of(
            State.DRAFT, Set.of(Command.ASSESS, Command.WRITE, Command.OPEN_VOTE, Command.ADJOURN),
            State.VOTING,
                    Set.of(
                            Command.ASSESS,
                            Command.WRITE,
                            Command.VOTE,
                            Command.RECORD_VOTE,
                            Command.ANSWER_RECORDED,
                            Command.COUNT,
                            Command.ADJOURN),
            State.DETERMINED, Set.of(Command.WRITE, Command.OPEN_VOTE, Command.ISSUE, Command.ADJOURN),
            State.TIED, Set.of(),
            State.ADJOURNED, Set.of(),
            State.ISSUED, Set.of(Command.SEND_OUTCOME, Command.SUPERSEDE),
            State.SUPERSEDED, Set.of()));

    @Test
    void everyStateAndCommand() {
        for (State state : State.values()) {
            for (Command command : Command.values()) {
                switch (Life.ask(state, command)) {
                    case Outcome.Done<Set<State>>(Set<State> next) -> {
                        assertThat(POSSIBLE.get(state)).contains(command);
                        assertThat(next).isNotEmpty();
                    }
                    case Outcome.Refused<Set<State>>(List<Reason> reasons) -> {
                        assertThat(POSSIBLE.get(state)).doesNotContain(command);
                        assertThat(reasons)
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.key())
                                        .isEqualTo("decisions.refused."
                                                + state.name().toLowerCase(java.util.Locale.ROOT)));
                    }
                }
            }
            assertThat(Life.available(state)).isEqualTo(POSSIBLE.get(state));
        }
    }

    @Test
    void onlyIssuingSealsAndNothingLeadsOutOfTheSealButSuperseding() {
        for (State state : State.values()) {
            for (Command command : Life.available(state)) {
                Set<State> next = Life.ask(state, command).orThrow();
                assertThat(next.contains(State.ISSUED) && state != State.ISSUED).isEqualTo(command == Command.ISSUE);
                assertThat(next.contains(State.SUPERSEDED)).isEqualTo(command == Command.SUPERSEDE);
            }
        }
    }

    @Test
    void aTieAndAMissingQuorumPutTheDecisionOff() {
        for (Ground ground : Ground.values()) {
            Decision voting = decision(State.VOTING, List.of(open(ground)), List.of());
            assertThat(Life.after(voting, ground, Ballot.Result.FOR)).isEqualTo(State.DETERMINED);
            assertThat(Life.after(voting, ground, Ballot.Result.AGAINST)).isEqualTo(State.DETERMINED);
            assertThat(Life.after(voting, ground, Ballot.Result.TIED)).isEqualTo(State.TIED);
            assertThat(Life.after(voting, ground, Ballot.Result.NO_QUORUM)).isEqualTo(State.ADJOURNED);
        }
    }

    @Test
    void conclusiveGroundsLeftOpenAtTheFirstMeetingLeaveReasonableGroundsAsTheyAre() {
        Decision voting =
                decision(State.VOTING, List.of(counted(Ground.RG, Ballot.Result.FOR), open(Ground.CG)), List.of());
        for (Ballot.Result result : Ballot.Result.values()) {
            assertThat(Life.after(voting, Ground.CG, result)).isEqualTo(State.DETERMINED);
        }
    }

    @Test
    void puttingConclusiveGroundsOffKeepsTheReasonableGroundsFound() {
        Ballot found = counted(Ground.RG, Ballot.Result.FOR);
        assertThat(Life.afterPuttingOff(decision(State.DRAFT, List.of(), List.of())))
                .isEqualTo(State.ADJOURNED);
        assertThat(Life.afterPuttingOff(decision(State.VOTING, List.of(open(Ground.RG)), List.of())))
                .isEqualTo(State.ADJOURNED);
        assertThat(Life.afterPuttingOff(decision(State.VOTING, List.of(open(Ground.CG)), List.of())))
                .isEqualTo(State.ADJOURNED);
        assertThat(Life.afterPuttingOff(decision(State.VOTING, List.of(found, open(Ground.CG)), List.of())))
                .isEqualTo(State.DETERMINED);
        assertThat(Life.afterPuttingOff(decision(State.DETERMINED, List.of(found), List.of())))
                .isEqualTo(State.ADJOURNED);
    }

    @Test
    void whatACountLeadsToIsInTheTable() {
        for (Ballot.Result result : Ballot.Result.values()) {
            Decision voting = decision(State.VOTING, List.of(open(Ground.RG)), List.of());
            assertThat(Life.ask(State.VOTING, Command.COUNT).orThrow()).contains(Life.after(voting, Ground.RG, result));
        }
    }
}
