package org.holdfast.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A calendar entry is written so that every calendar reads it: RFC 5545, RFC 5546, RFC 6047. */
class ICalendarTest {

    private static final CalendarEntry SLOT = new CalendarEntry(
            "0190f0e0-made-up@holdfast",
            2,
            false,
            Instant.parse("2026-06-30T08:45:00Z"),
            Instant.parse("2026-06-30T09:00:00Z"),
            "NRM panel; Exampleport, city",
            "Room 1, Example Street 1\nExampleport");

    @Test
    void an_invitation_says_who_invites_whom_to_what_and_when() {
        assertThat(written(SLOT).split("\r\n"))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .endsWith("END:VEVENT", "END:VCALENDAR")
                .contains(
                        "METHOD:REQUEST",
                        "UID:0190f0e0-made-up@holdfast",
                        "SEQUENCE:2",
                        "DTSTAMP:20260601T120000Z",
                        "DTSTART:20260630T084500Z",
                        "DTEND:20260630T090000Z",
                        "SUMMARY:NRM panel\\; Exampleport\\, city",
                        "LOCATION:Room 1\\, Example Street 1\\nExampleport",
                        "STATUS:CONFIRMED",
                        "CLASS:PRIVATE",
                        "ORGANIZER;CN=Holdfast:mailto:holdfast@exampleport.example");
        assertThat(unfolded(written(SLOT)))
                .contains(
                        "ATTENDEE;CN=\"Pola 'Pol' Policevoter\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:"
                                + "mailto:pola@exampleport.example");
    }

    @Test
    void a_cancellation_takes_the_same_entry_away() {
        CalendarEntry cancelled =
                new CalendarEntry(SLOT.uid(), 3, true, SLOT.from(), SLOT.until(), SLOT.title(), SLOT.place());

        assertThat(written(cancelled).split("\r\n"))
                .contains("METHOD:CANCEL", "UID:0190f0e0-made-up@holdfast", "SEQUENCE:3", "STATUS:CANCELLED");
    }

    @Test
    void text_is_escaped_as_in_the_standard() {
        assertThat(ICalendar.text("Project XYZ Final Review\nConference Room - 3B\nCome Prepared."))
                .isEqualTo("Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.");
        assertThat(ICalendar.text("a\\b")).isEqualTo("a\\\\b");
        assertThat(ICalendar.text("line\r\nATTENDEE:mailto:another@elsewhere.example"))
                .as("nothing typed can begin a line of its own")
                .isEqualTo("line\\nATTENDEE:mailto:another@elsewhere.example");
    }

    @Property
    void no_line_is_longer_than_75_octets_no_character_is_torn_and_unfolding_gives_the_line_back(@ForAll String typed) {
        String line = "SUMMARY:" + ICalendar.text(typed).replaceAll("\\p{Cs}", "");
        StringBuilder folded = new StringBuilder();
        ICalendar.fold(line, folded);
        byte[] bytes = folded.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(folded.toString());
        assertThat(folded.toString().split("\r\n"))
                .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(unfolded(folded.toString())).isEqualTo(line + "\r\n");
    }

    private static String written(CalendarEntry entry) {
        return ICalendar.of(
                entry,
                Instant.parse("2026-06-01T12:00:00Z"),
                "holdfast@exampleport.example",
                "Pola \"Pol\" Policevoter",
                "pola@exampleport.example",
                "https://holdfast.example/meetings/1");
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    /** RFC 5545: whatever the words are, the entry has the lines it has, and no others. */
    @Property
    void no_words_make_a_line_of_their_own(@ForAll String title, @ForAll String place, @ForAll String name) {
        for (String typed : List.of(
                title,
                title + "\r\nATTENDEE:mailto:x@elsewhere.example",
                title + "\nEND:VEVENT\u0085BEGIN:VALARM\u2028URL:x")) {
            String written = ICalendar.of(
                    new CalendarEntry(
                            "made-up@holdfast", 0, false, SLOT.from(), SLOT.until(), typed, "x" + place + typed),
                    SLOT.from(),
                    "holdfast@exampleport.example",
                    name + typed + "\"",
                    "pola@exampleport.example",
                    "https://holdfast.example/meetings/1");
            String unfolded = unfolded(written);
            assertThat(unfolded.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(unfolded.split("\r\n"))
                    .extracting(line -> line.replaceFirst("[;:].*", ""))
                    .containsExactly(
                            "BEGIN",
                            "VERSION",
                            "PRODID",
                            "METHOD",
                            "BEGIN",
                            "UID",
                            "SEQUENCE",
                            "DTSTAMP",
                            "DTSTART",
                            "DTEND",
                            "SUMMARY",
                            "LOCATION",
                            "URL",
                            "CLASS",
                            "STATUS",
                            "ORGANIZER",
                            "ATTENDEE",
                            "END",
                            "END");
            assertThat(unfolded.lines()
                            .filter(line -> line.startsWith("ATTENDEE"))
                            .findFirst()
                            .orElseThrow())
                    .as("the quoted name ends where it ends")
                    .matches(
                            "ATTENDEE;CN=\"[^\"]*\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:pola@exampleport.example");
        }
    }
}
