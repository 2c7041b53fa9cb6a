package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.Statements;
import org.holdfast.TestPartnership;
import org.holdfast.meetings.Note;
import org.jooq.DSLContext;
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
    private final Statements statements;
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
        this.statements = new Statements(db);
        this.us = founder.found(now.minus(Duration.ofDays(2)));
        this.day = maker.inSession(us, now);
    }

    @Test
    void aKeystrokeOfWhoeverTypesAlreadyReadsTheFolderOnceAndWritesTwice() {
        UUID window = UUID.randomUUID();
        type(window, 1);
        assertThat(statements.during(() -> type(window, 2))).isLessThanOrEqualTo(14);
    }

    @Test
    void whatAPageOfTheRoomIsMadeOfIsReadOnceHoweverManyPartsAskForIt() {
        int one = statements.during(
                () -> rooms.atOneMoment(us.chair.actor(), () -> sessions.see(us.chair.actor(), day.first, now)));
        int all = statements.during(() -> rooms.atOneMoment(us.chair.actor(), () -> {
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
}
