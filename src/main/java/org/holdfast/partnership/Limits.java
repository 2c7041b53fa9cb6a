package org.holdfast.partnership;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The limits of this installation, read once at its start. */
@Component
public final class Limits {

    private final Map<Limit, Integer> numbers = new EnumMap<>(Limit.class);

    /** @throws CannotStart naming the setting that is wrong, and what it may be */
    Limits(Environment settings) {
        for (Limit limit : Limit.values()) {
            numbers.put(limit, number(limit, settings.getProperty(limit.setting())));
        }
        if (of(Limit.REQUESTS_A_MINUTE) > of(Limit.MOST_REQUESTS_A_MINUTE)) {
            throw new CannotStart(Limit.REQUESTS_A_MINUTE.variable() + " must not be more than "
                    + Limit.MOST_REQUESTS_A_MINUTE.variable());
        }
    }

    private static int number(Limit limit, @Nullable String set) {
        if (set == null || set.isBlank()) {
            return limit.usual();
        }
        int number = set.strip().matches("\\d{1,9}") ? Integer.parseInt(set.strip()) : -1;
        if (number < limit.least() || number > limit.most()) {
            throw new CannotStart(limit.variable() + " must be a number from " + limit.least() + " to " + limit.most());
        }
        return number;
    }

    public int of(Limit limit) {
        return numbers.getOrDefault(limit, limit.usual());
    }

    /** A limit that counts minutes. */
    public Duration minutes(Limit limit) {
        return Duration.ofMinutes(of(limit));
    }

    /** A limit that counts hours. */
    public Duration hours(Limit limit) {
        return Duration.ofHours(of(limit));
    }
}
