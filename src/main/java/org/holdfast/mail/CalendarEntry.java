package org.holdfast.mail;

import java.time.Instant;

/**
 * An entry in somebody's calendar (RFC 5545, RFC 5546): their slot of a meeting and nothing more.
 *
 * @param uid the same for every change of the same entry
 * @param sequence 0 at first, one more with each change that the calendar must follow
 * @param title never a child's name
 */
public record CalendarEntry(
        String uid, int sequence, boolean cancelled, Instant from, Instant until, String title, String place) {}
