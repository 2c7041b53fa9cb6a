package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.casework.MyWork;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Agreement;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** SHR-1: agencies ask and tell under an agreement in force for that purpose, or not at all, and are told what is missing. */
@HoldfastTest
class AgreementInForceTest {

    private final Requests requests;
    private final Sharing sharing;
    private final Agreements agreements;
    private final MyWork work;
    private final Returns returns;
    private final Disclosures disclosures;
    private final ApiClients clients;
    private final int port;
    private final TestPartnership us;
    private final Agency school;
    private final TestPartnership.Person teacher;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final LocalDate today = LocalDate.of(2026, 3, 2);
    private final CaseId ann;
    private final MeetingId panel;

    AgreementInForceTest(
            Requests requests,
            Sharing sharing,
            Agreements agreements,
            MyWork work,
            Returns returns,
            Disclosures disclosures,
            TestClock clock,
            @LocalServerPort int port,
            PanelToAsk day,
            Partnerships partnerships,
            ApiClients clients,
            TestPartnership.Founder founder) {
        this.clients = clients;
        this.requests = requests;
        this.sharing = sharing;
        this.agreements = agreements;
        this.work = work;
        this.returns = returns;
        this.disclosures = disclosures;
        this.port = port;
        clock.set(now);
        us = founder.found(now);
        school = partnerships.join(us.program, "Example Street Academy", AgencyKind.EDUCATION, now);
        teacher = us.join(school, "Tam Teacher", Role.AGENCY_CONTACT);
        ann = day.waiting(us, "Ann Testchild", now);
        panel = day.planned(us, LocalDate.of(2026, 3, 18), now);
        sharing.involve(us.coordinator.actor(), ann, Involvement.of(school.id(), Basis.AGENCY, now), now);
    }

    @Test
    void anAgencyThatSignedNothingForThePurposeIsNotAskedAndTheBoardSaysWhatIsMissing() {
        signed(Set.of(Purpose.SAFETY_PLANNING), null);
        assertThat(requests.ask(us.coordinator.actor(), panel, now).orThrow())
                .as("police, health, council and guardians, and not the school")
                .isEqualTo(4);
        Reason missing = Agreements.missing("Example Street Academy", Purpose.GROUNDS_DECISION);
        assertThat(board().unsigned()).containsExactly(missing);
        assertThat(requests.askAlso(us.coordinator.actor(), panel, school.id(), now))
                .isEqualTo(Outcome.refused(missing));

        signed(Set.of(Purpose.GROUNDS_DECISION), null);
        assertThat(requests.ask(us.coordinator.actor(), panel, now).orThrow()).isEqualTo(1);
        assertThat(board().unsigned()).isEmpty();
    }

    @Test
    void onceTheAgreementHasEndedTheSchoolSeesNothingMoreAndCannotTell() {
        Agreement signed = signed(Set.copyOf(Purpose.ofAgreements()), null);
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
        RequestId asked = returns.waiting(teacher.actor(), now)
                .orThrow()
                .getFirst()
                .request()
                .id();
        QuestionId question = returns.open(teacher.actor(), asked, now)
                .orThrow()
                .lines()
                .getFirst()
                .question()
                .id();
        assertThat(sees(teacher, now)).isTrue();

        agreements
                .end(us.informationGovernance.actor(), signed.id(), 1, today.plusDays(1), "The school left.", now)
                .orThrow();
        assertThat(sees(teacher, now)).as("it holds to the end of the day").isTrue();
        Instant later = now.plusSeconds(24 * 60 * 60);
        assertThat(sees(teacher, later)).isFalse();
        assertThat(returns.nothingKnown(teacher.actor(), question, later))
                .as("and says which agreement is missing")
                .isEqualTo(Outcome.refused(Agreements.missing("Example Street Academy", Purpose.GROUNDS_DECISION)));
        assertThat(agreements
                        .see(us.coordinator.actor(), signed.id(), later)
                        .orThrow()
                        .versions())
                .extracting(Agreement::version)
                .containsExactly(2, 1);
        assertThat(agreements.end(us.coordinator.actor(), signed.id(), 1, today, "Again", later))
                .as("who saw an older version does not overwrite the newer")
                .isInstanceOf(Outcome.Refused.class);
    }

    /** SHR-1: an agreement opens what it was signed for, and nothing else; whoever is tied to the child is told what is missing, nobody else. */
    @Test
    void anAgreementForPlanningOpensNoCaseAndNoPackAndTheRefusalNamesPartyAndPurpose() throws Exception {
        signed(Set.of(Purpose.SAFETY_PLANNING), null);
        String page = "/cases/" + ann.value();
        Visitor school = Visitor.signedIn(port, teacher);
        for (String path : List.of(page, page + "/chronology", page + "/chronology.csv", page + "/files")) {
            assertThat(school.get(path).status()).as(path).isEqualTo(422);
            assertThat(school.get(path).body())
                    .as(path)
                    .contains("Example Street Academy has no information-sharing agreement in force for looking after")
                    .doesNotContain("Testchild");
        }
        assertThat(asks(teacher, Permission.READ_PACK, Purpose.SAFETY_PLANNING)).isInstanceOf(Outcome.Done.class);
        assertThat(asks(teacher, Permission.READ_PACK, Purpose.GROUNDS_DECISION))
                .isEqualTo(Outcome.refused(Agreements.missing("Example Street Academy", Purpose.GROUNDS_DECISION)));

        TestPartnership.Person stranger = us.join(us.health, "Nell Nurse", Role.AGENCY_CONTACT);
        Visitor elsewhere = Visitor.signedIn(port, stranger);
        assertThat(elsewhere.get(page).status())
                .as("whoever has no tie learns nothing")
                .isEqualTo(404);
        assertThat(elsewhere.get(page).body()).doesNotContain("agreement");

        assertThat(Visitor.signedIn(port, us.coordinator).get(page + "/readers").body())
                .as("whoever holds the case sees what opens nothing, and why")
                .contains("Opens nothing now", "Example Street Academy has no information-sharing agreement");

        signed(Set.of(Purpose.CASE_WORK), null);
        assertThat(school.get(page).status()).isEqualTo(200);
        assertThat(school.get(page + "/chronology.csv").status()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, us.coordinator).get(page + "/readers").body())
                .doesNotContain("Opens nothing now");
    }

    /** SHR-1: a program is told what is missing as people are, where its agency is tied to the child, and nothing where it is not. */
    @Test
    void aProgramOfAnAgencyThatSignedNothingIsToldWhichAgreementIsMissingAndAProgramOfNoneIsNot() {
        signed(Set.of(Purpose.SAFETY_PLANNING), null);
        String path = "/api/v1/cases/" + ann.value();
        Visitor program = new Visitor(port);
        String schools = tokenOf(school);
        String nurses = tokenOf(us.health);
        Visitor.Answer refused = program.api("GET", path, schools);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(program.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains(
                        "\"code\":\"sharing.refused.no-agreement.case-work\"",
                        "Example Street Academy has no information-sharing agreement in force for looking after")
                .doesNotContain("Testchild");
        assertThat(program.api("GET", path, nurses).status()).isEqualTo(404);
        UUID nobody = UUID.randomUUID();
        assertThat(program.api("GET", path, nurses).body())
                .as("as of a case that is not there")
                .isEqualTo(program.api("GET", "/api/v1/cases/" + nobody, nurses)
                        .body()
                        .replace(nobody.toString(), ann.value().toString()))
                .doesNotContain("agreement");
        signed(Set.of(Purpose.CASE_WORK), null);
        assertThat(program.api("GET", path, schools).status()).isEqualTo(200);
    }

    private String tokenOf(Agency agency) {
        ApiClient client = clients.admit(
                        us.program,
                        agency,
                        "Example records",
                        Set.of(Role.AGENCY_CONTACT),
                        Set.of(ClientScope.CASES_READ),
                        60,
                        now)
                .client();
        return clients.token(new ApiClient.Proved(client, 1), Set.of(ClientScope.CASES_READ), now)
                .token();
    }

    /** SHR-1, SHR-2: what somebody invited takes along is given for what the meeting is for, and stops when the agreement for it does. */
    @Test
    void whoeverIsInvitedReadsForWhatTheMeetingIsForAndTheRegisterSaysSo() throws Exception {
        Visitor voter = Visitor.signedIn(port, us.healthVoter);
        String csv = "/cases/" + ann.value() + "/chronology.csv";
        assertThat(voter.get(csv).status()).isEqualTo(200);
        assertThat(disclosures.of(us.coordinator.actor(), ann, Instant.parse("2100-01-01T00:00:00Z")))
                .extracting(it -> java.util.Objects.requireNonNull(it.given()).purpose())
                .containsExactly(Purpose.GROUNDS_DECISION);

        Agreement all = agreements
                .register(us.coordinator.actor(), now)
                .orThrow()
                .agreements()
                .getFirst();
        agreements
                .change(
                        us.informationGovernance.actor(),
                        all.id(),
                        all.version(),
                        new AgreementDraft(
                                all.title(),
                                all.parties(),
                                Set.of(Purpose.CASE_WORK, Purpose.SAFETY_PLANNING),
                                all.dataClasses(),
                                all.lawfulBasis(),
                                all.startsOn(),
                                null,
                                all.reviewOn(),
                                all.document(),
                                "Decisions on grounds are under review."),
                        now)
                .orThrow();
        assertThat(voter.get(csv).status()).isEqualTo(422);
        assertThat(voter.get(csv).body())
                .contains("Testshire Health Trust has no information-sharing agreement in force for deciding");
        assertThat(voter.get("/meetings/" + panel.value() + "/pack").body()).doesNotContain("Testchild");
    }

    private Outcome<?> asks(TestPartnership.Person person, Permission permission, Purpose purpose) {
        return sharing.ask(person.actor(), permission, ann, purpose, now);
    }

    @Test
    void aReviewIsWorkThirtyDaysBefore() {
        Agreement signed = signed(Set.copyOf(Purpose.ofAgreements()), today.plusDays(31));
        assertThat(toReview(us.informationGovernance, now)).isEmpty();
        assertThat(toReview(us.informationGovernance, now.plusSeconds(2 * 24 * 60 * 60)))
                .containsExactly("/agreements/" + signed.id().value());
        assertThat(toReview(us.socialWorker, now.plusSeconds(2 * 24 * 60 * 60))).isEmpty();
    }

    private List<String> toReview(TestPartnership.Person person, Instant at) {
        return work.of(person.actor(), at).stream()
                .map(it -> it.item().path())
                .filter(it -> it.startsWith("/agreements/"))
                .toList();
    }

    private Agreement signed(Set<Purpose> purposes, LocalDate review) {
        return agreements
                .sign(
                        us.informationGovernance.actor(),
                        new AgreementDraft(
                                "Testshire schools",
                                Set.of(us.council.id(), school.id()),
                                purposes,
                                Set.of(DataClass.EDUCATION),
                                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                                today,
                                null,
                                review == null ? today.plusYears(1) : review,
                                "Example Street archive",
                                ""),
                        now)
                .orThrow();
    }

    private Requests.Board board() {
        return requests.board(us.coordinator.actor(), panel, now).orThrow();
    }

    private boolean sees(TestPartnership.Person person, Instant at) {
        return !sharing.visible(person.actor(), Permission.SEE_CASE, Set.of(ann), at)
                .isEmpty();
    }
}
