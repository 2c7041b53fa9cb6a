package org.holdfast.clocks;

import static org.holdfast.clocks.db.Tables.EXTENSION;
import static org.holdfast.clocks.db.Tables.PAUSE;
import static org.holdfast.clocks.db.Tables.RUN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.clocks.db.tables.records.RunRecord;
import org.holdfast.law.Span;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of clocks. */
@Component
class ClockStore {

    private final DSLContext db;

    ClockStore(DSLContext db) {
        this.db = db;
    }

    /** Adds a run; answers false where one of its kind is open on the case. */
    boolean add(Actor by, ClockRun run, @Nullable UUID supersedes, Instant now) {
        Span tightened = run.tightened();
        return db.insertInto(RUN)
                        .set(RUN.PARTNERSHIP_ID, by.partnership().value())
                        .set(RUN.RUN_ID, run.id())
                        .set(RUN.CASE_ID, run.caseId().value())
                        .set(RUN.KIND, run.kind().name())
                        .set(RUN.STARTED_AT, utc(run.startedAt()))
                        .set(RUN.TIGHTENED_UNIT, tightened == null ? null : unit(tightened))
                        .set(RUN.TIGHTENED_COUNT, tightened == null ? null : tightened.count())
                        .set(RUN.SUPERSEDES, supersedes)
                        .set(RUN.RESTART_REASON, run.restartReason())
                        .set(RUN.STARTED_BY, by.member())
                        .set(RUN.STARTED_BY_NAME, by.name())
                        .set(RUN.RECORDED_AT, utc(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void end(Actor by, UUID run, ClockRun.End end) {
        db.update(RUN)
                .set(RUN.ENDED_AT, utc(end.at()))
                .set(RUN.ENDING, end.because().name())
                .set(RUN.ENDED_BY, by.member())
                .where(RUN.PARTNERSHIP_ID.eq(by.partnership().value()), RUN.RUN_ID.eq(run), RUN.ENDED_AT.isNull())
                .execute();
    }

    void pause(Actor by, UUID run, Pause pause) {
        db.insertInto(PAUSE)
                .set(PAUSE.PARTNERSHIP_ID, by.partnership().value())
                .set(PAUSE.PAUSE_ID, pause.id())
                .set(PAUSE.RUN_ID, run)
                .set(PAUSE.FROM_DAY, pause.from())
                .set(PAUSE.REASON, pause.reason())
                .set(PAUSE.PAUSED_BY, by.member())
                .set(PAUSE.PAUSED_BY_NAME, pause.by())
                .set(PAUSE.RECORDED_AT, utc(pause.recordedAt()))
                .execute();
    }

    void resume(Actor by, UUID run, LocalDate until) {
        db.update(PAUSE)
                .set(PAUSE.UNTIL_DAY, until)
                .set(PAUSE.RESUMED_BY, by.member())
                .set(PAUSE.RESUMED_BY_NAME, by.name())
                .where(
                        PAUSE.PARTNERSHIP_ID.eq(by.partnership().value()),
                        PAUSE.RUN_ID.eq(run),
                        PAUSE.UNTIL_DAY.isNull())
                .execute();
    }

    void extend(Actor by, UUID run, UUID id, Extension extension) {
        db.insertInto(EXTENSION)
                .set(EXTENSION.PARTNERSHIP_ID, by.partnership().value())
                .set(EXTENSION.EXTENSION_ID, id)
                .set(EXTENSION.RUN_ID, run)
                .set(EXTENSION.DAYS, extension.days())
                .set(EXTENSION.REASON, extension.reason())
                .set(EXTENSION.EXTENDED_BY, by.member())
                .set(EXTENSION.EXTENDED_BY_NAME, extension.by())
                .set(EXTENSION.RECORDED_AT, utc(extension.recordedAt()))
                .execute();
    }

    /** All runs of some cases, oldest first. */
    List<ClockRun> of(PartnershipId partnership, Collection<CaseId> cases) {
        return runs(
                partnership,
                RUN.CASE_ID.eq(DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))),
                false);
    }

    /** All runs of one kind on a case, oldest first, held until the transaction ends. */
    List<ClockRun> held(PartnershipId partnership, CaseId caseId, ClockKind kind) {
        return runs(partnership, RUN.CASE_ID.eq(caseId.value()).and(RUN.KIND.eq(kind.name())), true);
    }

    /** All runs on the cases on which one has not ended, oldest first. */
    List<ClockRun> whereOneRuns(PartnershipId partnership) {
        var running = RUN.as("running");
        return runs(
                partnership,
                RUN.CASE_ID.in(DSL.select(running.CASE_ID)
                        .from(running)
                        .where(running.PARTNERSHIP_ID.eq(partnership.value()), running.ENDED_AT.isNull())),
                false);
    }

    private List<ClockRun> runs(PartnershipId partnership, Condition condition, boolean held) {
        Field<Boolean> paused = DSL.field(DSL.exists(DSL.selectOne()
                .from(PAUSE)
                .where(PAUSE.PARTNERSHIP_ID.eq(RUN.PARTNERSHIP_ID), PAUSE.RUN_ID.eq(RUN.RUN_ID))));
        Field<Boolean> extended = DSL.field(DSL.exists(DSL.selectOne()
                .from(EXTENSION)
                .where(EXTENSION.PARTNERSHIP_ID.eq(RUN.PARTNERSHIP_ID), EXTENSION.RUN_ID.eq(RUN.RUN_ID))));
        var selection = db.select(RUN.fields())
                .select(paused, extended)
                .from(RUN)
                .where(RUN.PARTNERSHIP_ID.eq(partnership.value()), condition)
                .orderBy(RUN.RECORDED_AT, RUN.RUN_ID);
        Result<? extends Record> found = held ? selection.forUpdate().fetch() : selection.fetch();
        Map<UUID, List<Pause>> pauses = pauses(partnership, having(found, paused));
        Map<UUID, List<Extension>> extensions = extensions(partnership, having(found, extended));
        return found.into(RUN).stream()
                .map(row -> run(
                        row,
                        pauses.getOrDefault(row.getRunId(), List.of()),
                        extensions.getOrDefault(row.getRunId(), List.of())))
                .toList();
    }

    private static UUID[] having(Result<? extends Record> runs, Field<Boolean> something) {
        return runs.stream()
                .filter(row -> row.get(something))
                .map(row -> row.get(RUN.RUN_ID))
                .toArray(UUID[]::new);
    }

    private Map<UUID, List<Pause>> pauses(PartnershipId partnership, UUID[] ids) {
        if (ids.length == 0) {
            return Map.of();
        }
        return db.selectFrom(PAUSE)
                .where(PAUSE.PARTNERSHIP_ID.eq(partnership.value()), PAUSE.RUN_ID.eq(DSL.any(ids)))
                .orderBy(PAUSE.FROM_DAY, PAUSE.RECORDED_AT)
                .fetchGroups(
                        PAUSE.RUN_ID,
                        row -> new Pause(
                                row.get(PAUSE.PAUSE_ID),
                                row.get(PAUSE.FROM_DAY),
                                row.get(PAUSE.UNTIL_DAY),
                                row.get(PAUSE.REASON),
                                row.get(PAUSE.PAUSED_BY_NAME),
                                row.get(PAUSE.RECORDED_AT).toInstant(),
                                row.get(PAUSE.RESUMED_BY_NAME)));
    }

    private Map<UUID, List<Extension>> extensions(PartnershipId partnership, UUID[] ids) {
        if (ids.length == 0) {
            return Map.of();
        }
        return db.selectFrom(EXTENSION)
                .where(EXTENSION.PARTNERSHIP_ID.eq(partnership.value()), EXTENSION.RUN_ID.eq(DSL.any(ids)))
                .orderBy(EXTENSION.RECORDED_AT, EXTENSION.EXTENSION_ID)
                .fetchGroups(
                        EXTENSION.RUN_ID,
                        row -> new Extension(
                                row.get(EXTENSION.DAYS),
                                row.get(EXTENSION.REASON),
                                row.get(EXTENSION.EXTENDED_BY_NAME),
                                row.get(EXTENSION.RECORDED_AT).toInstant()));
    }

    private static ClockRun run(RunRecord row, List<Pause> pauses, List<Extension> extensions) {
        return new ClockRun(
                row.getRunId(),
                new CaseId(row.getCaseId()),
                ClockKind.valueOf(row.getKind()),
                row.getStartedAt().toInstant(),
                row.getTightenedUnit() == null ? null : span(row.getTightenedUnit(), row.getTightenedCount()),
                row.getRestartReason(),
                row.getStartedByName(),
                pauses,
                extensions,
                row.getEndedAt() == null
                        ? null
                        : new ClockRun.End(row.getEndedAt().toInstant(), Ending.valueOf(row.getEnding())));
    }

    private static String unit(Span span) {
        return switch (span) {
            case Span.Days _ -> "DAYS";
            case Span.WorkingDays _ -> "WORKING_DAYS";
            case Span.Hours _ -> "HOURS";
            case Span.Months _ -> "MONTHS";
            case Span.Age _ -> throw new IllegalArgumentException("no partnership changes the age of majority");
        };
    }

    private static Span span(String unit, int count) {
        return switch (unit) {
            case "DAYS" -> new Span.Days(count);
            case "WORKING_DAYS" -> new Span.WorkingDays(count);
            case "HOURS" -> new Span.Hours(count);
            case "MONTHS" -> new Span.Months(count);
            default -> throw new IllegalStateException("no unit of time: " + unit);
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
