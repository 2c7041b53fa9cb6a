package org.holdfast.meetings;

import java.util.List;

/**
 * A part of the minutes of one item, as another module gives it.
 *
 * @param headingKey message key of its heading
 * @param lines in the order in which they are read
 */
public record MinutesPart(String headingKey, List<Line> lines) {

    /** The heading under which the minutes say what agencies told: it is theirs, and goes no further with the minutes (SHR-4). */
    public static final String WHAT_AGENCIES_TOLD = "requests.minutes.heading";

    /**
     * One line of the minutes.
     *
     * @param key message key of the sentence
     * @param details values for the numbered places of the message, fit to be read
     * @param restricted whether it is only for those who read what was marked restricted (MTG-4)
     */
    public record Line(String key, List<String> details, boolean restricted) {
        public Line {
            details = List.copyOf(details);
        }

        public static Line of(String key, String... details) {
            return new Line(key, List.of(details), false);
        }

        /** A line for those only who read what was marked restricted. */
        public static Line restricted(String key, String... details) {
            return new Line(key, List.of(details), true);
        }
    }

    public MinutesPart {
        lines = List.copyOf(lines);
    }

    /** The same part without the lines marked restricted. */
    MinutesPart withoutRestricted() {
        return new MinutesPart(
                headingKey, lines.stream().filter(line -> !line.restricted()).toList());
    }
}
