package org.holdfast.room;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/** Tells whoever is invited to one item that it is nearly due, as long before it as the profile says, once and with a link only (MTG-2). */
@Component
class NearlyDue implements Round {

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Sessions sessions;
    private final ProposalStore store;
    private final Outbox outbox;

    NearlyDue(Ledger ledger, Partnerships partnerships, Sessions sessions, ProposalStore store, Outbox outbox) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.sessions = sessions;
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "nearly-due";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void make(Actor program, Instant now) {
        ledger.within(program, () -> {
            Duration before = Duration.ofMinutes(
                    partnerships.profile(program.partnership()).practice().minutesToldBeforeItem());
            for (Sessions.Coming coming : sessions.coming(program, now)) {
                if (!coming.expected().isAfter(now.plus(before))
                        && store.told(
                                program.partnership(),
                                coming.item(),
                                coming.attendee().id(),
                                now)) {
                    outbox.post(
                            program,
                            Message.of(
                                    coming.attendee().member(),
                                    "room.nearly-due",
                                    "/meetings/" + coming.meeting().value() + "/room/waiting",
                                    String.valueOf(minutes(now, coming.expected()))),
                            now);
                    ledger.record(
                            program,
                            now,
                            new RoomEvent.NearlyDueTold(
                                    coming.item().value(),
                                    coming.attendee().id().value()));
                }
            }
            return now;
        });
    }

    /** Whole minutes, never less than one. */
    private static long minutes(Instant now, Instant expected) {
        return Math.max(1, Math.ceilDiv(Duration.between(now, expected).toSeconds(), 60L));
    }
}
