package org.holdfast.partnership;

import java.time.LocalDate;

/** A day on which the partnership holds no meeting. It lengthens no legal limit. */
public record ClosedDay(LocalDate day, String reason) {}
