package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.Chronologies;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever presses a button twice without script does one thing, and is led where the first press led. */
@HoldfastTest
@TestInstance(Lifecycle.PER_CLASS)
class PressedTwiceTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern KEY = Pattern.compile("name=\"once\" value=\"([^\"]*)\"");

    /** What ends somebody's session, or what the rest of the walk stands on: pressed by themselves, in a partnership of their own. */
    private static final Set<String> ENDS = Set.of(
            "/account/password",
            "/account/sessions/end",
            "/account/sessions/end-others",
            "/administration/agencies/*/end",
            "/administration/clients/*/end",
            "/administration/people/*/leave",
            "/agreements/*/end",
            "/cases/*/court/custody/*/end",
            "/cases/*/people/*/leave",
            "/cases/*/people/exclude",
            "/cases/*/warnings/*/end");

    /** Forms by which nothing comes on the ledger, so that there is nothing to do twice; with a file, it is pressed in a test of its own. */
    private static final Map<String, String> CHANGES_NOTHING = Map.of(
            "/referrals/drafts/*/questions/*", "keeps what is typed of one's own draft",
            "/meetings/*/pack/*/note", "keeps one's own note beside the pack",
            "/administration/list", "shows what a list would do",
            "/assurance/*/answer", "shows what would be recorded",
            "/ledger/check", "reads the ledger",
            "/account/second-factor", "offers one, which its first code takes into use",
            "/search", "looks for somebody",
            "/cases/*/files", "needs a file",
            "/referrals/upload", "needs a file");

    /** Forms that are refused for what this partnership's day is like, as the faults that it is shown say. */
    private static final Map<String, String> REFUSED_HERE = Map.of(
            "/administration/clients/*/webhook", "needs a machine that answers",
            "/administration/reviews/*/sign", "needs an answer about everybody",
            "/assurance/*/again", "the child is on an agenda already",
            "/cases/*/court/dates/*", "the hearing is yet to come",
            "/decisions/*/account", "the decision was put off",
            "/decisions/*/adjourn", "the decision was put off",
            "/referrals/*/steps/accept", "the child's safety is not addressed yet",
            "/referrals/*/steps/keep-central", "its day follows the moment at which the referral was made",
            "/referrals/*/steps/move-to-central", "its day follows the moment at which the referral was made");

    private static final Pattern LEFT_EMPTY = Pattern.compile("(until|expires|end|ends)(-.*)?|team");

    private static final Pattern LATER = Pattern.compile(
            "(.*-)?(until|again|to|on|expires|end|ends|review|due|answer).*-year", Pattern.CASE_INSENSITIVE);

    private static final Pattern AHEAD = Pattern.compile("(review|due|answer|on|day).*-year", Pattern.CASE_INSENSITIVE);

    /** Forms with which something new is made: each of them has to be among those that were taken and pressed twice. */
    private static final Set<String> MAKING = Set.of(
            "/cases/*/chronology/new",
            "/cases/*/court/dates/new",
            "/cases/*/views",
            "/cases/*/updates",
            "/cases/*/actions/new",
            "/cases/*/warnings",
            "/cases/*/people/new",
            "/cases/*/court/offences/new",
            "/cases/*/court/custody/new",
            "/cases/*/voice/new",
            "/cases/*/letters",
            "/cases/*/transfer",
            "/cases/*/particulars/names",
            "/records/cases/*/hold",
            "/records/cases/*/requests",
            "/referrals/drafts",
            "/administration/clients/new",
            "/administration/agencies/new",
            "/administration/agencies/*/teams/new",
            "/administration/people/new",
            "/administration/people/*/training");

    private final EveryRecord.Maker maker;
    private final Ledger ledger;
    private final Chronologies chronologies;
    private final int port;
    private EveryRecord records;

    PressedTwiceTest(EveryRecord.Maker maker, Ledger ledger, Chronologies chronologies, @LocalServerPort int port) {
        this.maker = maker;
        this.ledger = ledger;
        this.chronologies = chronologies;
        this.port = port;
    }

    @BeforeAll
    void aPartnershipAtWork() {
        records = maker.make(Instant.now());
    }

    private List<String> changesAfter(EveryRecord at, long length) {
        return ledger.changesAfter(at.us.coordinator.actor(), length, 50).stream()
                .map(LedgerLine::event)
                .toList();
    }

    private long length(EveryRecord at) {
        return ledger.length(at.us.coordinator.actor());
    }

    @Test
    void everyFormThatIsTakenIsTakenOnce() {
        Map<String, String> refused = new TreeMap<>();
        Set<String> taken = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (TestPartnership.Person person : List.of(
                records.us.coordinator,
                records.us.administrator,
                records.us.socialWorker,
                records.us.informationGovernance,
                records.us.chair,
                records.us.healthVoter)) {
            Visitor visitor = Visitor.signedIn(port, person);
            Crawler crawler = new Crawler(visitor)
                    .from(
                            "/work",
                            "/cases/" + records.ever.caseId.value(),
                            "/cases/" + records.nega.caseId.value(),
                            "/administration",
                            "/meetings",
                            "/referrals",
                            "/requests",
                            "/agreements",
                            "/records",
                            "/transfers",
                            "/assurance",
                            "/reconsiderations",
                            "/oversight",
                            "/outbox");
            assertThat(crawler.forms()).isNotEmpty();
            for (Crawler.FoundForm form : crawler.forms()) {
                String kind =
                        ID.matcher(form.action()).replaceAll("*").replaceFirst("(/drafts/[*]/questions/).*", "$1*");
                found.add(kind);
                assertThat(form.carried())
                        .as("every form carries its key: " + form)
                        .anyMatch(field -> field[0].equals("once") && !field[1].isEmpty());
                if (ENDS.contains(kind)) {
                    continue;
                }
                Pressed pressed = press(records, visitor, form);
                if (pressed.taken()) {
                    taken.add(kind);
                } else if (pressed.answer() != null) {
                    refused.put(
                            kind,
                            pressed.answer().status() + " "
                                    + faults(pressed.answer().body()));
                }
            }
        }
        assertThat(taken)
                .as("those not taken: " + refused)
                .containsAll(MAKING)
                .doesNotContainAnyElementsOf(CHANGES_NOTHING.keySet());
        assertThat(found)
                .as("what is named as not pressed is there")
                .containsAll(ENDS)
                .containsAll(CHANGES_NOTHING.keySet())
                .containsAll(REFUSED_HERE.keySet());
        refused.keySet().removeAll(taken);
        refused.keySet().removeAll(CHANGES_NOTHING.keySet());
        refused.keySet().removeAll(REFUSED_HERE.keySet());
        assertThat(refused).as("not taken, and not named with why").isEmpty();
    }

    /** @param answer to the first press; null where the form does not stand there any more */
    private record Pressed(Visitor.@Nullable Answer answer, boolean taken) {}

    /** Presses a form in one way after the other until it is taken, and then once more, which does nothing. */
    private Pressed press(EveryRecord at, Visitor visitor, Crawler.FoundForm form) {
        long before = length(at);
        String[] sent = {};
        Visitor.Answer first = null;
        for (Way way : Way.values()) {
            // as it stands now: what was pressed before may have changed what it is about
            Crawler.FoundForm now = new Crawler(visitor).again(form, way.other).orElse(null);
            if (now != null) {
                sent = filled(now, way);
                first = visitor.post(form.action(), sent);
                assertThat(first.status()).as(form.toString()).isLessThan(500);
            }
            if (!changesAfter(at, before).isEmpty()) {
                break;
            }
        }
        if (first == null || changesAfter(at, before).isEmpty()) {
            return new Pressed(first, false);
        }
        long after = length(at);
        Visitor.Answer second = visitor.post(form.action(), sent);
        assertThat(changesAfter(at, after))
                .as("pressed twice: " + form.action())
                .isEmpty();
        if (first.status() == 303) {
            assertThat(second.status()).as(form.action()).isEqualTo(303);
            assertThat(second.location()).isEqualTo(first.location());
        } else {
            assertThat(second.body()).as(form.action()).contains("Nothing was done twice");
        }
        return new Pressed(first, true);
    }

    @Test
    void whatEndsSomethingEndsItOnce() {
        EveryRecord there = maker.make(Instant.now());
        String child = "/cases/" + there.ever.caseId.value();
        Set<String> ended = new TreeSet<>();
        for (String page :
                List.of(child + "/people", child + "/court", "/agreements/" + there.id("/agreements/{id}") + "/end")) {
            ended.addAll(endedOn(there, there.us.coordinator, page));
        }
        for (String record : List.of("clients/{client}", "people/{member}", "agencies/{agency}")) {
            String variable = "/administration/" + record.replaceFirst(".*/", "");
            ended.addAll(endedOn(
                    there,
                    there.us.administrator,
                    "/administration/" + record.replaceFirst("/.*", "/") + there.id(variable)));
        }
        for (String page : List.of("/account", "/account/password")) {
            Visitor.signedIn(port, there.us.councilVoter);
            Visitor.signedIn(port, there.us.councilVoter);
            ended.addAll(endedOn(there, there.us.councilVoter, page));
        }
        assertThat(ended).containsExactlyInAnyOrderElementsOf(ENDS);
    }

    /** What is ended by the forms of a page, each pressed twice. */
    private Set<String> endedOn(EveryRecord there, TestPartnership.Person person, String page) {
        Visitor visitor = Visitor.signedIn(port, person);
        Set<String> ended = new TreeSet<>();
        for (Crawler.FoundForm form : Crawler.formsOn(page, visitor.get(page).body())) {
            String kind = ID.matcher(form.action()).replaceAll("*");
            if (ENDS.contains(kind) && !ended.contains(kind)) {
                Pressed pressed = press(there, visitor, form);
                assertThat(pressed.taken())
                        .as(
                                "%s: %s",
                                kind,
                                pressed.answer() == null
                                        ? ""
                                        : faults(pressed.answer().body()))
                        .isTrue();
                ended.add(kind);
            }
        }
        return ended;
    }

    private static String faults(String body) {
        Matcher summary = Pattern.compile("govuk-error-summary__body\">(.*?)</div>", Pattern.DOTALL)
                .matcher(body);
        Matcher fault = Pattern.compile(">([^<>]*[a-z][^<>]*)<").matcher(summary.find() ? summary.group(1) : "");
        List<String> found = new ArrayList<>();
        while (fault.find()) {
            found.add(fault.group(1).strip());
        }
        return String.join(" ", found);
    }

    /** In which way a form is filled in, one after the other until it is taken. */
    private enum Way {
        WHOLE(false),
        /** With what may be left out left out, and with days that lie ahead where something ends or is due. */
        SPARING(false),
        /** Every day is today, as early as can be. */
        TODAY(false),
        /** Every day is today, as late as can be. */
        TONIGHT(false),
        /** The last of what is chosen from, and every day is today, as early as can be. */
        OTHER(true),
        /** The last of what is chosen from, and what ends or is due ends next year. */
        OTHER_AHEAD(true);

        private final boolean other;

        Way(boolean other) {
            this.other = other;
        }
    }

    /** As somebody would fill it in; what a field is called says what goes there. */
    private static String[] filled(Crawler.FoundForm form, Way way) {
        List<String> sent = new ArrayList<>();
        LocalDate today = UnitedKingdom.day(Instant.now());
        String[] all =
                form.filled("A made-up line " + UUID.randomUUID().toString().substring(0, 8));
        for (int at = 0; at < all.length; at += 2) {
            String name = all[at];
            String value = all[at + 1];
            if (way == Way.SPARING && LEFT_EMPTY.matcher(name).matches()) {
                continue;
            }
            if (way == Way.SPARING && AHEAD.matcher(name).matches()
                    || way == Way.OTHER_AHEAD && LATER.matcher(name).matches()) {
                value = "" + (today.getYear() + 1);
            }
            if (way == Way.TODAY || way == Way.TONIGHT || way == Way.OTHER) {
                value = switch (name.replaceFirst(".*-", "")) {
                    case "day" -> "" + today.getDayOfMonth();
                    case "month" -> "" + today.getMonthValue();
                    case "year" -> "" + today.getYear();
                    case "time", "starts", "start", "at", "begins" -> way == Way.TONIGHT ? "23:59" : "0:01";
                    default -> value;
                };
            }
            sent.add(name);
            sent.add(
                    switch (name) {
                        case "list" ->
                            "agency,name,username,roles\nTestshire Health Trust,Lil List,lil." + UUID.randomUUID()
                                    + ",AGENCY_CONTACT\n";
                        case "address" -> form.action().endsWith("/webhook") ? "https://records.example/" : value;
                        case "username" -> "made.up." + UUID.randomUUID();
                        case "days", "a-minute" -> "7";
                        case "word" -> "Otter";
                        case "password" -> TestPartnership.PASSWORD;
                        case "new-password" -> "another-made-up-password";
                        case "starts", "start", "at", "time", "begins" -> value.contains(":") ? value : "9:30";
                        default -> name.startsWith("email") ? "made.up@trust.example" : value;
                    });
        }
        return sent.toArray(String[]::new);
    }

    // One form closely

    private String chronology() {
        return "/cases/" + records.ever.caseId.value() + "/chronology/new";
    }

    private static String[] event(String key, String what) {
        return new String[] {
            "once",
            key,
            "when-day",
            "3",
            "when-month",
            "2",
            "when-year",
            "2026",
            "lane",
            "EDUCATION",
            "what",
            what,
            "agency",
            "Example School",
            "source",
            "Telephone"
        };
    }

    private static String key(Visitor visitor, String path) {
        Matcher key = KEY.matcher(visitor.get(path).body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private long told(String what) {
        return chronologies.lines(records.us.coordinator.actor(), records.ever.caseId).stream()
                .filter(line -> line.toString().contains(what))
                .count();
    }

    @Test
    void pressedTwiceBeforeAnythingCameBackItIsOneEvent() {
        Visitor visitor = Visitor.signedIn(port, records.us.coordinator);
        String key = key(visitor, chronology());
        List<Visitor.Answer> answers = visitor.postTwiceAtOnce(chronology(), event(key, "Came to school by bus"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).endsWith("/chronology");
        });
        assertThat(told("Came to school by bus")).isEqualTo(1);
    }

    @Test
    void aLinkThatIsShownOnceIsShownToWhoeverPressedTwice() {
        Visitor visitor = Visitor.signedIn(port, records.us.administrator);
        String path = "/administration/people/new";
        String key = key(visitor, path);
        List<Visitor.Answer> answers = visitor.postTwiceAtOnce(
                path,
                "once",
                key,
                "name",
                "Nora Newcomer",
                "agency",
                records.us.health.id().value().toString(),
                "roles",
                "AGENCY_CONTACT",
                "username",
                "nora." + UUID.randomUUID(),
                "joined-day",
                "3",
                "joined-month",
                "2",
                "joined-year",
                "2026");
        Pattern link = Pattern.compile("/sign-in/password/[A-Za-z0-9_-]{43}");
        Set<String> shown = new TreeSet<>();
        for (Visitor.Answer answer : answers) {
            Matcher found = link.matcher(answer.body());
            assertThat(found.find()).as(answer.body()).isTrue();
            shown.add(found.group());
        }
        assertThat(shown).as("one and the same").hasSize(1);
    }

    @Test
    void twoFilesAreTwoThingsAndOneFileSentTwiceIsOne() {
        Visitor visitor = Visitor.signedIn(port, records.us.coordinator);
        String path = "/cases/" + records.ever.caseId.value() + "/files";
        String key = key(visitor, path);
        long before = length(records);
        for (String content : List.of("first", "second", "second")) {
            Visitor.Answer added = visitor.upload(
                    path,
                    "file",
                    "Note.pdf",
                    ("%PDF-1.7\n" + content + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8),
                    "once",
                    key,
                    "about",
                    "A note pressed twice",
                    "holds",
                    "IDENTITY_AND_CONTACT");
            assertThat(added.status()).as(added.body()).isEqualTo(303);
        }
        assertThat(changesAfter(records, before)).containsExactly("file-added", "file-added");
    }

    @Test
    void whatIsTypedOtherwiseIsAnotherThingAndSoIsWhatSomebodyElseSends() {
        Visitor visitor = Visitor.signedIn(port, records.us.coordinator);
        String key = key(visitor, chronology());
        assertThat(key).isNotEqualTo(key(visitor, chronology()));
        visitor.post(chronology(), event(key, "Came late on Monday"));
        // back, and put right: nothing that was typed is lost
        visitor.post(chronology(), event(key, "Came late on Tuesday"));
        assertThat(told("Came late on Monday")).isEqualTo(1);
        assertThat(told("Came late on Tuesday")).isEqualTo(1);
        // and from a page drawn anew the same is written once more, as it is meant
        visitor.post(chronology(), event(key(visitor, chronology()), "Came late on Monday"));
        assertThat(told("Came late on Monday")).isEqualTo(2);

        TestPartnership.Person other = records.us.join(records.us.council, "Cori Other", Role.PANEL_COORDINATOR);
        Visitor another = Visitor.signedIn(port, other);
        another.post(chronology(), event(key, "Came late on Tuesday"));
        assertThat(told("Came late on Tuesday")).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsTakenOnceItIsRight() {
        Visitor visitor = Visitor.signedIn(port, records.us.coordinator);
        String key = key(visitor, chronology());
        assertThat(visitor.post(chronology(), event(key, "")).status()).isEqualTo(422);
        assertThat(visitor.post(chronology(), event(key, "")).status())
                .as("what was not taken is no first press")
                .isEqualTo(422);
        assertThat(visitor.post(chronology(), event(key, "Was ill for a day")).status())
                .isEqualTo(303);
        assertThat(told("Was ill for a day")).isEqualTo(1);
    }

    @Test
    void aScriptThatSavesAgainAsTextChangesIsNoSecondPress() {
        Visitor visitor = Visitor.signedIn(port, records.us.coordinator);
        String key = key(visitor, chronology());
        visitor.postByScript(chronology(), event(key, "Walked home with friends"));
        visitor.postByScript(chronology(), event(key, "Walked home with friends"));
        assertThat(told("Walked home with friends")).isEqualTo(2);
    }
}
