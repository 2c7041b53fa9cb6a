package org.holdfast.audit;

import static org.holdfast.audit.db.Tables.CHAIN;
import static org.holdfast.audit.db.Tables.LEDGER;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.audit.db.tables.records.LedgerRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's tables. */
@Component
class LedgerStore {

    /** A line not yet written. */
    record Line(Actor actor, Instant at, LedgerEvent event) {}

    private final DSLContext db;
    private final JsonMapper json = JsonMapper.builder().build();

    LedgerStore(DSLContext db) {
        this.db = db;
    }

    /** Names the partnership to the database's wall until the transaction ends. */
    void enter(PartnershipId partnership) {
        db.select(DSL.field(
                        "set_config('holdfast.partnership', {0}, true)",
                        String.class, DSL.val(partnership.value().toString())))
                .fetch();
    }

    void append(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<Map<String, Object>> entries = lines.stream().map(this::entry).toList();
        db.select(DSL.field("audit.append({0})", Long.class, DSL.val(JSONB.valueOf(json.writeValueAsString(entries)))))
                .fetch();
    }

    private Map<String, Object> entry(Line line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        LedgerEvent event = line.event();
        entry.put("at", LedgerCheck.micros(line.at()));
        entry.put("actorKind", line.actor().kind());
        entry.put("actorId", line.actor().member());
        entry.put("actorName", line.actor().name());
        entry.put("agencyId", line.actor().agency());
        entry.put("act", event.act());
        entry.put("event", event.event());
        put(entry, "caseId", event.caseId());
        put(entry, "subjectId", event.subjectId());
        entry.put("detail", json.writeValueAsString(detail(event)));
        return entry;
    }

    private static void put(Map<String, Object> entry, String key, @Nullable Object value) {
        if (value != null) {
            entry.put(key, value);
        }
    }

    private static Map<String, Object> detail(LedgerEvent event) {
        Map<String, Object> detail = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            String name = component.getName();
            if (name.equals("caseId") || name.equals("subjectId")) {
                continue;
            }
            try {
                component.getAccessor().setAccessible(true);
                put(detail, name, component.getAccessor().invoke(event));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return detail;
    }

    List<LedgerLine> about(PartnershipId partnership, UUID caseId, int limit) {
        return db.selectFrom(LEDGER)
                .where(LEDGER.PARTNERSHIP_ID.eq(partnership.value()), LEDGER.CASE_ID.eq(caseId))
                .orderBy(LEDGER.SEQ.desc())
                .limit(limit)
                .fetch(LedgerStore::line);
    }

    List<LedgerLine> changesAfter(PartnershipId partnership, long seq, int limit) {
        return db.selectFrom(LEDGER)
                .where(
                        LEDGER.PARTNERSHIP_ID.eq(partnership.value()),
                        LEDGER.SEQ.gt(seq),
                        LEDGER.ACT.eq(Act.CHANGED.name()))
                .orderBy(LEDGER.SEQ)
                .limit(limit)
                .fetch(LedgerStore::line);
    }

    void eachLine(PartnershipId partnership, Consumer<LedgerCheck.Sealed> reader) {
        try (var cursor = db.selectFrom(LEDGER)
                .where(LEDGER.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(LEDGER.SEQ)
                .fetchSize(1000)
                .fetchLazy()) {
            for (LedgerRecord row : cursor) {
                reader.accept(new LedgerCheck.Sealed(line(row), row.getPreviousHash(), row.getHash()));
            }
        }
    }

    Optional<LedgerCheck.Head> head(PartnershipId partnership) {
        return db.selectFrom(CHAIN)
                .where(CHAIN.PARTNERSHIP_ID.eq(partnership.value()))
                .fetchOptional(row -> new LedgerCheck.Head(row.getSeq(), row.getHash()));
    }

    private static LedgerLine line(LedgerRecord row) {
        return new LedgerLine(
                row.getSeq(),
                row.getAt().toInstant(),
                Actor.Kind.valueOf(row.getActorKind()),
                row.getActorId(),
                row.getActorName(),
                row.getAgencyId(),
                Act.valueOf(row.getAct()),
                row.getEvent(),
                row.getCaseId(),
                row.getSubjectId(),
                row.getDetail());
    }
}
