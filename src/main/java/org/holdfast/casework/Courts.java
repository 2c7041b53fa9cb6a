package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to court dates and custody, which drive priority (NRM-16), and to offences with the section 45 defence (NRM-17). */
@Component
public final class Courts {

    private final CaseDesk desk;
    private final CourtStore store;
    private final Sharing sharing;
    private final Supplier<UUID> ids;

    Courts(CaseDesk desk, CourtStore store, Sharing sharing, Supplier<UUID> ids) {
        this.desk = desk;
        this.store = store;
        this.sharing = sharing;
        this.ids = ids;
    }

    /**
     * What a court has to do with a child.
     *
     * @param dates the earliest first
     * @param offences none for somebody who may not read whether there are any
     * @param custody the newest first
     */
    public record CourtPage(List<CourtDate> dates, List<Offence> offences, List<Custody> custody) {
        public CourtPage {
            dates = List.copyOf(dates);
            offences = List.copyOf(offences);
            custody = List.copyOf(custody);
        }
    }

    /** Court dates, offences and custody, for somebody who looks at them. */
    public Outcome<CourtPage> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.COURT, now, () -> {
            List<Custody> custody = store.custody(actor.partnership(), id);
            FieldReader reader = custody.isEmpty() ? sharing.fields(actor, id, now) : sharing.shown(actor, id, now);
            return new CourtPage(
                    store.dates(actor.partnership(), id),
                    reader.reads(DataClass.OFFENCES) ? store.offences(actor.partnership(), id) : List.of(),
                    custody.stream().map(it -> it.as(reader)).toList());
        });
    }

    /** The court dates of a case, the earliest first. The caller has asked for the case. */
    public List<CourtDate> dates(Actor actor, CaseId id) {
        return desk.read(actor, () -> store.dates(actor.partnership(), id));
    }

    /** The court dates still to come of cases, the earliest first; a case without one is left out. */
    public Map<CaseId, List<CourtDate>> ahead(Actor actor, Collection<CaseId> cases, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        Map<CaseId, List<CourtDate>> ahead = new HashMap<>();
        desk.read(actor, () -> store.dates(actor.partnership(), cases)).forEach((id, dates) -> {
            List<CourtDate> coming =
                    dates.stream().filter(date -> date.ahead(today)).toList();
            if (!coming.isEmpty()) {
                ahead.put(id, coming);
            }
        });
        return ahead;
    }

    /** Where the child is locked up now, if anywhere. The caller has asked for the case. */
    public Optional<Custody> inCustody(Actor actor, CaseId id) {
        return desk.read(
                actor,
                () -> store.custody(actor.partnership(), id).stream()
                        .filter(custody -> custody.until() == null)
                        .findFirst());
    }

    /** Those of the cases whose child is locked up now. The caller has asked for the cases. */
    public Set<CaseId> inCustody(Actor actor, Collection<CaseId> cases) {
        return desk.read(actor, () -> store.inCustody(actor.partnership(), cases));
    }

    /** The offences of a case, for somebody who may read them; else none. The caller has asked for the case. */
    public List<Offence> offences(Actor actor, CaseId id, Instant now) {
        return desk.read(
                actor, () -> readsOffences(actor, id, now) ? store.offences(actor.partnership(), id) : List.of());
    }

    private boolean readsOffences(Actor actor, CaseId id, Instant now) {
        return sharing.fields(actor, id, now).reads(DataClass.OFFENCES);
    }

    private Optional<Offence> found(Actor actor, CaseId id, UUID offence, Instant now) {
        return store.offence(actor.partnership(), id, offence).filter(_ -> readsOffences(actor, id, now));
    }

    /** One court date, to be changed. */
    public Outcome<CourtDate> date(Actor actor, CaseId id, UUID date, Instant now) {
        return desk.see(
                actor,
                Permission.CHANGE_CASE,
                id,
                CasePart.COURT,
                now,
                () -> store.date(actor.partnership(), id, date));
    }

    /** Records a day in court. */
    public Outcome<UUID> set(Actor actor, CaseId id, CourtDateDraft draft, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            UUID date = ids.get();
            store.add(actor.partnership(), id, date, draft);
            desk.record(actor, now, new CaseEvent.CourtDateSet(id.value(), date, requireNonNull(draft.on())));
            return Outcome.done(date);
        });
    }

    /** Changes a day in court, its outcome among it, unless somebody else has since the version seen. */
    public Outcome<UUID> change(Actor actor, CaseId id, UUID date, CourtDateDraft draft, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                draft.faults(UnitedKingdom.day(now)),
                () -> CaseDesk.found(store.date(actor.partnership(), id, date)).then(before -> {
                    if (!store.change(actor.partnership(), date, draft, seen)) {
                        return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                    }
                    desk.record(actor, now, new CaseEvent.CourtDateChanged(id.value(), date, draft.differs(before)));
                    return Outcome.done(date);
                }));
    }

    /** One offence, to be changed. */
    public Outcome<Offence> offence(Actor actor, CaseId id, UUID offence, Instant now) {
        return desk.see(actor, Permission.CHANGE_CASE, id, CasePart.COURT, now, () -> found(actor, id, offence, now));
    }

    /** Records an offence. */
    public Outcome<UUID> record(Actor actor, CaseId id, OffenceDraft draft, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            UUID offence = ids.get();
            store.add(actor.partnership(), id, offence, draft);
            desk.record(actor, now, new CaseEvent.OffenceRecorded(id.value(), offence));
            return Outcome.done(offence);
        });
    }

    /** Changes an offence, unless somebody else has since the version seen. */
    public Outcome<UUID> change(Actor actor, CaseId id, UUID offence, OffenceDraft draft, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                draft.faults(UnitedKingdom.day(now)),
                () -> CaseDesk.found(found(actor, id, offence, now)).then(before -> {
                    if (!store.change(actor.partnership(), offence, draft, seen)) {
                        return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                    }
                    desk.record(actor, now, new CaseEvent.OffenceChanged(id.value(), offence, draft.differs(before)));
                    return Outcome.done(offence);
                }));
    }

    /** Records what was done about the section 45 defence for an offence. Nothing is ruled on. */
    public Outcome<Defence> move(Actor actor, CaseId id, UUID offence, DefenceDraft draft, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                draft.faults(UnitedKingdom.day(now)),
                () -> CaseDesk.found(found(actor, id, offence, now)).then(before -> {
                    Defence.Step step = requireNonNull(draft.step());
                    @Nullable Defence to = before.defence().after(step).orElse(null);
                    if (before.version() != seen) {
                        return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                    }
                    if (to == null) {
                        return Outcome.refused(Reason.of("casework.defence.not-now", "NRM-17"));
                    }
                    if (!store.move(actor.partnership(), offence, to, seen)) {
                        return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                    }
                    store.add(
                            actor.partnership(),
                            offence,
                            before.steps().size() + 1,
                            new Offence.Step(
                                    step, requireNonNull(draft.on()), draft.byWhom(), draft.note(), now, actor.name()));
                    desk.record(actor, now, new CaseEvent.DefenceMoved(id.value(), offence, step, to));
                    return Outcome.done(to);
                }));
    }

    /** Records a time in custody. */
    public Outcome<UUID> record(Actor actor, CaseId id, CustodyDraft draft, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            UUID custody = ids.get();
            store.add(actor.partnership(), id, custody, draft);
            desk.record(actor, now, new CaseEvent.CustodyRecorded(id.value(), custody, requireNonNull(draft.kind())));
            return Outcome.done(custody);
        });
    }

    /** Records the last day of a time in custody. */
    public Outcome<UUID> released(
            Actor actor, CaseId id, UUID custody, @Nullable LocalDate until, int seen, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, () -> {
            Optional<Custody> found = store.custody(actor.partnership(), id).stream()
                    .filter(one -> one.id().equals(custody))
                    .findFirst();
            return CaseDesk.found(found).then(before -> {
                List<Reason> faults = new CustodyDraft(before.kind(), before.place(), before.from(), until)
                        .faults(UnitedKingdom.day(now));
                if (until == null) {
                    return Outcome.refused(Reason.about("custodyUntil", "casework.custody.needs-until"));
                }
                if (!faults.isEmpty()) {
                    return Outcome.refused(faults);
                }
                if (!store.end(actor.partnership(), custody, until, seen)) {
                    return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                }
                desk.record(actor, now, new CaseEvent.CustodyEnded(id.value(), custody, until));
                return Outcome.done(custody);
            });
        });
    }
}
