package org.holdfast.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A team of an agency: people who share work until one of them takes it (MTG-3, MTG-5). Being in a team opens nothing by itself; what is
 * given to the team does, for as long as somebody is in it (SHR-3).
 *
 * @param lead who leads it; null for nobody. Counts while they are in the team
 * @param from the first day on which it is
 * @param until the first day on which it is no longer; null while no end is known
 * @param externalId what the directory of the agency calls it; null where it keeps none here
 * @param version to be named by whoever changes it
 */
public record Team(
        TeamId id,
        AgencyId agency,
        String name,
        @Nullable MemberId lead,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String externalId,
        int version) {

    /** Whether it is there on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether it has ended by a day; one that is yet to begin has not. */
    public boolean endedBy(LocalDate day) {
        return until != null && !day.isBefore(until);
    }
}
