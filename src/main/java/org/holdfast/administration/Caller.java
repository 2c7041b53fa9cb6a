package org.holdfast.administration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.WebhookAnswer;
import org.holdfast.partnership.WebhookFault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends something to an address that an administrator typed. It speaks HTTP itself, in one request on one connection, because the client of
 * Java looks a name up once more when it connects, and by then the name may lead elsewhere than where it was checked. Of the answer it reads
 * the status and no more, so it follows nothing.
 */
@Component
class Caller {

    /** How long all of it may take, from the first byte to the status. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CONNECT_MILLIS = 3000;

    /** So many addresses of one name are tried. */
    private static final int ADDRESSES = 3;

    /** What is read of an answer before it is no answer. */
    private static final int MOST_READ = 8192;

    private static final int LONGEST_ADDRESS = 500;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");

    private final boolean loopback;
    private final Duration patience;
    private final SSLSocketFactory tls;
    private final Names names;

    /** Where a name leads at this moment. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Autowired
    Caller(@Value("${holdfast.webhooks.loopback}") boolean loopback) {
        this(loopback, PATIENCE, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param loopback whether programs on this machine may be called, without TLS too, as in a demonstration */
    Caller(boolean loopback, Duration patience, SSLSocketFactory tls) {
        this(loopback, patience, tls, InetAddress::getAllByName);
    }

    /** @param names looked up once for each thing that is sent: what was checked is what is connected to */
    Caller(boolean loopback, Duration patience, SSLSocketFactory tls, Names names) {
        this.names = names;
        this.loopback = loopback;
        this.patience = patience;
        this.tls = tls;
    }

    /** The address that was typed, if something may be sent there. */
    Outcome<URI> address(String typed) {
        try {
            URI address = new URI(new URI(typed.strip()).toASCIIString());
            boolean readable = typed.length() <= LONGEST_ADDRESS
                    && (secure(address) || loopback && "http".equals(scheme(address)))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && address.getPort() <= 65535;
            if (!readable) {
                return refused("unreadable");
            }
            open(address);
            return Outcome.done(address);
        } catch (URISyntaxException unreadable) {
            return refused("unreadable");
        } catch (ClosedException closed) {
            return refused("closed");
        } catch (IOException unknown) {
            return refused("unknown");
        }
    }

    private static Outcome<URI> refused(String why) {
        return Outcome.refused(Reason.about("address", "administration.webhook.address." + why));
    }

    /** Sends a body of JSON, and answers what the other side said. */
    WebhookAnswer send(URI address, Map<String, String> headers, String body) {
        Ledger.outside();
        try (Socket plain = connected(address)) {
            Thread guard = Thread.startVirtualThread(() -> closeAfterPatience(plain));
            try {
                return new WebhookAnswer(
                        spoken(secure(address) ? encrypted(plain, address) : plain, address, headers, body), null);
            } finally {
                guard.interrupt();
            }
        } catch (ClosedException closed) {
            return new WebhookAnswer(null, WebhookFault.CLOSED);
        } catch (IOException away) {
            return new WebhookAnswer(null, WebhookFault.NO_ANSWER);
        }
    }

    /** The name leads to where nothing is sent. */
    private static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Where the name leads at this moment, every address of it checked. */
    private List<InetAddress> open(URI address) throws IOException {
        List<InetAddress> all = Arrays.asList(names.of(address.getHost()));
        if (!all.stream()
                .allMatch(one -> one.isLoopbackAddress() ? loopback : secure(address) && PublicAddress.is(one))) {
            throw new ClosedException();
        }
        return all;
    }

    private Socket connected(URI address) throws IOException {
        IOException away = new IOException("no address");
        int port = address.getPort() > 0 ? address.getPort() : secure(address) ? 443 : 80;
        for (InetAddress one : open(address).stream().limit(ADDRESSES).toList()) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(one, port), CONNECT_MILLIS);
                return socket;
            } catch (IOException notThere) {
                socket.close();
                away = notThere;
            }
        }
        throw away;
    }

    private void closeAfterPatience(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException | IOException answered) {
            // nothing to close any more
        }
    }

    private Socket encrypted(Socket plain, URI address) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.getHost(), plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int spoken(Socket socket, URI address, Map<String, String> headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST ")
                .append(address.getRawPath().isEmpty() ? "/" : address.getRawPath())
                .append(address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getRawAuthority())
                .append("\r\nUser-Agent: Holdfast\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(content.length)
                .append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        OutputStream out = socket.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
        InputStream in = socket.getInputStream();
        int read = 0;
        while (true) {
            String line = line(in, MOST_READ - read);
            read += line.length() + 1;
            Matcher status = STATUS_LINE.matcher(line.strip());
            if (!status.matches()) {
                throw new IOException("not HTTP");
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= 200) {
                return code;
            }
            // something said in between (1xx): its headers end with an empty line, and then comes the answer
            do {
                line = line(in, MOST_READ - read);
                read += line.length() + 1;
            } while (!line.isBlank());
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() >= most) {
                throw new IOException("no line");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private static boolean secure(URI address) {
        return "https".equals(scheme(address));
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }
}
