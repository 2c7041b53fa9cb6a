package org.holdfast.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An information-sharing agreement in one version: which agencies share which information for which purposes (SHR-1).
 *
 * @param version from 1; the latest counts
 * @param parties the agencies that signed
 * @param startsOn the first day on which it holds
 * @param endsOn the first day on which it no longer holds; null where no end is agreed
 * @param reviewOn the day by which it is looked at again
 * @param document where the signed paper is kept
 * @param because why this version was made; empty for the first
 * @param recordedBy the person who recorded it, by name
 */
public record Agreement(
        AgreementId id,
        int version,
        String title,
        Set<AgencyId> parties,
        Set<Purpose> purposes,
        Set<DataClass> dataClasses,
        LawfulBasis lawfulBasis,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        LocalDate reviewOn,
        String document,
        String because,
        String recordedBy,
        Instant recordedAt) {

    /** For how many days before the day of review it is shown as work. */
    private static final int REVIEW_SHOWN_DAYS = 30;

    public Agreement {
        parties = Set.copyOf(parties);
        purposes = Set.copyOf(purposes);
        dataClasses = Set.copyOf(dataClasses);
    }

    /** Whether it holds on the day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(startsOn) && !ended(day);
    }

    /** Whether it no longer holds on the day. */
    public boolean ended(LocalDate day) {
        return endsOn != null && !day.isBefore(endsOn);
    }

    /** Whether the agency may share for the purpose under it on the day. */
    public boolean covers(AgencyId agency, Purpose purpose, LocalDate day) {
        return inForce(day) && parties.contains(agency) && purposes.contains(purpose);
    }

    /** Whether its review is to be done now or soon. */
    public boolean reviewNear(LocalDate day) {
        return !ended(day) && !day.isBefore(reviewOn.minusDays(REVIEW_SHOWN_DAYS));
    }
}
