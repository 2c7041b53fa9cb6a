package org.holdfast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.voice.LinkCommand.*;
import static org.holdfast.voice.LinkState.*;

import java.util.Map;
import org.holdfast.law.Outcome;
import org.junit.jupiter.api.Test;

/** The life of a link, pair by pair. */
class LinkLifeTest {

    @Test
    void every_state_takes_the_commands_of_the_table_and_no_other() {
        Map<LinkState, Map<LinkCommand, LinkState>> table = Map.of(
                GIVEN, Map.of(START, STARTED, WITHDRAW, WITHDRAWN),
                STARTED, Map.of(START, STARTED, ANSWER, STARTED, HAND_IN, HANDED_IN, WITHDRAW, WITHDRAWN),
                HANDED_IN, Map.of(RECEIVE, RECEIVED),
                RECEIVED, Map.of(),
                WITHDRAWN, Map.of());
        for (LinkState state : LinkState.values()) {
            assertThat(LinkLife.available(state)).isEqualTo(table.get(state).keySet());
            for (LinkCommand command : LinkCommand.values()) {
                Outcome<LinkState> outcome = LinkLife.ask(state, command);
                if (table.get(state).containsKey(command)) {
                    assertThat(outcome).isEqualTo(Outcome.done(table.get(state).get(command)));
                } else {
                    assertThat(outcome).as(state + " " + command).isInstanceOf(Outcome.Refused.class);
                }
            }
        }
    }
}
