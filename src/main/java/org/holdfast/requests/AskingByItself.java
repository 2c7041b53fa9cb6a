package org.holdfast.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.meetings.Meeting;
import org.holdfast.meetings.Meetings;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.ReturnRules;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/**
 * Asks agencies by itself, so many days before a meeting as the profile says, where nobody has asked them yet (MTG-3): on working days in
 * the hours in which reminders go.
 */
@Component
class AskingByItself implements Round {

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Meetings meetings;
    private final Asking asking;
    private final RequestStore store;

    AskingByItself(Ledger ledger, Partnerships partnerships, Meetings meetings, Asking asking, RequestStore store) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.meetings = meetings;
        this.asking = asking;
        this.store = store;
    }

    @Override
    public String name() {
        return "asking";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void make(Actor program, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        WorkingCalendar calendar =
                WorkingCalendar.of(partnerships.profile(program.partnership()).nation());
        if (!calendar.isWorkingDay(today) || !Reminders.atWork(now)) {
            return;
        }
        for (Meetings.Listed planned : meetings.planned(program)) {
            Meeting meeting = planned.meeting();
            boolean asks = planned.kind().returns().stream()
                    .anyMatch((ReturnRules rules) -> rules.asksBy(meeting.on(), today));
            if (asks && !meeting.on().isBefore(today)) {
                ledger.within(program, () -> ask(program, meeting, now));
            }
        }
    }

    private int ask(Actor program, Meeting meeting, Instant now) {
        return meetings.roll(program, meeting.id())
                .filter(roll -> !roll.entries().isEmpty())
                .filter(_ ->
                        store.forMeeting(program.partnership(), meeting.id()).isEmpty())
                .map(roll -> asking.ask(program, roll, Set.of(), now))
                .orElse(0);
    }
}
