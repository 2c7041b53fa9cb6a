package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two administrators, or an administrator and a directory, add the same person at the same moment. */
@HoldfastTest
class JoiningAtOnceTest {

    private final TestPartnership.Founder founder;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Identities identities;
    private final Ledger ledger;
    private final JdbcClient sql;

    JoiningAtOnceTest(
            TestPartnership.Founder founder,
            Partnerships partnerships,
            Accounts accounts,
            Identities identities,
            Ledger ledger,
            JdbcClient sql) {
        this.founder = founder;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.identities = identities;
        this.ledger = ledger;
        this.sql = sql;
    }

    /** What the other answers who begins while the one has done its part and not committed it, and goes on once it has. */
    private <T> List<T> atOnce(TestPartnership where, Supplier<T> one, Supplier<T> other) {
        CompletableFuture<T> second = new CompletableFuture<>();
        T first = ledger.within(where.program, () -> {
            T done = one.get();
            Thread.ofVirtual().start(() -> {
                try {
                    second.complete(other.get());
                } catch (RuntimeException broken) {
                    second.completeExceptionally(broken);
                }
            });
            while (!second.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            return done;
        });
        return List.of(first, second.join());
    }

    private boolean somebodyWaits() {
        return sql.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
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
    void oneUsernameIsGivenOnceAndTheOtherIsToldWhy() {
        TestPartnership us = founder.found(Instant.now());
        String username = "nora." + System.nanoTime();
        assertThat(atOnce(us, () -> join(us, us.council, username), () -> join(us, us.police, username.toUpperCase())))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Outcome.Done.class),
                        second -> assertThat(second)
                                .isEqualTo(Outcome.refused(Reason.about("username", Partnerships.USERNAME_TAKEN))));
        assertThat(newcomers(us)).isEqualTo(1);
    }

    @Test
    void twoPartnershipsShareTheAccountOfOneWhoWorksForBoth() {
        TestPartnership us = founder.found(Instant.now());
        TestPartnership others = founder.found(Instant.now());
        String username = "nora." + System.nanoTime();
        assertThat(atOnce(us, () -> join(us, us.council, username), () -> join(others, others.council, username)))
                .allMatch(Outcome.Done.class::isInstance);
        assertThat(sql.sql("select count(*) from partnership.account where username = ?")
                        .param(username)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoComesForTheFirstTimeInTwoWindowsIsOneMemberAndGetsInWithBoth() {
        TestPartnership us = founder.found(Instant.now());
        Issuer issuer = new Issuer(
                "health" + System.nanoTime() % 1000,
                "Testshire Health Trust",
                "http://localhost/health",
                us.partnership.id(),
                us.health,
                Set.of(Role.AGENCY_CONTACT),
                true);
        Issuer.Known known = new Issuer.Known("nora-" + System.nanoTime(), "Nora Newcomer", "");
        assertThat(atOnce(
                        us,
                        () -> identities.signIn(issuer, known, Instant.now()),
                        () -> identities.signIn(issuer, known, Instant.now())))
                .allMatch(SigningIn.Done.class::isInstance);
        assertThat(newcomers(us)).isEqualTo(1);
    }

    private long newcomers(TestPartnership us) {
        return partnerships.members(us.program).stream()
                .filter(member -> member.name().equals("Nora Newcomer"))
                .count();
    }
}
