package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** SHR-4: the agency that told something stays its owner: it grades, restricts and takes back, and whatever was made of it shows that. */
@HoldfastTest
class OwnersHandlingTest {

    private static final ReturnDraft.GradingDraft CONDITIONS = new ReturnDraft.GradingDraft(
            Grading.Source.RELIABLE,
            Grading.Information.CORROBORATED,
            Grading.Handling.CONDITIONS,
            "Not to be named as police information.");

    private final Requests requests;
    private final Returns returns;
    private final TestPartnership us;
    private final TestPartnership.Person officer;
    private final TestPartnership.Person teacher;
    private final MeetingId panel;
    private final CaseId ann;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");

    OwnersHandlingTest(
            Requests requests, Returns returns, Sharing sharing, PanelToAsk day, TestPartnership.Founder founder) {
        this.requests = requests;
        this.returns = returns;
        us = founder.found(now);
        officer = us.join(us.police, "Otto Officer", Role.AGENCY_CONTACT);
        Agency school = us.agency("Example Street Academy", AgencyKind.EDUCATION);
        teacher = us.join(school, "Tam Teacher", Role.AGENCY_CONTACT);
        ann = day.waiting(us, "Ann Testchild", now);
        sharing.involve(us.coordinator.actor(), ann, Involvement.of(school.id(), Basis.AGENCY, now), now);
        panel = day.planned(us, LocalDate.of(2026, 3, 18), now);
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
    }

    @Test
    void whatPoliceHandleUnderConditionsIsRestrictedAsAWholeAndCarriesItsGrading() {
        assertThat(told(0, new ReturnDraft.GradingDraft(Grading.Source.RELIABLE, null, null, "")))
                .isEqualTo(Outcome.refused(Reason.about("grade-source", "requests.return.grading-missing")));
        told(0, CONDITIONS).orThrow();
        AgencyReturn asVoter = seen(us.policeVoter);
        assertThat(asVoter.grading()).isNotNull().extracting(Grading::code).isEqualTo("1BC");
        assertThat(asVoter.told()).hasSize(1);
        AgencyReturn withoutRestricted = asVoter.openOnly();
        assertThat(withoutRestricted.told()).isEmpty();
        assertThat(withoutRestricted.grading()).isNull();
    }

    @Test
    void whatIsTakenBackStandsNowhereButWithItsOwnerAndEarlierVersionsAreClosedToo() {
        told(0, null).orThrow();
        assertThat(seen(us.healthVoter).told()).hasSize(1);
        QuestionId question = question();
        assertThat(returns.takeBack(teacher.actor(), question, "Not ours", 1, now))
                .as("only the agency that gave it")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        returns.takeBack(officer.actor(), question, "A source is in danger.", 1, now)
                .orThrow();

        AgencyReturn after = seen(us.healthVoter);
        assertThat(after.takenBack()).isTrue();
        assertThat(after.told()).isEmpty();
        assertThat(requests.versions(us.healthVoter.actor(), ann, us.police.id(), now)
                        .orThrow())
                .as("what stood there before is not to be had by others")
                .extracting(AgencyReturn::version)
                .containsExactly(2);
        assertThat(requests.versions(officer.actor(), ann, us.police.id(), now).orThrow())
                .as("its owner keeps it")
                .extracting(AgencyReturn::version)
                .containsExactly(2, 1);
        assertThat(returns.confirm(officer.actor(), question, 2, now)).isInstanceOf(Outcome.Refused.class);
    }

    private AgencyReturn seen(TestPartnership.Person reader) {
        return requests.answersFor(reader.actor(), ann, now).orThrow().returns().stream()
                .filter(it -> it.agency().equals(us.police.id()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<AgencyReturn> told(int seen, ReturnDraft.GradingDraft grading) {
        return returns.handIn(
                officer.actor(),
                question(),
                new ReturnDraft(
                        List.of(new Told(Heading.KNOWN, "Stopped in a car of a named adult.", false, "")),
                        "Example police records",
                        LocalDate.of(2026, 3, 2),
                        grading),
                seen,
                now);
    }

    private QuestionId question() {
        RequestId asked = returns.waiting(officer.actor(), now)
                .orThrow()
                .getFirst()
                .request()
                .id();
        return returns.open(officer.actor(), asked, now)
                .orThrow()
                .lines()
                .getFirst()
                .question()
                .id();
    }
}
