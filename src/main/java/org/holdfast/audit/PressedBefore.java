package org.holdfast.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form was sent before, and what it asks for is done: nothing more is done, and whoever sent it is led where the first press led. */
public final class PressedBefore extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String answer;

    PressedBefore(Presses.First first) {
        super("sent before", null, false, false);
        this.answer = first.answer();
    }

    /** Where the first press led; empty where it answered with a page. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }
}
