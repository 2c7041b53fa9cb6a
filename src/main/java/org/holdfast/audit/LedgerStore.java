package org.holdfast.audit;

import static org.holdfast.audit.db.Tables.CHAIN;
import static org.holdfast.audit.db.Tables.HEAD;
import static org.holdfast.audit.db.Tables.LEDGER;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.db.tables.records.LedgerRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.ExecuteType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's tables. */
@Component
class LedgerStore {

    /** A line not yet written. */
    record Line(Actor actor, Instant at, LedgerEvent event) {}

    /** How many fields of a line are hashed: all but the hashes themselves. */
    private static final int HASHED_FIELDS = 11;

    /** Bytes with which PostgreSQL begins what it copies out in binary. */
    private static final int COPY_SIGNATURE = 11;

    private static final Field<LocalDate> DAY =
            DSL.field("({0} at time zone 'Europe/London')::date", LocalDate.class, LEDGER.AT);

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
        if (!lines.isEmpty()) {
            db.execute("select audit.append(cast(? as jsonb))", written(lines));
        }
    }

    /**
     * Appends and commits in one message to the database. Whoever appends holds the partnership's chain until the commit has reached the disk,
     * and all others of the partnership wait for it: not for a message on its way between program and database besides (decision 45). Where
     * the lines cannot be appended, nothing is committed. The commit that follows finds nothing left to do.
     */
    void appendAndCommit(List<Line> lines) {
        if (!lines.isEmpty()) {
            db.execute("select audit.append(cast(? as jsonb)); commit", written(lines));
        }
    }

    private String written(List<Line> lines) {
        return json.writeValueAsString(lines.stream().map(this::entry).toList());
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

    List<LedgerLine> lines(PartnershipId partnership, LedgerFilter filter, long before, int limit) {
        Condition wanted = LEDGER.PARTNERSHIP_ID.eq(partnership.value()).and(LEDGER.SEQ.lt(before));
        if (filter.caseId() != null) {
            wanted = wanted.and(LEDGER.CASE_ID.eq(filter.caseId()));
        }
        if (filter.actor() != null) {
            wanted = wanted.and(LEDGER.ACTOR_ID.eq(filter.actor()));
        }
        if (!filter.acts().isEmpty()) {
            wanted = wanted.and(
                    LEDGER.ACT.in(filter.acts().stream().map(Act::name).toList()));
        }
        if (filter.from() != null) {
            wanted = wanted.and(LEDGER.AT.ge(filter.from().atOffset(ZoneOffset.UTC)));
        }
        if (filter.until() != null) {
            wanted = wanted.and(LEDGER.AT.lt(filter.until().atOffset(ZoneOffset.UTC)));
        }
        return db.selectFrom(LEDGER)
                .where(wanted)
                .orderBy(LEDGER.SEQ.desc())
                .limit(limit)
                .fetch(LedgerStore::line);
    }

    /** What each person did on each day, with how much of it at weekends or outside these hours. */
    List<Activity> activities(
            PartnershipId partnership, Instant from, Instant until, LocalTime begins, LocalTime ends) {
        Field<LocalTime> time = DSL.field("({0} at time zone 'Europe/London')::time", LocalTime.class, LEDGER.AT);
        Field<Integer> weekday =
                DSL.field("extract(isodow from {0} at time zone 'Europe/London')::int", Integer.class, LEDGER.AT);
        Condition outside = time.lt(begins).or(time.ge(ends)).or(weekday.ge(6));
        return db.select(
                        LEDGER.ACTOR_ID,
                        DSL.max(LEDGER.ACTOR_NAME),
                        LEDGER.AGENCY_ID,
                        DAY,
                        DSL.countDistinct(LEDGER.CASE_ID).filterWhere(LEDGER.ACT.eq(Act.LOOKED.name())),
                        DSL.count().filterWhere(LEDGER.ACT.eq(Act.REFUSED.name())),
                        DSL.count().filterWhere(LEDGER.EVENT.in(HourlyLimit.events())),
                        DSL.count().filterWhere(outside))
                .from(LEDGER)
                .where(byPeople(partnership, from, until))
                .groupBy(LEDGER.ACTOR_ID, LEDGER.AGENCY_ID, DAY)
                .fetch(row -> new Activity(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /** Who looked at which case on which day. */
    List<Activity.Look> looks(PartnershipId partnership, Instant from, Instant until) {
        return db.selectDistinct(LEDGER.ACTOR_ID, LEDGER.CASE_ID, DAY)
                .from(LEDGER)
                .where(byPeople(partnership, from, until), LEDGER.ACT.eq(Act.LOOKED.name()), LEDGER.CASE_ID.isNotNull())
                .fetch(row -> new Activity.Look(row.value1(), row.value2(), row.value3()));
    }

    private static Condition byPeople(PartnershipId partnership, Instant from, Instant until) {
        return LEDGER.PARTNERSHIP_ID
                .eq(partnership.value())
                .and(LEDGER.ACTOR_KIND.eq(Actor.Kind.PERSON.name()))
                .and(LEDGER.AT.ge(from.atOffset(ZoneOffset.UTC)))
                .and(LEDGER.AT.lt(until.atOffset(ZoneOffset.UTC)));
    }

    List<LedgerLine> given(PartnershipId partnership, @Nullable UUID caseId, Instant from, Instant until, int limit) {
        return db.selectFrom(LEDGER)
                .where(
                        LEDGER.PARTNERSHIP_ID.eq(partnership.value()),
                        LEDGER.CASE_ID.isNotNull(),
                        LEDGER.ACT
                                .eq(DSL.inline(Act.EXPORTED.name()))
                                .or(LEDGER.ACT
                                        .eq(DSL.inline(Act.LOOKED.name()))
                                        .and(LEDGER.ACTOR_KIND.eq(DSL.inline(Actor.Kind.INTERFACE.name())))),
                        caseId == null ? DSL.noCondition() : LEDGER.CASE_ID.eq(caseId),
                        LEDGER.AT.ge(from.atOffset(ZoneOffset.UTC)),
                        LEDGER.AT.lt(until.atOffset(ZoneOffset.UTC)))
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

    /** Takes a line of the chain as the check wants it: its place, its fields as they were hashed, and the two hashes beside it. */
    interface ChainReader {
        void line(long seq, byte[] @Nullable [] content, byte[] previousHash, byte[] hash);
    }

    /** Reads the whole chain past a reader, in order of place, as bytes that come while the next ones are on their way; none is kept. */
    void eachLine(PartnershipId partnership, ChainReader reader) {
        String query = """
                copy (select seq::text, (extract(epoch from at) * 1000000)::bigint::text, actor_kind, actor_id::text, actor_name,
                        agency_id::text, act, event, case_id::text, subject_id::text, detail, previous_hash, hash
                    from audit.ledger where partnership_id = '%s' order by ledger.seq) to stdout (format binary)""".formatted(partnership.value());
        db.connection(connection -> {
            try (var lines = new DataInputStream(new BufferedInputStream(
                    new PGCopyInputStream(connection.unwrap(PGConnection.class), query), 1 << 16))) {
                lines.skipNBytes(COPY_SIGNATURE + Integer.BYTES);
                lines.skipNBytes(lines.readInt());
                while (lines.readShort() == HASHED_FIELDS + 2) {
                    byte[] @Nullable [] content = new byte[HASHED_FIELDS][];
                    for (int field = 0; field < HASHED_FIELDS; field++) {
                        content[field] = field(lines);
                    }
                    reader.line(place(Objects.requireNonNull(content[0])), content, hash(lines), hash(lines));
                }
            }
        });
    }

    private static byte @Nullable [] field(DataInputStream line) throws IOException {
        int length = line.readInt();
        if (length < 0) {
            return null;
        }
        byte[] field = new byte[length];
        line.readFully(field);
        return field;
    }

    private static byte[] hash(DataInputStream line) throws IOException {
        return Objects.requireNonNull(field(line));
    }

    private static long place(byte[] digits) {
        return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
    }

    Optional<LedgerCheck.End> end(PartnershipId partnership) {
        return db.selectFrom(CHAIN)
                .where(CHAIN.PARTNERSHIP_ID.eq(partnership.value()))
                .fetchOptional(row -> new LedgerCheck.End(row.getSeq(), row.getHash()));
    }

    /** Makes the coming months, and those for which lines wait. */
    int openMonths(LocalDate today) {
        return Objects.requireNonNull(db.select(DSL.field("audit.open_months({0})", Integer.class, DSL.val(today)))
                .fetchSingle()
                .value1());
    }

    void keep(SignedHead signed) {
        db.insertInto(HEAD)
                .set(HEAD.PARTNERSHIP_ID, signed.head().partnership().value())
                .set(HEAD.DAY, signed.head().day())
                .set(HEAD.SEQ, signed.head().seq())
                .set(HEAD.HASH, signed.head().hash())
                .set(HEAD.KEY, signed.key())
                .set(HEAD.SIGNATURE, signed.signature())
                .execute();
    }

    boolean headKept(PartnershipId partnership, LocalDate day) {
        return db.fetchExists(HEAD, HEAD.PARTNERSHIP_ID.eq(partnership.value()), HEAD.DAY.eq(day));
    }

    /** The heads that were signed, the newest first. */
    List<SignedHead> heads(PartnershipId partnership, int limit) {
        return db.selectFrom(HEAD)
                .where(HEAD.PARTNERSHIP_ID.eq(partnership.value()))
                .orderBy(HEAD.DAY.desc())
                .limit(limit)
                .fetch(row -> new SignedHead(
                        new Head(partnership, row.getDay(), row.getSeq(), row.getHash()),
                        row.getKey(),
                        row.getSignature()));
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

    /**
     * Sees every statement, so that no transaction goes on with what it {@linkplain Readings read} before it wrote, or before it waited
     * for a lock behind which somebody else wrote.
     */
    @Component
    static class WritesForgetReadings implements ExecuteListener, ExecuteListenerProvider {

        @Override
        public ExecuteListener provide() {
            return this;
        }

        @Override
        public void executeStart(ExecuteContext statement) {
            if (statement.type() != ExecuteType.READ || locks(statement.sql())) {
                Readings.forget();
            }
        }

        private static boolean locks(@Nullable String sql) {
            String written = sql == null ? "" : sql.toLowerCase(Locale.ROOT);
            return written.contains(" for update")
                    || written.contains(" for no key update")
                    || written.contains(" for share")
                    || written.contains("advisory");
        }
    }
}
