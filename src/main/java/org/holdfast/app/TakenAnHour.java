package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.audit.Actor;
import org.holdfast.audit.HourlyLimit;
import org.holdfast.audit.Ledger;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How many papers and files one person takes away within an hour, and how many cases they open: more than anybody needs who works, and far
 * fewer than somebody who means to take everything. Whoever comes to the end of it is told when to come back, and it stands on the ledger
 * (GOV-7), where information governance finds it. Each node counts for itself.
 */
@Component
class TakenAnHour implements HandlerInterceptor {

    private static final Pattern TAKEN_AWAY = Pattern.compile(".*([./](pdf|odt|csv|zip)|/files/\\{file})");
    private static final Pattern OF_A_CASE = Pattern.compile("(?:/records)?/cases/([0-9a-f-]{36})(?:/.*)?");

    /** What is counted. */
    private enum Counted {
        PAPERS(Limit.PAPERS_AN_HOUR, "app.papers"),
        CASES(Limit.CASES_AN_HOUR, "app.cases");

        private final Limit limit;
        private final String key;

        Counted(Limit limit, String key) {
            this.limit = limit;
            this.key = key;
        }
    }

    /** An hour that begins with the first thing that somebody takes, and what they took in it. */
    static final class Hour {

        private Instant began = Instant.EPOCH;
        private final Set<String> seen = new HashSet<>();
        private int taken;

        /**
         * Takes one more.
         *
         * @param which that counts once, however often it is taken; null for what counts each time
         * @return when one can go on, where there are as many as one may have; else null
         */
        synchronized @Nullable Instant take(@Nullable String which, int most, Instant now) {
            Instant over = began.plus(Duration.ofHours(1));
            if (now.isBefore(began) || !now.isBefore(over)) {
                began = now;
                seen.clear();
                taken = 0;
            }
            if (which != null && seen.contains(which)) {
                return null;
            }
            if (taken >= most) {
                return over;
            }
            taken++;
            if (which != null) {
                seen.add(which);
            }
            return null;
        }
    }

    private final Map<Counted, Map<UUID, Hour>> hours = new EnumMap<>(Counted.class);
    private final Ledger ledger;
    private final Pages pages;
    private final InstantSource clock;
    private final Limits limits;

    TakenAnHour(Ledger ledger, Pages pages, InstantSource clock, Limits limits) {
        this.ledger = ledger;
        this.pages = pages;
        this.clock = clock;
        this.limits = limits;
        for (Counted counted : Counted.values()) {
            hours.put(counted, new ConcurrentHashMap<>());
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
                || !request.getMethod().equals("GET")
                || !(request.getAttribute(WhoAsks.ATTRIBUTE) instanceof Actor actor)) {
            return true;
        }
        Matcher opened = OF_A_CASE.matcher(request.getRequestURI());
        if (opened.matches() && stopped(Counted.CASES, opened.group(1), actor, request, response)) {
            return false;
        }
        return !TAKEN_AWAY.matcher(pattern).matches() || !stopped(Counted.PAPERS, null, actor, request, response);
    }

    private boolean stopped(
            Counted counted,
            @Nullable String which,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        Instant now = clock.instant();
        int most = limits.of(counted.limit);
        Instant over = Objects.requireNonNull(hours.get(counted))
                .computeIfAbsent(actor.member(), _ -> new Hour())
                .take(which, most, now);
        if (over == null) {
            return false;
        }
        ledger.within(actor, () -> {
            ledger.record(
                    actor,
                    now,
                    switch (counted) {
                        case PAPERS -> new HourlyLimit.PapersRefused(actor.member(), most);
                        case CASES -> new HourlyLimit.CasesRefused(actor.member(), most);
                    });
            return actor;
        });
        response.setHeader(
                HttpHeaders.RETRY_AFTER, "" + (Duration.between(now, over).toSeconds() + 1));
        String until =
                Dates.time(Language.ENGLISH, Dates.london(over.plusSeconds(59)).toLocalTime());
        pages.failed(429, "app/limitReached", new LimitReachedView(counted.key, most, until))
                .render(Map.of(), request, response);
        return true;
    }
}
