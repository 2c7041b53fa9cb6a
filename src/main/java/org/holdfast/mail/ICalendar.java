package org.holdfast.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a calendar entry as mail programs read it: RFC 5545 (lines, folding, escaping), RFC 5546 (request and cancel) and RFC 6047 (who
 * invites whom). Times are UTC, so that no time zone need be explained.
 */
final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A line is no longer than this many octets; what is longer goes on in the next after a space. */
    private static final int LINE = 75;

    private ICalendar() {}

    /** {@code REQUEST}, which makes or changes the entry, or {@code CANCEL}, which takes it away. */
    static String method(CalendarEntry entry) {
        return entry.cancelled() ? "CANCEL" : "REQUEST";
    }

    /**
     * @param written when the message was posted
     * @param from the address that invites
     * @param name of the person invited
     * @param to their address
     * @param link the page of ours that tells more
     */
    static String of(CalendarEntry entry, Instant written, String from, String name, String to, String link) {
        List<String> lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Holdfast//Holdfast//EN",
                "METHOD:" + method(entry),
                "BEGIN:VEVENT",
                "UID:" + text(entry.uid()),
                "SEQUENCE:" + entry.sequence(),
                "DTSTAMP:" + UTC.format(written),
                "DTSTART:" + UTC.format(entry.from()),
                "DTEND:" + UTC.format(entry.until()),
                "SUMMARY:" + text(entry.title())));
        if (!entry.place().isEmpty()) {
            lines.add("LOCATION:" + text(entry.place()));
        }
        lines.addAll(List.of(
                "URL:" + link,
                "CLASS:PRIVATE",
                "STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"),
                "ORGANIZER;CN=Holdfast:" + mailto(from),
                "ATTENDEE;CN=" + parameter(name) + ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:"
                        + mailto(to),
                "END:VEVENT",
                "END:VCALENDAR"));
        StringBuilder calendar = new StringBuilder(512);
        lines.forEach(line -> fold(line, calendar));
        return calendar.toString();
    }

    /** A value of type TEXT: backslash, semicolon, comma and line break are written with a backslash (RFC 5545, 3.3.11). */
    static String text(String value) {
        return withoutControls(value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n"));
    }

    /** A parameter in quotation marks, which it cannot hold itself (RFC 5545, 3.2). */
    static String parameter(String value) {
        return '"' + withoutControls(value.replaceAll("\\R", " ").replace('"', '\'')) + '"';
    }

    private static String mailto(String address) {
        return "mailto:"
                + address.replace("%", "%25")
                        .replace("?", "%3F")
                        .replace("#", "%23")
                        .replace("&", "%26");
    }

    private static String withoutControls(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
    }

    /** Puts a line down, folded between characters where it has more octets than a line may have (RFC 5545, 3.1). */
    static void fold(String line, StringBuilder to) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                to.append("\r\n ");
                octets = 1;
            }
            to.appendCodePoint(character);
            octets += size;
            at += Character.charCount(character);
        }
        to.append("\r\n");
    }
}
