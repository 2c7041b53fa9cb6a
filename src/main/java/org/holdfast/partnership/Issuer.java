package org.holdfast.partnership;

import java.util.Set;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Role;

/**
 * A provider that speaks for the people of one agency (OpenID Connect).
 *
 * @param key by which this installation tells it from others
 * @param name as the sign-in page offers it
 * @param address the issuer as it calls itself, in every token of its
 * @param justInTime the roles that somebody gets who comes for the first time; none where nobody may who was not added before
 * @param asksSecondFactor whether the agency vouches that it asks a second factor; else it is asked here
 */
public record Issuer(
        String key,
        String name,
        String address,
        PartnershipId partnership,
        Agency agency,
        Set<Role> justInTime,
        boolean asksSecondFactor) {

    /** What an agency gives its own people without an administrator of the partnership. The offices of the partnership are given by hand. */
    public static final Set<Role> GIVEN = Set.of(Role.FIRST_RESPONDER, Role.SOCIAL_WORKER, Role.AGENCY_CONTACT);

    public Issuer {
        justInTime = Set.copyOf(justInTime);
        if (!GIVEN.containsAll(justInTime)) {
            throw new IllegalArgumentException("an office of the partnership is given by hand");
        }
    }

    /**
     * Somebody as a provider knows them.
     *
     * @param subject by which it knows them for good
     * @param email where they are written to; proves nothing
     */
    public record Known(String subject, String name, String email) {}
}
