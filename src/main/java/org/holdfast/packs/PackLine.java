package org.holdfast.packs;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.meetings.Restriction;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a pack says.
 *
 * @param label what it is about; may be empty
 * @param text as it was written, or in the words of the program
 * @param source from whom or from where; empty where that is plain
 * @param restrictedOf the agency that restricted it and remains its owner (SHR-4); null where it is not restricted
 * @param holds what kind of information it is, which decides who reads it ({@link FieldReader}); null in packs that were locked before that was kept
 * @param givenBy the agency that gave it and remains its owner; null where that is nobody in particular
 */
public record PackLine(
        Shape shape,
        String label,
        String text,
        String source,
        @Nullable UUID restrictedOf,
        @Nullable DataClass holds,
        @Nullable UUID givenBy) {

    /** A line that tells of harm, risk or what protects the child, of nobody in particular. */
    public PackLine(Shape shape, String label, String text, String source, @Nullable UUID restrictedOf) {
        this(shape, label, text, source, restrictedOf, DataClass.SAFEGUARDING, restrictedOf);
    }

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
        return new PackLine(shape, label, text, source, agency, holds, givenBy);
    }

    PackLine remarked(String remark) {
        return new PackLine(
                shape, label, text, source.isEmpty() ? remark : source + ". " + remark, restrictedOf, holds, givenBy);
    }

    /** The same, known to be such information, given by an agency or by nobody in particular. */
    PackLine holding(DataClass kind, @Nullable AgencyId owner) {
        return new PackLine(shape, label, text, source, restrictedOf, kind, owner == null ? null : owner.value());
    }

    /**
     * As somebody reads it who may read some fields of the case and not others.
     *
     * @param section in which it stands: what kind an old line is, is not known, and where it may be where the child lives it is taken for that
     * @param sentences what stands in the place of each kind of information that is held back
     */
    PackLine as(FieldReader reader, PackSection section, Map<DataClass, String> sentences) {
        DataClass kind = holds == null ? section.mayHold() : holds;
        boolean reads = reader.reads(kind, givenBy == null ? null : new AgencyId(givenBy));
        return reads
                ? this
                : new PackLine(Shape.POINT, label, sentences.getOrDefault(kind, ""), "", restrictedOf, kind, givenBy);
    }

    /**
     * What a line of the chronology tells that fewer may read, so that whoever reads it knows; null for every other line. The pack does not say of
     * which lane it is, so what the lane says is told as well.
     */
    public @Nullable DataClass tells(PackSection section) {
        return section == PackSection.CHRONOLOGY && holds != DataClass.SAFEGUARDING ? holds : null;
    }

    /** Whether both say the same, whatever is known of who reads it. */
    boolean says(PackLine other) {
        return shape == other.shape
                && label.equals(other.label)
                && text.equals(other.text)
                && source.equals(other.source)
                && Objects.equals(restrictedOf, other.restrictedOf);
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
