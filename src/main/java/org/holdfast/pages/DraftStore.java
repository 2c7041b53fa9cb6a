package org.holdfast.pages;

import static org.holdfast.pages.db.Tables.DRAFT;
import static org.holdfast.pages.db.Tables.DRAFT_FILE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    /** The same of several forms, by form; one of which nothing was kept is not in it. */
    Map<String, Map<String, List<String>>> fields(Actor actor, Collection<String> forms) {
        Map<String, Map<String, List<String>>> fields = new HashMap<>();
        db.select(DRAFT.FORM, DRAFT.FIELD, DRAFT.TYPED)
                .from(DRAFT)
                .where(
                        DRAFT.PARTNERSHIP_ID.eq(actor.partnership().value()),
                        DRAFT.MEMBER_ID.eq(actor.member()),
                        DRAFT.FORM.in(forms))
                .orderBy(DRAFT.FORM, DRAFT.FIELD)
                .forEach(row -> fields.computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                        .put(row.value2(), List.of(row.value3())));
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
        db.deleteFrom(DRAFT_FILE).where(ownFiles(actor, form)).execute();
    }

    void keep(Actor actor, String form, DraftFile file, byte[] content) {
        db.insertInto(DRAFT_FILE)
                .set(DRAFT_FILE.PARTNERSHIP_ID, actor.partnership().value())
                .set(DRAFT_FILE.MEMBER_ID, actor.member())
                .set(DRAFT_FILE.FORM, form)
                .set(DRAFT_FILE.ID, file.id())
                .set(DRAFT_FILE.NAME, file.name())
                .set(DRAFT_FILE.MEDIA_TYPE, file.mediaType())
                .set(DRAFT_FILE.BYTES, file.bytes())
                .set(DRAFT_FILE.SHA256, HexFormat.of().parseHex(file.sha256()))
                .set(DRAFT_FILE.KEPT_AT, file.keptAt().atOffset(ZoneOffset.UTC))
                .set(DRAFT_FILE.CONTENT, content)
                .execute();
    }

    /** Whether there was such a file. */
    boolean remove(Actor actor, String form, UUID file) {
        return db.deleteFrom(DRAFT_FILE)
                        .where(ownFiles(actor, form))
                        .and(DRAFT_FILE.ID.eq(file))
                        .execute()
                == 1;
    }

    List<DraftFile> files(Actor actor, String form) {
        return db.select(
                        DRAFT_FILE.ID,
                        DRAFT_FILE.NAME,
                        DRAFT_FILE.MEDIA_TYPE,
                        DRAFT_FILE.BYTES,
                        DRAFT_FILE.SHA256,
                        DRAFT_FILE.KEPT_AT)
                .from(DRAFT_FILE)
                .where(ownFiles(actor, form))
                .orderBy(DRAFT_FILE.ID)
                .fetch(row -> new DraftFile(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        HexFormat.of().formatHex(row.value5()),
                        row.value6().toInstant()));
    }

    byte[] content(Actor actor, String form, UUID file) {
        return db.select(DRAFT_FILE.CONTENT)
                .from(DRAFT_FILE)
                .where(ownFiles(actor, form))
                .and(DRAFT_FILE.ID.eq(file))
                .fetchSingle(DRAFT_FILE.CONTENT);
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

    /** Whether it was still untouched and is gone now, with its files. */
    boolean throwAway(PartnershipId partnership, Drafts.Left left) {
        var touchedSince = DRAFT.as("touched_since");
        boolean gone = db.deleteFrom(DRAFT)
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
        if (gone) {
            db.deleteFrom(DRAFT_FILE)
                    .where(
                            DRAFT_FILE.PARTNERSHIP_ID.eq(partnership.value()),
                            DRAFT_FILE.MEMBER_ID.eq(left.member()),
                            DRAFT_FILE.FORM.eq(left.form()))
                    .execute();
        }
        return gone;
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

    private static Condition ownFiles(Actor actor, String form) {
        return DRAFT_FILE
                .PARTNERSHIP_ID
                .eq(actor.partnership().value())
                .and(DRAFT_FILE.MEMBER_ID.eq(actor.member()))
                .and(DRAFT_FILE.FORM.eq(form));
    }
}
