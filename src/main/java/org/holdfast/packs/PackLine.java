package org.holdfast.packs;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.meetings.Restriction;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a pack says.
 *
 * @param label what it is about; may be empty
 * @param text as it was written, or in the words of the program
 * @param source from whom or from where; empty where that is plain
 * @param restrictedOf the agency that restricted it and remains its owner (SHR-4); null where it is not restricted
 */
public record PackLine(
        Shape shape,
        String label,
        String text,
        String source,
        @Nullable UUID restrictedOf) {

    /** How it is set. */
    public enum Shape {
        /** Words somebody said, as they were. */
        QUOTE,
        /** What is what. */
        FACT,
        /** One of several. */
        POINT,
        /** Something that must not be overlooked. */
        WARNING
    }

    /** The line, where this reader reads it. */
    Optional<PackLine> readBy(Restriction.Reader reader) {
        return restrictedOf == null || Restriction.reads(reader, new AgencyId(restrictedOf))
                ? Optional.of(this)
                : Optional.empty();
    }

    PackLine restrictedTo(@Nullable UUID agency) {
        return new PackLine(shape, label, text, source, agency);
    }

    PackLine remarked(String remark) {
        return new PackLine(shape, label, text, source.isEmpty() ? remark : source + ". " + remark, restrictedOf);
    }

    static PackLine fact(String label, String text) {
        return new PackLine(Shape.FACT, label, text, "", null);
    }

    static PackLine point(String label, String text, String source) {
        return new PackLine(Shape.POINT, label, text, source, null);
    }

    static PackLine warning(String text) {
        return new PackLine(Shape.WARNING, "", text, "", null);
    }
}
