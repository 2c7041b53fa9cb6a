package org.holdfast.meetings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Readings;
import org.holdfast.casework.Home;
import org.holdfast.casework.Homes;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.meetings.MeetingCommand.Part;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Opens the folder of a meeting to those who may open it, and of an item to those who may see it. Called inside a transaction. */
@Component
class Folders {

    private final Ledger ledger;
    private final MeetingStore store;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Homes homes;

    Folders(Ledger ledger, MeetingStore store, Sharing sharing, Partnerships partnerships, Homes homes) {
        this.ledger = ledger;
        this.store = store;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.homes = homes;
    }

    /** The folder, locked, for the program's own step in the actor's name, such as carrying an item on; what it holds is not shown. */
    Optional<Folder> load(Actor actor, MeetingId id) {
        return store.lock(actor.partnership(), id).map(it -> folder(actor, it));
    }

    /** The same folder in the hands of another member: what that person would find in it. */
    Folder inTheHandsOf(Actor reader, Folder folder) {
        return new Folder(
                reader,
                folder.meeting(),
                folder.kind(),
                folder.attendance(),
                folder.items(),
                folder.invitations(),
                folder.conflicts(),
                parts(reader, folder.attendance()));
    }

    /** What whoever holds the folder may read of its minutes. */
    MinutesReader reader(Folder folder, Instant now) {
        List<AgendaItem> visible = visible(folder, now);
        Map<CaseId, FieldReader> fields = sharing.fields(
                folder.actor(), visible.stream().map(AgendaItem::caseId).collect(Collectors.toSet()), now);
        return new MinutesReader(
                visible.stream().collect(Collectors.toMap(it -> it.id().value(), it -> Set.of(folder.reader(it)))),
                visible.stream()
                        .collect(Collectors.toMap(
                                it -> it.id().value(), it -> requireNonNull(fields.get(it.caseId())))));
    }

    /** As {@link #load}, not locked. */
    Optional<Folder> peek(Actor actor, MeetingId id) {
        return Readings.once(
                "meetings.folder",
                new HeldBy(actor, id),
                () -> store.meeting(actor.partnership(), id).map(it -> folder(actor, it)));
    }

    /** Whose hands a folder is in: several parts of one page ask for the same one. */
    private record HeldBy(Actor actor, MeetingId meeting) {}

    /** Until when the minutes are to go out, and when they did (MTG-4). */
    MinutesClock minutesClock(Folder folder) {
        Actor actor = folder.actor();
        return MinutesClock.of(
                folder.meeting().on(),
                folder.kind(),
                WorkingCalendar.of(profile(actor).nation()),
                store.firstSent(actor.partnership(), folder.meeting().id()).orElse(null));
    }

    /** An item with the folder it lies in. */
    record Opened(Folder folder, AgendaItem item) {}

    /** The meeting, for its co-ordinator and for whoever is invited to it (MTG-2). */
    Outcome<Folder> open(Actor actor, MeetingId id, Instant now) {
        return sharing.ask(actor, Permission.SEE_MEETINGS, now).then(_ -> admitted(actor, peek(actor, id), id, now));
    }

    /** As {@link #open}, locked until the end of the transaction, to change it. */
    Outcome<Folder> lock(Actor actor, MeetingId id, Instant now) {
        return sharing.ask(actor, Permission.SEE_MEETINGS, now).then(_ -> admitted(actor, load(actor, id), id, now));
    }

    /** One item, for whoever is invited to it and may know of the case. */
    Outcome<Opened> open(Actor actor, AgendaItemId id, Instant now) {
        return store.item(actor.partnership(), id)
                .map(found -> open(actor, found.meeting(), now).then(folder -> shown(folder, id, now)))
                .orElseGet(() -> refused(actor, id.value(), now));
    }

    /**
     * As {@link #open(Actor, AgendaItemId, Instant)}, with the meeting locked, for whoever may do something about the item: not for those who were
     * left reading the case (SHR-3).
     */
    Outcome<Opened> lock(Actor actor, AgendaItemId id, Instant now) {
        return store.item(actor.partnership(), id)
                .map(found -> lock(actor, found.meeting(), now)
                        .then(folder -> shown(folder, id, now))
                        .then(opened -> partIn(opened, now)))
                .orElseGet(() -> refused(actor, id.value(), now));
    }

    /** The same, for whoever may do something about the item. */
    Outcome<Opened> partIn(Opened opened, Instant now) {
        return sharing.ask(
                        opened.folder().actor(),
                        Permission.TAKE_PART_IN_ITEM,
                        opened.item().caseId(),
                        org.holdfast.sharing.Purpose.of(opened.folder().kind()),
                        now)
                .map(_ -> opened);
    }

    /** The items that the actor may see: invited to, and not kept out of the case. */
    List<AgendaItem> visible(Folder folder, Instant now) {
        Set<CaseId> cases = sharing.visible(
                folder.actor(),
                Permission.SEE_AGENDA_ITEM,
                folder.items().stream().map(AgendaItem::caseId).toList(),
                org.holdfast.sharing.Purpose.of(folder.kind()),
                now);
        return folder.items().stream()
                .filter(folder::concerns)
                .filter(it -> cases.contains(it.caseId()))
                .toList();
    }

    /** What is particular to the actor's partnership. */
    Profile profile(Actor actor) {
        return partnerships.profile(actor.partnership());
    }

    /** The kinds of meeting that the partnership holds. */
    List<MeetingKind> kinds(Actor actor) {
        return profile(actor).meetingKinds();
    }

    /** Which authorities a case concerns, where this kind of meeting asks for each of them (MTG-7). */
    ItemAuthorities authorities(Actor actor, MeetingKind kind, CaseId caseId) {
        return kind.ofEachAuthority().isEmpty()
                ? ItemAuthorities.ONE
                : ItemAuthorities.of(
                        profile(actor),
                        homes.of(actor, caseId),
                        partnerships.agencies(actor).stream()
                                .collect(Collectors.toMap(Agency::id, Function.identity())));
    }

    /** Which authorities cases concern, where the partnership serves several; none where it serves one. The caller has asked for the cases. */
    Map<CaseId, ItemAuthorities> authorities(Actor actor, Collection<CaseId> cases) {
        Profile profile = profile(actor);
        if (!profile.combined()) {
            return Map.of();
        }
        Map<CaseId, Home> recorded = homes.of(actor, cases);
        Map<CaseId, ItemAuthorities> concerned = new HashMap<>();
        for (CaseId one : cases) {
            concerned.put(one, ItemAuthorities.of(profile, Optional.ofNullable(recorded.get(one)), Map.of()));
        }
        return concerned;
    }

    private Outcome<Opened> shown(Folder folder, AgendaItemId id, Instant now) {
        AgendaItem item = folder.item(id).orElseThrow();
        if (!folder.concerns(item)) {
            return refused(folder.actor(), id.value(), now);
        }
        return sharing.ask(
                        folder.actor(),
                        Permission.SEE_AGENDA_ITEM,
                        item.caseId(),
                        org.holdfast.sharing.Purpose.of(folder.kind()),
                        now)
                .map(_ -> new Opened(folder, item));
    }

    private Outcome<Folder> admitted(Actor actor, Optional<Folder> folder, MeetingId id, Instant now) {
        return folder.filter(it -> !it.parts().isEmpty())
                .<Outcome<Folder>>map(Outcome::done)
                .orElseGet(() -> refused(actor, id.value(), now));
    }

    private Folder folder(Actor actor, Meeting meeting) {
        Attendance attendance = store.attendance(actor.partnership(), meeting.id());
        return new Folder(
                actor,
                meeting,
                kinds(actor).stream()
                        .filter(it -> it.id().equals(meeting.kind()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the profile has no kind " + meeting.kind())),
                attendance,
                store.items(actor.partnership(), meeting.id()),
                store.invitations(actor.partnership(), meeting.id()),
                store.conflicts(actor.partnership(), meeting.id()),
                parts(actor, attendance));
    }

    private Set<Part> parts(Actor actor, Attendance attendance) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (sharing.may(actor, Permission.PLAN_MEETING)) {
            parts.add(Part.COORDINATOR);
        }
        attendance.of(new MemberId(actor.member())).ifPresent(self -> {
            parts.add(Part.ATTENDEE);
            if (self.capacity().writes()) {
                parts.add(Part.WRITER);
            }
            if (self.capacity().chairs() && sharing.may(actor, Permission.RUN_MEETING)) {
                parts.add(Part.CHAIR);
            }
        });
        return parts;
    }

    /** Where a command to the meeting leads; that it is for others than the actor stands on the ledger (GOV-7). */
    Outcome<MeetingState> after(Folder folder, MeetingCommand command, Instant now) {
        return noted(
                folder,
                folder.meeting().id().value(),
                command.isFor(folder.parts()),
                MeetingLife.after(folder.meeting().state(), command, folder.parts()),
                now);
    }

    /** Where a command to an item leads; that it is for others than the actor stands on the ledger. */
    Outcome<AgendaItemState> after(Opened opened, AgendaItemCommand command, Instant now) {
        Folder folder = opened.folder();
        return noted(
                folder,
                opened.item().id().value(),
                AgendaItemLife.asked(command).isFor(folder.parts()),
                AgendaItemLife.after(
                        opened.item().state(), command, folder.meeting().state(), folder.parts()),
                now);
    }

    /** Where a command to the minutes of an item leads; that it is for others than the actor stands on the ledger. */
    Outcome<MinutesItemState> after(Opened opened, MinutesItemState stood, MinutesItemCommand command, Instant now) {
        Folder folder = opened.folder();
        return noted(
                folder,
                opened.item().id().value(),
                command.isFor(folder.parts()),
                MinutesItemLife.after(stood, command, folder.meeting().state(), folder.parts()),
                now);
    }

    /** Refuses what is for whoever runs or chairs the meeting to somebody who may see it. */
    <T> Outcome<T> notYourPart(Folder folder, UUID subject, String rule, Instant now) {
        return noted(folder, subject, false, Outcome.refused(Reason.of("meetings.refused.not-your-part", rule)), now);
    }

    private <T> Outcome<T> noted(Folder folder, UUID subject, boolean theirs, Outcome<T> answer, Instant now) {
        if (!theirs) {
            ledger.record(folder.actor(), now, new MeetingEvent.MeetingRefused(subject));
        }
        return answer;
    }

    /** Refuses a meeting, an item or what is the co-ordinator's alone about them; it stands on the ledger (GOV-7). */
    <T> Outcome<T> refused(Actor actor, UUID subject, Instant now) {
        ledger.record(actor, now, new MeetingEvent.MeetingRefused(subject));
        return Outcome.refused(Sharing.NOT_FOUND);
    }
}
