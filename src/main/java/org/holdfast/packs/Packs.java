package org.holdfast.packs;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.documents.Document;
import org.holdfast.documents.Documents;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Restriction;
import org.holdfast.meetings.Roll;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The door to packs: read, locked at the cut-off, given and withdrawn by person and item, taken along as a paper (NRM-23, MTG-3, SHR-2). */
@Component
public final class Packs {

    private static final int LONGEST_NOTE = 15_000;
    private static final int LONGEST_REASON = 2_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Meetings meetings;
    private final Assembly assembly;
    private final PackStore store;
    private final Documents documents;
    private final Outbox outbox;
    private final Texts texts;
    private final JsonMapper json;
    private final Supplier<UUID> ids;

    Packs(
            Ledger ledger,
            Sharing sharing,
            Meetings meetings,
            Assembly assembly,
            PackStore store,
            Documents documents,
            Outbox outbox,
            Texts texts,
            JsonMapper json,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.meetings = meetings;
        this.assembly = assembly;
        this.store = store;
        this.documents = documents;
        this.outbox = outbox;
        this.texts = texts;
        this.json = json;
        this.ids = ids;
    }

    /**
     * A child on the agenda, and whether the reader reads its pack or attends without it.
     *
     * @param opened whether the reader has opened it in the version that stands
     */
    public record Listed(UUID item, String child, String slot, boolean reads, boolean opened) {}

    /**
     * The pack of a meeting at one look.
     *
     * @param locks every cut-off, the newest first
     * @param later how many things came after the last cut-off, as far as this reader may read them
     * @param mayLock whether the reader may take a cut-off now
     */
    public record Front(
            MeetingId meeting,
            String name,
            LocalDate on,
            List<Listed> items,
            List<PackLock> locks,
            int later,
            boolean coordinates,
            boolean mayLock) {
        public Front {
            items = List.copyOf(items);
            locks = List.copyOf(locks);
        }
    }

    /**
     * One child's pack, cut to its reader.
     *
     * @param lock the cut-off it stands at; empty before the first
     * @param item as it was at the cut-off, or as it is now before the first
     * @param after what came after the cut-off
     * @param missing what is missing now
     * @param joined whether the child came on the agenda after the cut-off
     */
    public record Reading(
            Front front,
            Optional<PackLock> lock,
            boolean joined,
            PackItem item,
            Optional<PackItem> after,
            List<PackLine> missing,
            PackNote note) {
        public Reading {
            missing = List.copyOf(missing);
        }
    }

    /** A version as it was locked, cut to its reader. */
    public record Version(PackLock lock, Pack pack) {}

    /** A pack as a paper in the reader's name. */
    public record Paper(String name, byte[] pdf) {}

    /**
     * Who reads an item, for the co-ordinator.
     *
     * @param lastOpened when the person last opened the version that stands; empty for not yet
     * @param decided what was decided about this person and item last; empty where it comes with the capacity
     */
    public record Seat(
            Attendee attendee,
            boolean reads,
            boolean conflicted,
            Optional<Instant> lastOpened,
            Optional<PackAccess> decided) {}

    /** One item with everybody invited to it. */
    public record Seats(UUID item, String child, List<Seat> seats) {
        public Seats {
            seats = List.copyOf(seats);
        }
    }

    /** The meeting as the reader may see it, and what the reader may read of its pack. */
    private record Desk(
            Actor actor,
            Meetings.Agenda agenda,
            List<PackAccess> access,
            Map<AgendaItemId, Set<MemberId>> conflicts,
            List<PackLock> locks,
            PackReader reader,
            boolean coordinates) {

        MeetingId meeting() {
            return agenda.meeting().id();
        }

        Given given(@Nullable String sha256) {
            return Given.toReader(Purpose.of(agenda.kind()), sha256);
        }

        int number() {
            return locks.isEmpty() ? 0 : locks.getFirst().number();
        }

        Optional<Meetings.Entry> entry(UUID item) {
            return agenda.entries().stream()
                    .filter(it -> it.item().id().value().equals(item))
                    .findFirst();
        }

        boolean conflicted(AgendaItem item, MemberId member) {
            return conflicts.getOrDefault(item.id(), Set.of()).contains(member);
        }
    }

    // Reading

    /** The pack of a meeting at one look: whose pack the actor reads, and where it stands. */
    public Outcome<Front> front(Actor actor, MeetingId meeting, Instant now) {
        return ledger.within(actor, () -> desk(actor, meeting, now).map(desk -> front(desk, true, now)));
    }

    /** One child's pack, for somebody who reads it; the look goes on the ledger. */
    public Outcome<Reading> read(Actor actor, MeetingId meeting, UUID item, Instant now) {
        return ledger.within(
                actor,
                () -> desk(actor, meeting, now)
                        .then(desk -> readable(desk, item, now).map(entry -> {
                            PackItem whole = assembly.of(actor, entry.item(), entry.child(), now);
                            Pack live = pack(desk, List.of(whole));
                            Pack current = desk.reader().of(live);
                            PackItem shown = current.item(item).orElseThrow();
                            Optional<Pack> locked =
                                    desk.locks().isEmpty() ? Optional.empty() : locked(desk, desk.number());
                            Optional<PackItem> then =
                                    locked.flatMap(it -> desk.reader().of(it).item(item));
                            Optional<PackItem> after = locked.flatMap(it ->
                                    desk.reader().of(live.since(it)).item(item).filter(Packs::says));
                            store.opened(actor, meeting, item, desk.number(), now);
                            shown(
                                    actor,
                                    then.filter(it -> it.holds(DataClass.HOME_AND_WHEREABOUTS))
                                            .orElse(shown),
                                    now);
                            ledger.record(
                                    actor,
                                    now,
                                    new PackEvent.PackSeen(
                                            item, entry.item().caseId().value(), desk.number(), desk.given(null)));
                            return new Reading(
                                    front(desk, false, now),
                                    desk.locks().stream().findFirst(),
                                    locked.isPresent() && then.isEmpty(),
                                    then.orElse(shown),
                                    then.isPresent() ? after : Optional.empty(),
                                    shown.lines(PackSection.MISSING),
                                    store.note(actor, item));
                        })));
    }

    /** A version as it was locked, as far as the actor may read it today. */
    public Outcome<Version> version(Actor actor, MeetingId meeting, int number, Instant now) {
        return ledger.within(
                actor,
                () -> desk(actor, meeting, now).then(desk -> {
                    Optional<PackLock> lock = desk.locks().stream()
                            .filter(it -> it.number() == number)
                            .findFirst();
                    if (lock.isEmpty() || desk.reader().items().isEmpty()) {
                        return refused(actor, meeting.value(), now);
                    }
                    Pack pack = desk.reader().of(locked(desk, number).orElseThrow());
                    pack.items().forEach(item -> {
                        shown(actor, item, now);
                        ledger.record(
                                actor,
                                now,
                                new PackEvent.PackSeen(item.item(), item.caseId(), number, desk.given(null)));
                    });
                    return Outcome.done(new Version(lock.get(), pack));
                }));
    }

    /**
     * The pack that the actor may read as a tagged PDF, with the actor's name and the time across every page. That it was handed out is on the
     * ledger with the paper's fingerprint (SHR-2).
     */
    public Outcome<Paper> paper(Actor actor, MeetingId meeting, Instant now) {
        record Cut(Pack pack, Pack after, Optional<PackLock> lock, Purpose purpose) {}
        Outcome<Cut> cut = ledger.within(
                actor,
                () -> desk(actor, meeting, now).then(desk -> {
                    if (desk.reader().items().isEmpty()) {
                        return refused(actor, meeting.value(), now);
                    }
                    Pack live = assembled(desk, now);
                    Optional<Pack> locked = desk.locks().isEmpty() ? Optional.empty() : locked(desk, desk.number());
                    return Outcome.done(new Cut(
                            desk.reader().of(locked.orElse(live)),
                            desk.reader().of(locked.map(live::since).orElse(live.with(List.of()))),
                            desk.locks().stream().findFirst(),
                            Purpose.of(desk.agenda().kind())));
                }));
        return cut.then(found -> {
            byte[] pdf = documents.pdf(
                    new PackPaper(texts).of(found.pack(), found.after(), found.lock(), actor.name(), now));
            String sha256 = sha256(pdf);
            return ledger.within(actor, () -> {
                Stream<PackItem> late = found.after().items().stream()
                        .filter(item -> found.pack().item(item.item()).isEmpty());
                for (PackItem item :
                        Stream.concat(found.pack().items().stream(), late).toList()) {
                    shown(actor, item, now);
                    ledger.record(
                            actor,
                            now,
                            new PackEvent.PackExported(
                                    item.item(),
                                    item.caseId(),
                                    found.lock().map(PackLock::number).orElse(0),
                                    Given.toReader(found.purpose(), sha256)));
                }
                return Outcome.done(new Paper("pack-" + found.pack().on() + ".pdf", pdf));
            });
        });
    }

    /**
     * One child's part of a pack as it was locked last, for whoever is outside the partnership.
     *
     * @param name of the kind of meeting
     * @param holds what kinds of information it holds
     */
    public record Leaving(
            MeetingId meeting, String name, LocalDate on, PackLock lock, Set<DataClass> holds, Document paper) {
        public Leaving {
            holds = Set.copyOf(holds);
        }
    }

    /**
     * What locked packs say of one child, for whoever is outside the partnership: nothing restricted, and of what agencies told only what their
     * agencies let go (SHR-4). The caller has asked {@code sharing} and records what went.
     *
     * @param going agencies whose return goes
     * @param agreed those among them that agreed to what they restricted going too
     * @param reader whose name stands on it
     */
    public List<Leaving> leaving(
            Actor actor, CaseId caseId, Set<AgencyId> going, Set<AgencyId> agreed, String reader, Instant now) {
        return ledger.within(actor, () -> {
            List<PackReturn> returns = assembly.toldSince(actor, caseId);
            List<Leaving> leaving = new ArrayList<>();
            for (MeetingId meeting : meetings.meetingsOf(actor, caseId)) {
                store.locks(actor.partnership(), meeting).stream().findFirst().ifPresent(lock -> {
                    Pack whole = json.readValue(
                            store.content(actor.partnership(), meeting, lock.number())
                                    .orElseThrow(),
                            Pack.class);
                    Pack cut = whole.with(whole.items().stream()
                            .filter(item -> item.caseId().equals(caseId.value()))
                            .map(item -> PackReturn.leaving(item, returns, going, agreed))
                            .toList());
                    if (!cut.items().isEmpty()) {
                        leaving.add(new Leaving(
                                meeting,
                                cut.name(),
                                cut.on(),
                                lock,
                                cut.holds(),
                                new PackPaper(texts).of(cut, cut.with(List.of()), Optional.of(lock), reader, now)));
                    }
                });
            }
            return leaving.stream().sorted(Comparator.comparing(Leaving::on)).toList();
        });
    }

    // Cut-off

    /**
     * Takes the cut-off: the whole pack stands from now on as it is at this moment, under the next number, with a fingerprint over all of it;
     * what the actor may not read is in it for those who may. Whoever reads it is told. Every version is kept.
     */
    public Outcome<PackLock> lock(Actor actor, MeetingId meeting, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> desk(actor, meeting, now))
                        .then(desk -> {
                            if (!open(desk)) {
                                return Outcome.refused(Reason.of("packs.refused.over", "MTG-3"));
                            }
                            Roll roll = meetings.roll(actor, meeting).orElseThrow();
                            Pack whole = everything(desk, roll, now);
                            String content = json.writeValueAsString(whole);
                            String sha256 = sha256(content.getBytes(StandardCharsets.UTF_8));
                            if (desk.locks().stream()
                                    .findFirst()
                                    .filter(it -> it.sha256().equals(sha256))
                                    .isPresent()) {
                                return Outcome.refused(Reason.of("packs.refused.nothing-new", "MTG-3"));
                            }
                            int number = desk.number() + 1;
                            store.add(actor, meeting, number, content, sha256, now);
                            ledger.record(actor, now, new PackEvent.PackLocked(meeting.value(), number, sha256));
                            tell(desk, roll, now);
                            return Outcome.done(new PackLock(number, sha256, now, actor.name()));
                        }));
    }

    private void tell(Desk desk, Roll roll, Instant now) {
        Set<MemberId> readers = new HashSet<>();
        for (Roll.Entry entry : roll.entries()) {
            Set<MemberId> out = sharing.excluded(desk.actor(), entry.item().caseId());
            entry.invited().stream()
                    .filter(it -> reads(desk, entry.item(), it) && !out.contains(it.member()))
                    .filter(it -> !it.member().value().equals(desk.actor().member()))
                    .forEach(it -> readers.add(it.member()));
        }
        outbox.post(
                desk.actor(),
                readers.stream()
                        .sorted(Comparator.comparing(MemberId::value))
                        .map(member -> Message.of(
                                member,
                                "packs.mail.locked",
                                path(desk.meeting()),
                                desk.agenda().kind().name(),
                                Dates.date(
                                        Language.ENGLISH,
                                        desk.agenda().meeting().on())))
                        .toList(),
                now);
    }

    // Access

    /** Who reads which item and who has opened it, for the co-ordinator. */
    public Outcome<List<Seats>> seats(Actor actor, MeetingId meeting, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> desk(actor, meeting, now))
                        .map(desk -> {
                            List<PackStore.Opened> opened = store.opened(actor.partnership(), meeting);
                            return desk.agenda().entries().stream()
                                    .map(entry -> seats(desk, entry, opened))
                                    .toList();
                        }));
    }

    private static Seats seats(Desk desk, Meetings.Entry entry, List<PackStore.Opened> opened) {
        UUID item = entry.item().id().value();
        return new Seats(
                item,
                entry.child(),
                entry.invited().stream()
                        .map(attendee -> new Seat(
                                attendee,
                                reads(desk, entry.item(), attendee),
                                desk.conflicted(entry.item(), attendee.member()),
                                opened.stream()
                                        .filter(it -> it.item().equals(item)
                                                && it.member()
                                                        .equals(attendee.member()
                                                                .value())
                                                && it.number() == desk.number())
                                        .map(PackStore.Opened::lastAt)
                                        .findFirst(),
                                desk.access().stream()
                                        .filter(it -> it.item().equals(item)
                                                && it.member()
                                                        .equals(attendee.member()
                                                                .value()))
                                        .reduce((earlier, later) -> later)))
                        .toList());
    }

    /** Gives a person access to the pack of one item, or withdraws it, with the reason (NRM-23). A conflict beats what is given. */
    public Outcome<MeetingId> decide(
            Actor actor, MeetingId meeting, UUID item, MemberId member, boolean give, String reason, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> desk(actor, meeting, now))
                        .then(desk -> {
                            Meetings.Entry entry = desk.entry(item).orElse(null);
                            if (entry == null
                                    || entry.invited().stream()
                                            .noneMatch(it -> it.member().equals(member))) {
                                return Outcome.refused(Reason.about("who", "packs.access.who.missing"));
                            }
                            String why = reason.strip();
                            if (why.isEmpty()) {
                                return Outcome.refused(Reason.about("reason", "packs.access.reason.missing"));
                            }
                            if (why.length() > LONGEST_REASON) {
                                return Outcome.refused(Reason.about("reason", "packs.too-long"));
                            }
                            UUID caseId = entry.item().caseId().value();
                            store.add(
                                    actor,
                                    ids.get(),
                                    meeting,
                                    new PackAccess(item, member.value(), give, why, actor.name(), now));
                            ledger.record(
                                    actor,
                                    now,
                                    give
                                            ? new PackEvent.PackAccessGiven(item, caseId, member.value())
                                            : new PackEvent.PackAccessWithdrawn(item, caseId, member.value()));
                            return Outcome.done(meeting);
                        }));
    }

    // Notes

    /** Keeps what the actor notes for themselves at an item, unless another window has since the version seen. */
    public Outcome<UUID> note(Actor actor, MeetingId meeting, UUID item, String words, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> desk(actor, meeting, now)
                        .then(desk -> readable(desk, item, now))
                        .then(entry -> {
                            if (words.length() > LONGEST_NOTE) {
                                return Outcome.refused(Reason.about("words", "packs.too-long"));
                            }
                            return store.keep(actor, item, words.strip(), seen, now)
                                    ? Outcome.done(item)
                                    : Outcome.refused(Reason.about("words", "packs.note.changed-meanwhile"));
                        }));
    }

    /** Those of the meetings of whose pack the actor reads anything. For the actor's own work; nothing is refused or recorded. */
    Set<MeetingId> readsAnything(Actor actor, Collection<MeetingId> asked) {
        Map<MeetingId, Capacity> capacities = asked.isEmpty() ? Map.of() : meetings.capacities(actor);
        List<MeetingId> invited = asked.stream().filter(capacities::containsKey).toList();
        Set<MeetingId> reads = invited.stream()
                .filter(it -> PackAccess.comesWith(requireNonNull(capacities.get(it))))
                .collect(Collectors.toCollection(HashSet::new));
        if (reads.size() < invited.size()) {
            reads.addAll(store.givenTo(actor, invited));
        }
        return reads;
    }

    /** Whether the pack of an item is open to the actor, for the link to it; the door asks the same again. */
    boolean reads(Actor actor, Panel panel, Instant now) {
        AgendaItem item = panel.item();
        MeetingId meeting = panel.meeting().id();
        if (sharing.visible(actor, Permission.READ_PACK, Set.of(item.caseId()), Purpose.of(panel.kind()), now)
                        .isEmpty()
                || meetings.conflicted(actor, meeting)
                        .getOrDefault(item.id(), Set.of())
                        .contains(new MemberId(actor.member()))) {
            return false;
        }
        if (sharing.may(actor, Permission.PLAN_MEETING)) {
            return true;
        }
        List<PackAccess> access = store.access(actor.partnership(), meeting);
        return meetings.self(actor, meeting)
                .filter(it -> PackAccess.reads(
                        actor.member(), it.capacity(), item.id().value(), false, access))
                .isPresent();
    }

    // Of the inside

    private Outcome<Desk> desk(Actor actor, MeetingId meeting, Instant now) {
        return meetings.agenda(actor, meeting, now).map(agenda -> {
            List<PackAccess> access = store.access(actor.partnership(), meeting);
            Map<AgendaItemId, Set<MemberId>> conflicts = meetings.conflicted(actor, meeting);
            boolean coordinates = sharing.may(actor, Permission.PLAN_MEETING);
            MemberId self = new MemberId(actor.member());
            Set<CaseId> open = sharing.visible(
                    actor,
                    Permission.READ_PACK,
                    agenda.entries().stream().map(it -> it.item().caseId()).toList(),
                    Purpose.of(agenda.kind()),
                    now);
            Map<UUID, Restriction.Reader> items = new HashMap<>();
            Map<UUID, List<PackReturn>> returns = new HashMap<>();
            Map<UUID, FieldReader> fields = new HashMap<>();
            Map<CaseId, FieldReader> ofCases = sharing.fields(actor, open, now);
            for (Meetings.Entry entry : agenda.entries()) {
                UUID item = entry.item().id().value();
                boolean conflicted =
                        conflicts.getOrDefault(entry.item().id(), Set.of()).contains(self);
                boolean reads = open.contains(entry.item().caseId())
                        && !conflicted
                        && (coordinates
                                || agenda.self()
                                        .filter(it ->
                                                PackAccess.reads(actor.member(), it.capacity(), item, false, access))
                                        .isPresent());
                if (reads) {
                    fields.put(item, requireNonNull(ofCases.get(entry.item().caseId())));
                    returns.put(item, assembly.toldSince(actor, entry.item().caseId()));
                    items.put(
                            item,
                            new Restriction.Reader(
                                    new AgencyId(actor.agency()),
                                    coordinates,
                                    false,
                                    agenda.self()
                                            .map(it -> Set.of(it.capacity()))
                                            .orElse(Set.of())));
                }
            }
            return new Desk(
                    actor,
                    agenda,
                    access,
                    conflicts,
                    store.locks(actor.partnership(), meeting),
                    new PackReader(items, returns, fields, assembly.heldBack()),
                    coordinates);
        });
    }

    private static boolean reads(Desk desk, AgendaItem item, Attendee attendee) {
        return PackAccess.reads(
                attendee.member().value(),
                attendee.capacity(),
                item.id().value(),
                desk.conflicted(item, attendee.member()),
                desk.access());
    }

    private Outcome<Meetings.Entry> readable(Desk desk, UUID item, Instant now) {
        return desk.entry(item)
                .filter(_ -> desk.reader().items().containsKey(item))
                .map(Outcome::done)
                .orElseGet(() -> refused(desk.actor(), item, now));
    }

    private Front front(Desk desk, boolean count, Instant now) {
        Set<UUID> opened = store.opened(desk.actor().partnership(), desk.meeting()).stream()
                .filter(it -> it.member().equals(desk.actor().member()) && it.number() == desk.number())
                .map(PackStore.Opened::item)
                .collect(Collectors.toSet());
        int later = 0;
        if (count && !desk.locks().isEmpty() && !desk.reader().items().isEmpty()) {
            Pack after = desk.reader()
                    .of(assembled(desk, now).since(locked(desk, desk.number()).orElseThrow()));
            later = after.items().stream()
                    .flatMap(it -> it.parts().stream())
                    .mapToInt(it -> it.lines().size())
                    .sum();
        }
        return new Front(
                desk.meeting(),
                desk.agenda().kind().name(),
                desk.agenda().meeting().on(),
                desk.agenda().entries().stream()
                        .map(entry -> {
                            UUID item = entry.item().id().value();
                            return new Listed(
                                    item,
                                    entry.child(),
                                    entry.slot()
                                            .map(it -> Dates.time(Language.ENGLISH, it.from()))
                                            .orElse(""),
                                    desk.reader().items().containsKey(item),
                                    opened.contains(item));
                        })
                        .toList(),
                desk.locks(),
                later,
                desk.coordinates(),
                desk.coordinates() && open(desk));
    }

    private static boolean open(Desk desk) {
        MeetingState state = desk.agenda().meeting().state();
        return state == MeetingState.PLANNED || state == MeetingState.OPEN;
    }

    /** All items of the agenda, also those that the actor may not read: a locked pack is the pack of everybody, and is never shown uncut. */
    private Pack everything(Desk desk, Roll roll, Instant now) {
        Map<CaseId, String> children = meetings.children(desk.actor(), roll, now);
        return pack(
                desk,
                roll.entries().stream()
                        .map(Roll.Entry::item)
                        .map(it -> assembly.of(desk.actor(), it, children.getOrDefault(it.caseId(), ""), now))
                        .toList());
    }

    /** The items whose pack the reader reads, whole: the cut comes after. */
    private Pack assembled(Desk desk, Instant now) {
        return pack(
                desk,
                desk.agenda().entries().stream()
                        .filter(it ->
                                desk.reader().items().containsKey(it.item().id().value()))
                        .map(it -> assembly.of(desk.actor(), it.item(), it.child(), now))
                        .toList());
    }

    private static Pack pack(Desk desk, List<PackItem> items) {
        return new Pack(
                desk.meeting().value(),
                desk.agenda().kind().name(),
                desk.agenda().meeting().on(),
                items);
    }

    private Optional<Pack> locked(Desk desk, int number) {
        return store.content(desk.actor().partnership(), desk.meeting(), number)
                .map(content -> json.readValue(content, Pack.class));
    }

    /** Where a pack says where the child lives or is and the address is protected, the look at it is on the ledger. */
    private void shown(Actor actor, PackItem item, Instant now) {
        if (item.holds(DataClass.HOME_AND_WHEREABOUTS)) {
            sharing.shown(actor, new CaseId(item.caseId()), now);
        }
    }

    private static boolean says(PackItem item) {
        return item.parts().stream().anyMatch(part -> !part.lines().isEmpty());
    }

    private <T> Outcome<T> refused(Actor actor, UUID subject, Instant now) {
        ledger.record(actor, now, new PackEvent.PackRefused(subject));
        return Outcome.refused(Sharing.NOT_FOUND);
    }

    static String path(MeetingId meeting) {
        return "/meetings/" + meeting.value() + "/pack";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
