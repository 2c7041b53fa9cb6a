package org.holdfast.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.audit.Role;
import org.holdfast.pages.WrittenTexts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that people type end in mail: as words, and as no header, no second reader, no markup and no part of their own. */
class MailAttacksTest {

    private static final Set<String> HEADERS = Set.of(
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To",
            "X-Auto-Response-Suppress");

    private final EmailWriter writer = new EmailWriter(
            new WrittenTexts().texts(),
            MailSettings.of(
                    "smtp://mail.exampleport.example",
                    "",
                    "",
                    "holdfast@exampleport.example",
                    "required",
                    "https://holdfast.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Panel\r\nBcc: x@elsewhere.example",
                "Panel\nContent-Type: text/html\n\n<b>hfprobe</b>",
                "Panel\r\n\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>",
                "Panel\u0085Bcc: x@elsewhere.example\u2028To: y@elsewhere.example",
                "=?utf-8?B?QmNjOiB4QGVsc2V3aGVyZS5leGFtcGxl?=",
                "\" <x@elsewhere.example>, \"Pola",
                "Panel\u0000\u0007\u001b[31m",
                "{0} ''{1}'' <img src=x onerror=alert(2)>"
            })
    void whatIsTypedIsWordsAndNothingElse(String typed) throws Exception {
        heldAsWords(typed);
    }

    @Property(tries = 300)
    void whateverIsTypedIsWordsAndNothingElse(@ForAll String typed, @ForAll String more) throws Exception {
        heldAsWords(typed + "\r\n" + more);
    }

    private void heldAsWords(String typed) throws Exception {
        CalendarEntry entry = new CalendarEntry(
                "made-up@holdfast", 0, false, Instant.EPOCH, Instant.EPOCH.plusSeconds(900), typed, typed);
        Message words = Message.of(new MemberId(new UUID(1, 1)), "meetings.mail.minutes", "/meetings", typed, typed);
        Member reader = new Member(
                words.to(),
                typed,
                typed,
                "pola@exampleport.example",
                new Agency(new AgencyId(new UUID(1, 2)), typed, AgencyKind.POLICE, null),
                Set.of(Role.PANEL_MEMBER),
                LocalDate.EPOCH,
                null);
        for (Message message : List.of(words, words.with(entry))) {
            KeptMessage kept = new KeptMessage(
                    new UUID(1, 3), message, Instant.EPOCH, MessageState.WAITING, 0, null, null, null, null);
            MimeMessage arrived = sent(writer.of(kept, reader));
            Set<String> headers = new TreeSet<>();
            Collections.list(arrived.getAllHeaders()).forEach(header -> headers.add(header.getName()));
            assertThat(HEADERS).containsAll(headers);
            assertThat(arrived.getRecipients(RecipientType.TO)).hasSize(1);
            assertThat(arrived.getAllRecipients()).hasSize(1);
            assertThat(((jakarta.mail.internet.InternetAddress) arrived.getAllRecipients()[0]).getAddress())
                    .isEqualTo("pola@exampleport.example");
            if (message.entry() == null) {
                assertThat(arrived.getContentType()).startsWithIgnoringCase("text/plain");
            } else {
                MimeMultipart parts = (MimeMultipart) arrived.getContent();
                assertThat(parts.getCount()).isEqualTo(2);
                MimeMultipart both = (MimeMultipart) parts.getBodyPart(0).getContent();
                assertThat(both.getCount()).isEqualTo(2);
                assertThat(both.getBodyPart(0).getContentType()).startsWithIgnoringCase("text/plain");
                assertThat(both.getBodyPart(1).getContentType()).startsWithIgnoringCase("text/calendar");
                BodyPart file = parts.getBodyPart(1);
                assertThat(file.getFileName()).isEqualTo("invitation.ics");
                assertThat(file.getContentType()).startsWithIgnoringCase("application/ics");
            }
        }
    }

    /** The mail as it goes over the wire, read again. */
    private static MimeMessage sent(Email email) throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Session session = Session.getInstance(new Properties());
        Postman.mime(session, email).writeTo(wire);
        String raw = wire.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")).lines())
                .as("each line of the head is a header or goes on with one")
                .allMatch(line -> line.matches("[A-Za-z-]+: ?.*|[ \\t].*"));
        return new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray()));
    }
}
