package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Role;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.junit.jupiter.api.Test;

/** The matrix in docs/access.md is what the decision function answers: role by permission by state of the case. */
class AccessPageTest {

    private static final Path PAGE = Path.of("docs", "access.md");
    private static final Set<Purpose> ALL = Set.copyOf(Purpose.ofAgreements());
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Map<Basis, String> MARKS = new EnumMap<>(Map.of(
            Basis.ASSIGNED, "h",
            Basis.AGENCY, "a",
            Basis.AGENDA_ITEM, "m",
            Basis.REQUEST, "q",
            Basis.REFERRER, "r",
            Basis.ACTION, "t",
            Basis.POINT, "p",
            Basis.ALLOWED, "l",
            Basis.EMERGENCY, "e"));

    @Test
    void theMatrixShowsWhatIsDecided() throws IOException {
        String matrix = matrix();
        if (Boolean.getBoolean("access.write")) {
            Files.writeString(PAGE, matrix);
        }
        assertThat(PAGE)
                .as("docs/access.md is stale; write it again with"
                        + " ./mvnw -o -q test -Dtest=AccessPageTest -Daccess.write=true")
                .hasContent(matrix);
    }

    private static String matrix() {
        StringBuilder page = new StringBuilder("""
                # Who may do what with a case

                Written from the decision function itself (`org.holdfast.sharing.Access`); `./mvnw -o -q test -Dtest=AccessPageTest -Daccess.write=true`
                writes it again. A route asks for one permission; the module's door asks it again with what else it knows.

                A cell says in which state of a case somebody with that role alone may do it: **o** any case, by office · **h** works on the case ·
                **a** their agency works with the child · **m** invited to a meeting that speaks about the child · **q** their agency was asked ·
                **r** wrote the referral · **t** has an action to do · **p** has a point of the competent authority to answer · **l** let in by the case
                holder · **e** emergency access. In brackets: only while an agreement of their agency is in force
                for what it is asked for, or for what the tie is (SHR-1). Empty: never.

                In every cell: whoever is kept out by name may not (NRM-22), and a case of another partnership is not there. For permissions that are
                not about one case, holding the role is enough.

                """);
        page.append("| permission | ")
                .append(Arrays.stream(Role.values())
                        .map(role ->
                                role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n|---|")
                .append("---|".repeat(Role.values().length))
                .append('\n');
        for (Permission permission : Permission.values()) {
            page.append("| `").append(permission).append("` |");
            for (Role role : Role.values()) {
                page.append(' ').append(cell(permission, role)).append(" |");
            }
            page.append('\n');
        }
        fields(page);
        return page.toString();
    }

    /** Somebody who reads a case, as the columns of the second table name them. */
    private record Somebody(String name, Role role, AgencyKind kind, Basis tie) {}

    private static final List<Somebody> READERS = List.of(
            new Somebody("co-ordinator", Role.PANEL_COORDINATOR, AgencyKind.LOCAL_AUTHORITY, Basis.OFFICE),
            new Somebody("assigned", Role.SOCIAL_WORKER, AgencyKind.LOCAL_AUTHORITY, Basis.ASSIGNED),
            new Somebody("council with the child", Role.MANAGER, AgencyKind.LOCAL_AUTHORITY, Basis.AGENCY),
            new Somebody("health with the child", Role.AGENCY_CONTACT, AgencyKind.HEALTH, Basis.AGENCY),
            new Somebody("police with the child", Role.AGENCY_CONTACT, AgencyKind.POLICE, Basis.AGENCY),
            new Somebody("other agency with the child", Role.AGENCY_CONTACT, AgencyKind.EDUCATION, Basis.AGENCY),
            new Somebody("chair or voter, invited", Role.PANEL_MEMBER, AgencyKind.OTHER, Basis.AGENDA_ITEM),
            new Somebody("contact, invited", Role.AGENCY_CONTACT, AgencyKind.OTHER, Basis.AGENDA_ITEM),
            new Somebody("adviser, invited", Role.ADVISER, AgencyKind.OTHER, Basis.AGENDA_ITEM),
            new Somebody("let in", Role.AGENCY_CONTACT, AgencyKind.OTHER, Basis.ALLOWED),
            new Somebody("emergency", Role.MANAGER, AgencyKind.OTHER, Basis.EMERGENCY),
            new Somebody("asked", Role.AGENCY_CONTACT, AgencyKind.OTHER, Basis.REQUEST),
            new Somebody("referrer", Role.FIRST_RESPONDER, AgencyKind.OTHER, Basis.REFERRER));

    private static void fields(StringBuilder page) {
        page.append("""

                # Who may read which fields of a case

                Written from the second decision function (`org.holdfast.sharing.FieldAccess`), which is asked about each kind of field for whoever the first
                lets to the case at all (decision 35). **r** read it · **(r)** only while an agreement of their agency in force names that kind of information
                (SHR-1). Empty: it stands there that it is held back, and whom to ask.

                In every cell: whoever is kept out by name reads nothing (NRM-22); what its owner restricted or took back is read by those alone whom the owner
                lets (SHR-4); the co-ordinator's office reads every kind; an agency reads what it gave itself, but for a protected address. Of a protected
                address the last row says who reads where the child lives; agencies that were named for it read it too, where they work with the child or are
                invited, under an agreement that names it.

                """);
        page.append("| field |");
        READERS.forEach(it -> page.append(' ').append(it.name()).append(" |"));
        page.append("\n|---|").append("---|".repeat(READERS.size())).append('\n');
        for (DataClass field : DataClass.values()) {
            row(page, "`" + field + "`", field, FieldAccess.Protection.OPEN);
        }
        row(page, "protected address", DataClass.HOME_AND_WHEREABOUTS, FieldAccess.Protection.PROTECTED);
    }

    private static void row(StringBuilder page, String name, DataClass field, FieldAccess.Protection address) {
        page.append("| ").append(name).append(" |");
        for (Somebody one : READERS) {
            page.append(' ')
                    .append(
                            reads(one, field, Set.of(), address)
                                    ? "r"
                                    : reads(one, field, Set.of(field), address) ? "(r)" : "")
                    .append(" |");
        }
        page.append('\n');
    }

    private static boolean reads(Somebody one, DataClass field, Set<DataClass> agreed, FieldAccess.Protection address) {
        return FieldAccess.decide(new FieldAccess.Question(
                        field,
                        Set.of(one.role()),
                        one.kind(),
                        false,
                        Set.of(one.tie()),
                        agreed,
                        FieldAccess.Owner.OTHERS,
                        address))
                instanceof FieldAccess.Readable;
    }

    private static String cell(Permission permission, Role role) {
        assertThat(decides(permission, role, Basis.ASSIGNED, true, true))
                .as("an exclusion beats all")
                .isFalse();
        if (Access.decide(question(permission, role, List.of(), true, false)) instanceof Access.Granted) {
            return "o";
        }
        StringBuilder always = new StringBuilder();
        StringBuilder agreed = new StringBuilder();
        for (Map.Entry<Basis, String> mark : MARKS.entrySet()) {
            if (decides(permission, role, mark.getKey(), false, false)) {
                always.append(mark.getValue());
            } else if (decides(permission, role, mark.getKey(), true, false)) {
                agreed.append(mark.getValue());
            }
        }
        return always + (agreed.isEmpty() ? "" : "(" + agreed + ")");
    }

    private static boolean decides(Permission permission, Role role, Basis basis, boolean agreed, boolean excluded) {
        List<Involvement> tie = List.of(Involvement.of(new MemberId(new UUID(0, 1)), basis, NOW));
        return Access.decide(question(permission, role, tie, agreed, excluded)) instanceof Access.Granted;
    }

    private static Access.Question question(
            Permission permission, Role role, List<Involvement> ties, boolean agreed, boolean excluded) {
        return new Access.Question(
                permission, Set.of(role), true, excluded, false, ties, null, agreed ? ALL : Set.of(), NOW);
    }
}
