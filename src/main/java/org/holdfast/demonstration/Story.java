package org.holdfast.demonstration;

import static org.holdfast.casework.ActionCommand.COMPLETE;
import static org.holdfast.casework.ActionCommand.LEAVE_UNDONE;
import static org.holdfast.casework.ActionCommand.OVERTAKE;
import static org.holdfast.demonstration.MadeUpChild.Worry.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.casework.Custody;
import org.holdfast.demonstration.MadeUpChild.Worry;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.LetterId;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.referrals.RouteReason;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the made-up partnership: some forty children, each at a stage that somebody who tries Holdfast wants to see, told through
 * the desks of the people whose work it is.
 */
final class Story {

    private final Cast cast;
    private final ReferralDesk referrals;
    private final CaseDesk cases;
    private final PanelDesk panels;
    private final AssuranceDesk assurance;
    private final LetterDesk letters;
    private final RecordsDesk records;
    private final Timeline time;
    private final LocalDate today;
    private @Nullable MadeUpChild decidedYesterday;
    private int number;

    Story(
            Cast cast,
            ReferralDesk referrals,
            CaseDesk cases,
            PanelDesk panels,
            AssuranceDesk assurance,
            LetterDesk letters,
            RecordsDesk records,
            Instant now) {
        this.cast = cast;
        this.referrals = referrals;
        this.cases = cases;
        this.panels = panels;
        this.assurance = assurance;
        this.letters = letters;
        this.records = records;
        this.time = new Timeline(now);
        this.today = UnitedKingdom.day(now);
    }

    void tell() {
        decidedAtTheLastPanel();
        decidedYesterday();
        waitingForThePanel();
        withTheCompetentAuthority();
        justArrived();
        notForThePanel();
        time.tell();
    }

    private MadeUpChild child(String given, String family, int years, String sex, Worry worry) {
        number++;
        return MadeUpChild.of(number, given, family, today.minusYears(years).minusDays(17L * number % 330), sex, worry);
    }

    private MadeUpChild born(String given, String family, LocalDate born, String sex, Worry worry) {
        number++;
        return MadeUpChild.of(number, given, family, born, sex, worry);
    }

    private MadeUpChild referred(MadeUpChild child, int daysAgo) {
        return referred(child, today.minusDays(daysAgo));
    }

    private MadeUpChild referred(MadeUpChild child, LocalDate on) {
        time.byNow(on, LocalTime.of(9, 10), at -> referrals.arrives(child, at));
        return child;
    }

    private MadeUpChild sent(MadeUpChild child, int daysAgo) {
        return sent(child, today.minusDays(daysAgo));
    }

    private MadeUpChild sent(MadeUpChild child, LocalDate on) {
        referred(child, on);
        time.at(on, LocalTime.of(11, 0), at -> referrals.safeAndTold(child, at));
        return child;
    }

    private MadeUpChild accepted(MadeUpChild child, int daysAgo) {
        return accepted(child, today.minusDays(daysAgo));
    }

    /** Referred and sent on the day, accepted for local decision two days later, with a social worker, a plan and the child's own words. */
    private MadeUpChild accepted(MadeUpChild child, LocalDate on) {
        sent(child, on);
        LocalDate later = on.plusDays(2);
        time.at(later, LocalTime.of(14, 0), at -> referrals.accepted(child, at));
        time.at(later, LocalTime.of(14, 30), at -> cases.takesOn(child, cast.socialWorker, at));
        time.at(later, LocalTime.of(16, 0), at -> cases.plans(child, cast.socialWorker, at));
        if (number % 6 != 0) {
            time.at(later.plusDays(9), LocalTime.of(10, 0), at -> cases.visited(child, at));
        }
        return child;
    }

    private void decidedAtTheLastPanel() {
        LocalDate day = panels.workingDay(today.minusDays(35));
        LocalDate planned = panels.workingDay(day.minusDays(4));
        MadeUpChild both = accepted(child("Alba", "Testchild", 14, "Female", GROOMING), planned.minusDays(23));
        MadeUpChild bothToo = accepted(child("Ben", "Madeup", 15, "Male", LINES), planned.minusDays(22));
        MadeUpChild first = accepted(child("Cass", "Examplesson", 13, "Female", LINES), planned.minusDays(21));
        MadeUpChild firstToo = accepted(child("Dara", "Sampleton", 16, "Male", WORK), planned.minusDays(19));
        MadeUpChild nearly = accepted(
                born("Efe", "Testchild", today.plusDays(8).minusYears(18), "Male", LINES), today.minusDays(95));
        MadeUpChild negative = accepted(child("Fenn", "Notreal", 12, "Male", HOUSEHOLD), planned.minusDays(18));
        MadeUpChild unclear = accepted(child("Gita", "Pretend", 15, "Female", GROOMING), planned.minusDays(5));
        MadeUpChild unquorate = accepted(child("Haro", "Fictiva", 14, "Male", LINES), planned.minusDays(4));
        for (MadeUpChild heard : List.of(both, bothToo, first, unclear, unquorate)) {
            time.at(day.minusDays(1), LocalTime.of(15, 0), at -> cases.hears(heard, at));
        }
        PanelDesk.Panel panel = panels.new Panel(day);
        time.at(
                planned,
                LocalTime.of(10, 0),
                at -> panel.planned(List.of(both, bothToo, first, firstToo, nearly, negative, unclear, unquorate), at));
        time.at(day, LocalTime.of(10, 0), panel::opens);
        time.at(day, LocalTime.of(10, 10), at -> panel.bothGrounds(both, at));
        time.at(day, LocalTime.of(10, 25), at -> panel.bothGrounds(bothToo, at));
        time.at(day, LocalTime.of(10, 40), at -> panel.reasonableOnly(first, at));
        time.at(day, LocalTime.of(10, 55), at -> panel.reasonableOnly(firstToo, at));
        time.at(day, LocalTime.of(11, 10), at -> panel.reasonableOnly(nearly, at));
        time.at(day, LocalTime.of(11, 25), at -> panel.negative(negative, at));
        time.at(
                day,
                LocalTime.of(11, 40),
                at -> panel.adjourned(
                        unclear, AdjournedFor.MORE_EVIDENCE, "Police will bring the telephone records", at));
        time.at(
                day,
                LocalTime.of(11, 55),
                at -> panel.adjourned(unquorate, AdjournedFor.NO_QUORUM, "Health was called away", at));
        time.at(
                day,
                LocalTime.of(12, 0),
                at -> panel.noted(
                        both,
                        "School, health and police were heard. All want the child to stay at the school.",
                        "Exampleport Police are watching two of the addresses.",
                        at));
        time.at(
                day,
                LocalTime.of(12, 5),
                at -> agreedInTheRoom(panel, day, both, bothToo, first, firstToo, nearly, at));
        time.at(day, LocalTime.of(12, 10), panel::finishes);
        time.at(day, LocalTime.of(16, 0), panel::approved);
        written(both, day);
        time.at(panels.workingDayFrom(day.plusDays(1)), LocalTime.of(10, 0), panel::sentOut);
        answered(day, both, bothToo, first, firstToo, nearly);
        for (MadeUpChild told : List.of(both, bothToo, first, firstToo, nearly, negative)) {
            time.at(day, LocalTime.of(16, 30), at -> panel.sentToHomeOffice(told, at));
        }
        time.at(day.plusDays(5), LocalTime.of(11, 0), at -> assurance.agrees(both, at));
        time.at(day.plusDays(6), LocalTime.of(11, 0), at -> assurance.returns(bothToo, at));
        time.at(day.plusDays(9), LocalTime.of(14, 0), at -> assurance.reconsiderationIsAsked(negative, at));
        time.at(day.plusDays(10), LocalTime.of(14, 0), at -> records.holds(negative, cast.governance, at));
        time.at(today.minusDays(6), LocalTime.of(15, 30), at -> records.asks(both, cast.governance, at));
    }

    /** The child who was decided on first got a letter, and it was gone through with her the day after. */
    private void written(MadeUpChild told, LocalDate day) {
        time.at(day, LocalTime.of(17, 0), at -> {
            LetterId letter = letters.told(told, cast.socialWorker, at);
            letters.explained(letter, cast.socialWorker, at.plus(Duration.ofHours(23)));
        });
    }

    private void agreedInTheRoom(
            PanelDesk.Panel panel,
            LocalDate day,
            MadeUpChild both,
            MadeUpChild bothToo,
            MadeUpChild first,
            MadeUpChild firstToo,
            MadeUpChild nearly,
            Instant at) {
        panel.agreed(both, cast.healthVoter, "Book a health assessment", "Sleeps badly", day.plusDays(14), at);
        panel.agreed(both, cast.guardian, "Meet every week", "Chose a guardian", today.plusDays(12), at);
        panel.agreed(bothToo, cast.policeVoter, "Share the list of stations", "Journeys repeat", day.plusDays(7), at);
        panel.agreed(first, cast.teacher, "Name an adult at the gate", "Afraid after school", day.plusDays(7), at);
        panel.agreed(firstToo, cast.youthWorker, "Visit at work", "Hours are long", day.plusDays(14), at);
        panel.agreed(nearly, cast.policeVoter, "Ring about the telephone", "It is still kept", day.plusDays(21), at);
    }

    /** What became of what was agreed: done, done late, not done, overtaken, escalated, and one still to come. */
    private void answered(
            LocalDate day,
            MadeUpChild both,
            MadeUpChild bothToo,
            MadeUpChild first,
            MadeUpChild firstToo,
            MadeUpChild nearly) {
        LocalTime noon = LocalTime.of(12, 0);
        time.at(day.plusDays(10), noon, at -> cases.answers(both, cast.healthVoter, COMPLETE, "Seen on Monday", at));
        time.at(day.plusDays(12), noon, at -> cases.answers(bothToo, cast.policeVoter, COMPLETE, "Shared", at));
        time.at(
                day.plusDays(7),
                noon,
                at -> cases.answers(first, cast.teacher, LEAVE_UNDONE, "No second adult can be freed yet", at));
        time.at(
                day.plusDays(9),
                noon,
                at -> cases.answers(firstToo, cast.youthWorker, OVERTAKE, "Has stopped working there", at));
        time.at(
                day.plusDays(28),
                noon,
                at -> cases.escalates(nearly, cast.policeVoter, "Asked twice without an answer", at));
    }

    private void decidedYesterday() {
        LocalDate day = panels.workingDay(today.minusDays(1));
        MadeUpChild decided = accepted(child("Ivo", "Madeup", 16, "Male", LINES), 31);
        decidedYesterday = decided;
        PanelDesk.Panel panel = panels.new Panel(day);
        time.at(panels.workingDay(day.minusDays(3)), LocalTime.of(10, 0), at -> panel.planned(List.of(decided), at));
        time.at(day, LocalTime.of(10, 0), panel::opens);
        time.at(day, LocalTime.of(10, 10), at -> panel.bothGrounds(decided, at));
        time.at(day, LocalTime.of(10, 40), panel::finishes);
    }

    private void waitingForThePanel() {
        MadeUpChild asked = accepted(child("Juno", "Testchild", 15, "Female", LINES), 45);
        time.at(today.minusDays(1), LocalTime.of(15, 0), at -> letters.asks(asked, cast.socialWorker, at));
        accepted(child("Kito", "Samplesen", 14, "Male", LINES), 48);
        MadeUpChild court = accepted(child("Lumi", "Examplesson", 16, "Female", LINES), 20);
        time.at(today.minusDays(12), LocalTime.of(9, 30), at -> cases.dueInCourt(court, today.plusDays(6), at));
        MadeUpChild held = accepted(child("Milo", "Notreal", 17, "Male", LINES), 12);
        time.at(
                today.minusDays(5),
                LocalTime.of(9, 30),
                at -> cases.inCustody(held, Custody.Kind.REMAND_TO_LOCAL_AUTHORITY, today.minusDays(5), at));
        MadeUpChild withExcluded = accepted(child("Nilo", "Madeup", 13, "Male", GROOMING), 30);
        time.at(today.minusDays(20), LocalTime.of(9, 30), at -> {
            cases.agencyInvolved(withExcluded, cast.council, at);
            cases.keepsOut(withExcluded, cast.secondSocialWorker, at);
        });
        MadeUpChild interpreted = accepted(
                child("Thanh", "Testchild", 14, "Female", WORK)
                        .with("Customer.Nationality", "Vietnamese")
                        .with("Customer.Custom13", "Yes")
                        .with("Customer.Custom14", "Vietnamese")
                        .with("PVBirthplace", "Example Village, Vietnam"),
                25);
        time.at(today.minusDays(10), LocalTime.of(15, 0), at -> cases.hears(interpreted, at));
        time.at(today.minusDays(9), LocalTime.of(15, 0), at -> cases.warns(interpreted, today.plusDays(20), at));
        time.at(today.minusDays(2), LocalTime.of(16, 0), at -> letters.begun(interpreted, cast.socialWorker, at));
        MadeUpChild hidden = accepted(child("Oren", "Pretend", 12, "Male", LINES), 37);
        time.at(today.minusDays(8), LocalTime.of(11, 30), at -> cases.protectsAddress(hidden, at));
        MadeUpChild putOff = accepted(child("Pilar", "Fictiva", 16, "Female", GROOMING), 40);
        MadeUpChild discussed = accepted(child("Quin", "Sampleton", 15, "Male", LINES), 33);
        accepted(child("Rafi", "Testchild", 14, "Male", WORK), 17);
        MadeUpChild next = accepted(child("Selam", "Madeup", 16, "Female", HOUSEHOLD), 9);
        MadeUpChild last = accepted(child("Tuva", "Examplesson", 13, "Female", GROOMING), 6);
        inSessionNow(putOff, discussed, next, last);

        List<MadeUpChild> heardElsewhere = new ArrayList<>();
        if (decidedYesterday != null) {
            heardElsewhere.add(decidedYesterday);
        }
        if (panels.meets(today)) {
            heardElsewhere.addAll(List.of(putOff, discussed));
        }
        comingPanel(panels.new Panel(panels.workingDayFrom(today.plusDays(2))), heardElsewhere);
    }

    /** Agencies are asked a good week before: two tell what they know, one knows nothing, the police are late and their lead is told. */
    private void comingPanel(PanelDesk.Panel panel, List<MadeUpChild> heardElsewhere) {
        LocalDate planned = panels.workingDay(today.minusDays(12));
        time.at(planned, LocalTime.of(10, 0), at -> panel.planned(List.of(), at));
        for (MadeUpChild elsewhere : heardElsewhere) {
            time.at(planned, LocalTime.of(10, 5), at -> panel.leaves(elsewhere, at));
        }
        time.at(planned, LocalTime.of(10, 10), panel::asksAgencies);
        time.at(planned, LocalTime.of(10, 15), panel::sendsInvitations);
        LocalDate answered = panels.workingDay(today.minusDays(8));
        time.at(
                answered,
                LocalTime.of(9, 15),
                at -> panel.tells(
                        cast.healthVoter,
                        3,
                        "Seen twice at the walk-in centre since spring; came alone and said little.",
                        "An older person who gave another name each time waited outside and answered for the child.",
                        "Trusts the school nurse and keeps appointments with her.",
                        at));
        time.at(answered, LocalTime.of(9, 30), at -> panel.knowsNothingOfTheRest(cast.healthVoter, at));
        time.at(answered, LocalTime.of(11, 0), at -> panel.knowsNothingOfTheRest(cast.guardian, at));
        time.at(
                answered,
                LocalTime.of(14, 0),
                at -> panel.tells(
                        cast.councilVoter,
                        4,
                        "Away from home on five evenings last month, each time found by the river or the station.",
                        "Owes money to somebody whose name the child will not say.",
                        "Football on Saturdays, and an aunt who is always there.",
                        at));
        for (LocalDate day = planned; !day.isAfter(today); day = day.plusDays(1)) {
            time.at(day, LocalTime.of(9, 0), panels::reminds);
        }
        time.now(panel::fillsUp);
        time.now(panel::packLocked);
    }

    /** A panel in session while somebody looks in, on days on which panels meet. */
    private void inSessionNow(MadeUpChild putOff, MadeUpChild discussed, MadeUpChild next, MadeUpChild last) {
        time.now(at -> {
            Instant before = at.minusSeconds(15 * 60);
            if (panels.meets(today) && UnitedKingdom.day(before).equals(today)) {
                PanelDesk.Panel panel = panels.new Panel(today);
                panel.planned(List.of(putOff, discussed, next, last), before);
                panel.opens(at.minusSeconds(9 * 60));
                panel.adjourned(
                        putOff,
                        AdjournedFor.MORE_EVIDENCE,
                        "The school will bring what it has seen",
                        at.minusSeconds(7 * 60));
                panel.talks(
                        discussed,
                        "The school reports three absences since the last meeting. Police have seen the same car twice.",
                        at.minusSeconds(4 * 60));
            }
        });
    }

    private void withTheCompetentAuthority() {
        sent(child("Uli", "Notreal", 15, "Male", LINES), 5);
        sent(child("Vesna", "Pretend", 14, "Female", GROOMING), 2);
        sent(child("Wren", "Fictiva", 16, "Female", LINES), 1);
    }

    private void justArrived() {
        MadeUpChild pair = born("Xavi", "Sampleton", LocalDate.of(today.getYear() - 14, 3, 4), "Male", LINES);
        referred(pair, 3);
        referred(born("Sampleton", "Xavier", LocalDate.of(today.getYear() - 14, 4, 3), "Male", LINES), 1);
        number++;
        referred(MadeUpChild.of(number, "Yara", "Testchild", null, "Female", WORK), 1);
        number++;
        referred(MadeUpChild.barely(number, "Zeno", "Madeup"), 0);
        referred(child("Abel", "Examplesson", 11, "Male", HOUSEHOLD), 0);
        time.byNow(today, LocalTime.of(8, 5), referrals::arrivesBroken);
        time.now(at -> referrals.begins(
                cast.officer,
                Map.of(
                        "reference", List.of("Half written"),
                        "pv-name-first-name", List.of("Bela"),
                        "pv-name-last-name", List.of("Notreal"),
                        "pv-under-age", List.of("yes")),
                at));
    }

    private void notForThePanel() {
        referred(born("Cleo", "Pretend", today.plusDays(60).minusYears(18), "Female", LINES), 14);
        MadeUpChild disputed = sent(child("Dune", "Fictiva", 16, "Male", WORK), 16);
        time.at(
                today.minusDays(14),
                LocalTime.of(14, 0),
                at -> referrals.keptCentral(disputed, RouteReason.AGE_DISPUTED, at));
        MadeUpChild moved = accepted(child("Eike", "Sampleton", 17, "Male", LINES), 28);
        time.at(
                today.minusDays(15),
                LocalTime.of(14, 0),
                at -> referrals.movedToCentral(moved, RouteReason.LIVES_ELSEWHERE, at));
        referred(born("Fay", "Madeup", today.minusYears(31), "Female", WORK).with("AdultOrChild", "Adult"), 8);
        referred(
                born("Gus", "Examplesson", today.minusYears(19), "Male", LINES)
                        .with("AdultOrChild", "Adult")
                        .with("AdultOrChildDuringExploitation", "Child"),
                4);
        MadeUpChild withdrawn = referred(child("Hedy", "Notreal", 15, "Female", LINES), 21);
        time.at(today.minusDays(20), LocalTime.of(14, 0), at -> referrals.withdrawn(withdrawn, at));
    }
}
