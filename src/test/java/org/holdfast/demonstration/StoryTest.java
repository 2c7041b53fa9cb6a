package org.holdfast.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.holdfast.audit.PartnershipId;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever tries Holdfast may do so on any day: the story of the made-up partnership holds on every one. */
@HoldfastTest
class StoryTest {

    private final Demonstration demonstration;
    private final Partnerships partnerships;
    private final TransactionTemplate transaction;

    StoryTest(Demonstration demonstration, Partnerships partnerships, TransactionTemplate transaction) {
        this.partnerships = partnerships;
        this.demonstration = demonstration;
        this.transaction = transaction;
    }

    /** A Sunday just after midnight, days of the week that differ, a holiday, the days after Easter. */
    static Stream<Instant> days() {
        return Stream.of(
                at(LocalDate.of(2026, 11, 22), LocalTime.of(0, 20)),
                at(LocalDate.of(2026, 11, 23), LocalTime.of(13, 0)),
                at(LocalDate.of(2026, 11, 26), LocalTime.of(9, 0)),
                at(LocalDate.of(2026, 11, 28), LocalTime.of(23, 55)),
                at(LocalDate.of(2027, 1, 1), LocalTime.of(10, 0)),
                at(LocalDate.of(2027, 3, 30), LocalTime.of(9, 0)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theStoryCanBeToldOnAnyDay(Instant day) {
        transaction.executeWithoutResult(status -> {
            assertThat(demonstration.load(day).users()).hasSizeGreaterThan(10);
            status.setRollbackOnly();
        });
    }

    /** Whoever begins without the demonstration begins on their own profile, and not on the one that happens to be first. */
    @Test
    void anInstallationOfOnesOwnIsFoundedOnTheProfileThatWasNamed() {
        Instant now = at(LocalDate.of(2026, 11, 26), LocalTime.of(9, 0));
        transaction.executeWithoutResult(status -> {
            List<PartnershipId> before = partnerships.all();
            SignIns.User administrator = demonstration
                    .administratorOnly(new Founding("islington-camden", "", "London Borough of Camden"), now)
                    .users()
                    .getFirst();
            PartnershipId ours = partnerships.all().stream()
                    .filter(one -> !before.contains(one))
                    .findFirst()
                    .orElseThrow();
            assertThat(partnerships.profile(ours).id()).isEqualTo("islington-camden");
            assertThat(partnerships.partnership(Partnerships.program(ours)).name())
                    .isEqualTo(partnerships.profile(ours).name());
            assertThat(administrator.agency()).isEqualTo("London Borough of Camden");
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> demonstration.administratorOnly(new Founding("nowhere", "", ""), now))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("cardiff");
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
