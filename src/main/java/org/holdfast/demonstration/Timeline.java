package org.holdfast.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.law.UnitedKingdom;

/** What happens in a story, told in the order in which it happened, whatever the order in which it was thought of. */
final class Timeline {

    private record Event(Instant at, Consumer<Instant> happens) {}

    private final Instant now;
    private final List<Event> events = new ArrayList<>();

    Timeline(Instant now) {
        this.now = now;
    }

    /** Something happens on a day at a time; what has not happened yet by now does not. */
    void at(LocalDate day, LocalTime time, Consumer<Instant> happens) {
        Instant at = day.atTime(time).atZone(UnitedKingdom.ZONE).toInstant();
        if (!at.isAfter(now)) {
            events.add(new Event(at, happens));
        }
    }

    /** Something happens on a day at a time, or just now where that time has not come yet. */
    void byNow(LocalDate day, LocalTime time, Consumer<Instant> happens) {
        Instant at = day.atTime(time).atZone(UnitedKingdom.ZONE).toInstant();
        events.add(new Event(at.isAfter(now) ? now : at, happens));
    }

    /** Something happens just now. */
    void now(Consumer<Instant> happens) {
        events.add(new Event(now, happens));
    }

    void tell() {
        events.stream()
                .sorted(Comparator.comparing(Event::at))
                .forEach(event -> event.happens().accept(event.at()));
    }
}
