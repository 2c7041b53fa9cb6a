package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

class QuestionLifeTest {

    /** Rows are commands, columns are states; a word in capitals is where it leads, another is the refusal's name. */
    private static final String LIFE = """
            .                  ASKED          ANSWERED   NOTHING_KNOWN  WITHDRAWN  UNANSWERED
            HAND_IN            ANSWERED       answered   answered       withdrawn  ANSWERED
            CONFIRM            ANSWERED       answered   answered       withdrawn  ANSWERED
            SAY_NOTHING_KNOWN  NOTHING_KNOWN  answered   answered       withdrawn  NOTHING_KNOWN
            CORRECT            not-answered   ANSWERED   ANSWERED       withdrawn  not-answered
            TAKE_BACK          not-answered   ANSWERED   not-answered   withdrawn  not-answered
            CHASE              ASKED          answered   answered       withdrawn  meeting-over
            WITHDRAW           WITHDRAWN      WITHDRAWN  WITHDRAWN      withdrawn  meeting-over
            ASK_AGAIN          asked          answered   answered       ASKED      meeting-over
            CLOSE              UNANSWERED     ANSWERED   NOTHING_KNOWN  WITHDRAWN  meeting-over
            """;

    @Test
    void everyCommandInEveryStateLeadsOnOrIsRefusedByName() {
        Map<String, String> written = new HashMap<>();
        List<String> lines = LIFE.lines().toList();
        String[] states = lines.getFirst().trim().split("\\s+");
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.trim().split("\\s+");
            for (int column = 1; column < words.length; column++) {
                written.put(words[0] + " " + states[column], words[column]);
            }
        }
        assertThat(written).hasSize(QuestionState.values().length * QuestionCommand.values().length);
        for (QuestionState state : QuestionState.values()) {
            for (QuestionCommand command : QuestionCommand.values()) {
                Outcome<QuestionState> after = QuestionLife.after(state, command);
                assertThat(inWords(after))
                        .as("%s when %s", command, state)
                        .isEqualTo(written.get(command + " " + state));
                assertThat(QuestionLife.available(state).contains(command))
                        .as("what is offered is what is done: %s when %s", command, state)
                        .isEqualTo(after instanceof Outcome.Done<QuestionState>);
            }
        }
    }

    private static String inWords(Outcome<QuestionState> outcome) {
        return switch (outcome) {
            case Outcome.Done<QuestionState>(QuestionState state) -> state.name();
            case Outcome.Refused<QuestionState>(List<Reason> reasons) ->
                reasons.getFirst().key().replace("requests.refused.", "");
        };
    }
}
