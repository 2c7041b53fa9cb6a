package org.holdfast.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member as an administrator keeps them.
 *
 * @param version to be named by whoever changes it
 * @param lastIn when they last signed in; null for never
 * @param externalId what the directory of their agency calls them; null where it keeps nobody here
 */
public record MemberFile(
        Member member,
        String username,
        int version,
        @Nullable Instant lastIn,
        @Nullable String externalId) {

    /**
     * How a member stood before a change.
     *
     * @param teams the names of the teams they were in
     * @param by the name of whoever changed it
     */
    public record Before(
            String name,
            String jobTitle,
            AgencyId agency,
            String teams,
            Set<Role> roles,
            @Nullable LocalDate leftOn,
            Instant changedAt,
            String by) {}

    /** What may be changed about a member. */
    public record Particulars(String name, String jobTitle, String email, Agency agency, Set<Role> roles) {
        public Particulars {
            roles = Set.copyOf(roles);
        }
    }

    /** Everything kept of one member. */
    public record Whole(MemberFile file, List<Before> before, List<TrainingRecord> training, List<Deputy> deputies) {}

    /**
     * Somebody who stands in for a member.
     *
     * @param until the first day on which they do not any more
     */
    public record Deputy(MemberId member, MemberId deputy, LocalDate from, LocalDate until) {

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }
}
