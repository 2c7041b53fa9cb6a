package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.Refusals;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Stage;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Planning, session and minutes on the real database. */
@HoldfastTest
@Import(PanelDay.class)
class MeetingsTest {
    private final Meetings meetings;
    private final Sessions sessions;
    private final MinuteBook minuteBook;
    private final MeetingWork work;
    private final Cases cases;
    private final Sharing sharing;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final PanelDay day;
    private final TestPartnership us;

    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final LocalDate panelDay = LocalDate.of(2026, 3, 11);
    private final Instant atPanel = Instant.parse("2026-03-11T09:30:00Z");

    MeetingsTest(
            Meetings meetings,
            Sessions sessions,
            MinuteBook minuteBook,
            MeetingWork work,
            Cases cases,
            Sharing sharing,
            Ledger ledger,
            JdbcClient sql,
            PanelDay day,
            TestPartnership.Founder founder) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.minuteBook = minuteBook;
        this.work = work;
        this.cases = cases;
        this.sharing = sharing;
        this.ledger = ledger;
        this.sql = sql;
        this.day = day;
        this.us = founder.found(now);
    }

    @Test
    void theAgendaFillsItselfWithWhatIsDueMostPressingFirst() {
        CaseId fresh = day.waiting(us, "Ann Testchild", 3, now);
        CaseId old = day.waiting(us, "Bea Testchild", 34, now);
        MeetingId panel = day.planned(us, panelDay, now);
        Meetings.Agenda agenda = day.agenda(us.coordinator, panel, now);
        assertThat(agenda.entries()).extracting(it -> it.item().caseId()).containsExactly(old, fresh);
        assertThat(agenda.entries().getFirst().child()).isEqualTo("Bea Testchild");
        assertThat(agenda.entries().getFirst().reasons())
                .extracting(AgendaProposal.Why::because)
                .containsExactly(AgendaProposal.Because.DUE_BEFORE_NEXT_MEETING);
        assertThat(cases.stage(us.coordinator.actor(), old)).isEqualTo(Stage.REASONABLE_GROUNDS_PANEL);
    }

    @Test
    void anInvitationOpensTheCaseUntilTheMinutesHaveBeenRead() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        assertThat(sees(us.policeVoter, child, now)).isFalse();
        day.planned(us, panelDay, now);
        assertThat(sees(us.policeVoter, child, now)).isTrue();
        assertThat(sees(us.policeVoter, child, now.plus(Duration.ofDays(60)))).isFalse();
    }

    @Test
    void takingAnItemOffEndsWhatTheInvitationOpenedAndTheCaseWaitsAgain() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AgendaItemId item = item(panel, child);
        assertThat(keys(meetings.withdraw(us.coordinator.actor(), item, " ", now)))
                .containsExactly("meetings.withdraw.because");
        meetings.withdraw(us.coordinator.actor(), item, "Moved to the urgent panel", now)
                .orThrow();
        assertThat(sees(us.policeVoter, child, now.plusSeconds(1))).isFalse();
        assertThat(cases.stage(us.coordinator.actor(), child)).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
        assertThat(day.agenda(us.coordinator, panel, now).withdrawn()).hasSize(1);
        assertThat(meetings.proposals(us.coordinator.actor(), panel, now).orThrow())
                .extracting(it -> it.proposal().due().caseId())
                .containsExactly(child);
    }

    @Test
    void whoIsInvitedToOneItemSeesThatItemOnlyAndWithoutAGap() {
        CaseId first = day.waiting(us, "Ann Testchild", 30, now);
        CaseId second = day.waiting(us, "Bea Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AttendeeId seat = day.invite(us, panel, us.socialWorker, Capacity.SOCIAL_WORKER, now);
        assertThat(day.agenda(us.socialWorker, panel, now).entries()).isEmpty();
        meetings.inviteTo(us.coordinator.actor(), item(panel, second), Set.of(seat), now)
                .orThrow();
        assertThat(day.agenda(us.socialWorker, panel, now).entries())
                .extracting(it -> it.item().caseId())
                .containsExactly(second);
        assertThat(sessions.panel(us.socialWorker.actor(), item(panel, first), now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(sees(us.socialWorker, first, now)).isFalse();
    }

    @Test
    void whoIsKeptOutOfACaseDoesNotFindItsItem() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        sharing.exclude(us.coordinator.actor(), child, us.healthVoter.member().id(), "Knows the family", now);
        assertThat(day.agenda(us.healthVoter, panel, now).entries()).isEmpty();
        assertThat(sessions.see(us.healthVoter.actor(), item(panel, child), now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        day.open(us, panel, atPanel, us.chair, us.councilVoter, us.policeVoter, us.healthVoter);
        Quorum quorum = sessions.panel(us.coordinator.actor(), item(panel, child), atPanel)
                .orThrow()
                .quorum();
        assertThat(quorum.missing()).extracting(Reason::key).containsExactly("meetings.quorum.voter.health");
    }

    @Test
    void aSessionIsOpenedOnItsDayAndIsNotOfferedBefore() {
        MeetingId panel = day.planned(us, panelDay, now);
        assertThat(day.agenda(us.coordinator, panel, now).available()).doesNotContain(MeetingCommand.OPEN);
        assertThat(keys(sessions.open(us.coordinator.actor(), panel, now)))
                .containsExactly("meetings.refused.before-the-day");

        assertThat(day.agenda(us.coordinator, panel, atPanel).available()).contains(MeetingCommand.OPEN);
        sessions.open(us.coordinator.actor(), panel, atPanel).orThrow();
    }

    @Test
    void whoIsNotInvitedDoesNotFindTheMeeting() {
        MeetingId panel = day.planned(us, panelDay, now);
        assertThat(meetings.agenda(us.manager.actor(), panel, now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(meetings.between(us.manager.actor(), panelDay, panelDay, now).orThrow())
                .isEmpty();
        assertThat(meetings.agenda(us.administrator.actor(), panel, now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    void theAgendaIsReorderedAndAnOutdatedViewIsRefused() {
        day.waiting(us, "Ann Testchild", 30, now);
        day.waiting(us, "Bea Testchild", 20, now);
        CaseId last = day.waiting(us, "Cia Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        int seen = day.agenda(us.coordinator, panel, now).meeting().version();
        meetings.move(us.coordinator.actor(), item(panel, last), 1, seen, now).orThrow();
        assertThat(day.agenda(us.coordinator, panel, now).entries())
                .extracting(Meetings.Entry::child)
                .containsExactly("Cia Testchild", "Ann Testchild", "Bea Testchild");
        assertThat(keys(meetings.move(us.coordinator.actor(), item(panel, last), 3, seen, now)))
                .containsExactly("meetings.refused.changed-meanwhile");
    }

    @Test
    void withoutAQuorumAnItemIsNotDecidedAndGoesToTheNextAgendaByItself() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        MeetingId next = day.planned(us, panelDay.plusWeeks(1), now);
        AgendaItemId item = item(panel, child);
        day.open(us, panel, atPanel, us.chair, us.councilVoter, us.policeVoter);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        assertThat(keys(sessions.decided(us.coordinator.actor(), item, atPanel, atPanel)))
                .containsExactly("meetings.quorum.voter.health");

        sessions.adjourn(us.coordinator.actor(), item, AdjournedFor.NO_QUORUM, "", atPanel)
                .orThrow();
        assertThat(day.agenda(us.coordinator, next, atPanel).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.item().caseId()).isEqualTo(child);
                    assertThat(entry.item().carriedFrom()).isEqualTo(item);
                    assertThat(entry.reasons())
                            .extracting(AgendaProposal.Why::because)
                            .startsWith(AgendaProposal.Because.CARRIED_OVER);
                });
        assertThat(cases.milestones(us.coordinator.actor(), child))
                .extracting(it -> it.milestone())
                .endsWith(Milestone.PANEL_PLANNED, Milestone.ADJOURNED, Milestone.PANEL_PLANNED);
    }

    @Test
    void whatIsAdjournedBeforeANextMeetingIsPlannedWaitsForIt() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AgendaItemId item = item(panel, child);
        day.open(us, panel, atPanel, us.chair);
        sessions.finish(us.coordinator.actor(), panel, atPanel).orThrow();
        assertThat(day.agenda(us.coordinator, panel, atPanel)
                        .entries()
                        .getFirst()
                        .item()
                        .adjournedFor())
                .isEqualTo(AdjournedFor.OUT_OF_TIME);
        MeetingId next = meetings.plan(
                        us.coordinator.actor(),
                        new MeetingPlan(
                                "panel",
                                panelDay.plusWeeks(1),
                                java.time.LocalTime.of(9, 30),
                                new Place("", "Example line"),
                                us.chair.member().id()),
                        atPanel)
                .orThrow();
        Meetings.Agenda agenda = day.agenda(us.coordinator, next, atPanel);
        assertThat(agenda.entries())
                .singleElement()
                .satisfies(it -> assertThat(it.item().carriedFrom()).isEqualTo(item));
        assertThat(agenda.attendance().attendees())
                .as("those invited to the last panel are invited again")
                .extracting(Attendee::name)
                .containsExactlyInAnyOrder(
                        "Chara Chair", "Cato Councilvoter", "Pola Policevoter", "Hale Healthvoter", "Gil Guardian");
    }

    @Test
    void whatIsStillDiscussedWhenTheMeetingIsFinishedGoesToTheNextAgendaByItself() {
        CaseId discussed = day.waiting(us, "Ann Testchild", 10, now);
        CaseId notReached = day.waiting(us, "Bea Testchild", 12, now);
        MeetingId panel = day.planned(us, panelDay, now);
        MeetingId next = day.planned(us, panelDay.plusWeeks(1), now);
        AgendaItemId item = item(panel, discussed);
        day.open(us, panel, atPanel, us.chair, us.councilVoter, us.policeVoter, us.healthVoter);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "School was heard.", 0, atPanel)
                .orThrow();
        sessions.finish(us.coordinator.actor(), panel, atPanel).orThrow();

        assertThat(day.agenda(us.coordinator, panel, atPanel).entries())
                .allSatisfy(it -> assertThat(it.item().adjournedFor()).isEqualTo(AdjournedFor.OUT_OF_TIME));
        assertThat(day.agenda(us.coordinator, next, atPanel).entries())
                .extracting(it -> it.item().caseId())
                .containsExactlyInAnyOrder(discussed, notReached);
        assertThat(minuteBook.read(us.chair.actor(), panel, atPanel).orThrow().text().items().stream()
                        .filter(it -> it.item().equals(item.value()))
                        .findFirst()
                        .orElseThrow()
                        .note())
                .as("what was said of it until then stands in the minutes")
                .isEqualTo("School was heard.");
    }

    @Test
    void aChairInConflictLeavesTheMinutesOfTheItemToTheDeputyChair() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        TestPartnership.Person deputy = us.join(us.council, "Cleo Deputychair", Role.PANEL_CHAIR);
        day.invite(us, panel, deputy, Capacity.DEPUTY_CHAIR, now);
        AgendaItemId item = item(panel, child);
        day.open(us, panel, atPanel, us.chair, deputy);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        sessions.write(us.coordinator.actor(), item, Note.Part.RESTRICTED, "Live operation.", 0, atPanel)
                .orThrow();
        sessions.declareConflict(us.chair.actor(), item, day.seat(us, panel, us.chair, atPanel), "Cousin", atPanel)
                .orThrow();
        assertThat(keys(sessions.note(us.chair.actor(), item, Note.Part.RESTRICTED, atPanel)))
                .as("from now on the chair does not read what is restricted of it")
                .containsExactly("meetings.refused.not-your-part");
        assertThat(Refusals.subjects(ledger, us.chair.actor())).containsExactly(item.value());
        sessions.finish(us.coordinator.actor(), panel, atPanel).orThrow();
        String hash = minuteBook
                .read(deputy.actor(), panel, atPanel)
                .orThrow()
                .standing()
                .get(item.value())
                .hash();
        assertThat(keys(minuteBook.approveItem(us.chair.actor(), item, hash, atPanel)))
                .containsExactly("meetings.refused.items-unread");
        assertThat(minuteBook.approveItem(deputy.actor(), item, hash, atPanel).orThrow())
                .isEqualTo(MeetingState.APPROVED);
    }

    @Test
    void withAQuorumTheItemIsDecidedAndAConflictDeclaredLaterTakesItAway() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        CaseId other = day.waiting(us, "Bea Testchild", 5, now);
        MeetingId panel = day.planned(us, panelDay, now);
        day.open(us, panel, atPanel, us.chair, us.councilVoter, us.policeVoter, us.healthVoter);
        sessions.call(us.coordinator.actor(), item(panel, child), atPanel).orThrow();
        assertThat(keys(sessions.call(us.coordinator.actor(), item(panel, other), atPanel)))
                .containsExactly("meetings.refused.another-item-open");
        Panel decided = sessions.decided(us.chair.actor(), item(panel, child), atPanel, atPanel)
                .orThrow();
        assertThat(decided.quorum().voters())
                .extracting(Attendee::name)
                .containsExactlyInAnyOrder("Cato Councilvoter", "Pola Policevoter", "Hale Healthvoter");

        sessions.call(us.coordinator.actor(), item(panel, other), atPanel).orThrow();
        AttendeeId police = day.seat(us, panel, us.policeVoter, atPanel);
        assertThat(keys(sessions.declareConflict(
                        us.healthVoter.actor(), item(panel, other), police, "Is a neighbour", atPanel)))
                .containsExactly("meetings.refused.not-your-part");
        assertThat(Refusals.subjects(ledger, us.healthVoter.actor()))
                .containsExactly(item(panel, other).value());
        assertThat(keys(sessions.left(us.healthVoter.actor(), panel, police, atPanel)))
                .containsExactly("meetings.refused.not-your-part");
        assertThat(keys(sessions.apologies(us.healthVoter.actor(), panel, police, true, atPanel)))
                .containsExactly("meetings.refused.not-your-part");
        assertThat(Refusals.subjects(ledger, us.healthVoter.actor()))
                .containsExactly(
                        panel.value(), panel.value(), item(panel, other).value());
        sessions.declareConflict(us.policeVoter.actor(), item(panel, other), police, "Is a neighbour", atPanel)
                .orThrow();
        assertThat(keys(sessions.decided(us.chair.actor(), item(panel, other), atPanel, atPanel)))
                .containsExactly("meetings.quorum.voter.police");
    }

    @Test
    void twoWhoWriteTheSameNoteDoNotOverwriteEachOther() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AgendaItemId item = item(panel, child);
        day.open(us, panel, atPanel, us.chair);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        Note first = sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "School was heard.", 0, atPanel)
                .orThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(keys(sessions.write(us.chair.actor(), item, Note.Part.OPEN, "Police was heard.", 0, atPanel)))
                .containsExactly("meetings.refused.note-changed-meanwhile");
        sessions.write(us.chair.actor(), item, Note.Part.OPEN, "School was heard. Police was heard.", 1, atPanel)
                .orThrow();
        assertThat(sessions.versions(us.coordinator.actor(), item, atPanel).orThrow())
                .extracting(Note::version)
                .containsExactly(2, 1);
        assertThat(keys(sessions.write(us.guardian.actor(), item, Note.Part.OPEN, "x", 2, atPanel)))
                .containsExactly("meetings.refused.not-your-part");
        assertThat(Refusals.subjects(ledger, us.guardian.actor())).containsExactly(item.value());
    }

    @Test
    void theMinutesWriteThemselvesTheChairApprovesWhatWasReadAndThenOnlyAddendaAreAdded() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AgendaItemId item = item(panel, child);
        AttendeeId guardian = day.seat(us, panel, us.guardian, now);
        sessions.apologies(us.guardian.actor(), panel, guardian, true, now).orThrow();
        day.open(us, panel, atPanel, us.chair, us.councilVoter, us.policeVoter, us.healthVoter);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "School was heard.", 0, atPanel)
                .orThrow();
        sessions.write(us.coordinator.actor(), item, Note.Part.RESTRICTED, "Live operation.", 0, atPanel)
                .orThrow();
        sessions.decided(us.coordinator.actor(), item, atPanel, atPanel).orThrow();
        assertThat(keys(minuteBook.read(us.coordinator.actor(), panel, atPanel)))
                .containsExactly("meetings.refused.no-minutes-yet");
        sessions.finish(us.coordinator.actor(), panel, atPanel).orThrow();

        MinuteBook.Minutes draft =
                minuteBook.read(us.chair.actor(), panel, atPanel).orThrow();
        assertThat(draft.text().attended()).hasSize(4);
        assertThat(draft.text().apologies())
                .extracting(MinutesText.Absent::name)
                .containsExactly("Gil Guardian");
        assertThat(draft.text().items()).singleElement().satisfies(it -> {
            assertThat(it.child()).isEqualTo("Ann Testchild");
            assertThat(it.note()).isEqualTo("School was heard.");
            assertThat(it.restricted()).isEqualTo("Live operation.");
        });
        assertThat(minuteBook
                        .read(us.guardian.actor(), panel, atPanel)
                        .orThrow()
                        .text()
                        .items()
                        .getFirst()
                        .restricted())
                .isEmpty();
        assertThat(ledger.within(us.chair.actor(), () -> work.waitingFor(us.chair.actor(), atPanel)))
                .extracting(it -> it.key())
                .contains("meetings.work.approve");

        sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "School and health were heard.", 1, atPanel)
                .orThrow();
        assertThat(keys(minuteBook.approve(us.chair.actor(), panel, draft.hash(), atPanel)))
                .containsExactly("meetings.refused.minutes-changed");
        assertThat(keys(minuteBook.approve(us.coordinator.actor(), panel, draft.hash(), atPanel)))
                .containsExactly("meetings.refused.chair-only");
        assertThat(Refusals.subjects(ledger, us.coordinator.actor())).containsExactly(panel.value());
        String read =
                minuteBook.read(us.chair.actor(), panel, atPanel).orThrow().hash();
        minuteBook.approve(us.chair.actor(), panel, read, atPanel).orThrow();

        assertThat(keys(sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "Nothing.", 2, atPanel)))
                .containsExactly("meetings.refused.minutes-approved");
        minuteBook
                .add(us.coordinator.actor(), panel, item, "Housing was heard too.", atPanel)
                .orThrow();
        MinuteBook.Minutes approved =
                minuteBook.read(us.policeVoter.actor(), panel, atPanel).orThrow();
        assertThat(approved.hash()).isEqualTo(read);
        assertThat(approved.approvedBy()).isEqualTo("Chara Chair");
        assertThat(approved.text().items().getFirst().note()).isEqualTo("School and health were heard.");
        assertThat(approved.addenda()).extracting(Addendum::text).containsExactly("Housing was heard too.");
    }

    @Test
    void theDatabaseItselfRefusesToChangeANote() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AgendaItemId item = item(panel, child);
        day.open(us, panel, atPanel, us.chair);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "School was heard.", 0, atPanel)
                .orThrow();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ledger.within(
                        us.coordinator.actor(),
                        () -> sql.sql("update meetings.note set text = 'x'").update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aMeetingIsNotPlannedWithoutWhatItNeeds() {
        assertThat(keys(meetings.plan(
                        us.coordinator.actor(),
                        new MeetingPlan(null, UnitedKingdom.day(now).minusDays(1), null, new Place("", ""), null),
                        now)))
                .containsExactly(
                        "meetings.plan.kind",
                        "meetings.plan.on-past",
                        "meetings.plan.starts",
                        "meetings.plan.place",
                        "meetings.plan.chair");
        assertThat(meetings.plan(
                        us.chair.actor(), new MeetingPlan("panel", panelDay, null, new Place("", ""), null), now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    void aSlipInTheYearPlansNoMeetingThatNobodyFindsAgain() {
        assertThat(keys(meetings.plan(
                        us.coordinator.actor(), plan(UnitedKingdom.day(now).plusYears(100), "Room 1"), now)))
                .containsExactly("meetings.plan.on-far");
        MeetingId panel = day.planned(us, panelDay, now);
        assertThat(keys(meetings.change(
                        us.coordinator.actor(),
                        panel,
                        plan(UnitedKingdom.day(now).plusYears(1).plusDays(1), "Room 1"),
                        day.agenda(us.coordinator, panel, now).meeting().version(),
                        now)))
                .containsExactly("meetings.plan.on-far");
    }

    @Test
    void whatIsTooLongForAMeetingsPapersIsToldAndNotKept() {
        String longest = "x".repeat(15_000);
        assertThat(keys(meetings.plan(us.coordinator.actor(), plan(panelDay, "x".repeat(201)), now)))
                .containsExactly("meetings.too-long");
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        AgendaItemId item = item(panel, child);
        int version = day.agenda(us.coordinator, panel, now).meeting().version();
        assertThat(keys(meetings.cancel(us.coordinator.actor(), panel, longest + "x", version, now)))
                .containsExactly("meetings.too-long");
        assertThat(keys(meetings.withdraw(us.coordinator.actor(), item, longest + "x", now)))
                .containsExactly("meetings.too-long");
        day.open(us, panel, atPanel, us.chair, us.councilVoter);
        sessions.call(us.coordinator.actor(), item, atPanel).orThrow();
        AttendeeId council = day.seat(us, panel, us.councilVoter, atPanel);
        assertThat(keys(sessions.declareConflict(us.coordinator.actor(), item, council, longest + "x", atPanel)))
                .containsExactly("meetings.too-long");
        assertThat(keys(sessions.adjourn(
                        us.coordinator.actor(), item, AdjournedFor.MORE_EVIDENCE, longest + "x", atPanel)))
                .containsExactly("meetings.too-long");
        sessions.adjourn(us.coordinator.actor(), item, AdjournedFor.MORE_EVIDENCE, longest, atPanel)
                .orThrow();
        sessions.finish(us.coordinator.actor(), panel, atPanel).orThrow();
        assertThat(keys(minuteBook.sendBack(us.chair.actor(), item, longest + "x", atPanel)))
                .containsExactly("meetings.too-long");
        String hash =
                minuteBook.read(us.chair.actor(), panel, atPanel).orThrow().hash();
        minuteBook.approve(us.chair.actor(), panel, hash, atPanel).orThrow();
        assertThat(keys(minuteBook.add(us.coordinator.actor(), panel, null, longest + "x", atPanel)))
                .containsExactly("meetings.too-long");
        assertThat(minuteBook.read(us.chair.actor(), panel, atPanel).orThrow().addenda())
                .isEmpty();
    }

    private MeetingPlan plan(LocalDate on, String room) {
        return new MeetingPlan(
                "panel",
                on,
                LocalTime.of(9, 30),
                new Place(room, ""),
                us.chair.member().id());
    }

    @Test
    void nobodyOfThePoliceStandsInForHealth() {
        MeetingId panel = day.planned(us, panelDay, now);
        assertThat(keys(meetings.invite(
                        us.coordinator.actor(),
                        panel,
                        us.untrainedPoliceVoter.member().id(),
                        Capacity.DEPUTY,
                        day.seat(us, panel, us.healthVoter, now),
                        now)))
                .containsExactly("meetings.invite.deputy-of-another");
        meetings.invite(
                        us.coordinator.actor(),
                        panel,
                        us.untrainedPoliceVoter.member().id(),
                        Capacity.DEPUTY,
                        day.seat(us, panel, us.policeVoter, now),
                        now)
                .orThrow();
    }

    @Test
    void aVoterOfAnAgencyWithoutAVoteIsNotInvitedAsOne() {
        MeetingId panel = day.planned(us, panelDay, now);
        assertThat(keys(meetings.invite(
                        us.coordinator.actor(),
                        panel,
                        us.informationGovernance.member().id(),
                        Capacity.VOTING,
                        null,
                        now)))
                .containsExactly("meetings.invite.not-a-panel-member");
        assertThat(keys(meetings.invite(
                        us.coordinator.actor(),
                        panel,
                        us.untrainedPoliceVoter.member().id(),
                        Capacity.DEPUTY,
                        null,
                        now)))
                .containsExactly("meetings.invite.deputy-for");
    }

    @Test
    void callingAMeetingOffLetsItsCasesWaitAgain() {
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, panelDay, now);
        int seen = day.agenda(us.coordinator, panel, now).meeting().version();
        meetings.cancel(us.coordinator.actor(), panel, "Snow", seen, now).orThrow();
        assertThat(cases.stage(us.coordinator.actor(), child)).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
        assertThat(sees(us.policeVoter, child, now.plusSeconds(1))).isFalse();
        assertThat(keys(sessions.open(us.coordinator.actor(), panel, atPanel)))
                .containsExactly("meetings.refused.cancelled");
    }

    private boolean sees(TestPartnership.Person person, CaseId caseId, Instant at) {
        return sharing.visible(person.actor(), Permission.SEE_AGENDA_ITEM, Set.of(caseId), at)
                .contains(caseId);
    }

    private AgendaItemId item(MeetingId meeting, CaseId caseId) {
        return day.agenda(us.coordinator, meeting, now).entries().stream()
                .filter(it -> it.item().caseId().equals(caseId))
                .findFirst()
                .orElseThrow()
                .item()
                .id();
    }
}
