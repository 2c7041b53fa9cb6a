package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.holdfast.pages.Form;
import org.holdfast.pages.House;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.Partnership;
import org.holdfast.partnership.Partnerships;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may reach anything at all: people by signing in, programs by their token. What each may see is asked of {@code sharing}. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** Argon2id with 19 MiB of memory and two passes (OWASP's least for this algorithm). */
    @Bean
    static PasswordEncoder passwords() {
        return new FewAtOnce(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2));
    }

    /**
     * A session is read and written by one statement at a time: a transaction around each costs two round trips on every click, and a
     * session of which half was written is one to sign in again.
     */
    @Bean
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** 216 random bits, which fill the column; what comes with the framework has 122. */
    @Bean
    SessionIdGenerator sessionNames() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] name = new byte[27];
            random.nextBytes(name);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        };
    }

    /** The transactions of everything else; Spring Boot makes none beside one of another kind. */
    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    WhoAsks whoAsks(Partnerships partnerships, InstantSource clock, ObjectProvider<SessionRepository<?>> sessions) {
        return new WhoAsks(partnerships, clock, sessions);
    }

    /** The filter works inside the security chain; the servlet container must not run it a second time before. */
    @Bean
    FilterRegistrationBean<WhoAsks> onlyInTheChain(WhoAsks whoAsks) {
        var registration = new FilterRegistrationBean<>(whoAsks);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebMvcConfigurer actorOfTheRequest(WhoAsks whoAsks) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(whoAsks);
            }
        };
    }

    @Bean
    House house(Partnerships partnerships) {
        return id -> {
            Partnership partnership = partnerships.partnership(Partnerships.program(id));
            return new House.Style(partnership.name(), partnership.colour());
        };
    }

    @Bean
    WebMvcConfigurer beforeControllers(ScopeOfRoute scopes, TakenAnHour taken, AskedAgain askedAgain) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(taken);
                registry.addInterceptor(askedAgain);
                registry.addInterceptor(scopes).addPathPatterns(ScopeOfRoute.ROUTES);
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain interfaceChain(
            HttpSecurity http, ApiClients clients, InterfaceProblems problems, InstantSource clock, WhoAsks whoAsks)
            throws Exception {
        http.securityMatcher("/api/**", "/scim/**", "/oauth2/token")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new BearerToken(clients, problems, clock), AuthorizationFilter.class)
                .addFilterBefore(whoAsks, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/token")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, problem) -> problems.noToken(request, response)));
        headers(http);
        return http.build();
    }

    /**
     * The pages behind a child's link, and behind the link of somebody who answers for an agency without an account: no session and no sign-in. The address is the secret, so whoever does not hold it cannot forge a form
     * either.
     */
    @Bean
    @Order(2)
    SecurityFilterChain childsLinkChain(HttpSecurity http) throws Exception {
        http.securityMatcher("/v/**", "/g/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        headers(http);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            Entrance entrance,
            WhoAsks whoAsks,
            Pages pages,
            Issuers issuers,
            SignInController signIn,
            SignInElsewhere elsewhere,
            SignOutElsewhere signedOutElsewhere,
            ForgedForms forged)
            throws Exception {
        AccessDeniedHandler refusing = (request, response, problem) -> {
            forged.refused(request, problem);
            if (nobody()) {
                KeptForm kept = request.getRequestURI().startsWith("/sign-in")
                        ? KeptForm.carried(request)
                        : KeptForm.cutOff(request);
                signInPage(signIn, kept, request, response);
            } else {
                draw(pages.failed(403, "app/sendAgain", KeptForm.cutOff(request)), request, response);
            }
        };
        http.authorizeHttpRequests(requests -> requests.requestMatchers(Pages.PUBLIC_PATHS.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers("/sign-in", "/sign-in/**", "/actuator/health", "/favicon.ico")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(entrance.proofs()))
                .requestCache(cache -> cache.requestCache(entrance.wanted()))
                .addFilterBefore(whoAsks, AuthorizationFilter.class)
                .addFilterBefore(new ForgedForms.FromOtherSites(refusing), CsrfFilter.class)
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .clientRegistrationRepository(issuers)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(
                                begin -> begin.baseUri(SignInElsewhere.BEGIN).authorizationRequestResolver(elsewhere))
                        .redirectionEndpoint(back -> back.baseUri(SignInElsewhere.BACK))
                        .userInfoEndpoint(user ->
                                user.oidcUserService(asked -> new DefaultOidcUser(List.of(), asked.getIdToken())))
                        .successHandler(elsewhere)
                        .failureHandler(elsewhere)
                        .withObjectPostProcessor(KEEPS_NOBODY))
                .addFilterAfter(new SignOutElsewhere.NoToken(), HeaderWriterFilter.class)
                .oidcLogout(logout -> logout.oidcSessionRegistry(signedOutElsewhere)
                        .backChannel(told -> told.logoutHandler(signedOutElsewhere)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        // only where the connection is encrypted, as browsers heed it only there; what the browser
                        // knows itself by stays
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .logoutSuccessUrl("/sign-in?signed-out"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, problem) -> {
                            if (request.getMethod().equals("POST")) {
                                signInPage(signIn, KeptForm.cutOff(request), request, response);
                            } else {
                                response.sendRedirect("/sign-in");
                            }
                        })
                        .accessDeniedHandler(refusing));
        headers(http);
        return http.build();
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(Pages.CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .frameOptions(frame -> frame.deny()));
    }

    private static void signInPage(
            SignInController signIn, KeptForm kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        draw(signIn.page(kept, false, Form.empty()), request, response);
    }

    private static void draw(View view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            view.render(Map.of(), request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom a provider proved is nobody here until {@link SignInElsewhere} knows who that is: the framework must keep nobody in the session. */
    private static final ObjectPostProcessor<OAuth2LoginAuthenticationFilter> KEEPS_NOBODY =
            new ObjectPostProcessor<>() {
                @Override
                public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
                    filter.setSecurityContextRepository(new NullSecurityContextRepository());
                    return filter;
                }
            };

    /** What a provider gave with its answer is not kept: Holdfast asks it for nothing but who somebody is. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("NullAway") // null is how the framework is told that there is none
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // let go
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // none is there
        }
    }

    private static boolean nobody() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }
}
