package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.MeetingCommand.Part;
import org.junit.jupiter.api.Test;

class MinutesItemLifeTest {

    /** Rows are commands, columns are states; a word in capitals is where it leads, another is the refusal's name. */
    private static final String LIFE = """
            .          WAITING             SENT_BACK       APPROVED
            APPROVE    APPROVED            APPROVED        item-approved
            SEND_BACK  SENT_BACK           item-sent-back  SENT_BACK
            HAND_BACK  item-not-sent-back  WAITING         item-not-sent-back
            """;

    @Test
    void everyCommandInEveryStateLeadsOnOrIsRefusedByName() {
        Map<String, String> written = MeetingLifeTest.read(LIFE);
        assertThat(written).hasSize(MinutesItemState.values().length * MinutesItemCommand.values().length);
        for (MinutesItemState state : MinutesItemState.values()) {
            for (MinutesItemCommand command : MinutesItemCommand.values()) {
                assertThat(MeetingLifeTest.inWords(MinutesItemLife.after(state, command)))
                        .as("%s when %s", command, state)
                        .isEqualTo(written.get(command + " " + state));
            }
        }
    }

    @Test
    void theChairApprovesAndSendsBackTheCoordinatorHandsBackAndOnlyWhileTheMeetingIsFinished() {
        for (MeetingState meeting : MeetingState.values()) {
            for (MinutesItemState state : MinutesItemState.values()) {
                for (Part part : Part.values()) {
                    Set<MinutesItemCommand> available = MinutesItemLife.available(state, meeting, Set.of(part));
                    for (MinutesItemCommand command : MinutesItemCommand.values()) {
                        boolean theirs =
                                command == MinutesItemCommand.HAND_BACK ? part == Part.COORDINATOR : part == Part.CHAIR;
                        boolean expected = theirs
                                && meeting == MeetingState.FINISHED
                                && MinutesItemLife.after(state, command) instanceof Outcome.Done<MinutesItemState>;
                        assertThat(available.contains(command))
                                .as("%s by %s of %s in %s", command, part, state, meeting)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void anApprovalHoldsForTheWordsThatWereApprovedAndForNoOthers() {
        MinutesReview approved = step(MinutesItemCommand.APPROVE);
        assertThat(MinutesItemLife.of(null, "abc")).isEqualTo(MinutesItemState.WAITING);
        assertThat(MinutesItemLife.of(approved, "abc")).isEqualTo(MinutesItemState.APPROVED);
        assertThat(MinutesItemLife.of(approved, "changed since")).isEqualTo(MinutesItemState.WAITING);
        assertThat(MinutesItemLife.of(step(MinutesItemCommand.SEND_BACK), "abc"))
                .isEqualTo(MinutesItemState.SENT_BACK);
        assertThat(MinutesItemLife.of(step(MinutesItemCommand.HAND_BACK), "abc"))
                .isEqualTo(MinutesItemState.WAITING);
    }

    private static MinutesReview step(MinutesItemCommand command) {
        return new MinutesReview(new AgendaItemId(new UUID(1, 1)), command, "", "abc", "Chara Chair", Instant.EPOCH);
    }
}
