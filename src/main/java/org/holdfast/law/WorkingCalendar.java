package org.holdfast.law;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which days are working days in a nation: Monday to Friday but for bank holidays. The only place that knows the calendar library, whose
 * rules are corrected by our own list of days, {@code law/bank-holidays.csv}.
 */
public final class WorkingCalendar {

    private static final Map<Nation, WorkingCalendar> CALENDARS = new EnumMap<>(Nation.class);

    static {
        List<Change> changes = Change.list();
        HolidayManager rules = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        for (Nation nation : Nation.values()) {
            CALENDARS.put(nation, new WorkingCalendar(nation, rules, changes));
        }
    }

    private final Nation nation;
    private final HolidayManager rules;
    private final List<Change> changes;
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private WorkingCalendar(Nation nation, HolidayManager rules, List<Change> changes) {
        this.nation = nation;
        this.rules = rules;
        this.changes = changes;
    }

    /** The calendar of a nation. */
    public static WorkingCalendar of(Nation nation) {
        return Objects.requireNonNull(CALENDARS.get(nation));
    }

    public Nation nation() {
        return nation;
    }

    /** The bank holiday's name, if the day is one in this nation. */
    public Optional<String> bankHoliday(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::holidays).get(day));
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && bankHoliday(day).isEmpty();
    }

    /** The so-many-th working day after a day, that day not counted. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** Working days between two days, the first included, the second not. */
    public int workingDays(LocalDate from, LocalDate until) {
        return (int) from.datesUntil(until).filter(this::isWorkingDay).count();
    }

    private Map<LocalDate, String> holidays(int year) {
        Map<LocalDate, String> days = new HashMap<>();
        rules.getHolidays(Year.of(year), code())
                .forEach(holiday -> days.put(holiday.getDate(), holiday.getDescription(Locale.UK)));
        for (Change change : changes) {
            if (change.day().getYear() == year && change.nations().contains(nation)) {
                if (change.added()) {
                    days.put(change.day(), change.name());
                } else {
                    days.remove(change.day());
                }
            }
        }
        return Map.copyOf(days);
    }

    private String code() {
        return switch (nation) {
            case ENGLAND -> "eng";
            case WALES -> "wls";
            case SCOTLAND -> "sct";
            case NORTHERN_IRELAND -> "nir";
        };
    }

    /** A line of our own list. */
    private record Change(LocalDate day, boolean added, List<Nation> nations, String name) {

        static List<Change> list() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(
                            WorkingCalendar.class.getResourceAsStream("/law/bank-holidays.csv"),
                            "law/bank-holidays.csv"),
                    StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Change::read)
                        .toList();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        static Change read(String line) {
            String[] parts = line.split(",", 5);
            if (parts.length < 5
                    || parts[4].isBlank()
                    || !List.of("ADD", "TAKE").contains(parts[1])) {
                throw new IllegalStateException(
                        "law/bank-holidays.csv: not day,ADD or TAKE,nations,name,source: " + line);
            }
            List<Nation> nations = parts[2].equals("ALL")
                    ? List.of(Nation.values())
                    : Arrays.stream(parts[2].split(" ")).map(Nation::valueOf).toList();
            return new Change(LocalDate.parse(parts[0]), parts[1].equals("ADD"), nations, parts[3]);
        }
    }
}
