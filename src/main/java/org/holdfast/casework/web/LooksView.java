package org.holdfast.casework.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdfast.casework.Looks.Look;
import org.holdfast.pages.Form;

/** Who has looked at a case, the newest first, as far as it was asked for. */
public record LooksView(CaseFrame frame, List<Look> looks, Form asked) {

    /** Whether anything was left out. */
    public boolean narrowed() {
        return narrowed(asked);
    }

    /** Whether only the last few are shown. */
    public boolean lastOnes() {
        return !all(asked);
    }

    static boolean all(Form asked) {
        return asked.has("all") || narrowed(asked);
    }

    private static boolean narrowed(Form asked) {
        return asked.has("act") || asked.dateTyped("from") || asked.dateTyped("to");
    }

    /** The path of the same lines as a file of comma-separated values. */
    public String csv() {
        StringBuilder query = new StringBuilder();
        asked.all()
                .forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? '?' : '&')
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return frame.path("looks.csv") + query;
    }
}
