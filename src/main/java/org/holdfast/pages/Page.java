package org.holdfast.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** What every template knows of the page it draws: who reads it, in which language, what was typed. First parameter of each of them. */
public final class Page {
    /** The hidden field with which a form is told from every other that was drawn: the key of one press. */
    public static final String ONCE = "once";

    private static final DateTimeFormatter SERVED =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /** How much of a proof is drawn anew for every page: 16 random bytes. */
    private static final int KEY = 22;

    /** So many places of the navigation stand in one line on a usual screen, beside the one that opens the others. */
    private static final int IN_LINE = 7;

    private final Texts texts;
    private final Assets assets;
    private final Request request;
    private final Function<String, Map<String, List<String>>> drafts;
    private Form form;

    /**
     * The request a page answers.
     *
     * @param path with its query, as the browser shows it
     * @param csrf name and value of the hidden field that every POST carries; null where no POST is protected
     * @param timeoutSeconds after how long without a request the session ends; 0 for no session
     * @param notice what was just done; null for nothing
     * @param navigation places this actor may go to, in order
     */
    record Request(
            Language language,
            Instant now,
            String path,
            @Nullable Actor actor,
            @Nullable Csrf csrf,
            int timeoutSeconds,
            @Nullable Notice notice,
            House.Style house,
            List<Navigation.Place> navigation) {}

    /** The hidden field that proves a form is ours. */
    public record Csrf(String name, String token) {}

    Page(Texts texts, Assets assets, Request request, Form form) {
        this(texts, assets, request, form, _ -> Map.of());
    }

    /** @param drafts what the person typed before under the key of a form */
    Page(Texts texts, Assets assets, Request request, Form form, Function<String, Map<String, List<String>>> drafts) {
        this.texts = texts;
        this.assets = assets;
        this.request = request;
        this.form = form;
        this.drafts = drafts;
    }

    /**
     * Keeps a form as it is typed. Asked before its fields are drawn: unless they were just sent and refused, they are filled with what was
     * typed before and not sent.
     *
     * @return the key of its draft; null where nobody is signed in
     */
    public @Nullable String keeping(String action) {
        if (request.actor == null) {
            return null;
        }
        String key = Drafts.keyOf(action);
        Map<String, List<String>> typed = form.hasFaults() ? Map.of() : drafts.apply(key);
        if (!typed.isEmpty()) {
            Map<String, List<String>> filled = new LinkedHashMap<>(form.all());
            filled.putAll(typed);
            form = Form.of(filled);
        }
        return key;
    }

    /** The text of a key, with values in the places {@code {0}}, {@code {1}} … */
    public String text(String key, Object... values) {
        return texts.text(request.language, key, values);
    }

    /** The text of {@code key.one} or {@code key.other}; {@code {0}} is the count. */
    public String counted(String key, long count, Object... values) {
        return texts.counted(request.language, key, count, values);
    }

    /** The sentence of a reason. */
    public String text(Reason reason) {
        return texts.text(request.language, reason);
    }

    /**
     * The name of a constant, under {@code <module>.<enum>.<constant>}: {@code Role.PANEL_CHAIR} of {@code audit} is
     * {@code audit.role.panel-chair}, and {@code Actor.Kind.PERSON} is {@code audit.actor-kind.person}.
     */
    public String label(Enum<?> constant) {
        return text(labelKey(constant));
    }

    /** The key of {@link #label}. */
    public static String labelKey(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String module = type.getPackageName().replaceFirst("^org\\.holdfast\\.(\\w+).*$", "$1");
        String outer =
                type.getEnclosingClass() == null ? "" : type.getEnclosingClass().getSimpleName();
        String name = (outer + type.getSimpleName())
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return module + "." + name + "."
                + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constants as choices of radios, checkboxes or a select, under their labels. */
    public List<Option> options(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> Option.of(constant.name(), label(constant)))
                .toList();
    }

    /** The constants as choices, where a list is at hand. */
    public List<Option> options(List<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> Option.of(constant.name(), label(constant)))
                .toList();
    }

    /** Yes and no. */
    public List<Option> yesAndNo() {
        return List.of(Option.of("yes", text("pages.yes")), Option.of("no", text("pages.no")));
    }

    /** {@code 21 November 2026}; a dash for none. */
    public String date(@Nullable LocalDate date) {
        return date == null ? text("pages.none") : Dates.date(request.language, date);
    }

    /** The day of an instant in London. */
    public String date(@Nullable Instant instant) {
        return instant == null ? text("pages.none") : date(Dates.london(instant).toLocalDate());
    }

    /** {@code 21 Nov 2026}, for tables; a dash for none. */
    public String shortDate(@Nullable LocalDate date) {
        return date == null ? text("pages.none") : Dates.shortDate(request.language, date);
    }

    /** {@code Saturday 21 November 2026} */
    public String longDate(LocalDate date) {
        return Dates.longDate(request.language, date);
    }

    public String month(YearMonth month) {
        return Dates.month(request.language, month);
    }

    /** {@code 9:05am} */
    public String time(LocalTime time) {
        return Dates.time(request.language, time);
    }

    /** {@code 9:05am}, in London. */
    public String time(Instant instant) {
        return time(Dates.london(instant).toLocalTime());
    }

    /** {@code 21 November 2026 at 9:05am}, in London; a dash for none. */
    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return text("pages.none");
        }
        ZonedDateTime there = Dates.london(instant);
        return text("pages.date-time", date(there.toLocalDate()), time(there.toLocalTime()));
    }

    public String number(long number) {
        return Dates.number(number);
    }

    /** How large a file of so many bytes is, as people read it. */
    public String fileSize(int bytes) {
        int kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024
                ? text("pages.file.kilobytes", number(kilobytes))
                : text("pages.file.megabytes", number((kilobytes + 1023) / 1024));
    }

    /** When this page was drawn, for the script that keeps drafts; equally long at every moment, as the size of a page tells nothing. */
    public String served() {
        return SERVED.format(request.now);
    }

    /** Today in London. */
    public LocalDate today() {
        return Dates.london(request.now).toLocalDate();
    }

    /** {@code due today}, {@code due tomorrow}, {@code due in 12 days}, {@code 3 days overdue}. */
    public String due(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return text("pages.due.today");
        }
        if (days == 1) {
            return text("pages.due.tomorrow");
        }
        return days > 0 ? counted("pages.due.in", days) : counted("pages.due.overdue", -days);
    }

    /** {@link #due(LocalDate)} of the day of an instant in London. */
    public String due(Instant instant) {
        return due(Dates.london(instant).toLocalDate());
    }

    /** Has this day gone by? */
    public boolean overdue(LocalDate day) {
        return day.isBefore(today());
    }

    /** {@code today}, {@code yesterday}, {@code 5 days ago}; the date itself after a fortnight. */
    public String ago(Instant instant) {
        LocalDate day = Dates.london(instant).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, today());
        if (days == 0) {
            return text("pages.ago.today");
        }
        if (days == 1) {
            return text("pages.ago.yesterday");
        }
        return days > 0 && days < 15 ? counted("pages.ago.days", days) : date(day);
    }

    /** What was typed, or what is to be filled in. */
    public Form form() {
        return form;
    }

    /** The same page about another form, where one page shows two. */
    public Page with(Form other) {
        return new Page(texts, assets, request, other);
    }

    /** What is wrong with a field, in words; null if nothing is. */
    public @Nullable String fault(String name) {
        Reason fault = form.fault(name);
        return fault == null ? null : text(fault);
    }

    /** For {@code aria-describedby}: the ids of hint and fault of a field that are there; null if neither is. */
    public @Nullable String describedBy(String name, @Nullable String hint) {
        List<String> ids = new ArrayList<>();
        if (hint != null) {
            ids.add(name + "-hint");
        }
        if (form.fault(name) != null) {
            ids.add(name + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** The person signed in; null on a public page. */
    public @Nullable Actor actor() {
        return request.actor;
    }

    /** The hidden field of every POST form; {@code @template.pages.csrf(page = page)} draws it. */
    public @Nullable Csrf csrf() {
        return request.csrf;
    }

    /** The one-time key of the forms on this page: the random part of its proof, which is another on every page that is drawn. */
    public String once() {
        Csrf csrf = request.csrf;
        return csrf == null
                ? ""
                : csrf.token().substring(0, Math.min(KEY, csrf.token().length()));
    }

    /** The path of this page with its query. */
    public String path() {
        return request.path;
    }

    /** Is this page at the place, or below it? */
    public boolean at(String place) {
        String path = request.path.replaceFirst("\\?.*$", "");
        return path.equals(place) || path.startsWith(place + "/");
    }

    public Language language() {
        return request.language;
    }

    public House.Style house() {
        return request.house;
    }

    public List<Navigation.Place> navigation() {
        return request.navigation;
    }

    /** The places that stand in the one line there is for them. */
    public List<Navigation.Place> navigationInLine() {
        return request.navigation.subList(0, inLine());
    }

    /** The places that do not, and are opened with one press. */
    public List<Navigation.Place> navigationBeside() {
        return request.navigation.subList(inLine(), request.navigation.size());
    }

    private int inLine() {
        int places = request.navigation.size();
        return places <= IN_LINE + 1 ? places : IN_LINE;
    }

    public int timeoutSeconds() {
        return request.timeoutSeconds;
    }

    /** What was just done, in words; null for nothing. */
    public @Nullable String notice() {
        Notice notice = request.notice;
        return notice == null ? null : text(notice.textKey(), notice.values().toArray());
    }

    /** The address of a stylesheet, script or picture. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** The address of the stylesheet with the partnership's colour. */
    public String houseStylesheet() {
        return "/assets/house/" + request.house.colour().substring(1) + ".css";
    }
}
