package org.holdfast.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.web.servlet.View;

/** Handing a file to a browser so that it is saved and never run or shown as a page. */
public final class Download {

    private Download() {}

    /** The answer that carries a file. */
    public static View of(String name, String mediaType, byte[] content) {
        return (model, request, response) -> {
            response.setContentType(mediaType);
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        };
    }

    /** A cell of comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */
    public static String cell(String text) {
        String safe = text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
