package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Act;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two walls: the decision function, and row-level security behind it. */
@HoldfastTest
class WallTest {

    /** Tables that stand outside the wall, and why they may. */
    private static final Set<String> OUTSIDE = Set.of(
            "partnership.roll", // ids of partnerships and nothing else
            "partnership.api_client", // found by the hash of its token before a partnership is entered
            "partnership.password_link", // found by the hash of its token before anybody is signed in
            "voice.door", // found by the hash of a child's link before a partnership is entered
            "requests.guest_door" // found by the hash of a guest's link before a partnership is entered
            );

    private final Sharing sharing;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TestPartnership us;
    private final TestPartnership others;
    private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final CaseId ours = new CaseId(UUID.randomUUID());

    WallTest(Sharing sharing, Ledger ledger, JdbcClient sql, TestPartnership.Founder founder) {
        this.sharing = sharing;
        this.ledger = ledger;
        this.sql = sql;
        this.us = founder.found(now);
        this.others = founder.found(now);
        sharing.opened(us.program, ours);
    }

    @Test
    void everyTableWithRowsOfAPartnershipStandsBehindTheWall() {
        List<String> open = sql.sql("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
                        where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
                        order by 1""").query(String.class).list();
        assertThat(open).containsExactlyInAnyOrderElementsOf(OUTSIDE);
    }

    @Test
    void theProgramServesAsARoleThatNothingLetsPast() {
        assertThat(sql.sql(
                                "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(sql.sql(
                                "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aQueryThatForgotToAskSeesNothing() {
        assertThat(sql.sql("select count(*) from sharing.known_case")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select count(*) from partnership.member")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCaseOfAnotherPartnershipIsNotFoundAndTheAttemptIsOnTheirLedger() {
        assertThat(sharing.ask(others.coordinator.actor(), Permission.SEE_CASE, ours, now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(ledger.linesAbout(others.coordinator.actor(), ours.value(), 1)
                        .getFirst()
                        .act())
                .isEqualTo(Act.REFUSED);
    }

    @Test
    void whoIsExcludedIsKeptOutOfOneCaseAndLetInAgain() {
        sharing.exclude(us.manager.actor(), ours, us.coordinator.member().id(), "related to the family", now);
        assertThat(sharing.ask(us.coordinator.actor(), Permission.SEE_CASE, ours, now))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(sharing.visible(us.coordinator.actor(), Permission.SEE_CASE, List.of(ours), now))
                .isEmpty();
        sharing.liftExclusion(us.manager.actor(), ours, us.coordinator.member().id(), now);
        assertThat(sharing.visible(us.coordinator.actor(), Permission.SEE_CASE, List.of(ours), now))
                .containsExactly(ours);
    }

    @Test
    void anAgencysTieHoldsForItsMembersUntilItIsReleased() {
        sharing.involve(us.coordinator.actor(), ours, Involvement.of(us.council.id(), Basis.AGENCY, now), now);
        assertThat(sharing.ask(us.socialWorker.actor(), Permission.SEE_CASE, ours, now))
                .isEqualTo(Outcome.done(new Access.Granted(Basis.AGENCY)));
        assertThat(sharing.ask(us.policeVoter.actor(), Permission.SEE_CASE, ours, now))
                .isInstanceOf(Outcome.Refused.class);
        sharing.release(us.coordinator.actor(), ours, null, us.council.id(), Basis.AGENCY, now);
        assertThat(sharing.ask(us.socialWorker.actor(), Permission.SEE_CASE, ours, now))
                .isInstanceOf(Outcome.Refused.class);
    }
}
