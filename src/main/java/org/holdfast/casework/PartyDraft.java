package org.holdfast.casework;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes to the child's side, as one would record it.
 *
 * @param name of the person; of the agency where the agency as a whole is meant
 * @param member the account, for a person who has one
 * @param agency the agency, where an agency of the partnership as a whole is meant
 */
public record PartyDraft(
        @Nullable Capacity capacity,
        String name,
        @Nullable MemberId member,
        @Nullable AgencyId agency,
        String agencyName,
        String contact,
        @Nullable LocalDate since) {

    /** What keeps it from being recorded. */
    public List<Reason> faults() {
        return new Faults()
                .given("capacity", capacity, "casework.party.needs-capacity")
                .line("name", name, "casework.party.needs-name")
                .optionalLine("agencyName", agencyName)
                .optionalLine("contact", contact)
                .given("since", since, "casework.party.needs-since")
                .found();
    }
}
