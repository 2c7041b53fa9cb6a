package org.holdfast.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.holdfast.app.Holdfast;
import org.holdfast.partnership.Partnerships;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the ledger (GOV-7): so many lines of one partnership, spread over a year of months, put on the chain by the database's own
 * function; then how long the whole chain is read and verified, twice; and how quickly single lines are appended by one partnership and by
 * four at once. The first argument is a folder for the database, the second how many lines (1,000,000).
 */
public final class LedgerBench {
    private static final int AT_ONCE = 5_000;
    private static final int APPENDED = 1_000;
    private static final int MONTHS = 12;

    private LedgerBench() {}

    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (ConfigurableApplicationContext program = SpringApplication.run(
                Holdfast.class,
                "--holdfast.data=" + Path.of(arguments[0]).toAbsolutePath(),
                "--holdfast.command=measure",
                "--holdfast.demonstration=false",
                "--holdfast.port=0")) {
            measure(program, lines);
        }
        System.exit(0);
    }

    private static void measure(ConfigurableApplicationContext program, int lines) throws Exception {
        Partnerships partnerships = program.getBean(Partnerships.class);
        Ledger ledger = program.getBean(Ledger.class);
        Instant now = Instant.now();
        Actor us = Partnerships.program(
                partnerships.found("Measured partnership", "hull", now).id());

        long started = System.nanoTime();
        fill(program.getBean(DataSource.class), us, lines);
        System.out.printf("%,d lines put on the chain in %,d ms%n", lines, since(started));

        for (String time : List.of("first", "second")) {
            long before = memory();
            started = System.nanoTime();
            LedgerCheck.Report report = ledger.check(us);
            System.out.printf(
                    "%,d lines verified the %s time in %,d ms, %s; heap before %,d MB, most of it allowed %,d MB%n",
                    report.lines(),
                    time,
                    since(started),
                    report.whole() ? "whole" : "NOT WHOLE: " + report.faults(),
                    before,
                    Runtime.getRuntime().maxMemory() >> 20);
        }

        appended(ledger, List.of(us), now);
        List<Actor> four = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            four.add(Partnerships.program(partnerships
                    .found("Measured partnership " + each, "hull", now)
                    .id()));
        }
        appended(ledger, four, now);
    }

    private static void appended(Ledger ledger, List<Actor> partnerships, Instant now) throws Exception {
        long started = System.nanoTime();
        try (var people = Executors.newFixedThreadPool(partnerships.size())) {
            List<Callable<Void>> work = new ArrayList<>();
            for (Actor actor : partnerships) {
                work.add(() -> {
                    for (int line = 0; line < APPENDED; line++) {
                        int version = line;
                        ledger.within(actor, () -> {
                            ledger.record(actor, now, new Measured(UUID.randomUUID(), version));
                            return version;
                        });
                    }
                    return null;
                });
            }
            for (var done : people.invokeAll(work)) {
                done.get();
            }
        }
        long took = since(started);
        System.out.printf(
                "%d partnership(s), each %,d transactions of one line: %,d ms, %,d lines a second%n",
                partnerships.size(), APPENDED, took, 1000L * APPENDED * partnerships.size() / Math.max(1, took));
    }

    record Measured(UUID caseId, int version) implements LedgerEvent {}

    private static void fill(DataSource database, Actor us, int lines) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set holdfast.partnership = '" + us.partnership().value() + "'");
            LocalDate first = LocalDate.now().minusMonths(MONTHS);
            for (int month = 0; month <= MONTHS; month++) {
                statement.execute("select audit.open_months('" + first.plusMonths(month) + "')");
            }
            for (int from = 0; from < lines; from += AT_ONCE) {
                LocalDate day = first.plusDays(365L * from / lines);
                statement.execute("""
                        select audit.append((select jsonb_agg(jsonb_build_object(
                            'at', (extract(epoch from timestamptz '%s') * 1000000)::bigint + line, 'actorKind', 'PERSON',
                            'actorId', gen_random_uuid(), 'actorName', 'Corin Coordinator', 'agencyId', gen_random_uuid(),
                            'act', case when line %% 5 = 0 then 'CHANGED' else 'LOOKED' end, 'event', 'case-seen',
                            'caseId', gen_random_uuid(), 'detail', '{"part":"OVERVIEW","number":' || line || '}'))
                            from generate_series(1, %d) as line))""".formatted(day, Math.min(AT_ONCE, lines - from)));
            }
            statement.execute("reset holdfast.partnership");
        }
    }

    private static long memory() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
