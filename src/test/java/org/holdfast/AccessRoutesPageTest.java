package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.WhatRoutesAsk.Asking;
import org.holdfast.WhatRoutesAsk.Row;
import org.holdfast.WhatRoutesAsk.Standing;
import org.holdfast.audit.Role;
import org.junit.jupiter.api.Test;

/** The matrix in docs/access-routes.md says of every route what {@link AccessMatrixTest} finds when it walks all of its cells. */
class AccessRoutesPageTest {

    private static final Path PAGE = Path.of("docs", "access-routes.md");

    @Test
    void thePageShowsWhatIsWalked() throws IOException {
        String page = page();
        if (Boolean.getBoolean("access.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/access-routes.md is stale; write it again with"
                        + " ./mvnw -o -q test -Dtest=AccessRoutesPageTest -Daccess.write=true")
                .hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Who may do what at which address

                Every route of the program, by feature. Written from what each route is to ask (`src/test/resources/what-routes-ask.txt`) and the rules as
                `PlainRules` says them, which share nothing with the program; `AccessMatrixTest` walks every cell over HTTP, in three partnerships, and finds the
                program to answer so. `./mvnw -o -q test -Dtest=AccessRoutesPageTest -Daccess.write=true` writes it again. What stands nowhere here is denied, and
                what is denied is answered like what is missing (404) and stands on the ledger with its reason.

                A cell says whether somebody with that role alone may: **x** yes, as it is about no one child · **o** yes, any child, by office · or in which
                state of the case: **h** works on the case · **a** their agency works with the child · **m** invited to the meeting · **q** their agency was
                asked · **r** wrote the referral · **t** has that action to do · **p** has a point of the competent authority to answer · **l** let in by the
                case holder · **e** emergency access. In brackets: only while an agreement of their agency is in force for it (SHR-1). Empty: never.

                Where a row has **o** or a letter: whoever is kept out by name, or whose challenged access rests, may not (NRM-22); whose access a review narrowed may
                where the last column says so (SHR-3). A tie that has ended opens nothing. Of another partnership nothing is there. Lists, and papers about several
                children, hold those children alone for whom each is let in; fields and parts that are held back inside what is shown: [access](access.md), second
                table, and decision 18. Whoever is let in to where a thing stands, and may not do it, is told that it is for others; that stands on the ledger too.

                """);
        Map<String, Map<String, String>> chapters = new LinkedHashMap<>();
        WhatRoutesAsk.rows()
                .values()
                .forEach(row -> chapters.computeIfAbsent(chapter(row), _ -> new LinkedHashMap<>())
                        .merge(cells(row), named(row), (all, one) -> all + "<br>" + one));
        chapters.forEach((chapter, rows) -> {
            page.append("## ").append(chapter).append("\n\n| route | ");
            page.append(Arrays.stream(Role.values())
                    .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(" | ")));
            page.append(" | narrowed |\n|---|")
                    .append("---|".repeat(Role.values().length + 1))
                    .append('\n');
            rows.forEach((cells, routes) ->
                    page.append("| ").append(routes).append(" |").append(cells).append('\n'));
            page.append('\n');
        });
        page.append("## Without a role\n\nAnybody, without signing in, and nothing of anybody: ")
                .append(listed(EveryRoute.PUBLIC))
                .append(".\n\nEverybody signed in, their own and nothing else: ")
                .append(listed(EveryRoute.OWN))
                .append(", and what lies under `/drafts/`.\n");
        return page.toString();
    }

    private static String listed(Set<String> addresses) {
        return addresses.stream().sorted().map(it -> "`" + it + "`").collect(Collectors.joining(" · "));
    }

    private static String named(Row row) {
        return "`" + row.route() + "`" + (row.remark().isEmpty() ? "" : " (" + row.remark() + ")");
    }

    /** Where a route stands: what its address begins with. */
    private static String chapter(Row row) {
        List<String> parts = Arrays.stream(
                        row.route().substring(row.route().indexOf('/') + 1).split("[/.]"))
                .toList();
        return switch (parts.getFirst()) {
            case "api" -> "The interface for other programs";
            case "scim" -> "The interface for directories of agencies";
            case "cases" ->
                parts.size() < 3 || parts.get(2).startsWith("{") ? "A child's case" : "A child's case: " + parts.get(2);
            case "meetings" ->
                parts.size() > 2
                                && Set.of("minutes", "pack", "requests", "room", "items")
                                        .contains(parts.get(2))
                        ? "Meetings: " + parts.get(2)
                        : "Meetings";
            case "referrals" -> parts.size() > 1 && parts.get(1).equals("drafts") ? "Referrals: drafts" : "Referrals";
            default ->
                parts.getFirst().substring(0, 1).toUpperCase(Locale.ROOT)
                        + parts.getFirst().substring(1);
        };
    }

    private static String cells(Row row) {
        boolean program = row.route().contains(" /api/") || row.route().contains(" /scim/");
        StringBuilder cells = new StringBuilder();
        boolean narrowed = false;
        for (Role role : Role.values()) {
            cells.append(' ').append(cell(row, role, program)).append(" |");
            narrowed |= row.opensTo(new Asking(role, Standing.NARROWED, true, program))
                    && !row.opensTo(new Asking(role, Standing.KEPT_OUT, true, program));
        }
        return cells + (narrowed ? " may |" : "  |");
    }

    private static String cell(Row row, Role role, boolean program) {
        if (row.opensTo(new Asking(role, Standing.NOTHING, false, program))) {
            return row.opensTo(new Asking(role, Standing.KEPT_OUT, false, program)) ? "x" : "o";
        }
        StringBuilder always = new StringBuilder();
        StringBuilder agreed = new StringBuilder();
        for (Standing standing : Standing.values()) {
            if (row.opensTo(new Asking(role, standing, false, program))) {
                always.append(standing.letter);
            } else if (row.opensTo(new Asking(role, standing, true, program))) {
                agreed.append(standing.letter);
            }
        }
        return always + (agreed.isEmpty() ? "" : "(" + agreed + ")");
    }
}
