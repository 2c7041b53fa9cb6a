package org.holdfast.sharing;

import java.time.Instant;
import java.util.Set;
import org.holdfast.partnership.AgencyId;

/**
 * The mark that where a child lives and is must not be found.
 *
 * @param number counts the marks of one child; a form names the one it was shown
 * @param agencies those that read it too, besides whoever is assigned to the child and the co-ordinator's office
 * @param markedBy by name
 */
public record ProtectedAddress(int number, Set<AgencyId> agencies, String because, String markedBy, Instant from) {
    public ProtectedAddress {
        agencies = Set.copyOf(agencies);
    }
}
