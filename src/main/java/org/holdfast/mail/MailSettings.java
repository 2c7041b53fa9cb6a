package org.holdfast.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How this installation sends mail, and the address at which people reach it.
 *
 * @param server the mail server; null where none was named, and then messages stay in the outbox
 * @param from the address that messages come from
 * @param publicAddress with which links begin, without a stroke at its end
 */
public record MailSettings(@Nullable Server server, String from, String publicAddress) {

    /**
     * The mail server.
     *
     * @param implicitTls whether it speaks TLS from the first byte (smtps), and not after STARTTLS
     * @param mustEncrypt whether nothing is sent where TLS cannot be had
     * @param user empty where it asks for none
     */
    public record Server(
            String host, int port, boolean implicitTls, boolean mustEncrypt, String user, String password) {
        @Override
        public String toString() {
            return (implicitTls ? "smtps://" : "smtp://") + host + ":" + port;
        }
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException naming the setting that is wrong
     */
    static MailSettings of(String url, String user, String password, String from, String tls, String publicAddress) {
        String address = publicAddress.replaceFirst("/+$", "");
        if (!address.matches("https?://[^\\s/?#]+")) {
            throw new IllegalStateException("HOLDFAST_PUBLIC_URL must be such as https://holdfast.example.org");
        }
        if (url.isBlank()) {
            return new MailSettings(null, EmailAddress.usable(from) ? from : "holdfast@" + host(address), address);
        }
        if (!EmailAddress.usable(from)) {
            throw new IllegalStateException("HOLDFAST_MAIL_FROM must be the address that messages come from");
        }
        if (host(address).equals("localhost")) {
            throw new IllegalStateException(
                    "HOLDFAST_PUBLIC_URL must name the address at which people reach Holdfast: links in mail begin with it");
        }
        boolean mustEncrypt = switch (tls.toLowerCase(Locale.ROOT)) {
            case "required" -> true;
            case "none" -> false;
            default -> throw new IllegalStateException("HOLDFAST_SMTP_TLS must be required or none");
        };
        return new MailSettings(server(url, user, password, mustEncrypt), from, address);
    }

    /** The address of one of our pages, as it stands in a message. */
    public String link(String path) {
        return publicAddress + path;
    }

    private static Server server(String url, String user, String password, boolean mustEncrypt) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException notAnAddress) {
            throw wrongServer();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !scheme.equals("smtp") && !scheme.equals("smtps") || uri.getUserInfo() != null) {
            throw wrongServer();
        }
        boolean implicit = scheme.equals("smtps");
        int port = uri.getPort() > 0 ? uri.getPort() : implicit ? 465 : 587;
        return new Server(host, port, implicit, mustEncrypt, user, password);
    }

    private static IllegalStateException wrongServer() {
        return new IllegalStateException(
                "HOLDFAST_SMTP_URL must be such as smtp://mail.example.org:587 or"
                        + " smtps://mail.example.org:465; user and password stand in HOLDFAST_SMTP_USER and HOLDFAST_SMTP_PASSWORD");
    }

    private static String host(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
    }
}
