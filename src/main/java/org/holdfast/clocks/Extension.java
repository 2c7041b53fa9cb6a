package org.holdfast.clocks;

import java.time.Instant;

/**
 * More time, given with a reason.
 *
 * @param days days added: working days where the limit is one of working days, calendar days elsewhere
 * @param by name of the person who gave it
 */
public record Extension(int days, String reason, String by, Instant recordedAt) {}
