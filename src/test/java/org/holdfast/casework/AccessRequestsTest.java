package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** SHR-3, NRM-22: whoever has no tie to a child is told whom to ask; is let in for a time, or comes in by an emergency that others review. */
@HoldfastTest
class AccessRequestsTest {

    private final AccessRequests access;
    private final Sharing sharing;
    private final MyWork work;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TestPartnership us;
    private final TestPartnership.Person nurse;
    private final int port;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final CaseId ann;

    AccessRequestsTest(
            AccessRequests access,
            Sharing sharing,
            MyWork work,
            People people,
            Cases cases,
            Circles circles,
            JdbcClient sql,
            TransactionTemplate transaction,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        clock.set(now);
        this.access = access;
        this.sharing = sharing;
        this.work = work;
        this.sql = sql;
        this.transaction = transaction;
        this.port = port;
        us = founder.found(now);
        nurse = us.join(us.health, "Nell Nurse", Role.AGENCY_CONTACT);
        var by = us.coordinator.actor();
        ChildFacts facts = ChildFacts.of(
                ChildName.asKnown("Ann Testchild"),
                BirthDate.of(UnitedKingdom.day(now).minusYears(15)),
                Sex.FEMALE);
        ann = cases.open(by, people.create(by, NewChild.of(facts, "test"), now), now);
        circles.lead(by, ann, us.socialWorker.member().id(), 1, now).orThrow();
    }

    @Test
    void theCaseHolderLetsSomebodyInForATimeAndSeesWhoReadsAndWhy() {
        assertThat(sees(nurse, now)).isFalse();
        UUID asked =
                access.ask(nurse.actor(), ann, "She comes to our clinic.", now).orThrow();
        assertThat(access.ask(nurse.actor(), ann, "Again", now)).isInstanceOf(Outcome.Refused.class);
        assertThat(paths(us.socialWorker)).contains("/cases/" + ann.value() + "/readers");
        assertThat(written("casework.mail.access-asked"))
                .containsExactly(us.socialWorker.member().id().value());

        assertThat(access.decide(nurse.actor(), ann, asked, AccessCommand.ALLOW, "I may", now))
                .as("nobody lets themselves in")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(access.decide(us.socialWorker.actor(), ann, asked, null, "", now))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons()).hasSize(2));
        access.decide(us.socialWorker.actor(), ann, asked, AccessCommand.ALLOW, "She treats her.", now)
                .orThrow();
        assertThat(sees(nurse, now)).isTrue();
        assertThat(sharing.visible(nurse.actor(), Permission.ADD_TO_CASE, Set.of(ann), now))
                .as("to read, not to write")
                .isEmpty();
        assertThat(sees(nurse, now.plus(Duration.ofDays(28))))
                .as("it ends by itself")
                .isFalse();
        AccessRequests.Readers readers =
                access.readers(us.socialWorker.actor(), ann, now).orThrow();
        assertThat(readers.ties())
                .extracting(AccessRequests.Tie::who, AccessRequests.Tie::basis, AccessRequests.Tie::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Sol Socialworker", Basis.ASSIGNED, null),
                        org.assertj.core.groups.Tuple.tuple(
                                "Nell Nurse", Basis.ALLOWED, now.plus(Duration.ofDays(28))));
        assertThat(Visitor.signedIn(port, us.socialWorker)
                        .get("/cases/" + ann.value() + "/readers")
                        .body())
                .contains("Nell Nurse", "She comes to our clinic.", "Asked, and the case holder allowed it");
    }

    @Test
    void emergencyAccessOpensAtOnceEndsByItselfAndIsReviewedBySomebodyElse() {
        Visitor atTheDoor = Visitor.signedIn(port, nurse);
        assertThat(atTheDoor.get("/access/" + ann.value()).body())
                .contains("known to the partnership")
                .doesNotContain("Ann", "Testchild");
        UUID taken = access.emergency(nurse.actor(), ann, "She is here and hurt.", now)
                .orThrow();
        assertThat(sees(nurse, now)).isTrue();
        assertThat(sees(nurse, now.plus(Duration.ofHours(24)))).isFalse();
        assertThat(written("casework.mail.emergency"))
                .as("the owner is told")
                .containsExactly(us.socialWorker.member().id().value());
        assertThat(paths(us.informationGovernance)).contains("/cases/" + ann.value() + "/readers");
        assertThat(access.decide(nurse.actor(), ann, taken, AccessCommand.FIND_JUSTIFIED, "I was right", now))
                .isInstanceOf(Outcome.Refused.class);
        access.decide(
                        us.informationGovernance.actor(),
                        ann,
                        taken,
                        AccessCommand.FIND_NOT_JUSTIFIED,
                        "There was time to ask.",
                        now)
                .orThrow();
        assertThat(sees(nurse, now)).as("what was not justified ends at once").isFalse();
        assertThat(paths(us.informationGovernance)).isEmpty();
    }

    @Test
    void anExclusionBeatsAllowedAndEmergencyAccessAndTheNoticeToo() {
        access.emergency(nurse.actor(), ann, "She is here and hurt.", now).orThrow();
        sharing.exclude(us.coordinator.actor(), ann, nurse.member().id(), "related", now);
        assertThat(sees(nurse, now)).isFalse();
        assertThat(access.notice(nurse.actor(), ann, now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(access.ask(nurse.actor(), ann, "Please", now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(access.emergency(nurse.actor(), ann, "Now", now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(Visitor.signedIn(port, nurse).get("/access/" + ann.value()).status())
                .isEqualTo(404);
    }

    private boolean sees(TestPartnership.Person person, Instant at) {
        return !sharing.visible(person.actor(), Permission.SEE_CASE, Set.of(ann), at)
                .isEmpty();
    }

    private List<String> paths(TestPartnership.Person person) {
        return work.of(person.actor(), now).stream()
                .map(it -> it.item().path())
                .filter(it -> it.endsWith("/readers"))
                .toList();
    }

    private List<UUID> written(String key) {
        return transaction.execute(_ -> {
            sql.sql("select set_config('holdfast.partnership', ?, true)")
                    .param(us.partnership.id().value().toString())
                    .query(String.class)
                    .single();
            return sql.sql("select member_id from mail.message where text_key = ?")
                    .param(key)
                    .query(UUID.class)
                    .list();
        });
    }
}
