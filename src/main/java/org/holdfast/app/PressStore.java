package org.holdfast.app;

import static org.holdfast.app.db.Tables.PRESS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Presses;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of presses. */
@Component
class PressStore implements Presses {

    private final DSLContext db;

    PressStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<First> first(PartnershipId partnership, byte[] mark) {
        return db.select(PRESS.ANSWER)
                .from(PRESS)
                .where(PRESS.PARTNERSHIP_ID.eq(partnership.value()), PRESS.MARK.eq(mark))
                .fetchOptional(row -> new First(row.value1()));
    }

    @Override
    public void keep(PartnershipId partnership, byte[] mark, Instant at) {
        db.insertInto(PRESS)
                .set(PRESS.PARTNERSHIP_ID, partnership.value())
                .set(PRESS.MARK, mark)
                .set(PRESS.AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public void answered(PartnershipId partnership, byte[] mark, String answer) {
        db.update(PRESS)
                .set(PRESS.ANSWER, answer)
                .where(PRESS.PARTNERSHIP_ID.eq(partnership.value()), PRESS.MARK.eq(mark))
                .execute();
    }

    /** Forgets presses made before a moment, and answers how many. */
    int forget(PartnershipId partnership, Instant before) {
        return db.deleteFrom(PRESS)
                .where(PRESS.PARTNERSHIP_ID.eq(partnership.value()), PRESS.AT.lt(before.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
