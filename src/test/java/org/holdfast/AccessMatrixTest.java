package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.EveryRoute.Route;
import org.holdfast.TestPartnership.Person;
import org.holdfast.WhatRoutesAsk.Answer;
import org.holdfast.WhatRoutesAsk.Asking;
import org.holdfast.WhatRoutesAsk.Row;
import org.holdfast.WhatRoutesAsk.Standing;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.Capacity;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Challenge;
import org.holdfast.sharing.Challenges;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * SHR-1, SHR-3, NRM-22, GOV-7: who may do what at which address, every cell of docs/access-routes.md over HTTP. Routes are read from the running
 * program; for each way of standing to a child there is somebody with each role alone, and a program that stands there as they do; what each
 * is to find {@link WhatRoutesAsk} says without asking the program. Every child of whom an address tells is one to whom they stand so.
 *
 * <p>Whoever may, is answered anything but that it is not there, and what they do is {@linkplain Rehearsal rehearsed}: nothing is used up. Whoever
 * may not, is answered as if it were not there, with a refusal on the ledger, or that it is for others, with one as well; in another partnership it is
 * not there, and nothing is refused.
 *
 * <p>Two kinds of cells are left out, as no rule tells them from others. What rests on no agreement is walked once, either where agencies signed or
 * where the agreement has ended (SHR-1 is about what comes through an agency, an agenda, a request or whoever let them in). And what an address asks
 * of no child is walked by whoever has no tie to one, by whoever works with them, who is kept out, and whose ties have all ended; another tie to a
 * child is not looked at there.
 *
 * <p>What this cannot see: where a form is sent back for its faults before its door is asked, it is the page with the form that asks. Who may do what
 * such a form is for, its door's own test says.
 */
@HoldfastTest
@TestInstance(Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final Set<Standing> WHERE_AGENCIES_SIGNED = EnumSet.complementOf(EnumSet.of(Standing.EMERGENCY));

    private static final Set<Standing> WHERE_THE_AGREEMENT_ENDED = EnumSet.of(
            Standing.WORKS_ON_THE_CASE,
            Standing.AGENCY_WITH_THE_CHILD,
            Standing.INVITED,
            Standing.AGENCY_ASKED,
            Standing.LET_IN,
            Standing.EMERGENCY);

    private static final Set<Standing> WALKING_WHAT_IS_OF_NO_CHILD =
            EnumSet.of(Standing.NOTHING, Standing.WORKS_ON_THE_CASE, Standing.KEPT_OUT, Standing.ENDED);

    /** What is offered while a meeting is planned, and not once it runs. */
    private static final Set<String> WHILE_PLANNED = Set.of(
            "/meetings/{id}/cancel",
            "/meetings/{id}/plan",
            "/meetings/{id}/pre-meet",
            "/meetings/{id}/items/{item}/withdraw");

    /** Of these there is none here: whoever may is told so, and nothing is refused. */
    private static final Set<String> THERE_IS_NONE = Set.of(
            // needs a mail server: GuestsTest has one
            "POST /meetings/{id}/requests/{request}/guests/{guest}/withdraw",
            // the profile has no meeting before the meeting
            "GET /meetings/{id}/pre-meet",
            "POST /meetings/{id}/pre-meet");

    /** Where the agency that gave it is party to no agreement in force, a paper goes nowhere and is not previewed (SHR-1). */
    private static final String STAYS = "GET /cases/{caseId}/transfer/{paper}";

    /** What whoever was let in is told where something is for somebody else to do. */
    private static final List<String> FOR_OTHERS = List.of(
            "This is for whoever runs or chairs the meeting",
            "Only the chair of this meeting approves its minutes",
            "agency and the co-ordinator answer this point.",
            "lead professional and the co-ordinator correct this line.",
            "What became of an action is said by whoever has to do it");

    /** What programs send. */
    private static final String BODY = """
            {"ground":"RG","vote":"FOR","reasons":"x","member":"00000000-0000-0001-0000-000000000001",
             "schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:core:2.0:Group"],
             "userName":"x","displayName":"x"}""";

    private final EveryRecord.Maker maker;
    private final TestPartnership.Founder founder;
    private final Ledger ledger;
    private final ApiClients clients;
    private final Sharing sharing;
    private final Challenges challenges;
    private final Agreements agreements;
    private final Journey.Doors doors;
    private final InstantSource clock;
    private final int port;
    private final List<Route> routes;
    private final Map<String, Row> rows = WhatRoutesAsk.rows();
    private final List<Somebody> people = new ArrayList<>();

    AccessMatrixTest(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            EveryRecord.Maker maker,
            TestPartnership.Founder founder,
            Ledger ledger,
            ApiClients clients,
            Sharing sharing,
            Challenges challenges,
            Agreements agreements,
            Journey.Doors doors,
            InstantSource clock,
            @LocalServerPort int port) {
        this.routes = EveryRoute.of(requestMappingHandlerMapping).stream()
                .filter(route -> !route.open())
                .toList();
        this.maker = maker;
        this.founder = founder;
        this.ledger = ledger;
        this.clients = clients;
        this.sharing = sharing;
        this.challenges = challenges;
        this.agreements = agreements;
        this.doors = doors;
        this.clock = clock;
        this.port = port;
    }

    @BeforeAll
    void everybodyThereCanBe() {
        Partnership signed = new Partnership(true, chosen(WHERE_AGENCIES_SIGNED));
        people.addAll(signed.people);
        people.addAll(new Partnership(false, chosen(WHERE_THE_AGREEMENT_ENDED)).people);
        if (chosen(Set.of(Standing.NOTHING)).isEmpty()) {
            return;
        }
        TestPartnership elsewhere = founder.found(clock.instant());
        for (Role role : Role.values()) {
            Person person = elsewhere.join(elsewhere.council, "Stranger " + role, role);
            people.add(signed.stranger(elsewhere, role, person));
        }
    }

    /** With {@code -Daccess.standings=ENDED,KEPT_OUT} only these are walked: to look at something again quickly. */
    private static Set<Standing> chosen(Set<Standing> standings) {
        String named = System.getProperty("access.standings");
        return named == null
                ? standings
                : Arrays.stream(named.split(","))
                        .map(Standing::valueOf)
                        .filter(standings::contains)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Standing.class)));
    }

    @Test
    void everyRouteIsWrittenDownAndEveryLineIsOfARoute() {
        assertThat(rows.keySet())
                .as("what-routes-ask.txt and the routes of the program")
                .containsExactlyInAnyOrderElementsOf(
                        routes.stream().map(Route::toString).toList());
    }

    @Test
    void everyCellIsAnsweredAsThePageSays(TestReporter report) throws ExecutionException, InterruptedException {
        Map<String, List<String>> wrong = new TreeMap<>();
        int cells = 0;
        // while one waits for the database another is answered
        try (ExecutorService several = Executors.newFixedThreadPool(4)) {
            List<Future<List<Cell>>> walks = people.stream()
                    .map(who -> several.submit(() -> walked(who)))
                    .toList();
            for (Future<List<Cell>> walk : walks) {
                for (Cell cell : walk.get()) {
                    cells++;
                    cell.fault()
                            .ifPresent(
                                    fault -> wrong.computeIfAbsent(cell.route() + " " + fault, _ -> new ArrayList<>())
                                            .add(cell.who().toString()));
                }
            }
        }
        report.publishEntry("cells walked", "" + cells);
        assertThat(wrong.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList())
                .as("cells that are answered otherwise, of " + cells)
                .isEmpty();
    }

    /**
     * Somebody, with the program that stands to the children as they do.
     *
     * @param records what they try to reach
     * @param of where they are members
     * @param own what is theirs and takes the place of the record that all others try
     */
    private record Somebody(
            Partnership records,
            TestPartnership of,
            Role role,
            Standing standing,
            Person person,
            Actor program,
            String token,
            Map<String, String> own) {

        boolean stranger() {
            return of != records.us;
        }

        /** The routes that they walk. */
        boolean walks(Route route, @Nullable Row row) {
            if (stranger()) {
                return route.named() && !THEIR_OWN.contains(route.pattern());
            }
            // a person's access is challenged, not a program's
            boolean program = route.ofTheInterface();
            return !(program && (standing == Standing.RESTS || standing == Standing.NARROWED))
                    && (row == null || !row.ofNoChild() || WALKING_WHAT_IS_OF_NO_CHILD.contains(standing));
        }

        Answer expects(Route route, @Nullable Row row) {
            return row == null || stranger()
                    ? Answer.CLOSED
                    : row.to(new Asking(role, standing, records.signed, route.ofTheInterface()));
        }

        Actor asks(Route route) {
            return route.ofTheInterface() ? program : person.actor();
        }

        @Override
        public String toString() {
            return role
                    + (stranger() ? " of another partnership" : " " + standing)
                    + (records.signed ? "" : " without an agreement");
        }
    }

    /** What the interface tells everybody about itself. */
    private static final Set<String> THEIR_OWN = Set.of("/scim/v2/ResourceTypes/{name}", "/scim/v2/Schemas/{schema}");

    /**
     * What somebody was answered at an address.
     *
     * @param forOthers whether the page said that it is for others
     * @param lines what they left on the ledger
     */
    private record Cell(
            Somebody who,
            Route route,
            Answer expected,
            int status,
            boolean forOthers,
            Instant from,
            Instant until,
            List<LedgerLine> lines) {

        Cell with(List<LedgerLine> all) {
            UUID member = who.asks(route).member();
            return new Cell(
                    who,
                    route,
                    expected,
                    status,
                    forOthers,
                    from,
                    until,
                    all.stream()
                            .filter(line -> line.actor().equals(member)
                                    && !line.at().isBefore(from)
                                    && !line.at().isAfter(until))
                            .toList());
        }

        Optional<String> fault() {
            boolean refused = lines.stream().anyMatch(line -> line.act() == Act.REFUSED);
            boolean missing = lines.stream().anyMatch(line -> line.detail().contains("\"AGREEMENT\""));
            Answer found;
            if (status == 404 && (refused || who.stranger()) || (status == 422 || status == 409) && missing) {
                // of another partnership there is nothing to be refused: it is missing there
                found = Answer.CLOSED;
            } else if (status == 404
                    && expected == Answer.OPEN
                    && (THERE_IS_NONE.contains(route.toString())
                            || !who.records().signed && STAYS.equals(route.toString()))) {
                found = Answer.OPEN;
            } else if (status == 404 && lines.isEmpty() && expected != Answer.OPEN) {
                return Optional.of("is closed and the ledger knows nothing of it");
            } else if (status == 404 && expected == Answer.OPEN) {
                found = Answer.CLOSED;
            } else if (forOthers && !refused && expected != Answer.OPEN) {
                return Optional.of("is for others and the ledger knows nothing of it");
            } else if (forOthers || status == 404) {
                // they saw where it stands, and it is not offered to them
                found = Answer.FOR_OTHERS;
            } else if (status < 400 || status == 400 || status == 409 || status == 422 || status == 501) {
                found = Answer.OPEN;
            } else {
                return Optional.of("answers " + status);
            }
            return found == expected ? Optional.empty() : Optional.of("is " + found + " and not " + expected);
        }
    }

    private List<Cell> walked(Somebody who) {
        Visitor visitor = Visitor.signedIn(port, who.person());
        Instant began = clock.instant();
        List<Cell> cells = new ArrayList<>();
        for (Route route : routes) {
            Row row = rows.get(route.toString());
            if (!who.walks(route, row)) {
                continue;
            }
            Answer expected = who.expects(route, row);
            Instant from = clock.instant().truncatedTo(ChronoUnit.MICROS);
            visitor.rehearsing(expected == Answer.OPEN
                    && route.method() != RequestMethod.GET
                    && !THERE_IS_NONE.contains(route.toString()));
            Visitor.Answer answer = knock(visitor, route, who);
            cells.add(new Cell(
                    who,
                    route,
                    expected,
                    answer.status(),
                    answer.status() == 422 && FOR_OTHERS.stream().anyMatch(answer.body()::contains),
                    from,
                    clock.instant(),
                    List.of()));
        }
        List<LedgerLine> lines = Stream.of(who.person().actor(), who.program())
                .flatMap(actor -> ledger
                        .lines(
                                who.of().program,
                                new LedgerFilter(null, actor.member(), Set.of(), began, null),
                                Long.MAX_VALUE,
                                10_000)
                        .stream())
                .toList();
        return cells.stream().map(cell -> cell.with(lines)).toList();
    }

    private static Visitor.Answer knock(Visitor visitor, Route route, Somebody who) {
        String path = who.records().address(route, who);
        if (route.ofTheInterface()) {
            return visitor.api(route.method().name(), path, who.token(), BODY);
        }
        if (route.pattern().endsWith("/events")) {
            return new Visitor.Answer(visitor.listens(path), "", "");
        }
        return route.method() == RequestMethod.GET
                ? visitor.get(path + who.records().query())
                : visitor.post(path, who.records().form(route));
    }

    /** Where agencies signed an agreement, or where it has ended for all but council and police: its records, and everybody who tries to reach them. */
    private final class Partnership {
        private final boolean signed;
        private final EveryRecord records = maker.make(clock.instant());
        private final TestPartnership us = records.us;
        private final Journey planned = records.ever.beside();
        private final Journey heard = records.ever.beside();
        private final List<CaseId> cases;
        private final List<Somebody> people = new ArrayList<>();
        private final Agency school = us.agency("Testshire Schools", AgencyKind.EDUCATION);
        private final Agency withTheChild = us.agency("Testshire Youth Service", AgencyKind.EDUCATION);
        private final Agency district = us.agency("Testshire District Council", AgencyKind.LOCAL_AUTHORITY);
        private final Agency former = us.agency("Testshire Former Service", AgencyKind.EDUCATION);
        private final Map<AgencyId, UUID> teams = new HashMap<>();
        private final Instant now = clock.instant();
        private final LocalDate today = UnitedKingdom.day(now);
        private final Instant before = now.minus(Duration.ofHours(2));
        private final Instant over = now.minus(Duration.ofHours(1));
        private final Map<String, Integer> versions;

        Partnership(boolean signed, Set<Standing> standings) {
            this.signed = signed;
            planned.referralArrives("Una", today.minusYears(13)).safeguarded().accepted();
            planned.panelPlannedFor(today.plusDays(20));
            heard.on(today.minusDays(9))
                    .referralArrives("Hera", today.minusYears(13))
                    .safeguarded();
            heard.on(today.minusDays(8)).accepted().panelPlannedFor(today.minusDays(7));
            cases = Stream.concat(records.cases().stream(), Stream.of(planned.caseId, heard.caseId))
                    .toList();
            for (CaseId id : cases) {
                involve(id, withTheChild, Basis.AGENCY, null);
                involve(id, us.health, Basis.REQUEST, null);
                involve(id, former, Basis.AGENCY, over);
                involve(id, former, Basis.REQUEST, over);
            }
            for (Standing standing : standings) {
                for (Role role : Role.values()) {
                    people.add(somebody(role, standing));
                }
            }
            heard.everybodyMeets().adjourned(AdjournedFor.MORE_EVIDENCE, "The school is asked");
            heard.meetingFinished().minutesApproved();
            versions = Stream.of(records.ever, planned, heard)
                    .collect(Collectors.toMap(
                            it -> it.meeting.value().toString(),
                            it -> it.agenda().meeting().version()));
            if (!signed) {
                agreementsEnd();
            }
        }

        private void agreementsEnd() {
            Actor office = us.coordinator.actor();
            agreements
                    .register(office, now)
                    .orThrow()
                    .agreements()
                    .forEach(it -> agreements
                            .end(office, it.id(), it.version(), today, "It ended", now)
                            .orThrow());
            us.signed(us.council, us.police);
        }

        private Somebody somebody(Role role, Standing standing) {
            Agency agency = switch (standing) {
                case AGENCY_WITH_THE_CHILD -> withTheChild;
                case AGENCY_ASKED -> us.health;
                case ENDED -> former;
                // a panel is chaired by somebody of an authority
                case INVITED -> role == Role.PANEL_CHAIR ? district : school;
                default -> school;
            };
            String name = role.name() + " " + standing.name();
            Person person = us.join(agency, name, role);
            Actor program = clients.admit(
                            us.program, agency, name, Set.of(role), Set.of(ClientScope.values()), 1_000_000, now)
                    .client()
                    .actor();
            tie(person.member().id(), standing);
            // a program is invited to nothing
            tie(new MemberId(program.member()), standing == Standing.INVITED ? Standing.NOTHING : standing);
            Map<String, String> own = new HashMap<>();
            own.put("/scim/{name}", "User");
            own.put("/scim/{schema}", "urn:ietf:params:scim:schemas:core:2.0:User");
            if (role == Role.ADMINISTRATOR) {
                // the directory of an agency keeps its own people and teams and no others
                own.put("/scim/{id}", person.member().id().value().toString());
                own.put(
                        "/scim/{team}",
                        teams.computeIfAbsent(agency.id(), _ -> records.teamOf(agency))
                                .toString());
            }
            switch (standing) {
                case INVITED -> invite(person, role == Role.PANEL_CHAIR ? Capacity.DEPUTY_CHAIR : Capacity.NOTE_TAKER);
                case HAS_AN_ACTION ->
                    own.put("/actions/{id}", records.actionOf(person).toString());
                case HAS_A_POINT -> {
                    if (role != Role.ASSURER) {
                        own.put("/assurance/{point}", records.pointOf(person).toString());
                    }
                }
                case RESTS, NARROWED -> cases.forEach(id -> challenged(id, person, standing));
                case WROTE_IT -> {
                    if (Permission.MAKE_REFERRAL.roles().contains(role)) {
                        own.putAll(written(person.actor(), role));
                    }
                }
                default -> {}
            }
            return new Somebody(Partnership.this, us, role, standing, person, program, token(program), own);
        }

        /** Somebody of another partnership, and a program of it, at the addresses of this one. */
        private Somebody stranger(TestPartnership of, Role role, Person person) {
            Actor program = clients.admit(
                            of.program,
                            of.council,
                            "Stranger " + role,
                            Set.of(role),
                            Set.of(ClientScope.values()),
                            1_000_000,
                            now)
                    .client()
                    .actor();
            return new Somebody(this, of, role, Standing.NOTHING, person, program, token(program), Map.of());
        }

        /** One that is good until the walk is over, however long it takes. */
        private String token(Actor program) {
            ApiClient client = clients.client(program, program.member()).orElseThrow();
            return clients.token(new ApiClient.Proved(client, 1), Set.of(), now.plus(Duration.ofHours(6)))
                    .token();
        }

        private void invite(Person person, Capacity capacity) {
            for (Journey child : List.of(records.ever, planned, heard)) {
                doors.meetings
                        .invite(
                                us.coordinator.actor(),
                                child.meeting,
                                person.member().id(),
                                capacity,
                                null,
                                now)
                        .orThrow();
            }
        }

        private Map<String, String> written(Actor writer, Role role) {
            var draft = doors.handwritten.begin(writer, now).orThrow();
            var file = doors.handwritten
                    .addFile(writer, draft, "seen.pdf", "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8), now)
                    .orThrow();
            Journey child = records.ever.beside().on(today.minusDays(1));
            // children who are not alike, so that nobody is asked whether they are one
            switch (role) {
                case FIRST_RESPONDER -> child.writtenByHand(writer, "Xanthe", "Madeup", today.minusYears(10));
                case SOCIAL_WORKER -> child.writtenByHand(writer, "Bram", "Invented", today.minusYears(12));
                default -> child.writtenByHand(writer, "Otis", "Fictional", today.minusYears(16));
            }
            return Map.of(
                    "/referrals/{id}", child.referral.value().toString(),
                    "/referrals/drafts/{id}", draft.value().toString(),
                    "/referrals/drafts/{file}", file.id().toString());
        }

        private void challenged(CaseId id, Person person, Standing standing) {
            Challenge challenge = challenges
                    .challenge(
                            us.coordinator.actor(),
                            id,
                            person.member(),
                            "Does this still need to be seen?",
                            standing == Standing.RESTS,
                            now)
                    .orThrow();
            if (standing == Standing.NARROWED) {
                challenges
                        .review(
                                us.informationGovernance.actor(),
                                id,
                                challenge.id(),
                                Challenge.State.NARROWED,
                                "Reading is enough",
                                now)
                        .orThrow();
            }
        }

        private void tie(MemberId member, Standing standing) {
            Instant soon = now.plus(Duration.ofDays(3));
            for (CaseId id : cases) {
                switch (standing) {
                    case NOTHING, AGENCY_WITH_THE_CHILD, AGENCY_ASKED, HAS_AN_ACTION -> {}
                    case WORKS_ON_THE_CASE, RESTS, NARROWED -> involve(id, member, Basis.ASSIGNED, null);
                    case INVITED -> involve(id, member, Basis.AGENDA_ITEM, null);
                    case WROTE_IT -> involve(id, member, Basis.REFERRER, null);
                    case HAS_A_POINT -> involve(id, member, Basis.POINT, null);
                    case LET_IN -> involve(id, member, Basis.ALLOWED, soon);
                    case EMERGENCY -> involve(id, member, Basis.EMERGENCY, soon);
                    case KEPT_OUT -> {
                        involve(id, member, Basis.ASSIGNED, null);
                        sharing.exclude(us.program, id, member, "Related to the family", now);
                    }
                    case ENDED -> {
                        for (Basis basis : Basis.values()) {
                            involve(id, member, basis, over);
                        }
                    }
                }
            }
        }

        private void involve(CaseId id, MemberId member, Basis basis, @Nullable Instant until) {
            sharing.involve(us.program, id, new Involvement(member, null, basis, before, until), before);
        }

        private void involve(CaseId id, Agency agency, Basis basis, @Nullable Instant until) {
            sharing.involve(us.program, id, new Involvement(null, agency.id(), basis, before, until), before);
        }

        private String query() {
            return "?item=" + records.id("/meetings/{item}") + "&decision=" + records.nega.decision.value();
        }

        /** What a form sends that is well made. */
        private String[] form(Route route) {
            String meeting = route.pattern().startsWith("/meetings/{id}") ? meeting(route) : "";
            return new String[] {
                "item", records.id("/meetings/{item}"),
                "case", planned.caseId.value().toString(),
                "decision", records.nega.decision.value().toString(),
                "member", records.keptOut.member().id().value().toString(),
                "ground", "RG",
                "seen-secret", records.id("/administration/{webhook}"),
                "answer", route.pattern().contains("/reviews/") ? "KEEP" : "confirm",
                "system", "SOCIAL_CARE_ID",
                "value", "SC-1",
                "version", versions.getOrDefault(meeting, 0).toString(),
                "meeting", planned.meeting.value().toString(),
                "command", "CHASE",
                "note", "x",
                "vote", "FOR",
                "reasons", "x",
                "side", "FOR",
                "what", "x",
                "source", "x",
                "weight", "STRONG",
                "why", "MORE_EVIDENCE",
                "adjournedFor", "MORE_EVIDENCE",
                "because", "x"
            };
        }

        private String meeting(Route route) {
            return route.pattern().contains("/minutes")
                    ? heard.meeting.value().toString()
                    : WHILE_PLANNED.contains(route.pattern())
                            ? planned.meeting.value().toString()
                            : records.id("/meetings/{id}");
        }

        String address(Route route, Somebody who) {
            String path = route.address(records);
            boolean draft = route.pattern().startsWith("/referrals/drafts/");
            for (Map.Entry<String, String> own : who.own().entrySet()) {
                String under = own.getKey().substring(0, own.getKey().lastIndexOf('/') + 1);
                String variable = own.getKey().substring(under.length());
                if (route.pattern().startsWith(under)
                        && route.pattern().contains(variable)
                        && draft == under.startsWith("/referrals/drafts/")) {
                    path = path.replace(records.id(own.getKey()), own.getValue());
                }
            }
            if (route.pattern().contains("/minutes")) {
                return path.replace(records.id("/minutes/{id}"), meeting(route))
                        .replace(
                                records.id("/minutes/{item}"),
                                heard.item.value().toString());
            }
            return WHILE_PLANNED.contains(route.pattern())
                    ? path.replace(records.id("/meetings/{id}"), meeting(route))
                            .replace(
                                    records.id("/meetings/{item}"),
                                    planned.item.value().toString())
                    : path;
        }
    }
}
