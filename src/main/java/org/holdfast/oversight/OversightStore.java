package org.holdfast.oversight;

import static org.holdfast.oversight.db.Tables.NOTE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of notes. */
@Component
class OversightStore {

    private final DSLContext db;

    OversightStore(DSLContext db) {
        this.db = db;
    }

    void add(Actor by, UUID id, Note note) {
        db.insertInto(NOTE)
                .set(NOTE.PARTNERSHIP_ID, by.partnership().value())
                .set(NOTE.ID, id)
                .set(NOTE.MEMBER_ID, note.member())
                .set(NOTE.DAY, note.day())
                .set(NOTE.KIND, note.kind().name())
                .set(NOTE.CASE_ID, note.caseId())
                .set(NOTE.OUTCOME, note.outcome().name())
                .set(NOTE.TEXT, note.text())
                .set(NOTE.WRITTEN_BY, by.member())
                .set(NOTE.WRITTEN_BY_NAME, note.by())
                .set(NOTE.WRITTEN_AT, note.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The notes about days from one to another, the oldest first. */
    List<Note> notes(PartnershipId partnership, LocalDate from, LocalDate to) {
        return db.selectFrom(NOTE)
                .where(NOTE.PARTNERSHIP_ID.eq(partnership.value()), NOTE.DAY.between(from, to))
                .orderBy(NOTE.WRITTEN_AT)
                .fetch(row -> new Note(
                        row.getMemberId(),
                        row.getDay(),
                        UnusualKind.valueOf(row.getKind()),
                        row.getCaseId(),
                        NoteOutcome.valueOf(row.getOutcome()),
                        row.getText(),
                        row.getWrittenByName(),
                        row.getWrittenAt().toInstant()));
    }
}
