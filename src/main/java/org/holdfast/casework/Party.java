package org.holdfast.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * A person or agency around the child, with an account here or without.
 *
 * @param name of the person; of the agency where the agency as a whole is meant
 * @param member the account, for a person who has one
 * @param agency the agency of the partnership, if it is one of it
 * @param agencyName the agency in words; empty for family
 * @param contact how to reach them, in one line; of family it may be held back from the reader, and is then empty
 * @param until the day on which it ended; null while it lasts
 */
public record Party(
        UUID id,
        Capacity capacity,
        String name,
        @Nullable MemberId member,
        @Nullable AgencyId agency,
        String agencyName,
        String contact,
        LocalDate since,
        @Nullable LocalDate until,
        int version) {

    /** As somebody reads it: how family is reached may say where the child lives. */
    Party as(FieldReader reader) {
        return !capacity.family() || reader.reads(DataClass.HOME_AND_WHEREABOUTS)
                ? this
                : new Party(id, capacity, name, member, agency, agencyName, "", since, until, version);
    }
}
