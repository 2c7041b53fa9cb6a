package org.holdfast.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Activity;
import org.holdfast.partnership.Watch;
import org.junit.jupiter.api.Test;

/** GOV-7: what is out of the ordinary in looking is something to look at; each threshold itself is still ordinary. */
class UnusualTest {

    private static final Watch WATCH = new Watch(40, 5, 10, LocalTime.of(7, 0), LocalTime.of(20, 0));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final UUID worker = new UUID(1, 1);
    private final UUID other = new UUID(1, 2);
    private final UUID agency = new UUID(2, 1);
    private final UUID albas = new UUID(3, 1);
    private final UUID beas = new UUID(3, 2);

    @Test
    void anOrdinaryDayIsNotShown() {
        assertThat(found(day("Sol Socialworker", 40, 5, 10))).isEmpty();
    }

    @Test
    void oneMoreThanTheProfileSaysIsShownWithItsNumber() {
        assertThat(found(day("Sol Socialworker", 41, 6, 11)))
                .extracting(Unusual::kind, Unusual::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(UnusualKind.MANY_CASES, 41),
                        org.assertj.core.groups.Tuple.tuple(UnusualKind.OUTSIDE_HOURS, 11),
                        org.assertj.core.groups.Tuple.tuple(UnusualKind.REPEATED_REFUSALS, 6));
    }

    @Test
    void aChildOfTheSameFamilyNameIsShownWithTheCase() {
        List<Unusual> found = Unusual.of(
                WATCH,
                List.of(day("Sol Testchild", 2, 0, 0)),
                List.of(
                        new Activity.Look(worker, albas, MONDAY),
                        new Activity.Look(worker, beas, MONDAY),
                        new Activity.Look(worker, albas, MONDAY.plusDays(1)),
                        new Activity.Look(other, albas, MONDAY)),
                Map.of(albas, "Testchild", beas, "Example"));
        assertThat(found)
                .singleElement()
                .isEqualTo(new Unusual(worker, "Sol Testchild", agency, MONDAY, UnusualKind.OWN_NAME, 1, albas));
    }

    @Test
    void aFamilyNameIsTheSameHoweverItIsWritten() {
        assertThat(Unusual.sameFamilyName("Ana Núñez-Example", "nunez example")).isTrue();
        assertThat(Unusual.sameFamilyName("Ana O’Example", "O’Example")).isTrue();
        assertThat(Unusual.sameFamilyName("Anaexample", "Example"))
                .as("a whole name")
                .isFalse();
        assertThat(Unusual.sameFamilyName("Example Worker", "Example"))
                .as("a given name")
                .isFalse();
        assertThat(Unusual.sameFamilyName("Ana Example", ""))
                .as("no family name")
                .isFalse();
    }

    @Test
    void theNewestDayComesFirst() {
        Activity later = new Activity(other, "Cato", agency, MONDAY.plusDays(1), 50, 0, 0, 0);
        assertThat(found(day("Sol", 50, 0, 0), later))
                .extracting(Unusual::day)
                .containsExactly(MONDAY.plusDays(1), MONDAY);
    }

    @Test
    void aNoteIsAboutOnePersonsOneDayOneKindAndOneCase() {
        Unusual one = new Unusual(worker, "Sol", agency, MONDAY, UnusualKind.OWN_NAME, 1, albas);
        assertThat(one.meantBy(note(worker, MONDAY, UnusualKind.OWN_NAME, albas)))
                .isTrue();
        assertThat(one.meantBy(note(other, MONDAY, UnusualKind.OWN_NAME, albas)))
                .isFalse();
        assertThat(one.meantBy(note(worker, MONDAY.plusDays(1), UnusualKind.OWN_NAME, albas)))
                .isFalse();
        assertThat(one.meantBy(note(worker, MONDAY, UnusualKind.MANY_CASES, albas)))
                .isFalse();
        assertThat(one.meantBy(note(worker, MONDAY, UnusualKind.OWN_NAME, beas)))
                .isFalse();
    }

    private static Note note(UUID member, LocalDate day, UnusualKind kind, UUID caseId) {
        return new Note(member, day, kind, caseId, NoteOutcome.EXPLAINED, "On duty", "Ingo", java.time.Instant.EPOCH);
    }

    private List<Unusual> found(Activity... activities) {
        return Unusual.of(WATCH, List.of(activities), List.of(), Map.of());
    }

    private Activity day(String name, int cases, int refused, int outside) {
        return new Activity(worker, name, agency, MONDAY, cases, refused, 0, outside);
    }
}
