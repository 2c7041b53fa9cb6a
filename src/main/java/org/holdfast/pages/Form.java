package org.holdfast.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed, exactly as typed, and what is wrong with it. Unchangeable: {@code set} and {@code with} answer another form.
 *
 * <p>A date called {@code met} is typed in three fields, {@code met-day}, {@code met-month} and {@code met-year}; its time, if it has one,
 * in {@code met-time}.
 */
public final class Form {
    private static final Form EMPTY = new Form(Map.of(), List.of());
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2}))?(am|pm)?");

    private final Map<String, List<String>> sent;
    private final List<Reason> faults;

    private Form(Map<String, List<String>> sent, List<Reason> faults) {
        this.sent = sent;
        this.faults = List.copyOf(faults);
    }

    /** Nothing typed yet. */
    public static Form empty() {
        return EMPTY;
    }

    /** What came with a POST. */
    public static Form of(MultiValueMap<String, String> sent) {
        return of((Map<String, List<String>>) sent);
    }

    /** What a draft kept. */
    public static Form of(Map<String, List<String>> sent) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        sent.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new Form(copy, List.of());
    }

    /** This form with one field filled in: nothing for null, day, month and year for a date, {@code yes} or {@code no} for a boolean. */
    public Form set(String name, @Nullable Object value) {
        Map<String, List<String>> copy = new LinkedHashMap<>(sent);
        switch (value) {
            case null -> copy.remove(name);
            case LocalDate date -> {
                copy.put(name + "-day", List.of("" + date.getDayOfMonth()));
                copy.put(name + "-month", List.of("" + date.getMonthValue()));
                copy.put(name + "-year", List.of("" + date.getYear()));
            }
            case Instant instant -> {
                LocalTime time = Dates.london(instant).toLocalTime();
                Form dated = set(name, Dates.london(instant).toLocalDate());
                copy = new LinkedHashMap<>(dated.sent);
                copy.put(
                        name + "-time",
                        List.of(DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).format(time)));
            }
            case Collection<?> several ->
                copy.put(name, several.stream().map(Form::written).toList());
            default -> copy.put(name, List.of(written(value)));
        }
        return new Form(copy, faults);
    }

    private static String written(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "yes" : "no";
            case Enum<?> choice -> choice.name();
            default -> value.toString();
        };
    }

    /** The same form with what is wrong with it, added to what was found before. */
    public Form with(List<Reason> more) {
        List<Reason> all = new ArrayList<>(faults);
        more.stream().filter(reason -> !all.contains(reason)).forEach(all::add);
        return new Form(sent, inOrder(all));
    }

    /**
     * As the fields stand on the page, which sends them so: what concerns no field comes first, and a question of which nothing was sent,
     * as none of its choices was chosen, stays behind the one before it.
     */
    private List<Reason> inOrder(List<Reason> reasons) {
        List<String> fields = List.copyOf(sent.keySet());
        Map<Reason, Integer> places = new HashMap<>();
        int place = -1;
        for (Reason reason : reasons) {
            String field = reason.field();
            if (field != null) {
                int sentAt = Math.max(fields.indexOf(field), fields.indexOf(field + "-day"));
                place = sentAt < 0 ? place : sentAt;
            }
            places.put(reason, field == null ? -1 : place);
        }
        return reasons.stream().sorted(Comparator.comparing(places::get)).toList();
    }

    public List<Reason> faults() {
        return faults;
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** The first thing wrong with a field, or with a part of it (the month of a date). */
    public @Nullable Reason fault(String name) {
        return faults.stream()
                .filter(reason -> name.equals(reason.field()))
                .findFirst()
                .orElse(null);
    }

    /** Everything as typed, by field. */
    public Map<String, List<String>> all() {
        return sent;
    }

    public boolean has(String name) {
        return !value(name).isBlank();
    }

    public List<String> values(String name) {
        return sent.getOrDefault(name, List.of());
    }

    /** What was typed, as typed; nothing typed is the empty string. */
    public String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** What was typed without the space around it; null if that is nothing. */
    public @Nullable String text(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** A reference or number in capitals, without spaces and punctuation that people put in; null if that is nothing. */
    public @Nullable String code(String name) {
        String code = value(name).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return code.isEmpty() ? null : code;
    }

    public @Nullable Integer number(String name) {
        try {
            return Integer.valueOf(value(name).replace(",", "").strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** The version of a record that the form was filled in on; -1, which none has, where it says none. */
    public int version() {
        Integer version = number("version");
        return version == null ? -1 : version;
    }

    public @Nullable UUID id(String name) {
        return idsAmong(List.of(value(name))).stream().findFirst().orElse(null);
    }

    /** The ids among what was sent under a name; what is none is left out. */
    public List<UUID> ids(String name) {
        return idsAmong(values(name));
    }

    private static List<UUID> idsAmong(List<String> sent) {
        List<UUID> ids = new ArrayList<>();
        for (String value : sent) {
            try {
                ids.add(UUID.fromString(value.strip()));
            } catch (IllegalArgumentException notAnId) {
                // left out
            }
        }
        return ids;
    }

    /** The chosen constant; null where nothing, or nothing there is, was chosen. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return constant(value(name), choices);
    }

    /** Every chosen constant, in the order of the constants. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> choices) {
        Set<E> chosen = EnumSet.noneOf(choices);
        for (String value : values(name)) {
            E constant = constant(value, choices);
            if (constant != null) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    private static <E extends Enum<E>> @Nullable E constant(String value, Class<E> choices) {
        for (E constant : choices.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        return null;
    }

    /** A ticked box. */
    public boolean ticked(String name) {
        return values(name).contains("yes");
    }

    /** Yes or no; null where neither was chosen. */
    public @Nullable Boolean yesOrNo(String name) {
        return switch (value(name)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The date typed in {@code name-day}, {@code name-month} (number or name) and {@code name-year}; null if that is no date. */
    public @Nullable LocalDate date(String name) {
        Integer day = number(name + "-day");
        Integer month = month(name + "-month");
        Integer year = number(name + "-year");
        if (day == null || month == null || year == null || year < 1000 || year > 9999) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A month typed as a number or by its name, 1 to 12 where it is one; null if it is neither. */
    public @Nullable Integer month(String name) {
        String typed = value(name).strip().toLowerCase(Locale.ROOT);
        int named = typed.length() < 3 ? -1 : MONTHS.indexOf(typed.substring(0, 3));
        return named >= 0 ? Integer.valueOf(named + 1) : number(name);
    }

    /** Was any part of the date typed? */
    public boolean dateTyped(String name) {
        return has(name + "-day") || has(name + "-month") || has(name + "-year");
    }

    /** What is wrong with a date as a date: a part is missing, or there is no such day. Null for a real date and for none at all. */
    public @Nullable Reason dateFault(String name) {
        if (!dateTyped(name) || date(name) != null) {
            return null;
        }
        for (String part : List.of("day", "month", "year")) {
            if (!has(name + "-" + part)) {
                return Reason.about(name, "pages.date.needs-" + part);
            }
        }
        return Reason.about(name, "pages.date.not-real");
    }

    /** The time typed as {@code 9:30}, {@code 9.30am}, {@code 0930} or {@code 2pm}; null if it is none. */
    public @Nullable LocalTime time(String name) {
        String typed = value(name).toLowerCase(Locale.ROOT).replace(" ", "");
        if (typed.equals("midday") || typed.equals("noon")) {
            return LocalTime.NOON;
        }
        Matcher matcher = TIME.matcher(typed);
        if (!matcher.matches()) {
            return null;
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        String half = matcher.group(3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
    }

    /** The date {@code name} at the time {@code name-time}, in London; null if either is missing or none. */
    public @Nullable Instant moment(String name) {
        LocalDate date = date(name);
        LocalTime time = time(name + "-time");
        return date == null || time == null
                ? null
                : date.atTime(time).atZone(Dates.LONDON).toInstant();
    }
}
