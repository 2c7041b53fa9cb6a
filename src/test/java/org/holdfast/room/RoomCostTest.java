package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.meetings.Note;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What forty windows do again and again asks the database little: what one keystroke, one page and one look for news cost in statements. */
@HoldfastTest
@Import(RoomDay.Maker.class)
class RoomCostTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Rooms rooms;
    private final org.holdfast.meetings.Sessions sessions;
    private final org.holdfast.meetings.Meetings meetings;
    private final DefaultConfiguration database;
    private final TestPartnership us;
    private final RoomDay day;

    RoomCostTest(
            Rooms rooms,
            org.holdfast.meetings.Sessions sessions,
            org.holdfast.meetings.Meetings meetings,
            DSLContext db,
            RoomDay.Maker maker,
            TestPartnership.Founder founder) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.meetings = meetings;
        this.database = (DefaultConfiguration) db.configuration();
        this.us = founder.found(now.minus(Duration.ofDays(2)));
        this.day = maker.inSession(us, now);
    }

    @Test
    void aKeystrokeOfWhoeverTypesAlreadyReadsTheFolderOnceAndWritesTwice() {
        UUID window = UUID.randomUUID();
        type(window, 1);
        assertThat(statements(() -> type(window, 2))).isLessThanOrEqualTo(14);
    }

    @Test
    void whatAPageOfTheRoomIsMadeOfIsReadOnceHoweverManyPartsAskForIt() {
        int one = statements(() -> rooms.atOneMoment(us.chair.actor(), () -> sessions.see(us.chair.actor(), day.first, now)));
        int all = statements(() -> rooms.atOneMoment(us.chair.actor(), () -> {
            meetings.agendaInSession(us.chair.actor(), day.panel, now).orThrow();
            sessions.standing(us.chair.actor(), day.panel, now).orThrow();
            sessions.panel(us.chair.actor(), day.first, now).orThrow();
            rooms.section(us.chair.actor(), day.first, Note.Part.OPEN, now).orThrow();
            return sessions.see(us.chair.actor(), day.first, now);
        }));
        assertThat(all - one).isLessThanOrEqualTo(2);
    }

    private void type(UUID window, int number) {
        rooms.type(us.chair.actor(), day.first, Note.Part.OPEN, window, number, 0, "Word " + number, false, now)
                .orThrow();
    }

    /** How many statements this thread sends meanwhile. */
    private int statements(Runnable work) {
        Thread here = Thread.currentThread();
        AtomicInteger sent = new AtomicInteger();
        ExecuteListener counting = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext statement) {
                if (Thread.currentThread() == here) {
                    sent.incrementAndGet();
                }
            }
        };
        ExecuteListenerProvider[] before = database.executeListenerProviders();
        database.set(Stream.concat(Stream.of(before), Stream.of((ExecuteListenerProvider) () -> counting))
                .toArray(ExecuteListenerProvider[]::new));
        try {
            work.run();
            return sent.get();
        } finally {
            database.set(before);
        }
    }
}
