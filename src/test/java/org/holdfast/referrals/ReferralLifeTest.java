package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.referrals.ReferralLife.Standing;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** REF-5, REF-6, NRM-20: no pair of state and command is without an answer. */
class ReferralLifeTest {

    private static final Standing NOBODY = new Standing(false, false, true);
    private static final Standing WRITER = new Standing(true, false, true);
    private static final Standing WRITER_UNSCREENED = new Standing(true, false, false);
    private static final Standing COORDINATOR = new Standing(true, true, true);
    private static final Standing COORDINATOR_UNSCREENED = new Standing(true, true, false);
    private static final List<Standing> EVERYBODY =
            List.of(NOBODY, WRITER, WRITER_UNSCREENED, COORDINATOR, COORDINATOR_UNSCREENED);

    @TestFactory
    Stream<DynamicTest> everyPairIsATransitionOrANamedRefusal() {
        Properties words = Words.of("referrals-screening");
        return Stream.of(ReferralState.values())
                .flatMap(state -> Stream.of(ReferralCommand.values())
                        .map(command -> DynamicTest.dynamicTest(state + " " + command, () -> {
                            for (Standing standing : EVERYBODY) {
                                switch (ReferralLife.after(state, command, standing)) {
                                    case Outcome.Done<ReferralState>(ReferralState next) ->
                                        assertThat(ReferralLife.available(state, standing))
                                                .as("offered to whoever may, leading to %s", next)
                                                .contains(command);
                                    case Outcome.Refused<ReferralState>(List<Reason> reasons) -> {
                                        assertThat(reasons).allSatisfy(reason -> {
                                            assertThat(words.getProperty(reason.key()))
                                                    .as(reason.key())
                                                    .isNotBlank();
                                            assertThat(reason.rule()).isNotBlank();
                                        });
                                        assertThat(ReferralLife.available(state, standing))
                                                .doesNotContain(command);
                                    }
                                }
                            }
                        })));
    }

    @Test
    void everyCommandIsPossibleSomewhereAndEveryStateIsReached() {
        Set<ReferralState> reached = EnumSet.of(ReferralState.DRAFT);
        reached.add(ReferralLife.received(new Scope.Adult(false)));
        Set<ReferralCommand> used = EnumSet.noneOf(ReferralCommand.class);
        Deque<ReferralState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            ReferralState state = open.pop();
            for (Standing standing : EVERYBODY) {
                for (ReferralCommand command : ReferralLife.available(state, standing)) {
                    used.add(command);
                    ReferralState next =
                            ReferralLife.after(state, command, standing).orThrow();
                    if (reached.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ReferralState.values());
        assertThat(used).containsExactlyInAnyOrder(ReferralCommand.values());
    }

    @Test
    void whoIsNobodyHereMayDoNothingAndWhatIsOverStaysOver() {
        for (ReferralState state : ReferralState.values()) {
            assertThat(ReferralLife.available(state, NOBODY)).isEmpty();
        }
        assertThat(ReferralLife.available(ReferralState.WITHDRAWN, COORDINATOR)).isEmpty();
        assertThat(ReferralLife.available(ReferralState.LINKED_AS_DUPLICATE, COORDINATOR))
                .isEmpty();
        assertThat(ReferralLife.available(ReferralState.DISCARDED, COORDINATOR)).isEmpty();
    }

    @Test
    void whereTheProfileScreensAFirstResponderAsksAndDoesNotDecide() {
        assertThat(ReferralLife.available(ReferralState.DRAFT, WRITER))
                .containsExactlyInAnyOrder(ReferralCommand.DISCARD, ReferralCommand.ASK_TO_SUBMIT);
        assertThat(ReferralLife.available(ReferralState.DRAFT, WRITER_UNSCREENED))
                .containsExactlyInAnyOrder(ReferralCommand.DISCARD, ReferralCommand.SUBMIT);
        assertThat(ReferralLife.available(ReferralState.SCREENING_REQUESTED, WRITER))
                .doesNotContain(ReferralCommand.DECIDE_TO_SUBMIT, ReferralCommand.DECIDE_NOT_TO_SUBMIT);
        assertThat(ReferralLife.available(ReferralState.SCREENING_REQUESTED, COORDINATOR))
                .contains(ReferralCommand.DECIDE_TO_SUBMIT, ReferralCommand.DECIDE_NOT_TO_SUBMIT);
    }

    @Test
    void whatTheHomeOfficeAlreadyHasBeginsWhereItsScopeSays() {
        assertThat(ReferralLife.received(new Scope.Local())).isEqualTo(ReferralState.AWAITING_RETURN);
        assertThat(ReferralLife.received(new Scope.BirthDateUnknown())).isEqualTo(ReferralState.AWAITING_RETURN);
        assertThat(ReferralLife.received(new Scope.Central(Scope.Because.NEARLY_EIGHTEEN)))
                .isEqualTo(ReferralState.CENTRAL_ROUTE);
        assertThat(ReferralLife.received(new Scope.Adult(true))).isEqualTo(ReferralState.OUT_OF_SCOPE);
    }

    @Test
    void everyStateCommandFindingAndScopeHasItsWords() {
        Properties words = Words.of("referrals-screening");
        for (ReferralState state : ReferralState.values()) {
            assertThat(words.getProperty("referrals.state." + state.code()))
                    .as(state.code())
                    .isNotBlank();
        }
        for (ReferralCommand command : ReferralCommand.values()) {
            assertThat(words.getProperty("referrals.command." + command.code()))
                    .as(command.code().toLowerCase(Locale.ROOT))
                    .isNotBlank();
        }
        for (Finding.Matter matter : Finding.Matter.values()) {
            for (Finding.Weight weight : Finding.Weight.values()) {
                Finding finding = new Finding(matter, weight, List.of());
                assertThat(words.getProperty(finding.key())).as(finding.key()).isNotBlank();
                assertThat(words.getProperty(finding.why())).as(finding.why()).isNotBlank();
            }
        }
        Stream.concat(
                        Stream.of(Scope.Because.values()).map(Scope.Central::new),
                        Stream.of(
                                new Scope.Local(),
                                new Scope.BirthDateUnknown(),
                                new Scope.Adult(true),
                                new Scope.Adult(false)))
                .forEach(scope -> assertThat(words.getProperty(scope.key()))
                        .as(scope.key())
                        .isNotBlank());
    }
}
