package org.holdfast.pages;

import static org.holdfast.pages.db.Tables.DRAFT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The table of drafts. */
@Component
class DraftStore {
    private final DSLContext db;

    DraftStore(DSLContext db) {
        this.db = db;
    }

    void save(Actor actor, String form, Map<String, List<String>> fields, String window, Instant now) {
        // in one order, so that two windows that save at once wait for each other instead of locking each other out
        var rows = fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> DSL.row(
                        actor.partnership().value(),
                        actor.member(),
                        form,
                        field.getKey(),
                        field.getValue().toArray(String[]::new),
                        window,
                        now.atOffset(ZoneOffset.UTC)))
                .toList();
        db.insertInto(
                        DRAFT,
                        DRAFT.PARTNERSHIP_ID,
                        DRAFT.MEMBER_ID,
                        DRAFT.FORM,
                        DRAFT.FIELD,
                        DRAFT.TYPED,
                        DRAFT.BROWSER_WINDOW,
                        DRAFT.SAVED_AT)
                .valuesOfRows(rows)
                .onConflict(DRAFT.PARTNERSHIP_ID, DRAFT.MEMBER_ID, DRAFT.FORM, DRAFT.FIELD)
                .doUpdate()
                .set(DRAFT.TYPED, DSL.excluded(DRAFT.TYPED))
                .set(DRAFT.BROWSER_WINDOW, DSL.excluded(DRAFT.BROWSER_WINDOW))
                .set(DRAFT.SAVED_AT, DSL.excluded(DRAFT.SAVED_AT))
                .execute();
    }

    Map<String, List<String>> fields(Actor actor, String form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        db.select(DRAFT.FIELD, DRAFT.TYPED)
                .from(DRAFT)
                .where(own(actor, form))
                .orderBy(DRAFT.FIELD)
                .forEach(row -> fields.put(row.value1(), List.of(row.value2())));
        return fields;
    }

    int count(Actor actor, String form) {
        return db.fetchCount(DRAFT, own(actor, form));
    }

    Set<String> writtenElsewhere(Actor actor, String form, String window, Instant since) {
        return new TreeSet<>(db.select(DRAFT.FIELD)
                .from(DRAFT)
                .where(own(actor, form))
                .and(DRAFT.BROWSER_WINDOW.ne(window))
                .and(DRAFT.SAVED_AT.gt(since.atOffset(ZoneOffset.UTC)))
                .fetchSet(DRAFT.FIELD));
    }

    void discard(Actor actor, String form) {
        db.deleteFrom(DRAFT).where(own(actor, form)).execute();
    }

    /** Every draft of the partnership that nobody has touched since, the oldest first. */
    List<Drafts.Left> untouchedSince(PartnershipId partnership, Instant since) {
        Field<OffsetDateTime> touched = DSL.max(DRAFT.SAVED_AT);
        return db.select(DRAFT.MEMBER_ID, DRAFT.FORM, touched, DSL.max(DRAFT.WARNED_AT))
                .from(DRAFT)
                .where(DRAFT.PARTNERSHIP_ID.eq(partnership.value()))
                .groupBy(DRAFT.MEMBER_ID, DRAFT.FORM)
                .having(touched.le(since.atOffset(ZoneOffset.UTC)))
                .orderBy(touched)
                .fetch(row -> new Drafts.Left(
                        row.value1(),
                        row.value2(),
                        row.value3().toInstant(),
                        row.value4() == null ? null : row.value4().toInstant()));
    }

    void warned(PartnershipId partnership, Drafts.Left left, Instant now) {
        db.update(DRAFT)
                .set(DRAFT.WARNED_AT, now.atOffset(ZoneOffset.UTC))
                .where(of(partnership, left))
                .execute();
    }

    /** Whether it was still untouched and is gone now. */
    boolean throwAway(PartnershipId partnership, Drafts.Left left) {
        var touchedSince = DRAFT.as("touched_since");
        return db.deleteFrom(DRAFT)
                        .where(of(partnership, left))
                        .andNotExists(DSL.selectOne()
                                .from(touchedSince)
                                .where(
                                        touchedSince.PARTNERSHIP_ID.eq(partnership.value()),
                                        touchedSince.MEMBER_ID.eq(left.member()),
                                        touchedSince.FORM.eq(left.form()),
                                        touchedSince.SAVED_AT.gt(left.touched().atOffset(ZoneOffset.UTC))))
                        .execute()
                > 0;
    }

    private static Condition of(PartnershipId partnership, Drafts.Left left) {
        return DRAFT.PARTNERSHIP_ID
                .eq(partnership.value())
                .and(DRAFT.MEMBER_ID.eq(left.member()))
                .and(DRAFT.FORM.eq(left.form()));
    }

    private static Condition own(Actor actor, String form) {
        return DRAFT.PARTNERSHIP_ID
                .eq(actor.partnership().value())
                .and(DRAFT.MEMBER_ID.eq(actor.member()))
                .and(DRAFT.FORM.eq(form));
    }
}
