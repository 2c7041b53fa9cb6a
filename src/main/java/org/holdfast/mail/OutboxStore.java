package org.holdfast.mail;

import static org.holdfast.mail.db.Tables.MESSAGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of messages. */
@Component
class OutboxStore {

    private final DSLContext db;

    OutboxStore(DSLContext db) {
        this.db = db;
    }

    void add(PartnershipId partnership, UUID id, Message message, Instant now) {
        CalendarEntry entry = message.entry();
        var insert = db.insertInto(MESSAGE)
                .set(MESSAGE.PARTNERSHIP_ID, partnership.value())
                .set(MESSAGE.ID, id)
                .set(MESSAGE.MEMBER_ID, message.to().value())
                .set(MESSAGE.TEXT_KEY, message.textKey())
                .set(MESSAGE.TEXT_VALUES, message.values().toArray(String[]::new))
                .set(MESSAGE.PATH, message.path())
                .set(MESSAGE.POSTED_AT, now.atOffset(ZoneOffset.UTC));
        if (entry != null) {
            insert = insert.set(MESSAGE.CALENDAR_UID, entry.uid())
                    .set(MESSAGE.CALENDAR_SEQUENCE, entry.sequence())
                    .set(MESSAGE.CALENDAR_CANCELLED, entry.cancelled())
                    .set(MESSAGE.CALENDAR_FROM, entry.from().atOffset(ZoneOffset.UTC))
                    .set(MESSAGE.CALENDAR_UNTIL, entry.until().atOffset(ZoneOffset.UTC))
                    .set(MESSAGE.CALENDAR_TITLE, entry.title())
                    .set(MESSAGE.CALENDAR_PLACE, entry.place());
        }
        insert.execute();
    }
}
