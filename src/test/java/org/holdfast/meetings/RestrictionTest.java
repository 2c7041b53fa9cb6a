package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.holdfast.meetings.Restriction.Reader;
import org.holdfast.partnership.AgencyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads what an agency marked as restricted (MTG-4, SHR-4, NRM-22). */
class RestrictionTest {
    private static final AgencyId POLICE = new AgencyId(new UUID(0, 1));
    private static final AgencyId SCHOOL = new AgencyId(new UUID(0, 2));

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void theChairAndThoseWhoVoteReadItAndNobodyElseForComing(Capacity seat) {
        boolean judges = switch (seat) {
            case CHAIR, DEPUTY_CHAIR, VOTING, DEPUTY -> true;
            case ADVISER, GUARDIAN_SERVICE, SOCIAL_WORKER, INTERPRETER, NOTE_TAKER, OBSERVER -> false;
        };
        assertThat(Restriction.reads(new Reader(SCHOOL, false, false, Set.of(seat)), POLICE))
                .isEqualTo(judges);
    }

    @ParameterizedTest
    @CsvSource({
        "co-ordinator,                          true,  false, false, true",
        "the agency that gave it,               false, true,  false, true",
        "a voter whose only seat is in conflict, false, false, false, false",
        "an excluded co-ordinator of the giver, true,  true,  true,  false"
    })
    void theGiverAndTheCoordinatorReadItAndAnExclusionBeatsBoth(
            String who, boolean coordinates, boolean gave, boolean excluded, boolean reads) {
        Reader reader = new Reader(gave ? POLICE : SCHOOL, coordinates, excluded, Set.of());
        assertThat(Restriction.reads(reader, POLICE)).as(who).isEqualTo(reads);
    }
}
