package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How many papers and files one person takes away within an hour: more than anybody needs who works, and far fewer than somebody who means
 * to take everything. Whoever comes to the end of it is told when to come back, and it stands on the ledger (GOV-7). Each node counts for
 * itself.
 */
@Component
class PapersAnHour implements HandlerInterceptor {

    private static final Pattern TAKEN_AWAY = Pattern.compile(".*([./](pdf|odt|csv|zip)|/files/\\{file})");

    /** Somebody wanted more papers within an hour than one takes away. */
    record PapersRefused(UUID subjectId, int most) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    /** An hour that began with somebody's first paper, and how many there were in it. */
    private record Hour(Instant began, int papers) {

        static Hour counted(Hour running, Instant now) {
            return now.isBefore(running.began()) || !now.isBefore(running.over())
                    ? new Hour(now, 1)
                    : new Hour(running.began(), running.papers() + 1);
        }

        Instant over() {
            return began.plus(Duration.ofHours(1));
        }
    }

    private final Map<UUID, Hour> hours = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final Pages pages;
    private final InstantSource clock;
    private final int most;

    PapersAnHour(Ledger ledger, Pages pages, InstantSource clock, @Value("${holdfast.papers-an-hour}") int most) {
        this.ledger = ledger;
        this.pages = pages;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
                || !request.getMethod().equals("GET")
                || !TAKEN_AWAY.matcher(pattern).matches()
                || !(request.getAttribute(WhoAsks.ATTRIBUTE) instanceof Actor actor)) {
            return true;
        }
        Instant now = clock.instant();
        Hour hour = hours.merge(actor.member(), new Hour(now, 1), (running, _) -> Hour.counted(running, now));
        if (hour.papers() <= most) {
            return true;
        }
        ledger.within(actor, () -> {
            ledger.record(actor, now, new PapersRefused(actor.member(), most));
            return actor;
        });
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                "" + (Duration.between(now, hour.over()).toSeconds() + 1));
        String until = Dates.time(
                Language.ENGLISH, Dates.london(hour.over().plusSeconds(59)).toLocalTime());
        pages.failed(429, "app/papersRefused", new PapersRefusedView(most, until))
                .render(Map.of(), request, response);
        return false;
    }
}
