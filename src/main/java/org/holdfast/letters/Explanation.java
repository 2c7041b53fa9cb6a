package org.holdfast.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.pages.Tongue;
import org.jspecify.annotations.Nullable;

/**
 * That a letter was explained, and what came of it (NRM-12). Never edited.
 *
 * @param by who explained it
 * @param tongue in which language it was talked through
 * @param interpreter who interpreted; empty where nobody had to
 * @param words what the child said to it, in the child's words; empty where nothing was said
 */
public record Explanation(
        UUID id,
        LocalDate on,
        String by,
        Tongue tongue,
        String interpreter,
        Understood understood,
        String words,
        Instant recordedAt,
        String recordedBy) {

    /** Whether it was understood, as the child showed or said. */
    public enum Understood {
        YES,
        PARTLY,
        NO
    }

    /** An explanation as somebody would record it. */
    public record Draft(
            @Nullable LocalDate on,
            String by,
            @Nullable Tongue tongue,
            String interpreter,
            @Nullable Understood understood,
            String words) {

        /** Whether it was recorded already: the button was pressed twice. */
        boolean same(Explanation recorded) {
            return recorded.on().equals(on)
                    && recorded.by().equals(by)
                    && recorded.tongue() == tongue
                    && recorded.interpreter().equals(interpreter)
                    && recorded.understood() == understood
                    && recorded.words().equals(words);
        }

        List<Reason> faults(LocalDate today) {
            List<Reason> faults = new ArrayList<>();
            if (on == null) {
                faults.add(Reason.about("on", "letters.fault.explained-on"));
            } else if (on.isAfter(today)) {
                faults.add(Reason.about("on", "letters.fault.explained-later"));
            }
            if (by.isBlank()) {
                faults.add(Reason.about("by", "letters.fault.explained-by"));
            }
            if (tongue == null) {
                faults.add(Reason.about("tongue", "letters.fault.explained-in"));
            } else if (tongue != Tongue.ENGLISH && interpreter.isBlank()) {
                faults.add(Reason.about("interpreter", "letters.fault.interpreter"));
            }
            if (understood == null) {
                faults.add(Reason.about("understood", "letters.fault.understood"));
            }
            if (words.length() > 6_000) {
                faults.add(Reason.about("words", "letters.fault.too-long", "6000"));
            }
            return faults;
        }
    }
}
