package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The door to what happened to a child, from every agency's sources, and to the log of updates after the referral (NRM-15). */
@Component
public final class Chronologies {

    private final CaseDesk desk;
    private final CaseStore cases;
    private final ChronologyStore store;
    private final CourtStore courts;
    private final VoiceStore voices;
    private final Sharing sharing;
    private final Supplier<UUID> ids;

    Chronologies(
            CaseDesk desk,
            CaseStore cases,
            ChronologyStore store,
            CourtStore courts,
            VoiceStore voices,
            Sharing sharing,
            Supplier<UUID> ids) {
        this.desk = desk;
        this.cases = cases;
        this.store = store;
        this.courts = courts;
        this.voices = voices;
        this.sharing = sharing;
        this.ids = ids;
    }

    /** The whole chronology, for somebody who looks at it. */
    public Outcome<List<ChronologyLine>> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.CHRONOLOGY, now, () -> lines(actor, id, now));
    }

    /** The part of the chronology that a filter lets through, to be taken out of the program; that is on the ledger as such. */
    public Outcome<List<ChronologyLine>> export(Actor actor, CaseId id, ChronologyFilter filter, Instant now) {
        return desk.give(actor, Permission.SEE_CASE, id, now, purpose -> {
            List<ChronologyLine> lines = filter.of(lines(actor, id, now));
            desk.record(
                    actor,
                    now,
                    new CaseEvent.ChronologyExported(
                            id.value(),
                            lines.size(),
                            Given.toReader(
                                    purpose, Given.fingerprint(lines.toString().getBytes(StandardCharsets.UTF_8)))));
            return Outcome.done(lines);
        });
    }

    private List<ChronologyLine> lines(Actor actor, CaseId id, Instant now) {
        FieldReader reader = sharing.shown(actor, id, now);
        return lines(actor, id).stream().map(line -> line.as(reader)).toList();
    }

    /**
     * Every line, in any order: what was written, and what is recorded elsewhere in the case. It is whole, for a module that cuts it for each
     * reader with {@link FieldReader}. The caller has asked for the case.
     */
    public List<ChronologyLine> lines(Actor actor, CaseId id) {
        return desk.read(actor, () -> {
            String path = "/cases/" + id.value();
            boolean everyAgencys = corrects(actor, id);
            List<ChronologyLine> lines = new ArrayList<>();
            for (ChronologyEntry entry : store.entries(actor.partnership(), id)) {
                EntryDraft written = entry.written();
                lines.add(new ChronologyLine(
                        requireNonNull(written.lane()),
                        requireNonNull(written.when()),
                        "casework.chronology.written",
                        List.of(written.what()),
                        written.agency(),
                        written.source(),
                        written.significant(),
                        written.holds(),
                        entry.givenBy(),
                        corrects(actor, entry, everyAgencys) ? entry.id() : null,
                        ""));
            }
            for (Happened happened :
                    cases.milestones(actor.partnership(), List.of(id)).getOrDefault(id, List.of())) {
                lines.add(drawn(
                        Lane.DECISION,
                        UncertainDay.on(UnitedKingdom.day(happened.at())),
                        "casework.milestone." + code(happened.milestone()),
                        List.of(),
                        happened.recordedBy(),
                        true,
                        path));
            }
            for (CourtDate date : courts.dates(actor.partnership(), id)) {
                if (date.cancelledBecause() == null) {
                    boolean known = date.outcome() != null;
                    lines.add(drawn(
                            Lane.COURT,
                            UncertainDay.on(date.on()),
                            known ? "casework.chronology.court-outcome" : "casework.chronology.court-date",
                            List.of(date.hearing(), date.court(), known ? requireNonNull(date.outcome()) : ""),
                            date.court(),
                            true,
                            path + "/court"));
                }
            }
            for (Custody custody : courts.custody(actor.partnership(), id)) {
                lines.add(drawn(
                        Lane.POLICE,
                        DataClass.HOME_AND_WHEREABOUTS,
                        new UncertainDay(
                                custody.from(),
                                custody.until() == null ? custody.from() : custody.until(),
                                custody.until() == null),
                        "casework.chronology.custody." + code(custody.kind()),
                        List.of(custody.place()),
                        custody.place(),
                        true,
                        path + "/court"));
            }
            for (Wishes wishes : voices.wishes(actor.partnership(), id)) {
                lines.add(drawn(
                        Lane.VOICE,
                        UncertainDay.on(wishes.on()),
                        "casework.chronology.wishes",
                        List.of(wishes.words()),
                        wishes.heardBy(),
                        true,
                        path + "/voice"));
            }
            for (CaseUpdate update : store.updates(actor.partnership(), id)) {
                if (update.relevant()) {
                    lines.add(new ChronologyLine(
                            Lane.CONTACT,
                            UncertainDay.on(UnitedKingdom.day(update.at())),
                            "casework.chronology.update",
                            List.of(update.what()),
                            update.recordedByAgency(),
                            update.source(),
                            false,
                            update.holds(),
                            update.givenBy(),
                            null,
                            path + "/updates"));
                }
            }
            return lines;
        });
    }

    /** One written line, to be changed. */
    public Outcome<ChronologyEntry> entry(Actor actor, CaseId id, UUID entry, Instant now) {
        return desk.read(
                actor,
                () -> desk.see(
                                actor,
                                Permission.ADD_TO_CASE,
                                id,
                                CasePart.CHRONOLOGY,
                                now,
                                () -> store.entry(actor.partnership(), id, entry))
                        .then(found -> corrects(actor, id, found, now)));
    }

    /**
     * What a written line of the case said before it was corrected, the newest first; nothing where the actor may not read the line. The caller has
     * asked for the case.
     */
    public List<ChronologyEntry> earlier(Actor actor, CaseId id, UUID entry, Instant now) {
        return desk.read(actor, () -> {
            FieldReader reader = sharing.fields(actor, id, now);
            Optional<ChronologyEntry> written = store.entry(actor.partnership(), id, entry);
            List<ChronologyEntry> all = written.isEmpty() ? List.of() : store.earlier(actor.partnership(), entry);
            // moved to another lane since: whoever may not read one of its versions reads none of them
            return Stream.concat(written.stream(), all.stream())
                            .allMatch(it -> reader.reads(it.written().holds(), it.givenBy()))
                    ? all
                    : List.of();
        });
    }

    /** Whoever may not read a line does not correct it: what it says would be read, or lost. */
    private Outcome<ChronologyEntry> corrects(Actor actor, CaseId id, ChronologyEntry entry, Instant now) {
        if (!sharing.shown(actor, id, now).reads(entry.written().holds(), entry.givenBy())) {
            return Outcome.refused(Sharing.NOT_FOUND);
        }
        return corrects(actor, entry, corrects(actor, id))
                ? Outcome.done(entry)
                : sharing.leaveToOthers(
                        actor,
                        Permission.ADD_TO_CASE,
                        id,
                        Reason.of(
                                "casework.entry.not-yours",
                                "SHR-4",
                                entry.written().agency()),
                        now);
    }

    /** Whether somebody corrects lines of every agency: the co-ordinator, and the child's lead professional. */
    private boolean corrects(Actor actor, CaseId id) {
        return sharing.may(actor, Permission.PLAN_MEETING)
                || cases.row(actor.partnership(), id)
                        .map(CaseStore.Row::lead)
                        .filter(new MemberId(actor.member())::equals)
                        .isPresent();
    }

    private static boolean corrects(Actor actor, ChronologyEntry entry, boolean everyAgencys) {
        return everyAgencys || new AgencyId(actor.agency()).equals(entry.givenBy());
    }

    /** Writes a line. */
    public Outcome<UUID> write(Actor actor, CaseId id, EntryDraft draft, Instant now) {
        return desk.change(actor, Permission.ADD_TO_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            UUID entry = ids.get();
            store.add(actor, id, entry, draft, now);
            desk.record(actor, now, new CaseEvent.EntryWritten(id.value(), entry, requireNonNull(draft.lane())));
            return Outcome.done(entry);
        });
    }

    /**
     * Corrects a written line, unless somebody else has since the version seen. What stood there is kept; only the agency that gave the
     * line corrects it, or the child's lead professional or the co-ordinator (SHR-4).
     */
    public Outcome<UUID> rewrite(Actor actor, CaseId id, UUID entry, EntryDraft draft, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.ADD_TO_CASE,
                id,
                now,
                draft.faults(UnitedKingdom.day(now)),
                () -> CaseDesk.found(store.entry(actor.partnership(), id, entry))
                        .then(before -> corrects(actor, id, before, now))
                        .then(before -> {
                            if (before.version() != seen || !store.correct(actor, id, before, draft, now)) {
                                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                            }
                            desk.record(
                                    actor,
                                    now,
                                    new CaseEvent.EntryChanged(id.value(), entry, draft.differs(before.written())));
                            return Outcome.done(entry);
                        }));
    }

    /** The updates log, for somebody who looks at it; the newest first. */
    public Outcome<List<CaseUpdate>> seeUpdates(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.UPDATES, now, () -> updates(actor, id, now));
    }

    /** The updates log as the actor reads it, the newest first. The caller has asked for the case. */
    public List<CaseUpdate> updates(Actor actor, CaseId id, Instant now) {
        return desk.read(actor, () -> {
            List<CaseUpdate> updates = store.updates(actor.partnership(), id);
            FieldReader reader = updates.stream().anyMatch(it -> it.holds() == DataClass.HOME_AND_WHEREABOUTS)
                    ? sharing.shown(actor, id, now)
                    : sharing.fields(actor, id, now);
            return updates.stream().map(update -> update.as(reader)).toList();
        });
    }

    /** Logs a contact or a new fact (NRM-15). */
    public Outcome<UUID> log(Actor actor, CaseId id, UpdateDraft draft, Instant now) {
        return desk.change(actor, Permission.ADD_TO_CASE, id, now, draft.faults(now), () -> {
            UUID corrected = draft.corrects();
            if (corrected != null
                    && updates(actor, id, now).stream()
                            .noneMatch(update -> update.id().equals(corrected) && update.heldBack() == null)) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            UUID update = ids.get();
            store.add(actor, id, update, draft, now);
            desk.record(
                    actor,
                    now,
                    new CaseEvent.UpdateLogged(id.value(), update, requireNonNull(draft.kind()), draft.relevant()));
            return Outcome.done(update);
        });
    }

    private static ChronologyLine drawn(
            Lane lane,
            UncertainDay when,
            String key,
            List<String> details,
            String source,
            boolean significant,
            String path) {
        return drawn(lane, lane.holds(), when, key, details, source, significant, path);
    }

    private static ChronologyLine drawn(
            Lane lane,
            DataClass holds,
            UncertainDay when,
            String key,
            List<String> details,
            String source,
            boolean significant,
            String path) {
        return new ChronologyLine(lane, when, key, details, "", source, significant, holds, null, null, path);
    }

    /** A constant as message keys spell it. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
