package org.holdfast.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * One look through everybody's access: who had which role when it was opened, and what was answered.
 *
 * @param signedAt when it was signed off; null while it is open
 */
public record AccessReview(
        UUID id,
        Instant openedAt,
        String openedBy,
        @Nullable Instant signedAt,
        @Nullable String signedBy,
        List<Line> lines) {

    /** What was answered about somebody. */
    public enum Answer {
        /** They need what they have. */
        KEEP,
        /** Their membership ends today. */
        END
    }

    /**
     * One person.
     *
     * @param teams the names of the teams they were in when the review was opened
     * @param lastIn when they had last signed in when the review was opened; null for never
     * @param answer null while nobody has answered
     */
    public record Line(
            MemberId member,
            String name,
            String agency,
            List<String> teams,
            Set<Role> roles,
            @Nullable Instant lastIn,
            @Nullable Answer answer,
            @Nullable String answeredBy) {

        public Line {
            teams = List.copyOf(teams);
            roles = Set.copyOf(roles);
        }
    }

    public AccessReview {
        lines = List.copyOf(lines);
    }

    public boolean signed() {
        return signedAt != null;
    }

    public long unanswered() {
        return lines.stream().filter(line -> line.answer() == null).count();
    }

    /** By when the next is due after the last that was signed off: a quarter later. */
    static LocalDate nextDue(Instant lastSigned) {
        return UnitedKingdom.day(lastSigned).plusMonths(3);
    }
}
