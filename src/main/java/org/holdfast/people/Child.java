package org.holdfast.people;

import java.util.List;
import org.holdfast.sharing.FieldReader;

/**
 * A child as known now.
 *
 * @param version of the facts; a correction names it
 * @param warnings those in force, the next to be reviewed first
 * @param linked records of the same child that were kept apart until somebody saw it (REF-4)
 */
public record Child(
        ChildId id,
        int version,
        ChildFacts facts,
        List<Alias> aliases,
        List<Identifier> identifiers,
        List<Warning> warnings,
        List<ChildId> linked) {

    public Child {
        aliases = List.copyOf(aliases);
        identifiers = List.copyOf(identifiers);
        warnings = List.copyOf(warnings);
        linked = List.copyOf(linked);
    }

    /**
     * The child as somebody reads them who may read some fields of the case and not others ({@link FieldReader}): without where the child lives
     * and how the child is reached, without the words of warnings about health. A page asks the reader what to say in their place.
     */
    public Child as(FieldReader reader) {
        return new Child(
                id,
                version,
                facts.as(reader),
                aliases,
                identifiers,
                warnings.stream().map(warning -> warning.as(reader)).toList(),
                linked);
    }

    /** The name to show. */
    public String displayName() {
        return facts.name().asKnown();
    }

    public BirthDate birthDate() {
        return facts.birthDate();
    }
}
