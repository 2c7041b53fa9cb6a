package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.law.Nation;
import org.holdfast.law.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped profiles say what is particular to each site. */
class ProfilesTest {
    private final Profiles profiles = Profiles.load(null);

    @Test
    void nine_profiles_are_shipped() {
        assertThat(profiles.all())
                .extracting(Profile::id)
                .containsExactly(
                        "barking-dagenham",
                        "bexley",
                        "cardiff",
                        "central",
                        "hull",
                        "islington-camden",
                        "kensington-westminster",
                        "north-lincolnshire",
                        "solihull");
    }

    @Test
    void every_profile_says_what_no_law_gives() {
        assertThat(profiles.all()).allSatisfy(profile -> {
            assertThat(profile.practice()).isEqualTo(Practice.USUAL);
            assertThat(profile.secureDomains()).contains("*.gov.uk", "*.police.uk", "nhs.net", "cjsm.net");
        });
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
    void cardiff_meets_every_fortnight_with_five_to_ten_minutes_a_case_and_writes_in_both_languages_of_wales() {
        Profile cardiff = profile("cardiff");
        MeetingKind panel = cardiff.panel().orElseThrow();

        assertThat(cardiff.nation()).isEqualTo(Nation.WALES);
        assertThat(cardiff.languages()).containsExactly("eng", "cym");
        assertThat(panel.cadence()).isEqualTo(new Cadence.Every(2, Cadence.Unit.WEEKS));
        assertThat(panel.load().minutesFor(6)).isEqualTo(10);
        assertThat(panel.load().minutesFor(20)).isEqualTo(6);
        assertThat(panel.load().minutesFor(40)).isEqualTo(5);
        assertThat(panel.urgent()).isEqualTo(new Urgency(new Span.Hours(48)));
    }

    @Test
    void islington_and_camden_are_two_boroughs_each_there_with_its_police_and_reviewed_every_quarter() {
        Profile profile = profile("islington-camden");

        assertThat(profile.combined()).isTrue();
        assertThat(profile.authorities()).extracting(Authority::code).containsExactly("E09000019", "E09000007");
        assertThat(profile.panel().orElseThrow().ofEachAuthority())
                .containsExactly(AgencyKind.LOCAL_AUTHORITY, AgencyKind.POLICE);
        assertThat(profile.meetingKind("quarterly-review").orElseThrow().cadence())
                .isEqualTo(new Cadence.Every(3, Cadence.Unit.MONTHS));
    }

    @Test
    void kensington_and_westminster_meet_before_the_panel_and_decide_nothing_there() {
        Profile profile = profile("kensington-westminster");

        assertThat(profile.preMeetsOf(profile.panel().orElseThrow()))
                .extracting(MeetingKind::id, MeetingKind::decidesGrounds)
                .containsExactly(tuple("pre-meet", false));
    }

    @Test
    void solihull_hears_two_to_four_cases_in_two_and_a_half_hours_of_its_exploitation_panel() {
        MeetingKind panel = profile("solihull").panel().orElseThrow();

        assertThat(panel.id()).isEqualTo("exploitation-panel");
        assertThat(panel.load().meetingMinutes()).isEqualTo(150);
        assertThat(panel.load().minutesFor(2)).isEqualTo(75);
        assertThat(panel.load().minutesFor(3)).isEqualTo(50);
        assertThat(panel.load().few(1)).isTrue();
        assertThat(panel.load().over(5)).isEqualTo(1);
        assertThat(panel.load().minutesOver(5)).isEqualTo(35);
    }

    @Test
    void barking_and_dagenham_decide_on_a_pack_built_of_what_the_partners_gave() {
        assertThat(profile("barking-dagenham").panel().orElseThrow().paper())
                .contains(Paper.CASE_PACK, Paper.AGENCY_RETURNS);
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
