package org.holdfast.meetings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingCommand.Part;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;

/**
 * All that is kept about one meeting, opened for one actor.
 *
 * @param items every item that was ever on the agenda, those withdrawn among them
 * @param invitations who is invited to single items, beside those invited to the whole agenda
 * @param parts what the actor is in this meeting
 */
record Folder(
        Actor actor,
        Meeting meeting,
        MeetingKind kind,
        Attendance attendance,
        List<AgendaItem> items,
        Map<AgendaItemId, Set<AttendeeId>> invitations,
        Map<AgendaItemId, List<Conflict>> conflicts,
        Set<Part> parts) {

    /** The items as the meeting takes them. */
    List<AgendaItem> agenda() {
        return items.stream()
                .filter(it -> it.state() != AgendaItemState.WITHDRAWN)
                .toList();
    }

    Optional<AgendaItem> item(AgendaItemId id) {
        return items.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Optional<Attendee> self() {
        return attendance.of(new MemberId(actor.member()));
    }

    boolean coordinates() {
        return parts.contains(Part.COORDINATOR);
    }

    /** Whether an attendee is invited to an item (MTG-2). */
    boolean invited(AgendaItem item, Attendee attendee) {
        return attendee.wholeAgenda()
                || invitations.getOrDefault(item.id(), Set.of()).contains(attendee.id());
    }

    List<Attendee> invitedTo(AgendaItem item) {
        return attendance.attendees().stream().filter(it -> invited(item, it)).toList();
    }

    /** Whether the item is the actor's business: the co-ordinator's always, an attendee's by invitation (MTG-2). */
    boolean concerns(AgendaItem item) {
        return coordinates() || self().filter(it -> invited(item, it)).isPresent();
    }

    /** How the actor stands towards an item that is their business, where something is restricted; {@link Restriction} says what follows. */
    Restriction.Reader reader(AgendaItem item) {
        return new Restriction.Reader(
                new AgencyId(actor.agency()),
                coordinates(),
                conflicted(item).contains(new MemberId(actor.member())),
                self().filter(it -> invited(item, it))
                        .map(it -> Set.of(it.capacity()))
                        .orElse(Set.of()));
    }

    List<Conflict> conflictsAt(AgendaItem item) {
        return conflicts.getOrDefault(item.id(), List.of());
    }

    /** The members who declared a conflict at an item. */
    Set<MemberId> conflicted(AgendaItem item) {
        return conflictsAt(item).stream()
                .flatMap(it -> attendance.of(it.attendee()).stream())
                .map(Attendee::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses what was decided on a view that is out of date: another tab or another person was faster. */
    Outcome<Folder> asSeen(int version) {
        return meeting.version() == version
                ? Outcome.done(this)
                : Outcome.refused(Reason.of("meetings.refused.changed-meanwhile", ""));
    }
}
