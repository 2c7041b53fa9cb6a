package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.Damage;
import org.holdfast.law.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a profile is told every fault by file, line and what is allowed. */
class ProfileReaderTest {
    private static final Map<String, Span> LIMITS = new LinkedHashMap<>();

    static {
        LIMITS.put("NRM-1", new Span.Days(45));
        LIMITS.put("NRM-10", new Span.WorkingDays(1));
    }

    /** A profile without fault; each line is named by what it says. */
    private static final String SOUND = """
            name: Exampleshire
            nation: wales
            authorities:
              - {name: Exampleshire Council, code: W06000099}
            competent-authority: Single Competent Authority
            route: local
            advocate: guardian-service
            screening: [coordinator]
            steps: [safeguarding, screening, panel]
            clocks:
              NRM-1: 30 days
            languages: [eng, cym]
            closed:
              - {day: 2026-12-24, reason: council closed}
            meetings:
              - id: panel
                name: Panel
                purpose: Decide.
                cadence: every 4 weeks
                chair: {from: [police], independent: true}
                core: [local-authority, police, health]
                optional: [guardian-service]
                voting: [local-authority, police, health]
                quorum: {voters-of-each-agency: 1, chair: true}
                minutes-per-case: 15
                cases-per-meeting: 8
                outcomes: [negative-reasonable-grounds, positive-reasonable-grounds, positive-reasonable-and-conclusive-grounds, negative-conclusive-grounds, adjourned]
                decides-grounds: true
            """;

    private static final String KINDS =
            "local-authority, police, health, education, youth-justice, guardian-service, housing, probation, border-force, charity, home-office, competent-authority, other";

    @Test
    void a_sound_profile_is_read_whole() {
        Profile profile = read(SOUND).profile().orElseThrow();

        assertThat(profile.id()).isEqualTo("exampleshire");
        assertThat(profile.authorities()).containsExactly(new Authority("Exampleshire Council", "W06000099"));
        assertThat(profile.tightening("NRM-1")).contains(new Span.Days(30));
        assertThat(profile.tightening("NRM-10")).isEmpty();
        assertThat(profile.languages()).containsExactly("eng", "cym");
        assertThat(profile.closedDays()).extracting(ClosedDay::reason).containsExactly("council closed");
        MeetingKind panel = profile.panel().orElseThrow();
        assertThat(panel.cadence()).isEqualTo(new Cadence.Every(4, Cadence.Unit.WEEKS));
        assertThat(panel.chair().allows(AgencyKind.POLICE)).isTrue();
        assertThat(panel.chair().allows(AgencyKind.HEALTH)).isFalse();
        assertThat(panel.votingAgencies())
                .containsExactly(AgencyKind.LOCAL_AUTHORITY, AgencyKind.POLICE, AgencyKind.HEALTH);
        assertThat(panel.tie()).isEqualTo(TieRule.ADJOURN);
        assertThat(panel.returns()).contains(ReturnRules.USUAL);
        assertThat(profile.practice()).as("nothing is said of it").isEqualTo(Practice.USUAL);
        assertThat(profile.secureDomains()).isEmpty();
    }

    @Test
    void local_practice_is_read_where_it_is_given() {
        Profile profile = read(SOUND.replace("languages:", """
                        practice: {days-to-read-minutes: 14, minutes-told-before-item: 20, days-childs-link-is-open: 7, wrong-words-taken: 3, reading-age: 8}
                        mail: {secure-domains: [nhs.net, "*.gov.uk"]}
                        languages:""")).profile().orElseThrow();

        assertThat(profile.practice())
                .isEqualTo(new Practice(
                        14, Practice.USUAL.daysDraftsAreKept(), 20, 7, 3, 8, 24, 28, Retention.USUAL, Watch.USUAL));
        assertThat(profile.secureDomains()).containsExactly("nhs.net", "*.gov.uk");
    }

    @Test
    void how_agencies_are_asked_is_read_where_it_is_written() {
        Profile profile = read(SOUND.replace(
                        "    decides-grounds: true",
                        "    returns: {ask-days-before: 10, due-days-before: 3, remind-days: [2, 0, -1], escalate-days-after: 2, open-days-after: 14}\n"
                                + "    decides-grounds: true"))
                .profile()
                .orElseThrow();
        assertThat(profile.panel().orElseThrow().returns())
                .contains(new ReturnRules(10, 3, new Ladder(List.of(2, 0, -1), 2), 14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{due-days-before: 3, remind-days: [0, 2], escalate-days-after: 2}|'remind-days' must go from the earliest",
                "{due-days-before: 3, remind-days: [2, 0, -2], escalate-days-after: 2}|'escalate-days-after' must come after the last reminder: more than 2, found 2",
                "{due-days-before: soon, remind-days: [2], escalate-days-after: 2}|'due-days-before' must be a whole number from 0 to 60",
                "{ask-days-before: 3, due-days-before: 3, remind-days: [2], escalate-days-after: 2}|agencies must be asked before their answers are due: 'ask-days-before' must be more than 3",
                "{due-days-before: 3, remind-days: [x], escalate-days-after: 2}|each of 'remind-days' must be a whole number from -30 to 60"
            })
    void how_agencies_are_asked_is_refused_by_line(String written) {
        String[] parts = written.split("\\|");
        String yaml =
                SOUND.replace("    decides-grounds: true", "    returns: " + parts[0] + "\n    decides-grounds: true");
        assertThat(read(yaml).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).startsWith(parts[1]);
            assertThat(fault.line())
                    .isEqualTo(yaml.substring(0, yaml.indexOf("returns:")).split("\n", -1).length);
        });
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "unknown key",
                        "name: Exampleshire\n",
                        "nmae: Exampleshire\n",
                        "exampleshire.yaml:1: 'name' is missing in the profile; it must be text",
                        "exampleshire.yaml:1: unknown key 'nmae' in the profile; allowed: name, nation, authorities, competent-authority, route, advocate, screening, steps, clocks, languages, services, form, closed, practice, mail, actions, assurance, reconsideration, meetings"),
                fault(
                        "unknown key of a meeting",
                        "quorum:",
                        "quorom:",
                        "exampleshire.yaml:16: 'quorum' is missing in a meeting; it must give voters-of-each-agency and chair",
                        "exampleshire.yaml:24: unknown key 'quorom' in a meeting; allowed: id, name, purpose, cadence, rotation, chair, core, optional, also-invited, voting, quorum, minutes-per-case, minutes-per-meeting, cases-per-meeting, paper, outcomes, tie, decides-grounds, notice, urgent, prepares, minutes-within-working-days, returns"),
                fault(
                        "a key given twice",
                        "nation: wales",
                        "nation: wales\nnation: wales",
                        "exampleshire.yaml:3: 'nation' is given twice in the profile; first on line 2"),
                fault(
                        "wrong word",
                        "nation: wales",
                        "nation: Wales",
                        "exampleshire.yaml:2: 'nation' must be one of england, wales, scotland, northern-ireland, found 'Wales'"),
                fault(
                        "text that is a number",
                        "name: Exampleshire",
                        "name: 12",
                        "exampleshire.yaml:1: 'name' must be text, found '12'"),
                fault(
                        "number that is text",
                        "minutes-per-case: 15",
                        "minutes-per-case: many",
                        "exampleshire.yaml:25: 'minutes-per-case' must be a whole number from 1 to 240, or two such as '5 to 10', found 'many'"),
                fault(
                        "a range that runs backwards",
                        "minutes-per-case: 15",
                        "minutes-per-case: 10 to 5",
                        "exampleshire.yaml:25: 'minutes-per-case' must be a whole number from 1 to 240, or two such as '5 to 10', found '10 to 5'"),
                fault(
                        "minutes of the case and of the meeting (NRM-21)",
                        "minutes-per-case: 15",
                        "minutes-per-case: 15\n    minutes-per-meeting: 150",
                        "exampleshire.yaml:26: give 'minutes-per-case' or 'minutes-per-meeting', not both: the cases of a meeting share its minutes"),
                fault(
                        "a meeting longer than a day",
                        "minutes-per-case: 15",
                        "minutes-per-meeting: 600",
                        "exampleshire.yaml:25: 'minutes-per-meeting' must be a whole number from 1 to 480, found '600'"),
                fault(
                        "no minutes at all",
                        "    minutes-per-case: 15\n",
                        "",
                        "exampleshire.yaml:16: 'minutes-per-case' is missing in a meeting; it must be a whole number from 1 to 240, or two such as '5 to 10'"),
                fault(
                        "urgent within nobody knows what (MTG-6)",
                        "decides-grounds: true",
                        "decides-grounds: true\n    urgent: {within: at once}",
                        "exampleshire.yaml:29: 'within' must be a time such as '48 hours', found 'at once'"),
                fault(
                        "no such notice",
                        "decides-grounds: true",
                        "decides-grounds: true\n    notice: a week",
                        "exampleshire.yaml:29: 'notice' must be a time such as '5 working days', found 'a week'"),
                fault(
                        "each authority where there is one (MTG-7)",
                        "chair: true}",
                        "chair: true, of-each-authority: [police]}",
                        "exampleshire.yaml:24: 'of-each-authority' is for a profile whose 'authorities' names two councils or more (MTG-7)"),
                fault(
                        "each authority's agency is not core (MTG-7)",
                        "meetings:",
                        "meetings:\n  - {id: joint, name: Joint, purpose: Talk., cadence: monthly, core: [police], quorum: {voters-of-each-agency: 0, chair: true, of-each-authority: [housing]}, minutes-per-case: 5, cases-per-meeting: 2}",
                        "exampleshire.yaml:16: 'of-each-authority' is for a profile whose 'authorities' names two councils or more (MTG-7)",
                        "exampleshire.yaml:16: 'housing' must be there for each authority, so it must be in 'core'"),
                fault(
                        "a pre-meet to nothing",
                        "meetings:",
                        "meetings:\n  - {id: before, name: Before, purpose: Talk., prepares: board, cadence: on demand, quorum: {voters-of-each-agency: 0, chair: false}, minutes-per-case: 5, cases-per-meeting: 2}",
                        "exampleshire.yaml:16: 'prepares' must be one of panel, found 'board'"),
                fault(
                        "a pre-meet that votes",
                        "meetings:",
                        "meetings:\n  - {id: before, name: Before, purpose: Talk., prepares: panel, cadence: on demand, core: [police], voting: [police], quorum: {voters-of-each-agency: 0, chair: false}, minutes-per-case: 5, cases-per-meeting: 2}",
                        "exampleshire.yaml:16: a pre-meet decides nothing: it has no 'voting' and no 'decides-grounds'"),
                fault(
                        "a practice that no partnership can have",
                        "languages: [eng, cym]",
                        "languages: [eng, cym]\npractice: {days-to-read-minutes: 0}",
                        "exampleshire.yaml:13: 'days-to-read-minutes' must be a whole number from 1 to 365, found '0'"),
                fault(
                        "a domain that is an address",
                        "languages: [eng, cym]",
                        "languages: [eng, cym]\nmail:\n  secure-domains: [nhs.net, someone@nhs.net]",
                        "exampleshire.yaml:14: each of 'secure-domains' must be a domain such as 'nhs.net', or '*.gov.uk' for all below it, found 'someone@nhs.net'"),
                fault(
                        "a ladder without its last rung",
                        "languages: [eng, cym]",
                        "languages: [eng, cym]\nactions: {remind-before: 2, remind-every: 0, escalate-after: 5}",
                        "exampleshire.yaml:13: 'remind-every' must be a whole number from 1 to 20, found '0'"),
                fault(
                        "minutes that may take for ever",
                        "decides-grounds: true",
                        "decides-grounds: true\n    minutes-within-working-days: 90",
                        "exampleshire.yaml:29: 'minutes-within-working-days' must be a whole number from 1 to 20, found '90'"),
                fault(
                        "number too great",
                        "cases-per-meeting: 8",
                        "cases-per-meeting: 999",
                        "exampleshire.yaml:26: 'cases-per-meeting' must be a whole number from 1 to 200, or two such as '2 to 4', found '999'"),
                fault(
                        "neither true nor false",
                        "decides-grounds: true",
                        "decides-grounds: \"true\"",
                        "exampleshire.yaml:15: exactly one of 'meetings' must have 'decides-grounds: true' on the local route, found 0",
                        "exampleshire.yaml:27: only a meeting with 'decides-grounds: true' may offer a grounds decision",
                        "exampleshire.yaml:28: 'decides-grounds' must be true or false, found 'true'"),
                fault(
                        "a list that is not one",
                        "languages: [eng, cym]",
                        "languages: eng",
                        "exampleshire.yaml:12: 'languages' must be a list, each an ISO 639-3 code such as 'eng', found 'eng'"),
                fault(
                        "no such language",
                        "languages: [eng, cym]",
                        "languages: [English, cym]",
                        "exampleshire.yaml:12: each of 'languages' must be an ISO 639-3 code such as 'eng', found 'English'"),
                fault(
                        "no language",
                        "languages: [eng, cym]",
                        "languages: []",
                        "exampleshire.yaml:12: 'languages' must list at least one ISO 639-3 code such as 'eng'"),
                fault(
                        "unknown kind of agency",
                        "optional: [guardian-service]",
                        "optional: [guardians]",
                        "exampleshire.yaml:22: each of 'optional' must be one of " + KINDS + ", found 'guardians'"),
                fault(
                        "an agency named twice",
                        "optional: [guardian-service]",
                        "optional: [charity, charity]",
                        "exampleshire.yaml:22: 'charity' is given twice in 'optional'"),
                fault(
                        "an agency both core and optional",
                        "optional: [guardian-service]",
                        "optional: [police]",
                        "exampleshire.yaml:22: 'police' is both in 'core' and in 'optional'"),
                fault(
                        "a loosened limit",
                        "NRM-1: 30 days",
                        "NRM-1: 46 days",
                        "exampleshire.yaml:11: NRM-1 may be tightened, never loosened: at most 45 days, found 46 days"),
                fault(
                        "a limit in other days",
                        "NRM-1: 30 days",
                        "NRM-1: 30 working days",
                        "exampleshire.yaml:11: NRM-1 may be tightened, never loosened: at most 45 days, found 30 working days"),
                fault(
                        "a limit nobody can read",
                        "NRM-1: 30 days",
                        "NRM-1: soon",
                        "exampleshire.yaml:11: 'NRM-1' must be a limit such as '45 days', found 'soon'"),
                fault(
                        "a limit the law does not have",
                        "NRM-1: 30 days",
                        "NRM-99: 30 days",
                        "exampleshire.yaml:11: unknown key 'NRM-99' in 'clocks'; allowed: NRM-1, NRM-10"),
                fault(
                        "no such code of a council",
                        "code: W06000099",
                        "code: Hull",
                        "exampleshire.yaml:4: 'code' must be an ONS area code such as 'E06000010', found 'Hull'"),
                fault(
                        "a day that does not exist",
                        "day: 2026-12-24",
                        "day: 2026-02-30",
                        "exampleshire.yaml:14: 'day' must be a day written 2026-12-24, found '2026-02-30'"),
                fault(
                        "cadence",
                        "cadence: every 4 weeks",
                        "cadence: every full moon",
                        "exampleshire.yaml:19: 'cadence' must be daily, weekly, fortnightly, monthly, on demand, or such as 'every 4 weeks' (days, weeks, months), found 'every full moon'"),
                fault(
                        "safety is not first (REF-2)",
                        "steps: [safeguarding, screening, panel]",
                        "steps: [screening, safeguarding, panel]",
                        "exampleshire.yaml:9: 'steps' must begin with 'safeguarding' (REF-2)"),
                fault(
                        "screening without a step (REF-5)",
                        "steps: [safeguarding, screening, panel]",
                        "steps: [safeguarding, panel]",
                        "exampleshire.yaml:9: 'steps' must contain 'screening', because 'screening' names who decides (REF-5)"),
                fault(
                        "a step without who decides (REF-5)",
                        "screening: [coordinator]",
                        "screening: []",
                        "exampleshire.yaml:9: 'steps' contains 'screening', so 'screening' must name who decides (REF-5)"),
                fault(
                        "the guardian service votes (NRM-4)",
                        "voting: [local-authority, police, health]",
                        "voting: [local-authority, police, health, guardian-service]",
                        "exampleshire.yaml:23: 'guardian-service' attends without a vote (NRM-4)"),
                fault(
                        "a core agency without a vote (NRM-4)",
                        "voting: [local-authority, police, health]",
                        "voting: [local-authority, police]",
                        "exampleshire.yaml:23: local-authority, police and health must be in 'core' and in 'voting' where grounds are decided (NRM-4)"),
                fault(
                        "a voter who is not invited",
                        "voting: [local-authority, police, health]",
                        "voting: [local-authority, police, health, housing]",
                        "exampleshire.yaml:23: 'housing' votes, so it must be in 'core' or 'optional'"),
                fault(
                        "no quorum (NRM-6)",
                        "voters-of-each-agency: 1",
                        "voters-of-each-agency: 0",
                        "exampleshire.yaml:24: the quorum must have at least 1 voter of each core agency and a chair where grounds are decided (NRM-6)"),
                fault(
                        "the chair breaks ties (NRM-4)",
                        "decides-grounds: true",
                        "decides-grounds: true\n    tie: chair",
                        "exampleshire.yaml:29: 'tie' must be one of adjourn, found 'chair'"),
                fault(
                        "an outcome is not on offer (NRM-9)",
                        "negative-conclusive-grounds, adjourned",
                        "adjourned",
                        "exampleshire.yaml:27: 'outcomes' must also offer negative-conclusive-grounds where grounds are decided (NRM-9)"),
                fault(
                        "a panel on the central route",
                        "route: local",
                        "route: central",
                        "exampleshire.yaml:9: 'steps' must contain 'central-decision' on the central route",
                        "exampleshire.yaml:9: 'steps' must not contain 'panel' on the central route",
                        "exampleshire.yaml:15: none of 'meetings' may have 'decides-grounds: true' on the central route"),
                fault(
                        "no council",
                        "authorities:\n  - {name: Exampleshire Council, code: W06000099}\n",
                        "",
                        "exampleshire.yaml:1: 'authorities' must name at least one council on the local route"),
                fault(
                        "two meetings of one name",
                        "meetings:",
                        "meetings:\n  - {id: panel, name: Talk, purpose: Talk., cadence: daily, quorum: {voters-of-each-agency: 0, chair: false}, minutes-per-case: 1, cases-per-meeting: 1}",
                        "exampleshire.yaml:17: 'panel' names two meetings; each 'id' must differ"),
                fault(
                        "not YAML",
                        "nation: wales",
                        "nation: [wales",
                        "exampleshire.yaml:3: not YAML: expected ',' or ']', but got :"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named_by_line_and_by_what_is_allowed(String broken, List<String> expected) {
        ProfileReader.Read read = read(broken);

        assertThat(read.faults()).extracting(ProfileFault::toString).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(read.profile()).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() {
        String broken = SOUND.replace("nation: wales", "nation: france")
                .replace("NRM-1: 30 days", "NRM-1: 60 days")
                .replace("minutes-per-case: 15", "minutes-per-case: 0");

        assertThat(read(broken).faults()).extracting(ProfileFault::line).containsExactly(2, 11, 25);
    }

    @Test
    void an_empty_file_and_a_file_that_is_no_mapping_are_faults() {
        assertThat(read("").faults()).extracting(ProfileFault::message).containsExactly("the file is empty");
        assertThat(read("- just\n- a list\n").faults())
                .first()
                .extracting(ProfileFault::message)
                .asString()
                .startsWith("the profile must be a mapping of name, nation");
    }

    private static ProfileReader.Read read(String yaml) {
        return ProfileReader.read("exampleshire.yaml", yaml, LIMITS);
    }

    private static Arguments fault(String name, String sound, String broken, String... expected) {
        assertThat(SOUND).contains(sound);
        return argumentSet(name, SOUND.replace(sound, broken), Arrays.asList(expected));
    }

    @Property(tries = 3_000)
    void whatever_a_file_holds_is_a_profile_or_faults_by_line(@ForAll long number) {
        String damaged =
                new String(Damage.done(SOUND.getBytes(StandardCharsets.UTF_8), number), StandardCharsets.UTF_8);
        ProfileReader.Read read = ProfileReader.read("exampleshire.yaml", damaged, LIMITS);
        assertThat(read.profile().isPresent()).isEqualTo(read.faults().isEmpty());
        assertThat(read.faults()).allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.toString()).doesNotContain("org.yaml", "Exception");
        });
    }

    @Test
    void a_file_that_leads_back_into_itself_or_grows_without_end_is_a_fault() {
        String grows = "a: &a [x,x,x,x,x,x,x,x,x]\n"
                + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nname: *d\n";
        for (String bad : List.of(
                grows,
                "name: &a [*a]\n",
                "meetings: &a\n  - *a\n",
                "authorities: &a {x: *a}\n",
                "name: !!javax.script.ScriptEngineManager [x]\n",
                "name: " + "[".repeat(100_000))) {
            assertThat(ProfileReader.read("exampleshire.yaml", bad, LIMITS).faults())
                    .isNotEmpty();
        }
    }
}
