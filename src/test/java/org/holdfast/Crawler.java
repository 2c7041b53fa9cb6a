package org.holdfast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Walks from page to page as somebody at a browser could, and finds every form there is on the way. */
final class Crawler {

    /** A form as it stands on a page: where it goes, what it carries, and which of its fields take words. */
    record FoundForm(String page, String action, List<String[]> carried, List<String> words) {

        /** What is sent when every field for words holds this one. */
        String[] filled(String word, String... more) {
            List<String> sent = new ArrayList<>();
            carried.forEach(pair -> sent.addAll(Arrays.asList(pair)));
            words.forEach(name -> sent.addAll(List.of(name, word)));
            sent.addAll(Arrays.asList(more));
            return sent.toArray(String[]::new);
        }

        /** What is sent by whoever fills in nothing, from a page that is out of date. */
        String[] bare() {
            List<String> sent = new ArrayList<>();
            carried.forEach(pair -> sent.addAll(List.of(pair[0], pair[0].equals("version") ? "999999" : pair[1])));
            words.forEach(name -> sent.addAll(List.of(name, "")));
            return sent.toArray(String[]::new);
        }
    }

    private static final int OF_A_KIND = 2;
    private static final Set<String> LEFT_OUT = Set.of("/sign-out", "/sign-in");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(input|textarea|button)\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\\d+");

    private final Visitor visitor;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, FoundForm> forms = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();

    Crawler(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Follows every link from these pages on, at most twice to each kind of page. */
    Crawler from(String... beginnings) {
        Deque<String> next = new ArrayDeque<>(List.of(beginnings));
        while (!next.isEmpty()) {
            String path = next.poll();
            String kind = ID.matcher(path.replaceFirst("\\?.*", "")).replaceAll("*");
            if (LEFT_OUT.contains(kind)
                    || kind.startsWith("/assets")
                    || kind.startsWith("/language")
                    || seen.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            if (path.matches(".*\\.(csv|pdf|odt|txt|ics)(\\?.*)?")) {
                files.add(path);
                continue;
            }
            Visitor.Answer answer = visitor.get(path);
            pages.put(path, answer.body());
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                next.add(HtmlUtils.htmlUnescape(links.group(1)));
            }
            for (FoundForm form : formsOn(path, answer.body())) {
                if (!LEFT_OUT.contains(form.action())) {
                    forms.putIfAbsent(ID.matcher(form.action()).replaceAll("*") + form.words(), form);
                }
            }
        }
        return this;
    }

    /**
     * A form as it stands on its page now; empty where it does not any more.
     *
     * @param other whether of what is chosen from the last is chosen, and everything ticked that can be; else the first alone
     */
    Optional<FoundForm> again(FoundForm form, boolean other) {
        Matcher found = FORM.matcher(visitor.get(form.page()).body());
        while (found.find()) {
            FoundForm now = form(form.page(), HtmlUtils.htmlUnescape(found.group(1)), found.group(3), other);
            if (now.action().equals(form.action()) && now.words().equals(form.words())) {
                return Optional.of(now);
            }
        }
        return Optional.empty();
    }

    /** What each page showed, by its path. */
    Map<String, String> pages() {
        return pages;
    }

    List<FoundForm> forms() {
        return List.copyOf(forms.values());
    }

    /** Paths of files to take away. */
    List<String> files() {
        return files;
    }

    /** The forms that stand on a page. */
    static List<FoundForm> formsOn(String page, String body) {
        List<FoundForm> forms = new ArrayList<>();
        Matcher found = FORM.matcher(body);
        while (found.find()) {
            forms.add(form(page, HtmlUtils.htmlUnescape(found.group(1)), found.group(3), false));
        }
        return forms;
    }

    private static FoundForm form(String page, String action, String content, boolean other) {
        List<String[]> carried = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher field = FIELD.matcher(content);
        boolean pressed = false;
        while (field.find()) {
            boolean choice = field.group(1) == null;
            Map<String, String> attributes = attributes(choice ? field.group(3) : field.group(2));
            String name = attributes.getOrDefault("name", "");
            String value = attributes.getOrDefault("value", "");
            boolean first = carried.stream().noneMatch(pair -> pair[0].equals(name));
            if (name.isEmpty() || name.equals("_csrf")) {
                continue;
            }
            String type = choice ? "select" : attributes.getOrDefault("type", field.group(1));
            switch (type) {
                case "select" -> {
                    List<String> options = OPTION.matcher(field.group(4))
                            .results()
                            .map(option -> HtmlUtils.htmlUnescape(option.group(1)))
                            .toList();
                    if (!options.isEmpty()) {
                        carried.add(new String[] {name, other ? options.getLast() : options.getFirst()});
                    }
                }
                case "hidden" -> carried.add(new String[] {name, value});
                case "radio", "checkbox" -> {
                    if (other && type.equals("radio")) {
                        carried.removeIf(pair -> pair[0].equals(name));
                    }
                    if (first || other) {
                        carried.add(new String[] {name, value});
                    }
                }
                case "submit" -> {
                    if (!pressed) {
                        carried.add(new String[] {name, value});
                        pressed = true;
                    }
                }
                case "file", "button" -> {}
                default -> {
                    String part = name.replaceFirst(".*-", "");
                    switch (part) {
                        case "day" -> carried.add(new String[] {name, value.isEmpty() ? "16" : value});
                        case "month" -> carried.add(new String[] {name, value.isEmpty() ? "3" : value});
                        case "year" -> carried.add(new String[] {name, value.isEmpty() ? "2026" : value});
                        case "time" -> carried.add(new String[] {name, value.isEmpty() ? "10:00" : value});
                        default -> words.add(name);
                    }
                }
            }
        }
        return new FoundForm(page, action, carried, words);
    }

    private static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            String value = attribute.group(2);
            attributes.put(attribute.group(1), value == null ? "" : HtmlUtils.htmlUnescape(value));
        }
        return attributes;
    }
}
