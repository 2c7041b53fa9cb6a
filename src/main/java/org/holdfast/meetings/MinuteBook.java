package org.holdfast.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Action;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door to minutes. They write themselves from what was recorded in the meeting until the chair approves them; from then on they stand
 * word for word and take only addenda (MTG-4). A reader finds the items to which they were invited, and no others (MTG-2, NRM-22).
 */
@Component
public final class MinuteBook {

    private final Ledger ledger;
    private final MeetingStore store;
    private final Folders folders;
    private final CaseNames names;
    private final Plans plans;
    private final ObjectProvider<MinutesSource> sources;
    private final JsonMapper json;
    private final Supplier<UUID> ids;

    MinuteBook(
            Ledger ledger,
            MeetingStore store,
            Folders folders,
            CaseNames names,
            Plans plans,
            ObjectProvider<MinutesSource> sources,
            JsonMapper json,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.folders = folders;
        this.names = names;
        this.plans = plans;
        this.sources = sources;
        this.json = json;
        this.ids = ids;
    }

    /**
     * Minutes as one reader may see them.
     *
     * @param hash SHA-256 of the whole minutes in hex, by which the chair approves exactly what was read
     * @param approvedBy who approved them; null for a draft
     * @param available what the reader may do with the meeting now
     */
    public record Minutes(
            Meeting meeting,
            MinutesText text,
            String hash,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            List<Addendum> addenda,
            Set<MeetingCommand> available) {
        public Minutes {
            addenda = List.copyOf(addenda);
            available = Set.copyOf(available);
        }
    }

    /** The minutes, for somebody who reads them: a draft once the meeting is over, then as approved. */
    public Outcome<Minutes> read(Actor actor, MeetingId id, Instant now) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now)
                        .then(folder -> text(folder, now).map(written -> {
                            Minutes minutes = minutes(folder, written, now);
                            for (MinutesText.Item item : minutes.text().items()) {
                                ledger.record(actor, now, new MeetingEvent.MinutesSeen(id.value(), item.caseId()));
                            }
                            return minutes;
                        })));
    }

    /**
     * The chair approves the minutes as read. If anything in them changed since, nothing is approved and they are to be read again.
     *
     * @param hash of the minutes that were read
     */
    public Outcome<MeetingId> approve(Actor actor, MeetingId id, String hash, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> folder.after(MeetingCommand.APPROVE_MINUTES)
                                .then(_ -> text(folder, now))
                                .then(written -> {
                                    if (!written.hash().equals(hash)) {
                                        return Outcome.refused(Reason.of("meetings.refused.minutes-changed", "MTG-4"));
                                    }
                                    store.seal(
                                            actor,
                                            id,
                                            new MeetingStore.Sealed(
                                                    written.content(),
                                                    HexFormat.of().parseHex(hash),
                                                    actor.name(),
                                                    now));
                                    store.save(
                                            actor.partnership(),
                                            folder.meeting().approved(now));
                                    ledger.record(actor, now, new MeetingEvent.MinutesApproved(id.value(), hash));
                                    return Outcome.done(id);
                                })));
    }

    /**
     * Adds a correction to approved minutes.
     *
     * @param item the item it is about; null where it is about the meeting as a whole
     */
    public Outcome<MeetingId> add(Actor actor, MeetingId id, @Nullable AgendaItemId item, String text, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> folder.after(MeetingCommand.ADD_ADDENDUM)
                                .then(_ -> {
                                    if (text.isBlank()) {
                                        return Outcome.refused(Reason.about("text", "meetings.addendum.text"));
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

    /** Cut to what the reader may see: items by invitation and case, restricted parts by capacity, addenda with their items. */
    private Minutes minutes(Folder folder, Written written, Instant now) {
        Set<UUID> visible =
                folders.visible(folder, now).stream().map(it -> it.id().value()).collect(Collectors.toSet());
        List<MinutesText.Item> items = written.text().items().stream()
                .filter(it -> visible.contains(it.item()))
                .map(it -> folder.readsRestricted() ? it : it.withoutRestricted())
                .toList();
        return new Minutes(
                folder.meeting(),
                written.text().with(items),
                written.hash(),
                written.approvedBy(),
                written.approvedAt(),
                store.addenda(folder.actor().partnership(), folder.meeting().id()).stream()
                        .filter(it ->
                                it.item() == null || visible.contains(it.item().value()))
                        .toList(),
                MeetingLife.available(folder.meeting().state(), folder.parts()));
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
        return new MinutesText(
                folder.kind().name(),
                meeting.on(),
                meeting.starts(),
                meeting.place(),
                meeting.openedAt(),
                meeting.finishedAt(),
                folder.attendance().attended().stream()
                        .map(it -> new MinutesText.Attended(it.name(), it.agencyName(), it.capacity(), it.presences()))
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
                        .map(it -> it.of(actor, item.id()))
                        .flatMap(Optional::stream)
                        .toList(),
                plans.actions(actor, item.caseId()).stream()
                        .filter(it -> folder.meeting().id().value().equals(it.agreedAt()))
                        .map(MinuteBook::agreed)
                        .toList());
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
