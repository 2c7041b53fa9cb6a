package org.holdfast.sharing;

import static org.holdfast.sharing.db.Tables.AGREEMENT;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.db.tables.records.AgreementRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of agreements: every version, none changed. */
@Component
class AgreementStore {

    private final DSLContext db;

    AgreementStore(DSLContext db) {
        this.db = db;
    }

    /** Each agreement in its latest version. */
    List<Agreement> latest(PartnershipId partnership) {
        return Readings.once(
                "sharing.agreements",
                partnership,
                () -> db.selectDistinct(AGREEMENT.fields())
                        .on(AGREEMENT.ID)
                        .from(AGREEMENT)
                        .where(AGREEMENT.PARTNERSHIP_ID.eq(partnership.value()))
                        .orderBy(AGREEMENT.ID, AGREEMENT.VERSION.desc())
                        .fetchInto(AGREEMENT)
                        .map(AgreementStore::agreement));
    }

    /** Every version of one agreement, the newest first. */
    List<Agreement> versions(PartnershipId partnership, AgreementId id) {
        return db.selectFrom(AGREEMENT)
                .where(AGREEMENT.PARTNERSHIP_ID.eq(partnership.value()), AGREEMENT.ID.eq(id.value()))
                .orderBy(AGREEMENT.VERSION.desc())
                .fetch(AgreementStore::agreement);
    }

    /** Whether the version was added: not where somebody else added one of the same number. */
    boolean add(Actor by, Agreement agreement) {
        return db.insertInto(AGREEMENT)
                        .set(AGREEMENT.PARTNERSHIP_ID, by.partnership().value())
                        .set(AGREEMENT.ID, agreement.id().value())
                        .set(AGREEMENT.VERSION, agreement.version())
                        .set(AGREEMENT.TITLE, agreement.title())
                        .set(
                                AGREEMENT.PARTIES,
                                agreement.parties().stream()
                                        .map(AgencyId::value)
                                        .toArray(UUID[]::new))
                        .set(AGREEMENT.PURPOSES, names(agreement.purposes()))
                        .set(AGREEMENT.DATA_CLASSES, names(agreement.dataClasses()))
                        .set(AGREEMENT.WORDING, DataClass.WORDING)
                        .set(AGREEMENT.LAWFUL_BASIS, agreement.lawfulBasis().name())
                        .set(AGREEMENT.STARTS_ON, agreement.startsOn())
                        .set(AGREEMENT.ENDS_ON, agreement.endsOn())
                        .set(AGREEMENT.REVIEW_ON, agreement.reviewOn())
                        .set(AGREEMENT.DOCUMENT, agreement.document())
                        .set(AGREEMENT.BECAUSE, agreement.because())
                        .set(AGREEMENT.RECORDED_BY, by.member())
                        .set(AGREEMENT.RECORDER_NAME, agreement.recordedBy())
                        .set(AGREEMENT.RECORDED_AT, agreement.recordedAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Agreement agreement(AgreementRecord row) {
        return new Agreement(
                new AgreementId(row.getId()),
                row.getVersion(),
                row.getTitle(),
                Arrays.stream(row.getParties()).map(AgencyId::new).collect(Collectors.toSet()),
                constants(row.getPurposes(), Purpose.class),
                DataClass.signedFor(constants(row.getDataClasses(), DataClass.class), row.getWording()),
                LawfulBasis.valueOf(row.getLawfulBasis()),
                row.getStartsOn(),
                row.getEndsOn(),
                row.getReviewOn(),
                row.getDocument(),
                row.getBecause(),
                row.getRecorderName(),
                row.getRecordedAt().toInstant());
    }

    private static <E extends Enum<E>> Set<E> constants(String[] names, Class<E> type) {
        return Arrays.stream(names).map(name -> Enum.valueOf(type, name)).collect(Collectors.toSet());
    }
}
