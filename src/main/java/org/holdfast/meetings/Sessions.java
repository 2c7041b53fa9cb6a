package org.holdfast.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Readings;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Training;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to a meeting in session: who is there, what is discussed, noted, decided and adjourned (MTG-4, NRM-5, NRM-6, NRM-22). */
@Component
public final class Sessions {

    /** The longest a note may be: some forty pages. */
    static final int LONGEST_NOTE = 100_000;

    private static final Reason UNDER_VOTE = Reason.of("meetings.refused.item-under-vote", "NRM-4");

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final Plans plans;
    private final MeetingStore store;
    private final Folders folders;
    private final Meetings meetings;
    private final CaseNames names;
    private final ObjectProvider<ItemPanelSource> panelSources;
    private final ObjectProvider<FreshPanel> freshPanels;
    private final ObjectProvider<NotesInHand> notesInHand;
    private final ObjectProvider<ItemVote> votes;
    private final Supplier<UUID> ids;

    Sessions(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            Plans plans,
            MeetingStore store,
            Folders folders,
            Meetings meetings,
            CaseNames names,
            ObjectProvider<ItemPanelSource> panelSources,
            ObjectProvider<FreshPanel> freshPanels,
            ObjectProvider<NotesInHand> notesInHand,
            ObjectProvider<ItemVote> votes,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.plans = plans;
        this.store = store;
        this.folders = folders;
        this.meetings = meetings;
        this.names = names;
        this.panelSources = panelSources;
        this.freshPanels = freshPanels;
        this.notesInHand = notesInHand;
        this.votes = votes;
        this.ids = ids;
    }

    /**
     * An item as one reader sees it in the meeting.
     *
     * @param child the child's name as known
     * @param caseOpen whether the child's page is open to the reader
     * @param conflicts declared at this item
     * @param notes the parts that the reader may read, as they stand
     * @param authorities which authorities it concerns, where the partnership serves several (MTG-7)
     * @param reader how the reader stands towards the case, where something is restricted
     * @param earlier actions for this child that were still to be done when the meeting began: they come to the agenda by themselves
     * @param links what other modules have beside the item
     * @param meetingAvailable what the reader may do with the meeting as a whole
     * @param self the reader's own invitation
     */
    public record ItemInSession(
            Panel panel,
            String child,
            boolean caseOpen,
            ItemAuthorities authorities,
            List<Conflict> conflicts,
            List<Note> notes,
            Restriction.Reader reader,
            List<EarlierAction> earlier,
            List<ItemLink> links,
            Set<MeetingCommand> meetingAvailable,
            Optional<Attendee> self) {
        public ItemInSession {
            conflicts = List.copyOf(conflicts);
            notes = List.copyOf(notes);
            earlier = List.copyOf(earlier);
            links = List.copyOf(links);
            meetingAvailable = Set.copyOf(meetingAvailable);
        }

        /** Whether the reader reads and writes the restricted part. */
        public boolean readsRestricted() {
            return Restriction.reads(reader, Note.Part.RESTRICTED);
        }

        /** The same as whoever passes the second screen may see it: nothing restricted. */
        public ItemInSession onTheScreen() {
            return new ItemInSession(
                    panel,
                    child,
                    caseOpen,
                    authorities,
                    conflicts,
                    notes.stream()
                            .filter(it -> Restriction.reads(Restriction.Reader.PASSING_BY, it.part()))
                            .toList(),
                    Restriction.Reader.PASSING_BY,
                    earlier,
                    links,
                    meetingAvailable,
                    self);
        }

        /** The note of a part; an empty one where nothing was written. */
        public Note note(Note.Part part) {
            return notes.stream()
                    .filter(it -> it.part() == part)
                    .findFirst()
                    .orElse(new Note(panel.item().id(), part, 0, "", "", Instant.EPOCH));
        }
    }

    /**
     * Where one reader stands in a meeting: what they may see of it and do in it at this moment.
     *
     * @param lines the items the reader may see, in the order of the agenda
     * @param runs whether the reader runs or chairs the meeting
     * @param late by how many minutes the meeting is behind its plan; below 0 ahead of it
     * @param self the reader's own invitation
     */
    public record Standing(
            Meeting meeting, MeetingKind kind, List<Line> lines, boolean runs, int late, Optional<Attendee> self) {

        /**
         * One item, what the reader may do with it, and when it is planned and expected.
         *
         * @param reader how the reader stands towards the case, where something is restricted
         */
        public record Line(
                AgendaItem item,
                Set<AgendaItemCommand> available,
                Optional<ExpectedTimes.Expected> times,
                Restriction.Reader reader) {
            public Line {
                available = Set.copyOf(available);
            }
        }

        public Standing {
            lines = List.copyOf(lines);
        }

        /** The reader's line of an item; empty where the item is not for this reader. */
        public Optional<Line> line(AgendaItemId id) {
            return lines.stream().filter(it -> it.item().id().equals(id)).findFirst();
        }

        /** The item that is being discussed, if this reader may see it. */
        public Optional<Line> discussed() {
            return lines.stream()
                    .filter(it -> it.item().state() == AgendaItemState.DISCUSSING)
                    .findFirst();
        }

        /** Whether the reader may read a part of an item's note. */
        public boolean reads(AgendaItemId id, Note.Part part) {
            return line(id).filter(it -> Restriction.reads(it.reader(), part)).isPresent();
        }

        /** The same for the second screen, on which nothing restricted is heard either. */
        public Standing onTheScreen() {
            return new Standing(
                    meeting,
                    kind,
                    lines.stream()
                            .map(it -> new Line(it.item(), Set.of(), it.times(), Restriction.Reader.PASSING_BY))
                            .toList(),
                    runs,
                    late,
                    self);
        }

        /** Whether the reader may write a part of an item's note now. */
        public boolean writes(AgendaItemId id, Note.Part part) {
            return reads(id, part)
                    && line(id).filter(it -> it.available().contains(AgendaItemCommand.WRITE_NOTES))
                            .isPresent();
        }
    }

    /** Somebody invited to one item only, who is not in the meeting yet, and when their item is expected. */
    public record Coming(MeetingId meeting, AgendaItemId item, Attendee attendee, Instant expected) {}

    // Reading

    /** Asks whether the actor may do something about an item, such as propose an action, for a module that keeps what they do. */
    public Outcome<AgendaItemId> takesPart(Actor actor, AgendaItemId id, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(opened -> folders.partIn(opened, now))
                        .map(opened -> opened.item().id()));
    }

    /** Where the actor stands in the meeting. Asks whether they may see it; records no look, as nothing of a child is shown. */
    public Outcome<Standing> standing(Actor actor, MeetingId id, Instant now) {
        return ledger.within(actor, () -> folders.open(actor, id, now).map(folder -> standing(folder, now)));
    }

    /** As {@link #standing}, for what whoever runs or chairs the meeting does alone; that somebody else tried stands on the ledger. */
    public Outcome<Standing> leading(Actor actor, MeetingId id, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(folder -> forOthers(folder)
                                ? Outcome.done(standing(folder, now))
                                : folders.notYourPart(folder, id.value(), "MTG-4", now)));
    }

    private Standing standing(Folder folder, Instant now) {
        ExpectedTimes times = times(folder, now);
        return new Standing(
                folder.meeting(),
                folder.kind(),
                folders.visible(folder, now).stream()
                        .filter(it -> it.state() != AgendaItemState.WITHDRAWN)
                        .map(it -> new Standing.Line(
                                it,
                                AgendaItemLife.available(
                                        it.state(), folder.meeting().state(), folder.parts()),
                                times.of(it.id()),
                                folder.reader(it)))
                        .toList(),
                forOthers(folder),
                times.late(),
                folder.self());
    }

    /** A part of an item's note as it stands; records no look, as whoever asks shows the item too. */
    public Outcome<Note> note(Actor actor, AgendaItemId id, Note.Part part, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now).then(opened -> {
                    if (!reads(opened, part)) {
                        return folders.notYourPart(opened.folder(), id.value(), "MTG-4", now);
                    }
                    return Outcome.done(note(actor, opened.item(), part));
                }));
    }

    /** A part of an item's note that somebody may write at this moment. */
    public record Writable(Meeting meeting, AgendaItem item, Note note) {}

    /** A part of an item's note, for somebody who writes it; refused as {@link #write} refuses. */
    public Outcome<Writable> writable(Actor actor, AgendaItemId id, Note.Part part, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(opened -> folders.partIn(opened, now))
                        .then(opened -> mayWrite(opened, part, now)
                                .map(_ -> new Writable(
                                        opened.folder().meeting(), opened.item(), note(actor, opened.item(), part)))));
    }

    private Outcome<AgendaItemState> mayWrite(Folders.Opened opened, Note.Part part, Instant now) {
        return folders.after(opened, AgendaItemCommand.WRITE_NOTES, now)
                .then(state -> reads(opened, part)
                        ? Outcome.done(state)
                        : folders.notYourPart(
                                opened.folder(), opened.item().id().value(), "MTG-4", now));
    }

    private static boolean reads(Folders.Opened opened, Note.Part part) {
        return Restriction.reads(opened.folder().reader(opened.item()), part);
    }

    /** Who is still to come for one item only, in meetings that are in session. For the program's own work. */
    public List<Coming> coming(Actor program, Instant now) {
        return ledger.within(
                program,
                () -> store.in(program.partnership(), Set.of(MeetingState.OPEN)).stream()
                        .flatMap(it -> folders.load(program, it.id()).stream())
                        .flatMap(folder -> {
                            ExpectedTimes times = times(folder, now);
                            return folder.agenda().stream()
                                    .filter(it -> it.state() == AgendaItemState.LISTED)
                                    .flatMap(it -> folder.invitedTo(it).stream()
                                            .filter(who -> !who.wholeAgenda() && !who.presentAt(now))
                                            .map(who -> new Coming(
                                                    folder.meeting().id(),
                                                    it.id(),
                                                    who,
                                                    times.of(it.id())
                                                            .orElseThrow()
                                                            .from())));
                        })
                        .toList());
    }

    private static ExpectedTimes times(Folder folder, Instant now) {
        return ExpectedTimes.of(folder.meeting().startsAt(), Meetings.minutesPerItem(folder), folder.agenda(), now);
    }

    /** The room at one item: what a decision is made on. Asks whether the actor may see the item; records no look. */
    public Outcome<Panel> panel(Actor actor, AgendaItemId id, Instant now) {
        return ledger.within(actor, () -> folders.open(actor, id, now).map(opened -> panelOnce(opened, now)));
    }

    /** An item as it stands, for the program's own step in the actor's name; what it holds is not shown. */
    public Optional<AgendaItem> item(Actor actor, AgendaItemId id) {
        return ledger.within(actor, () -> store.item(actor.partnership(), id));
    }

    /** One item with all that belongs to it, for somebody who looks at it. */
    public Outcome<ItemInSession> see(Actor actor, AgendaItemId id, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now).map(opened -> {
                    Folder folder = opened.folder();
                    AgendaItem item = opened.item();
                    ledger.record(
                            actor,
                            now,
                            new MeetingEvent.ItemSeen(id.value(), item.caseId().value()));
                    return new ItemInSession(
                            panelOnce(opened, now),
                            names.of(actor, List.of(item.caseId()), now).getOrDefault(item.caseId(), ""),
                            !sharing.visible(actor, Permission.SEE_CASE, Set.of(item.caseId()), now)
                                    .isEmpty(),
                            folders.authorities(actor, List.of(item.caseId()))
                                    .getOrDefault(item.caseId(), ItemAuthorities.ONE),
                            folder.conflictsAt(item),
                            store.notes(actor.partnership(), id).stream()
                                    .filter(it -> reads(opened, it.part()))
                                    .toList(),
                            folder.reader(item),
                            EarlierAction.of(
                                    plans.actions(actor, item.caseId()),
                                    folder.meeting().id().value(),
                                    folder.meeting().on(),
                                    Objects.requireNonNullElse(folder.meeting().openedAt(), now),
                                    now),
                            panelSources
                                    .orderedStream()
                                    .flatMap(it -> it.linksOf(actor, id, now).stream())
                                    .toList(),
                            MeetingLife.available(folder.meeting(), folder.parts(), now),
                            folder.self());
                }));
    }

    /** Every version of an item's notes that the actor may read, the newest first. */
    public Outcome<List<Note>> versions(Actor actor, AgendaItemId id, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now).map(opened -> {
                    ledger.record(
                            actor,
                            now,
                            new MeetingEvent.ItemSeen(
                                    id.value(), opened.item().caseId().value()));
                    return store.versions(actor.partnership(), id).stream()
                            .filter(it -> reads(opened, it.part()))
                            .toList();
                }));
    }

    private record AtItem(Actor actor, AgendaItemId item, Instant now) {}

    /** Beside one item several modules ask who sits there. */
    private Panel panelOnce(Folders.Opened opened, Instant now) {
        return Readings.once(
                "meetings.panel",
                new AtItem(opened.folder().actor(), opened.item().id(), now),
                () -> panel(opened, now));
    }

    private Panel panel(Folders.Opened opened, Instant now) {
        Folder folder = opened.folder();
        AgendaItem item = opened.item();
        Actor actor = folder.actor();
        Set<MemberId> trained = partnerships
                .trainingOf(actor, folder.attendance().members())
                .stream()
                .filter(it -> it.training() == Training.PANEL_MEMBER)
                .filter(it -> it.currentOn(folder.meeting().on()))
                .map(it -> it.member())
                .collect(Collectors.toSet());
        ItemConflicts conflicts = new ItemConflicts(
                folder.conflicted(item),
                sharing.excluded(actor, item.caseId()),
                cases.lead(actor, item.caseId()).map(Set::of).orElse(Set.of()),
                freshPanels
                        .orderedStream()
                        .flatMap(it -> it.decidedBefore(actor, item).stream())
                        .collect(Collectors.toSet()));
        return new Panel(
                folder.meeting(),
                folder.kind(),
                item,
                Quorum.of(
                        folder.kind(),
                        folder.invitedTo(item),
                        trained::contains,
                        conflicts,
                        folders.authorities(actor, folder.kind(), item.caseId()),
                        now),
                AgendaItemLife.available(item.state(), folder.meeting().state(), folder.parts()));
    }

    // The meeting

    /** Opens the session, on its day at the earliest. */
    public Outcome<MeetingId> open(Actor actor, MeetingId id, Instant now) {
        return changing(actor, id, MeetingCommand.OPEN, now, folder -> {
            if (MeetingLife.beforeItsDay(folder.meeting(), now)) {
                return Outcome.refused(Reason.of("meetings.refused.before-the-day", "MTG-4"));
            }
            store.save(actor.partnership(), folder.meeting().opened(now));
            ledger.record(actor, now, new MeetingEvent.MeetingOpened(id.value()));
            return Outcome.done(id);
        });
    }

    /** Records that somebody sends apologies, or with {@code false} that they come after all. Attendees may for themselves only. */
    public Outcome<MeetingId> apologies(Actor actor, MeetingId id, AttendeeId attendee, boolean sent, Instant now) {
        return withAttendee(actor, id, attendee, MeetingCommand.RECORD_APOLOGIES, now, (folder, who) -> {
            if (who.presentAt(now)) {
                return Outcome.refused(Reason.of("meetings.refused.is-here", "MTG-4", who.name()));
            }
            store.apologies(actor.partnership(), attendee, sent ? now : null);
            ledger.record(
                    actor,
                    now,
                    new MeetingEvent.ApologiesRecorded(id.value(), who.member().value(), sent));
            return Outcome.done(id);
        });
    }

    /** Records that somebody is there. Doing so twice changes nothing: two people may keep the list. */
    public Outcome<MeetingId> arrived(Actor actor, MeetingId id, AttendeeId attendee, Presence.How how, Instant now) {
        return withAttendee(actor, id, attendee, MeetingCommand.RECORD_PRESENCE, now, (folder, who) -> {
            if (!who.presentAt(now)) {
                store.arrived(actor.partnership(), ids.get(), attendee, now, how);
                ledger.record(
                        actor,
                        now,
                        new MeetingEvent.AttendeeArrived(
                                id.value(), who.member().value(), how));
            }
            return Outcome.done(id);
        });
    }

    /** Records that somebody leaves; from now on they no longer count towards the quorum. */
    public Outcome<MeetingId> left(Actor actor, MeetingId id, AttendeeId attendee, Instant now) {
        return withAttendee(actor, id, attendee, MeetingCommand.RECORD_PRESENCE, now, (folder, who) -> {
            if (who.presentAt(now)) {
                store.left(actor.partnership(), attendee, now);
                ledger.record(
                        actor,
                        now,
                        new MeetingEvent.AttendeeLeft(id.value(), who.member().value()));
            }
            return Outcome.done(id);
        });
    }

    /**
     * Records that an attendee confirmed the confidentiality statement as it is worded now. Attendees for themselves, whoever runs the
     * meeting for somebody who says so on the telephone or in the room.
     */
    public Outcome<MeetingId> confirm(Actor actor, MeetingId id, AttendeeId attendee, Instant now) {
        return withAttendee(actor, id, attendee, MeetingCommand.CONFIRM_STATEMENT, now, (folder, who) -> {
            if (store.confirm(actor, attendee, Confirmation.STATEMENT, now)) {
                ledger.record(
                        actor,
                        now,
                        new MeetingEvent.StatementConfirmed(
                                id.value(), who.member().value(), Confirmation.STATEMENT));
            }
            return Outcome.done(id);
        });
    }

    /** Who confirmed the confidentiality statement, and in which version. For whoever may see the meeting. */
    public Outcome<Map<AttendeeId, Confirmation>> confirmations(Actor actor, MeetingId id, Instant now) {
        return ledger.within(
                actor, () -> folders.open(actor, id, now).map(_ -> store.confirmations(actor.partnership(), id)));
    }

    /** Ends the session. What was not reached, and what is still being discussed, is adjourned and goes to the next agenda by itself. */
    public Outcome<MeetingId> finish(Actor actor, MeetingId id, Instant now) {
        return changing(actor, id, MeetingCommand.FINISH, now, folder -> {
            notesInHand.orderedStream().forEach(it -> it.keep(actor, id, now));
            for (AgendaItem item : folder.agenda()) {
                if (!item.state().settled()) {
                    adjourn(folder, item, AdjournedFor.OUT_OF_TIME, "", now);
                }
            }
            store.allLeft(actor.partnership(), id, now);
            store.save(actor.partnership(), folder.meeting().finished(now));
            ledger.record(actor, now, new MeetingEvent.MeetingFinished(id.value()));
            return Outcome.done(id);
        });
    }

    // Items

    /** The meeting turns to an item. One at a time. */
    public Outcome<AgendaItem> call(Actor actor, AgendaItemId id, Instant now) {
        return running(actor, id, AgendaItemCommand.CALL, now, opened -> {
            if (opened.folder().agenda().stream().anyMatch(it -> it.state() == AgendaItemState.DISCUSSING)) {
                return Outcome.refused(Reason.of("meetings.refused.another-item-open", "MTG-4"));
            }
            AgendaItem item = opened.item();
            ledger.record(
                    actor,
                    now,
                    new MeetingEvent.ItemCalled(id.value(), item.caseId().value()));
            return save(actor, item.called(now));
        });
    }

    /** Puts an item back on the list, to be called again later in the meeting. */
    public Outcome<AgendaItem> putBack(Actor actor, AgendaItemId id, Instant now) {
        return running(actor, id, AgendaItemCommand.PUT_BACK, now, opened -> {
            if (underVote(actor, id)) {
                return Outcome.refused(UNDER_VOTE);
            }
            ledger.record(
                    actor,
                    now,
                    new MeetingEvent.ItemPutBack(
                            id.value(), opened.item().caseId().value()));
            return save(actor, opened.item().putBack());
        });
    }

    /** Ends an item on which nothing is decided. */
    public Outcome<AgendaItem> conclude(Actor actor, AgendaItemId id, Instant now) {
        return running(actor, id, AgendaItemCommand.CONCLUDE, now, opened -> {
            if (opened.item().purpose().decides()) {
                return Outcome.refused(Reason.of("meetings.refused.decide-or-adjourn", "NRM-6"));
            }
            ledger.record(
                    actor,
                    now,
                    new MeetingEvent.ItemConcluded(
                            id.value(), opened.item().caseId().value()));
            return save(actor, opened.item().settled(AgendaItemState.CONCLUDED, "", now));
        });
    }

    /** Adjourns an item; it stands on the next agenda of the same kind of meeting by itself (NRM-4, NRM-6). */
    public Outcome<AgendaItem> adjourn(Actor actor, AgendaItemId id, AdjournedFor why, String because, Instant now) {
        return running(actor, id, AgendaItemCommand.ADJOURN, now, opened -> {
            if (underVote(actor, id)) {
                return Outcome.refused(UNDER_VOTE);
            }
            if (because.isBlank() && why == AdjournedFor.MORE_EVIDENCE) {
                return Outcome.refused(Reason.about("because", "meetings.adjourn.because"));
            }
            Optional<Reason> tooLong = Brevity.words("because", because);
            if (tooLong.isPresent()) {
                return Outcome.refused(tooLong.get());
            }
            return Outcome.done(adjourn(opened.folder(), opened.item(), why, because, now));
        });
    }

    /**
     * The panel's decision on the item is issued: settles the item. Refused, with all that is missing, where there is no quorum: then the
     * item is adjourned and not decided (NRM-6). A second decision at the same meeting is allowed (NRM-2).
     *
     * @param quorate when the panel had to have its quorum: at the last vote; who voted may have left since
     */
    public Outcome<Panel> decided(Actor actor, AgendaItemId id, Instant quorate, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(opened -> folders.after(opened, AgendaItemCommand.DECIDE, now)
                                .then(state -> {
                                    Panel panel = panel(opened, quorate);
                                    if (!opened.item().purpose().decides()) {
                                        return Outcome.refused(
                                                Reason.of("meetings.refused.nothing-to-decide", "NRM-6"));
                                    }
                                    if (!panel.quorum().met()) {
                                        return Outcome.refused(panel.quorum().missing());
                                    }
                                    store.save(
                                            actor.partnership(), opened.item().settled(state, "", now));
                                    ledger.record(
                                            actor,
                                            now,
                                            new MeetingEvent.ItemDecided(
                                                    id.value(),
                                                    opened.item().caseId().value()));
                                    return Outcome.done(panel);
                                })));
    }

    private boolean underVote(Actor actor, AgendaItemId id) {
        return votes.stream().anyMatch(it -> it.open(actor, id));
    }

    private AgendaItem adjourn(Folder folder, AgendaItem item, AdjournedFor why, String because, Instant now) {
        Actor actor = folder.actor();
        AgendaItem adjourned = item.adjourned(why, because, now);
        store.save(actor.partnership(), adjourned);
        if (item.purpose().decides() && !item.purpose().again()) {
            meetings.happened(actor, item.caseId(), Milestone.ADJOURNED, now);
        }
        ledger.record(
                actor,
                now,
                new MeetingEvent.ItemAdjourned(item.id().value(), item.caseId().value(), why));
        meetings.carry(folder, adjourned, now);
        return adjourned;
    }

    private Outcome<AgendaItem> save(Actor actor, AgendaItem item) {
        store.save(actor.partnership(), item);
        return Outcome.done(item);
    }

    // Conflicts and notes

    /**
     * Declares somebody's conflict of interest at an item; it stands (NRM-22). An attendee declares for themselves, the co-ordinator and
     * the chair for whoever tells them. Whoever is conflicted neither votes on the item nor leads it.
     */
    public Outcome<AgendaItem> declareConflict(
            Actor actor, AgendaItemId id, AttendeeId attendee, String reason, Instant now) {
        return running(actor, id, AgendaItemCommand.DECLARE_CONFLICT, now, opened -> {
            Folder folder = opened.folder();
            List<Reason> faults = new ArrayList<>();
            Optional<Attendee> who = folder.attendance().of(attendee).filter(it -> folder.invited(opened.item(), it));
            if (who.isEmpty()) {
                faults.add(Reason.about("attendee", "meetings.conflict.attendee"));
            } else if (!forOthers(folder) && !folder.self().equals(who)) {
                return folders.notYourPart(folder, id.value(), "NRM-22", now);
            }
            if (reason.isBlank()) {
                faults.add(Reason.about("reason", "meetings.conflict.reason"));
            }
            Brevity.words("reason", reason).ifPresent(faults::add);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            if (store.declare(actor, id, new Conflict(attendee, reason.strip(), now))) {
                CaseId caseId = opened.item().caseId();
                ledger.record(
                        actor,
                        now,
                        new MeetingEvent.ConflictDeclared(
                                id.value(),
                                caseId.value(),
                                who.orElseThrow().member().value()));
            }
            return Outcome.done(opened.item());
        });
    }

    /**
     * Writes a part of an item's note anew. Every version is kept.
     *
     * @param seen the version that was written on; if another was saved since, nothing is overwritten and the refusal is
     *     {@code meetings.refused.note-changed-meanwhile}
     */
    public Outcome<Note> write(Actor actor, AgendaItemId id, Note.Part part, String text, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(opened -> mayWrite(opened, part, now).then(_ -> {
                            Note before = note(actor, opened.item(), part);
                            if (before.version() != seen) {
                                return Outcome.refused(
                                        Reason.of("meetings.refused.note-changed-meanwhile", "MTG-4", before.writer()));
                            }
                            if (text.length() > LONGEST_NOTE) {
                                return Outcome.refused(Reason.about(field(part), "meetings.note.too-long"));
                            }
                            if (before.text().equals(text)) {
                                return Outcome.done(before);
                            }
                            Note note = new Note(id, part, seen + 1, text, actor.name(), now);
                            store.write(actor, note);
                            ledger.record(
                                    actor,
                                    now,
                                    new MeetingEvent.NoteWritten(
                                            id.value(), opened.item().caseId().value(), part, note.version()));
                            return Outcome.done(note);
                        })));
    }

    private static String field(Note.Part part) {
        return switch (part) {
            case OPEN -> "open";
            case RESTRICTED -> "restricted";
        };
    }

    private Note note(Actor actor, AgendaItem item, Note.Part part) {
        return store.notes(actor.partnership(), item.id()).stream()
                .filter(it -> it.part() == part)
                .findFirst()
                .orElse(new Note(item.id(), part, 0, "", "", Instant.EPOCH));
    }

    // The common frame of commands

    private static boolean forOthers(Folder folder) {
        return folder.parts().contains(MeetingCommand.Part.COORDINATOR)
                || folder.parts().contains(MeetingCommand.Part.CHAIR);
    }

    private <T> Outcome<T> changing(
            Actor actor, MeetingId id, MeetingCommand command, Instant now, Function<Folder, Outcome<T>> change) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> folders.after(folder, command, now).then(_ -> change.apply(folder))));
    }

    private Outcome<MeetingId> withAttendee(
            Actor actor,
            MeetingId id,
            AttendeeId attendee,
            MeetingCommand command,
            Instant now,
            BiFunction<Folder, Attendee, Outcome<MeetingId>> change) {
        return changing(actor, id, command, now, folder -> {
            Optional<Attendee> who = folder.attendance().of(attendee);
            if (who.isEmpty()) {
                return Outcome.refused(Reason.of("meetings.refused.not-invited", "MTG-2"));
            }
            if (!forOthers(folder) && !folder.self().equals(who)) {
                return folders.notYourPart(folder, id.value(), "MTG-4", now);
            }
            return change.apply(folder, who.get());
        });
    }

    private Outcome<AgendaItem> running(
            Actor actor,
            AgendaItemId id,
            AgendaItemCommand command,
            Instant now,
            Function<Folders.Opened, Outcome<AgendaItem>> change) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(opened -> folders.after(opened, command, now).then(_ -> change.apply(opened))));
    }
}
