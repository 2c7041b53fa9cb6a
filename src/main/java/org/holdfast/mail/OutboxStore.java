package org.holdfast.mail;

import static org.holdfast.mail.db.Tables.MESSAGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of messages. */
@Component
class OutboxStore {

    /** So many rows a statement: PostgreSQL takes 65,535 values at most. */
    private static final int ROWS = 1000;

    /** A message with the id under which it is kept. */
    record Posted(UUID id, Message message) {}

    private final DSLContext db;

    OutboxStore(DSLContext db) {
        this.db = db;
    }

    void add(PartnershipId partnership, List<Posted> posted, Instant now) {
        for (int from = 0; from < posted.size(); from += ROWS) {
            insert(partnership, posted.subList(from, Math.min(from + ROWS, posted.size())), now);
        }
    }

    private void insert(PartnershipId partnership, List<Posted> posted, Instant now) {
        var rows = db.insertInto(
                MESSAGE,
                MESSAGE.PARTNERSHIP_ID,
                MESSAGE.ID,
                MESSAGE.MEMBER_ID,
                MESSAGE.TEXT_KEY,
                MESSAGE.TEXT_VALUES,
                MESSAGE.PATH,
                MESSAGE.CALENDAR_UID,
                MESSAGE.CALENDAR_SEQUENCE,
                MESSAGE.CALENDAR_CANCELLED,
                MESSAGE.CALENDAR_FROM,
                MESSAGE.CALENDAR_UNTIL,
                MESSAGE.CALENDAR_TITLE,
                MESSAGE.CALENDAR_PLACE,
                MESSAGE.POSTED_AT);
        for (Posted one : posted) {
            Message message = one.message();
            CalendarEntry entry = message.entry();
            rows = rows.values(
                    partnership.value(),
                    one.id(),
                    message.to().value(),
                    message.textKey(),
                    message.values().toArray(String[]::new),
                    message.path(),
                    entry == null ? null : entry.uid(),
                    entry == null ? null : entry.sequence(),
                    entry == null ? null : entry.cancelled(),
                    entry == null ? null : utc(entry.from()),
                    entry == null ? null : utc(entry.until()),
                    entry == null ? null : entry.title(),
                    entry == null ? null : entry.place(),
                    utc(now));
        }
        rows.execute();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
