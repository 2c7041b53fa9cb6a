package org.holdfast.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with what was typed, every fault with its field. */
final class Faults {

    /** As many characters as a box takes, the same as the Home Office's form. */
    static final int LONGEST_TEXT = 15_000;

    /** As many characters as a line takes. */
    static final int LONGEST_LINE = 200;

    /** As many years ahead as anybody here agrees or expects anything on a day. */
    private static final int YEARS_AHEAD = 5;

    private final List<Reason> found = new ArrayList<>();

    /** One line that has to be there. */
    Faults line(String field, String value, String missing) {
        return text(field, value, missing, LONGEST_LINE);
    }

    /** Words that have to be there. */
    Faults words(String field, String value, String missing) {
        return text(field, value, missing, LONGEST_TEXT);
    }

    /** One line that may be left out. */
    Faults optionalLine(String field, String value) {
        return unless(value.length() <= LONGEST_LINE, field, "casework.too-long", Integer.toString(LONGEST_LINE));
    }

    private Faults text(String field, String value, String missing, int longest) {
        return unless(!value.isBlank(), field, missing)
                .unless(value.length() <= longest, field, "casework.too-long", Integer.toString(longest));
    }

    /** A day that still comes and lies no further ahead than anybody plans: what lies further is a slip in the year. */
    Faults foreseeable(String field, @Nullable LocalDate day, @Nullable LocalDate from) {
        return unless(
                day == null || from == null || !day.isAfter(from.plusYears(YEARS_AHEAD)), field, "casework.far-ahead");
    }

    Faults given(String field, @Nullable Object value, String missing) {
        return unless(value != null, field, missing);
    }

    /** Whatever a rule found. */
    Faults of(Outcome<?> judged) {
        if (judged instanceof Outcome.Refused<?>(List<Reason> reasons)) {
            found.addAll(reasons);
        }
        return this;
    }

    Faults unless(boolean right, String field, String key, String... details) {
        if (!right) {
            found.add(Reason.about(field, key, details));
        }
        return this;
    }

    List<Reason> found() {
        return List.copyOf(found);
    }
}
