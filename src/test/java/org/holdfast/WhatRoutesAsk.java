package org.holdfast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.audit.Role;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.PlainRules;
import org.holdfast.sharing.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What every route asks before it opens, written down by hand in {@code what-routes-ask.txt} and read with the rules as {@link PlainRules}
 * says them: neither the controllers nor the decision function have a part in it. What is not written there is closed to everybody.
 */
final class WhatRoutesAsk {

    /** How somebody stands to the child of whom an address tells, or stood. */
    enum Standing {
        NOTHING(""),
        WORKS_ON_THE_CASE("h", Basis.ASSIGNED),
        AGENCY_WITH_THE_CHILD("a", Basis.AGENCY),
        INVITED("m", Basis.AGENDA_ITEM),
        AGENCY_ASKED("q", Basis.REQUEST),
        WROTE_IT("r", Basis.REFERRER),
        HAS_AN_ACTION("t", Basis.ACTION),
        HAS_A_POINT("p", Basis.POINT),
        LET_IN("l", Basis.ALLOWED),
        EMERGENCY("e", Basis.EMERGENCY),
        /** Works on the case, and is kept out by name. */
        KEPT_OUT("", Basis.ASSIGNED),
        /** Works on the case, and was challenged: it rests until somebody has looked. */
        RESTS("", Basis.ASSIGNED),
        /** Works on the case, and a review left them reading. */
        NARROWED("", Basis.ASSIGNED),
        /** Had every tie there is, and all of them ended. */
        ENDED("");

        final String letter;
        private final Set<Basis> ties;

        Standing(String letter, Basis... ties) {
            this.letter = letter;
            this.ties = Set.of(ties);
        }

        boolean out() {
            return this == KEPT_OUT || this == RESTS;
        }
    }

    /**
     * Somebody who asks.
     *
     * @param signed whether an agreement of their agency is in force
     * @param program whether it is no person but a program
     */
    record Asking(Role role, Standing standing, boolean signed, boolean program) {}

    /** What somebody is answered. */
    enum Answer {
        /** It is there. */
        OPEN,
        /** As if it were not there; or which agreement is missing, for whoever has a tie that would open it (SHR-1). */
        CLOSED,
        /** It is there, and that it is for somebody else to do. */
        FOR_OTHERS
    }

    /**
     * What is asked on one route: every part of it must be granted.
     *
     * @param remark what else has to be so, which no role and no tie says; empty where there is nothing
     * @param told what is asked of whoever was let in, and openly refused to others of them
     */
    record Row(String route, List<String> asks, List<String> told, String remark) {

        Answer to(Asking who) {
            if (!all(asks, who)) {
                return Answer.CLOSED;
            }
            return all(told, who) ? Answer.OPEN : Answer.FOR_OTHERS;
        }

        boolean opensTo(Asking who) {
            return to(who) == Answer.OPEN;
        }

        /** Whether nothing is asked about a child. */
        boolean ofNoChild() {
            return Stream.concat(asks.stream(), told.stream())
                    .flatMap(ask -> Stream.of(ask.split(" or | [+] ")))
                    .allMatch(ask -> ask.startsWith("any ") || ask.equals("everybody"));
        }

        private static boolean all(List<String> asked, Asking who) {
            return asked.stream()
                    .allMatch(ask -> Stream.of(ask.split(" or "))
                            .anyMatch(one -> Stream.of(one.split(" [+] ")).allMatch(it -> granted(it, who))));
        }
    }

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private WhatRoutesAsk() {}

    /** The rows by their routes, in the order of the file. */
    static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (InputStream file = WhatRoutesAsk.class.getResourceAsStream("/what-routes-ask.txt")) {
            if (file == null) {
                return rows;
            }
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.strip().split("\\s{2,}", 2);
                String[] said = parts[1].split(" # ", 2);
                String[] asked = said[0].strip().split(" \\| ", 2);
                Row row = new Row(
                        parts[0],
                        List.of(asked[0].split("; ")),
                        asked.length == 1 ? List.of() : List.of(asked[1].split("; ")),
                        said.length == 1 ? "" : said[1].strip());
                if (rows.put(row.route(), row) != null) {
                    throw new IllegalStateException("twice: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static boolean granted(String ask, Asking who) {
        return switch (ask) {
            case "everybody" -> true;
            case "nobody" -> false;
            case "invited" ->
                who.role() == Role.PANEL_COORDINATOR || who.standing() == Standing.INVITED && !who.program();
            case "no co-ordinator" -> who.role() != Role.PANEL_COORDINATOR;
            case "office" -> who.role() == Role.PANEL_COORDINATOR;
            case "not kept out" -> !who.standing().out();
            // whoever referred the same child in a referral of their own sees that one, not this
            case "this referral" ->
                !said(Permission.SEE_REFERRAL, who).startsWith("yes REFERRER")
                        || !who.program() && Permission.MAKE_REFERRAL.roles().contains(who.role());
            case "chairs" -> chairs(who);
            case "runs it" -> who.role() == Role.PANEL_COORDINATOR || chairs(who);
            case "has the point" -> who.standing() == Standing.HAS_A_POINT && who.role() != Role.ASSURER;
            case "every field" -> everyField(who);
            case "the agency asked" -> who.standing() == Standing.AGENCY_ASKED;
            case "the writer" -> who.standing() == Standing.WROTE_IT;
            default ->
                ask.startsWith("any ")
                        ? Permission.valueOf(ask.substring(4)).roles().contains(who.role())
                        : said(Permission.valueOf(ask), who).startsWith("yes");
        };
    }

    /** Whether they read every kind of field of the case, as somebody of a school: a form as it came cannot be taken apart. */
    private static boolean everyField(Asking who) {
        if (who.role() == Role.PANEL_COORDINATOR) {
            return true;
        }
        return switch (who.standing()) {
            case WORKS_ON_THE_CASE, NARROWED -> who.signed();
            case INVITED ->
                who.signed() && !who.program() && (who.role() == Role.PANEL_CHAIR || who.role() == Role.PANEL_MEMBER);
            case WROTE_IT -> true;
            default -> false;
        };
    }

    private static boolean chairs(Asking who) {
        return who.role() == Role.PANEL_CHAIR && who.standing() == Standing.INVITED && !who.program();
    }

    private static String said(Permission permission, Asking who) {
        List<Involvement> ties = new ArrayList<>();
        // a program is invited to nothing
        Set<Basis> standing = who.program() && who.standing() == Standing.INVITED ? Set.of() : who.standing().ties;
        standing.forEach(basis -> ties.add(tie(basis, null)));
        if (who.standing() == Standing.ENDED) {
            EnumSet.allOf(Basis.class).forEach(basis -> ties.add(tie(basis, NOW.minusSeconds(1))));
        }
        return PlainRules.said(new Access.Question(
                permission,
                Set.of(who.role()),
                true,
                who.standing().out(),
                who.standing() == Standing.NARROWED,
                ties,
                null,
                who.signed() ? EnumSet.allOf(Purpose.class) : Set.of(),
                NOW));
    }

    private static Involvement tie(Basis basis, @Nullable Instant until) {
        return basis == Basis.AGENCY || basis == Basis.REQUEST
                ? new Involvement(null, new AgencyId(new UUID(0, 2)), basis, NOW.minusSeconds(9), until)
                : new Involvement(new MemberId(new UUID(0, 1)), null, basis, NOW.minusSeconds(9), until);
    }
}
