package org.holdfast.casework;

import static org.holdfast.casework.db.Tables.ATTACHMENT;
import static org.holdfast.casework.db.Tables.ATTACHMENT_CONTENT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.db.tables.records.AttachmentRecord;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The tables of attachments. */
@Component
class AttachmentStore {

    private final DSLContext db;

    AttachmentStore(DSLContext db) {
        this.db = db;
    }

    /** The attachments of a case, the newest first, those taken back among them. */
    List<Attachment> attachments(PartnershipId partnership, CaseId id) {
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.PARTNERSHIP_ID.eq(partnership.value()), ATTACHMENT.CASE_ID.eq(id.value()))
                .orderBy(ATTACHMENT.ADDED_AT.desc(), ATTACHMENT.ID.desc())
                .fetch(AttachmentStore::attachment);
    }

    Optional<Attachment> attachment(PartnershipId partnership, CaseId id, UUID attachment) {
        return db.selectFrom(ATTACHMENT)
                .where(
                        ATTACHMENT.PARTNERSHIP_ID.eq(partnership.value()),
                        ATTACHMENT.ID.eq(attachment),
                        ATTACHMENT.CASE_ID.eq(id.value()))
                .fetchOptional(AttachmentStore::attachment);
    }

    /** Whether the case already holds a file with the very same content that was not taken back. */
    boolean holds(PartnershipId partnership, CaseId id, byte[] sha256) {
        return db.fetchExists(
                ATTACHMENT,
                ATTACHMENT.PARTNERSHIP_ID.eq(partnership.value()),
                ATTACHMENT.CASE_ID.eq(id.value()),
                ATTACHMENT.SHA256.eq(sha256),
                ATTACHMENT.WITHDRAWN_AT.isNull());
    }

    void add(Actor by, CaseId id, Attachment attachment, byte[] sha256, byte[] content) {
        db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.PARTNERSHIP_ID, by.partnership().value())
                .set(ATTACHMENT.ID, attachment.id())
                .set(ATTACHMENT.CASE_ID, id.value())
                .set(ATTACHMENT.NAME, attachment.name())
                .set(ATTACHMENT.KIND, attachment.kind().name())
                .set(ATTACHMENT.BYTES, attachment.bytes())
                .set(ATTACHMENT.SHA256, sha256)
                .set(ATTACHMENT.ABOUT, attachment.about())
                .set(ATTACHMENT.HOLDS, attachment.holds().name())
                .set(ATTACHMENT.ADDED_AT, CaseStore.utc(attachment.addedAt()))
                .set(ATTACHMENT.ADDED_BY_NAME, attachment.addedBy())
                .set(ATTACHMENT.ADDED_BY_AGENCY, attachment.addedByAgency())
                .set(ATTACHMENT.ADDED_BY_AGENCY_ID, attachment.agencyId())
                .execute();
        db.insertInto(ATTACHMENT_CONTENT)
                .set(ATTACHMENT_CONTENT.PARTNERSHIP_ID, by.partnership().value())
                .set(ATTACHMENT_CONTENT.ATTACHMENT_ID, attachment.id())
                .set(ATTACHMENT_CONTENT.CONTENT, content)
                .execute();
    }

    byte[] content(PartnershipId partnership, UUID attachment) {
        return db.select(ATTACHMENT_CONTENT.CONTENT)
                .from(ATTACHMENT_CONTENT)
                .where(
                        ATTACHMENT_CONTENT.PARTNERSHIP_ID.eq(partnership.value()),
                        ATTACHMENT_CONTENT.ATTACHMENT_ID.eq(attachment))
                .fetchSingle(ATTACHMENT_CONTENT.CONTENT);
    }

    boolean withdraw(PartnershipId partnership, UUID attachment, Instant at, String because, int seen) {
        return db.update(ATTACHMENT)
                        .set(ATTACHMENT.WITHDRAWN_AT, CaseStore.utc(at))
                        .set(ATTACHMENT.WITHDRAWN_BECAUSE, because)
                        .set(ATTACHMENT.VERSION, ATTACHMENT.VERSION.plus(1))
                        .where(
                                ATTACHMENT.PARTNERSHIP_ID.eq(partnership.value()),
                                ATTACHMENT.ID.eq(attachment),
                                ATTACHMENT.VERSION.eq(seen),
                                ATTACHMENT.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    private static Attachment attachment(AttachmentRecord row) {
        return new Attachment(
                row.getId(),
                row.getName(),
                AttachmentKind.valueOf(row.getKind()),
                row.getBytes(),
                row.getAbout(),
                DataClass.valueOf(row.getHolds()),
                row.getAddedAt().toInstant(),
                row.getAddedByName(),
                row.getAddedByAgency(),
                row.getAddedByAgencyId(),
                row.getWithdrawnAt() == null ? null : row.getWithdrawnAt().toInstant(),
                row.getWithdrawnBecause(),
                row.getVersion());
    }
}
