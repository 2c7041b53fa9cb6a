package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.meetings.PanelExample.CHAIR;
import static org.holdfast.meetings.PanelExample.COUNCIL;
import static org.holdfast.meetings.PanelExample.HEALTH;
import static org.holdfast.meetings.PanelExample.POLICE;
import static org.holdfast.meetings.PanelExample.TEN;
import static org.holdfast.meetings.PanelExample.away;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.casework.Home;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.Profiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A panel of two authorities: each that the child concerns is there with its police, and the child's home authority leads (MTG-7). */
class CombinedPanelTest {
    private static final Profile PROFILE =
            Profiles.load(null).profile("islington-camden").orElseThrow();
    private static final MeetingKind PANEL = PROFILE.panel().orElseThrow();
    private static final Authority ISLINGTON = PROFILE.authorities().getFirst();
    private static final Authority CAMDEN = PROFILE.authorities().getLast();

    private final Map<AgencyId, Agency> agencies = new LinkedHashMap<>();
    private final Attendee chair = of(CHAIR, null);
    private final Attendee health = of(HEALTH, null);
    private final Attendee islington = of(COUNCIL, ISLINGTON);
    private final Attendee islingtonPolice = of(POLICE, ISLINGTON);
    private final Attendee camden = of(COUNCIL, CAMDEN);
    private final Attendee camdenPolice = of(POLICE, CAMDEN);

    @Test
    void aChildOfOneBoroughNeedsThatBoroughOnly() {
        assertThat(missing(home(ISLINGTON), chair, health, islington, islingtonPolice))
                .isEmpty();
        assertThat(missing(home(CAMDEN), chair, health, islington, islingtonPolice))
                .containsExactly(
                        "meetings.quorum.authority.local-authority London Borough of Camden",
                        "meetings.quorum.authority.police London Borough of Camden");
    }

    @Test
    void aChildWhomBothConcernNeedsThePoliceOfBoth() {
        assertThat(missing(home(ISLINGTON, CAMDEN), chair, health, islington, islingtonPolice, camden, camdenPolice))
                .isEmpty();
        assertThat(missing(
                        home(ISLINGTON, CAMDEN), chair, health, islington, islingtonPolice, camden, away(camdenPolice)))
                .containsExactly("meetings.quorum.authority.police London Borough of Camden");
    }

    @Test
    void whileNobodyRecordedTheHomeAuthorityAllAreNeeded() {
        assertThat(missing(Optional.empty(), chair, health, islington, islingtonPolice, camden))
                .containsExactly("meetings.quorum.authority.police London Borough of Camden");
    }

    @Test
    void aForceThatWorksInBothBoroughsSpeaksForBoth() {
        Attendee oneForce = of(POLICE, null);
        assertThat(missing(home(ISLINGTON, CAMDEN), chair, health, islington, camden, oneForce))
                .isEmpty();
    }

    @Test
    void theChairOfTheHomeAuthorityLeadsBeforeTheOther() {
        Attendee first = of(PanelExample.present("Isla Chair", AgencyKind.LOCAL_AUTHORITY, Capacity.CHAIR), ISLINGTON);
        Attendee second =
                of(PanelExample.present("Cam Chair", AgencyKind.LOCAL_AUTHORITY, Capacity.DEPUTY_CHAIR), CAMDEN);
        assertThat(quorum(home(CAMDEN), first, second).chair()).contains(second);
        assertThat(quorum(home(ISLINGTON), first, second).chair()).contains(first);
        assertThat(quorum(home(CAMDEN), first, away(second)).chair()).contains(first);
    }

    private static Optional<Home> home(Authority home, Authority... others) {
        return Optional.of(new Home(
                home.code(),
                List.of(others).stream().map(Authority::code).toList(),
                "Lives there",
                "Corin Coordinator",
                TEN,
                1));
    }

    private List<String> missing(Optional<Home> home, Attendee... there) {
        return quorum(home, there).missing().stream()
                .map(it -> it.key() + " " + String.join(", ", it.details()))
                .toList();
    }

    private Quorum quorum(Optional<Home> home, Attendee... there) {
        Instant now = TEN.plusSeconds(60);
        return Quorum.of(
                PANEL, List.of(there), _ -> true, ItemConflicts.NONE, ItemAuthorities.of(PROFILE, home, agencies), now);
    }

    /** The person of the example, in an agency of their own that works for the authority. */
    private Attendee of(Attendee example, @Nullable Authority authority) {
        String name = example.name() + (authority == null ? "" : " of " + authority.name());
        AgencyId agency = new AgencyId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        agencies.put(
                agency, new Agency(agency, name, example.agencyKind(), authority == null ? null : authority.code()));
        Attendee named =
                PanelExample.attendee(name, example.agencyKind(), example.capacity(), null, example.presences());
        return new Attendee(
                named.id(),
                named.member(),
                named.name(),
                agency,
                name,
                named.agencyKind(),
                named.capacity(),
                null,
                named.wholeAgenda(),
                null,
                new ArrayList<>(named.presences()));
    }
}
