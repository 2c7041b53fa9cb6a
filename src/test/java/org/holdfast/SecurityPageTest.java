package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/running/security.md claims is still there: the tests it names, and what no other test holds. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("docs/running/security.md");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern CRYPTOGRAPHY = Pattern.compile(
            "\\b(?:(?:Cipher|Mac|Signature|MessageDigest|KeyPairGenerator|KeyFactory|SecretKeyFactory|KeyGenerator|KeyAgreement)"
                    + "\\.getInstance\\(|new SecureRandom\\(|new Argon2PasswordEncoder\\()");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        List<Path> tests = sources(Path.of("src/test/java"));
        List<String> faults = new ArrayList<>();
        for (MatchResult named :
                NAMED_TEST.matcher(Files.readString(PAGE)).results().toList()) {
            List<Path> found = tests.stream()
                    .filter(test -> test.getFileName().toString().equals(named.group(1) + ".java"))
                    .toList();
            if (found.isEmpty()
                    || named.group(2) != null
                            && Stream.of("void ", "Stream<DynamicTest> ")
                                    .map(kind -> kind + named.group(2) + "(")
                                    .noneMatch(read(found.getFirst())::contains)) {
                faults.add(named.group());
            }
        }
        assertThat(faults).as("tests that the page names and nobody has").isEmpty();
    }

    @Test
    void everyUseOfCryptographyIsInTheInventory() throws IOException {
        String page = Files.readString(PAGE);
        String inventory = page.substring(page.indexOf("## Keys and algorithms"));
        Set<String> users = sources(Path.of("src/main/java")).stream()
                .filter(source -> CRYPTOGRAPHY.matcher(read(source)).find())
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(users).contains("Strongbox", "LedgerKey", "OneTimeCode");
        users.removeIf(user -> inventory.contains("`" + user + "`"));
        assertThat(users)
                .as("users of cryptography that the inventory does not know")
                .isEmpty();
    }

    @Test
    void everyCookieIsKeptFromScript() {
        for (Path source : sources(Path.of("src/main/java"))) {
            String text = read(source);
            int made = count(text, "new Cookie(") + count(text, "ResponseCookie.from(");
            int kept = count(text, "setHttpOnly(true)") + count(text, ".httpOnly(true)");
            assertThat(kept).as(source.toString()).isEqualTo(made);
        }
        assertThat(read(Path.of("src/main/resources/application.properties")))
                .contains("server.servlet.session.cookie.http-only=true");
    }

    @Test
    void theScriptKeepsThreeThingsForAWindowAndNoMore() {
        String script = read(Path.of("src/main/resources/static-assets/holdfast.js"));
        assertThat(script).doesNotContain("localStorage", "indexedDB", "document.cookie", "eval(", "new Function");
        assertThat(Pattern.compile("sessionStorage\\.setItem\\(\"([^\"]+)\"")
                        .matcher(script)
                        .results()
                        .map(it -> it.group(1))
                        .distinct())
                .containsExactlyInAnyOrder("holdfast-moved", "holdfast-pressed", "holdfast-keys");
    }

    private static int count(String text, String sought) {
        return text.split(Pattern.quote(sought), -1).length - 1;
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
