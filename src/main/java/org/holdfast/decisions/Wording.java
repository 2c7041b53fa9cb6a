package org.holdfast.decisions;

import java.time.LocalDate;

/**
 * The threshold as it was worded on the day, kept with the decision (NRM-8).
 *
 * @param since the day from which this wording has been in force
 * @param source where it stands
 */
public record Wording(String text, LocalDate since, String source) {}
