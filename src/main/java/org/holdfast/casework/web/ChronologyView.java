package org.holdfast.casework.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdfast.casework.ChronologyFilter;
import org.holdfast.casework.ChronologyLine;
import org.holdfast.casework.SwimLanes;
import org.holdfast.pages.Form;
import org.holdfast.pages.Page;

/**
 * A chronology as list and picture.
 *
 * @param lines those that the filter lets through
 * @param all how many there are without it
 * @param agencies whose information there is
 */
public record ChronologyView(
        CaseFrame frame,
        List<ChronologyLine> lines,
        int all,
        SwimLanes picture,
        List<String> agencies,
        ChronologyFilter filter,
        Form asked) {

    /** When a line happened, in words. */
    public String when(Page page, ChronologyLine line) {
        return Typed.words(page, line.when());
    }

    /** The path of the same lines as a file of comma-separated values. */
    public String csv() {
        StringBuilder query = new StringBuilder();
        asked.all()
                .forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? '?' : '&')
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return frame.path("chronology.csv") + query;
    }
}
