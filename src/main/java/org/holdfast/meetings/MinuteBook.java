package org.holdfast.meetings;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
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
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.Action;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door to minutes. They write themselves from what was recorded in the meeting until the chair has approved them item by item; from
 * then on they stand word for word and take only addenda (MTG-4). A reader finds the items to which they were invited, and no others
 * (MTG-2, NRM-22), in whatever form they read them: {@link MinutesReader} cuts for all of them.
 */
@Component
public final class MinuteBook {

    private static final Reason UNREAD = Reason.of("meetings.refused.items-unread", "MTG-4");

    private static final Reason CHANGED = Reason.of("meetings.refused.minutes-changed", "MTG-4");

    private final Ledger ledger;
    private final MeetingStore store;
    private final Folders folders;
    private final CaseNames names;
    private final Plans plans;
    private final ObjectProvider<MinutesSource> sources;
    private final Partnerships partnerships;
    private final Sharing sharing;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Supplier<UUID> ids;

    MinuteBook(
            Ledger ledger,
            MeetingStore store,
            Folders folders,
            CaseNames names,
            Plans plans,
            ObjectProvider<MinutesSource> sources,
            Partnerships partnerships,
            Sharing sharing,
            Outbox outbox,
            JsonMapper json,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.folders = folders;
        this.names = names;
        this.plans = plans;
        this.sources = sources;
        this.partnerships = partnerships;
        this.sharing = sharing;
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
    }

    /**
     * Minutes as one reader may see them.
     *
     * @param hash SHA-256 of the whole minutes in hex, by which the chair approves exactly what was read
     * @param approvedBy who approved the last of them; null for a draft
     * @param standing how far the chair has come with each item that the reader sees
     * @param clock until when they are to go out, and when they did
     * @param sendings to whom they went, for the co-ordinator and the chair
     * @param available what the reader may do with the meeting now
     * @param reader whose eyes they are cut to, by name
     */
    public record Minutes(
            Meeting meeting,
            MinutesText text,
            String hash,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            List<Addendum> addenda,
            Map<UUID, Standing> standing,
            MinutesClock clock,
            List<Sending> sendings,
            Set<MeetingCommand> available,
            String reader) {
        public Minutes {
            addenda = List.copyOf(addenda);
            standing = Map.copyOf(standing);
            sendings = List.copyOf(sendings);
            available = Set.copyOf(available);
        }

        /** The addenda to one item, or with null those to the meeting as a whole. */
        public List<Addendum> addendaTo(@Nullable UUID item) {
            AgendaItemId about = item == null ? null : new AgendaItemId(item);
            return addenda.stream()
                    .filter(it -> Objects.equals(it.item(), about))
                    .toList();
        }
    }

    /**
     * How far the chair has come with one item.
     *
     * @param hash SHA-256 in hex of what the minutes say of it
     * @param reviews what chair and co-ordinator did and remarked, for them only
     * @param available what the reader may do with it now
     */
    public record Standing(
            MinutesItemState state, String hash, List<MinutesReview> reviews, Set<MinutesItemCommand> available) {
        public Standing {
            reviews = List.copyOf(reviews);
            available = Set.copyOf(available);
        }
    }

    /** The minutes, for somebody who reads them: a draft once the meeting is over, then as approved. */
    public Outcome<Minutes> read(Actor actor, MeetingId id, Instant now) {
        return reading(actor, id, now, (_, item) -> new MeetingEvent.MinutesSeen(id.value(), item.caseId()));
    }

    /** The minutes, for somebody who takes them away as a paper of this media type. */
    public Outcome<Minutes> take(Actor actor, MeetingId id, String mediaType, Instant now) {
        return reading(
                actor,
                id,
                now,
                (kind, item) -> new MeetingEvent.MinutesTaken(
                        id.value(),
                        item.caseId(),
                        mediaType,
                        Given.toReader(
                                org.holdfast.sharing.Purpose.of(kind),
                                Given.fingerprint(json.writeValueAsBytes(item)))));
    }

    private Outcome<Minutes> reading(
            Actor actor, MeetingId id, Instant now, BiFunction<MeetingKind, MinutesText.Item, MeetingEvent> look) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(folder -> text(folder, now).map(written -> {
                            Minutes minutes = minutes(folder, written, folders.reader(folder, now), actor.name());
                            minutes.text().items().forEach(item -> {
                                if (item.tellsHome()) {
                                    sharing.shown(actor, new CaseId(item.caseId()), now);
                                }
                                ledger.record(actor, now, look.apply(folder.kind(), item));
                            });
                            return minutes;
                        })));
    }

    /**
     * The minutes as one of those invited reads them, for the co-ordinator who is about to send them out. Never more than the co-ordinator
     * may read as well.
     */
    public Outcome<Minutes> preview(Actor actor, MeetingId id, MemberId reader, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(folder -> coordinating(folder, now))
                        .then(folder -> text(folder, now)
                                .then(written -> recipients(folder, written, now).stream()
                                        .filter(it -> it.member().id().equals(reader))
                                        .findFirst()
                                        .<Outcome<Minutes>>map(found -> {
                                            Minutes minutes = minutes(
                                                    folders.inTheHandsOf(found.actor(), folder),
                                                    written,
                                                    found.reader().and(folders.reader(folder, now)),
                                                    found.member().name());
                                            minutes.text()
                                                    .items()
                                                    .forEach(item -> ledger.record(
                                                            actor,
                                                            now,
                                                            new MeetingEvent.MinutesPreviewed(
                                                                    id.value(), item.caseId(), reader.value())));
                                            return Outcome.done(minutes);
                                        })
                                        .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND)))));
    }

    // Approving

    /**
     * The chair approves all that still waits, as read, and so seals the whole. If anything in the minutes changed since, or an item is
     * sent back, nothing is approved.
     *
     * @param hash of the minutes that were read
     */
    public Outcome<MeetingId> approve(Actor actor, MeetingId id, String hash, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> folders.after(folder, MeetingCommand.APPROVE_MINUTES, now)
                                .then(_ -> text(folder, now))
                                .then(written -> {
                                    if (!written.hash().equals(hash)) {
                                        return Outcome.refused(CHANGED);
                                    }
                                    Map<UUID, Standing> standing = standing(folder, written);
                                    if (standing.values().stream()
                                            .anyMatch(it -> it.state() == MinutesItemState.SENT_BACK)) {
                                        return Outcome.refused(Reason.of("meetings.refused.items-sent-back", "MTG-4"));
                                    }
                                    MinutesReader read = folders.reader(folder, now);
                                    for (MinutesText.Item item : written.text().items()) {
                                        Standing stands = requireNonNull(standing.get(item.item()));
                                        if (stands.state() == MinutesItemState.WAITING) {
                                            if (!read.reads(item.item())
                                                    || forAnotherChair(folder, read, new AgendaItemId(item.item()))) {
                                                return Outcome.refused(UNREAD);
                                            }
                                            review(folder, item, MinutesItemCommand.APPROVE, "", stands.hash(), now);
                                        }
                                    }
                                    return seal(folder, written, now);
                                })));
    }

    /**
     * The chair approves what the minutes say of one item. With the last of them the whole is sealed.
     *
     * @param hash of what was read of it
     * @return where the meeting stands afterwards
     */
    public Outcome<MeetingState> approveItem(Actor actor, AgendaItemId id, String hash, Instant now) {
        return reviewing(actor, id, MinutesItemCommand.APPROVE, "", now, (folder, written, stands) -> {
            if (forAnotherChair(folder, folders.reader(folder, now), id)) {
                return Outcome.refused(UNREAD);
            }
            if (!stands.hash().equals(hash)) {
                return Outcome.refused(CHANGED);
            }
            boolean last = standing(folder, written).entrySet().stream()
                    .allMatch(it ->
                            it.getKey().equals(id.value()) || it.getValue().state() == MinutesItemState.APPROVED);
            return last
                    ? seal(folder, written, now).map(_ -> MeetingState.APPROVED)
                    : Outcome.done(MeetingState.FINISHED);
        });
    }

    /**
     * Whether an item is to be approved by another chair: an approval is of words that were read, and one who declared a conflict does not
     * read all of them. Where nobody else could lead the item, they approve what they read.
     */
    private static boolean forAnotherChair(Folder folder, MinutesReader read, AgendaItemId id) {
        return !read.readsRestricted(id.value())
                && folder.item(id).stream()
                        .anyMatch(item -> folder.invitedTo(item).stream()
                                .anyMatch(it -> it.capacity().chairs()
                                        && !folder.conflicted(item).contains(it.member())));
    }

    /** The chair sends an item back to the co-ordinator, and says what is to be mended. */
    public Outcome<MeetingState> sendBack(Actor actor, AgendaItemId id, String remark, Instant now) {
        return remarked(actor, id, MinutesItemCommand.SEND_BACK, remark, "meetings.minutes.remark.needed", now);
    }

    /** The co-ordinator has mended an item that was sent back, or says why it stands; the chair reads it again. */
    public Outcome<MeetingState> handBack(Actor actor, AgendaItemId id, String remark, Instant now) {
        return remarked(actor, id, MinutesItemCommand.HAND_BACK, remark, "meetings.minutes.answer.needed", now);
    }

    private Outcome<MeetingState> remarked(
            Actor actor, AgendaItemId id, MinutesItemCommand command, String remark, String needed, Instant now) {
        return reviewing(
                actor,
                id,
                command,
                remark.strip(),
                now,
                (_, _, _) -> remark.isBlank()
                        ? Outcome.refused(Reason.about(remarkOf(id.value()), needed))
                        : Brevity.words(remarkOf(id.value()), remark)
                                .map(tooLong -> Outcome.<MeetingState>refused(tooLong))
                                .orElse(Outcome.done(MeetingState.FINISHED)));
    }

    /** The field in which a remark on an item is typed: a page has one for each. */
    public static String remarkOf(UUID item) {
        return "remark-" + item;
    }

    private interface Reviewed {
        Outcome<MeetingState> after(Folder folder, Written written, Standing stood);
    }

    private Outcome<MeetingState> reviewing(
            Actor actor, AgendaItemId id, MinutesItemCommand command, String remark, Instant now, Reviewed reviewed) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(opened -> text(opened.folder(), now).then(written -> {
                            Folder folder = opened.folder();
                            Optional<MinutesText.Item> item = written.text().items().stream()
                                    .filter(it -> it.item().equals(id.value()))
                                    .findFirst();
                            if (item.isEmpty()) {
                                return Outcome.refused(Reason.of("meetings.refused.item-withdrawn", "MTG-4"));
                            }
                            Standing stood =
                                    requireNonNull(standing(folder, written).get(id.value()));
                            return folders.after(opened, stood.state(), command, now)
                                    .then(_ -> {
                                        review(folder, item.get(), command, remark, stood.hash(), now);
                                        return reviewed.after(folder, written, stood);
                                    });
                        })));
    }

    private void review(
            Folder folder, MinutesText.Item item, MinutesItemCommand command, String remark, String hash, Instant now) {
        Actor actor = folder.actor();
        store.add(
                actor,
                ids.get(),
                folder.meeting().id(),
                new MinutesReview(new AgendaItemId(item.item()), command, remark, hash, actor.name(), now));
        ledger.record(actor, now, new MeetingEvent.MinutesItemReviewed(item.item(), item.caseId(), command, hash));
    }

    private Outcome<MeetingId> seal(Folder folder, Written written, Instant now) {
        Actor actor = folder.actor();
        MeetingId id = folder.meeting().id();
        store.seal(
                actor,
                id,
                new MeetingStore.Sealed(written.content(), HexFormat.of().parseHex(written.hash()), actor.name(), now));
        store.save(actor.partnership(), folder.meeting().approved(now));
        ledger.record(actor, now, new MeetingEvent.MinutesApproved(id.value(), written.hash()));
        return Outcome.done(id);
    }

    // Sending

    /**
     * Somebody to whom approved minutes can be sent.
     *
     * @param items how many items of the agenda they read
     * @param restricted whether they read parts marked restricted
     */
    public record Addressee(Member member, Capacity capacity, int items, boolean restricted) {}

    /** Minutes that are about to be sent out: to whom they can go, and what went before. */
    public record Outgoing(
            Meeting meeting, String kind, List<Addressee> addressees, MinutesClock clock, List<Sending> sendings) {
        public Outgoing {
            addressees = List.copyOf(addressees);
            sendings = List.copyOf(sendings);
        }
    }

    /** Who can be sent the approved minutes, and what each of them would read. */
    public Outcome<Outgoing> outgoing(Actor actor, MeetingId id, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(folder -> coordinating(folder, now))
                        .then(folder -> folders.after(folder, MeetingCommand.SEND_MINUTES, now)
                                .then(_ -> text(folder, now))
                                .map(written -> new Outgoing(
                                        folder.meeting(),
                                        folder.kind().name(),
                                        recipients(folder, written, now).stream()
                                                .map(it -> new Addressee(
                                                        it.member(),
                                                        it.capacity(),
                                                        it.text().items().size(),
                                                        it.restricted()))
                                                .toList(),
                                        folders.minutesClock(folder),
                                        store.sendings(actor.partnership(), id)))));
    }

    /**
     * Sends approved minutes out: everybody named gets a link, and it is kept what exactly each of them may read there, what for and on
     * which lawful basis (SHR-2).
     *
     * @param to those of {@link #outgoing} to whom they go
     * @param basis null where none was chosen
     */
    public Outcome<Sending> send(
            Actor actor, MeetingId id, Set<MemberId> to, String purpose, @Nullable LawfulBasis basis, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> coordinating(folder, now))
                        .then(folder -> folders.after(folder, MeetingCommand.SEND_MINUTES, now)
                                .then(_ -> text(folder, now))
                                .then(written -> send(
                                        folder,
                                        recipients(folder, written, now).stream()
                                                .filter(it ->
                                                        to.contains(it.member().id()))
                                                .toList(),
                                        purpose.strip(),
                                        basis,
                                        now))));
    }

    private Outcome<Sending> send(
            Folder folder, List<Recipient> to, String purpose, @Nullable LawfulBasis basis, Instant now) {
        List<Reason> faults = new ArrayList<>();
        if (to.isEmpty()) {
            faults.add(Reason.about("to", "meetings.send.to-nobody"));
        }
        if (purpose.isEmpty()) {
            faults.add(Reason.about("purpose", "meetings.send.needs-purpose"));
        }
        if (basis == null) {
            faults.add(Reason.about("basis", "meetings.send.needs-basis"));
            return Outcome.refused(faults);
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Actor actor = folder.actor();
        Meeting meeting = folder.meeting();
        List<Addendum> addenda = store.addenda(actor.partnership(), meeting.id());
        boolean inTime =
                !UnitedKingdom.day(now).isAfter(folders.minutesClock(folder).dueOn());
        List<Sending.Recipient> recipients = new ArrayList<>();
        for (Recipient one : to) {
            String hash = sha256(json.writeValueAsString(
                    new Disclosed(one.text(), one.reader().of(addenda))));
            recipients.add(new Sending.Recipient(
                    one.member().id(),
                    one.member().name(),
                    one.member().agency().name(),
                    hash,
                    one.text().items().size(),
                    one.restricted()));
            for (MinutesText.Item item : one.text().items()) {
                ledger.record(
                        actor,
                        now,
                        new MeetingEvent.MinutesDisclosed(
                                meeting.id().value(),
                                item.caseId(),
                                one.reader().readsRestricted(item.item()),
                                new Given(
                                        Given.Recipient.MEMBER,
                                        one.member().id().value(),
                                        org.holdfast.sharing.Purpose.of(folder.kind()),
                                        basis,
                                        hash)));
            }
            outbox.post(
                    actor,
                    Message.of(
                            one.member().id(),
                            "meetings.mail.minutes",
                            "/meetings/" + meeting.id().value() + "/minutes",
                            folder.kind().name(),
                            Dates.date(Language.ENGLISH, meeting.on())),
                    now);
        }
        Sending sending = new Sending(ids.get(), purpose, basis, actor.name(), now, inTime, recipients);
        store.add(actor, meeting.id(), sending);
        ledger.record(
                actor, now, new MeetingEvent.MinutesSentOut(meeting.id().value(), recipients.size(), basis, inTime));
        return Outcome.done(sending);
    }

    /** What exactly a recipient may read: the bytes that are hashed. */
    private record Disclosed(MinutesText text, List<Addendum> addenda) {}

    /** Somebody invited who still is a member and reads at least one item, and what they read. */
    private record Recipient(Member member, Actor actor, Capacity capacity, MinutesReader reader, MinutesText text) {
        boolean restricted() {
            return text.items().stream().anyMatch(item -> reader.readsRestricted(item.item()));
        }
    }

    private List<Recipient> recipients(Folder folder, Written written, Instant now) {
        Actor actor = folder.actor();
        Map<MemberId, Member> members = partnerships.members(actor).stream()
                .filter(it -> it.memberOn(UnitedKingdom.day(now)))
                .collect(Collectors.toMap(Member::id, Function.identity()));
        List<Recipient> recipients = new ArrayList<>();
        for (Attendee attendee : folder.attendance().attendees()) {
            Member member = members.get(attendee.member());
            if (member == null) {
                continue;
            }
            Actor reading = Partnerships.actor(actor.partnership(), member);
            MinutesReader reader = folders.reader(folders.inTheHandsOf(reading, folder), now);
            MinutesText text = reader.of(written.text());
            if (!text.items().isEmpty()) {
                recipients.add(new Recipient(member, reading, attendee.capacity(), reader, text));
            }
        }
        return recipients;
    }

    private Outcome<Folder> coordinating(Folder folder, Instant now) {
        return folder.coordinates()
                ? Outcome.done(folder)
                : folders.refused(folder.actor(), folder.meeting().id().value(), now);
    }

    /**
     * What approved minutes say of one child, for whoever is outside the partnership: the open part, without what agencies told, which is
     * theirs to give (SHR-4), and without other children. The caller has asked {@code sharing} and records what went.
     */
    public List<Minutes> leaving(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.itemsOf(actor.partnership(), Set.of(caseId)).stream()
                        .map(AgendaItem::meeting)
                        .distinct()
                        .flatMap(id -> folders.peek(actor, id).stream())
                        .filter(folder -> folder.meeting().state() == MeetingState.APPROVED)
                        .sorted(Comparator.comparing(folder -> folder.meeting().on()))
                        .map(folder -> leaving(folder, caseId))
                        .filter(minutes -> !minutes.text().items().isEmpty())
                        .toList());
    }

    private Minutes leaving(Folder folder, CaseId caseId) {
        PartnershipId partnership = folder.actor().partnership();
        MeetingStore.Sealed sealed =
                store.minutes(partnership, folder.meeting().id()).orElseThrow();
        MinutesText whole = json.readValue(sealed.content(), MinutesText.class);
        MinutesText text = whole.with(whole.items().stream()
                .filter(item -> item.caseId().equals(caseId.value()))
                .map(item -> item.withoutRestricted().without(MinutesPart.WHAT_AGENCIES_TOLD))
                .toList());
        Set<UUID> items = text.items().stream().map(MinutesText.Item::item).collect(Collectors.toSet());
        return new Minutes(
                folder.meeting(),
                text,
                HexFormat.of().formatHex(sealed.hash()),
                sealed.approvedBy(),
                sealed.approvedAt(),
                store.addenda(partnership, folder.meeting().id()).stream()
                        .filter(it ->
                                it.item() != null && items.contains(it.item().value()))
                        .toList(),
                Map.of(),
                folders.minutesClock(folder),
                List.of(),
                Set.of(),
                "");
    }

    // Adding

    /**
     * Adds a correction to approved minutes.
     *
     * @param item the item it is about; null where it is about the meeting as a whole
     */
    public Outcome<MeetingId> add(Actor actor, MeetingId id, @Nullable AgendaItemId item, String text, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> folders.after(folder, MeetingCommand.ADD_ADDENDUM, now)
                                .then(_ -> {
                                    if (text.isBlank()) {
                                        return Outcome.refused(Reason.about("text", "meetings.addendum.text"));
                                    }
                                    Optional<Reason> tooLong = Brevity.words("text", text);
                                    if (tooLong.isPresent()) {
                                        return Outcome.refused(tooLong.get());
                                    }
                                    if (item != null
                                            && folders.visible(folder, now).stream()
                                                    .noneMatch(it -> it.id().equals(item))) {
                                        return Outcome.refused(Sharing.NOT_FOUND);
                                    }
                                    store.add(
                                            actor, ids.get(), id, new Addendum(item, text.strip(), actor.name(), now));
                                    ledger.record(actor, now, new MeetingEvent.AddendumAdded(id.value()));
                                    return Outcome.done(id);
                                })));
    }

    /** Minutes as written, whole: for nobody's eyes before they are cut to the reader. */
    private record Written(
            MinutesText text,
            String content,
            String hash,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    private Outcome<Written> text(Folder folder, Instant now) {
        return switch (folder.meeting().state()) {
            case PLANNED, OPEN, CANCELLED -> Outcome.refused(Reason.of("meetings.refused.no-minutes-yet", "MTG-4"));
            case FINISHED -> {
                MinutesText drafted = draft(folder, now);
                String content = json.writeValueAsString(drafted);
                yield Outcome.done(new Written(drafted, content, sha256(content), null, null));
            }
            case APPROVED -> {
                MeetingStore.Sealed sealed = store.minutes(
                                folder.actor().partnership(), folder.meeting().id())
                        .orElseThrow();
                yield Outcome.done(new Written(
                        json.readValue(sealed.content(), MinutesText.class),
                        sealed.content(),
                        HexFormat.of().formatHex(sealed.hash()),
                        sealed.approvedBy(),
                        sealed.approvedAt()));
            }
        };
    }

    /** Cut to the reader; what can be done is for whoever holds the folder. */
    private Minutes minutes(Folder folder, Written written, MinutesReader reader, String name) {
        MinutesText text = reader.of(written.text());
        boolean reviews = folder.coordinates() || folder.parts().contains(MeetingCommand.Part.CHAIR);
        Map<UUID, Standing> standing = new HashMap<>();
        standing(folder, written).forEach((item, stands) -> {
            if (reader.reads(item)) {
                standing.put(
                        item,
                        reviews && reader.readsRestricted(item)
                                ? stands
                                : new Standing(stands.state(), stands.hash(), List.of(), stands.available()));
            }
        });
        return new Minutes(
                folder.meeting(),
                text,
                written.hash(),
                written.approvedBy(),
                written.approvedAt(),
                reader.of(store.addenda(
                        folder.actor().partnership(), folder.meeting().id())),
                standing,
                folders.minutesClock(folder),
                reviews
                        ? store.sendings(
                                folder.actor().partnership(), folder.meeting().id())
                        : List.of(),
                MeetingLife.available(folder.meeting().state(), folder.parts()),
                name);
    }

    /** How far the chair has come with every item of the minutes. */
    private Map<UUID, Standing> standing(Folder folder, Written written) {
        MeetingState state = folder.meeting().state();
        Map<AgendaItemId, List<MinutesReview>> reviews =
                store.reviews(folder.actor().partnership(), folder.meeting().id());
        Map<UUID, Standing> standing = new HashMap<>();
        for (MinutesText.Item item : written.text().items()) {
            String hash = sha256(json.writeValueAsString(item));
            List<MinutesReview> steps = reviews.getOrDefault(new AgendaItemId(item.item()), List.of());
            MinutesItemState stands = state == MeetingState.APPROVED
                    ? MinutesItemState.APPROVED
                    : MinutesItemLife.of(steps.isEmpty() ? null : steps.getLast(), hash);
            standing.put(
                    item.item(),
                    new Standing(stands, hash, steps, MinutesItemLife.available(stands, state, folder.parts())));
        }
        return standing;
    }

    private MinutesText draft(Folder folder, Instant now) {
        Actor actor = folder.actor();
        Meeting meeting = folder.meeting();
        List<AgendaItem> agenda = folder.agenda();
        Map<CaseId, String> children =
                names.of(actor, agenda.stream().map(AgendaItem::caseId).toList(), now);
        Map<AgendaItemId, Map<Note.Part, Note>> notes = new HashMap<>();
        for (Note note : store.notes(actor.partnership(), meeting.id())) {
            notes.computeIfAbsent(note.item(), _ -> new HashMap<>()).put(note.part(), note);
        }
        Map<AttendeeId, Confirmation> confirmed = store.confirmations(actor.partnership(), meeting.id());
        return new MinutesText(
                folder.kind().name(),
                meeting.on(),
                meeting.starts(),
                meeting.place(),
                meeting.openedAt(),
                meeting.finishedAt(),
                folder.attendance().attended().stream()
                        .map(it -> new MinutesText.Attended(
                                it.name(),
                                it.agencyName(),
                                it.capacity(),
                                it.presences(),
                                statement(confirmed.get(it.id()))))
                        .toList(),
                folder.attendance().apologies().stream()
                        .map(it -> new MinutesText.Absent(it.name(), it.agencyName(), it.capacity()))
                        .toList(),
                agenda.stream()
                        .map(it -> item(folder, it, children, notes.getOrDefault(it.id(), Map.of())))
                        .toList());
    }

    private MinutesText.Item item(
            Folder folder, AgendaItem item, Map<CaseId, String> children, Map<Note.Part, Note> notes) {
        Actor actor = folder.actor();
        UUID meeting = folder.meeting().id().value();
        List<Action> actions = plans.actions(actor, item.caseId());
        Instant opened = Objects.requireNonNullElse(
                folder.meeting().openedAt(), folder.meeting().startsAt());
        Instant finished = Objects.requireNonNullElse(folder.meeting().finishedAt(), opened);
        return new MinutesText.Item(
                item.id().value(),
                item.caseId().value(),
                children.getOrDefault(item.caseId(), ""),
                item.purpose(),
                item.state(),
                item.adjournedFor(),
                item.settledBecause(),
                item.startedAt(),
                item.finishedAt(),
                folder.conflictsAt(item).stream()
                        .flatMap(conflict -> folder.attendance().of(conflict.attendee()).stream()
                                .map(who -> new MinutesText.DeclaredConflict(
                                        who.name(), who.agencyName(), conflict.reason())))
                        .toList(),
                words(notes, Note.Part.OPEN),
                words(notes, Note.Part.RESTRICTED),
                sources.orderedStream()
                        .map(it -> it.of(actor, item))
                        .flatMap(Optional::stream)
                        .toList(),
                EarlierAction.of(actions, meeting, folder.meeting().on(), opened, finished),
                actions.stream()
                        .filter(it -> meeting.equals(it.agreedAt()))
                        .map(MinuteBook::agreed)
                        .toList());
    }

    private static @Nullable Integer statement(@Nullable Confirmation confirmation) {
        return confirmation == null ? null : confirmation.statement();
    }

    private static MinutesText.AgreedAction agreed(Action action) {
        return new MinutesText.AgreedAction(
                action.what(), action.why(), action.ownerName(), action.ownerAgencyName(), action.dueOn());
    }

    private static String words(Map<Note.Part, Note> notes, Note.Part part) {
        Note note = notes.get(part);
        return note == null ? "" : note.text();
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
