package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.audit.Role;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.junit.jupiter.api.Test;

/**
 * SHR-1, SHR-3, NRM-22: the decision function against the same rules written down once more, plainly and without sharing a line with it, on a
 * million cases drawn at random.
 */
class AccessOracleTest {

    private static final int CASES = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Permission[] PERMISSIONS = Permission.values();
    private static final Role[] ROLES = Role.values();
    private static final Basis[] BASES = Basis.values();
    private static final Purpose[] PURPOSES = Purpose.values();

    @Test
    void aMillionCasesAreDecidedAsTheRulesSay() {
        SplittableRandom random = new SplittableRandom(20260302);
        Map<String, Integer> seen = new TreeMap<>();
        for (int each = 0; each < CASES; each++) {
            Access.Question question = drawn(random);
            String decided = switch (Access.decide(question)) {
                case Access.Granted(Basis basis, Purpose purpose) -> "yes " + basis + " for " + purpose;
                case Access.Denied(Access.Why why, Purpose purpose) ->
                    "no " + why + (purpose == null ? "" : " for " + purpose);
            };
            String said = PlainRules.said(question);
            if (!decided.equals(said)) {
                assertThat(decided).as(question.toString()).isEqualTo(said);
            }
            seen.merge(decided.replaceFirst(" for .*", ""), 1, Integer::sum);
        }
        List<String> everything = new ArrayList<>();
        for (Basis basis : BASES) {
            everything.add("yes " + basis);
        }
        // whose step it is, is said by the module whose step it is, and not decided here
        for (Access.Why why : EnumSet.complementOf(EnumSet.of(Access.Why.FOR_OTHERS))) {
            everything.add("no " + why);
        }
        assertThat(seen.keySet()).as("every answer was among them").containsAll(everything);
        assertThat(seen.values()).allMatch(times -> times > 50);
    }

    private static Access.Question drawn(SplittableRandom random) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int left = random.nextInt(4); left > 0; left--) {
            roles.add(ROLES[random.nextInt(ROLES.length)]);
        }
        List<Involvement> ties = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            Basis basis = BASES[random.nextInt(BASES.length)];
            Instant from = NOW.plusSeconds(random.nextInt(-3, 2));
            Instant until = random.nextBoolean() ? null : NOW.plusSeconds(random.nextInt(-2, 3));
            Purpose purpose = PURPOSES[random.nextInt(PURPOSES.length)];
            ties.add(
                    random.nextBoolean()
                            ? new Involvement(new MemberId(new UUID(0, 1)), null, basis, from, until, purpose)
                            : new Involvement(null, new AgencyId(new UUID(0, 2)), basis, from, until, purpose));
        }
        Set<Purpose> agreed = EnumSet.noneOf(Purpose.class);
        for (int left = random.nextInt(PURPOSES.length); left > 0; left--) {
            agreed.add(PURPOSES[random.nextInt(PURPOSES.length)]);
        }
        return new Access.Question(
                PERMISSIONS[random.nextInt(PERMISSIONS.length)],
                roles,
                random.nextInt(20) != 0,
                random.nextInt(20) == 0,
                random.nextInt(10) == 0,
                ties,
                random.nextBoolean() ? null : PURPOSES[random.nextInt(PURPOSES.length)],
                agreed,
                NOW);
    }

    private static final DataClass[] FIELDS = DataClass.values();
    private static final AgencyKind[] KINDS = AgencyKind.values();

    @Test
    void aMillionFieldsAreDecidedAsTheRulesSay() {
        SplittableRandom random = new SplittableRandom(20260303);
        Map<String, Integer> seen = new TreeMap<>();
        for (int each = 0; each < CASES; each++) {
            FieldAccess.Question question = drawnField(random);
            String decided = switch (FieldAccess.decide(question)) {
                case FieldAccess.Readable(FieldAccess.Ground ground) -> "yes " + ground;
                case FieldAccess.HeldBack(FieldAccess.Why why) -> "no " + why;
            };
            String said = said(question);
            if (!decided.equals(said)) {
                assertThat(decided).as(question.toString()).isEqualTo(said);
            }
            seen.merge(decided, 1, Integer::sum);
        }
        List<String> everything = new ArrayList<>();
        for (FieldAccess.Ground ground : FieldAccess.Ground.values()) {
            everything.add("yes " + ground);
        }
        for (FieldAccess.Why why : FieldAccess.Why.values()) {
            everything.add("no " + why);
        }
        assertThat(seen.keySet()).as("every answer was among them").containsAll(everything);
        assertThat(seen.values()).allMatch(times -> times > 50);
    }

    private static FieldAccess.Question drawnField(SplittableRandom random) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int left = random.nextInt(4); left > 0; left--) {
            roles.add(ROLES[random.nextInt(ROLES.length)]);
        }
        Set<Basis> ties = EnumSet.noneOf(Basis.class);
        for (int left = random.nextInt(4); left > 0; left--) {
            ties.add(BASES[random.nextInt(BASES.length)]);
        }
        Set<DataClass> agreed = EnumSet.noneOf(DataClass.class);
        for (DataClass one : FIELDS) {
            if (random.nextBoolean()) {
                agreed.add(one);
            }
        }
        return new FieldAccess.Question(
                FIELDS[random.nextInt(FIELDS.length)],
                roles,
                KINDS[random.nextInt(KINDS.length)],
                random.nextInt(20) == 0,
                ties,
                agreed,
                FieldAccess.Owner.values()[random.nextInt(3)],
                FieldAccess.Protection.values()[random.nextInt(3)]);
    }

    /** The rules about fields, one after another, as somebody would read them out. */
    private static String said(FieldAccess.Question asked) {
        boolean coordinator = false;
        boolean readsCases = false;
        boolean readsAnything = false;
        boolean judge = false;
        for (Role role : asked.roles()) {
            switch (role) {
                case PANEL_COORDINATOR -> {
                    coordinator = true;
                    readsCases = true;
                }
                case PANEL_CHAIR, PANEL_MEMBER -> {
                    judge = true;
                    readsCases = true;
                }
                case SOCIAL_WORKER, AGENCY_CONTACT, MANAGER -> readsCases = true;
                case FIRST_RESPONDER, ADVISER -> readsAnything = true;
                case INFORMATION_GOVERNANCE, ASSURER, ADMINISTRATOR -> {}
            }
        }
        readsAnything |= readsCases;
        String field = asked.field().name();
        boolean signed = asked.agreed().contains(asked.field());
        boolean assigned = asked.ties().contains(Basis.ASSIGNED);
        boolean withTheChild = asked.ties().contains(Basis.AGENCY);
        boolean invited = asked.ties().contains(Basis.AGENDA_ITEM);
        boolean letIn = asked.ties().contains(Basis.ALLOWED);
        // kept out is kept out
        if (asked.excluded()) {
            return "no EXCLUDED";
        }
        // whoever has nothing to do with cases has nothing to do with what stands in them
        if (!readsAnything) {
            return "no ROLE";
        }
        // the owner has the say over what it restricted
        if (asked.owner() == FieldAccess.Owner.CLOSED) {
            return "no OWNER";
        }
        // a protected address: the office, the people at the child's side, the agencies somebody named; then there is
        // an end of it
        if (field.equals("HOME_AND_WHEREABOUTS") && asked.address() != FieldAccess.Protection.OPEN) {
            if (coordinator) {
                return "yes OFFICE";
            }
            if (readsCases && assigned) {
                return "yes ASSIGNED";
            }
            if (asked.address() == FieldAccess.Protection.NAMED && readsCases && (withTheChild || invited)) {
                return signed ? "yes NAMED" : "no AGREEMENT";
            }
            return "no PROTECTED";
        }
        if (coordinator) {
            return "yes OFFICE";
        }
        if (asked.owner() == FieldAccess.Owner.OWN) {
            return "yes OWN";
        }
        boolean working = assigned || asked.ties().contains(Basis.OFFICE);
        boolean emergency = asked.ties().contains(Basis.EMERGENCY);
        boolean police = asked.agency() == AgencyKind.POLICE;
        boolean healthOrCare = asked.agency() == AgencyKind.HEALTH || asked.agency() == AgencyKind.LOCAL_AUTHORITY;
        boolean throughAnAgency = withTheChild || invited || letIn;
        if (field.equals("POLICE_INTELLIGENCE")) {
            boolean forThem = working || invited && judge || throughAnAgency && readsCases && police;
            return !forThem ? "no NEED_TO_KNOW" : signed ? "yes AGREEMENT" : "no AGREEMENT";
        }
        boolean forThem;
        if (field.equals("HEALTH")) {
            forThem = invited && judge || letIn && readsCases || throughAnAgency && readsCases && healthOrCare;
        } else if (field.equals("HOME_AND_WHEREABOUTS")) {
            forThem = throughAnAgency && readsCases;
        } else if (field.equals("OFFENCES")) {
            forThem = throughAnAgency && readsCases || invited && judge;
        } else if (field.equals("IDENTITY_AND_CONTACT")) {
            forThem = throughAnAgency || asked.ties().contains(Basis.REQUEST);
        } else {
            forThem = throughAnAgency;
        }
        if (assigned) {
            return "yes ASSIGNED";
        }
        if (forThem && signed) {
            return "yes AGREEMENT";
        }
        if (emergency) {
            return "yes EMERGENCY";
        }
        if (working) {
            return "yes OFFICE";
        }
        return forThem ? "no AGREEMENT" : "no NEED_TO_KNOW";
    }
}
