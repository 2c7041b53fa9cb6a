package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.Reasons.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Agreements are recorded, changed by a further version and ended, at the door and on the pages (SHR-1). */
@HoldfastTest
class AgreementsTest {

    private final Agreements agreements;
    private final Ledger ledger;
    private final Partnerships partnerships;
    private final TestClock clock;
    private final int port;
    private final LocalDate today = LocalDate.of(2026, 3, 2);
    private final Instant now;
    private final TestPartnership us;
    private final Agency school;
    private final Actor governance;

    AgreementsTest(
            Agreements agreements,
            Ledger ledger,
            Partnerships partnerships,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.agreements = agreements;
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.clock = clock;
        this.port = port;
        now = clock.set(today, LocalTime.of(10, 0));
        us = founder.found(now);
        school = partnerships.join(us.program, "Example Street Academy", AgencyKind.EDUCATION, now);
        partnerships.join(us.program, "Example Competent Authority", AgencyKind.COMPETENT_AUTHORITY, now);
        governance = us.informationGovernance.actor();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theRegisterSaysWhichAgencyMayNotShareForWhat() {
        assertThat(register().without())
                .as("all but the school have signed; the competent authority gets its form and signs nothing")
                .containsExactly(
                        missing(Purpose.GROUNDS_DECISION),
                        missing(Purpose.SAFETY_PLANNING),
                        missing(Purpose.CASE_WORK),
                        missing(Purpose.HANDING_OVER));
        assertThat(register().agencies()).extracting(Agency::name).doesNotContain("Example Competent Authority");
        sign(draft("Schools", Set.of(Purpose.SAFETY_PLANNING, Purpose.CASE_WORK, Purpose.HANDING_OVER), today, null));
        assertThat(register().without()).containsExactly(missing(Purpose.GROUNDS_DECISION));
        sign(draft("Academies", Set.of(Purpose.GROUNDS_DECISION), today.plusDays(1), null));
        assertThat(register().without())
                .as("not before its first day")
                .containsExactly(missing(Purpose.GROUNDS_DECISION));
        assertThat(register().agreements())
                .extracting(Agreement::title)
                .containsExactly("Academies", "Schools", "Testshire agreement");

        assertThat(agreements.inForce(governance, Purpose.GROUNDS_DECISION, today))
                .doesNotContain(school.id());
        assertThat(agreements.inForce(governance, Purpose.GROUNDS_DECISION, today.plusDays(1)))
                .contains(school.id(), us.council.id());
        assertThat(agreements.inForce(governance, Purpose.ASSURANCE, today))
                .as("which needs none")
                .isEmpty();
    }

    @Test
    void aPanelSharesToDecideAndEveryOtherMeetingToPlan() {
        List<MeetingKind> kinds = partnerships.profile(us.partnership.id()).meetingKinds();
        assertThat(kinds)
                .hasSizeGreaterThan(1)
                .allSatisfy(kind -> assertThat(Purpose.of(kind))
                        .isEqualTo(kind.id().equals("panel") ? Purpose.GROUNDS_DECISION : Purpose.SAFETY_PLANNING));
    }

    @Test
    void aChangeIsAFurtherVersionAndTheLedgerSaysWhatWasAgreed() {
        Agreement first = sign(draft(" Schools ", Set.of(Purpose.SAFETY_PLANNING), today, null));
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.title()).isEqualTo("Schools");
        AgreementDraft changed = because(
                draft("Schools and colleges", Set.of(Purpose.SAFETY_PLANNING), today, null), " A college joined. ");
        Agreement second =
                agreements.change(governance, first.id(), 1, changed, now).orThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(agreements.see(governance, first.id(), now).orThrow().versions())
                .extracting(Agreement::version, Agreement::title, Agreement::because)
                .containsExactly(tuple(2, "Schools and colleges", "A college joined."), tuple(1, "Schools", ""));
        List<LedgerLine> lines = ledger.lines(governance, LedgerFilter.ALL, Long.MAX_VALUE, 2);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.event()).isEqualTo("agreement-recorded");
            assertThat(line.subjectId()).isEqualTo(first.id().value());
            assertThat(line.detail())
                    .contains(
                            "SAFETY_PLANNING", "2026-03-02", school.id().value().toString());
        });
    }

    @Test
    void whoSawAnOlderVersionOrGivesNoReasonChangesNothing() {
        Agreement signed = sign(draft("Schools", Set.of(Purpose.SAFETY_PLANNING), today, null));
        AgreementDraft silent = draft("Colleges", Set.of(Purpose.SAFETY_PLANNING), today, null);
        assertThat(keys(agreements.change(governance, signed.id(), 1, silent, now)))
                .containsExactly("sharing.agreement.because-missing");
        assertThat(keys(agreements.change(governance, signed.id(), 0, because(silent, "Renamed"), now)))
                .containsExactly("sharing.refused.changed-meanwhile");
        assertThat(keys(agreements.end(governance, signed.id(), 1, null, "They left", now)))
                .containsExactly("sharing.agreement.ends-missing");
        assertThat(agreements.see(governance, signed.id(), now).orThrow().versions())
                .hasSize(1);
    }

    @Test
    void endingOneKeepsAllElseThatWasAgreed() {
        Agreement signed = sign(draft("Schools", Set.of(Purpose.SAFETY_PLANNING), today, null));
        Agreement ended = agreements
                .end(governance, signed.id(), 1, today.plusDays(1), "They left", now)
                .orThrow();
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("version", "endsOn", "because", "recordedAt")
                .isEqualTo(signed);
        assertThat(ended.endsOn()).isEqualTo(today.plusDays(1));
    }

    @Test
    void nobodyElseKeepsAgreementsAndOneThatIsNotThereIsNotFound() {
        Agreement signed = sign(draft("Schools", Set.of(Purpose.SAFETY_PLANNING), today, today.plusDays(20)));
        Actor worker = us.socialWorker.actor();
        AgreementId nowhere = new AgreementId(UUID.randomUUID());
        AgreementDraft draft = because(draft("x", Set.of(Purpose.SAFETY_PLANNING), today, null), "x");
        assertThat(Stream.of(
                        agreements.register(worker, now),
                        agreements.see(worker, signed.id(), now),
                        agreements.sign(worker, draft, now),
                        agreements.change(worker, signed.id(), 1, draft, now),
                        agreements.end(worker, signed.id(), 1, today.plusDays(1), "x", now),
                        agreements.see(governance, nowhere, now),
                        agreements.change(governance, nowhere, 0, draft, now),
                        agreements.end(governance, nowhere, 0, today.plusDays(1), "x", now)))
                .allMatch(Outcome.refused(Sharing.NOT_FOUND)::equals);
        assertThat(agreements.toReview(governance, now))
                .extracting(Agreement::id)
                .containsExactly(signed.id());
        assertThat(agreements.toReview(worker, now)).isEmpty();
    }

    @Test
    void onThePagesAnAgreementIsRecordedChangedAndEnded() {
        Visitor ingo = Visitor.signedIn(port, us.informationGovernance);
        assertThat(ingo.get("/agreements").body())
                .contains("Testshire agreement")
                .contains("Example Street Academy has no information-sharing agreement in force")
                .contains("href=\"/disclosures\"");
        assertThat(ingo.get("/agreements/new").body())
                .contains("Example Street Academy", school.id().value().toString())
                .doesNotContain("Example Competent Authority");
        Visitor.Answer faults =
                ingo.post("/agreements", with("ends-day", "31", "ends-month", "2", "ends-year", "2027"));
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.body())
                .as("an end that is no day does not become no end")
                .contains("Enter a date that exists", "Made-up schools");
        assertThat(ingo.post("/agreements", "title", "Only a title").body())
                .contains("Choose at least two agencies that signed", "Only a title");

        Visitor.Answer done = ingo.post("/agreements", with());
        assertThat(done.status()).isEqualTo(303);
        String path = done.location().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        String page = ingo.get(done.location()).body();
        assertThat(page)
                .contains("The agreement is recorded", "Made-up schools", "Example Street Academy, Testshire Council")
                .contains("To decide whether there are grounds", "; To plan together how the child is kept safe")
                .contains("href=\"" + path + "/change\"", "href=\"" + path + "/end\"");
        assertThat(ingo.get(path + "/change").body())
                .contains("value=\"Made-up schools\"", "name=\"version\" value=\"1\"")
                .containsPattern("value=\"SAFETY_PLANNING\"[^>]* checked")
                .containsPattern("value=\"" + school.id().value() + "\"[^>]* checked");
        assertThat(ingo.post(path + "/change", with("version", "1")).body()).contains("Say why it is changed");
        assertThat(ingo.post(path + "/change", with("version", "1", "review-day", "40", "because", "x"))
                        .body())
                .contains("Enter a date that exists");
        assertThat(ingo.post(path + "/change", with("version", "1", "because", "Read again"))
                        .status())
                .isEqualTo(303);
        assertThat(ingo.get(path).body()).contains("Earlier versions", "Read again");

        assertThat(ingo.get(path + "/end").body()).contains("name=\"version\" value=\"2\"");
        assertThat(ingo.post(path + "/end", "version", "2", "because", "They left")
                        .body())
                .contains("Give the day from which it is no longer in force");
        assertThat(ingo.post(
                                path + "/end",
                                "version",
                                "2",
                                "ends-day",
                                "3",
                                "ends-month",
                                "3",
                                "ends-year",
                                "2026",
                                "because",
                                "They left")
                        .status())
                .isEqualTo(303);
        assertThat(ingo.get(path).body()).contains("They left");
    }

    @Test
    void whoKeepsNoAgreementsFindsNoPageOfThem() {
        String path = "/agreements/"
                + sign(draft("Schools", Set.of(Purpose.SAFETY_PLANNING), today, null))
                        .id()
                        .value();
        Visitor sol = Visitor.signedIn(port, us.socialWorker);
        for (String each : List.of("/agreements", "/agreements/new", path, path + "/change", path + "/end")) {
            assertThat(sol.get(each).status()).as(each).isEqualTo(404);
        }
        assertThat(sol.get("/help").body()).doesNotContain("href=\"/agreements\"", "href=\"/disclosures\"");
        assertThat(sol.post("/agreements", with()).status()).isEqualTo(404);
        assertThat(sol.post(path + "/change", with("version", "1", "because", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(register().agreements()).hasSize(2);
    }

    private String[] with(String... more) {
        return Stream.concat(
                        Stream.of(
                                "title",
                                "Made-up schools",
                                "parties",
                                us.council.id().value().toString(),
                                "parties",
                                school.id().value().toString(),
                                "purposes",
                                "GROUNDS_DECISION",
                                "purposes",
                                "SAFETY_PLANNING",
                                "classes",
                                "EDUCATION",
                                "basis",
                                "PUBLIC_TASK",
                                "starts-day",
                                "2",
                                "starts-month",
                                "3",
                                "starts-year",
                                "2026",
                                "review-month",
                                "3",
                                "review-year",
                                "2027",
                                "document",
                                "Example Street archive"),
                        Stream.concat(
                                Stream.of(more).anyMatch("review-day"::equals)
                                        ? Stream.of()
                                        : Stream.of("review-day", "2"),
                                Stream.of(more)))
                .toArray(String[]::new);
    }

    private Agreements.Register register() {
        return agreements.register(governance, now).orThrow();
    }

    private Reason missing(Purpose purpose) {
        return Agreements.missing("Example Street Academy", purpose);
    }

    private Agreement sign(AgreementDraft draft) {
        return agreements.sign(governance, draft, now).orThrow();
    }

    private AgreementDraft draft(String title, Set<Purpose> purposes, LocalDate starts, LocalDate review) {
        return new AgreementDraft(
                title,
                Set.of(us.council.id(), school.id()),
                purposes,
                EnumSet.of(DataClass.EDUCATION),
                LawfulBasis.PUBLIC_TASK,
                starts,
                null,
                review == null ? starts.plusYears(1) : review,
                "Example Street archive",
                "");
    }

    private static AgreementDraft because(AgreementDraft draft, String because) {
        return new AgreementDraft(
                draft.title(),
                draft.parties(),
                draft.purposes(),
                draft.dataClasses(),
                draft.lawfulBasis(),
                draft.startsOn(),
                draft.endsOn(),
                draft.reviewOn(),
                draft.document(),
                because);
    }
}
