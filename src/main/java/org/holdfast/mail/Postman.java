package org.holdfast.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Hands e-mails to the mail server. */
@Component
class Postman {

    /** How long the server may take to answer, in milliseconds. */
    private static final String PATIENCE = "20000";

    private final MailSettings settings;
    private final @Nullable SSLSocketFactory trusting;

    @Autowired
    Postman(MailSettings settings) {
        this(settings, null);
    }

    /** @param trusting which certificates are trusted; null for those of the machine */
    Postman(MailSettings settings, @Nullable SSLSocketFactory trusting) {
        this.settings = settings;
        this.trusting = trusting;
    }

    /** What the server made of an e-mail. */
    sealed interface Answer {
        /** It has taken it over. */
        record Taken() implements Answer {}

        /**
         * It has not.
         *
         * @param forGood whether trying again is of no use
         */
        record Refused(String error, boolean forGood) implements Answer {}
    }

    /** Whether there is a mail server at all. */
    boolean works() {
        return settings.server() != null;
    }

    /**
     * Goes to the server.
     *
     * @throws MessagingException where it is not there, lets nobody in, or does not encrypt where it must
     */
    Bag open() throws MessagingException {
        MailSettings.Server server = Objects.requireNonNull(settings.server());
        String protocol = server.implicitTls() ? "smtps" : "smtp";
        Session session = Session.getInstance(properties(server, "mail." + protocol + "."));
        Transport transport = session.getTransport(protocol);
        boolean known = !server.user().isEmpty();
        transport.connect(server.host(), server.port(), known ? server.user() : null, known ? server.password() : null);
        return new Bag(session, transport);
    }

    private Properties properties(MailSettings.Server server, String prefix) {
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(server.mustEncrypt()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(prefix + "connectiontimeout", PATIENCE);
        properties.setProperty(prefix + "timeout", PATIENCE);
        properties.setProperty(prefix + "writetimeout", PATIENCE);
        properties.setProperty(prefix + "from", settings.from());
        if (trusting != null) {
            properties.put(prefix + "ssl.socketFactory", trusting);
        }
        return properties;
    }

    /** An open connection to the server. */
    static final class Bag implements AutoCloseable {
        private final Session session;
        private final Transport transport;

        private Bag(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        Answer send(Email email) {
            try {
                MimeMessage mime = mime(session, email);
                transport.sendMessage(mime, mime.getAllRecipients());
                return new Answer.Taken();
            } catch (MessagingException refused) {
                return new Answer.Refused(said(refused), forGood(refused));
            }
        }

        /** Whether the connection still stands. */
        boolean stands() {
            return transport.isConnected();
        }

        @Override
        public void close() throws MessagingException {
            transport.close();
        }
    }

    /** What went wrong, in one line. */
    static String said(MessagingException problem) {
        StringBuilder said = new StringBuilder();
        for (Exception at = problem;
                at != null;
                at = at instanceof MessagingException nested ? nested.getNextException() : null) {
            if (at.getMessage() != null) {
                said.append(said.isEmpty() ? "" : "; ")
                        .append(at.getMessage().replaceAll("\\s+", " ").strip());
            }
        }
        String all = said.isEmpty() ? problem.getClass().getSimpleName() : said.toString();
        return all.length() <= 500 ? all : all.substring(0, 500);
    }

    /** A reply that begins with 5 says that the server will never take this e-mail (RFC 5321, 4.2.1). */
    private static boolean forGood(MessagingException refused) {
        for (Exception at = refused;
                at != null;
                at = at instanceof MessagingException nested ? nested.getNextException() : null) {
            int reply = switch (at) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (reply >= 500) {
                return true;
            }
        }
        return false;
    }

    /** The e-mail as mail: plain words; with a calendar entry beside them, and the same entry as a file for programs that read no other. */
    static MimeMessage mime(Session session, Email email) throws MessagingException {
        MimeMessage mime = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // the same each time it is tried, so that an e-mail that arrives twice is known to be one
                setHeader(
                        "Message-ID",
                        "<" + email.id() + email.from().substring(email.from().lastIndexOf('@')) + ">");
            }
        };
        try {
            mime.setFrom(new InternetAddress(email.from(), "Holdfast"));
            mime.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(email.to(), email.name(), "UTF-8"));
        } catch (UnsupportedEncodingException everyMachineHasIt) {
            throw new IllegalStateException(everyMachineHasIt);
        }
        mime.setSubject(email.subject(), "UTF-8");
        mime.setSentDate(Date.from(email.writtenAt()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (email.calendar() == null) {
            mime.setText(email.text(), "UTF-8");
        } else {
            mime.setContent(withCalendar(email, email.calendar()));
        }
        mime.saveChanges();
        return mime;
    }

    private static MimeMultipart withCalendar(Email email, String calendar) throws MessagingException {
        byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
        MimeBodyPart text = new MimeBodyPart();
        text.setText(email.text(), "UTF-8");
        MimeBodyPart entry = new MimeBodyPart();
        entry.setDataHandler(new DataHandler(
                new ByteArrayDataSource(bytes, "text/calendar; charset=UTF-8; method=" + email.method())));
        entry.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, entry));
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "application/ics")));
        file.setFileName("invitation.ics");
        file.setDisposition(Part.ATTACHMENT);
        file.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeMultipart(both, file);
    }
}
