package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.Set;
import org.holdfast.audit.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person in one partnership.
 *
 * @param email where the person is written to; empty where nobody said
 * @param leftOn the first day on which the person is no longer a member; null while they are
 */
public record Member(
        MemberId id,
        String name,
        String jobTitle,
        String email,
        Agency agency,
        Set<Role> roles,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    public Member {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean memberOn(LocalDate day) {
        return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
    }
}
