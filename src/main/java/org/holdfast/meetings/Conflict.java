package org.holdfast.meetings;

import java.time.Instant;

/**
 * A conflict of interest that somebody has at one item (NRM-22, GOV-6). It stands once it is declared.
 *
 * @param reason in a few words; read by whoever runs or chairs the meeting and kept in the minutes
 */
public record Conflict(AttendeeId attendee, String reason, Instant declaredAt) {}
