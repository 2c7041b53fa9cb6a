package org.holdfast.sharing;

import java.time.Instant;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's need to know of one case: of a member or of a whole agency, since when, until when.
 *
 * @param member the person, or null where the whole agency is meant
 * @param agency the agency, or null where one person is meant
 * @param until when it ends; null while it is open
 * @param purpose for what they get to know of the case (SHR-1)
 */
public record Involvement(
        @Nullable MemberId member,
        @Nullable AgencyId agency,
        Basis basis,
        Instant from,
        @Nullable Instant until,
        Purpose purpose) {

    /** For what the basis is usually for. */
    public Involvement(
            @Nullable MemberId member, @Nullable AgencyId agency, Basis basis, Instant from, @Nullable Instant until) {
        this(member, agency, basis, from, until, basis.usualPurpose());
    }

    public Involvement {
        if ((member == null) == (agency == null)) {
            throw new IllegalArgumentException("an involvement is of a member or of an agency");
        }
    }

    public static Involvement of(MemberId member, Basis basis, Instant from) {
        return new Involvement(member, null, basis, from, null);
    }

    public static Involvement of(AgencyId agency, Basis basis, Instant from) {
        return new Involvement(null, agency, basis, from, null);
    }

    /** Whether it holds at this moment. */
    public boolean at(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }
}
