package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Role;
import org.holdfast.casework.MyWork;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Agreement;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** SHR-1: agencies ask and tell under an agreement in force for that purpose, or not at all, and are told what is missing. */
@HoldfastTest
class AgreementInForceTest {

    private final Requests requests;
    private final Sharing sharing;
    private final Agreements agreements;
    private final MyWork work;
    private final Returns returns;
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
            PanelToAsk day,
            Partnerships partnerships,
            TestPartnership.Founder founder) {
        this.requests = requests;
        this.sharing = sharing;
        this.agreements = agreements;
        this.work = work;
        this.returns = returns;
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
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
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
