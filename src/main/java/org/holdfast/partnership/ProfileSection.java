package org.holdfast.partnership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a profile file as it is read. Every reading names its fault by line and answers a stand-in value, so that the rest of
 * the file is read too and all faults are told at once; a profile with any fault is never used.
 */
final class ProfileSection {
    private final String file;
    private final String what;
    private final int line;
    private final List<ProfileFault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> unsound = new HashSet<>();

    /** Reads the keys of a mapping; anything but a mapping, an unknown key and a key given twice are faults. */
    ProfileSection(String file, String what, Node node, List<ProfileFault> faults, String... allowed) {
        this.file = file;
        this.what = what;
        this.line = lineOf(node);
        this.faults = faults;
        Set<String> known = new LinkedHashSet<>(Arrays.asList(allowed));
        if (!(node instanceof MappingNode mapping)) {
            fault(line, what + " must be a mapping of " + String.join(", ", known));
            unsound.addAll(known);
            return;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int at = lineOf(pair.getKeyNode());
            if (!known.contains(key)) {
                fault(at, "unknown key '" + key + "' in " + what + "; allowed: " + String.join(", ", known));
            } else if (lines.putIfAbsent(key, at) != null) {
                fault(at, "'" + key + "' is given twice in " + what + "; first on line " + lines.get(key));
                unsound.add(key);
            } else {
                values.put(key, pair.getValueNode());
            }
        }
    }

    /** Whether the values of these keys are given and without fault, so that rules between them can be checked. */
    boolean sound(String... keys) {
        return Arrays.stream(keys).allMatch(key -> values.containsKey(key) && !unsound.contains(key));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The line of a key, or of the section where the key is not given. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    void fault(int at, String message) {
        faults.add(new ProfileFault(file, at, message));
    }

    void fault(String key, String message) {
        unsound.add(key);
        fault(line(key), message);
    }

    String text(String key) {
        return scalar(key, "text", "", node -> text(node));
    }

    String text(String key, Pattern pattern, String allowed) {
        String text = text(key);
        if (sound(key) && !pattern.matcher(text).matches()) {
            fault(key, "'" + key + "' must be " + allowed + ", found '" + text + "'");
        }
        return text;
    }

    int number(String key, int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        return scalar(key, allowed, least, node -> number(node, least, most));
    }

    /** As {@link #number(String, int, int)}, where the profile need not give one. */
    int number(String key, int least, int most, int usual) {
        return has(key) ? number(key, least, most) : usual;
    }

    /** The whole numbers listed under a key, some of them below zero. */
    List<Integer> numbers(String key, int least, int most) {
        return list(key, "a whole number from " + least + " to " + most, node -> number(node, least, most));
    }

    boolean flag(String key) {
        return scalar(key, "true or false", false, node -> Tag.BOOL.equals(node.getTag()) ? truth(node) : null);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        E[] all = type.getEnumConstants();
        return scalar(key, "one of " + written(type), all[0], node -> constant(node, type));
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(list(key, "one of " + written(type), node -> constant(node, type))));
    }

    List<String> texts(String key) {
        return list(key, "text", ProfileSection::text);
    }

    List<String> texts(String key, Pattern pattern, String allowed) {
        return list(key, allowed, node -> {
            String text = text(node);
            return text != null && pattern.matcher(text).matches() ? text : null;
        });
    }

    LocalDate date(String key) {
        return scalar(key, "a day written 2026-12-24", LocalDate.EPOCH, node -> {
            try {
                return LocalDate.parse(node.getValue());
            } catch (DateTimeException notADay) {
                return null;
            }
        });
    }

    /** A value written in a way of its own, such as a cadence. */
    <T> T parsed(String key, String allowed, T standIn, Function<String, @Nullable T> parse) {
        return scalar(key, allowed, standIn, node -> parse.apply(node.getValue()));
    }

    /** The mapping under a key; nothing where it is not given. */
    @Nullable
    ProfileSection section(String key, String called, String... allowed) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        int before = faults.size();
        ProfileSection section = new ProfileSection(file, called, node, faults, allowed);
        if (faults.size() > before) {
            unsound.add(key);
        }
        return section;
    }

    /** The mappings listed under a key; none where it is not given. */
    List<ProfileSection> sections(String key, String called, String... allowed) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            fault(key, "'" + key + "' must be a list");
            return List.of();
        }
        List<ProfileSection> sections = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            sections.add(new ProfileSection(file, called, item, faults, allowed));
        }
        return sections;
    }

    private <T> T scalar(String key, String allowed, T standIn, Function<ScalarNode, @Nullable T> read) {
        Node node = values.get(key);
        if (node == null) {
            if (unsound.add(key)) {
                fault(line, "'" + key + "' is missing in " + what + "; it must be " + allowed);
            }
            return standIn;
        }
        T value = node instanceof ScalarNode scalar ? read.apply(scalar) : null;
        if (value == null) {
            unsound.add(key);
            fault(lineOf(node), "'" + key + "' must be " + allowed + ", found " + shown(node));
            return standIn;
        }
        return value;
    }

    /** The values listed under a key; none where it is not given. */
    private <T> List<T> list(String key, String allowed, Function<ScalarNode, @Nullable T> read) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            unsound.add(key);
            fault(lineOf(node), "'" + key + "' must be a list, each " + allowed + ", found " + shown(node));
            return List.of();
        }
        List<T> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            T value = item instanceof ScalarNode scalar ? read.apply(scalar) : null;
            if (value == null) {
                unsound.add(key);
                fault(lineOf(item), "each of '" + key + "' must be " + allowed + ", found " + shown(item));
            } else if (list.contains(value)) {
                unsound.add(key);
                fault(lineOf(item), shown(item) + " is given twice in '" + key + "'");
            } else {
                list.add(value);
            }
        }
        return list;
    }

    /** An enum constant as a profile writes it: {@code LOCAL_AUTHORITY} is {@code local-authority}. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> String written(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(ProfileSection::written)
                .collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> @Nullable E constant(ScalarNode node, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> written(it).equals(node.getValue()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(ScalarNode node) {
        return Tag.STR.equals(node.getTag()) && !node.getValue().isBlank()
                ? node.getValue().strip()
                : null;
    }

    private static @Nullable Integer number(ScalarNode node, int least, int most) {
        if (!node.getValue().matches("-?\\d{1,6}")) {
            return null;
        }
        int number = Integer.parseInt(node.getValue());
        return number >= least && number <= most ? number : null;
    }

    private static @Nullable Boolean truth(ScalarNode node) {
        return switch (node.getValue()) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static String shown(Node node) {
        return switch (node) {
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            case SequenceNode _ -> "a list";
            default -> "a mapping";
        };
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
