package org.holdfast.meetings;

import java.util.Optional;
import org.holdfast.law.Reason;
import org.holdfast.pages.Dates;

/** How much fits in one place of a meeting's papers: what is longer is told back to whoever typed it, and never cut. */
public final class Brevity {

    /** As many characters as a line takes. */
    static final int LONGEST_LINE = 200;

    /** As many characters as a reason, a remark or a correction takes. */
    static final int LONGEST_WORDS = 15_000;

    private Brevity() {}

    /** What is wrong with the length of one line, such as the room of a meeting. */
    public static Optional<Reason> line(String field, String typed) {
        return within(field, typed, LONGEST_LINE);
    }

    /** What is wrong with the length of words, such as why a meeting is called off. */
    public static Optional<Reason> words(String field, String typed) {
        return within(field, typed, LONGEST_WORDS);
    }

    private static Optional<Reason> within(String field, String typed, int longest) {
        return typed.length() <= longest
                ? Optional.empty()
                : Optional.of(Reason.about(field, "meetings.too-long", Dates.number(longest)));
    }
}
