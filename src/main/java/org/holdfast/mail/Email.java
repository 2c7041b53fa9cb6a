package org.holdfast.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent: the words in it are all there are.
 *
 * @param calendar the calendar entry in iCalendar; null for none
 * @param method of the calendar entry; null for none
 */
record Email(
        UUID id,
        String from,
        String to,
        String name,
        String subject,
        String text,
        Instant writtenAt,
        @Nullable String calendar,
        @Nullable String method) {}
