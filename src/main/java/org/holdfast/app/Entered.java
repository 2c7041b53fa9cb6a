package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When and from where a session was entered, kept in it.
 *
 * @param from the address it came from
 * @param browser what the browser calls itself, such as Firefox; empty where it is none we know
 * @param system what it runs on, such as Windows; empty where it is none we know
 */
record Entered(Instant at, String from, String browser, String system) implements Serializable {

    static final String ATTRIBUTE = "holdfast.entered";

    /** After so long one signs in anew, however busy: a working day and no more. */
    static final Duration LASTS = Duration.ofHours(12);

    /** Some names stand within others: the first that is found counts. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Windows", "Windows"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("Linux", "Linux"));

    static Entered by(HttpServletRequest request, Instant now) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Entered(now, request.getRemoteAddr(), called(agent, BROWSERS), called(agent, SYSTEMS));
    }

    /** The address that tries are counted by. Of the newer kind one person has a whole range, so it is the range that counts. */
    static String source(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private static String called(String agent, List<Map.Entry<String, String>> names) {
        return names.stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(name -> name.getValue())
                .findFirst()
                .orElse("");
    }
}
