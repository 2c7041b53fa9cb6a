package org.holdfast.requests;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.holdfast.audit.Role;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Permission;

/**
 * Who is written to at an agency: those of the team to which the request was given, else those who answer for it, else those of it who come to the meeting, else its lead; and beside them the
 * lead professionals it has for the children in question.
 */
final class Contacts {
    private Contacts() {}

    /**
     * The people to write to, by name; none where nobody of the agency can answer.
     *
     * @param members of the partnership
     * @param here whether a member is of the agency asked
     * @param waits for whom of a team it waits; nobody where it was given to none
     * @param invited who comes to the meeting
     * @param leading the lead professionals of the children asked about
     */
    static List<Member> of(
            Collection<Member> members,
            Predicate<Member> here,
            Set<MemberId> waits,
            Set<MemberId> invited,
            Set<MemberId> leading,
            Optional<Member> lead,
            LocalDate on) {
        List<Member> able = members.stream()
                .filter(here)
                .filter(member -> member.memberOn(on))
                .filter(Contacts::mayAnswer)
                .toList();
        Set<Member> told = new LinkedHashSet<>(
                able.stream().filter(member -> waits.contains(member.id())).toList());
        if (told.isEmpty()) {
            able.stream().filter(member -> member.is(Role.AGENCY_CONTACT)).forEach(told::add);
        }
        if (told.isEmpty()) {
            able.stream().filter(member -> invited.contains(member.id())).forEach(told::add);
        }
        if (told.isEmpty()) {
            lead.filter(Contacts::mayAnswer).ifPresent(told::add);
        }
        able.stream().filter(member -> leading.contains(member.id())).forEach(told::add);
        return told.stream().sorted(Comparator.comparing(Member::name)).toList();
    }

    static boolean mayAnswer(Member member) {
        return member.roles().stream().anyMatch(Permission.ANSWER_REQUEST.roles()::contains);
    }
}
