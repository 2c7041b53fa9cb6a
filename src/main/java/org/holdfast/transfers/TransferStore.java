package org.holdfast.transfers;

import static org.holdfast.transfers.db.Tables.OWNERS_WORD;
import static org.holdfast.transfers.db.Tables.PAPER;
import static org.holdfast.transfers.db.Tables.TRANSFER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.partnership.AgencyId;
import org.holdfast.people.ChildId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.transfers.db.tables.records.PaperRecord;
import org.holdfast.transfers.db.tables.records.TransferRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of transfers, of which whoever sends and whoever receives each see their own. */
@Component
class TransferStore {

    private final DSLContext db;
    private final JsonMapper json;

    TransferStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The names of the other partnerships, in order. */
    Map<UUID, String> others() {
        Map<UUID, String> others = new LinkedHashMap<>();
        db.fetch("select id, name from transfers.others() order by name, id")
                .forEach(row -> others.put(row.get(0, UUID.class), row.get(1, String.class)));
        return others;
    }

    /** How much would go, by part. */
    Map<Goes, Integer> preview(CaseId caseId, ChildId child) {
        Map<Goes, Integer> rows = new EnumMap<>(Goes.class);
        db.fetch(
                        "select travels, sum(rows)::int from transfers.preview({0}, {1}) group by travels",
                        DSL.val(caseId.value()), DSL.val(child.value()))
                .forEach(row -> rows.put(Goes.valueOf(row.get(0, String.class)), row.get(1, Integer.class)));
        return rows;
    }

    void offer(Actor by, Transfer transfer) {
        db.insertInto(TRANSFER)
                .set(TRANSFER.PARTNERSHIP_ID, by.partnership().value())
                .set(TRANSFER.ID, transfer.id())
                .set(TRANSFER.FROM_NAME, transfer.fromName())
                .set(TRANSFER.TO_PARTNERSHIP, transfer.to().value())
                .set(TRANSFER.TO_NAME, transfer.toName())
                .set(TRANSFER.CASE_ID, transfer.caseId().value())
                .set(
                        TRANSFER.GOES,
                        transfer.goes().stream().map(Goes::name).sorted().toArray(String[]::new))
                .set(TRANSFER.PAPERS, transfer.papers().stream().sorted().toArray(String[]::new))
                .set(TRANSFER.BECAUSE, transfer.because())
                .set(TRANSFER.LAWFUL_BASIS, transfer.lawfulBasis().name())
                .set(TRANSFER.NOTICE, json.writeValueAsString(transfer.notice()))
                .set(TRANSFER.STATE, transfer.state().name())
                .set(TRANSFER.OFFERED_AT, utc(transfer.offeredAt()))
                .set(TRANSFER.OFFERED_BY_NAME, transfer.offeredBy())
                .execute();
    }

    /** Answers an offer that is as it was seen; whether it did. */
    boolean answer(Actor by, UUID transfer, TransferState to, String answer, int seen, Instant now) {
        return db.update(TRANSFER)
                        .set(TRANSFER.STATE, to.name())
                        .set(TRANSFER.ANSWERED_AT, utc(now))
                        .set(TRANSFER.ANSWERED_BY_NAME, by.name())
                        .set(TRANSFER.ANSWER, answer)
                        .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
                        .where(
                                TRANSFER.ID.eq(transfer),
                                TRANSFER.STATE.eq(TransferState.OFFERED.name()),
                                TRANSFER.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** Whether something at the sender's has to end before it can go. */
    boolean inHand(UUID transfer) {
        return Boolean.TRUE.equals(db.select(DSL.field("transfers.in_hand({0})", Boolean.class, DSL.val(transfer)))
                .fetchSingle()
                .value1());
    }

    /** Copies what goes along behind the receiver's wall; how many rows. */
    int handOver(UUID transfer) {
        return db.select(DSL.field("transfers.hand_over({0})", Integer.class, DSL.val(transfer)))
                .fetchSingle()
                .value1();
    }

    /** The sender took the receipt; what the receiver was told before it answered is no longer needed. Whether it was still to be taken. */
    boolean settle(UUID transfer, Instant now) {
        return db.update(TRANSFER)
                        .set(TRANSFER.SETTLED_AT, utc(now))
                        .setNull(TRANSFER.NOTICE)
                        .where(TRANSFER.ID.eq(transfer), TRANSFER.SETTLED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Writes out what goes, and nothing that was written out before and does not go now. */
    void write(PartnershipId sender, UUID transfer, List<Paper> papers) {
        empty(sender, transfer);
        for (Paper paper : papers) {
            PaperRecord row = db.newRecord(PAPER);
            row.setPartnershipId(sender.value());
            row.setId(paper.id());
            row.setTransferId(transfer);
            row.setCaseId(paper.caseId().value());
            row.setKind(paper.kind().name());
            row.setSource(paper.source());
            row.setTitle(paper.title());
            row.setOwner(paper.owner());
            row.setOnDay(paper.on());
            row.setFromName(paper.from());
            row.setHolds(paper.holds().stream().map(DataClass::name).sorted().toArray(String[]::new));
            row.setRestricted(paper.restricted());
            row.setContent(paper.content());
            row.setSha256(paper.sha256());
            row.setWholeSha256(paper.wholeSha256());
            row.setWrittenAt(utc(paper.writtenAt()));
            db.insertInto(PAPER)
                    .set(row)
                    .onConflict(PAPER.PARTNERSHIP_ID, PAPER.TRANSFER_ID, PAPER.KIND, PAPER.SOURCE)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    /** The sender keeps no second copy of what it has, and nothing of what was not wanted; the fingerprints stay. */
    void empty(PartnershipId sender, UUID transfer) {
        db.update(PAPER)
                .setNull(PAPER.CONTENT)
                .where(
                        PAPER.PARTNERSHIP_ID.eq(sender.value()),
                        PAPER.TRANSFER_ID.eq(transfer),
                        PAPER.CONTENT.isNotNull())
                .execute();
    }

    /** The papers that went with a transfer, as this partnership holds them, in the order in which they are told. */
    List<Paper> papers(UUID transfer) {
        return papers(
                PAPER.TRANSFER_ID.eq(transfer).and(PAPER.RECEIVED_AT.isNotNull().or(PAPER.HANDED_OVER_AT.isNotNull())));
    }

    /** Takes the receipt for what the sender wrote out and the receiver took; what that was. */
    List<Paper> handedOver(PartnershipId sender, UUID transfer, Instant now) {
        db.update(PAPER)
                .set(PAPER.HANDED_OVER_AT, utc(now))
                .where(
                        PAPER.PARTNERSHIP_ID.eq(sender.value()),
                        PAPER.TRANSFER_ID.eq(transfer),
                        PAPER.CONTENT.isNotNull())
                .execute();
        return papers(transfer);
    }

    /** The papers that came with a case from elsewhere. */
    List<Paper> received(CaseId caseId) {
        return papers(PAPER.CASE_ID.eq(caseId.value()).and(PAPER.RECEIVED_AT.isNotNull()));
    }

    Optional<Paper> received(UUID paper) {
        return papers(PAPER.ID.eq(paper).and(PAPER.RECEIVED_AT.isNotNull())).stream()
                .findFirst();
    }

    private List<Paper> papers(Condition wanted) {
        return db.selectFrom(PAPER)
                .where(wanted)
                .orderBy(PAPER.KIND.desc(), PAPER.ON_DAY, PAPER.TITLE)
                .fetch(row -> new Paper(
                        row.getId(),
                        row.getTransferId(),
                        new CaseId(row.getCaseId()),
                        PaperKind.valueOf(row.getKind()),
                        row.getSource(),
                        row.getTitle(),
                        row.getOwner(),
                        row.getOnDay(),
                        row.getFromName(),
                        Arrays.stream(row.getHolds()).map(DataClass::valueOf).collect(Collectors.toSet()),
                        row.getRestricted(),
                        row.getContent(),
                        row.getSha256(),
                        row.getWholeSha256(),
                        row.getWrittenAt().toInstant(),
                        instant(row.getReceivedAt())));
    }

    /** What agencies said about their restricted returns going along. */
    Map<AgencyId, Boolean> words(UUID transfer) {
        return db.select(OWNERS_WORD.AGENCY_ID, OWNERS_WORD.AGREES)
                .from(OWNERS_WORD)
                .where(OWNERS_WORD.TRANSFER_ID.eq(transfer))
                .fetchMap(row -> new AgencyId(row.value1()), row -> row.value2());
    }

    /** Whether it was written down: not where the agency has said something already. */
    boolean say(Actor by, Transfer transfer, boolean agrees, String words, Instant now) {
        return db.insertInto(OWNERS_WORD)
                        .set(OWNERS_WORD.PARTNERSHIP_ID, by.partnership().value())
                        .set(OWNERS_WORD.TRANSFER_ID, transfer.id())
                        .set(OWNERS_WORD.CASE_ID, transfer.caseId().value())
                        .set(OWNERS_WORD.AGENCY_ID, by.agency())
                        .set(OWNERS_WORD.AGREES, agrees)
                        .set(OWNERS_WORD.WORDS, words)
                        .set(OWNERS_WORD.SAID_BY, by.member())
                        .set(OWNERS_WORD.SAID_BY_NAME, by.name())
                        .set(OWNERS_WORD.SAID_AT, utc(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Transfer> transfer(UUID id) {
        return transfers(TRANSFER.ID.eq(id)).stream().findFirst();
    }

    /** Those that the partnership sent or receives, the newest first. */
    List<Transfer> all() {
        return transfers(DSL.noCondition());
    }

    /** Those that the partnership sends and that wait for an answer. */
    List<Transfer> offered(PartnershipId sender) {
        return transfers(
                TRANSFER.PARTNERSHIP_ID.eq(sender.value()).and(TRANSFER.STATE.eq(TransferState.OFFERED.name())));
    }

    /** Those that were answered and of which the sender has not taken the receipt. */
    List<Transfer> unsettled(PartnershipId sender) {
        return transfers(TRANSFER.PARTNERSHIP_ID
                .eq(sender.value())
                .and(TRANSFER.STATE.ne(TransferState.OFFERED.name()))
                .and(TRANSFER.SETTLED_AT.isNull()));
    }

    /** Those of one case, the newest first. */
    List<Transfer> of(CaseId caseId) {
        return Readings.once("transfers.of-case", caseId, () -> transfers(TRANSFER.CASE_ID.eq(caseId.value())));
    }

    private List<Transfer> transfers(Condition wanted) {
        return db.selectFrom(TRANSFER)
                .where(wanted)
                .orderBy(TRANSFER.OFFERED_AT.desc())
                .fetch(this::transfer);
    }

    private Transfer transfer(TransferRecord row) {
        return new Transfer(
                row.getId(),
                new PartnershipId(row.getPartnershipId()),
                row.getFromName(),
                new PartnershipId(row.getToPartnership()),
                row.getToName(),
                new CaseId(row.getCaseId()),
                Arrays.stream(row.getGoes()).map(Goes::valueOf).collect(Collectors.toSet()),
                Set.of(row.getPapers()),
                row.getBecause(),
                LawfulBasis.valueOf(row.getLawfulBasis()),
                row.getNotice() == null ? null : json.readValue(row.getNotice(), Notice.class),
                TransferState.valueOf(row.getState()),
                row.getOfferedAt().toInstant(),
                row.getOfferedByName(),
                instant(row.getAnsweredAt()),
                row.getAnsweredByName(),
                row.getAnswer(),
                row.getRows(),
                instant(row.getSettledAt()),
                row.getVersion());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
