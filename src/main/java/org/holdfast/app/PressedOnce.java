package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Press;
import org.holdfast.pages.Page;
import org.holdfast.pages.Pages;
import org.holdfast.pages.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A form that somebody sends twice, as by a double press without script, is done once. Every form carries a key of its own; the same person,
 * or whoever holds the same link, sending the same fields with the same key to the same address is the same press. Here the second waits for the first, so that it can be
 * answered as the first was; that nothing is done twice the ledger sees to, also where two nodes are asked ({@link Press}).
 */
@Component
class PressedOnce extends OncePerRequestFilter {

    /** Changes with every page that is drawn, and says nothing of what was typed. */
    private static final String PROOF = "_csrf";

    /** Behind a link nobody is signed in: who holds it is who sends. It is a secret, and kept nowhere. */
    private static final Pattern LINK = Pattern.compile("(/[gv]/[^/]+)/.*");

    private final Ledger ledger;
    private final ObjectProvider<SignedIn> signedIn;
    private final ConcurrentMap<String, CompletableFuture<@Nullable Shown>> running = new ConcurrentHashMap<>();

    PressedOnce(Ledger ledger, ObjectProvider<SignedIn> signedIn) {
        this.ledger = ledger;
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] mark = mark(request);
        if (mark == null) {
            chain.doFilter(request, response);
            return;
        }
        String name = HexFormat.of().formatHex(mark);
        CompletableFuture<@Nullable Shown> mine = new CompletableFuture<>();
        Shown page = null;
        CompletableFuture<@Nullable Shown> before = running.putIfAbsent(name, mine);
        while (before != null) {
            Shown shown = before.join();
            if (shown != null) {
                shown.to(response);
                return;
            }
            before = running.putIfAbsent(name, mine);
        }
        try {
            page = pressed(new Press(mark), request, response, chain);
        } finally {
            running.remove(name, mine);
            mine.complete(page);
        }
    }

    /** What the first press showed, for a second that waits for it: a link that is shown once is shown to whoever pressed twice. */
    private record Shown(String type, byte[] content) {
        void to(HttpServletResponse response) throws IOException {
            response.setContentType(type);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        }
    }

    private @Nullable Shown pressed(
            Press press, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // nothing of the answer goes out before it is kept where it led
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            press.during(() -> {
                chain.doFilter(request, answer);
                return press;
            });
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        String led = answer.getHeader(HttpHeaders.LOCATION);
        Matcher link = LINK.matcher(request.getRequestURI());
        if (press.keptIn() != null
                && answer.getStatus() == HttpServletResponse.SC_SEE_OTHER
                && led != null
                && Pages.ours(led)
                && !(link.matches() && led.startsWith(link.group(1)))) {
            ledger.answered(press, led);
        }
        String type = answer.getContentType();
        Shown shown = press.keptIn() != null && answer.getStatus() == HttpServletResponse.SC_OK && type != null
                ? new Shown(type, answer.getContentAsByteArray())
                : null;
        answer.copyBodyToResponse();
        return shown;
    }

    /** What tells this press from every other; null where it is none: no form of ours, nobody signed in and no link, or a script that sends. */
    private byte @Nullable [] mark(HttpServletRequest request) throws IOException, ServletException {
        if (!request.getMethod().equals("POST") || byScript(request)) {
            return null;
        }
        String key = request.getParameter(Page.ONCE);
        Actor actor = key == null || key.isEmpty() ? null : signedIn.getObject().actor(request);
        if (key == null
                || key.isEmpty()
                || actor == null && !LINK.matcher(request.getRequestURI()).matches()) {
            return null;
        }
        MessageDigest digest = digest();
        add(digest, actor == null ? "" : actor.member().toString());
        add(digest, request.getRequestURI());
        add(digest, Objects.requireNonNullElse(request.getQueryString(), ""));
        for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!field.getKey().equals(PROOF)) {
                add(digest, field.getKey());
                Arrays.stream(field.getValue()).forEach(value -> add(digest, value));
                add(digest, "");
            }
        }
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    add(digest, part.getSubmittedFileName());
                    add(digest, part);
                }
            }
        }
        return digest.digest();
    }

    /** A script sends again by itself what a form says, as it changes; a browser says so. */
    private static boolean byScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate") || request.getHeader("HX-Request") != null;
    }

    private static void add(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, Part part) throws IOException {
        digest.update((part.getSize() + ":").getBytes(StandardCharsets.UTF_8));
        byte[] some = new byte[8192];
        try (InputStream content = part.getInputStream()) {
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                digest.update(some, 0, read);
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
