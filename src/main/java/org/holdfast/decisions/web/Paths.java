package org.holdfast.decisions.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.decisions.Assessment;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Element;

/** Where the pages of a decision are. */
public final class Paths {
    private Paths() {}

    public static String decision(DecisionId id) {
        return "/decisions/" + id.value();
    }

    public static String decision(DecisionId id, String page) {
        return decision(id) + "/" + page;
    }

    public static String element(DecisionId id, Definition definition, Element element) {
        return decision(id, "elements/" + word(definition) + "/" + word(element));
    }

    public static String element(DecisionId id, Assessment assessment) {
        return element(id, assessment.definition(), assessment.element());
    }

    static String draft(DecisionId id, String form) {
        return "decision-" + id.value() + "-" + form;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }
}
