package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a program no further than the scopes of its token. A route of the interface that names no scope is closed to every program. */
@Component
class ScopeOfRoute implements HandlerInterceptor {

    static final String[] ROUTES = {"/api/**", "/scim/**"};

    private final InterfaceProblems problems;
    private final ApiClients clients;
    private final InstantSource clock;

    ScopeOfRoute(InterfaceProblems problems, ApiClients clients, InstantSource clock) {
        this.problems = problems;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        NeedsScope needs = method.getMethodAnnotation(NeedsScope.class);
        ClientScope[] needed = needs == null ? new ClientScope[0] : needs.value();
        if (needs != null
                && granted()
                        .containsAll(Arrays.stream(needed)
                                .map(BearerToken::authority)
                                .toList())) {
            return true;
        }
        if (request.getAttribute(WhoAsks.ATTRIBUTE) instanceof Actor program) {
            clients.refused(program.member().toString(), ApiClient.Fault.OUT_OF_SCOPE, clock.instant());
        }
        problems.outOfScope(request, response, needed);
        return false;
    }

    private static Set<String> granted() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
    }
}
