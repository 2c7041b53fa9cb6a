package org.holdfast.casework;

import static org.holdfast.casework.db.Tables.HOME;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The table of home authorities. */
@Component
class HomeStore {

    private final DSLContext db;

    HomeStore(DSLContext db) {
        this.db = db;
    }

    /** Writes a version; false where another was written meanwhile. */
    boolean add(Actor by, CaseId id, Home home) {
        return db.insertInto(HOME)
                        .set(HOME.PARTNERSHIP_ID, by.partnership().value())
                        .set(HOME.CASE_ID, id.value())
                        .set(HOME.VERSION, home.version())
                        .set(HOME.AUTHORITY, home.authority())
                        .set(HOME.OTHERS, home.others().toArray(String[]::new))
                        .set(HOME.BECAUSE, home.because())
                        .set(HOME.RECORDED_BY, by.member())
                        .set(HOME.RECORDER_NAME, home.recordedBy())
                        .set(HOME.RECORDED_AT, home.recordedAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The homes of cases as they stand; a case without one is left out. */
    Map<CaseId, Home> homes(PartnershipId partnership, Collection<CaseId> cases) {
        return db.select(HOME.fields())
                .distinctOn(HOME.CASE_ID)
                .from(HOME)
                .where(
                        HOME.PARTNERSHIP_ID.eq(partnership.value()),
                        HOME.CASE_ID.eq(
                                DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))))
                .orderBy(HOME.CASE_ID, HOME.VERSION.desc())
                .fetchMap(
                        row -> new CaseId(row.get(HOME.CASE_ID)),
                        row -> new Home(
                                row.get(HOME.AUTHORITY),
                                List.of(row.get(HOME.OTHERS)),
                                row.get(HOME.BECAUSE),
                                row.get(HOME.RECORDER_NAME),
                                row.get(HOME.RECORDED_AT).toInstant(),
                                row.get(HOME.VERSION)));
    }
}
