package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
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

    ScopeOfRoute(InterfaceProblems problems) {
        this.problems = problems;
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
                && granted().containsAll(Arrays.stream(needed)
                        .map(BearerToken::authority)
                        .toList())) {
            return true;
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
