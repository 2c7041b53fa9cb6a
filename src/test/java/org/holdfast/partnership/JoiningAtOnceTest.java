package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.junit.jupiter.api.Test;

/** Two administrators, or an administrator and a directory, add the same person at the same moment. */
@HoldfastTest
class JoiningAtOnceTest {

    private static final int TIMES = 20;

    private final TestPartnership.Founder founder;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Identities identities;

    JoiningAtOnceTest(
            TestPartnership.Founder founder, Partnerships partnerships, Accounts accounts, Identities identities) {
        this.founder = founder;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.identities = identities;
    }

    /** Both begin when both are there. */
    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<T> each : List.of(one, other)) {
                begun.add(both.submit(() -> {
                    ready.await();
                    return each.call();
                }));
            }
            return List.of(begun.get(0).get(), begun.get(1).get());
        }
    }

    private Outcome<Member> join(TestPartnership where, Agency agency, String username) {
        return partnerships.join(
                where.program,
                agency,
                "Nora Newcomer",
                "",
                Set.of(Role.AGENCY_CONTACT),
                username,
                accounts.noPassword(),
                UnitedKingdom.day(Instant.now()),
                Instant.now());
    }

    @Test
    void oneUsernameIsGivenOnceAndTheOtherIsToldWhy() throws Exception {
        TestPartnership us = founder.found(Instant.now());
        for (int time = 0; time < TIMES; time++) {
            String username = "nora" + time + "." + System.nanoTime();
            List<Outcome<Member>> answers =
                    atOnce(() -> join(us, us.council, username), () -> join(us, us.police, username.toUpperCase()));
            assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Outcome.Refused.class::isInstance)
                    .first()
                    .isEqualTo(Outcome.refused(Reason.about("username", Partnerships.USERNAME_TAKEN)));
        }
        assertThat(partnerships.members(us.program).stream()
                        .filter(member -> member.name().equals("Nora Newcomer")))
                .hasSize(TIMES);
    }

    @Test
    void twoPartnershipsShareTheAccountOfOneWhoWorksForBoth() throws Exception {
        TestPartnership us = founder.found(Instant.now());
        TestPartnership others = founder.found(Instant.now());
        for (int time = 0; time < TIMES; time++) {
            String username = "nora" + time + "." + System.nanoTime();
            List<Outcome<Member>> answers =
                    atOnce(() -> join(us, us.council, username), () -> join(others, others.council, username));
            assertThat(answers).allMatch(Outcome.Done.class::isInstance);
        }
    }

    @Test
    void whoComesForTheFirstTimeInTwoWindowsIsOneMemberAndGetsInWithBoth() throws Exception {
        TestPartnership us = founder.found(Instant.now());
        Issuer issuer = new Issuer(
                "health" + System.nanoTime() % 1000,
                "Testshire Health Trust",
                "http://localhost/health",
                us.partnership.id(),
                us.health,
                Set.of(Role.AGENCY_CONTACT),
                true);
        for (int time = 0; time < TIMES; time++) {
            Issuer.Known known = new Issuer.Known("nora-" + time + System.nanoTime(), "Nora Newcomer", "");
            List<SigningIn> answers = atOnce(
                    () -> identities.signIn(issuer, known, Instant.now()),
                    () -> identities.signIn(issuer, known, Instant.now()));
            assertThat(answers).allMatch(SigningIn.Done.class::isInstance);
        }
        assertThat(partnerships.members(us.program).stream()
                        .filter(member -> member.name().equals("Nora Newcomer")))
                .hasSize(TIMES);
    }
}
