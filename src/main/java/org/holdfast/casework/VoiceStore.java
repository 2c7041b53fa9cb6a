package org.holdfast.casework;

import static java.util.Objects.requireNonNull;
import static org.holdfast.casework.db.Tables.WISHES;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.sharing.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of the child's wishes and feelings. */
@Component
class VoiceStore {

    private final DSLContext db;

    VoiceStore(DSLContext db) {
        this.db = db;
    }

    List<Wishes> wishes(PartnershipId partnership, CaseId id) {
        return db.selectFrom(WISHES)
                .where(WISHES.PARTNERSHIP_ID.eq(partnership.value()), WISHES.CASE_ID.eq(id.value()))
                .orderBy(WISHES.ON_DAY.desc(), WISHES.ID.desc())
                .fetch(row -> new Wishes(
                        row.getId(),
                        row.getOnDay(),
                        Wishes.Means.valueOf(row.getMeans()),
                        row.getWords(),
                        row.getLanguage(),
                        row.getInterpreter(),
                        row.getHeardBy(),
                        row.getRepresentative(),
                        Wishes.Chosen.valueOf(row.getChosen()),
                        row.getAbout(),
                        row.getRecordedAt().toInstant(),
                        row.getRecordedByName()));
    }

    void add(Actor by, CaseId id, UUID wishes, WishesDraft draft, Instant now) {
        db.insertInto(WISHES)
                .set(WISHES.PARTNERSHIP_ID, by.partnership().value())
                .set(WISHES.ID, wishes)
                .set(WISHES.CASE_ID, id.value())
                .set(WISHES.ON_DAY, requireNonNull(draft.on()))
                .set(WISHES.MEANS, requireNonNull(draft.means()).name())
                .set(WISHES.WORDS, draft.words())
                .set(WISHES.LANGUAGE, draft.language())
                .set(WISHES.INTERPRETER, draft.interpreter())
                .set(WISHES.HEARD_BY, draft.heardBy())
                .set(WISHES.REPRESENTATIVE, draft.representative())
                .set(WISHES.CHOSEN, requireNonNull(draft.chosen()).name())
                .set(WISHES.ABOUT, draft.about())
                .set(WISHES.RECORDED_AT, CaseStore.utc(now))
                .set(WISHES.RECORDED_BY_NAME, by.name())
                .execute();
    }
}
