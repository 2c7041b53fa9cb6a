package org.holdfast.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.CalendarEntry;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to what people have in their calendars of a meeting: their own slot and never a child (MTG-2). Invitations go when the
 * co-ordinator sends them, and then to those alone whose slot or place has changed, so that nobody is written to each time the agenda is put in
 * another order. What must not wait goes by itself: that the meeting is off, or that somebody need not come.
 */
@Component
public final class Invitations {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Folders folders;
    private final InvitationStore store;
    private final Outbox outbox;
    private final Texts texts;

    Invitations(Ledger ledger, Sharing sharing, Folders folders, InvitationStore store, Outbox outbox, Texts texts) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.folders = folders;
        this.store = store;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** What somebody's calendar lacks. */
    public enum Due {
        /** It shows what is planned. */
        NOTHING,
        /** It shows nothing yet. */
        INVITATION,
        /** It shows an earlier time or place. */
        CHANGE,
        /** It shows a slot that is theirs no more. */
        CANCELLATION,
        /** They are invited to single items, and as yet to none. */
        NO_ITEM
    }

    /**
     * Somebody invited, and what their calendar shows.
     *
     * @param slot the time for which they come as things are planned
     * @param last what was sent to them last
     */
    public record Standing(Attendee attendee, Optional<AttendeeSlot> slot, Optional<SentInvitation> last, Due due) {}

    /** Who of a meeting was sent what, for its co-ordinator. */
    public record Shown(Meeting meeting, MeetingKind kind, List<Standing> people) {
        public Shown {
            people = List.copyOf(people);
        }

        /** How many messages sending would write now. */
        public long outstanding() {
            return people.stream().filter(Invitations::outstanding).count();
        }
    }

    /** Who was sent what, and what sending now would write. */
    public Outcome<Shown> show(Actor actor, MeetingId id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> folders.open(actor, id, now))
                        .map(folder -> {
                            ledger.record(actor, now, new MeetingEvent.InvitationsSeen(id.value()));
                            return new Shown(folder.meeting(), folder.kind(), standings(folder));
                        }));
    }

    /**
     * Sends to everybody whose calendar does not show what is planned. Answers to how many.
     *
     * @param seen the version of the meeting that was shown: nobody sends times that they did not see
     */
    public Outcome<Integer> send(Actor actor, MeetingId id, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> folders.lock(actor, id, now))
                        .then(folder -> folder.asSeen(seen))
                        .then(folder -> folders.after(folder, MeetingCommand.INVITE, now)
                                .map(_ -> {
                                    List<Draft> drafts = standings(folder).stream()
                                            .filter(Invitations::outstanding)
                                            .map(standing -> draft(folder, standing))
                                            .toList();
                                    post(folder, drafts, now);
                                    return drafts.size();
                                })));
    }

    /** Takes the meeting out of every calendar that shows it, because it is off. Called inside the transaction that calls it off. */
    void calledOff(Folder folder, Instant now) {
        Map<AttendeeId, SentInvitation> latest = latest(folder);
        post(
                folder,
                folder.attendance().attendees().stream()
                        .flatMap(attendee -> cancellation(attendee, latest.get(attendee.id())).stream())
                        .toList(),
                now);
    }

    /** Takes the meeting out of the calendar of somebody who need not come any more. Called inside the transaction that says so. */
    void withdrawn(Folder folder, Attendee attendee, Instant now) {
        post(
                folder,
                cancellation(attendee, latest(folder).get(attendee.id())).stream()
                        .toList(),
                now);
    }

    /** An entry about to be sent. */
    private record Draft(
            Attendee attendee, int sequence, String key, boolean cancelled, AttendeeSlot slot, String place) {}

    private static boolean outstanding(Standing standing) {
        return switch (standing.due()) {
            case NOTHING, NO_ITEM -> false;
            case INVITATION, CHANGE, CANCELLATION -> true;
        };
    }

    private Map<AttendeeId, SentInvitation> latest(Folder folder) {
        return store.latest(folder.actor().partnership(), folder.meeting().id());
    }

    private List<Standing> standings(Folder folder) {
        Map<AttendeeId, SentInvitation> latest = latest(folder);
        AgendaSlots slots = Meetings.slots(folder);
        String place = place(folder.meeting());
        List<Standing> standings = new ArrayList<>();
        for (Attendee attendee : folder.attendance().attendees()) {
            Optional<AttendeeSlot> slot = AttendeeSlot.of(
                    folder.meeting(),
                    slots,
                    attendee,
                    folder.agenda().stream()
                            .filter(item -> folder.invited(item, attendee))
                            .map(AgendaItem::id)
                            .toList());
            Optional<SentInvitation> last = Optional.ofNullable(latest.get(attendee.id()));
            standings.add(new Standing(attendee, slot, last, due(slot, last, place)));
        }
        return standings;
    }

    static Due due(Optional<AttendeeSlot> slot, Optional<SentInvitation> last, String place) {
        boolean stands = last.filter(sent -> !sent.cancelled()).isPresent();
        if (slot.isEmpty()) {
            return stands ? Due.CANCELLATION : Due.NO_ITEM;
        }
        if (!stands) {
            return Due.INVITATION;
        }
        return last.get().shows(slot.get(), place) ? Due.NOTHING : Due.CHANGE;
    }

    private Draft draft(Folder folder, Standing standing) {
        int sequence = standing.last().map(last -> last.sequence() + 1).orElse(0);
        return switch (standing.due()) {
            case INVITATION ->
                new Draft(
                        standing.attendee(),
                        sequence,
                        "meetings.invitation-new",
                        false,
                        standing.slot().orElseThrow(),
                        place(folder.meeting()));
            case CHANGE ->
                new Draft(
                        standing.attendee(),
                        sequence,
                        "meetings.invitation-changed",
                        false,
                        standing.slot().orElseThrow(),
                        place(folder.meeting()));
            case CANCELLATION ->
                cancellation(standing.attendee(), standing.last().orElseThrow()).orElseThrow();
            case NOTHING, NO_ITEM -> throw new IllegalArgumentException("there is nothing to send");
        };
    }

    private static Optional<Draft> cancellation(Attendee attendee, @Nullable SentInvitation last) {
        return last == null || last.cancelled()
                ? Optional.empty()
                : Optional.of(new Draft(
                        attendee,
                        last.sequence() + 1,
                        "meetings.invitation-cancelled",
                        true,
                        new AttendeeSlot(last.from(), last.until()),
                        last.place()));
    }

    private void post(Folder folder, List<Draft> drafts, Instant now) {
        if (drafts.isEmpty()) {
            return;
        }
        Actor actor = folder.actor();
        MeetingId meeting = folder.meeting().id();
        List<UUID> messages = outbox.post(
                actor, drafts.stream().map(draft -> message(folder, draft)).toList(), now);
        for (int at = 0; at < drafts.size(); at++) {
            Draft draft = drafts.get(at);
            store.add(
                    actor,
                    meeting,
                    new SentInvitation(
                            draft.attendee().id(),
                            draft.sequence(),
                            draft.cancelled(),
                            draft.slot().from(),
                            draft.slot().until(),
                            draft.place(),
                            messages.get(at),
                            now));
        }
        ledger.record(
                actor,
                now,
                new MeetingEvent.InvitationsSent(
                        meeting.value(),
                        drafts.stream()
                                .map(draft -> draft.attendee().member())
                                .map(MemberId::value)
                                .toList()));
    }

    private static Message message(Folder folder, Draft draft) {
        String kind = folder.kind().name();
        AttendeeSlot slot = draft.slot();
        return Message.of(
                        draft.attendee().member(),
                        draft.key(),
                        "/meetings/" + folder.meeting().id().value(),
                        kind,
                        Dates.longDate(Language.ENGLISH, UnitedKingdom.day(slot.from())),
                        time(slot.from()),
                        time(slot.until()))
                .with(new CalendarEntry(
                        draft.attendee().id().value() + "@holdfast",
                        draft.sequence(),
                        draft.cancelled(),
                        slot.from(),
                        slot.until(),
                        kind,
                        draft.place()));
    }

    private static String time(Instant moment) {
        return Dates.time(Language.ENGLISH, Dates.london(moment).toLocalTime());
    }

    /** The room; how to join from elsewhere stands on the meeting's page alone, because whoever gets an entry passed on must not come in. */
    private String place(Meeting meeting) {
        return meeting.place().room().isEmpty()
                ? texts.text(Language.ENGLISH, "meetings.invitation.online")
                : meeting.place().room();
    }
}
