package org.holdfast.audit;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever asks for something: the first argument of every door. A person signed in, an interface client with its token, or the program
 * itself at its own work.
 *
 * @param member id of the membership or interface client in this partnership
 * @param name as it stands on the ledger and in minutes
 * @param agency id of the agency the actor belongs to
 * @param agencyName the name of that agency, for display
 */
public record Actor(
        PartnershipId partnership, Kind kind, UUID member, String name, UUID agency, String agencyName, Set<Role> roles)
        implements Serializable {

    /** What kind of actor this is; the ledger keeps it. */
    public enum Kind {
        PERSON,
        INTERFACE,
        PROGRAM
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
