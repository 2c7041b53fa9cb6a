package org.holdfast.meetings;

import java.util.List;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

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
     * @param holds what kind of information it is, where that decides who reads it ({@link FieldReader}); null where it was said in the meeting
     * @param givenBy the agency whose information it is; null where that is nobody in particular
     */
    public record Line(
            String key,
            List<String> details,
            boolean restricted,
            @Nullable DataClass holds,
            @Nullable UUID givenBy) {
        public Line {
            details = List.copyOf(details);
        }

        /** The same, known to be such information, given by the agency that remains its owner. */
        public Line holding(DataClass kind, AgencyId owner) {
            return new Line(key, details, restricted, kind, owner.value());
        }

        /** As somebody reads it who may read some fields of the case and not others. */
        Line as(FieldReader reader) {
            return holds == null
                    ? this
                    : reader.heldBack(holds, givenBy == null ? null : new AgencyId(givenBy))
                            .map(sentence -> new Line(sentence, List.of(), restricted, holds, givenBy))
                            .orElse(this);
        }

        public static Line of(String key, String... details) {
            return new Line(key, List.of(details), false, null, null);
        }

        /** A line for those only who read what was marked restricted. */
        public static Line restricted(String key, String... details) {
            return new Line(key, List.of(details), true, null, null);
        }
    }

    public MinutesPart {
        lines = List.copyOf(lines);
    }

    /** The same part as somebody reads it who may read some fields of the case and not others. */
    MinutesPart as(FieldReader reader) {
        return new MinutesPart(
                headingKey,
                lines.stream().map(line -> line.as(reader)).distinct().toList());
    }

    /** The same part without the lines marked restricted. */
    MinutesPart withoutRestricted() {
        return new MinutesPart(
                headingKey, lines.stream().filter(line -> !line.restricted()).toList());
    }
}
