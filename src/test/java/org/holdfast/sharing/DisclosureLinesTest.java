package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SHR-2: whatever of a case leaves the program says to whom, for what, and on which basis, and the register has words for it. */
class DisclosureLinesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/holdfast");
    private static final Pattern EXPORTED =
            Pattern.compile("record (\\w+)\\(([^)]*)\\)[^{]*\\{[^}]*Act\\.EXPORTED", Pattern.DOTALL);
    private static final Pattern GIVEN =
            Pattern.compile("record (\\w+)\\([^)]*\\)\\s+implements \\w+, Disclosure", Pattern.DOTALL);

    @Test
    void nothingOfACaseIsTakenOutExceptAsADisclosure() throws IOException {
        for (Path file : events()) {
            Matcher exported = EXPORTED.matcher(Files.readString(file));
            while (exported.find()) {
                assertThat(exported.group(2))
                        .as(exported.group(1) + " is about a case and so a Disclosure")
                        .doesNotContain("caseId");
            }
        }
    }

    @Test
    void everyDisclosureHasAName() throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/sharing.properties"))) {
            words.load(reader);
        }
        TreeSet<String> named = new TreeSet<>();
        for (Path file : events()) {
            Matcher given = GIVEN.matcher(Files.readString(file));
            while (given.find()) {
                String event =
                        given.group(1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
                assertThat(words.getProperty("sharing.given." + event))
                        .as(event)
                        .isNotBlank();
                named.add(event);
            }
        }
        assertThat(named)
                .contains("pack-seen", "pack-exported", "minutes-disclosed", "letter-released", "outcome-sent");
    }

    private static java.util.List<Path> events() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(it -> it.getFileName().toString().endsWith("Event.java"))
                    .toList();
        }
    }
}
