package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.Partnerships;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Forms that were refused because no page of ours made them, or because another site sent them. Of somebody signed in it stands on the ledger
 * (GOV-7), as somebody may have led them to it, or may try what the pages do not offer; where nobody is signed in, which every session that has
 * ended brings about as well, it is counted in the log.
 */
@Component
class ForgedForms {

    private static final Logger log = LoggerFactory.getLogger(ForgedForms.class);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Duration COUNTED_FOR = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final InstantSource clock;
    private final Counted counted = new Counted();

    ForgedForms(Ledger ledger, Partnerships partnerships, InstantSource clock) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /** Why a form was refused. */
    enum Fault {
        /** It carried no proof that a page of ours made it. */
        NO_PROOF,
        /** Its proof is not the one of this session. */
        OTHER_PROOF,
        /** The browser says that another site sent it. */
        OTHER_SITE
    }

    /**
     * A form of somebody signed in was refused.
     *
     * @param path where it was to go, with a dash for whatever is no plain word
     */
    record FormRefused(UUID subjectId, Fault fault, String path) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    /** Keeps that a form was refused. */
    void refused(HttpServletRequest request, AccessDeniedException problem) {
        Fault fault = problem instanceof OtherSite
                ? Fault.OTHER_SITE
                : problem instanceof MissingCsrfTokenException || request.getParameter("_csrf") == null
                        ? Fault.NO_PROOF
                        : Fault.OTHER_PROOF;
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Instant now = clock.instant();
        Actor actor = authentication != null && authentication.getPrincipal() instanceof Membership membership
                ? partnerships.actor(membership, now).orElse(null)
                : null;
        if (actor == null) {
            counted.oneMore(now);
            return;
        }
        ledger.within(actor, () -> {
            ledger.record(actor, now, new FormRefused(actor.member(), fault, words(request.getRequestURI())));
            return actor;
        });
    }

    /** Forms of nobody signed in: one line a minute at most, with how many there were since the line before. */
    private static final class Counted {

        private Instant since = Instant.EPOCH;
        private int forms;

        synchronized void oneMore(Instant now) {
            forms++;
            if (!now.isBefore(since) && now.isBefore(since.plus(COUNTED_FOR))) {
                return;
            }
            log.warn(
                    "forms refused of nobody signed in, as none of our pages made them or their session has ended: {}",
                    forms);
            since = now;
            forms = 0;
        }
    }

    private static String words(String path) {
        return Arrays.stream(path.split("/"))
                .limit(8)
                .map(part -> part.matches("[a-z-]{0,30}") ? part : "-")
                .collect(Collectors.joining("/"));
    }

    /** The browser says that another site sent it. */
    private static final class OtherSite extends AccessDeniedException {
        private static final long serialVersionUID = 1;

        OtherSite() {
            super("sent by another site");
        }
    }

    /** Turns away what another site sends, whatever proof it carries; before the proof is looked at. Browsers that say nothing of it pass. */
    static final class FromOtherSites extends OncePerRequestFilter {

        private final AccessDeniedHandler refusing;

        FromOtherSites(AccessDeniedHandler refusing) {
            this.refusing = refusing;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if ("cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !READING.contains(request.getMethod())) {
                refusing.handle(request, response, new OtherSite());
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
