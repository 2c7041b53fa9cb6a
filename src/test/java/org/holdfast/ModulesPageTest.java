package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The map of the modules in docs/modules.md says what the program is. */
class ModulesPageTest {

    private static final Path PAGE = Path.of("docs", "modules.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "holdfast");
    private static final Pattern SENTENCES = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern DOOR = Pattern.compile("(?m)^public (?:final )?class (\\w+)");

    private static final ApplicationModules MODULES = ApplicationModules.of("org.holdfast");

    @Test
    void theMapShowsTheModulesAsTheyAre() throws IOException {
        String map = map();
        if (Boolean.getBoolean("modules.write")) {
            Files.writeString(PAGE, map);
        }
        assertThat(PAGE)
                .as("docs/modules.md is stale; write it again with"
                        + " ./mvnw -o -q test -Dtest=ModulesPageTest -Dmodules.write=true")
                .hasContent(map);
    }

    private static String map() throws IOException {
        Map<String, List<String>> knows = new TreeMap<>();
        MODULES.stream().forEach(module -> knows.put(module.getIdentifier().toString(), knows(module)));
        StringBuilder page = new StringBuilder("""
                # The modules

                Written from the program itself; `./mvnw -o -q test -Dtest=ModulesPageTest -Dmodules.write=true` writes it again.
                The lowest first: a module knows those above it in this list only where they are named in its row.

                | module | in short | doors | knows |
                |---|---|---|---|
                """);
        for (String name : inOrder(knows)) {
            page.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            name,
                            inShort(name),
                            doors(name),
                            knows.get(name).stream()
                                    .map(known -> "`" + known + "`")
                                    .collect(Collectors.joining(" "))));
        }
        return page.toString();
    }

    /** Each module after all that it knows. */
    private static List<String> inOrder(Map<String, List<String>> knows) {
        Set<String> left = new TreeSet<>(knows.keySet());
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(module -> knows.get(module).stream().noneMatch(left::contains))
                    .toList();
            assertThat(next).as("modules know each other in a circle: " + left).isNotEmpty();
            next.forEach(left::remove);
            ordered.addAll(next);
        }
        return ordered;
    }

    private static List<String> knows(ApplicationModule module) {
        return module.getDirectDependencies(MODULES, DependencyType.DEFAULT, DependencyType.USES_COMPONENT)
                .uniqueModules()
                .map(known -> known.getIdentifier().toString())
                .filter(known -> !known.equals(module.getIdentifier().toString()))
                .sorted()
                .toList();
    }

    /** The words of the package's own description, on one line. */
    private static String inShort(String module) throws IOException {
        String source = Files.readString(SOURCES.resolve(module).resolve("package-info.java"));
        Matcher description = SENTENCES.matcher(source);
        assertThat(description.find()).as(module + " is described").isTrue();
        return description
                .group(1)
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The public beans of the module, each linked to its file. */
    private static String doors(String module) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(module))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(ModulesPageTest::door)
                    .filter(door -> !door.isEmpty())
                    .map(door -> "[%s](../src/main/java/org/holdfast/%s/%s.java)".formatted(door, module, door))
                    .collect(Collectors.joining(", "));
        }
    }

    private static String door(Path file) {
        try {
            String source = Files.readString(file);
            Matcher door = DOOR.matcher(source);
            return source.contains("@Component\npublic") && door.find() ? door.group(1) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
