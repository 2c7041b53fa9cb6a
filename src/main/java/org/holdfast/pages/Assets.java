package org.holdfast.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Stylesheets and scripts, read once at start, under an address that changes with their content, so that a browser keeps them for good.
 * GOV.UK Frontend is served without the typeface that only GOV.UK may use.
 */
@Component
public class Assets {
    private static final String GOVUK = "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/";
    private static final String OWN = "static-assets/";
    private static final String FONTS = "fonts/";
    private static final List<String> FACES = List.of(
            "noto-sans-latin", "noto-sans-vietnamese", "noto-sans-arabic-arabic", "noto-sans-ethiopic-ethiopic");
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("url\\([^)]*govuk-crest[^)]*\\)");
    private static final Pattern SOURCE_MAP =
            Pattern.compile("(//# sourceMappingURL=\\S*|/\\*# sourceMappingURL=[^*]*\\*/)\\s*$");

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final String version;

    /**
     * One file as it is sent.
     *
     * @param zipped the same bytes as {@code plain} where the file is packed as it is, as typefaces are
     */
    public record Asset(String contentType, byte[] plain, byte[] zipped) {

        /** Whether sending it zipped is any use. */
        public boolean zippable() {
            return plain != zipped;
        }
    }

    Assets() {
        add("govuk-frontend.min.css", withoutGovernmentTypeface(read(GOVUK + "govuk-frontend.min.css")));
        add("govuk-frontend.min.js", withoutSourceMap(read(GOVUK + "govuk-frontend.min.js")));
        add("htmx.min.js", read(HTMX + "htmx.min.js"));
        for (String own :
                new String[] {"holdfast.css", "tongues.css", "holdfast.js", "passkeys.js", "scripted.js", "icon.svg"}) {
            add(own, read(OWN + own));
        }
        for (String face : FACES) {
            for (String weight : new String[] {"400", "700"}) {
                String name = face + "-" + weight + ".woff2";
                byte[] packed = bytes(FONTS + name);
                assets.put(name, new Asset(contentType(name), packed, packed));
            }
        }
        version = digest();
    }

    /** The address of a file. */
    public String path(String name) {
        if (!assets.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + version + "/" + name;
    }

    /** A file by version and name; none for a name or version there is not. */
    public Optional<Asset> find(String sought, String name) {
        return sought.equals(version) ? Optional.ofNullable(assets.get(name)) : Optional.empty();
    }

    private void add(String name, String content) {
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        assets.put(name, new Asset(contentType(name), plain, zipped(plain)));
    }

    static String withoutGovernmentTypeface(String css) {
        String plain = FONT_FACE.matcher(css).replaceAll("");
        plain = plain.replaceAll("[\"']?GDS Transport[\"']?,arial,", "Arial,Helvetica,")
                .replaceAll("[\"']?GDS Transport[\"']?", "Arial");
        return withoutSourceMap(CREST.matcher(plain).replaceAll("none"));
    }

    private static String withoutSourceMap(String content) {
        return SOURCE_MAP.matcher(content).replaceAll("");
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            assets.forEach((name, asset) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.plain());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String read(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] zipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }
}
