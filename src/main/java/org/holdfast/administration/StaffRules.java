package org.holdfast.administration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.audit.Role;
import org.holdfast.law.Reason;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.WebhookKind;
import org.jspecify.annotations.Nullable;

/** What must be right about somebody before they are made a member or changed. */
final class StaffRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@'+-]{2,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");

    private StaffRules() {}

    static List<Reason> particulars(String name, String email, Set<Role> roles, @Nullable AgencyKind kind) {
        List<Reason> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(Reason.about("name", "administration.name.missing"));
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            faults.add(Reason.about("email", "administration.email.unreadable"));
        }
        if (kind == null) {
            faults.add(Reason.about("agency", "administration.agency.missing"));
        }
        if (roles.isEmpty()) {
            faults.add(Reason.about("roles", "administration.roles.missing"));
        }
        if (roles.contains(Role.ASSURER)
                && (roles.size() > 1
                        || kind != null && kind != AgencyKind.COMPETENT_AUTHORITY && kind != AgencyKind.HOME_OFFICE)) {
            faults.add(Reason.about("roles", "administration.roles.assurer"));
        }
        return faults;
    }

    static List<Reason> joining(String username, boolean taken, @Nullable LocalDate joinedOn) {
        List<Reason> faults = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            faults.add(Reason.about("username", "administration.username.unreadable"));
        } else if (taken) {
            faults.add(Reason.about("username", Partnerships.USERNAME_TAKEN));
        }
        if (joinedOn == null) {
            faults.add(Reason.about("joined", "administration.joined.missing"));
        }
        return faults;
    }

    /** What a program may reach: something; and people and their roles only through scim, as what keeps them does nothing else. */
    static List<Reason> client(Set<Role> roles, Set<ClientScope> scopes) {
        List<Reason> faults = new ArrayList<>();
        if (scopes.isEmpty()) {
            faults.add(Reason.about("scopes", "administration.client.scopes.missing"));
        }
        boolean keepsPeople = scopes.contains(ClientScope.SCIM);
        boolean fits = keepsPeople
                ? scopes.size() == 1 && roles.equals(Set.of(Role.ADMINISTRATOR))
                : !roles.contains(Role.ADMINISTRATOR);
        if (!fits) {
            faults.add(Reason.about("scopes", "administration.client.scopes.scim"));
        }
        return faults;
    }

    /** Until when a secret is good: a day to come, and none later than secrets last here. */
    static List<Reason> lastDay(@Nullable LocalDate lastDay, LocalDate today, LocalDate latest) {
        if (lastDay == null) {
            return List.of(Reason.about("until", "administration.client.until.missing"));
        }
        return lastDay.isBefore(today) || lastDay.isAfter(latest)
                ? List.of(Reason.about(
                        "until", "administration.client.until.wrong", Dates.date(Language.ENGLISH, latest)))
                : List.of();
    }

    /** What a program is told: something, and nothing that it may not read. */
    static List<Reason> told(Set<WebhookKind> kinds, Set<ClientScope> scopes) {
        return kinds.isEmpty() || !kinds.stream().map(WebhookKind::scope).allMatch(scopes::contains)
                ? List.of(Reason.about("kinds", "administration.webhook.kinds.missing"))
                : List.of();
    }

    /** Whether nobody would be left to keep people and roles. */
    static boolean lastAdministrator(List<Member> members, MemberId member, LocalDate today) {
        List<Member> administrators = members.stream()
                .filter(each -> each.is(Role.ADMINISTRATOR) && each.memberOn(today))
                .toList();
        return administrators.size() == 1 && administrators.getFirst().id().equals(member);
    }
}
