package org.holdfast.voice;

import static org.holdfast.voice.db.Tables.ANSWER;
import static org.holdfast.voice.db.Tables.DOOR;
import static org.holdfast.voice.db.Tables.LINK;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.CaseId;
import org.holdfast.voice.db.tables.records.LinkRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of links and of what is written on them. */
@Component
class LinkStore {

    /** Where a token leads. */
    record Door(PartnershipId partnership, LinkId link) {}

    /** A link with what proves who may use it. */
    record Locked(ViewsLink link, @Nullable String wordHash, byte @Nullable [] passHash, int wrongWords) {}

    private final DSLContext db;

    LinkStore(DSLContext db) {
        this.db = db;
    }

    void give(PartnershipId partnership, ViewsLink link, byte[] tokenHash, @Nullable String wordHash) {
        db.insertInto(LINK)
                .set(LINK.PARTNERSHIP_ID, partnership.value())
                .set(LINK.ID, link.id().value())
                .set(LINK.CASE_ID, link.caseId().value())
                .set(LINK.TONGUE, link.tongue().tag())
                .set(LINK.STATE, link.state().name())
                .set(LINK.ABOUT, link.about())
                .set(LINK.WORD_HASH, wordHash)
                .set(LINK.EXPIRES_AT, utc(link.expiresAt()))
                .set(LINK.GIVEN_AT, utc(link.givenAt()))
                .set(LINK.GIVEN_BY, link.givenBy())
                .set(LINK.GIVEN_BY_NAME, link.givenByName())
                .execute();
        db.insertInto(DOOR)
                .set(DOOR.TOKEN_HASH, tokenHash)
                .set(DOOR.PARTNERSHIP_ID, partnership.value())
                .set(DOOR.LINK_ID, link.id().value())
                .execute();
    }

    Optional<Door> door(byte[] tokenHash) {
        return db.selectFrom(DOOR)
                .where(DOOR.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(row -> new Door(new PartnershipId(row.getPartnershipId()), new LinkId(row.getLinkId())));
    }

    Optional<Locked> lock(PartnershipId partnership, LinkId id) {
        return db.selectFrom(LINK)
                .where(own(partnership, id))
                .forUpdate()
                .fetchOptional(row -> new Locked(link(row), row.getWordHash(), row.getPassHash(), row.getWrongWords()));
    }

    Optional<ViewsLink> find(PartnershipId partnership, LinkId id) {
        return db.selectFrom(LINK).where(own(partnership, id)).fetchOptional(LinkStore::link);
    }

    /** The links of a case, the newest first. */
    List<ViewsLink> ofCase(PartnershipId partnership, CaseId caseId) {
        return db.selectFrom(LINK)
                .where(LINK.PARTNERSHIP_ID.eq(partnership.value()), LINK.CASE_ID.eq(caseId.value()))
                .orderBy(LINK.GIVEN_AT.desc())
                .fetch(LinkStore::link);
    }

    /** Links that were handed in and not read yet, the oldest first. */
    List<ViewsLink> waiting(PartnershipId partnership) {
        return db.selectFrom(LINK)
                .where(LINK.PARTNERSHIP_ID.eq(partnership.value()), LINK.STATE.eq(LinkState.HANDED_IN.name()))
                .orderBy(LINK.HANDED_IN_AT)
                .fetch(LinkStore::link);
    }

    void refused(PartnershipId partnership, LinkId id) {
        db.update(LINK)
                .set(LINK.REFUSALS, LINK.REFUSALS.plus(1))
                .where(own(partnership, id))
                .execute();
    }

    void wrongWord(PartnershipId partnership, LinkId id, int wrong) {
        db.update(LINK)
                .set(LINK.WRONG_WORDS, wrong)
                .set(LINK.REFUSALS, LINK.REFUSALS.plus(1))
                .where(own(partnership, id))
                .execute();
    }

    void start(PartnershipId partnership, LinkId id, byte[] passHash, Instant now) {
        db.update(LINK)
                .set(LINK.STATE, LinkState.STARTED.name())
                .set(LINK.PASS_HASH, passHash)
                .set(LINK.WRONG_WORDS, 0)
                .set(LINK.STARTED_AT, DSL.coalesce(LINK.STARTED_AT, utc(now)))
                .where(own(partnership, id))
                .execute();
    }

    void tongue(PartnershipId partnership, LinkId id, Tongue tongue) {
        db.update(LINK)
                .set(LINK.TONGUE, tongue.tag())
                .where(own(partnership, id))
                .execute();
    }

    void withdraw(PartnershipId partnership, LinkId id) {
        db.update(LINK)
                .set(LINK.STATE, LinkState.WITHDRAWN.name())
                .where(own(partnership, id))
                .execute();
    }

    void handIn(PartnershipId partnership, LinkId id, UUID wishes, Instant now) {
        db.update(LINK)
                .set(LINK.STATE, LinkState.HANDED_IN.name())
                .set(LINK.HANDED_IN_AT, utc(now))
                .set(LINK.WISHES_ID, wishes)
                .where(own(partnership, id))
                .execute();
    }

    void receive(Actor by, LinkId id, Instant now) {
        db.update(LINK)
                .set(LINK.STATE, LinkState.RECEIVED.name())
                .set(LINK.RECEIVED_AT, utc(now))
                .set(LINK.RECEIVED_BY_NAME, by.name())
                .where(own(by.partnership(), id))
                .execute();
    }

    void answer(PartnershipId partnership, LinkId id, Question question, String words, Instant now) {
        db.insertInto(ANSWER)
                .set(ANSWER.PARTNERSHIP_ID, partnership.value())
                .set(ANSWER.LINK_ID, id.value())
                .set(ANSWER.QUESTION, question.name())
                .set(ANSWER.WORDS, words)
                .set(ANSWER.SAVED_AT, utc(now))
                .onConflict(ANSWER.PARTNERSHIP_ID, ANSWER.LINK_ID, ANSWER.QUESTION)
                .doUpdate()
                .set(ANSWER.WORDS, words)
                .set(ANSWER.SAVED_AT, utc(now))
                .execute();
    }

    Map<Question, String> answers(PartnershipId partnership, LinkId id) {
        Map<Question, String> answers = new EnumMap<>(Question.class);
        db.select(ANSWER.QUESTION, ANSWER.WORDS)
                .from(ANSWER)
                .where(ANSWER.PARTNERSHIP_ID.eq(partnership.value()), ANSWER.LINK_ID.eq(id.value()))
                .forEach(row -> answers.put(Question.valueOf(row.value1()), row.value2()));
        return answers;
    }

    private static ViewsLink link(LinkRecord row) {
        return new ViewsLink(
                new LinkId(row.getId()),
                new CaseId(row.getCaseId()),
                Tongue.ofTag(row.getTongue()).orElseThrow(),
                LinkState.valueOf(row.getState()),
                row.getAbout(),
                row.getWordHash() != null,
                row.getRefusals(),
                row.getExpiresAt().toInstant(),
                row.getGivenAt().toInstant(),
                row.getGivenBy(),
                row.getGivenByName(),
                instant(row.getStartedAt()),
                instant(row.getHandedInAt()),
                row.getWishesId(),
                instant(row.getReceivedAt()),
                row.getReceivedByName());
    }

    private static Condition own(PartnershipId partnership, LinkId id) {
        return LINK.PARTNERSHIP_ID.eq(partnership.value()).and(LINK.ID.eq(id.value()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
