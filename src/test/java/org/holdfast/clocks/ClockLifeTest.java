package org.holdfast.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.clocks.ClockCommand.EXTEND;
import static org.holdfast.clocks.ClockCommand.PAUSE;
import static org.holdfast.clocks.ClockCommand.RESTART;
import static org.holdfast.clocks.ClockCommand.RESUME;
import static org.holdfast.clocks.ClockCommand.START;
import static org.holdfast.clocks.ClockCommand.STOP;
import static org.holdfast.clocks.ClockKind.OUTCOME_TO_HOME_OFFICE;
import static org.holdfast.clocks.ClockKind.REASONABLE_GROUNDS;
import static org.holdfast.clocks.ClockKind.TURNS_EIGHTEEN;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClockLifeTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, START,   possible",
        "NOT_STARTED, PAUSE,   clocks.not-started",
        "NOT_STARTED, RESUME,  clocks.not-started",
        "NOT_STARTED, EXTEND,  clocks.not-started",
        "NOT_STARTED, STOP,    clocks.not-started",
        "NOT_STARTED, RESTART, clocks.not-started",
        "RUNNING,     START,   clocks.already-running",
        "RUNNING,     PAUSE,   possible",
        "RUNNING,     RESUME,  clocks.not-paused",
        "RUNNING,     EXTEND,  possible",
        "RUNNING,     STOP,    possible",
        "RUNNING,     RESTART, possible",
        "OVERDUE,     START,   clocks.already-running",
        "OVERDUE,     PAUSE,   possible",
        "OVERDUE,     RESUME,  clocks.not-paused",
        "OVERDUE,     EXTEND,  possible",
        "OVERDUE,     STOP,    possible",
        "OVERDUE,     RESTART, possible",
        "PAUSED,      START,   clocks.already-running",
        "PAUSED,      PAUSE,   clocks.already-paused",
        "PAUSED,      RESUME,  possible",
        "PAUSED,      EXTEND,  possible",
        "PAUSED,      STOP,    possible",
        "PAUSED,      RESTART, possible",
        "MET,         START,   clocks.ended-before",
        "MET,         PAUSE,   clocks.already-ended",
        "MET,         RESUME,  clocks.already-ended",
        "MET,         EXTEND,  clocks.already-ended",
        "MET,         STOP,    clocks.already-ended",
        "MET,         RESTART, possible",
        "MET_LATE,    START,   clocks.ended-before",
        "MET_LATE,    PAUSE,   clocks.already-ended",
        "MET_LATE,    RESUME,  clocks.already-ended",
        "MET_LATE,    EXTEND,  clocks.already-ended",
        "MET_LATE,    STOP,    clocks.already-ended",
        "MET_LATE,    RESTART, possible",
        "STOPPED,     START,   clocks.ended-before",
        "STOPPED,     PAUSE,   clocks.already-ended",
        "STOPPED,     RESUME,  clocks.already-ended",
        "STOPPED,     EXTEND,  clocks.already-ended",
        "STOPPED,     STOP,    clocks.already-ended",
        "STOPPED,     RESTART, possible",
    })
    void everyStateAnswersEveryCommand(ClockState state, ClockCommand command, String answer) {
        assertThat(ClockLife.refusal(REASONABLE_GROUNDS, state, command)
                        .map(Reason::key)
                        .orElse("possible"))
                .isEqualTo(answer);
    }

    @Test
    void everyPairOfEveryKindIsPossibleOrRefusedWithWords() throws IOException {
        Properties words = new Properties();
        words.load(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/messages/clocks.properties")),
                StandardCharsets.UTF_8));
        for (ClockKind kind : ClockKind.values()) {
            for (ClockState state : ClockState.values()) {
                for (ClockCommand command : ClockCommand.values()) {
                    Optional<Reason> refusal = ClockLife.refusal(kind, state, command);
                    assertThat(refusal.isEmpty())
                            .isEqualTo(ClockLife.available(kind, state).contains(command));
                    refusal.ifPresent(reason -> assertThat(words).containsKey(reason.key()));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ClockState.class)
    void nobodyPutsOffABirthday(ClockState state) {
        assertThat(ClockLife.available(TURNS_EIGHTEEN, state)).doesNotContain(PAUSE, RESUME, EXTEND);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, START,   possible",
        "NOT_STARTED, PAUSE,   clocks.follows-the-birthday",
        "NOT_STARTED, STOP,    clocks.not-started",
        "RUNNING,     PAUSE,   clocks.follows-the-birthday",
        "RUNNING,     RESUME,  clocks.follows-the-birthday",
        "RUNNING,     EXTEND,  clocks.follows-the-birthday",
        "RUNNING,     START,   clocks.already-running",
        "RUNNING,     RESTART, possible",
        "STOPPED,     EXTEND,  clocks.follows-the-birthday",
        "STOPPED,     STOP,    clocks.already-ended",
    })
    void theClockOfChildhoodSaysThatItFollowsTheBirthday(ClockState state, ClockCommand command, String answer) {
        assertThat(ClockLife.refusal(TURNS_EIGHTEEN, state, command)
                        .map(Reason::key)
                        .orElse("possible"))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "REASONABLE_GROUNDS, NOT_STARTED, clocks.not-started",
        "REASONABLE_GROUNDS, RUNNING,     possible",
        "REASONABLE_GROUNDS, OVERDUE,     possible",
        "REASONABLE_GROUNDS, PAUSED,      possible",
        "REASONABLE_GROUNDS, MET,         clocks.already-ended",
        "REASONABLE_GROUNDS, MET_LATE,    clocks.already-ended",
        "REASONABLE_GROUNDS, STOPPED,     clocks.already-ended",
        "TURNS_EIGHTEEN,     RUNNING,     clocks.follows-the-birthday",
    })
    void aPersonStartsAnewOnlyWhatRunsAndIsNoBirthday(ClockKind kind, ClockState state, String answer) {
        assertThat(ClockLife.refusesRestartByHand(kind, state).map(Reason::key).orElse("possible"))
                .isEqualTo(answer);
    }

    @Test
    void theHomeOfficeHearsOfEachDecision() {
        assertThat(ClockLife.available(OUTCOME_TO_HOME_OFFICE, ClockState.MET)).contains(START);
        assertThat(ClockLife.available(OUTCOME_TO_HOME_OFFICE, ClockState.RUNNING))
                .containsExactlyInAnyOrder(PAUSE, EXTEND, STOP, RESTART);
    }
}
