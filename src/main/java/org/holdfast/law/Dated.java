package org.holdfast.law;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A value of law through time. Each value holds from its day until the next one's; there are no end dates that could leave a gap.
 *
 * @param entries in the order of their days, at least one
 */
public record Dated<T>(List<Entry<T>> entries) {

    /** How sure the book is of an entry. What is unconfirmed has to be confirmed by the partnership that runs Holdfast. */
    public enum Standing {
        CONFIRMED,
        /** The value was read in its source; the day from which it holds was not. */
        DAY_UNCONFIRMED,
        /** General knowledge, read in no source yet. */
        UNCONFIRMED
    }

    /**
     * One value.
     *
     * @param from the first day on which it holds
     */
    public record Entry<T>(LocalDate from, T value, Standing standing, Citation citation) {}

    public Dated {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a dated value has at least one entry");
        }
        for (int next = 1; next < entries.size(); next++) {
            if (!entries.get(next).from().isAfter(entries.get(next - 1).from())) {
                throw new IllegalArgumentException("entries stand in the order of their days, each day once");
            }
        }
    }

    /** The entry in force on a day, if the book reaches back so far. */
    public Optional<Entry<T>> at(LocalDate day) {
        return entries.reversed().stream()
                .filter(entry -> !entry.from().isAfter(day))
                .findFirst();
    }

    /**
     * The value in force on a day.
     *
     * @throws NoSuchElementException for a day before the first entry
     */
    public T on(LocalDate day) {
        return at(day).orElseThrow(() -> new NoSuchElementException("no value on " + day + ", the first is from "
                        + entries.getFirst().from()))
                .value();
    }
}
