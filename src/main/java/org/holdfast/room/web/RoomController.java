package org.holdfast.room.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Reading;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Confirmation;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.pages.SignedIn;
import org.holdfast.room.Cursor;
import org.holdfast.room.Following;
import org.holdfast.room.Proposal;
import org.holdfast.room.ProposalDraft;
import org.holdfast.room.Proposals;
import org.holdfast.room.Rooms;
import org.holdfast.room.Section;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** The room: one screen for the running meeting, its stream, the screen on the wall, and the page of those who wait for their item. */
@Controller
class RoomController {

    private final Meetings meetings;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Proposals proposals;
    private final Decisions decisions;
    private final Voices voices;
    private final Sharing sharing;
    private final Pages pages;
    private final SignedIn signedIn;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    RoomController(
            Meetings meetings,
            Sessions sessions,
            Rooms rooms,
            Proposals proposals,
            Decisions decisions,
            Voices voices,
            Sharing sharing,
            Pages pages,
            SignedIn signedIn,
            JsonMapper json,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.rooms = rooms;
        this.proposals = proposals;
        this.decisions = decisions;
        this.voices = voices;
        this.sharing = sharing;
        this.pages = pages;
        this.signedIn = signedIn;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    // The room

    /** The running meeting: at the item that was chosen, else at the one being discussed, else at the next. */
    @GetMapping("/meetings/{id}/room")
    View room(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestHeader(name = Pages.BY_ITSELF, required = false) @Nullable String byItself) {
        return byItself == null ? room(actor, id, item) : turns.take(() -> room(actor, id, item));
    }

    private View room(Actor actor, UUID id, @Nullable UUID item) {
        return drawn(
                actor,
                id,
                (cursor, now) -> of(sessions.standing(actor, new MeetingId(id), now), standing -> {
                    MeetingState state = standing.meeting().state();
                    if (state == MeetingState.FINISHED || state == MeetingState.APPROVED) {
                        return pages.redirect("/meetings/" + id + "/minutes");
                    }
                    if (state == MeetingState.CANCELLED) {
                        return pages.redirect("/meetings/" + id);
                    }
                    if (item == null && waits(standing)) {
                        return pages.redirect("/meetings/" + id + "/room/waiting");
                    }
                    AgendaItemId chosen = item != null
                            ? new AgendaItemId(item)
                            : standing.discussed()
                                    .or(() -> standing.lines().stream()
                                            .filter(it -> it.item().state() == AgendaItemState.LISTED)
                                            .findFirst())
                                    .map(it -> it.item().id())
                                    .orElse(null);
                    boolean follows = item == null
                            || standing.discussed()
                                    .filter(it -> it.item().id().equals(chosen))
                                    .isPresent();
                    return shown(actor, id, chosen, follows, Form.empty(), null, cursor, now);
                }));
    }

    /** What is drawn, from when on its window hears what happens, and the moment. */
    private interface Drawing {
        View at(Cursor cursor, Instant now);
    }

    /** Draws at one moment. The cursor is read first: what changes meanwhile is told afterwards, perhaps once too often. */
    private View drawn(Actor actor, UUID meeting, Drawing page) {
        return rooms.atOneMoment(actor, () -> page.at(rooms.cursor(actor, new MeetingId(meeting)), clock.instant()));
    }

    /** Whether somebody who is invited to single items waits for theirs. */
    private static boolean waits(Sessions.Standing standing) {
        return !standing.runs()
                && standing.self().filter(it -> !it.wholeAgenda()).isPresent()
                && standing.discussed().isEmpty();
    }

    private View shown(
            Actor actor, UUID id, @Nullable AgendaItemId item, boolean follows, Form form, Note.@Nullable Part theirs) {
        return drawn(actor, id, (cursor, now) -> shown(actor, id, item, follows, form, theirs, cursor, now));
    }

    private View shown(
            Actor actor,
            UUID id,
            @Nullable AgendaItemId item,
            boolean follows,
            Form form,
            Note.@Nullable Part theirs,
            Cursor cursor,
            Instant now) {
        MeetingId meeting = new MeetingId(id);
        return of(meetings.agendaInSession(actor, meeting, now), agenda -> {
            Sessions.Standing standing = sessions.standing(actor, meeting, now).orThrow();
            if (item == null) {
                return pages.show(
                        "room/room", view(actor, agenda, standing, null, follows, List.of(), null, cursor, now), form);
            }
            return of(sessions.see(actor, item, now), seen -> {
                if (!seen.panel().meeting().id().equals(meeting)) {
                    return pages.notFound();
                }
                List<Section> sections = new ArrayList<>();
                Form filled = form;
                for (Note.Part part : Note.Part.values()) {
                    if (standing.reads(item, part)) {
                        Section section = rooms.section(actor, item, part, now).orThrow();
                        sections.add(section);
                        if (!form.has(RoomView.field(part))) {
                            filled = filled.set(RoomView.field(part), section.text());
                        }
                    }
                }
                return pages.show(
                        "room/room",
                        view(actor, agenda, standing, seen, follows, sections, theirs, cursor, now),
                        filled);
            });
        });
    }

    private RoomView view(
            Actor actor,
            Meetings.Agenda agenda,
            Sessions.Standing standing,
            Sessions.@Nullable ItemInSession seen,
            boolean follows,
            List<Section> sections,
            Note.@Nullable Part theirs,
            Cursor cursor,
            Instant now) {
        MeetingId meeting = agenda.meeting().id();
        AgendaItem item = seen == null ? null : seen.panel().item();
        return new RoomView(
                agenda,
                standing,
                seen,
                follows,
                sections,
                theirs,
                item == null ? Optional.empty() : wishes(actor, item.caseId(), now),
                item == null ? Optional.empty() : decision(actor, item, now),
                item == null
                        ? List.of()
                        : proposals.of(actor, meeting, item.id(), now).orThrow(),
                item != null && Proposals.open(standing, item.id()),
                agenda.attendance().attendees().stream()
                        .filter(it -> Proposals.mayOwn(standing, it))
                        .map(it -> Option.of(it.id().value().toString(), it.name() + ", " + it.agencyName()))
                        .toList(),
                rooms.onlookers(actor, standing, now),
                sessions.confirmations(actor, meeting, now).orThrow(),
                ids.get(),
                cursor,
                now);
    }

    private Optional<Wishes> wishes(Actor actor, CaseId caseId, Instant now) {
        if (sharing.visible(actor, Permission.SEE_CASE, Set.of(caseId), now).isEmpty()) {
            return Optional.empty();
        }
        return voices.see(actor, caseId, now).orThrow().stream().findFirst();
    }

    private Optional<Reading> decision(Actor actor, AgendaItem item, Instant now) {
        if (sharing.visible(actor, Permission.SEE_PACK, Set.of(item.caseId()), now)
                .isEmpty()) {
            return Optional.empty();
        }
        Optional<DecisionId> found = decisions.onItem(actor, item.id(), now).orThrow();
        return found.map(it -> decisions.read(actor, it, now).orThrow());
    }

    // What happens, as it happens

    /** What happens in the room, for one window, as server-sent events. Whether its reader may hear them is settled before the first. */
    @GetMapping("/meetings/{id}/room/events")
    View events(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID window,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean screen,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        Cursor known = Cursor.read(last == null ? after : last);
        Outcome<Following> following = rooms.follow(
                actor,
                new MeetingId(id),
                window == null ? ids.get() : window,
                item == null ? null : new AgendaItemId(item),
                known,
                clock.instant());
        return of(
                following, it -> new EventStream(screen ? it.onTheScreen() : it, actor, rooms, signedIn, json, clock));
    }

    // Notes

    /** What came of a text, for the script. */
    record Saved(String answer, int revision, String text, String by, String kept) {
        static Saved of(Section.Answer answer) {
            Section section = answer.section();
            Section.Hold hold = section.hold();
            return new Saved(
                    answer.getClass().getSimpleName(),
                    section.revision(),
                    section.text(),
                    hold == null ? "" : hold.name(),
                    switch (answer) {
                        case Section.Held(Section _, String kept) -> kept;
                        case Section.Changed(Section _, String kept) -> kept;
                        case Section.Accepted _, Section.Repeated _ -> "";
                    });
        }
    }

    /** Takes what is typed: from the script as it is typed, from the form with its button. */
    @PostMapping("/meetings/{id}/room/items/{item}/notes")
    View note(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Note.Part part = Objects.requireNonNullElse(form.choice("part", Note.Part.class), Note.Part.OPEN);
        UUID window = Objects.requireNonNullElseGet(form.id("window"), ids);
        Instant now = clock.instant();
        AgendaItemId to = new AgendaItemId(item);
        Outcome<Section.Answer> outcome = rooms.type(
                actor,
                to,
                part,
                window,
                Objects.requireNonNullElse(form.number("number"), 1),
                Objects.requireNonNullElse(form.number("seen"), 0),
                form.value(RoomView.field(part)).replace("\r\n", "\n"),
                form.ticked("takeOver") || form.value("takeOver").equals("yes"),
                now);
        if ("application/json".equals(accept)) {
            return of(outcome, answer -> json(Saved.of(answer)));
        }
        return of(outcome, answer -> switch (answer) {
            case Section.Accepted _, Section.Repeated _ -> {
                rooms.letGo(actor, to, part, window, now);
                yield pages.redirect(at(id, item) + "#" + RoomView.field(part), "meetings.notice.note");
            }
            case Section.Held(Section section, String _) -> again(actor, id, to, form, part, section, "room.note.held");
            case Section.Changed(Section section, String _) ->
                again(actor, id, to, form, part, section, "room.note.changed");
        });
    }

    /** Nothing is lost: what was typed stays in its field, what stands in the room is shown beside it. */
    private View again(
            Actor actor, UUID id, AgendaItemId item, Form form, Note.Part part, Section section, String key) {
        Section.Hold hold = section.hold();
        Reason reason = new Reason(key, "MTG-4", RoomView.field(part), List.of(hold == null ? "" : hold.name()));
        return shown(actor, id, item, false, form.with(List.of(reason)), part);
    }

    /** Lets go of a section, when its window is left. */
    @PostMapping("/meetings/{id}/room/items/{item}/let-go")
    View letGo(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Note.Part part = Objects.requireNonNullElse(form.choice("part", Note.Part.class), Note.Part.OPEN);
        UUID window = Objects.requireNonNullElseGet(form.id("window"), ids);
        return of(
                rooms.letGo(actor, new AgendaItemId(item), part, window, clock.instant()),
                section -> (model, request, response) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT));
    }

    // Actions

    @PostMapping("/meetings/{id}/room/items/{item}/proposals")
    View propose(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        MeetingId meeting = new MeetingId(id);
        UUID owner = form.id("owner");
        ProposalDraft draft = new ProposalDraft(
                Objects.requireNonNullElse(form.text("what"), ""),
                Objects.requireNonNullElse(form.text("why"), ""),
                owner == null ? null : new AttendeeId(owner),
                form.date("dueOn"));
        return of(
                meetings.agenda(actor, meeting, now),
                agenda -> of(
                        proposals.propose(actor, meeting, new AgendaItemId(item), draft, agenda.attendance(), now),
                        _ -> pages.redirect(at(id, item) + "#proposals", "room.notice.proposed"),
                        reasons -> shown(
                                actor, id, new AgendaItemId(item), false, form.with(dated(form, reasons)), null)));
    }

    /** A date that is none says so itself. */
    private static List<Reason> dated(Form form, List<Reason> reasons) {
        return reasons.stream()
                .map(it -> "dueOn".equals(it.field()) ? Objects.requireNonNullElse(form.dateFault("dueOn"), it) : it)
                .toList();
    }

    /** Agrees a proposed action, or does not. */
    @PostMapping("/meetings/{id}/room/items/{item}/proposals/{proposal}")
    View settle(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @PathVariable UUID proposal,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        MeetingId meeting = new MeetingId(id);
        AgendaItemId at = new AgendaItemId(item);
        boolean agreed = form.value("do").equals("agree");
        return of(
                agreed
                        ? proposals.agree(actor, meeting, at, proposal, now)
                        : proposals.decline(actor, meeting, at, proposal, form.value("because-" + proposal), now),
                _ -> pages.redirect(
                        at(id, item) + "#proposals", agreed ? "room.notice.agreed" : "room.notice.not-agreed"),
                reasons -> shown(actor, id, at, false, form.with(reasons), null));
    }

    // The confidentiality statement

    /** Somebody confirms the statement for themselves, or whoever runs the meeting records that they did. */
    @PostMapping("/meetings/{id}/room/statement")
    View confirm(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID attendee = form.id("attendee");
        UUID item = form.id("item");
        return of(
                sessions.confirm(
                        actor,
                        new MeetingId(id),
                        new AttendeeId(attendee == null ? new UUID(0, 0) : attendee),
                        clock.instant()),
                _ -> pages.redirect(
                        item == null ? "/meetings/" + id + "/room" : at(id, item), "room.notice.confirmed"));
    }

    // The wall and the waiting room

    /** What hangs on the wall: for whoever runs or chairs the meeting to put there. */
    @GetMapping("/meetings/{id}/room/screen")
    View screen(Actor actor, @PathVariable UUID id) {
        return drawn(actor, id, (cursor, now) -> screen(actor, new MeetingId(id), cursor, now));
    }

    private View screen(Actor actor, MeetingId meeting, Cursor cursor, Instant now) {
        return of(sessions.leading(actor, meeting, now), standing -> {
            Optional<AgendaItem> item = standing.discussed().map(it -> it.item());
            if (item.isEmpty()) {
                return pages.show(
                        "room/screen",
                        new ScreenView(standing, null, "", 0, 0, Optional.empty(), List.of(), ids.get(), cursor, now));
            }
            AgendaItem on = item.get();
            return of(
                    sessions.see(actor, on.id(), now),
                    seen -> pages.show(
                            "room/screen",
                            new ScreenView(
                                    standing.onTheScreen(),
                                    seen.onTheScreen(),
                                    ScreenView.initials(seen.child()),
                                    on.position(),
                                    standing.lines().size(),
                                    decision(actor, on, now),
                                    proposals.of(actor, meeting, on.id(), now).orThrow().stream()
                                            .filter(it -> it.state() == Proposal.State.AGREED)
                                            .toList(),
                                    ids.get(),
                                    cursor,
                                    now)));
        });
    }

    /** The page of whoever is invited to one item: their slot and nothing else. */
    @GetMapping("/meetings/{id}/room/waiting")
    View waiting(Actor actor, @PathVariable UUID id) {
        return drawn(actor, id, (cursor, now) -> waiting(actor, new MeetingId(id), cursor, now));
    }

    private View waiting(Actor actor, MeetingId meeting, Cursor cursor, Instant now) {
        return of(
                sessions.standing(actor, meeting, now),
                standing -> of(sessions.confirmations(actor, meeting, now), confirmations -> {
                    boolean toConfirm = standing.self()
                            .map(it -> confirmations.get(it.id()))
                            .filter(it -> it.statement() == Confirmation.STATEMENT)
                            .isEmpty();
                    return pages.show(
                            "room/waiting",
                            new WaitingView(
                                    standing, toConfirm && standing.self().isPresent(), ids.get(), cursor, now));
                }));
    }

    private static String at(UUID id, UUID item) {
        return "/meetings/" + id + "/room?item=" + item;
    }

    private <T> View of(Outcome<T> outcome, Function<T, View> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T> refused -> pages.refused(refused);
        };
    }

    private <T> View of(Outcome<T> outcome, Function<T, View> done, Function<List<Reason>, View> again) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> reasons) ->
                reasons.stream().allMatch(reason -> reason.field() != null)
                        ? again.apply(reasons)
                        : pages.refused(reasons);
        };
    }

    private View json(Object value) {
        return (model, request, response) -> {
            response.setContentType("application/json;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            write(response, json.writeValueAsString(value));
        };
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
