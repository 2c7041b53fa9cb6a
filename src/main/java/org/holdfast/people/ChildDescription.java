package org.holdfast.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A child as somebody describes them, to be compared with children as others do (REF-4).
 *
 * @param name the whole name; may be blank
 * @param otherNames aliases, the name in its own script
 */
public record ChildDescription(
        String name, List<String> otherNames, BirthDate birthDate, Sex sex, List<Identifier> identifiers) {

    public ChildDescription {
        otherNames = List.copyOf(otherNames);
        identifiers = List.copyOf(identifiers);
    }

    /** A description as a referral form gives it. */
    public static ChildDescription of(
            @Nullable String given, @Nullable String family, @Nullable String alias, BirthDate birthDate, Sex sex) {
        String name = Stream.of(given, family)
                .filter(Objects::nonNull)
                .map(String::strip)
                .reduce("", (one, next) -> (one + " " + next).strip());
        return new ChildDescription(
                name, alias == null || alias.isBlank() ? List.of() : List.of(alias), birthDate, sex, List.of());
    }

    public static ChildDescription of(ChildFacts facts, List<String> aliases, List<Identifier> identifiers) {
        List<String> others = new ArrayList<>();
        ChildName name = facts.name();
        ChildName parted =
                name.given() == null && name.family() == null ? name : ChildName.of(name.given(), name.family());
        if (!Words.whole(parted.asKnown()).equals(Words.whole(name.asKnown()))) {
            others.add(parted.asKnown());
        }
        if (name.nativeScript() != null) {
            others.add(name.nativeScript());
        }
        others.addAll(aliases);
        return new ChildDescription(name.asKnown(), others, facts.birthDate(), facts.sex(), identifiers);
    }

    public static ChildDescription of(Child child) {
        return of(child.facts(), child.aliases().stream().map(Alias::name).toList(), child.identifiers());
    }

    public ChildDescription withIdentifiers(List<Identifier> known) {
        return new ChildDescription(name, otherNames, birthDate, sex, known);
    }

    /** Every name, the main one first. */
    List<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream())
                .filter(it -> !it.isBlank())
                .toList();
    }
}
