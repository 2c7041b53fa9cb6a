package org.holdfast.casework;

import static java.util.Objects.requireNonNull;
import static org.holdfast.casework.db.Tables.COURT_DATE;
import static org.holdfast.casework.db.Tables.CUSTODY;
import static org.holdfast.casework.db.Tables.DEFENCE_STEP;
import static org.holdfast.casework.db.Tables.OFFENCE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.casework.db.tables.records.CourtDateRecord;
import org.holdfast.casework.db.tables.records.OffenceRecord;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The tables of court dates, offences and custody. */
@Component
class CourtStore {

    private final DSLContext db;

    CourtStore(DSLContext db) {
        this.db = db;
    }

    /** The court dates of a case, the earliest first. */
    List<CourtDate> dates(PartnershipId partnership, CaseId id) {
        return dates(partnership, Set.of(id)).getOrDefault(id, List.of());
    }

    /** The court dates of cases, the earliest first; a case without one is left out. */
    Map<CaseId, List<CourtDate>> dates(PartnershipId partnership, Collection<CaseId> cases) {
        return Readings.each(
                "casework.court-dates",
                partnership,
                cases,
                unread -> db.selectFrom(COURT_DATE)
                        .where(
                                COURT_DATE.PARTNERSHIP_ID.eq(partnership.value()),
                                COURT_DATE.CASE_ID.eq(DSL.any(CaseStore.ids(unread))))
                        .orderBy(COURT_DATE.ON_DAY, COURT_DATE.ID)
                        .fetchGroups(row -> new CaseId(row.getCaseId()), CourtStore::date));
    }

    Optional<CourtDate> date(PartnershipId partnership, CaseId id, UUID date) {
        return db.selectFrom(COURT_DATE)
                .where(
                        COURT_DATE.PARTNERSHIP_ID.eq(partnership.value()),
                        COURT_DATE.ID.eq(date),
                        COURT_DATE.CASE_ID.eq(id.value()))
                .fetchOptional(CourtStore::date);
    }

    void add(PartnershipId partnership, CaseId id, UUID date, CourtDateDraft draft) {
        db.insertInto(COURT_DATE)
                .set(COURT_DATE.PARTNERSHIP_ID, partnership.value())
                .set(COURT_DATE.ID, date)
                .set(COURT_DATE.CASE_ID, id.value())
                .set(written(draft))
                .execute();
    }

    boolean change(PartnershipId partnership, UUID date, CourtDateDraft draft, int seen) {
        return db.update(COURT_DATE)
                        .set(written(draft))
                        .set(COURT_DATE.VERSION, COURT_DATE.VERSION.plus(1))
                        .where(
                                COURT_DATE.PARTNERSHIP_ID.eq(partnership.value()),
                                COURT_DATE.ID.eq(date),
                                COURT_DATE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** The offences of a case with the steps of the defence. */
    List<Offence> offences(PartnershipId partnership, CaseId id) {
        Map<UUID, List<Offence.Step>> steps = steps(OFFENCE.CASE_ID.eq(id.value()), partnership);
        return db.selectFrom(OFFENCE)
                .where(OFFENCE.PARTNERSHIP_ID.eq(partnership.value()), OFFENCE.CASE_ID.eq(id.value()))
                .orderBy(OFFENCE.EARLIEST, OFFENCE.ID)
                .fetch(row -> offence(row, steps.getOrDefault(row.getId(), List.of())));
    }

    Optional<Offence> offence(PartnershipId partnership, CaseId id, UUID offence) {
        return db.selectFrom(OFFENCE)
                .where(
                        OFFENCE.PARTNERSHIP_ID.eq(partnership.value()),
                        OFFENCE.ID.eq(offence),
                        OFFENCE.CASE_ID.eq(id.value()))
                .fetchOptional(row ->
                        offence(row, steps(OFFENCE.ID.eq(offence), partnership).getOrDefault(offence, List.of())));
    }

    void add(PartnershipId partnership, CaseId id, UUID offence, OffenceDraft draft) {
        db.insertInto(OFFENCE)
                .set(OFFENCE.PARTNERSHIP_ID, partnership.value())
                .set(OFFENCE.ID, offence)
                .set(OFFENCE.CASE_ID, id.value())
                .set(OFFENCE.DEFENCE, Defence.NOT_CONSIDERED.name())
                .set(written(draft))
                .execute();
    }

    boolean change(PartnershipId partnership, UUID offence, OffenceDraft draft, int seen) {
        return db.update(OFFENCE)
                        .set(written(draft))
                        .set(OFFENCE.VERSION, OFFENCE.VERSION.plus(1))
                        .where(
                                OFFENCE.PARTNERSHIP_ID.eq(partnership.value()),
                                OFFENCE.ID.eq(offence),
                                OFFENCE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    boolean move(PartnershipId partnership, UUID offence, Defence to, int seen) {
        return db.update(OFFENCE)
                        .set(OFFENCE.DEFENCE, to.name())
                        .set(OFFENCE.VERSION, OFFENCE.VERSION.plus(1))
                        .where(
                                OFFENCE.PARTNERSHIP_ID.eq(partnership.value()),
                                OFFENCE.ID.eq(offence),
                                OFFENCE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    void add(PartnershipId partnership, UUID offence, int seq, Offence.Step step) {
        db.insertInto(DEFENCE_STEP)
                .set(DEFENCE_STEP.PARTNERSHIP_ID, partnership.value())
                .set(DEFENCE_STEP.OFFENCE_ID, offence)
                .set(DEFENCE_STEP.SEQ, seq)
                .set(DEFENCE_STEP.STEP, step.step().name())
                .set(DEFENCE_STEP.ON_DAY, step.on())
                .set(DEFENCE_STEP.BY_WHOM, step.byWhom())
                .set(DEFENCE_STEP.NOTE, step.note())
                .set(DEFENCE_STEP.AT, CaseStore.utc(step.recordedAt()))
                .set(DEFENCE_STEP.RECORDED_BY_NAME, step.recordedBy())
                .execute();
    }

    /** The times in custody of a case, the newest first. */
    List<Custody> custody(PartnershipId partnership, CaseId id) {
        return custody(partnership, Set.of(id)).getOrDefault(id, List.of());
    }

    private Map<CaseId, List<Custody>> custody(PartnershipId partnership, Collection<CaseId> cases) {
        return Readings.each(
                "casework.custody",
                partnership,
                cases,
                unread -> db.selectFrom(CUSTODY)
                        .where(
                                CUSTODY.PARTNERSHIP_ID.eq(partnership.value()),
                                CUSTODY.CASE_ID.eq(DSL.any(CaseStore.ids(unread))))
                        .orderBy(CUSTODY.FROM_DAY.desc(), CUSTODY.ID.desc())
                        .fetchGroups(
                                row -> new CaseId(row.getCaseId()),
                                row -> new Custody(
                                        row.getId(),
                                        Custody.Kind.valueOf(row.getKind()),
                                        row.getPlace(),
                                        row.getFromDay(),
                                        row.getUntilDay(),
                                        row.getVersion())));
    }

    /** Those of the cases with a time in custody that has not ended. */
    Set<CaseId> inCustody(PartnershipId partnership, Collection<CaseId> cases) {
        return custody(partnership, cases).entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(custody -> custody.until() == null))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void add(PartnershipId partnership, CaseId id, UUID custody, CustodyDraft draft) {
        db.insertInto(CUSTODY)
                .set(CUSTODY.PARTNERSHIP_ID, partnership.value())
                .set(CUSTODY.ID, custody)
                .set(CUSTODY.CASE_ID, id.value())
                .set(CUSTODY.KIND, requireNonNull(draft.kind()).name())
                .set(CUSTODY.PLACE, draft.place())
                .set(CUSTODY.FROM_DAY, requireNonNull(draft.from()))
                .set(CUSTODY.UNTIL_DAY, draft.until())
                .execute();
    }

    boolean end(PartnershipId partnership, UUID custody, LocalDate until, int seen) {
        return db.update(CUSTODY)
                        .set(CUSTODY.UNTIL_DAY, until)
                        .set(CUSTODY.VERSION, CUSTODY.VERSION.plus(1))
                        .where(
                                CUSTODY.PARTNERSHIP_ID.eq(partnership.value()),
                                CUSTODY.ID.eq(custody),
                                CUSTODY.VERSION.eq(seen),
                                CUSTODY.UNTIL_DAY.isNull())
                        .execute()
                == 1;
    }

    private Map<UUID, List<Offence.Step>> steps(Condition which, PartnershipId partnership) {
        return db.select(
                        DEFENCE_STEP.OFFENCE_ID,
                        DSL.row(
                                        DEFENCE_STEP.STEP,
                                        DEFENCE_STEP.ON_DAY,
                                        DEFENCE_STEP.BY_WHOM,
                                        DEFENCE_STEP.NOTE,
                                        DEFENCE_STEP.AT,
                                        DEFENCE_STEP.RECORDED_BY_NAME)
                                .mapping((step, on, by, note, at, name) -> new Offence.Step(
                                        Defence.Step.valueOf(step), on, by, note, at.toInstant(), name)))
                .from(DEFENCE_STEP)
                .join(OFFENCE)
                .on(OFFENCE.PARTNERSHIP_ID.eq(DEFENCE_STEP.PARTNERSHIP_ID), OFFENCE.ID.eq(DEFENCE_STEP.OFFENCE_ID))
                .where(DEFENCE_STEP.PARTNERSHIP_ID.eq(partnership.value()), which)
                .orderBy(DEFENCE_STEP.SEQ)
                .fetchGroups(Record2::value1, Record2::value2);
    }

    private static CourtDateRecord written(CourtDateDraft draft) {
        CourtDateRecord row = new CourtDateRecord();
        row.setOnDay(requireNonNull(draft.on()));
        row.setCourt(draft.court());
        row.setHearing(draft.hearing());
        row.setOutcome(draft.outcome());
        row.setCancelledBecause(draft.cancelledBecause());
        return row;
    }

    private static OffenceRecord written(OffenceDraft draft) {
        UncertainDay when = requireNonNull(draft.when());
        OffenceRecord row = new OffenceRecord();
        row.setAllegation(draft.allegation());
        row.setEarliest(when.earliest());
        row.setLatest(when.latest());
        row.setAbout(when.about());
        row.setProceedings(requireNonNull(draft.proceedings()).name());
        row.setKind(draft.kind());
        row.setSchedule_4(requireNonNull(draft.lawyer()).name());
        return row;
    }

    private static CourtDate date(CourtDateRecord row) {
        return new CourtDate(
                row.getId(),
                row.getOnDay(),
                row.getCourt(),
                row.getHearing(),
                row.getOutcome(),
                row.getCancelledBecause(),
                row.getVersion());
    }

    private static Offence offence(OffenceRecord row, List<Offence.Step> steps) {
        return new Offence(
                row.getId(),
                row.getAllegation(),
                new UncertainDay(row.getEarliest(), row.getLatest(), row.getAbout()),
                Offence.Proceedings.valueOf(row.getProceedings()),
                row.getKind(),
                Offence.ScheduleCheck.valueOf(row.getSchedule_4()),
                Defence.valueOf(row.getDefence()),
                row.getVersion(),
                steps);
    }
}
