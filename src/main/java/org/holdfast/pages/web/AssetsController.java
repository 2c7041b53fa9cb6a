package org.holdfast.pages.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.holdfast.pages.Assets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Stylesheets and scripts, to be kept by the browser for good: a change has another address. */
@Controller
class AssetsController {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{version:[0-9a-f]{16}}/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String version,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        boolean zipped = encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip");
        return assets.find(version, name)
                .map(asset -> {
                    var answer = ResponseEntity.ok()
                            .cacheControl(FOR_GOOD)
                            .contentType(MediaType.parseMediaType(asset.contentType()))
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                    return zipped && asset.zippable()
                            ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                                    .body(asset.zipped())
                            : answer.body(asset.plain());
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The partnership's colour, as a stylesheet because the page itself may carry no style. */
    @GetMapping("/assets/house/{colour:[0-9a-f]{6}}.css")
    ResponseEntity<byte[]> house(@PathVariable String colour) {
        String css = ":root{--house-colour:#" + colour + "}";
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .body(css.getBytes(StandardCharsets.UTF_8));
    }
}
