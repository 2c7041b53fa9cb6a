package org.holdfast.room;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.NotesInHand;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the room while a meeting runs: what is typed as it is typed, and who looks on. What is typed stands in the room first and is
 * kept as a version of the note when its writer lets go, is followed by another, has typed for a while, or the session ends (MTG-4).
 */
@Component
public final class Rooms implements NotesInHand {

    /** After typing this long a version of the note is kept, so that the versions tell how it came about. */
    static final Duration KEPT_EVERY = Duration.ofMinutes(1);

    /** The longest a part of a note may be, as the note itself has it. */
    static final int LONGEST = 100_000;

    private final Ledger ledger;
    private final Sessions sessions;
    private final Partnerships partnerships;
    private final RoomStore store;
    private final RoomWatch watch;

    Rooms(Ledger ledger, Sessions sessions, Partnerships partnerships, RoomStore store, RoomWatch watch) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.partnerships = partnerships;
        this.store = store;
        this.watch = watch;
    }

    /** A part of an item's note as it is being typed. Asks as for the note itself; records no look, as whoever asks shows the item too. */
    public Outcome<Section> section(Actor actor, AgendaItemId item, Note.Part part, Instant now) {
        return ledger.within(
                actor,
                () -> sessions.note(actor, item, part, now)
                        .map(note -> store.find(actor.partnership(), item, part)
                                .map(row -> current(row, note).section())
                                .orElseGet(() -> Section.of(item, part, note.text(), note.version()))));
    }

    /**
     * Takes what somebody types: the whole text of the section, as it stands in one window.
     *
     * @param window the window in which it is typed
     * @param number counts the window's messages
     * @param seen the revision that the window goes on from
     * @param takeOver whether the section is to be taken from whoever holds it
     */
    public Outcome<Section.Answer> type(
            Actor actor,
            AgendaItemId item,
            Note.Part part,
            UUID window,
            long number,
            int seen,
            String text,
            boolean takeOver,
            Instant now) {
        Section.Message message =
                new Section.Message(window, new MemberId(actor.member()), actor.name(), number, seen, text, takeOver);
        Outcome<Taken> taken = ledger.within(
                actor,
                () -> sessions.writable(actor, item, part, now)
                        .then(writable -> text.length() > LONGEST
                                ? Outcome.refused(Reason.of("meetings.note.too-long", "MTG-4"))
                                : Outcome.done(take(actor, writable, message, now))));
        return taken.map(it -> {
            watch.nudge(it.meeting());
            return it.answer();
        });
    }

    private record Taken(MeetingId meeting, Section.Answer answer) {}

    private Taken take(Actor actor, Sessions.Writable writable, Section.Message message, Instant now) {
        Note note = writable.note();
        AgendaItemId item = note.item();
        Optional<RoomStore.Row> before = store.find(actor.partnership(), item, note.part());
        if (before.isEmpty()) {
            store.begin(
                    actor.partnership(),
                    new RoomStore.Row(
                            writable.meeting().id(),
                            writable.item().caseId(),
                            Section.of(item, note.part(), note.text(), note.version()),
                            note.version(),
                            true,
                            now,
                            0));
        } else if (toKeep(before.get(), message, now)) {
            keep(actor, before.get(), now);
            note = sessions.note(actor, item, note.part(), now).orThrow();
        }
        RoomStore.Row row =
                current(store.lock(actor.partnership(), item, note.part()).orElseThrow(), note);
        Section.Answer answer = row.section().take(message, now);
        if (answer instanceof Section.Held || answer instanceof Section.Changed) {
            store.refused(actor.partnership(), answer.section());
        }
        if (answer instanceof Section.Accepted(Section section)) {
            Section.Hold held = row.section().hold();
            if (held == null || !held.window().equals(message.window())) {
                ledger.record(
                        actor,
                        now,
                        new RoomEvent.SectionTaken(
                                item.value(),
                                row.caseId().value(),
                                section.part(),
                                held != null && row.section().heldAt(now)
                                        ? held.member().value()
                                        : null));
            }
            RoomStore.Row typed = row.with(
                    section, row.kept() && section.text().equals(row.section().text()), now);
            store.save(actor.partnership(), typed);
            if (writable.meeting().state() != MeetingState.OPEN) {
                keep(actor, typed, now);
            }
        }
        return new Taken(writable.meeting().id(), answer);
    }

    /** Lets go of a section that this window holds, and keeps what was typed as a version of the note. */
    public Outcome<Section> letGo(Actor actor, AgendaItemId item, Note.Part part, UUID window, Instant now) {
        return ledger.within(
                actor,
                () -> sessions.writable(actor, item, part, now).map(writable -> {
                    store.find(actor.partnership(), item, part)
                            .filter(row -> holds(row, window))
                            .ifPresent(row -> keep(actor, row, now));
                    return store.lock(actor.partnership(), item, part)
                            .map(row -> {
                                Section released = row.section().released(window);
                                if (!released.equals(row.section())) {
                                    store.save(actor.partnership(), row.with(released, row.kept(), row.keptAt()));
                                    watch.nudge(row.meeting());
                                }
                                return released;
                            })
                            .orElseGet(() -> Section.of(
                                    item,
                                    part,
                                    writable.note().text(),
                                    writable.note().version()));
                }));
    }

    /** Keeps what is typed in a meeting at this moment, before its session ends. */
    @Override
    public void keep(Actor actor, MeetingId meeting, Instant now) {
        ledger.within(actor, () -> {
            store.sections(actor.partnership(), meeting, 0).forEach(row -> keep(actor, row, now));
            return meeting;
        });
    }

    /** Takes the section as it is typed into the note, in the name of whoever typed it. The meeting is locked before the section is. */
    private void keep(Actor actor, RoomStore.Row row, Instant now) {
        if (row.kept()) {
            return;
        }
        Actor writer = writer(actor, row.section().hold());
        Outcome<Note> written = write(writer, row, now);
        if (written instanceof Outcome.Refused<Note> && !writer.equals(actor)) {
            written = write(actor, row, now);
        }
        if (written instanceof Outcome.Done<Note>(Note note)) {
            RoomStore.Row locked = store.lock(
                            actor.partnership(),
                            row.section().item(),
                            row.section().part())
                    .orElseThrow();
            boolean asItStands = locked.section().text().equals(note.text());
            store.keptAs(actor.partnership(), locked, note.version(), asItStands, now);
        }
    }

    private Outcome<Note> write(Actor writer, RoomStore.Row row, Instant now) {
        Section section = row.section();
        Outcome<Note> written =
                sessions.write(writer, section.item(), section.part(), section.text(), row.noteVersion(), now);
        if (written instanceof Outcome.Refused<Note>(List<Reason> why)
                && why.getFirst().key().equals("meetings.refused.note-changed-meanwhile")) {
            // somebody wrote the note past the room: theirs stays, and what is not in it comes after it
            return sessions.note(writer, section.item(), section.part(), now).then(theirs -> {
                String kept = Section.keptOf(section.text(), theirs.text());
                return sessions.write(
                        writer,
                        section.item(),
                        section.part(),
                        kept.isBlank() ? theirs.text() : theirs.text() + "\n" + kept,
                        theirs.version(),
                        now);
            });
        }
        return written;
    }

    private Actor writer(Actor actor, Section.@Nullable Hold hold) {
        if (hold == null || hold.member().value().equals(actor.member())) {
            return actor;
        }
        return partnerships
                .member(actor, hold.member())
                .map(it -> Partnerships.actor(actor.partnership(), it))
                .orElse(actor);
    }

    private static boolean toKeep(RoomStore.Row row, Section.Message message, Instant now) {
        return !row.kept()
                && (!holds(row, message.window())
                        || row.keptAt().plus(KEPT_EVERY).isBefore(now));
    }

    private static boolean holds(RoomStore.Row row, UUID window) {
        Section.Hold hold = row.section().hold();
        return hold != null && hold.window().equals(window);
    }

    /** The section, taken up anew where the note was written past the room and nothing typed here waits to be kept. */
    private static RoomStore.Row current(RoomStore.Row row, Note note) {
        return row.kept() && row.noteVersion() != note.version()
                ? row.renewed(
                        row.section().text().equals(note.text())
                                ? row.section()
                                : row.section().renewed(note.text()),
                        note.version())
                : row;
    }

    // Following what happens

    /**
     * Begins to follow the room with one window, and says so to the others. Asks whether the actor may see the meeting.
     *
     * @param item at which the window looks; null for none
     * @param after up to where the window knows what happened; null to begin now
     */
    public Outcome<Following> follow(
            Actor actor,
            MeetingId meeting,
            UUID window,
            @Nullable AgendaItemId item,
            @Nullable Cursor after,
            Instant now) {
        return sessions.standing(actor, meeting, now).map(standing -> {
            looksOn(actor, meeting, window, item, now);
            return new Following(
                    this, sessions, watch.follow(actor.partnership(), meeting), standing, window, item, after, now);
        });
    }

    /** Draws a page at one moment: what its parts ask after in common is read once (decision 26). */
    public <T> T atOneMoment(Actor actor, Supplier<T> page) {
        return ledger.within(actor, page);
    }

    /** Up to where a window knows what happened, if it is drawn now. */
    public Cursor cursor(Actor actor, MeetingId meeting) {
        return ledger.within(actor, () -> new Cursor(store.number(actor.partnership(), meeting), ledger.length(actor)));
    }

    /** Whether the program is about to end, and all following with it. */
    public boolean closing() {
        return watch.closing();
    }

    // Who looks on

    /** A window is open on the room. The caller has asked whether its person may see the meeting. */
    public void looksOn(Actor actor, MeetingId meeting, UUID window, @Nullable AgendaItemId item, Instant now) {
        boolean news = ledger.within(
                actor,
                () -> store.here(
                        actor.partnership(),
                        meeting,
                        new Onlooker(
                                window, new MemberId(actor.member()), actor.name(), actor.agencyName(), item, now)));
        if (news) {
            watch.nudge(meeting);
        }
    }

    /** A window is closed. */
    public void leaves(Actor actor, MeetingId meeting, UUID window, Instant now) {
        ledger.within(actor, () -> {
            store.gone(actor.partnership(), meeting, window, now);
            return window;
        });
        watch.nudge(meeting);
    }

    /** Who looks on, each person once, with the item only where the reader may see it. */
    public List<Onlooker> onlookers(Actor actor, Sessions.Standing standing, Instant now) {
        return shown(
                ledger.within(
                        actor,
                        () -> store.onlookers(
                                actor.partnership(), standing.meeting().id(), now)),
                standing);
    }

    /** Of two windows of one person the one at an item, and of two such the one last seen. */
    private static Onlooker nearer(Onlooker one, Onlooker other) {
        if ((one.item() == null) != (other.item() == null)) {
            return one.item() == null ? other : one;
        }
        return other.seenAt().isAfter(one.seenAt()) ? other : one;
    }

    /** Who looks on as a reader may see it: each person once, and at which item where the reader may see that one. */
    static List<Onlooker> shown(List<Onlooker> onlookers, Sessions.Standing standing) {
        Map<MemberId, Onlooker> shown = new LinkedHashMap<>();
        for (Onlooker each : onlookers) {
            AgendaItemId item = each.item();
            AgendaItemId visible = item != null && standing.line(item).isPresent() ? item : null;
            shown.merge(
                    each.member(),
                    new Onlooker(each.window(), each.member(), each.name(), each.agency(), visible, each.seenAt()),
                    Rooms::nearer);
        }
        return List.copyOf(shown.values());
    }
}
