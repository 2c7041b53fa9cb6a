package org.holdfast.people;

import java.util.List;

/**
 * A child not known before.
 *
 * @param aliases further names, as they were given
 * @param source where we have this from, such as the Home Office form
 */
public record NewChild(ChildFacts facts, List<String> aliases, List<Identifier> identifiers, String source) {
    public NewChild {
        aliases = List.copyOf(aliases);
        identifiers = List.copyOf(identifiers);
    }

    public static NewChild of(ChildFacts facts, String source) {
        return new NewChild(facts, List.of(), List.of(), source);
    }
}
