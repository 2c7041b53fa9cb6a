package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.MeetingCommand.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingLifeTest {

    /** Rows are commands, columns are states; a word in capitals is where it leads, another is the refusal's name. */
    private static final String LIFE = """
            .                 PLANNED       OPEN          FINISHED              APPROVED          CANCELLED
            CHANGE_PLAN       PLANNED       already-open  finished              finished          cancelled
            INVITE            PLANNED       OPEN          finished              finished          cancelled
            UNINVITE          PLANNED       already-open  finished              finished          cancelled
            LIST_ITEM         PLANNED       OPEN          finished              finished          cancelled
            MOVE_ITEM         PLANNED       OPEN          finished              finished          cancelled
            WITHDRAW_ITEM     PLANNED       OPEN          finished              finished          cancelled
            OPEN              OPEN          already-open  finished              finished          cancelled
            RECORD_APOLOGIES  PLANNED       OPEN          finished              finished          cancelled
            RECORD_PRESENCE   not-open-yet  OPEN          finished              finished          cancelled
            CONFIRM_STATEMENT PLANNED       OPEN          finished              finished          cancelled
            DECLARE_CONFLICT  PLANNED       OPEN          finished              finished          cancelled
            RUN_ITEM          not-open-yet  OPEN          finished              finished          cancelled
            WRITE_NOTES       not-open-yet  OPEN          FINISHED              minutes-approved  cancelled
            FINISH            not-open-yet  FINISHED      finished              finished          cancelled
            APPROVE_MINUTES   no-minutes-yet no-minutes-yet APPROVED            minutes-approved  cancelled
            ADD_ADDENDUM      no-minutes-yet no-minutes-yet minutes-not-approved APPROVED         cancelled
            SEND_MINUTES      no-minutes-yet no-minutes-yet minutes-not-approved APPROVED         cancelled
            CANCEL            CANCELLED     already-open  finished              finished          cancelled
            """;

    @Test
    void everyCommandInEveryStateLeadsOnOrIsRefusedByName() {
        Map<String, String> written = read(LIFE);
        assertThat(written).hasSize(MeetingState.values().length * MeetingCommand.values().length);
        for (MeetingState state : MeetingState.values()) {
            for (MeetingCommand command : MeetingCommand.values()) {
                assertThat(inWords(MeetingLife.after(state, command)))
                        .as("%s when %s", command, state)
                        .isEqualTo(written.get(command + " " + state));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MeetingState.class)
    void whoHasNoPartInAMeetingIsOfferedNothing(MeetingState state) {
        assertThat(MeetingLife.available(state, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MeetingState.class)
    void whatIsOfferedIsWhatIsDone(MeetingState state) {
        for (Part part : Part.values()) {
            Set<MeetingCommand> available = MeetingLife.available(state, Set.of(part));
            for (MeetingCommand command : MeetingCommand.values()) {
                assertThat(MeetingLife.after(state, command, Set.of(part)) instanceof Outcome.Done<MeetingState>)
                        .as("%s by %s when %s", command, part, state)
                        .isEqualTo(available.contains(command));
            }
        }
    }

    @Test
    void onlyTheChairApprovesTheMinutes() {
        assertThat(inWords(MeetingLife.after(
                        MeetingState.FINISHED,
                        MeetingCommand.APPROVE_MINUTES,
                        EnumSet.of(Part.COORDINATOR, Part.ATTENDEE))))
                .isEqualTo("chair-only");
        assertThat(MeetingLife.available(MeetingState.FINISHED, Set.of(Part.CHAIR)))
                .contains(MeetingCommand.APPROVE_MINUTES);
    }

    @Test
    void anAttendeeMaySendApologiesConfirmTheStatementAndDeclareAConflictAndNothingElse() {
        assertThat(MeetingLife.available(MeetingState.OPEN, Set.of(Part.ATTENDEE)))
                .containsExactlyInAnyOrder(
                        MeetingCommand.RECORD_APOLOGIES,
                        MeetingCommand.CONFIRM_STATEMENT,
                        MeetingCommand.DECLARE_CONFLICT);
    }

    @Test
    void whoWritesNotesRunsNothing() {
        assertThat(MeetingLife.available(MeetingState.OPEN, Set.of(Part.WRITER)))
                .containsExactly(MeetingCommand.WRITE_NOTES);
    }

    static <T> String inWords(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T state) -> state.toString();
            case Outcome.Refused<T>(var reasons) -> reasons.getFirst().key().replace("meetings.refused.", "");
        };
    }

    /** The table as a map from "row column" to cell. */
    static Map<String, String> read(String table) {
        List<String[]> rows = table.lines().map(it -> it.trim().split("\\s+")).toList();
        String[] columns = rows.getFirst();
        Map<String, String> cells = new HashMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            assertThat(row).as(Arrays.toString(row)).hasSameSizeAs(columns);
            for (int column = 1; column < columns.length; column++) {
                cells.put(row[0] + " " + columns[column], row[column]);
            }
        }
        return cells;
    }
}
