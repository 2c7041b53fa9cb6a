package org.holdfast.partnership;

import java.io.StringReader;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.law.Nation;
import org.holdfast.law.Quorum;
import org.holdfast.law.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one profile file and names every fault in it by line, with what is allowed there. */
final class ProfileReader {
    /** What came of reading: a profile, or faults. */
    record Read(Optional<Profile> profile, List<ProfileFault> faults) {
        Read {
            faults = List.copyOf(faults);
        }
    }

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern AREA_CODE = Pattern.compile("[EWSN]\\d{8}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern CADENCE = Pattern.compile("every (\\d{1,2}) (days|weeks|months)");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?: to (\\d{1,3}))?");
    private static final Pattern LIMIT = Pattern.compile("([1-9]\\d{0,3}) (working day|day|hour)s?");
    private static final String CADENCES =
            "daily, weekly, fortnightly, monthly, on demand, or such as 'every 4 weeks' (days, weeks, months)";

    /** The three agencies without which no panel decides (NRM-4). */
    private static final List<AgencyKind> CORE =
            List.of(AgencyKind.LOCAL_AUTHORITY, AgencyKind.POLICE, AgencyKind.HEALTH);

    private final String file;
    private final Map<String, Span> limits;
    private final List<ProfileFault> faults = new ArrayList<>();

    private ProfileReader(String file, Map<String, Span> limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Reads a profile.
     *
     * @param file name of the file; without its ending it is the profile's id
     * @param limits what the law allows at most, by rule
     */
    static Read read(String file, String yaml, Map<String, Span> limits) {
        ProfileReader reader = new ProfileReader(file, limits);
        Profile profile = reader.profile(yaml);
        reader.faults.sort(Comparator.comparingInt(ProfileFault::line));
        return new Read(reader.faults.isEmpty() ? Optional.ofNullable(profile) : Optional.empty(), reader.faults);
    }

    private @Nullable Profile profile(String yaml) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            faults.add(
                    new ProfileFault(file, mark == null ? 1 : mark.getLine() + 1, "not YAML: " + broken.getProblem()));
            return null;
        } catch (YAMLException broken) {
            faults.add(new ProfileFault(file, 1, "not YAML: " + broken.getMessage()));
            return null;
        }
        if (root == null) {
            faults.add(new ProfileFault(file, 1, "the file is empty"));
            return null;
        }
        ProfileSection top = new ProfileSection(
                file,
                "the profile",
                root,
                faults,
                "name",
                "nation",
                "authorities",
                "competent-authority",
                "route",
                "advocate",
                "screening",
                "steps",
                "clocks",
                "languages",
                "services",
                "form",
                "closed",
                "practice",
                "mail",
                "actions",
                "assurance",
                "reconsideration",
                "meetings");
        String id = file.replaceFirst("\\.ya?ml$", "");
        if (!SHORT_NAME.matcher(id).matches()) {
            top.fault(1, "the file must be named with small letters, digits and hyphens, such as 'hull.yaml'");
        }
        Route route = top.choice("route", Route.class);
        List<Authority> authorities = authorities(top);
        List<MeetingKind> meetings = meetings(top, authorities.size());
        Set<ScreeningRoute> screening = top.choices("screening", ScreeningRoute.class);
        List<ReferralStep> steps = List.copyOf(top.choices("steps", ReferralStep.class));
        List<String> languages = top.texts("languages", LANGUAGE, "an ISO 639-3 code such as 'eng'");
        if (!top.has("languages") || (top.sound("languages") && languages.isEmpty())) {
            top.fault("languages", "'languages' must list at least one ISO 639-3 code such as 'eng'");
        }
        Profile profile = new Profile(
                id,
                top.text("name"),
                top.choice("nation", Nation.class),
                authorities,
                top.text("competent-authority"),
                route,
                top.choice("advocate", ChildsAdvocate.class),
                meetings,
                screening,
                steps,
                tightenings(top),
                languages,
                services(top),
                top.choices("form", FormPart.class),
                closedDays(top),
                practice(top),
                secureDomains(top),
                ladder(top),
                assuring(top),
                reconsidering(top));
        if (top.sound("route")) {
            routeRules(top, profile);
        }
        return profile;
    }

    /** What the route asks of authorities, steps and meetings. */
    private void routeRules(ProfileSection top, Profile profile) {
        List<ReferralStep> steps = profile.steps();
        if (!top.has("steps")
                || (top.sound("steps") && (steps.isEmpty() || steps.getFirst() != ReferralStep.SAFEGUARDING))) {
            top.fault("steps", "'steps' must begin with 'safeguarding' (REF-2)");
        }
        if (steps.contains(ReferralStep.SCREENING) != profile.screens()
                && (top.sound("steps") || top.sound("screening"))) {
            top.fault(
                    "steps",
                    profile.screens()
                            ? "'steps' must contain 'screening', because 'screening' names who decides (REF-5)"
                            : "'steps' contains 'screening', so 'screening' must name who decides (REF-5)");
        }
        long panels = profile.meetingKinds().stream()
                .filter(MeetingKind::decidesGrounds)
                .count();
        switch (profile.route()) {
            case LOCAL -> {
                if (profile.authorities().isEmpty() && !top.has("authorities")) {
                    top.fault("authorities", "'authorities' must name at least one council on the local route");
                }
                if (!steps.contains(ReferralStep.PANEL) && top.sound("steps")) {
                    top.fault("steps", "'steps' must contain 'panel' on the local route");
                }
                if (steps.contains(ReferralStep.CENTRAL_DECISION)) {
                    top.fault("steps", "'steps' must not contain 'central-decision' on the local route");
                }
                if (panels != 1) {
                    top.fault(
                            top.line("meetings"),
                            "exactly one of 'meetings' must have 'decides-grounds: true' on the local route, found "
                                    + panels);
                }
            }
            case CENTRAL -> {
                if (!steps.contains(ReferralStep.CENTRAL_DECISION) && top.sound("steps")) {
                    top.fault("steps", "'steps' must contain 'central-decision' on the central route");
                }
                if (steps.contains(ReferralStep.PANEL)) {
                    top.fault("steps", "'steps' must not contain 'panel' on the central route");
                }
                if (panels != 0) {
                    top.fault(
                            top.line("meetings"),
                            "none of 'meetings' may have 'decides-grounds: true' on the central route");
                }
            }
        }
    }

    private static List<Authority> authorities(ProfileSection top) {
        return top.sections("authorities", "an authority", "name", "code").stream()
                .map(it -> new Authority(
                        it.text("name"), it.text("code", AREA_CODE, "an ONS area code such as 'E06000010'")))
                .toList();
    }

    private static Map<Pathway, List<String>> services(ProfileSection top) {
        Map<Pathway, List<String>> services = new EnumMap<>(Pathway.class);
        ProfileSection section = top.section("services", "'services'", "emerging", "moderate", "significant");
        for (Pathway pathway : Pathway.values()) {
            services.put(pathway, section == null ? List.of() : section.texts(ProfileSection.written(pathway)));
        }
        return services;
    }

    private static Ladder ladder(ProfileSection top) {
        ProfileSection section = top.section("actions", "'actions'", "remind-before", "remind-every", "escalate-after");
        return section == null
                ? Ladder.USUAL
                : Ladder.every(
                        section.number("remind-before", 0, 20),
                        section.number("remind-every", 1, 20),
                        section.number("escalate-after", 1, 60));
    }

    private static List<ClosedDay> closedDays(ProfileSection top) {
        return top.sections("closed", "a closed day", "day", "reason").stream()
                .map(it -> new ClosedDay(it.date("day"), it.text("reason")))
                .toList();
    }

    private static Practice practice(ProfileSection top) {
        Practice usual = Practice.USUAL;
        ProfileSection section = top.section(
                "practice",
                "'practice'",
                "days-to-read-minutes",
                "days-drafts-are-kept",
                "minutes-told-before-item",
                "days-childs-link-is-open",
                "wrong-words-taken",
                "reading-age",
                "hours-of-emergency-access",
                "days-of-allowed-access",
                "retention",
                "watch");
        return section == null
                ? usual
                : new Practice(
                        section.number("days-to-read-minutes", 1, 365, usual.daysToReadMinutes()),
                        section.number("days-drafts-are-kept", 30, 730, usual.daysDraftsAreKept()),
                        section.number("minutes-told-before-item", 1, 120, usual.minutesToldBeforeItem()),
                        section.number(
                                "days-childs-link-is-open",
                                1,
                                Practice.LONGEST_CHILDS_LINK,
                                usual.daysChildsLinkIsOpen()),
                        section.number("wrong-words-taken", 1, 20, usual.wrongWordsTaken()),
                        section.number("reading-age", 7, 14, usual.readingAge()),
                        section.number("hours-of-emergency-access", 1, 72, usual.hoursOfEmergencyAccess()),
                        section.number("days-of-allowed-access", 1, 365, usual.daysOfAllowedAccess()),
                        retention(section),
                        watch(section));
    }

    private static Retention retention(ProfileSection practice) {
        ProfileSection section = practice.section("retention", "'retention'", "decided", "not-decided", "transferred");
        Retention usual = Retention.USUAL;
        return section == null
                ? usual
                : new Retention(
                        keep(section, "decided", usual.decided()),
                        keep(section, "not-decided", usual.notDecided()),
                        keep(section, "transferred", usual.transferred()));
    }

    private static Retention.Keep keep(ProfileSection retention, String kind, Retention.Keep usual) {
        ProfileSection section = retention.section(kind, "'" + kind + "'", "until-age", "years-after-end");
        return section == null
                ? usual
                : new Retention.Keep(
                        section.number("until-age", 0, Retention.LONGEST, usual.untilAge()),
                        section.number("years-after-end", 1, Retention.LONGEST, usual.years()));
    }

    private static Watch watch(ProfileSection practice) {
        Watch usual = Watch.USUAL;
        ProfileSection section = practice.section(
                "watch", "'watch'", "cases-in-a-day", "refusals-in-a-day", "lines-outside-hours", "from", "until");
        return section == null
                ? usual
                : new Watch(
                        section.number("cases-in-a-day", 1, 1000, usual.casesInADay()),
                        section.number("refusals-in-a-day", 1, 1000, usual.refusalsInADay()),
                        section.number("lines-outside-hours", 0, 1000, usual.linesOutsideHours()),
                        time(section, "from", usual.from()),
                        time(section, "until", usual.until()));
    }

    private static LocalTime time(ProfileSection section, String key, LocalTime usual) {
        return section.has(key) ? section.parsed(key, "a time such as '07:30'", usual, ProfileReader::time) : usual;
    }

    private static @Nullable LocalTime time(String written) {
        try {
            return LocalTime.parse(written);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    private static List<String> secureDomains(ProfileSection top) {
        ProfileSection section = top.section("mail", "'mail'", "secure-domains");
        return section == null
                ? List.of()
                : section.texts("secure-domains", DOMAIN, "a domain such as 'nhs.net', or '*.gov.uk' for all below it");
    }

    private static Assuring assuring(ProfileSection top) {
        ProfileSection section = top.section(
                "assurance",
                "'assurance'",
                "sampled",
                "answered-within",
                "points-within",
                "may-require-deciding-again");
        return section == null
                ? Assuring.NOTHING_AGREED
                : new Assuring(
                        section.has("sampled") ? section.number("sampled", 1, 100) : 100,
                        agreed(section, "answered-within"),
                        agreed(section, "points-within"),
                        section.has("may-require-deciding-again") && section.flag("may-require-deciding-again"));
    }

    private static Reconsidering reconsidering(ProfileSection top) {
        ProfileSection section = top.section("reconsideration", "'reconsideration'", "by", "asked-within");
        return section == null
                ? Reconsidering.LOCALLY
                : new Reconsidering(
                        section.has("by") ? section.choice("by", Reconsidering.By.class) : Reconsidering.By.LOCAL_PANEL,
                        agreed(section, "asked-within"));
    }

    private static @Nullable Span agreed(ProfileSection section, String key) {
        return section.has(key)
                ? section.parsed(key, "a time such as '5 working days'", new Span.Days(1), ProfileReader::span)
                : null;
    }

    private Map<String, Span> tightenings(ProfileSection top) {
        ProfileSection section =
                top.section("clocks", "'clocks'", limits.keySet().toArray(String[]::new));
        if (section == null) {
            return Map.of();
        }
        Map<String, Span> tightenings = new LinkedHashMap<>();
        limits.forEach((rule, limit) -> {
            if (section.has(rule)) {
                String allowed = "a limit such as '" + limit.inWords() + "'";
                Span kept = section.parsed(rule, allowed, limit, ProfileReader::span);
                if (kept.getClass() != limit.getClass() || kept.count() > limit.count()) {
                    section.fault(
                            rule,
                            rule + " may be tightened, never loosened: at most " + limit.inWords() + ", found "
                                    + kept.inWords());
                }
                tightenings.put(rule, kept);
            }
        });
        return tightenings;
    }

    private static @Nullable Span span(String written) {
        Matcher matcher = LIMIT.matcher(written);
        if (!matcher.matches()) {
            return null;
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "hour" -> new Span.Hours(count);
            case "day" -> new Span.Days(count);
            default -> new Span.WorkingDays(count);
        };
    }

    private List<MeetingKind> meetings(ProfileSection top, int authorities) {
        List<MeetingKind> kinds = new ArrayList<>();
        List<ProfileSection> sections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ProfileSection section : top.sections(
                "meetings",
                "a meeting",
                "id",
                "name",
                "purpose",
                "cadence",
                "rotation",
                "chair",
                "core",
                "optional",
                "also-invited",
                "voting",
                "quorum",
                "minutes-per-case",
                "minutes-per-meeting",
                "cases-per-meeting",
                "paper",
                "outcomes",
                "tie",
                "decides-grounds",
                "notice",
                "urgent",
                "prepares",
                "minutes-within-working-days",
                "returns")) {
            MeetingKind kind = meeting(section, authorities);
            if (section.sound("id") && !ids.add(kind.id())) {
                section.fault("id", "'" + kind.id() + "' names two meetings; each 'id' must differ");
            }
            kinds.add(kind);
            sections.add(section);
        }
        for (int i = 0; i < kinds.size(); i++) {
            preMeetRules(sections.get(i), kinds.get(i), kinds);
        }
        return kinds;
    }

    private static MeetingKind meeting(ProfileSection section, int authorities) {
        ProfileSection chair = section.section("chair", "'chair'", "from", "independent");
        ProfileSection quorum =
                section.section("quorum", "'quorum'", "voters-of-each-agency", "chair", "of-each-authority");
        if (quorum == null) {
            section.fault(
                    section.line("quorum"),
                    "'quorum' is missing in a meeting; it must give voters-of-each-agency and chair");
        }
        boolean decidesGrounds = section.has("decides-grounds") && section.flag("decides-grounds");
        MeetingKind kind = new MeetingKind(
                section.text("id", SHORT_NAME, "a short name of small letters, digits and hyphens"),
                section.text("name"),
                section.text("purpose"),
                section.parsed("cadence", CADENCES, new Cadence.OnDemand(), ProfileReader::cadence),
                section.texts("rotation"),
                new ChairRule(
                        chair == null ? Set.of() : chair.choices("from", AgencyKind.class),
                        chair != null && chair.has("independent") && chair.flag("independent")),
                section.choices("core", AgencyKind.class),
                section.choices("optional", AgencyKind.class),
                section.texts("also-invited"),
                section.choices("voting", AgencyKind.class),
                new Quorum(
                        quorum == null ? 0 : quorum.number("voters-of-each-agency", 0, 5),
                        quorum == null || quorum.flag("chair")),
                quorum == null ? Set.of() : quorum.choices("of-each-authority", AgencyKind.class),
                load(section),
                section.choices("paper", Paper.class),
                section.choices("outcomes", MeetingOutcome.class),
                section.has("tie") ? section.choice("tie", TieRule.class) : TieRule.ADJOURN,
                decidesGrounds,
                section.has("notice") ? span(section, "notice", "5 working days") : null,
                urgency(section),
                section.has("prepares") ? section.text("prepares") : null,
                section.has("minutes-within-working-days")
                        ? section.number("minutes-within-working-days", 1, 20)
                        : MeetingKind.MINUTES_WITHIN,
                returns(section, decidesGrounds));
        meetingRules(section, kind, quorum);
        if (quorum != null && quorum.sound("of-each-authority")) {
            authorityRules(quorum, kind, authorities);
        }
        return kind;
    }

    /** Least and most of something; the same where one number is given. */
    private record Range(int least, int most) {}

    private static @Nullable Range range(String written, int most) {
        Matcher matcher = RANGE.matcher(written);
        if (!matcher.matches()) {
            return null;
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return first >= 1 && first <= last && last <= most ? new Range(first, last) : null;
    }

    /** Minutes a case, or minutes a meeting that its cases share (NRM-21). */
    private static CaseLoad load(ProfileSection section) {
        Range cases = section.parsed(
                "cases-per-meeting",
                "a whole number from 1 to 200, or two such as '2 to 4'",
                new Range(1, 1),
                written -> range(written, 200));
        boolean ranged = cases.least() < cases.most();
        if (section.has("minutes-per-meeting")) {
            if (section.has("minutes-per-case")) {
                section.fault(
                        "minutes-per-meeting",
                        "give 'minutes-per-case' or 'minutes-per-meeting', not both: the cases of a meeting share its minutes");
            }
            int minutes = section.number("minutes-per-meeting", 1, CaseLoad.LONGEST);
            return CaseLoad.byMeeting(minutes, cases.least(), cases.most());
        }
        Range minutes = section.parsed(
                "minutes-per-case",
                "a whole number from 1 to 240, or two such as '5 to 10'",
                new Range(1, 1),
                written -> range(written, 240));
        return CaseLoad.byCase(minutes.least(), minutes.most(), ranged ? cases.least() : 1, cases.most());
    }

    private static @Nullable Urgency urgency(ProfileSection section) {
        ProfileSection urgent = section.section("urgent", "'urgent'", "within");
        return urgent == null ? null : new Urgency(urgent.has("within") ? span(urgent, "within", "48 hours") : null);
    }

    private static Span span(ProfileSection section, String key, String example) {
        return section.parsed(key, "a time such as '" + example + "'", new Span.Days(1), ProfileReader::span);
    }

    /** What MTG-7 asks of a panel of several authorities. */
    private static void authorityRules(ProfileSection quorum, MeetingKind kind, int authorities) {
        if (authorities < 2) {
            quorum.fault(
                    "of-each-authority",
                    "'of-each-authority' is for a profile whose 'authorities' names two councils or more (MTG-7)");
        }
        kind.ofEachAuthority().stream()
                .filter(it -> !kind.coreAgencies().contains(it))
                .forEach(it -> quorum.fault(
                        "of-each-authority",
                        "'" + ProfileSection.written(it)
                                + "' must be there for each authority, so it must be in 'core'"));
    }

    /** A pre-meet prepares another meeting of the profile, and decides nothing itself. */
    private static void preMeetRules(ProfileSection section, MeetingKind kind, List<MeetingKind> all) {
        String prepared = kind.prepares();
        if (prepared == null || !section.sound("prepares")) {
            return;
        }
        List<String> others = all.stream()
                .filter(it -> it.prepares() == null)
                .map(MeetingKind::id)
                .toList();
        if (!others.contains(prepared)) {
            section.fault(
                    "prepares",
                    "'prepares' must be one of " + String.join(", ", others) + ", found '" + prepared + "'");
        }
        if (!kind.votingAgencies().isEmpty() || kind.decidesGrounds()) {
            section.fault("prepares", "a pre-meet decides nothing: it has no 'voting' and no 'decides-grounds'");
        }
    }

    /** How agencies are asked for information: as the section says; as usual where it says nothing and grounds are decided (MTG-3). */
    private static Optional<ReturnRules> returns(ProfileSection section, boolean decidesGrounds) {
        ProfileSection returns = section.section(
                "returns",
                "'returns'",
                "ask-days-before",
                "due-days-before",
                "remind-days",
                "escalate-days-after",
                "open-days-after");
        if (returns == null) {
            return decidesGrounds ? Optional.of(ReturnRules.USUAL) : Optional.empty();
        }
        ReturnRules rules = new ReturnRules(
                returns.has("ask-days-before") ? returns.number("ask-days-before", 1, 90) : null,
                returns.number("due-days-before", 0, 60),
                new Ladder(returns.numbers("remind-days", -30, 60), returns.number("escalate-days-after", 0, 30)),
                returns.has("open-days-after")
                        ? returns.number("open-days-after", 0, 365)
                        : ReturnRules.USUAL.openDaysAfter());
        if (returns.sound("remind-days", "escalate-days-after")) {
            Ladder ladder = rules.ladder();
            List<Integer> latestLast = ladder.reminders().stream()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (!latestLast.equals(ladder.reminders())) {
                returns.fault(
                        "remind-days",
                        "'remind-days' must go from the earliest to the latest, such as [3, 0, -1]: days before the"
                                + " answer is due, and after it with a minus");
            } else if (!latestLast.isEmpty() && -latestLast.getLast() >= ladder.escalate()) {
                returns.fault(
                        "escalate-days-after",
                        "'escalate-days-after' must come after the last reminder: more than "
                                + Math.max(0, -latestLast.getLast()) + ", found " + ladder.escalate());
            }
        }
        if (returns.has("ask-days-before")
                && returns.sound("ask-days-before", "due-days-before")
                && returns.number("ask-days-before", 1, 90) <= rules.dueDaysBefore()) {
            returns.fault(
                    "ask-days-before",
                    "agencies must be asked before their answers are due: 'ask-days-before' must be more than "
                            + rules.dueDaysBefore());
        }
        return Optional.of(rules);
    }

    private static void meetingRules(ProfileSection section, MeetingKind kind, @Nullable ProfileSection quorum) {
        if (section.sound("core", "optional")) {
            kind.coreAgencies().stream()
                    .filter(kind.optionalAgencies()::contains)
                    .forEach(both -> section.fault(
                            "optional", "'" + ProfileSection.written(both) + "' is both in 'core' and in 'optional'"));
        }
        if (kind.votes(AgencyKind.GUARDIAN_SERVICE)) {
            section.fault("voting", "'guardian-service' attends without a vote (NRM-4)");
        }
        if (section.sound("voting")) {
            kind.votingAgencies().stream()
                    .filter(it -> !kind.coreAgencies().contains(it)
                            && !kind.optionalAgencies().contains(it))
                    .forEach(it -> section.fault(
                            "voting",
                            "'" + ProfileSection.written(it) + "' votes, so it must be in 'core' or 'optional'"));
        }
        if (kind.decidesGrounds()) {
            groundsRules(section, kind, quorum);
        } else if (kind.outcomes().stream().anyMatch(MeetingOutcome::decidesGrounds)) {
            section.fault("outcomes", "only a meeting with 'decides-grounds: true' may offer a grounds decision");
        }
    }

    /** What NRM-4, NRM-6 and NRM-9 ask of a meeting that decides. */
    private static void groundsRules(ProfileSection section, MeetingKind kind, @Nullable ProfileSection quorum) {
        if (!kind.votingAgencies().containsAll(CORE) || !kind.coreAgencies().containsAll(CORE)) {
            section.fault(
                    "voting",
                    "local-authority, police and health must be in 'core' and in 'voting' where grounds are decided (NRM-4)");
        }
        if (quorum != null
                && quorum.sound("voters-of-each-agency", "chair")
                && (kind.quorum().trainedVotersOfEachAgency() < 1
                        || !kind.quorum().chair())) {
            quorum.fault(
                    "voters-of-each-agency",
                    "the quorum must have at least 1 voter of each core agency and a chair where grounds are decided (NRM-6)");
        }
        String missing = Arrays.stream(MeetingOutcome.values())
                .filter(it -> it.decidesGrounds() || it == MeetingOutcome.ADJOURNED)
                .filter(it -> !kind.outcomes().contains(it))
                .map(ProfileSection::written)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            section.fault("outcomes", "'outcomes' must also offer " + missing + " where grounds are decided (NRM-9)");
        }
    }

    private static @Nullable Cadence cadence(String written) {
        Matcher steady = CADENCE.matcher(written);
        if (steady.matches() && !steady.group(1).matches("0+")) {
            return new Cadence.Every(
                    Integer.parseInt(steady.group(1)),
                    switch (steady.group(2)) {
                        case "days" -> Cadence.Unit.DAYS;
                        case "weeks" -> Cadence.Unit.WEEKS;
                        default -> Cadence.Unit.MONTHS;
                    });
        }
        return switch (written) {
            case "daily" -> new Cadence.Every(1, Cadence.Unit.DAYS);
            case "weekly" -> new Cadence.Every(1, Cadence.Unit.WEEKS);
            case "fortnightly" -> new Cadence.Every(2, Cadence.Unit.WEEKS);
            case "monthly" -> new Cadence.Every(1, Cadence.Unit.MONTHS);
            case "on demand" -> new Cadence.OnDemand();
            default -> null;
        };
    }
}
