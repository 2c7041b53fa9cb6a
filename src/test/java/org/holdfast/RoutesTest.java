package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.demonstration.SignIns;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
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
 * running program, so a new one is walked too: it is closed, or it stands in one of the two lists below, or this fails.
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
            "/sign-in/password/{token}",
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
            "/account/sessions/end",
            "/account/sessions/end-others",
            "/account/partnership");

    /** What an administrator may see, as it tells nothing of any child; walked with an adviser instead. */
    private static final Set<String> ADMINISTERED = Set.of("/outbox", "/agencies/authorities");

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

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+?}");

    /** One route as the program knows it. */
    record Route(RequestMethod method, String pattern) {
        boolean interfaceRoute() {
            return pattern.startsWith("/api/");
        }

        boolean open() {
            return PUBLIC.contains(pattern) || OWN.contains(pattern) || pattern.startsWith("/drafts/");
        }
    }

    private final RequestMappingHandlerMapping mapping;
    private final TestDemonstration demonstration;
    private final Partnerships partnerships;
    private static final String CHASE = "/requests/([0-9a-f-]{36})/chase";

    private final Sharing sharing;
    private final Ledger ledger;
    private final TestPartnership.Founder founder;
    private final int port;

    private List<Route> routes = List.of();
    private TestPartnership strangers;
    private SignIns signIns;
    private Visitor coordinator;
    private Actor coordinatorActor;
    private Map<String, String> ids;

    RoutesTest(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            TestDemonstration demonstration,
            Partnerships partnerships,
            Sharing sharing,
            Ledger ledger,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.mapping = requestMappingHandlerMapping;
        this.demonstration = demonstration;
        this.partnerships = partnerships;
        this.sharing = sharing;
        this.ledger = ledger;
        this.founder = founder;
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
        signIns = demonstration.signIns();
        strangers = founder.found(Instant.now());
        coordinator = visitor("PANEL_COORDINATOR");
        coordinatorActor = partnerships.client(signIns.apiToken()).orElseThrow();
        ids = Map.of(
                "assurance", first("/assurance?show=returned", "/assurance/([0-9a-f-]{36})"),
                "reconsideration", first("/reconsiderations", "/reconsiderations/([0-9a-f-]{36})"),
                "action",
                        first(
                                "/cases/" + first("/search?q=cass", "/cases/([0-9a-f-]{36})") + "/plan",
                                "/actions/([0-9a-f-]{36})"),
                "case", first("/search?q=cass", "/cases/([0-9a-f-]{36})"),
                "meeting", comingPanel(),
                "request", first("/meetings/" + comingPanel() + "/requests", CHASE),
                "referral", first("/referrals", "/referrals/([0-9a-f-]{36})"),
                "decision",
                        first(
                                "/cases/" + first("/search?q=cass", "/cases/([0-9a-f-]{36})"),
                                "/decisions/([0-9a-f-]{36})"));
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
        Visitor stranger = Visitor.signedIn(port, strangers.coordinator);
        return walk(route -> !route.open() && VARIABLE.matcher(route.pattern()).find(), route -> {
            String path = sample(route);
            Visitor.Answer answer = route.interfaceRoute()
                    ? new Visitor(port).api(route.method().name(), path, strangers.apiToken)
                    : send(stranger, route, path);
            assertThat(answer.status()).as(path).isEqualTo(404);
        });
    }

    @TestFactory
    Stream<DynamicTest> whoHoldsNoRoleForItFindsNothingAndTheLedgerKnows() {
        Visitor administrator = visitor("ADMINISTRATOR");
        Visitor adviser = visitor("ADVISER");
        return walk(route -> !route.open() && !route.interfaceRoute(), route -> {
            long before = ledger.check(coordinatorActor).lines();
            String path = sample(route);
            Visitor without =
                    ADMINISTERED.contains(route.pattern()) || route.pattern().startsWith("/administration")
                            ? adviser
                            : administrator;
            assertThat(send(without, route, path).status()).as(path).isEqualTo(404);
            assertThat(ledger.check(coordinatorActor).lines())
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
            "/assurance/learning",
            "/assurance/learning.csv");

    @TestFactory
    Stream<DynamicTest> theAssurerOpensOutcomeFormsAndNothingElse() {
        Visitor assurer = visitor("ASSURER");
        return walk(route -> !route.open() && !route.interfaceRoute(), route -> {
            Visitor.Answer answer = send(assurer, route, sample(route));
            if (route.method() == RequestMethod.GET && FOR_THE_ASSURER.contains(route.pattern())) {
                assertThat(answer.status()).isEqualTo(200);
            } else if (!FOR_THE_ASSURER.contains(route.pattern())) {
                assertThat(answer.status()).as(route.pattern()).isEqualTo(404);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whoIsExcludedFromACaseFindsNothingOfIt() {
        String caseId = first("/search?q=dara", "/cases/([0-9a-f-]{36})");
        var manager = partnerships.members(coordinatorActor).stream()
                .filter(member -> member.name().equals("Corin Coordinator"))
                .findFirst()
                .orElseThrow();
        sharing.exclude(coordinatorActor, new CaseId(UUID.fromString(caseId)), manager.id(), "related", Instant.now());
        return walk(route -> route.pattern().startsWith("/cases/{caseId}"), route -> {
            String path = sample(route).replace(ids.get("case"), caseId);
            assertThat(send(coordinator, route, path).status()).as(path).isEqualTo(404);
        });
    }

    @TestFactory
    Stream<DynamicTest> theCoordinatorDoesGetInAndEveryLookAtACaseIsOnTheLedger() {
        return walk(
                route -> route.method() == RequestMethod.GET
                        && VARIABLE.matcher(route.pattern()).results().count() == 1
                        && (route.pattern().startsWith("/cases/{caseId}")
                                || route.pattern().equals("/referrals/{id}")
                                || route.pattern().equals("/meetings/{id}")
                                || route.pattern().equals("/meetings/{id}/pack")
                                || route.pattern().equals("/decisions/{id}")),
                route -> {
                    long before = ledger.check(coordinatorActor).lines();
                    String path = sample(route);
                    assertThat(send(coordinator, route, path).status()).as(path).isEqualTo(200);
                    assertThat(ledger.check(coordinatorActor).lines())
                            .as("the look at " + path + " is on the ledger")
                            .isGreaterThan(before);
                });
    }

    private interface Walk {
        void to(Route route);
    }

    private Stream<DynamicTest> walk(Predicate<Route> which, Walk walk) {
        List<Route> chosen = routes.stream().filter(which).toList();
        assertThat(chosen).isNotEmpty();
        return chosen.stream()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.pattern(), () -> walk.to(route)));
    }

    /** An address of the route with ids of things that exist; parts below a case or meeting may name nothing. */
    private String sample(Route route) {
        String pattern = route.pattern();
        String owner = pattern.startsWith("/actions/")
                ? "action"
                : pattern.contains("/meetings/for/") || pattern.contains("/cases/")
                        ? "case"
                        : pattern.contains("/meetings")
                                ? "meeting"
                                : pattern.contains("/assurance")
                                        ? "assurance"
                                        : pattern.contains("/reconsiderations")
                                                ? "reconsideration"
                                                : pattern.contains("/decisions")
                                                        ? "decision"
                                                        : pattern.contains("/requests") ? "request" : "referral";
        List<String> parts = new ArrayList<>();
        boolean first = true;
        for (String part : pattern.split("/", -1)) {
            if (!VARIABLE.matcher(part).find()) {
                parts.add(part);
            } else if (first) {
                parts.add(VARIABLE.matcher(part).replaceAll(ids.get(owner)));
                first = false;
            } else {
                parts.add(VARIABLE.matcher(part).replaceAll(value(part)));
            }
        }
        return String.join("/", parts);
    }

    private static String value(String part) {
        return switch (part) {
            case "{kind}" -> "reasonable-grounds";
            case "{command}" -> "pause";
            case "{definition}" -> "trafficking";
            case "{element}" -> "action";
            case "{step}" -> "accept";
            case "{page}" -> "pv-dob";
            case "{number}", "{sending}" -> "1";
            default -> NOTHING;
        };
    }

    private Visitor.Answer send(Visitor visitor, Route route, String path) {
        if (route.interfaceRoute()) {
            return visitor.api(route.method().name(), path, "");
        }
        return route.method() == RequestMethod.GET ? visitor.get(path + "?item=" + NOTHING) : visitor.post(path, SENT);
    }

    /** The planned panel for which agencies were asked, beside which another may be in session. */
    private String comingPanel() {
        return Pattern.compile("/meetings/([0-9a-f-]{36})")
                .matcher(coordinator.get("/meetings").body())
                .results()
                .map(found -> found.group(1))
                .filter(id -> Pattern.compile(CHASE)
                        .matcher(
                                coordinator.get("/meetings/" + id + "/requests").body())
                        .find())
                .findFirst()
                .orElseThrow();
    }

    private String first(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(coordinator.get(page).body());
        assertThat(found.find()).as(page + " shows " + pattern).isTrue();
        return found.group(1);
    }

    private Visitor visitor(String role) {
        SignIns.User user = signIns.users().stream()
                .filter(each -> each.role().contains(role))
                .findFirst()
                .orElseThrow();
        return Visitor.signedIn(port, user.username(), user.password());
    }
}
