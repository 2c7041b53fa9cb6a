package org.holdfast;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import org.holdfast.law.UnitedKingdom;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A clock that tests set. Until a test does, it tells the real time. */
@Component
@Primary
public class TestClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** From now on it is that time, and it goes on from there. */
    public void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    /** From now on it is that time of that day in the United Kingdom. */
    public Instant set(LocalDate day, LocalTime time) {
        Instant now = day.atTime(time).atZone(UnitedKingdom.ZONE).toInstant();
        set(now);
        return now;
    }

    /** Real time again. */
    public void reset() {
        ahead = Duration.ZERO;
    }
}
