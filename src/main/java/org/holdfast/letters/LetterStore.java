package org.holdfast.letters;

import static org.holdfast.letters.db.Tables.DISCLOSURE;
import static org.holdfast.letters.db.Tables.EXPLANATION;
import static org.holdfast.letters.db.Tables.LETTER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.decisions.DecisionId;
import org.holdfast.letters.db.tables.records.LetterRecord;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of letters. */
@Component
class LetterStore {

    /** The kinds that are explained until they are understood. */
    private static final List<String> EXPLAINED = Arrays.stream(LetterKind.values())
            .filter(LetterKind::explained)
            .map(LetterKind::name)
            .toList();

    /**
     * A letter in a list: what My work needs of it.
     *
     * @param explainOn when it is to be explained; null for none, or before it is released
     */
    record Brief(
            LetterId id,
            CaseId caseId,
            @Nullable DecisionId decision,
            LetterKind kind,
            LetterState state,
            @Nullable LocalDate explainOn) {

        static Brief of(Letter letter) {
            Letter.Released released = letter.released();
            return new Brief(
                    letter.id(),
                    letter.caseId(),
                    letter.decision(),
                    letter.kind(),
                    letter.state(),
                    released == null ? null : released.explainOn());
        }
    }

    private final DSLContext db;

    LetterStore(DSLContext db) {
        this.db = db;
    }

    void add(PartnershipId partnership, Letter letter) {
        LetterDraft draft = letter.draft();
        db.insertInto(LETTER)
                .set(LETTER.PARTNERSHIP_ID, partnership.value())
                .set(LETTER.ID, letter.id().value())
                .set(LETTER.CASE_ID, letter.caseId().value())
                .set(
                        LETTER.DECISION_ID,
                        letter.decision() == null ? null : letter.decision().value())
                .set(LETTER.DECIDED_ON, letter.decidedOn())
                .set(LETTER.KIND, letter.kind().name())
                .set(LETTER.FRAME, letter.frame().name())
                .set(LETTER.TONGUE, letter.tongue().tag())
                .set(LETTER.STATE, letter.state().name())
                .set(LETTER.RECIPIENT, draft.recipient())
                .set(LETTER.HELPER, draft.helper())
                .set(LETTER.CONTACT, draft.contact())
                .set(LETTER.ABOUT, draft.about())
                .set(LETTER.ABOUT_TRANSLATED, draft.aboutTranslated())
                .set(LETTER.ABOUT_STATUS, draft.aboutBy().status().name())
                .set(LETTER.ABOUT_BY, draft.aboutBy().by())
                .set(LETTER.ABOUT_ON, draft.aboutBy().on())
                .set(LETTER.WORDING_STATUS, draft.wordingBy().status().name())
                .set(LETTER.WORDING_BY, draft.wordingBy().by())
                .set(LETTER.WORDING_ON, draft.wordingBy().on())
                .set(LETTER.WAY, draft.way() == null ? null : draft.way().name())
                .set(LETTER.STARTED_AT, utc(letter.startedAt()))
                .set(LETTER.STARTED_BY, letter.startedBy())
                .set(LETTER.STARTED_BY_NAME, letter.startedByName())
                .execute();
    }

    /** Keeps what was written; false where somebody else did meanwhile. */
    boolean write(PartnershipId partnership, LetterId id, LetterDraft draft, int seen) {
        return db.update(LETTER)
                        .set(LETTER.STATE, LetterState.DRAFTED.name())
                        .set(LETTER.RECIPIENT, draft.recipient())
                        .set(LETTER.HELPER, draft.helper())
                        .set(LETTER.CONTACT, draft.contact())
                        .set(LETTER.ABOUT, draft.about())
                        .set(LETTER.ABOUT_TRANSLATED, draft.aboutTranslated())
                        .set(LETTER.ABOUT_STATUS, draft.aboutBy().status().name())
                        .set(LETTER.ABOUT_BY, draft.aboutBy().by())
                        .set(LETTER.ABOUT_ON, draft.aboutBy().on())
                        .set(LETTER.WORDING_STATUS, draft.wordingBy().status().name())
                        .set(LETTER.WORDING_BY, draft.wordingBy().by())
                        .set(LETTER.WORDING_ON, draft.wordingBy().on())
                        .set(
                                LETTER.WAY,
                                draft.way() == null ? null : draft.way().name())
                        .setNull(LETTER.CHECKED_AT)
                        .setNull(LETTER.CHECKED_BY_NAME)
                        .setNull(LETTER.NAMES_MEANT)
                        .setNull(LETTER.CARER_SUSPECTED)
                        .setNull(LETTER.CARER_WISH)
                        .set(LETTER.CARER_SAID_BY, "")
                        .set(LETTER.VERSION, LETTER.VERSION.plus(1))
                        .where(own(partnership, id), LETTER.VERSION.eq(seen), LETTER.SEAL.isNull())
                        .execute()
                == 1;
    }

    void check(PartnershipId partnership, LetterId id, Letter.Checked checked) {
        db.update(LETTER)
                .set(LETTER.STATE, LetterState.CHECKED.name())
                .set(LETTER.CHECKED_AT, utc(checked.at()))
                .set(LETTER.CHECKED_BY_NAME, checked.by())
                .set(LETTER.NAMES_MEANT, checked.names().toArray(String[]::new))
                .set(LETTER.READING_AGE, checked.readingAge())
                .set(LETTER.CARER_SUSPECTED, code(checked.carer().suspected()))
                .set(LETTER.CARER_WISH, code(checked.carer().wish()))
                .set(LETTER.CARER_SAID_BY, checked.carer().saidBy())
                .set(LETTER.VERSION, LETTER.VERSION.plus(1))
                .where(own(partnership, id))
                .execute();
    }

    void release(PartnershipId partnership, LetterId id, Letter.Released released) {
        db.update(LETTER)
                .set(LETTER.STATE, LetterState.RELEASED.name())
                .set(LETTER.RELEASED_AT, utc(released.at()))
                .set(LETTER.RELEASED_BY_NAME, released.by())
                .set(LETTER.WRITTEN, released.written())
                .set(LETTER.SEAL, released.seal())
                .set(LETTER.EXPLAINER, released.explainer())
                .set(LETTER.EXPLAIN_ON, released.explainOn())
                .set(LETTER.INTERPRETER, released.interpreter())
                .set(LETTER.VERSION, LETTER.VERSION.plus(1))
                .where(own(partnership, id))
                .execute();
    }

    void state(PartnershipId partnership, LetterId id, LetterState state) {
        db.update(LETTER)
                .set(LETTER.STATE, state.name())
                .set(LETTER.VERSION, LETTER.VERSION.plus(1))
                .where(own(partnership, id))
                .execute();
    }

    void add(PartnershipId partnership, LetterId id, Explanation explanation) {
        db.insertInto(EXPLANATION)
                .set(EXPLANATION.PARTNERSHIP_ID, partnership.value())
                .set(EXPLANATION.ID, explanation.id())
                .set(EXPLANATION.LETTER_ID, id.value())
                .set(EXPLANATION.ON_DAY, explanation.on())
                .set(EXPLANATION.EXPLAINED_BY, explanation.by())
                .set(EXPLANATION.TONGUE, explanation.tongue().tag())
                .set(EXPLANATION.INTERPRETER, explanation.interpreter())
                .set(EXPLANATION.UNDERSTOOD, explanation.understood().name())
                .set(EXPLANATION.WORDS, explanation.words())
                .set(EXPLANATION.RECORDED_AT, utc(explanation.recordedAt()))
                .set(EXPLANATION.RECORDED_BY_NAME, explanation.recordedBy())
                .execute();
    }

    void disclose(
            Actor by, UUID disclosure, Letter letter, String purpose, String basis, Way way, String seal, Instant now) {
        db.insertInto(DISCLOSURE)
                .set(DISCLOSURE.PARTNERSHIP_ID, by.partnership().value())
                .set(DISCLOSURE.ID, disclosure)
                .set(DISCLOSURE.CASE_ID, letter.caseId().value())
                .set(DISCLOSURE.LETTER_ID, letter.id().value())
                .set(DISCLOSURE.RECIPIENT, letter.draft().recipient())
                .set(DISCLOSURE.PURPOSE, purpose)
                .set(DISCLOSURE.BASIS, basis)
                .set(DISCLOSURE.WAY, way.name())
                .set(DISCLOSURE.SEAL, seal)
                .set(DISCLOSURE.DISCLOSED_AT, utc(now))
                .set(DISCLOSURE.DISCLOSED_BY, by.member())
                .set(DISCLOSURE.DISCLOSED_BY_NAME, by.name())
                .execute();
    }

    /** A letter, and nobody else changes it until this transaction ends. */
    Optional<Letter> lock(PartnershipId partnership, LetterId id) {
        return db.selectFrom(LETTER)
                .where(own(partnership, id))
                .forUpdate()
                .fetchOptional()
                .map(this::letter);
    }

    Optional<Letter> find(PartnershipId partnership, LetterId id) {
        return db.selectFrom(LETTER).where(own(partnership, id)).fetchOptional().map(this::letter);
    }

    /** The letters of a case, the newest first, without their explanations. */
    List<Letter> ofCase(PartnershipId partnership, CaseId caseId) {
        return Readings.once(
                "letters.of-case",
                caseId,
                () -> db.selectFrom(LETTER)
                        .where(
                                LETTER.PARTNERSHIP_ID.eq(partnership.value()),
                                LETTER.CASE_ID.eq(caseId.value()),
                                LETTER.STATE.ne(LetterState.DISCARDED.name()))
                        .orderBy(LETTER.STARTED_AT.desc(), LETTER.ID.desc())
                        .fetch(row -> letter(row, List.of())));
    }

    /** Letters with which something is still to be done, and all that children were or are being written, the oldest first. */
    List<Brief> standing(PartnershipId partnership) {
        return db.select(LETTER.ID, LETTER.CASE_ID, LETTER.DECISION_ID, LETTER.KIND, LETTER.STATE, LETTER.EXPLAIN_ON)
                .from(LETTER)
                .where(
                        LETTER.PARTNERSHIP_ID.eq(partnership.value()),
                        LETTER.STATE.ne(LetterState.DISCARDED.name()),
                        LETTER.KIND
                                .eq(LetterKind.TO_CHILD.name())
                                .or(LETTER.STATE.in(LetterState.DRAFTED.name(), LetterState.CHECKED.name()))
                                .or(LETTER.STATE.eq(LetterState.RELEASED.name()).and(LETTER.KIND.in(EXPLAINED))))
                .orderBy(LETTER.STARTED_AT)
                .fetch(row -> new Brief(
                        new LetterId(row.value1()),
                        new CaseId(row.value2()),
                        row.value3() == null ? null : new DecisionId(row.value3()),
                        LetterKind.valueOf(row.value4()),
                        LetterState.valueOf(row.value5()),
                        row.value6()));
    }

    private Letter letter(LetterRecord row) {
        List<Explanation> explanations = db.selectFrom(EXPLANATION)
                .where(EXPLANATION.PARTNERSHIP_ID.eq(row.getPartnershipId()), EXPLANATION.LETTER_ID.eq(row.getId()))
                .orderBy(EXPLANATION.RECORDED_AT)
                .fetch(one -> new Explanation(
                        one.getId(),
                        one.getOnDay(),
                        one.getExplainedBy(),
                        tongue(one.getTongue()),
                        one.getInterpreter(),
                        Explanation.Understood.valueOf(one.getUnderstood()),
                        one.getWords(),
                        one.getRecordedAt().toInstant(),
                        one.getRecordedByName()));
        return letter(row, explanations);
    }

    private static Letter letter(LetterRecord row, List<Explanation> explanations) {
        return new Letter(
                new LetterId(row.getId()),
                new CaseId(row.getCaseId()),
                row.getDecisionId() == null ? null : new DecisionId(row.getDecisionId()),
                row.getDecidedOn(),
                LetterKind.valueOf(row.getKind()),
                Frame.valueOf(row.getFrame()),
                tongue(row.getTongue()),
                LetterState.valueOf(row.getState()),
                new LetterDraft(
                        row.getRecipient(),
                        row.getHelper(),
                        row.getContact(),
                        row.getAbout(),
                        row.getAboutTranslated(),
                        new Translation(
                                Translation.Status.valueOf(row.getAboutStatus()), row.getAboutBy(), row.getAboutOn()),
                        new Translation(
                                Translation.Status.valueOf(row.getWordingStatus()),
                                row.getWordingBy(),
                                row.getWordingOn()),
                        row.getWay() == null ? null : Way.valueOf(row.getWay())),
                checked(row),
                released(row),
                explanations,
                row.getStartedAt().toInstant(),
                row.getStartedBy(),
                row.getStartedByName(),
                row.getVersion());
    }

    private static Letter.@Nullable Checked checked(LetterRecord row) {
        OffsetDateTime at = row.getCheckedAt();
        return at == null
                ? null
                : new Letter.Checked(
                        at.toInstant(),
                        row.getCheckedByName(),
                        List.of(row.getNamesMeant()),
                        row.getReadingAge(),
                        new CarerAnswers(
                                row.getCarerSuspected() == null
                                        ? null
                                        : CarerAnswers.Suspected.valueOf(row.getCarerSuspected()),
                                row.getCarerWish() == null ? null : CarerAnswers.Wish.valueOf(row.getCarerWish()),
                                row.getCarerSaidBy()));
    }

    private static Letter.@Nullable Released released(LetterRecord row) {
        OffsetDateTime at = row.getReleasedAt();
        return at == null
                ? null
                : new Letter.Released(
                        at.toInstant(),
                        row.getReleasedByName(),
                        row.getWritten(),
                        row.getSeal(),
                        row.getExplainer(),
                        row.getExplainOn(),
                        row.getInterpreter());
    }

    private static Condition own(PartnershipId partnership, LetterId id) {
        return LETTER.PARTNERSHIP_ID.eq(partnership.value()).and(LETTER.ID.eq(id.value()));
    }

    private static @Nullable String code(@Nullable Enum<?> answer) {
        return answer == null ? null : answer.name();
    }

    private static Tongue tongue(String tag) {
        return Tongue.ofTag(tag).orElseThrow();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
