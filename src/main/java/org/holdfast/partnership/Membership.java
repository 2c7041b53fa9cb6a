package org.holdfast.partnership;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;

/** Who is signed in: the account, and as which member of which partnership. Roles are read anew for every request. */
public record Membership(UUID account, PartnershipId partnership, UUID member, String username)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return account.toString();
    }
}
