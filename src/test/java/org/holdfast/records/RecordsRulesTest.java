package org.holdfast.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.casework.Stage;
import org.holdfast.law.Nation;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Retention;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SHR-8: how long records are kept, what can be done about disposals and requests, and by when requests are to be answered. */
class RecordsRulesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(Nation.ENGLAND);

    @Test
    void whatWasDecidedIsKeptUntilTheTwentyFifthBirthdayOrLonger() {
        LocalDate born = LocalDate.of(2010, 2, 28);
        assertThat(due(Stage.CONCLUDED_POSITIVE, born, LocalDate.of(2026, 5, 1)))
                .isEqualTo(LocalDate.of(2036, 5, 1));
        assertThat(due(Stage.CONCLUDED_POSITIVE, born, LocalDate.of(2020, 5, 1)))
                .isEqualTo(LocalDate.of(2035, 2, 28));
        assertThat(due(Stage.WITHDRAWN, born, LocalDate.of(2026, 5, 1))).isEqualTo(LocalDate.of(2035, 2, 28));
    }

    @Test
    void whereTheBirthIsNotKnownTheDayOfOpeningIsReckonedWith() {
        assertThat(due(Stage.WITHDRAWN, null, LocalDate.of(2026, 5, 1))).isEqualTo(LocalDate.of(2051, 4, 1));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatIsNotDecidedOrStillToBeReportedIsNeverDue(Stage stage) {
        boolean ended = Set.of(
                        Stage.CONCLUDED_POSITIVE,
                        Stage.CONCLUDED_NEGATIVE,
                        Stage.CENTRAL_POSITIVE,
                        Stage.CENTRAL_NEGATIVE,
                        Stage.NOT_SUBMITTED,
                        Stage.WITHDRAWN,
                        Stage.TRANSFERRED)
                .contains(stage);
        assertThat(RetentionClass.of(stage).isPresent()).isEqualTo(ended);
        if (stage.undecided()) {
            assertThat(RetentionClass.of(stage)).isEmpty();
        }
    }

    private static LocalDate due(Stage stage, @Nullable LocalDate born, LocalDate ended) {
        return Due.of(stage, born, LocalDate.of(2026, 4, 1), ended, Retention.USUAL)
                .orElseThrow()
                .on();
    }

    @ParameterizedTest
    @EnumSource(DisposalState.class)
    void onlyASecondPersonApprovesAndWhatIsSettledStays(DisposalState state) {
        boolean proposed = state == DisposalState.PROPOSED;
        assertThat(DisposalLife.available(state, false))
                .isEqualTo(proposed ? EnumSet.allOf(DisposalCommand.class) : EnumSet.noneOf(DisposalCommand.class));
        assertThat(DisposalLife.available(state, true))
                .isEqualTo(proposed ? EnumSet.of(DisposalCommand.DECLINE) : EnumSet.noneOf(DisposalCommand.class));
    }

    @Test
    void everyCommandOnARequestInEveryState() {
        Map<RequestState, String> access = Map.of(
                RequestState.RECEIVED, "PROVE EXTEND REFUSE WITHDRAW",
                RequestState.PROVED, "EXTEND GATHER REFUSE WITHDRAW",
                RequestState.GATHERED, "EXTEND GATHER CHECK RELEASE REFUSE WITHDRAW");
        Map<RequestState, String> correction = Map.of(
                RequestState.RECEIVED, "PROVE EXTEND REFUSE WITHDRAW",
                RequestState.PROVED, "EXTEND ANSWER REFUSE WITHDRAW",
                RequestState.GATHERED, "EXTEND REFUSE WITHDRAW");
        for (RequestState state : RequestState.values()) {
            for (RequestCommand command : RequestCommand.values()) {
                for (RequestKind kind : RequestKind.values()) {
                    boolean allowed = List.of((kind == RequestKind.ACCESS ? access : correction)
                                    .getOrDefault(state, "")
                                    .split(" "))
                            .contains(command.name());
                    assertThat(RequestLife.ask(kind, state, command) instanceof Outcome.Done<RequestState>)
                            .as(kind + " " + state + " " + command)
                            .isEqualTo(allowed);
                }
            }
            assertThat(state.open())
                    .isEqualTo(!RequestLife.available(RequestKind.ACCESS, state).isEmpty());
        }
    }

    /** UK GDPR articles 12(3) and 12A. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02,,,2026-04-02",
        "2026-01-31,,,2026-02-28",
        "2026-03-02,2026-03-10,,2026-04-10",
        "2026-03-10,2026-03-02,,2026-04-10",
        "2026-03-02,,2026-03-20,2026-06-02",
        "2026-01-31,,2026-02-10,2026-04-30"
    })
    void aRequestIsAnsweredWithinAMonthOrThree(
            LocalDate received, @Nullable LocalDate proved, @Nullable LocalDate extended, LocalDate due) {
        SubjectRequest request = new SubjectRequest(
                new UUID(0, 1),
                new CaseId(new UUID(0, 2)),
                RequestKind.ACCESS,
                RequestState.RECEIVED,
                received,
                "Alba Testchild",
                AskerCapacity.CHILD,
                "Everything",
                "",
                proved,
                extended,
                "",
                null,
                0,
                null,
                null,
                null,
                "",
                null,
                1);
        assertThat(UnitedKingdom.day(request.due(CALENDAR))).isEqualTo(due);
    }

    @Test
    void whatIsCutIsGoneInEveryFieldAndWhatIsWithheldAltogether() {
        Map<String, String> facts = Map.of("what", "Bo said that BO's car waited. Bob did not.");
        Part cut = new Part(
                0,
                "casework.case_update",
                facts,
                null,
                Verdict.CUT,
                WithheldBecause.SOMEBODY_ELSE,
                List.of("Bo"),
                null,
                null);
        assertThat(cut.given()).containsEntry("what", "█████ said that █████'s car waited. Bob did not.");
        Part withheld = new Part(
                0, "casework.case_update", facts, null, Verdict.WITHHELD, WithheldBecause.CRIME, List.of(), null, null);
        assertThat(withheld.given()).isEmpty();
        Part unseen = new Part(0, "casework.case_update", facts, null, null, null, List.of(), null, null);
        assertThat(unseen.given()).as("what nobody has looked at is not given").isEmpty();
    }
}
