package org.holdfast.referrals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.sharing.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * One question of the Home Office form: how it is asked, and how its answer is written in the payload (NRM-24).
 *
 * @param page where it is asked
 * @param name its name on the form; also its place in the messages, since payload keys can mislead
 * @param kind how it is asked
 * @param holds what kind of information an answer is, which decides who reads it ({@link org.holdfast.sharing.FieldReader})
 * @param required whether the form insists on an answer when it puts the question
 * @param shownWhen when the form puts the question
 * @param keys the payload keys its answer goes to, in order; empty when the answer is never sent
 * @param options the answers on offer, for a radio or a check box
 * @param list the names on offer, for one of a long list; null for every other kind
 * @param whenBlank what the payload carries when there is no answer; null when the key is then absent
 * @param impliedBy the payload key of another field that shows, by having text, that this one was answered yes; for questions whose
 *     own answer is never sent
 */
public record FormField(
        FormPage page,
        String name,
        Kind kind,
        DataClass holds,
        boolean required,
        ShownWhen shownWhen,
        List<String> keys,
        List<Option> options,
        @Nullable ListedNames list,
        @Nullable String whenBlank,
        @Nullable String impliedBy) {

    /** How a question is asked. */
    public enum Kind {
        TEXT,
        EMAIL,
        NUMBER,
        LONG_TEXT,
        RADIO,
        /** One of a long list of names that the form knows; the name itself is the value. */
        SELECT,
        CHECKBOX,
        DATE,
        FILES;

        /** Whether the answer is one of the field's options. */
        public boolean offersOptions() {
            return this == RADIO || this == CHECKBOX;
        }
    }

    /**
     * One answer on offer.
     *
     * @param answer as the form keeps it, such as {@code not-sure}
     * @param written what goes to each of the field's keys, in their order
     */
    public record Option(String answer, List<String> written) {
        public Option {
            written = List.copyOf(written);
        }
    }

    public FormField {
        keys = List.copyOf(keys);
        options = List.copyOf(options);
    }

    /** Message key of the question in our words, with its true meaning. */
    public String label() {
        return "referrals.form." + name;
    }

    /** Message key of what an answer on offer truly means. */
    public String label(Option option) {
        return label() + "." + option.answer();
    }

    public Optional<Option> option(String answer) {
        return options.stream().filter(option -> option.answer().equals(answer)).findFirst();
    }

    /** The option behind a value of the field's key at this place; capitals do not matter, older senders mix them. */
    public Optional<Option> optionWritten(int key, String value) {
        return options.stream()
                .filter(option -> key < option.written().size()
                        && option.written().get(key).equalsIgnoreCase(value.strip()))
                .findFirst();
    }

    /** Whether a payload value says no more than that nothing was written. */
    public boolean blank(@Nullable String value) {
        return value == null || value.isBlank() || value.equals(whenBlank);
    }

    /** The answer as the form would keep it, read back from a payload; empty when there is none. */
    public Optional<String> answerIn(Map<String, String> payload) {
        if (impliedBy != null) {
            String shown = payload.get(impliedBy);
            return shown == null || shown.isBlank()
                    ? Optional.empty()
                    : Optional.of(kind == Kind.CHECKBOX ? "true" : "yes");
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        String value = payload.get(keys.getFirst());
        if (value == null || blank(value)) {
            return Optional.empty();
        }
        return Optional.of(optionWritten(0, value).map(Option::answer).orElse(value));
    }
}
