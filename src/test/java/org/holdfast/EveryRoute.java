package org.holdfast;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, page or interface, read from the running program, so that a new one is among them. */
final class EveryRoute {

    /** What anybody may reach without signing in: it holds nothing of anybody. */
    static final Set<String> PUBLIC = Set.of(
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
            "/v/thanks/{in}",
            // behind a guest's link: the address is the secret and the mailbox proves it, GuestsTest walks them
            "/g/{token}",
            "/g/{token}/code",
            "/g/{token}/prove",
            "/g/{token}/children/{question}",
            "/g/{token}/children/{question}/nothing-known",
            "/g/{token}/done",
            "/g/thanks",
            "/assets/house/{colour:[0-9a-f]{6}}.css",
            "/assets/{version:[0-9a-f]{16}}/{name}");

    /** What everybody signed in may reach: it shows their own things and nothing else. */
    static final Set<String> OWN = Set.of(
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

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+?}");

    private EveryRoute() {}

    /** One route as the program knows it. */
    record Route(RequestMethod method, String pattern) {

        /** Whether programs ask it, with a token. */
        boolean ofTheInterface() {
            return pattern.startsWith("/api/") || pattern.startsWith("/scim/");
        }

        /** Whether anybody may reach it without signing in. */
        boolean isPublic() {
            return PUBLIC.contains(pattern);
        }

        /** Whether it is of nobody, or shows everybody their own and nothing else. */
        boolean open() {
            return isPublic() || OWN.contains(pattern) || pattern.startsWith("/drafts/");
        }

        /** Whether it leads to a record of somebody's. */
        boolean named() {
            return !open() && VARIABLE.matcher(pattern).find();
        }

        /** An address of the route with the id of a record that exists for every variable; fails where none was made. */
        String address(EveryRecord records) {
            String inside = pattern.replace("/api/v1", "");
            String kept = inside.contains("/minutes")
                    ? "/minutes"
                    : Stream.of("/referrals/drafts", "/referrals/rejected", "/requests/children")
                            .filter(inside::startsWith)
                            .findFirst()
                            .orElse(inside.substring(0, Math.max(inside.indexOf('/', 1), 0)));
            return VARIABLE.matcher(pattern).replaceAll((MatchResult found) -> records.id(kept + "/" + found.group()));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** The routes by address. */
    static List<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
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
    }
}
