package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.meetings.MeetingLifeTest.inWords;

import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.MeetingCommand.Part;
import org.junit.jupiter.api.Test;

class AgendaItemLifeTest {

    /** Rows are commands, columns are states; a word in capitals is where it leads, another is the refusal's name. */
    private static final String LIFE = """
            .                 LISTED           DISCUSSING          DECIDED       CONCLUDED       ADJOURNED       WITHDRAWN
            MOVE              LISTED           item-in-discussion  item-decided  item-concluded  item-adjourned  item-withdrawn
            WITHDRAW          WITHDRAWN        item-in-discussion  item-decided  item-concluded  item-adjourned  item-withdrawn
            CALL              DISCUSSING       item-in-discussion  item-decided  item-concluded  item-adjourned  item-withdrawn
            PUT_BACK          item-not-called  LISTED              item-decided  item-concluded  item-adjourned  item-withdrawn
            DECLARE_CONFLICT  LISTED           DISCUSSING          item-decided  item-concluded  item-adjourned  item-withdrawn
            WRITE_NOTES       item-not-called  DISCUSSING          DECIDED       CONCLUDED       ADJOURNED       item-withdrawn
            PROPOSE_ACTION    item-not-called  DISCUSSING          DECIDED       CONCLUDED       ADJOURNED       item-withdrawn
            DECIDE            item-not-called  DECIDED             DECIDED       item-concluded  item-adjourned  item-withdrawn
            CONCLUDE          item-not-called  CONCLUDED           item-decided  item-concluded  item-adjourned  item-withdrawn
            ADJOURN           ADJOURNED        ADJOURNED           item-decided  item-concluded  item-adjourned  item-withdrawn
            """;

    @Test
    void everyCommandInEveryStateLeadsOnOrIsRefusedByName() {
        Map<String, String> written = MeetingLifeTest.read(LIFE);
        assertThat(written).hasSize(AgendaItemState.values().length * AgendaItemCommand.values().length);
        for (AgendaItemState state : AgendaItemState.values()) {
            for (AgendaItemCommand command : AgendaItemCommand.values()) {
                assertThat(inWords(AgendaItemLife.after(state, command)))
                        .as("%s when %s", command, state)
                        .isEqualTo(written.get(command + " " + state));
            }
        }
    }

    @Test
    void whatIsOfferedIsWhatIsDoneInEveryStateOfMeetingAndItem() {
        for (MeetingState meeting : MeetingState.values()) {
            for (AgendaItemState state : AgendaItemState.values()) {
                for (Part part : Part.values()) {
                    Set<AgendaItemCommand> available = AgendaItemLife.available(state, meeting, Set.of(part));
                    for (AgendaItemCommand command : AgendaItemCommand.values()) {
                        assertThat(
                                        AgendaItemLife.after(state, command, meeting, Set.of(part))
                                                instanceof Outcome.Done<AgendaItemState>)
                                .as("%s by %s when %s in a meeting that is %s", command, part, state, meeting)
                                .isEqualTo(available.contains(command));
                    }
                }
            }
        }
    }

    @Test
    void nothingIsDecidedOutsideTheSession() {
        for (MeetingState meeting : MeetingState.values()) {
            assertThat(AgendaItemLife.available(
                                    AgendaItemState.DISCUSSING, meeting, Set.of(Part.CHAIR, Part.COORDINATOR))
                            .contains(AgendaItemCommand.DECIDE))
                    .isEqualTo(meeting == MeetingState.OPEN);
        }
    }

    @Test
    void afterTheSessionOnlyTheNotesMayStillBeMended() {
        assertThat(AgendaItemLife.available(AgendaItemState.DECIDED, MeetingState.FINISHED, Set.of(Part.COORDINATOR)))
                .containsExactly(AgendaItemCommand.WRITE_NOTES);
    }
}
