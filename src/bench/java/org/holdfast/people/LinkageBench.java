package org.holdfast.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures how well the same person is found twice (REF-4): of the pairs that are one person, how many are retrieved by keys and offered
 * (recall), and of the pairs offered, how many are one person (precision).
 *
 * <p>Each argument is a CSV file with the columns rec_id, given_name, surname, date_of_birth (YYYYMMDD) and soc_sec_id, where
 * {@code rec-7-org} and {@code rec-7-dup-0} are one person. First names and date of birth alone are used, then the number as well.
 */
public final class LinkageBench {
    private static final int COMPARED = 400;

    private LinkageBench() {}

    private record Row(String person, ChildDescription description) {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            measure(Path.of(file), false);
            measure(Path.of(file), true);
        }
    }

    private static void measure(Path file, boolean withNumber) throws IOException {
        List<Row> rows = read(file, withNumber);
        Map<String, List<Integer>> byKey = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            sizes.merge(rows.get(row).person(), 1, Integer::sum);
            for (String key : SearchKeys.kept(rows.get(row).description())) {
                byKey.computeIfAbsent(key, it -> new ArrayList<>()).add(row);
            }
        }
        long truePairs = sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();

        long retrieved = 0;
        long compared = 0;
        Map<Likeness.Verdict, long[]> offered = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        long started = System.nanoTime();
        for (int one = 0; one < rows.size(); one++) {
            for (int other : retrieve(rows.get(one).description(), byKey)) {
                if (other == one || !seen.add((long) Math.min(one, other) * rows.size() + Math.max(one, other))) {
                    continue;
                }
                boolean same = rows.get(one).person().equals(rows.get(other).person());
                retrieved += same ? 1 : 0;
                compared++;
                Likeness likeness = Linkage.compare(
                        rows.get(one).description(), rows.get(other).description());
                offered.computeIfAbsent(likeness.verdict(), it -> new long[2])[same ? 0 : 1]++;
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long[] likely = offered.getOrDefault(Likeness.Verdict.LIKELY, new long[2]);
        long[] possible = offered.getOrDefault(Likeness.Verdict.POSSIBLE, new long[2]);
        System.out.printf(
                "%s%s: %d records, %d true pairs%n",
                file.getFileName(), withNumber ? " with number" : "", rows.size(), truePairs);
        System.out.printf("  keys     recall %.4f, %d pairs compared%n", (double) retrieved / truePairs, compared);
        report("likely", likely[0], likely[1], truePairs);
        report("offered", likely[0] + possible[0], likely[1] + possible[1], truePairs);
        System.out.printf("  %.2f ms a description%n", seconds * 1000 / rows.size());
    }

    private static void report(String name, long right, long wrong, long all) {
        double precision = right + wrong == 0 ? 1 : (double) right / (right + wrong);
        double recall = (double) right / all;
        System.out.printf(
                "  %-8s precision %.4f, recall %.4f, F %.4f%n",
                name, precision, recall, 2 * precision * recall / (precision + recall));
    }

    /** As the store does: those who share most keys, best first. */
    private static List<Integer> retrieve(ChildDescription description, Map<String, List<Integer>> byKey) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String key : SearchKeys.linking(description)) {
            byKey.getOrDefault(key, List.of()).forEach(row -> shared.merge(row, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Row> read(Path file, boolean withNumber) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = cells(lines.getFirst());
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(line);
            String number = cells.get(columns.indexOf("soc_sec_id"));
            ChildDescription description = ChildDescription.of(
                    cells.get(columns.indexOf("given_name")),
                    cells.get(columns.indexOf("surname")),
                    null,
                    birthDate(cells.get(columns.indexOf("date_of_birth"))),
                    Sex.UNKNOWN);
            rows.add(new Row(
                    cells.getFirst().split("-")[1],
                    withNumber && !number.isEmpty()
                            ? description.withIdentifiers(
                                    List.of(new Identifier(IdentifierSystem.SOCIAL_CARE_ID, number, null, "file")))
                            : description));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static BirthDate birthDate(String written) {
        try {
            return BirthDate.of(LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException none) {
            return BirthDate.unknown();
        }
    }
}
