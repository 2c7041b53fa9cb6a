package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped profiles say what is particular to each site. */
class ProfilesTest {
    private final Profiles profiles = Profiles.load(null);

    @Test
    void four_profiles_are_shipped() {
        assertThat(profiles.all())
                .extracting(Profile::id)
                .containsExactly("bexley", "central", "hull", "north-lincolnshire");
    }

    @Test
    void hull_has_missing_meetings_a_rotating_locality_meeting_and_mace_beside_its_panel() {
        Profile hull = profile("hull");

        assertThat(hull.meetingKinds())
                .extracting(MeetingKind::id)
                .contains("panel", "missing-daily", "missing-weekly", "lerm", "mace");
        assertThat(hull.meetingKind("lerm").orElseThrow().rotation()).hasSize(3);
        assertThat(hull.meetingKind("mace").orElseThrow().cadence())
                .isEqualTo(new Cadence.Every(4, Cadence.Unit.WEEKS));
        assertThat(hull.panel().orElseThrow().optionalAgencies())
                .contains(AgencyKind.BORDER_FORCE, AgencyKind.EDUCATION, AgencyKind.YOUTH_JUSTICE, AgencyKind.HOUSING);
        assertThat(hull.screens()).isFalse();
    }

    @Test
    void in_bexley_three_agencies_vote_and_the_guardian_service_attends_without_a_vote() {
        MeetingKind panel = profile("bexley").panel().orElseThrow();

        assertThat(panel.votingAgencies())
                .containsExactlyInAnyOrder(AgencyKind.LOCAL_AUTHORITY, AgencyKind.POLICE, AgencyKind.HEALTH);
        assertThat(panel.optionalAgencies()).contains(AgencyKind.GUARDIAN_SERVICE);
        assertThat(panel.votes(AgencyKind.GUARDIAN_SERVICE)).isFalse();
        assertThat(panel.cadence()).isEqualTo(new Cadence.Every(1, Cadence.Unit.MONTHS));
    }

    @Test
    void north_and_north_east_lincolnshire_are_two_councils_that_screen_before_submission() {
        Profile profile = profile("north-lincolnshire");

        assertThat(profile.authorities()).extracting(Authority::code).containsExactly("E06000013", "E06000012");
        assertThat(profile.screening()).containsExactly(ScreeningRoute.values());
        assertThat(profile.steps())
                .containsSubsequence(ReferralStep.SCREENING, ReferralStep.SUBMISSION, ReferralStep.ACTIONS_MEETING);
        assertThat(profile.advocate()).isEqualTo(ChildsAdvocate.INDEPENDENT_ADVOCATE);
        assertThat(profile.tightening("REF-6")).isPresent();
    }

    @Test
    void the_central_route_has_no_panel() {
        assertThat(profile("central").route()).isEqualTo(Route.CENTRAL);
        assertThat(profile("central").panel()).isEmpty();
    }

    @Test
    void a_folder_adds_profiles_and_takes_the_place_of_shipped_ones(@TempDir Path folder) throws IOException {
        String hull = shipped("hull.yaml");
        Files.writeString(folder.resolve("elsewhere.yaml"), hull.replace("name: Hull", "name: Elsewhere"));
        Files.writeString(folder.resolve("hull.yaml"), hull.replace("name: Hull", "name: Hull, as we run it"));

        Profiles loaded = Profiles.load(folder);

        assertThat(loaded.profile("elsewhere")).get().extracting(Profile::name).isEqualTo("Elsewhere");
        assertThat(loaded.profile("hull")).get().extracting(Profile::name).isEqualTo("Hull, as we run it");
        assertThat(loaded.profile("bexley")).isPresent();
    }

    @Test
    void faults_of_all_files_are_told_together(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.yaml"), shipped("hull.yaml").replace("route: local", "route: here"));
        Files.writeString(folder.resolve("two.yaml"), shipped("hull.yaml").replace("nation: england", "nation: here"));

        assertThatThrownBy(() -> Profiles.load(folder))
                .isInstanceOf(FaultyProfiles.class)
                .hasMessageContaining("one.yaml:8: 'route' must be one of local, central, found 'here'")
                .hasMessageContaining("two.yaml:3: 'nation' must be one of");
    }

    private Profile profile(String id) {
        return profiles.profile(id).orElseThrow();
    }

    private static String shipped(String file) throws IOException {
        return new String(
                Profiles.class.getResourceAsStream("/profiles/" + file).readAllBytes());
    }
}
