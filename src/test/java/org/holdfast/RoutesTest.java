package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route there is, page or interface, closed to whoever may not use it, with the attempt on the ledger. Routes are read from the
 * running program, so a new one is walked too: it is closed, or it stands in one of the two lists below, or this fails. Every address
 * that is walked names records that exist ({@link EveryRecord}): what is not found is kept from somebody, and not missing.
 */
@HoldfastTest
@TestInstance(Lifecycle.PER_CLASS)
class RoutesTest {

    /** What anybody may reach without signing in: it holds nothing of anybody. */
    private static final Set<String> PUBLIC = Set.of(
            "/",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/set-up",
            // what a passkey is asked, and its answer: PasskeysTest forges them
            "/sign-in/passkey/question",
            "/sign-in/passkey",
            "/sign-in/code/passkey",
            "/sign-in/set-up/passkey",
            "/sign-in/password/{token}",
            // to the provider of one's agency: SignInElsewhereTest goes there
            "/sign-in/with/{issuer}",
            // for a secret and nothing else: ApiClientsTest asks it
            "/oauth2/token",
            "/help",
            "/accessibility",
            "/language/{code}",
            "/error",
            // behind a child's link: the address is the secret, ChildLinkTest walks them
            "/v/{token}",
            "/v/{token}/start",
            "/v/{token}/language",
            "/v/{token}/q/{number}",
            "/v/{token}/check",
            "/v/{token}/hand-in",
            "/v/safe/{in}",
            // behind a guest's link: the address is the secret and the mailbox proves it, GuestsTest walks them
            "/g/{token}",
            "/g/{token}/code",
            "/g/{token}/prove",
            "/g/{token}/children/{question}",
            "/g/{token}/children/{question}/nothing-known",
            "/g/{token}/done",
            "/assets/house/{colour:[0-9a-f]{6}}.css",
            "/assets/{version:[0-9a-f]{16}}/{name}");

    /** What everybody signed in may reach: it shows their own things and nothing else. */
    private static final Set<String> OWN = Set.of(
            "/work",
            "/still-here",
            "/drafts",
            "/messages",
            "/account",
            "/account/second-factor",
            "/account/second-factor/code",
            "/account/recovery-codes",
            "/account/password",
            "/account/issuer",
            "/account/passkeys/new",
            "/account/passkeys",
            "/account/passkeys/remove",
            "/account/sessions/end",
            "/account/sessions/end-others",
            "/account/again",
            "/account/partnership");

    /** What an administrator may see, as it tells nothing of any child; walked with an adviser instead. */
    private static final Set<String> ADMINISTERED = Set.of(
            "/outbox",
            "/agencies/authorities",
            "/messages/{message}",
            "/messages/{message}/calendar",
            "/messages/{message}/again",
            "/messages/{message}/release");

    private static final String NOTHING = new UUID(1, 1).toString();

    /** What a form sends that is well made: so that a refusal is about who asks, not about what was left out. */
    private static final String[] SENT = {
        "version",
        "1",
        "item",
        NOTHING,
        "case",
        NOTHING,
        "member",
        NOTHING,
        "ground",
        "RG",
        "position",
        "FOR",
        "reasons",
        "x",
        "answer",
        "confirm",
        "what",
        "give",
        "reason",
        "x"
    };

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+?}");

    /** One route as the program knows it. */
    record Route(RequestMethod method, String pattern) {
        boolean interfaceRoute() {
            return pattern.startsWith("/api/") || pattern.startsWith("/scim/");
        }

        boolean open() {
            return PUBLIC.contains(pattern) || OWN.contains(pattern) || pattern.startsWith("/drafts/");
        }
    }

    private final RequestMappingHandlerMapping mapping;
    private final EveryRecord.Maker maker;
    private final Ledger ledger;
    private final TestPartnership.Founder founder;
    private final ApiClients clients;
    private final DefaultConfiguration database;
    private final int port;

    private List<Route> routes = List.of();
    private EveryRecord records;
    private TestPartnership strangers;
    private String strangersDirectory = "";

    RoutesTest(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            EveryRecord.Maker maker,
            Ledger ledger,
            TestPartnership.Founder founder,
            ApiClients clients,
            DSLContext db,
            @LocalServerPort int port) {
        this.mapping = requestMappingHandlerMapping;
        this.maker = maker;
        this.ledger = ledger;
        this.founder = founder;
        this.clients = clients;
        this.database = (DefaultConfiguration) db.configuration();
        this.port = port;
    }

    @BeforeAll
    void aPartnershipAtWorkAndAnotherNextToIt() {
        routes = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.holdfast"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream().flatMap(pattern -> {
                    Set<RequestMethod> methods =
                            entry.getKey().getMethodsCondition().getMethods();
                    return (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                            .stream().map(method -> new Route(method, pattern));
                }))
                .filter(route -> !route.pattern().equals("/error"))
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
        records = maker.make(Instant.now());
        strangers = founder.found(Instant.now());
        ApiClient directory = clients.admit(
                        strangers.program,
                        strangers.council,
                        "Their directory",
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(ClientScope.SCIM),
                        6000,
                        Instant.now())
                .client();
        strangersDirectory = clients.token(new ApiClient.Proved(directory, 1), Set.of(), Instant.now())
                .token();
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsIn() {
        return walk(route -> !PUBLIC.contains(route.pattern()), route -> {
            Visitor nobody = new Visitor(port);
            Visitor.Answer answer = send(nobody, route, sample(route));
            if (route.interfaceRoute()) {
                assertThat(answer.status()).isEqualTo(401);
            } else if (route.method() == RequestMethod.GET) {
                assertThat(answer.status()).isEqualTo(302);
                assertThat(answer.location()).endsWith("/sign-in");
            } else {
                assertThat(answer.body()).contains("name=\"password\"");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherPartnershipFindsNothing() {
        Visitor stranger = signedIn(strangers.coordinator);
        return walk(RoutesTest::named, route -> {
            String path = sample(route);
            Visitor.Answer answer = route.interfaceRoute()
                    ? new Visitor(port)
                            .api(
                                    route.method().name(),
                                    path,
                                    route.pattern().startsWith("/scim/") ? strangersDirectory : strangers.apiToken)
                    : send(stranger, route, path);
            assertThat(answer.status()).as(path).isEqualTo(404);
        });
    }

    @TestFactory
    Stream<DynamicTest> whoHoldsNoRoleForItFindsNothingAndTheLedgerKnows() {
        Visitor administrator = signedIn(records.us.administrator);
        Visitor adviser = signedIn(records.us.guardian);
        return walk(route -> !route.open() && !route.interfaceRoute(), route -> {
            long before = ledger.check(records.us.coordinator.actor()).lines();
            String path = sample(route);
            Visitor without =
                    ADMINISTERED.contains(route.pattern()) || route.pattern().startsWith("/administration")
                            ? adviser
                            : administrator;
            assertThat(send(without, route, path).status()).as(path).isEqualTo(404);
            assertThat(ledger.check(records.us.coordinator.actor()).lines())
                    .as("the attempt at " + path + " is on the ledger")
                    .isGreaterThan(before);
        });
    }

    /** SHR-5: the competent authority sees outcome forms that were sent, and what was said about them. */
    private static final Set<String> FOR_THE_ASSURER = Set.of(
            "/assurance",
            "/assurance/{id}",
            "/assurance/{id}/outcome.pdf",
            "/assurance/{id}/answer",
            "/assurance/{id}/points/{point}",
            "/assurance/{id}/points/{point}/accept",
            "/assurance/{id}/points/{point}/send-back",
            "/assurance/learning",
            "/assurance/learning.csv");

    @TestFactory
    Stream<DynamicTest> theAssurerOpensOutcomeFormsAndNothingElse() {
        Visitor assurer = signedIn(records.assurer);
        return walk(route -> !route.open() && !route.interfaceRoute(), route -> {
            Visitor.Answer answer = send(assurer, route, sample(route));
            if (route.method() == RequestMethod.GET && FOR_THE_ASSURER.contains(route.pattern())) {
                assertThat(answer.status()).isEqualTo(200);
            } else if (!FOR_THE_ASSURER.contains(route.pattern())) {
                assertThat(answer.status()).as(route.pattern()).isEqualTo(404);
            }
        });
    }

    /** Routes that lead to no one child: a meeting with all its children, and what hangs on nobody yet. */
    private static final Pattern OF_NO_CHILD = Pattern.compile(
            "/requests/\\{id}(/nothing-known)?|/messages/.*|/agreements/.*|/administration/.*|/referrals/(drafts|rejected)/.*|/meetings/((?!\\{item}|\\{question}|\\{caseId}).)*");

    @TestFactory
    Stream<DynamicTest> whoIsExcludedFromACaseFindsNothingOfIt() {
        Visitor keptOut = signedIn(records.keptOut);
        return walk(
                route -> named(route)
                        && !route.interfaceRoute()
                        && !OF_NO_CHILD.matcher(route.pattern()).matches(),
                route -> assertThat(send(keptOut, route, sample(route)).status())
                        .as(sample(route))
                        .isEqualTo(404));
    }

    @TestFactory
    Stream<DynamicTest> aPartOfAnotherChildsIsAsIfItDidNotExist() {
        Visitor coordinator = signedIn(records.us.coordinator);
        return walk(
                route -> route.pattern().startsWith("/cases/{caseId}/")
                        && IDENTITY.matcher(sample(route)).results().count() > 1,
                route -> {
                    String other = "/cases/" + records.nega.caseId.value();
                    String part = sample(route).substring(other.length());
                    int status = send(coordinator, route, other + part).status();
                    assertThat(status).as(other + part).isGreaterThanOrEqualTo(404);
                    assertThat(status)
                            .as(other + part)
                            .isEqualTo(send(
                                            coordinator,
                                            route,
                                            other + IDENTITY.matcher(part).replaceAll(NOTHING))
                                    .status());
                });
    }

    /**
     * Whoever measures how long an answer takes, or how large it is, learns no more than its words say: for what is kept from somebody the
     * database is asked as often as for what nobody has, and as much is written down.
     */
    @TestFactory
    Stream<DynamicTest> whatIsForbiddenIsAnsweredLikeWhatIsMissingWithTheSameWork() {
        Visitor stranger = signedIn(strangers.coordinator);
        Visitor keptOut = signedIn(records.keptOut);
        return walk(RoutesTest::named, route -> {
            String there = sample(route);
            String nowhere = IDENTITY.matcher(there).replaceAll(NOTHING);
            if (there.equals(nowhere)) {
                return;
            }
            assertThat(work(route, there, strangers, stranger))
                    .as(there)
                    .isEqualTo(work(route, nowhere, strangers, stranger));
            if (!route.interfaceRoute() && !OF_NO_CHILD.matcher(route.pattern()).matches()) {
                Work forbidden = work(route, there, records.us, keptOut);
                Work missing = work(route, nowhere, records.us, keptOut);
                // within a partnership its ledger says of which record somebody was refused, which takes a statement
                // more
                assertThat(OF_A_CASE.matcher(route.pattern()).matches() ? forbidden : forbidden.shown())
                        .as(there)
                        .isEqualTo(OF_A_CASE.matcher(route.pattern()).matches() ? missing : missing.shown());
            }
        });
    }

    private static final Pattern OF_A_CASE = Pattern.compile("/cases/\\{caseId}(/[a-z./-]+)?");

    /** What an answer shows and what it took. */
    private record Work(int status, int length, String headers, int statements, long lines) {
        Work shown() {
            return new Work(status, length, headers, 0, 0);
        }
    }

    private Work work(Route route, String path, TestPartnership of, Visitor visitor) {
        long before = ledger.length(of.coordinator.actor());
        AtomicInteger sent = new AtomicInteger();
        ExecuteListenerProvider[] listening = database.executeListenerProviders();
        database.set(Stream.concat(Stream.of(listening), Stream.of((ExecuteListenerProvider)
                        () -> ExecuteListener.onExecuteStart(_ -> sent.incrementAndGet())))
                .toArray(ExecuteListenerProvider[]::new));
        Visitor.Answer answer;
        try {
            answer = route.interfaceRoute()
                    ? visitor.api(
                            route.method().name(),
                            path,
                            route.pattern().startsWith("/scim/") ? strangersDirectory : strangers.apiToken)
                    : send(visitor, route, path);
        } finally {
            database.set(listening);
        }
        String headers = visitor.headers().map().entrySet().stream()
                .filter(header -> !Set.of("date", "set-cookie", "connection", "keep-alive")
                        .contains(header.getKey()))
                .map(header -> header.getKey() + header.getValue())
                .sorted()
                .collect(Collectors.joining());
        return new Work(
                answer.status(),
                answer.body().length(),
                headers,
                sent.get(),
                ledger.length(of.coordinator.actor()) - before);
    }

    /** What is offered while a meeting is planned, and not once it runs, as this one does. */
    private static final Set<String> WHILE_PLANNED = Set.of(
            "/meetings/{id}/cancel",
            "/meetings/{id}/plan",
            "/meetings/{id}/pre-meet",
            "/meetings/{id}/items/{item}/withdraw");

    @TestFactory
    Stream<DynamicTest> whatIsKeptFromThemIsThereForWhoMaySeeItAndEveryLookIsOnTheLedger() {
        List<Visitor> entitled = Stream.of(
                        records.us.coordinator,
                        records.us.healthVoter,
                        records.us.policeVoter,
                        records.us.chair,
                        records.us.administrator,
                        records.us.informationGovernance,
                        records.assurer)
                .map(this::signedIn)
                .toList();
        // what does not end is read in RoomTest
        return walk(
                route -> route.method() == RequestMethod.GET
                        && named(route)
                        && !route.interfaceRoute()
                        && !WHILE_PLANNED.contains(route.pattern())
                        && !route.pattern().endsWith("/events"),
                route -> {
                    String path = sample(route);
                    long before = ledger.check(records.us.coordinator.actor()).lines();
                    assertThat(entitled.stream()
                                    .map(visitor -> send(visitor, route, path).status()))
                            .as(path)
                            .anyMatch(status -> status < 400 || status == 422);
                    assertThat(ledger.check(records.us.coordinator.actor()).lines())
                            .as("the look at " + path + " is on the ledger")
                            .isGreaterThan(before);
                });
    }

    private interface Walk {
        void to(Route route);
    }

    /** What a page is called stands in the browser's tab, its history and whatever keeps either. */
    @TestFactory
    Stream<DynamicTest> noPageIsCalledByAChildsName() {
        List<Visitor> people = Stream.of(
                        records.us.coordinator,
                        records.us.chair,
                        records.us.policeVoter,
                        records.us.socialWorker,
                        records.assurer)
                .map(this::signedIn)
                .toList();
        return walk(
                route -> !route.open()
                        && !route.interfaceRoute()
                        && route.method() == RequestMethod.GET
                        // a stream that goes on for as long as somebody listens, and no page
                        && !route.pattern().endsWith("/room/events"),
                route -> {
                    String path = sample(route);
                    for (Visitor person : people) {
                        Visitor.Answer answer = send(person, route, path);
                        Matcher title = TITLE.matcher(answer.body());
                        if (title.find()) {
                            assertThat(title.group(1)).as(path).doesNotContain("Testchild");
                        }
                    }
                });
    }

    private Stream<DynamicTest> walk(Predicate<Route> which, Walk walk) {
        List<Route> chosen = routes.stream().filter(which).toList();
        assertThat(chosen).isNotEmpty();
        return chosen.stream()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.pattern(), () -> walk.to(route)));
    }

    /** Whether the route leads to a record of somebody's. */
    private static boolean named(Route route) {
        return !route.open() && VARIABLE.matcher(route.pattern()).find();
    }

    /** An address of the route with the id of a record that exists for every variable; fails where none was made. */
    private String sample(Route route) {
        String pattern = route.pattern().replace("/api/v1", "");
        String kept = pattern.contains("/minutes")
                ? "/minutes"
                : Stream.of("/referrals/drafts", "/referrals/rejected", "/requests/children")
                        .filter(pattern::startsWith)
                        .findFirst()
                        .orElse(pattern.substring(0, Math.max(pattern.indexOf('/', 1), 0)));
        return VARIABLE.matcher(route.pattern())
                .replaceAll((MatchResult found) -> records.id(kept + "/" + found.group()));
    }

    private Visitor.Answer send(Visitor visitor, Route route, String path) {
        if (route.interfaceRoute()) {
            return visitor.api(route.method().name(), path, "");
        }
        return route.method() == RequestMethod.GET
                ? visitor.get(path + "?item=" + records.id("/meetings/{item}"))
                : visitor.post(path, SENT);
    }

    private Visitor signedIn(TestPartnership.Person person) {
        return Visitor.signedIn(port, person);
    }
}
