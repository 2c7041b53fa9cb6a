package org.holdfast.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was refused, in a form that can be shown, tested and translated.
 *
 * @param key message key of the sentence that tells the person what is wrong and what to do next
 * @param rule rule id of the handbook, such as {@code NRM-6}; empty where no rule stands behind it
 * @param field name of the form field or payload key it is about, if it is about one
 * @param details values for the numbered places of the message, in order, already fit to be read
 */
public record Reason(String key, String rule, @Nullable String field, List<String> details) {

    public Reason {
        details = List.copyOf(details);
    }

    /** A refusal under a handbook rule. */
    public static Reason of(String key, String rule, String... details) {
        return new Reason(key, rule, null, List.of(details));
    }

    /** A fault of one field of what was sent in. */
    public static Reason about(String field, String key, String... details) {
        return new Reason(key, "", field, List.of(details));
    }
}
