package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
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
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** SHR-2: what of a child has gone to whom, as a reading of the ledger. */
@HoldfastTest
class DisclosuresTest {

    private final Disclosures disclosures;
    private final Chronologies chronologies;
    private final Sharing sharing;
    private final TestPartnership us;
    private final int port;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final CaseId ann;

    DisclosuresTest(
            Disclosures disclosures,
            Chronologies chronologies,
            Sharing sharing,
            People people,
            Cases cases,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.disclosures = disclosures;
        this.chronologies = chronologies;
        this.sharing = sharing;
        this.port = port;
        us = founder.found(now);
        var by = us.coordinator.actor();
        ChildFacts facts = ChildFacts.of(
                ChildName.asKnown("Ann Testchild"),
                BirthDate.of(UnitedKingdom.day(now).minusYears(15)),
                Sex.FEMALE);
        ann = cases.open(by, people.create(by, NewChild.of(facts, "test"), now), now);
        sharing.involve(by, ann, Involvement.of(us.socialWorker.member().id(), Basis.ASSIGNED, now), now);
    }

    @Test
    void whatIsTakenIsOnTheRegisterWithRecipientPurposeBasisAndFingerprintAndWhoIsExcludedDoesNotFindIt() {
        chronologies
                .export(us.socialWorker.actor(), ann, ChronologyFilter.EVERYTHING, now)
                .orThrow();
        assertThat(disclosures.register(us.socialWorker.actor(), march(null), now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(disclosures
                        .register(us.informationGovernance.actor(), march(null), now)
                        .orThrow())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.recipient()).isEqualTo("Sol Socialworker");
                    assertThat(it.agency()).isEqualTo("Testshire Council");
                    Given given = java.util.Objects.requireNonNull(it.given());
                    assertThat(given.purpose()).isEqualTo(Purpose.CASE_WORK);
                    assertThat(given.sha256()).hasSize(64);
                });
        assertThat(disclosures
                        .register(us.informationGovernance.actor(), march(Purpose.ASSURANCE), now)
                        .orThrow())
                .isEmpty();
        Visitor governance = Visitor.signedIn(port, us.informationGovernance);
        assertThat(governance
                        .get(
                                "/disclosures?from-day=1&from-month=3&from-year=2026&until-day=5&until-month=3&until-year=2026")
                        .body())
                .contains("Chronology, as a file", "Sol Socialworker")
                .doesNotContain("Testchild");
        assertThat(governance
                        .get(
                                "/disclosures.csv?from-day=1&from-month=3&from-year=2026&until-day=5&until-month=3&until-year=2026")
                        .body())
                .contains("\"chronology-exported\"");
        assertThat(Visitor.signedIn(port, us.socialWorker)
                        .get("/cases/" + ann.value() + "/disclosures")
                        .body())
                .contains("Chronology, as a file");

        sharing.exclude(
                us.coordinator.actor(), ann, us.informationGovernance.member().id(), "related", now);
        assertThat(disclosures
                        .register(us.informationGovernance.actor(), march(null), now)
                        .orThrow())
                .isEmpty();
    }

    @Test
    void whatAProgramIsAnsweredIsADisclosureToIt() {
        assertThat(new Visitor(port)
                        .api("GET", "/api/v1/cases/" + ann.value(), us.apiToken)
                        .status())
                .isEqualTo(200);
        var all = disclosures.of(us.coordinator.actor(), ann, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(all).isNotEmpty().allSatisfy(it -> assertThat(it.recipient()).isEqualTo("Home Office gateway"));
    }

    private static Disclosures.Filter march(Purpose purpose) {
        return new Disclosures.Filter(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 5), "", purpose);
    }
}
