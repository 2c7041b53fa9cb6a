package org.holdfast.administration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.holdfast.audit.Role;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.jspecify.annotations.Nullable;

/**
 * A list of people to be made members, as comma-separated values (RFC 4180) with a line of headings. Every fault is named with its line.
 *
 * @param lines one for each person, in the order of the list
 * @param faults of the list as a whole
 */
public record StaffList(List<Line> lines, List<Reason> faults) {

    /** The headings, in the order in which the example has them. */
    public static final List<String> HEADINGS =
            List.of("agency", "name", "username", "email", "job title", "team", "roles", "joined on");

    private static final Set<String> NEEDED = Set.of("agency", "name", "username", "roles");

    /** The most people that one list brings. */
    static final int MOST = 500;

    /**
     * One person of the list.
     *
     * @param number of the line in the file, the first being 1
     * @param agency null where it is none of the partnership's
     * @param teamsTyped as the list names them, parted by semicolons there
     * @param teams those of the agency that are called so
     */
    public record Line(
            int number,
            @Nullable Agency agency,
            String agencyTyped,
            String name,
            String username,
            String email,
            String jobTitle,
            List<String> teamsTyped,
            Set<TeamId> teams,
            Set<Role> roles,
            @Nullable LocalDate joinedOn,
            List<Reason> faults) {}

    public StaffList {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** Whether all of it can be taken. */
    public boolean good() {
        return faults.isEmpty() && lines.stream().allMatch(line -> line.faults().isEmpty());
    }

    static StaffList read(
            String text, List<Agency> agencies, TeamRoll teams, Predicate<String> taken, LocalDate today) {
        List<Row> rows = rows(text);
        if (rows.size() < 2) {
            return new StaffList(List.of(), List.of(Reason.about("list", "administration.list.empty")));
        }
        List<String> headings = rows.getFirst().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        List<Reason> faults = new ArrayList<>();
        NEEDED.stream()
                .filter(heading -> !headings.contains(heading))
                .sorted()
                .forEach(heading -> faults.add(Reason.about("list", "administration.list.heading", heading)));
        headings.stream()
                .filter(heading -> !heading.isEmpty() && !HEADINGS.contains(heading))
                .forEach(heading -> faults.add(Reason.about("list", "administration.list.unknown-heading", heading)));
        if (rows.size() - 1 > MOST) {
            faults.add(Reason.about("list", "administration.list.too-long", "" + MOST));
        }
        if (!faults.isEmpty()) {
            return new StaffList(List.of(), faults);
        }
        Set<String> seen = new HashSet<>();
        return new StaffList(
                rows.subList(1, rows.size()).stream()
                        .map(row -> line(row, headings, agencies, teams, taken, seen, today))
                        .toList(),
                List.of());
    }

    private static Line line(
            Row row,
            List<String> headings,
            List<Agency> agencies,
            TeamRoll teams,
            Predicate<String> taken,
            Set<String> seen,
            LocalDate today) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < headings.size(); at++) {
            cells.put(
                    headings.get(at),
                    at < row.cells().size() ? row.cells().get(at).strip() : "");
        }
        List<Reason> faults = new ArrayList<>();
        if (row.cells().size() > headings.size()) {
            faults.add(Reason.about("list", "administration.list.too-many-cells"));
        }
        String agencyTyped = cells.getOrDefault("agency", "");
        Agency agency = agencies.stream()
                .filter(each -> each.name().equalsIgnoreCase(agencyTyped))
                .findFirst()
                .orElse(null);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String typed : cells.getOrDefault("roles", "").split(";", -1)) {
            String constant = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
            if (!constant.isEmpty()) {
                Arrays.stream(Role.values())
                        .filter(role -> role.name().equals(constant))
                        .findFirst()
                        .ifPresentOrElse(
                                roles::add,
                                () -> faults.add(
                                        Reason.about("roles", "administration.list.unknown-role", typed.strip())));
            }
        }
        String joined = cells.getOrDefault("joined on", "");
        LocalDate joinedOn = joined.isEmpty() ? today : day(joined);
        String name = cells.getOrDefault("name", "");
        String username = cells.getOrDefault("username", "");
        String email = cells.getOrDefault("email", "");
        if (agency == null && !agencyTyped.isEmpty()) {
            faults.add(Reason.about("agency", "administration.list.unknown-agency", agencyTyped));
        }
        List<String> teamsTyped = Arrays.stream(cells.getOrDefault("team", "").split(";", -1))
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .toList();
        Set<TeamId> in = new HashSet<>();
        if (agency != null) {
            for (String typed : teamsTyped) {
                teams.ofAgency(agency.id()).stream()
                        .map(TeamRoll.Standing::team)
                        .filter(team -> team.name().equalsIgnoreCase(typed))
                        .findFirst()
                        .ifPresentOrElse(
                                team -> in.add(team.id()),
                                () -> faults.add(Reason.about(
                                        "team", "administration.list.unknown-team", typed, agency.name())));
            }
        }
        boolean twice = !username.isEmpty() && !seen.add(username.toLowerCase(Locale.ROOT));
        if (twice) {
            faults.add(Reason.about("username", "administration.list.twice", username));
        }
        StaffRules.particulars(name, email, roles, agency == null ? null : agency.kind()).stream()
                .filter(fault -> agencyTyped.isEmpty() || !"agency".equals(fault.field()))
                .forEach(faults::add);
        faults.addAll(StaffRules.joining(username, !twice && taken.test(username), joinedOn));
        return new Line(
                row.number(),
                agency,
                agencyTyped,
                name,
                username,
                email,
                cells.getOrDefault("job title", ""),
                teamsTyped,
                in,
                roles,
                joinedOn,
                List.copyOf(faults));
    }

    /** A day as 2026-11-26, or as a spreadsheet of this country writes it, 26/11/2026. */
    private static @Nullable LocalDate day(String typed) {
        String[] parts = typed.split("[/.-]");
        try {
            if (parts.length != 3) {
                return null;
            }
            int[] numbers = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
            return parts[0].length() == 4
                    ? LocalDate.of(numbers[0], numbers[1], numbers[2])
                    : parts[2].length() == 4 ? LocalDate.of(numbers[2], numbers[1], numbers[0]) : null;
        } catch (NumberFormatException | DateTimeException noSuchDay) {
            return null;
        }
    }

    private record Row(int number, List<String> cells) {}

    /** The rows of the file; a quoted cell may hold commas, quotes and line ends. Empty rows are passed over. */
    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int begun = 1;
        String all = text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n') + "\n";
        for (int at = 0; at < all.length(); at++) {
            char each = all.charAt(at);
            if (each == '\n') {
                number++;
            }
            if (quoted) {
                if (each == '"' && at + 1 < all.length() && all.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else if (each == '"') {
                    quoted = false;
                } else {
                    cell.append(each);
                }
            } else if (each == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (each == ',' || each == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (each == '\n') {
                    if (cells.stream().anyMatch(value -> !value.isBlank())) {
                        rows.add(new Row(begun, List.copyOf(cells)));
                    }
                    cells.clear();
                    begun = number;
                }
            } else {
                cell.append(each);
            }
        }
        if (quoted) {
            // a quote that was never closed: what follows it is one cell, and its line says so by its faults
            cells.add(cell.toString());
            rows.add(new Row(begun, List.copyOf(cells)));
        }
        return rows;
    }
}
