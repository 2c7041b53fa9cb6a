package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that a person reads is in the message files, and every word there is one we would say to a child's face. */
class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern USE = Pattern.compile(
            "\\.text\\(\\s*\"([\\w.-]+)\"|Reason\\.of\\(\\s*\"([\\w.-]+)\"|Reason\\.about\\(\\s*[^,()]+,\\s*\"([\\w.-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\.counted\\(\\s*\"([\\w.-]+)\"");

    /** Words of which guidance on language says that they blame a child, or make what was done to one sound like a choice. */
    private static final List<String> BLAMING = List.of(
            "child prostitut",
            "prostituting",
            "promiscuous",
            "lifestyle choice",
            "putting himself at risk",
            "putting herself at risk",
            "putting themselves at risk",
            "places himself at risk",
            "places herself at risk",
            "places themselves at risk",
            "attention seeking",
            "streetwise",
            "absconded",
            "absconder",
            "absconding",
            "non-compliant",
            "refuses to engage",
            "failed to engage",
            "not engaging",
            "won't engage",
            "drug running",
            "drug dealer",
            "sexual activity with",
            "involved in cse",
            "engaging in",
            "risk-taking behaviour",
            "manipulative",
            "wilful",
            "illegal immigrant",
            "illegals");

    private final Texts texts = new Texts();

    @Test
    void every_key_that_is_used_has_a_text() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : Stream.concat(files(TEMPLATES, ".jte").stream(), files(SOURCES, ".java").stream())
                .toList()) {
            String source = Files.readString(file);
            Matcher use = USE.matcher(source);
            while (use.find()) {
                String key = Stream.of(use.group(1), use.group(2), use.group(3))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
                // a key that ends with a full stop or hyphen is the beginning of several
                if (key.contains(".") && !key.endsWith(".") && !key.endsWith("-") && !texts.has(key)) {
                    missing.add(file + ": " + key);
                }
            }
            Matcher counted = COUNTED.matcher(source);
            while (counted.find()) {
                if (counted.group(1).endsWith(".")) {
                    continue;
                }
                for (String form : List.of(".one", ".other")) {
                    if (!texts.has(counted.group(1) + form)) {
                        missing.add(file + ": " + counted.group(1) + form);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_constant_has_a_label_if_another_of_its_kind_has() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Path file : files(Path.of("target/classes/org/holdfast"), ".class")) {
            String name = Path.of("target/classes")
                    .relativize(file)
                    .toString()
                    .replace('/', '.')
                    .replaceFirst("\\.class$", "");
            Class<?> type = Class.forName(name, false, getClass().getClassLoader());
            if (!type.isEnum() || type.getPackageName().endsWith(".db")) {
                continue;
            }
            List<String> keys = Arrays.stream(type.getEnumConstants())
                    .map(constant -> Page.labelKey((Enum<?>) constant))
                    .toList();
            if (keys.stream().anyMatch(texts::has)) {
                keys.stream().filter(key -> !texts.has(key)).forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_template_has_words_of_its_own() throws IOException {
        List<String> words = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            new Markup(Files.readString(file))
                    .words()
                    .forEach(word -> words.add(TEMPLATES.relativize(file) + ": " + word));
        }
        assertThat(words).isEmpty();
    }

    @Test
    void no_template_has_script_or_style_in_it() throws IOException {
        for (Path file : files(TEMPLATES, ".jte")) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain("$unsafe");
        }
    }

    @Test
    void no_text_blames_a_child() {
        for (String key : texts.keys()) {
            assertThat(texts.text(Language.ENGLISH, key).toLowerCase(Locale.ROOT))
                    .as(key)
                    .doesNotContain(BLAMING);
        }
    }

    @Test
    void every_file_is_named_for_its_module_and_its_keys_begin_with_it() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            String module = file.getFileName().toString().replaceFirst("[-_.].*", "");
            assertThat(read(file).stringPropertyNames())
                    .as(file.toString())
                    .allMatch(key -> key.startsWith(module + "."));
        }
    }

    /** Of two texts under one key only the last is ever read, whoever wrote the first. */
    @Test
    void no_key_is_written_twice() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String ending : List.of("", "_cy")) {
            Map<String, Path> written = new HashMap<>();
            for (Path file : files(MESSAGES, ending + ".properties")) {
                if (ending.isEmpty() && file.toString().endsWith("_cy.properties")) {
                    continue;
                }
                for (String key : keysAsWritten(file)) {
                    Path before = written.put(key, file);
                    if (before != null) {
                        twice.add(key + " in " + before.getFileName() + " and " + file.getFileName());
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void a_welsh_text_translates_an_english_one_and_keeps_its_places() throws IOException {
        for (Path file : files(MESSAGES, "_cy.properties")) {
            Properties welsh = read(file);
            for (String key : welsh.stringPropertyNames()) {
                assertThat(texts.has(key)).as(key).isTrue();
                assertThat(places(welsh.getProperty(key))).as(key).isEqualTo(places(texts.text(Language.ENGLISH, key)));
            }
        }
    }

    @Test
    void values_stand_in_their_places_and_an_apostrophe_is_an_apostrophe() {
        assertThat(Texts.filled("It's {1}, not {0}; {2} {x} {", "A", "B'")).isEqualTo("It's B', not A; {2} {x} {");
    }

    @Test
    void one_is_one_and_none_is_several() {
        assertThat(texts.counted(Language.ENGLISH, "pages.due.in", 1)).isEqualTo("due in 1 day");
        assertThat(texts.counted(Language.ENGLISH, "pages.due.in", 0)).isEqualTo("due in 0 days");
        assertThat(texts.counted(Language.ENGLISH, "pages.due.in", 1200)).isEqualTo("due in 1,200 days");
    }

    @Test
    void the_scanner_of_templates_finds_words() {
        assertThat(new Markup("<p>${page.text(\"a.b\")} Hello @if(x > 1)<b>you</b>@endif</p>").words())
                .containsExactly("Hello", "you");
        assertThat(new Markup("@template.pages.layout(title = \"A title\", content = @`<h1>Bare</h1>`)").words())
                .containsExactly("A title", "Bare");
        assertThat(new Markup(
                                "@param String x = \"govuk-a\"\n<%-- words --%><p class=\"a ${b ? \"c\" : \"d\"}\" aria-label=\"Said\">·</p>")
                        .words())
                .containsExactly("Said");
        assertThat(new Markup("@for(var a : b())${a.c(\"}\")}@else@template.pages.tag(text = a)@endfor!{var d = 1;}")
                        .words())
                .isEmpty();
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d+}").matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    /** The keys of a file in the order in which they are written, each as often as it is. */
    private static List<String> keysAsWritten(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        Properties properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                keys.add((String) key);
                return super.put(key, text);
            }
        };
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return keys;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Reads a template as far as is needed to tell words from code. */
    private static final class Markup {
        private static final Pattern SAID =
                Pattern.compile("\\b(?:aria-label|alt|title|placeholder)=\"([^\"$]*[A-Za-z]{2}[^\"$]*)\"");
        private static final Pattern A_WORD = Pattern.compile("[\\p{L}][\\p{L}’']+");
        private static final Pattern A_KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]*)+");
        private static final Pattern ARGUMENT = Pattern.compile("(\\w+)\\s*=\\s*$");
        private static final Set<String> READ_ARGUMENTS = Set.of(
                "title",
                "label",
                "legend",
                "hint",
                "text",
                "caption",
                "key",
                "status",
                "summary",
                "next",
                "button",
                "backText",
                "prefix",
                "suffix");

        private final String source;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder markup = new StringBuilder();
        private int at;

        Markup(String source) {
            this.source = source.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(param|import) .*$", "");
        }

        List<String> words() {
            markup(false);
            Matcher said = SAID.matcher(markup);
            while (said.find()) {
                words.add(said.group(1));
            }
            Matcher word = A_WORD.matcher(
                    markup.toString().replaceAll("(?s)<[^>]*>", " ").replaceAll("&\\w+;", " "));
            while (word.find()) {
                words.add(word.group());
            }
            return words;
        }

        private void markup(boolean block) {
            while (at < source.length()) {
                if (block && source.charAt(at) == '`') {
                    at++;
                    return;
                }
                if (source.startsWith("${", at) || source.startsWith("!{", at)) {
                    at += 2;
                    code('}');
                } else if (source.startsWith("$unsafe{", at)) {
                    at += 8;
                    code('}');
                } else if (source.charAt(at) == '@' && directive()) {
                    continue;
                } else {
                    markup.append(source.charAt(at++));
                }
            }
        }

        private boolean directive() {
            Matcher directive = Pattern.compile(
                            "@(elseif|if|for|template\\.[\\w.]+)\\s*\\(|@(else|endif|endfor|endraw|raw)(?![a-z])")
                    .matcher(source)
                    .region(at, source.length());
            if (!directive.lookingAt()) {
                return false;
            }
            at = directive.end();
            if (directive.group(1) != null) {
                code(')');
            }
            return true;
        }

        private void code(char end) {
            int depth = 0;
            StringBuilder before = new StringBuilder();
            while (at < source.length()) {
                char c = source.charAt(at);
                if (source.startsWith("@`", at)) {
                    at += 2;
                    markup(true);
                    continue;
                }
                at++;
                if (c == '"') {
                    string(before);
                    before.append("\"\"");
                    continue;
                }
                if (c == '\'') {
                    at = source.indexOf('\'', source.charAt(at) == '\\' ? at + 2 : at) + 1;
                    continue;
                }
                before.append(c);
                if (depth == 0 && c == end) {
                    return;
                }
                depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            }
        }

        private void string(StringBuilder before) {
            int start = at;
            while (source.charAt(at) != '"') {
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
            String literal = source.substring(start, at++);
            Matcher argument = ARGUMENT.matcher(before);
            if (argument.find()
                    && !A_KEY.matcher(literal).matches()
                    && READ_ARGUMENTS.contains(argument.group(1))
                    && A_WORD.matcher(literal).find()) {
                words.add(literal);
            }
        }
    }
}
