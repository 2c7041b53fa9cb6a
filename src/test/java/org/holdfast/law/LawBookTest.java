package org.holdfast.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.holdfast.law.ExcludedOffences.Answer;
import org.holdfast.law.Span.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawBookTest {

    @Test
    void everyProvisionIsInTheBookOnceAndCitedThroughout() {
        List<Object> written = Arrays.stream(LawBook.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Provision.class)
                .map(LawBookTest::value)
                .toList();
        assertThat(LawBook.provisions())
                .containsExactlyInAnyOrderElementsOf(written.stream()
                        .map(provision -> (Provision<?>) provision)
                        .toList());
        assertThat(LawBook.provisions()).extracting(Provision::id).doesNotHaveDuplicates();
        assertThat(LawBook.provisions()).allSatisfy(provision -> {
            assertThat(provision.rule()).matches("[A-Z]{3}-[0-9]+");
            assertThat(provision.title()).isNotBlank();
            assertThat(provision.reading()).isNotBlank();
            assertThat(provision.nations()).isNotEmpty();
            assertThat(provision.values().entries()).allSatisfy(entry -> {
                assertThat(entry.citation().work()).isNotBlank();
                assertThat(entry.citation().place()).isNotBlank();
                assertThat(entry.citation().source()).isNotBlank();
            });
        });
    }

    @Test
    void aCitationCannotBeEmpty() {
        assertThatThrownBy(() -> new Citation("An act", " ", "seed 000")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entriesStandInTheOrderOfTheirDays() {
        Citation citation = new Citation("An act", "section 1", "seed 000");
        LocalDate day = LocalDate.of(2024, 1, 1);
        Dated.Entry<Span> first = new Dated.Entry<>(day, new Days(1), Dated.Standing.CONFIRMED, citation);
        assertThatThrownBy(() -> new Dated<>(List.of(first, first))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dated<>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothStagesTogetherTakeTwiceTheFirst() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(LawBook.CONCLUSIVE_GROUNDS.on(day))
                .isEqualTo(new Days(2 * LawBook.REASONABLE_GROUNDS.on(day).count()));
    }

    @ParameterizedTest
    @CsvSource({"2022-12-12, 45", "2022-12-13, 30", "2026-01-01, 30"})
    void theRecoveryPeriodChangedInDecember2022(LocalDate decided, int days) {
        assertThat(LawBook.CENTRAL_RECOVERY_PERIOD.on(decided)).isEqualTo(new Days(days));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-29, suspects but cannot prove",
        "2023-01-30, based on objective factors",
        "2023-07-23, based on objective factors",
        "2023-07-24, based on all available general and specific evidence",
        "2026-11-21, based on all available general and specific evidence",
    })
    void theWordingOfReasonableGroundsIsThatOfTheDay(LocalDate day, String words) {
        assertThat(LawBook.REASONABLE_GROUNDS_THRESHOLD.on(day).wording()).contains(words);
    }

    @Test
    void thereIsNoPilotBeforeItBegan() {
        assertThat(LawBook.REASONABLE_GROUNDS.values().at(LocalDate.of(2021, 5, 31)))
                .isEmpty();
        assertThatThrownBy(() -> LawBook.REASONABLE_GROUNDS.on(LocalDate.of(2021, 5, 31)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-02-01, 2026-10-23, true", // 101 days before the birthday
        "2009-02-01, 2026-10-24, false", // 100 days
        "2008-02-29, 2025-11-20, true", // 18 on 1 March 2026: 101 days
        "2008-02-29, 2025-11-21, false",
        "2007-01-01, 2026-01-01, false",
    })
    void inScopeMoreThanAHundredDaysFromEighteen(LocalDate born, LocalDate referred, boolean covered) {
        assertThat(LawBook.LOCAL_SCOPE.on(referred).covers(born, referred)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "robbery, EXCLUDED",
        "drugs-supply, NOT_EXCLUDED",
        "burglary, ASK_A_LAWYER",
        "riot, ASK_A_LAWYER", // listed, but not confirmed in the book
        "fraud, ASK_A_LAWYER",
        "never-heard-of, ASK_A_LAWYER",
    })
    void scheduleFourIsLookedUpNeverJudged(String offence, Answer answer) {
        assertThat(LawBook.SECTION_45_EXCLUSIONS.on(LocalDate.of(2026, 1, 1)).answer(offence))
                .isEqualTo(answer);
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
