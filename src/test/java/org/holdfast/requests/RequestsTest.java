package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.WorkItem;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Place;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Agencies are asked, answer, are late and are chased, on the real database (MTG-3, SHR-2, SHR-4). */
@HoldfastTest
@Import(PanelToAsk.class)
class RequestsTest {
    private final Requests requests;
    private final Returns returns;
    private final Reminders reminders;
    private final RequestWork work;
    private final Meetings meetings;
    private final Sharing sharing;
    private final PanelToAsk day;
    private final Partnerships partnerships;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TestPartnership us;
    private final Agency school;
    private final TestPartnership.Person teacher;
    private final TestPartnership.Person nurse;

    /** A Monday; the panel is on the Wednesday two weeks after, so answers are due on the Wednesday between. */
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");

    private final LocalDate panelDay = LocalDate.of(2026, 3, 18);

    RequestsTest(
            Requests requests,
            Returns returns,
            Reminders reminders,
            RequestWork work,
            Meetings meetings,
            Sharing sharing,
            PanelToAsk day,
            Partnerships partnerships,
            Ledger ledger,
            JdbcClient sql,
            TransactionTemplate transaction,
            TestPartnership.Founder founder) {
        this.requests = requests;
        this.returns = returns;
        this.reminders = reminders;
        this.work = work;
        this.meetings = meetings;
        this.sharing = sharing;
        this.day = day;
        this.partnerships = partnerships;
        this.ledger = ledger;
        this.sql = sql;
        this.transaction = transaction;
        this.us = founder.found(now);
        this.school = us.agency("Example Street Academy", AgencyKind.EDUCATION);
        this.teacher = us.join(school, "Tam Teacher", Role.AGENCY_CONTACT);
        this.nurse = us.join(us.health, "Nell Nurse", Role.AGENCY_CONTACT);
    }

    @Test
    void eachAgencyIsAskedOnceForAllItsChildrenAnswersAreKeptAndServeTheNextMeeting() {
        CaseId ann = waiting("Ann Testchild");
        CaseId bea = waiting("Bea Testchild");
        CaseId cia = waiting("Cia Testchild");
        sharing.involve(us.coordinator.actor(), ann, Involvement.of(school.id(), Basis.AGENCY, now), now);
        MeetingId panel = planned(panelDay, now);

        assertThat(requests.ask(us.coordinator.actor(), panel, now).orThrow())
                .as("police, health, council, guardians, and the school of one of them")
                .isEqualTo(5);
        assertThat(requests.ask(us.coordinator.actor(), panel, now).orThrow())
                .as("pressed again it asks nobody twice")
                .isZero();
        Returns.Sheet health = sheet(nurse, panel);
        assertThat(health.request().dueOn()).isEqualTo("2026-03-11");
        assertThat(health.lines()).extracting(it -> it.child().displayName()).hasSize(3);
        assertThat(sheet(teacher, panel).lines())
                .as("the school is asked about the child it works with, and no other")
                .singleElement()
                .satisfies(it -> assertThat(it.question().caseId()).isEqualTo(ann));
        assertThat(messages("requests.mail.asked"))
                .as("one message to each who answers, with a link and no name of a child")
                .hasSize(5)
                .allSatisfy(it -> assertThat(it).doesNotContain("Testchild"));
        assertThat(sees(nurse, ann))
                .as("being asked opens no more than the request")
                .isFalse();
        assertThat(waitingFor(nurse))
                .singleElement()
                .satisfies(it -> assertThat(it.dueAt()).isEqualTo(UnitedKingdom.endOf(LocalDate.of(2026, 3, 11))));

        // part of it is restricted
        AgencyReturn told = returns.handIn(
                        nurse.actor(),
                        question(nurse, panel, ann),
                        new ReturnDraft(
                                List.of(
                                        new Told(Heading.KNOWN, "Seen at the walk-in centre twice.", false, ""),
                                        new Told(
                                                Heading.WORRIES, "A named adult waited outside.", true, "Live inquiry"),
                                        new Told(Heading.OFFER, "", false, "")),
                                "Example clinic records",
                                LocalDate.of(2026, 3, 2)),
                        0,
                        now)
                .orThrow();
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.told()).extracting(Told::heading).containsExactly(Heading.KNOWN, Heading.WORRIES);
        assertThat(lastLedger(ann, "return-given").detail())
                .as("the disclosure says to whom, for what and on which basis, and nothing of the child (SHR-2)")
                .contains(panel.value().toString(), "GROUNDS_DECISION", "PUBLIC_TASK_AND_SAFEGUARDING")
                .doesNotContain("walk-in");

        // nil return in one press, for one and for all the rest
        returns.nothingKnown(nurse.actor(), question(nurse, panel, bea), now).orThrow();
        assertThat(returns.nothingKnownOfTheRest(nurse.actor(), health.request().id(), now)
                        .orThrow())
                .isEqualTo(1);
        assertThat(waitingFor(nurse)).isEmpty();
        assertThat(keys(returns.nothingKnown(nurse.actor(), question(nurse, panel, cia), now)))
                .containsExactly("requests.refused.answered");

        // who reads the restricted part
        assertThat(read(us.coordinator, ann)).containsExactly(Heading.KNOWN, Heading.WORRIES);
        assertThat(read(us.chair, ann)).containsExactly(Heading.KNOWN, Heading.WORRIES);
        assertThat(read(us.policeVoter, ann)).containsExactly(Heading.KNOWN, Heading.WORRIES);
        assertThat(read(nurse, ann)).as("the agency that gave it").containsExactly(Heading.KNOWN, Heading.WORRIES);
        sharing.involve(
                us.coordinator.actor(),
                ann,
                Involvement.of(us.socialWorker.member().id(), Basis.ASSIGNED, now),
                now);
        assertThat(requests.answersFor(us.socialWorker.actor(), ann, now)
                        .orThrow()
                        .returns())
                .as("the child's worker reads with the invitation, and not by being her worker (NRM-23)")
                .allMatch(it -> it.agency().equals(us.council.id()));
        AttendeeId worker = meetings.invite(
                        us.coordinator.actor(), panel, us.socialWorker.member().id(), Capacity.SOCIAL_WORKER, null, now)
                .orThrow();
        meetings.inviteTo(us.coordinator.actor(), item(panel, ann), Set.of(worker), now)
                .orThrow();
        assertThat(read(us.socialWorker, ann))
                .as("without a gap, and without a word that something is left out")
                .containsExactly(Heading.KNOWN);
        assertThat(requests.answersFor(us.guardian.actor(), ann, now).orThrow().returns())
                .as("the guardian attends without the pack and has told nothing herself")
                .isEmpty();

        // corrected by a further version; two who write do not overwrite each other
        ReturnDraft corrected = new ReturnDraft(
                List.of(new Told(Heading.KNOWN, "Seen at the walk-in centre once.", false, "")),
                "Example clinic records",
                LocalDate.of(2026, 3, 2));
        assertThat(keys(returns.handIn(nurse.actor(), question(nurse, panel, ann), corrected, 0, now)))
                .containsExactly("requests.refused.changed-meanwhile");
        returns.handIn(nurse.actor(), question(nurse, panel, ann), corrected, 1, now)
                .orThrow();
        assertThat(requests.versions(nurse.actor(), ann, us.health.id(), now).orThrow())
                .as("the earlier one is kept")
                .extracting(it -> it.told(Heading.KNOWN).orElseThrow().text())
                .containsExactly("Seen at the walk-in centre once.", "Seen at the walk-in centre twice.");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    sql.sql("select set_config('holdfast.partnership', ?, true)")
                            .param(us.partnership.id().value().toString())
                            .query()
                            .singleValue();
                    sql.sql("update requests.told set text = 'x'").update();
                }))
                .isInstanceOf(DataAccessException.class);

        // a later meeting is offered what was told last
        Instant later = Instant.parse("2026-03-30T09:00:00Z");
        MeetingId mace = meetings.plan(
                        us.coordinator.actor(),
                        new MeetingPlan(
                                "mace",
                                LocalDate.of(2026, 4, 15),
                                LocalTime.of(9, 30),
                                new Place("Example Street 1", ""),
                                us.chair.member().id()),
                        later)
                .orThrow();
        meetings.invite(us.coordinator.actor(), mace, us.healthVoter.member().id(), Capacity.ADVISER, null, later)
                .orThrow();
        meetings.list(us.coordinator.actor(), mace, ann, org.holdfast.meetings.Purpose.DISCUSSION, "Review", later)
                .orThrow();
        requests.ask(us.coordinator.actor(), mace, later).orThrow();
        Returns.Line again = sheet(nurse, mace, later).lines().getFirst();
        assertThat(again.last().orElseThrow().version()).isEqualTo(2);
        AgencyReturn confirmed =
                returns.confirm(nurse.actor(), again.question().id(), 2, later).orThrow();
        assertThat(confirmed.confirms()).isEqualTo(2);
        assertThat(confirmed.asOf()).isEqualTo("2026-03-30");
        assertThat(confirmed.told(Heading.KNOWN).orElseThrow().text()).isEqualTo("Seen at the walk-in centre once.");
    }

    @Test
    void whoIsLateIsRemindedAndThenTheLeadIsToldEachOnceHoweverOftenTheRoundIsMade() {
        waiting("Ann Testchild");
        partnerships.leads(us.program, us.police.id(), us.manager.member().id(), now);
        MeetingId panel = planned(panelDay, now);
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
        for (TestPartnership.Person answered : List.of(nurse, us.guardian, us.councilVoter)) {
            returns.nothingKnownOfTheRest(
                            answered.actor(), sheet(answered, panel).request().id(), now)
                    .orThrow();
        }
        // due a week before, on Wednesday the 11th: reminded three working days before, on the day, and the day after
        assertThat(sheet(us.policeVoter, panel).request().dueOn()).isEqualTo("2026-03-11");
        for (LocalDate day = LocalDate.of(2026, 3, 3); day.isBefore(panelDay); day = day.plusDays(1)) {
            for (int hour : List.of(6, 9, 10, 15, 20)) {
                reminders.make(
                        us.program,
                        day.atTime(hour, 0).atZone(UnitedKingdom.ZONE).toInstant());
            }
        }
        assertThat(messages("requests.mail.remind"))
                .as("on the 6th and the 11th")
                .hasSize(2);
        assertThat(messages("requests.mail.late"))
                .as("on the 12th, and again with the lead on the 13th")
                .hasSize(2);
        assertThat(messages("requests.mail.lead")).hasSize(1);
        Requests.Row police =
                requests
                        .board(us.coordinator.actor(), panel, at(LocalDate.of(2026, 3, 13), 11))
                        .orThrow()
                        .rows()
                        .stream()
                        .filter(it -> it.request().agency().equals(us.police.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(police.escalated()).isTrue();
        assertThat(police.cells().values()).allMatch(Requests.Cell::late);
        assertThat(police.sent())
                .extracting(Requests.Sent::step)
                .containsExactly("asked", "remind.3", "remind.0", "remind.-1", "lead.2");

        // by hand once a day
        Instant morning = at(LocalDate.of(2026, 3, 13), 11);
        requests.chase(us.coordinator.actor(), police.request().id(), morning).orThrow();
        assertThat(keys(requests.chase(us.coordinator.actor(), police.request().id(), morning)))
                .containsExactly("requests.refused.chased-today");

        // after the meeting it stands as unanswered, and can still be answered for the next
        reminders.make(us.program, at(panelDay.plusDays(1), 9));
        assertThat(sheet(us.policeVoter, panel, at(panelDay.plusDays(1), 10)).lines())
                .extracting(it -> it.question().state())
                .containsExactly(QuestionState.UNANSWERED);
        returns.nothingKnownOfTheRest(us.policeVoter.actor(), police.request().id(), at(panelDay.plusDays(1), 11))
                .orThrow();
        assertThat(messages("requests.mail.lead")).hasSize(1);
    }

    @Test
    void whoeverIsKeptOutOfEveryChildAskedAboutIsNotWrittenTo() {
        CaseId ann = waiting("Ann Testchild");
        MeetingId panel = planned(panelDay, now);
        for (TestPartnership.Person kept : List.of(nurse, us.healthVoter)) {
            sharing.exclude(us.coordinator.actor(), ann, kept.member().id(), "Related", now);
        }
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
        assertThat(messages("requests.mail.asked")).as("not to health").hasSize(3);
        RequestId health = requests.board(us.coordinator.actor(), panel, now).orThrow().rows().stream()
                .map(Requests.Row::request)
                .filter(it -> it.agency().equals(us.health.id()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(keys(requests.chase(us.coordinator.actor(), health, now)))
                .containsExactly("requests.refused.nobody-to-write-to");
        for (LocalDate day = UnitedKingdom.day(now); day.isBefore(panelDay); day = day.plusDays(1)) {
            reminders.make(us.program, at(day, 11));
        }
        List<String> written = ledger.within(
                us.program,
                () -> sql.sql("select member_id::text from mail.message where text_key like 'requests.mail.%'")
                        .query(String.class)
                        .list());
        assertThat(written)
                .isNotEmpty()
                .doesNotContain(
                        nurse.member().id().value().toString(),
                        us.healthVoter.member().id().value().toString());
    }

    @Test
    void whoeverPressesTwiceAtOnceAsksAndWritesOnce() throws InterruptedException {
        waiting("Ann Testchild");
        MeetingId panel = planned(panelDay, now);
        List<Outcome<Integer>> answers;
        try (ExecutorService windows = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<Integer>> press = () -> requests.ask(us.coordinator.actor(), panel, now);
            answers = windows.invokeAll(Collections.nCopies(2, press)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers.stream().mapToInt(Outcome::orThrow).sum()).isEqualTo(4);
        assertThat(messages("requests.mail.asked")).as("each agency once").hasSize(4);
    }

    @Test
    void theRequestFollowsTheAgendaAndWhoeverIsKeptOutFindsNothing() {
        CaseId ann = waiting("Ann Testchild");
        MeetingId panel = planned(panelDay, now);
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
        CaseId bea = waiting("Bea Testchild");
        Instant next = now.plus(Duration.ofDays(1));
        meetings.list(us.coordinator.actor(), panel, bea, null, "", next).orThrow();
        Returns.Sheet health = sheet(nurse, panel, next);
        assertThat(health.lines()).as("added to the standing request").hasSize(2);
        assertThat(messages("requests.mail.further"))
                .as("each agency is told once")
                .hasSize(4);

        // kept out of one child: the other stays
        sharing.exclude(us.coordinator.actor(), ann, nurse.member().id(), "Related", next);
        assertThat(sheet(nurse, panel, next).lines())
                .extracting(it -> it.question().caseId())
                .containsExactly(bea);
        QuestionId aboutAnn = sheet(us.healthVoter, panel, next).lines().stream()
                .filter(it -> it.question().caseId().equals(ann))
                .findFirst()
                .orElseThrow()
                .question()
                .id();
        assertThat(returns.nothingKnown(nurse.actor(), aboutAnn, next)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(requests.answersFor(nurse.actor(), ann, next)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(returns.open(us.policeVoter.actor(), health.request().id(), next))
                .as("another agency's request does not exist")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(returns.open(
                        us.socialWorker.actor(),
                        sheet(us.councilVoter, panel, next).request().id(),
                        next))
                .as("a social worker answers for the children they hold")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));

        // not for this agency
        QuestionId aboutBea = sheet(us.guardian, panel, next).lines().stream()
                .filter(it -> it.question().caseId().equals(bea))
                .findFirst()
                .orElseThrow()
                .question()
                .id();
        requests.leaveOut(us.coordinator.actor(), aboutBea, next).orThrow();
        assertThat(sheet(us.guardian, panel, next.plusSeconds(1)).lines())
                .extracting(it -> it.question().caseId())
                .containsExactly(ann);
        requests.ask(us.coordinator.actor(), panel, next.plusSeconds(1)).orThrow();
        assertThat(sheet(us.guardian, panel, next.plusSeconds(2)).lines())
                .as("what was left out stays left out when more is asked")
                .hasSize(1);

        // taken off the agenda
        AgendaItemId item = meetings.agenda(us.coordinator.actor(), panel, next).orThrow().entries().stream()
                .filter(it -> it.item().caseId().equals(bea))
                .findFirst()
                .orElseThrow()
                .item()
                .id();
        Instant off = next.plusSeconds(10);
        meetings.withdraw(us.coordinator.actor(), item, "Moved", off).orThrow();
        assertThat(sheet(us.healthVoter, panel, off.plusSeconds(1)).lines())
                .extracting(it -> it.question().caseId())
                .containsExactly(ann);
        assertThat(sharing.visible(us.healthVoter.actor(), Permission.ANSWER_REQUEST, Set.of(bea), off.plusSeconds(1)))
                .isEmpty();
    }

    private AgendaItemId item(MeetingId panel, CaseId caseId) {
        return meetings.agenda(us.coordinator.actor(), panel, now).orThrow().entries().stream()
                .map(Meetings.Entry::item)
                .filter(it -> it.caseId().equals(caseId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<WorkItem> waitingFor(TestPartnership.Person person) {
        return ledger.within(person.actor(), () -> work.waitingFor(person.actor(), now));
    }

    private CaseId waiting(String name) {
        return day.waiting(us, name, now);
    }

    private MeetingId planned(LocalDate on, Instant at) {
        return day.planned(us, on, at);
    }

    private Returns.Sheet sheet(TestPartnership.Person reader, MeetingId meeting) {
        return sheet(reader, meeting, now);
    }

    private Returns.Sheet sheet(TestPartnership.Person reader, MeetingId meeting, Instant at) {
        RequestId id = returns.waiting(reader.actor(), at).orThrow().stream()
                .map(Returns.Listed::request)
                .filter(it -> it.meeting().equals(meeting))
                .findFirst()
                .orElseThrow()
                .id();
        return returns.open(reader.actor(), id, at).orThrow();
    }

    private QuestionId question(TestPartnership.Person reader, MeetingId meeting, CaseId caseId) {
        return sheet(reader, meeting).lines().stream()
                .filter(it -> it.question().caseId().equals(caseId))
                .findFirst()
                .orElseThrow()
                .question()
                .id();
    }

    private List<Heading> read(TestPartnership.Person reader, CaseId caseId) {
        return requests.answersFor(reader.actor(), caseId, now).orThrow().returns().stream()
                .filter(it -> it.agency().equals(us.health.id()))
                .flatMap(it -> it.told().stream())
                .map(Told::heading)
                .toList();
    }

    private boolean sees(TestPartnership.Person person, CaseId caseId) {
        return !sharing.visible(person.actor(), Permission.SEE_CASE, Set.of(caseId), now)
                .isEmpty();
    }

    private LedgerLine lastLedger(CaseId caseId, String event) {
        return ledger.linesAbout(us.coordinator.actor(), caseId.value(), 200).stream()
                .filter(it -> it.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private List<String> messages(String key) {
        return transaction.execute(_ -> {
            sql.sql("select set_config('holdfast.partnership', ?, true)")
                    .param(us.partnership.id().value().toString())
                    .query()
                    .singleValue();
            return sql.sql("select array_to_string(text_values, ' ') || path from mail.message where text_key = ?")
                    .param(key)
                    .query(String.class)
                    .list();
        });
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
