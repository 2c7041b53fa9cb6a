package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.law.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SHR-3: a request is allowed or declined, emergency access is reviewed, each once. */
class AccessLifeTest {

    @ParameterizedTest
    @EnumSource(AccessState.class)
    void everyCommandLeadsOnOrIsRefused(AccessState state) {
        for (AccessCommand command : AccessCommand.values()) {
            Outcome<AccessState> after = AccessLife.after(state, command);
            boolean leads = state == AccessState.ASKED
                            && (command == AccessCommand.ALLOW || command == AccessCommand.DECLINE)
                    || state == AccessState.TAKEN
                            && (command == AccessCommand.FIND_JUSTIFIED || command == AccessCommand.FIND_NOT_JUSTIFIED);
            assertThat(after instanceof Outcome.Done<AccessState>)
                    .as(state + " " + command)
                    .isEqualTo(leads);
            assertThat(AccessLife.available(state).contains(command)).isEqualTo(leads);
            if (after instanceof Outcome.Done<AccessState>(AccessState to)) {
                assertThat(to.waits()).isFalse();
            }
        }
    }
}
