package org.holdfast.meetings.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Addendum;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.AgendaProposal;
import org.holdfast.meetings.AgendaSlots;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Meeting;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesText;
import org.holdfast.meetings.Purpose;
import org.holdfast.pages.ApiProblems;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.NeedsScope;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meetings for other programs: the list, and one with its agenda, as its pages show them to the same actor. */
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingsApi {

    private final Meetings meetings;
    private final MinuteBook minutes;
    private final ApiProblems problems;
    private final InstantSource clock;

    MeetingsApi(Meetings meetings, MinuteBook minutes, ApiProblems problems, InstantSource clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.problems = problems;
        this.clock = clock;
    }

    /** A meeting in the list. */
    record Line(UUID id, String kind, String name, LocalDate on, LocalTime starts, MeetingState state) {
        static Line of(Meeting meeting, MeetingKind kind) {
            return new Line(
                    meeting.id().value(), kind.id(), kind.name(), meeting.on(), meeting.starts(), meeting.state());
        }
    }

    /** A meeting with its agenda. */
    record Whole(Line meeting, String room, String link, List<Item> agenda, List<Person> invited) {}

    /** An item of the agenda that the actor may see. */
    record Item(
            UUID id,
            UUID caseId,
            String child,
            Purpose purpose,
            AgendaItemState state,
            @Nullable AdjournedFor adjournedFor,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            List<Why> reasons) {
        static Item of(Meetings.Entry entry) {
            AgendaItem item = entry.item();
            Optional<AgendaSlots.Slot> slot = entry.slot();
            return new Item(
                    item.id().value(),
                    item.caseId().value(),
                    entry.child(),
                    item.purpose(),
                    item.state(),
                    item.adjournedFor(),
                    slot.map(AgendaSlots.Slot::from).orElse(null),
                    slot.map(AgendaSlots.Slot::until).orElse(null),
                    entry.reasons().stream()
                            .map(it -> new Why(it.because(), it.day()))
                            .toList());
        }
    }

    /** Why an item presses. */
    record Why(AgendaProposal.Because because, @Nullable LocalDate day) {}

    /** Somebody invited. */
    record Person(UUID id, String name, String agency, Capacity capacity, boolean wholeAgenda, boolean attended) {
        static Person of(Attendee attendee) {
            return new Person(
                    attendee.id().value(),
                    attendee.name(),
                    attendee.agencyName(),
                    attendee.capacity(),
                    attendee.wholeAgenda(),
                    attendee.attended());
        }
    }

    /**
     * The meetings between two days, both included; without days from today for a year.
     */
    @GetMapping
    @NeedsScope(ClientScope.MEETINGS_READ)
    ResponseEntity<?> list(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {
        LocalDate first = Objects.requireNonNullElseGet(from, () -> UnitedKingdom.day(clock.instant()));
        LocalDate last = Objects.requireNonNullElseGet(until, () -> first.plusYears(1));
        return switch (meetings.between(actor, first, last, clock.instant())) {
            case Outcome.Refused<List<Meetings.Listed>> refused -> problems.refused(refused);
            case Outcome.Done<List<Meetings.Listed>>(List<Meetings.Listed> found) ->
                ResponseEntity.ok(found.stream()
                        .map(it -> Line.of(it.meeting(), it.kind()))
                        .toList());
        };
    }

    @GetMapping("/{id}")
    @NeedsScope(ClientScope.MEETINGS_READ)
    ResponseEntity<?> one(Actor actor, @PathVariable UUID id) {
        return switch (meetings.agenda(actor, new MeetingId(id), clock.instant())) {
            case Outcome.Refused<Meetings.Agenda> refused -> problems.refused(refused);
            case Outcome.Done<Meetings.Agenda>(Meetings.Agenda agenda) ->
                ResponseEntity.ok(new Whole(
                        Line.of(agenda.meeting(), agenda.kind()),
                        agenda.meeting().place().room(),
                        agenda.meeting().place().link(),
                        agenda.entries().stream().map(Item::of).toList(),
                        agenda.attendance().attendees().stream().map(Person::of).toList()));
        };
    }

    /** Minutes as they are sent, cut to the actor as on the page. */
    record MinutesJson(
            UUID meeting,
            MeetingState state,
            MinutesText minutes,
            List<Addendum> addenda,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            LocalDate sentOutBy,
            @Nullable Instant sentOutAt) {}

    @GetMapping("/{id}/minutes")
    @NeedsScope(ClientScope.MEETINGS_READ)
    ResponseEntity<?> minutes(Actor actor, @PathVariable UUID id) {
        return switch (minutes.read(actor, new MeetingId(id), clock.instant())) {
            case Outcome.Refused<MinuteBook.Minutes> refused -> problems.refused(refused);
            case Outcome.Done<MinuteBook.Minutes>(MinuteBook.Minutes read) ->
                ResponseEntity.ok(new MinutesJson(
                        id,
                        read.meeting().state(),
                        read.text(),
                        read.addenda(),
                        read.approvedBy(),
                        read.approvedAt(),
                        read.clock().dueOn(),
                        read.clock().sentAt()));
        };
    }
}
