package org.holdfast.oversight.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdfast.oversight.LedgerLines;
import org.holdfast.oversight.LedgerLines.Reading;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Member;
import org.jspecify.annotations.Nullable;

/** Lines of the ledger as they were asked for. */
public record LinesView(List<Reading> lines, List<Member> members, Form asked) {

    /** Whom one can ask about. */
    public List<Option> people() {
        return members.stream()
                .map(member -> Option.of(
                        member.id().value().toString(),
                        member.name() + ", " + member.agency().name()))
                .toList();
    }

    /** Whether anything was left out. */
    public boolean narrowed() {
        return asked.all().entrySet().stream()
                .anyMatch(field -> !field.getKey().startsWith("_")
                        && field.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    /** The path of the lines before these; null where there can be none. */
    public @Nullable String older() {
        return lines.size() < LedgerLines.PAGE
                ? null
                : "/ledger?" + query() + "before=" + lines.getLast().line().seq();
    }

    /** The path of the same lines as a file. */
    public String csv() {
        return "/ledger.csv?" + query();
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        asked.all().forEach((name, values) -> {
            if (!name.equals("before")) {
                values.forEach(value -> query.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
            }
        });
        return query.toString();
    }
}
