package org.holdfast.casework;

import static java.util.Objects.requireNonNull;
import static org.holdfast.casework.db.Tables.CASE_UPDATE;
import static org.holdfast.casework.db.Tables.CHRONOLOGY_EARLIER;
import static org.holdfast.casework.db.Tables.CHRONOLOGY_ENTRY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.db.tables.records.CaseUpdateRecord;
import org.holdfast.casework.db.tables.records.ChronologyEntryRecord;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of the chronology and of the updates log. */
@Component
class ChronologyStore {

    private final DSLContext db;

    ChronologyStore(DSLContext db) {
        this.db = db;
    }

    List<ChronologyEntry> entries(PartnershipId partnership, CaseId id) {
        return db.selectFrom(CHRONOLOGY_ENTRY)
                .where(CHRONOLOGY_ENTRY.PARTNERSHIP_ID.eq(partnership.value()), CHRONOLOGY_ENTRY.CASE_ID.eq(id.value()))
                .fetch(ChronologyStore::entry);
    }

    Optional<ChronologyEntry> entry(PartnershipId partnership, CaseId id, UUID entry) {
        return db.selectFrom(CHRONOLOGY_ENTRY)
                .where(one(partnership, id, entry))
                .fetchOptional(ChronologyStore::entry);
    }

    void add(Actor by, CaseId id, UUID entry, EntryDraft draft, Instant now) {
        db.insertInto(CHRONOLOGY_ENTRY)
                .set(CHRONOLOGY_ENTRY.PARTNERSHIP_ID, by.partnership().value())
                .set(CHRONOLOGY_ENTRY.ID, entry)
                .set(CHRONOLOGY_ENTRY.CASE_ID, id.value())
                .set(CHRONOLOGY_ENTRY.RECORDED_AT, CaseStore.utc(now))
                .set(CHRONOLOGY_ENTRY.RECORDED_BY_NAME, by.name())
                .set(CHRONOLOGY_ENTRY.GIVEN_BY, by.agency())
                .set(written(draft))
                .execute();
    }

    /** Writes a correction over the version that was seen, which is kept; false where somebody else was quicker. */
    boolean correct(Actor by, CaseId id, ChronologyEntry before, EntryDraft draft, Instant now) {
        boolean corrected = db.update(CHRONOLOGY_ENTRY)
                        .set(written(draft))
                        .set(CHRONOLOGY_ENTRY.RECORDED_AT, CaseStore.utc(now))
                        .set(CHRONOLOGY_ENTRY.RECORDED_BY_NAME, by.name())
                        .set(CHRONOLOGY_ENTRY.VERSION, CHRONOLOGY_ENTRY.VERSION.plus(1))
                        .where(one(by.partnership(), id, before.id()), CHRONOLOGY_ENTRY.VERSION.eq(before.version()))
                        .execute()
                == 1;
        if (corrected) {
            EntryDraft written = before.written();
            UncertainDay when = requireNonNull(written.when());
            db.insertInto(CHRONOLOGY_EARLIER)
                    .set(CHRONOLOGY_EARLIER.PARTNERSHIP_ID, by.partnership().value())
                    .set(CHRONOLOGY_EARLIER.ENTRY_ID, before.id())
                    .set(CHRONOLOGY_EARLIER.VERSION, before.version())
                    .set(CHRONOLOGY_EARLIER.LANE, requireNonNull(written.lane()).name())
                    .set(CHRONOLOGY_EARLIER.EARLIEST, when.earliest())
                    .set(CHRONOLOGY_EARLIER.LATEST, when.latest())
                    .set(CHRONOLOGY_EARLIER.ABOUT, when.about())
                    .set(CHRONOLOGY_EARLIER.WHAT, written.what())
                    .set(CHRONOLOGY_EARLIER.SOURCE_AGENCY, written.agency())
                    .set(CHRONOLOGY_EARLIER.SOURCE, written.source())
                    .set(CHRONOLOGY_EARLIER.SIGNIFICANT, written.significant())
                    .set(CHRONOLOGY_EARLIER.TELLS, name(written.tells()))
                    .set(CHRONOLOGY_EARLIER.RECORDED_AT, CaseStore.utc(before.recordedAt()))
                    .set(CHRONOLOGY_EARLIER.RECORDED_BY_NAME, before.recordedBy())
                    .execute();
        }
        return corrected;
    }

    /** What a line said before it was corrected, the newest first. */
    List<ChronologyEntry> earlier(PartnershipId partnership, UUID entry) {
        return db.selectFrom(CHRONOLOGY_EARLIER)
                .where(CHRONOLOGY_EARLIER.PARTNERSHIP_ID.eq(partnership.value()), CHRONOLOGY_EARLIER.ENTRY_ID.eq(entry))
                .orderBy(CHRONOLOGY_EARLIER.VERSION.desc())
                .fetch(row -> new ChronologyEntry(
                        row.getEntryId(),
                        new EntryDraft(
                                Lane.valueOf(row.getLane()),
                                new UncertainDay(row.getEarliest(), row.getLatest(), row.getAbout()),
                                row.getWhat(),
                                row.getSourceAgency(),
                                row.getSource(),
                                row.getSignificant(),
                                kind(row.getTells())),
                        row.getRecordedAt().toInstant(),
                        row.getRecordedByName(),
                        null,
                        row.getVersion()));
    }

    List<CaseUpdate> updates(PartnershipId partnership, CaseId id) {
        return db.selectFrom(CASE_UPDATE)
                .where(CASE_UPDATE.PARTNERSHIP_ID.eq(partnership.value()), CASE_UPDATE.CASE_ID.eq(id.value()))
                .orderBy(CASE_UPDATE.AT.desc(), CASE_UPDATE.ID.desc())
                .fetch(ChronologyStore::update);
    }

    void add(Actor by, CaseId id, UUID update, UpdateDraft draft, Instant now) {
        db.insertInto(CASE_UPDATE)
                .set(CASE_UPDATE.PARTNERSHIP_ID, by.partnership().value())
                .set(CASE_UPDATE.ID, update)
                .set(CASE_UPDATE.CASE_ID, id.value())
                .set(CASE_UPDATE.AT, CaseStore.utc(requireNonNull(draft.at())))
                .set(CASE_UPDATE.KIND, requireNonNull(draft.kind()).name())
                .set(CASE_UPDATE.WHAT, draft.what())
                .set(CASE_UPDATE.SOURCE, draft.source())
                .set(CASE_UPDATE.RELEVANT, draft.relevant())
                .set(CASE_UPDATE.CORRECTS, draft.corrects())
                .set(CASE_UPDATE.TELLS, name(draft.tells()))
                .set(CASE_UPDATE.GIVEN_BY, by.agency())
                .set(CASE_UPDATE.RECORDED_AT, CaseStore.utc(now))
                .set(CASE_UPDATE.RECORDED_BY_NAME, by.name())
                .set(CASE_UPDATE.RECORDED_BY_AGENCY, by.agencyName())
                .execute();
    }

    private static Condition one(PartnershipId partnership, CaseId id, UUID entry) {
        return CHRONOLOGY_ENTRY
                .PARTNERSHIP_ID
                .eq(partnership.value())
                .and(CHRONOLOGY_ENTRY.ID.eq(entry))
                .and(CHRONOLOGY_ENTRY.CASE_ID.eq(id.value()));
    }

    private static ChronologyEntryRecord written(EntryDraft draft) {
        UncertainDay when = requireNonNull(draft.when());
        ChronologyEntryRecord row = new ChronologyEntryRecord();
        row.setLane(requireNonNull(draft.lane()).name());
        row.setEarliest(when.earliest());
        row.setLatest(when.latest());
        row.setAbout(when.about());
        row.setWhat(draft.what());
        row.setSourceAgency(draft.agency());
        row.setSource(draft.source());
        row.setSignificant(draft.significant());
        row.setTells(name(draft.tells()));
        return row;
    }

    private static ChronologyEntry entry(ChronologyEntryRecord row) {
        return new ChronologyEntry(
                row.getId(),
                new EntryDraft(
                        Lane.valueOf(row.getLane()),
                        new UncertainDay(row.getEarliest(), row.getLatest(), row.getAbout()),
                        row.getWhat(),
                        row.getSourceAgency(),
                        row.getSource(),
                        row.getSignificant(),
                        kind(row.getTells())),
                row.getRecordedAt().toInstant(),
                row.getRecordedByName(),
                row.getGivenBy() == null ? null : new AgencyId(row.getGivenBy()),
                row.getVersion());
    }

    private static CaseUpdate update(CaseUpdateRecord row) {
        return new CaseUpdate(
                row.getId(),
                row.getAt().toInstant(),
                CaseUpdate.Kind.valueOf(row.getKind()),
                row.getWhat(),
                row.getSource(),
                row.getRelevant(),
                row.getCorrects(),
                row.getRecordedAt().toInstant(),
                row.getRecordedByName(),
                row.getRecordedByAgency(),
                kind(row.getTells()),
                row.getGivenBy() == null ? null : new AgencyId(row.getGivenBy()),
                null);
    }

    private static @Nullable String name(@Nullable DataClass kind) {
        return kind == null ? null : kind.name();
    }

    private static @Nullable DataClass kind(@Nullable String name) {
        return name == null ? null : DataClass.valueOf(name);
    }
}
