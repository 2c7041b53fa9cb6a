package org.holdfast.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.casework.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SHR-6: who may do what about a transfer, and from where a case can go. */
class TransferLifeTest {

    @ParameterizedTest
    @EnumSource(TransferState.class)
    void theReceiverAnswersTheSenderTakesBackAndBothOnlyOnce(TransferState state) {
        boolean open = state == TransferState.OFFERED;
        assertThat(TransferLife.available(state, false))
                .isEqualTo(
                        open
                                ? EnumSet.of(TransferCommand.ACCEPT, TransferCommand.DECLINE)
                                : EnumSet.noneOf(TransferCommand.class));
        assertThat(TransferLife.available(state, true))
                .isEqualTo(open ? EnumSet.of(TransferCommand.WITHDRAW) : EnumSet.noneOf(TransferCommand.class));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void noCaseGoesFromAnAgendaOrWithAnOutcomeThatWasNotSent(Stage stage) {
        boolean stays = Set.of(
                        Stage.OPENED,
                        Stage.REASONABLE_GROUNDS_PANEL,
                        Stage.CONCLUSIVE_GROUNDS_PANEL,
                        Stage.POSITIVE_TO_REPORT,
                        Stage.NEGATIVE_TO_REPORT,
                        Stage.WITHDRAWN,
                        Stage.TRANSFERRED)
                .contains(stage);
        assertThat(Transfers.refusal(stage).isPresent()).isEqualTo(stays);
    }
}
