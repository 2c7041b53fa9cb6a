package org.holdfast.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;

/** GOV-3, STA: what returns teach, and that nobody can work out a small number from it. */
class LearningTest {

    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    /** What became of a form. */
    private enum Fate {
        WAITING,
        AGREED,
        NOT_CHOSEN,
        RETURNED,
        AGAIN
    }

    @Test
    void whoHandlesAssuranceSeesEveryMonthAsItIs() {
        Learning learning = Learning.of(forms(new int[][] {{1, 2, 0, 1, 0}, {0, 0, 0, 0, 1}}), false);
        assertThat(learning.periods()).extracting(Learning.Period::from).containsExactly(FIRST.plusMonths(1), FIRST);
        assertThat(numbers(learning.totals())).containsExactly(5, 4, 2, 2, 1);
        assertThat(numbers(learning.periods().getLast().row())).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void monthsWithFewAreToldTogether() {
        Learning learning = Learning.of(
                forms(new int[][] {{5, 6, 0, 0, 0}, {1, 2, 0, 0, 0}, {5, 5, 0, 0, 0}, {0, 1, 0, 0, 0}}), true);
        assertThat(learning.periods())
                .extracting(period -> period.from() + " to " + period.until())
                .containsExactly("2026-02 to 2026-04", "2026-01 to 2026-01");
        assertThat(numbers(learning.totals())).containsExactly(25, 14, 14, 0, 0);
    }

    @Test
    void aColumnThatStaysTooSmallIsLeftOut() {
        assertThat(numbers(Learning.of(forms(new int[][] {{0, 9, 0, 9, 1}}), true)
                        .totals()))
                .containsExactly(19, 19, 9, 10, null);
        assertThat(numbers(Learning.of(forms(new int[][] {{2, 9, 0, 9, 0}}), true)
                        .totals()))
                .as("how many wait could be worked out from how many were sent")
                .containsExactly(null, 18, 9, 9, 0);
        assertThat(numbers(Learning.of(forms(new int[][] {{1, 1, 1, 1, 0}}), true)
                        .totals()))
                .containsOnlyNulls();
    }

    @Test
    void manyPointsOfOneChildAreStillOneChild() {
        List<Assurance> forms = new ArrayList<>(forms(new int[][] {{0, 0, 0, 5, 0}}));
        forms.add(form(
                FIRST,
                Fate.RETURNED,
                Stream.generate(() -> PointKind.EVIDENCE).limit(9).toList()));
        assertThat(Learning.of(forms, true).kinds())
                .extracting(kind -> Map.entry(kind.kind(), kind.number().hidden()))
                .containsExactly(Map.entry(PointKind.REASONS, false), Map.entry(PointKind.EVIDENCE, true));
    }

    /** Whatever is subtracted from whatever over any of the periods: nothing from 1 to 4 comes out, in no column and between no two. */
    @Property(tries = 300)
    void noDifferenceTellsOfOneChild(
            @ForAll @Size(min = 1, max = 7) List<@Size(5) List<@IntRange(max = 9) Integer>> months) {
        Learning learning = Learning.of(
                forms(months.stream()
                        .map(month -> month.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new)),
                true);
        List<List<Integer>> rows =
                learning.periods().stream().map(period -> numbers(period.row())).toList();
        List<Integer> all = numbers(learning.totals());
        for (int some = 0; some < 1 << rows.size(); some++) {
            Integer[] sums = new Integer[all.size()];
            for (int column = 0; column < all.size(); column++) {
                Integer total = all.get(column);
                if (total == null) {
                    continue;
                }
                int sum = 0;
                for (int row = 0; row < rows.size(); row++) {
                    Integer number = rows.get(row).get(column);
                    assertThat(number).as("shown in all periods or in none").isNotNull();
                    sum += (some & 1 << row) == 0 ? 0 : number;
                }
                sums[column] = sum;
                tellsNobody(sum);
                tellsNobody(total - sum);
            }
            for (int one = 0; one < sums.length; one++) {
                for (int other = 0; other < one; other++) {
                    if (sums[one] != null && sums[other] != null && within(one, other)) {
                        tellsNobody(sums[other] - sums[one]);
                    }
                }
            }
            if (sums[1] != null && sums[2] != null && sums[3] != null) {
                tellsNobody(sums[1] - sums[2] - sums[3]);
            }
        }
    }

    /** Whether a column counts some of what another counts; agreed and returned stand beside each other. */
    private static boolean within(int column, int other) {
        return !(column >= 3 && other == 2);
    }

    private static void tellsNobody(int number) {
        if (number >= 1 && number < Learning.SMALLEST) {
            Assertions.fail("a small number comes out: " + number);
        }
    }

    private static List<Integer> numbers(Learning.Row row) {
        return Stream.of(row.sent(), row.answered(), row.agreedAtOnce(), row.returned(), row.again())
                .map(Learning.Number::count)
                .toList();
    }

    /** So many forms of each fate, month by month. */
    private static List<Assurance> forms(int[][] months) {
        List<Assurance> forms = new ArrayList<>();
        for (int month = 0; month < months.length; month++) {
            for (Fate fate : Fate.values()) {
                for (int one = 0; one < months[month][fate.ordinal()]; one++) {
                    boolean points = fate == Fate.RETURNED || fate == Fate.AGAIN;
                    forms.add(form(FIRST.plusMonths(month), fate, points ? List.of(PointKind.REASONS) : List.of()));
                }
            }
        }
        return forms;
    }

    private static Assurance form(YearMonth month, Fate fate, List<PointKind> points) {
        Instant sent = month.atDay(10).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Verdict verdict = switch (fate) {
            case WAITING, AGREED -> Verdict.AGREED;
            case NOT_CHOSEN -> Verdict.NOT_CHOSEN;
            case RETURNED, AGAIN -> Verdict.RETURNED;
        };
        return new Assurance(
                new AssuranceId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                new DecisionId(UUID.randomUUID()),
                new OutcomeForm(
                        "Testshire",
                        "",
                        "A Testchild",
                        LocalDate.of(2011, 1, 1),
                        UUID.randomUUID(),
                        null,
                        Determination.POSITIVE_RG,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        sent),
                "",
                sent,
                null,
                AssuranceState.WAITING,
                fate == Fate.WAITING
                        ? List.of()
                        : List.of(new Assurance.Answer(verdict, "", sent, "Asa Assurer", Channel.SECURE_EMAIL, null)),
                points.stream()
                        .map(kind -> new Point(
                                UUID.randomUUID(),
                                1,
                                kind,
                                "",
                                "x",
                                sent,
                                PointState.OPEN,
                                null,
                                null,
                                "",
                                null,
                                1,
                                List.of()))
                        .toList(),
                "",
                false,
                fate == Fate.AGAIN ? new DecisionId(UUID.randomUUID()) : null,
                "",
                1);
    }
}
