package org.holdfast.records;

import static org.holdfast.records.db.Tables.PART;
import static org.holdfast.records.db.Tables.REQUEST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.people.ChildId;
import org.holdfast.records.db.tables.records.PartRecord;
import org.holdfast.records.db.tables.records.RequestRecord;
import org.holdfast.sharing.CaseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of requests and their parts. */
@Component
class RequestStore {

    /** A row that is held, as JSON. */
    record Held(String holding, String content) {}

    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    RequestStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(Actor by, SubjectRequest request, Instant now) {
        db.insertInto(REQUEST)
                .set(REQUEST.PARTNERSHIP_ID, by.partnership().value())
                .set(REQUEST.ID, request.id())
                .set(REQUEST.CASE_ID, request.caseId().value())
                .set(REQUEST.KIND, request.kind().name())
                .set(REQUEST.STATE, request.state().name())
                .set(REQUEST.RECEIVED_ON, request.receivedOn())
                .set(REQUEST.ASKER, request.asker())
                .set(REQUEST.CAPACITY, request.capacity().name())
                .set(REQUEST.ASKED_FOR, request.askedFor())
                .set(REQUEST.OPENED_BY_NAME, by.name())
                .set(REQUEST.OPENED_AT, utc(now))
                .execute();
    }

    boolean proved(Actor by, UUID id, String proof, LocalDate on, int seen) {
        return db.update(REQUEST)
                        .set(REQUEST.STATE, RequestState.PROVED.name())
                        .set(REQUEST.PROOF, proof)
                        .set(REQUEST.PROVED_ON, on)
                        .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                        .where(one(by, id), REQUEST.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    boolean extended(Actor by, UUID id, String because, LocalDate on, int seen) {
        return db.update(REQUEST)
                        .set(REQUEST.EXTENDED_ON, on)
                        .set(REQUEST.EXTENDED_BECAUSE, because)
                        .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                        .where(one(by, id), REQUEST.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    boolean gathered(Actor by, UUID id, int gathering, List<Part> parts, int seen, Instant now) {
        boolean done = db.update(REQUEST)
                        .set(REQUEST.STATE, RequestState.GATHERED.name())
                        .set(REQUEST.GATHERED_AT, utc(now))
                        .set(REQUEST.GATHERING, gathering)
                        .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                        .where(one(by, id), REQUEST.VERSION.eq(seen))
                        .execute()
                == 1;
        if (done) {
            db.batch(parts.stream()
                            .map(part -> db.insertInto(PART)
                                    .set(PART.PARTNERSHIP_ID, by.partnership().value())
                                    .set(PART.REQUEST_ID, id)
                                    .set(PART.GATHERING, gathering)
                                    .set(PART.SEQ, part.seq())
                                    .set(PART.HOLDING, part.holding())
                                    .set(PART.CONTENT, json.writeValueAsString(part.facts()))
                                    .set(PART.PROPOSED, name(part.proposed()))
                                    .set(PART.CUT, part.cut().toArray(String[]::new)))
                            .toList())
                    .execute();
        }
        return done;
    }

    void settle(Actor by, UUID id, int gathering, List<Part.Settled> settled, Instant now) {
        db.batch(settled.stream()
                        .map(one -> db.update(PART)
                                .set(PART.VERDICT, name(one.verdict()))
                                .set(PART.REASON, one.verdict() == Verdict.GIVEN ? null : name(one.reason()))
                                .set(
                                        PART.CUT,
                                        one.verdict() == Verdict.CUT ? one.cut().toArray(String[]::new) : new String[0])
                                .set(PART.CHECKED_BY_NAME, by.name())
                                .set(PART.CHECKED_AT, utc(now))
                                .where(
                                        PART.PARTNERSHIP_ID.eq(by.partnership().value()),
                                        PART.REQUEST_ID.eq(id),
                                        PART.GATHERING.eq(gathering),
                                        PART.SEQ.eq(one.seq())))
                        .toList())
                .execute();
    }

    boolean settled(
            Actor by,
            UUID id,
            RequestState to,
            @Nullable RefusalReason refusal,
            String answer,
            @Nullable String sha256,
            int seen,
            Instant now) {
        return db.update(REQUEST)
                        .set(REQUEST.STATE, to.name())
                        .set(REQUEST.SETTLED_AT, utc(now))
                        .set(REQUEST.SETTLED_BY_NAME, by.name())
                        .set(REQUEST.REFUSAL, name(refusal))
                        .set(REQUEST.ANSWER, answer)
                        .set(REQUEST.SHA256, sha256)
                        .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                        .where(one(by, id), REQUEST.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    private static Condition one(Actor by, UUID id) {
        return REQUEST.PARTNERSHIP_ID.eq(by.partnership().value()).and(REQUEST.ID.eq(id));
    }

    Optional<SubjectRequest> request(PartnershipId partnership, UUID id) {
        return requests(partnership, REQUEST.ID.eq(id)).stream().findFirst();
    }

    /** The requests about a case, the newest first. */
    List<SubjectRequest> of(PartnershipId partnership, CaseId caseId) {
        return requests(partnership, REQUEST.CASE_ID.eq(caseId.value()));
    }

    /** The requests that are still to be answered. */
    List<SubjectRequest> open(PartnershipId partnership) {
        return requests(partnership, REQUEST.SETTLED_AT.isNull());
    }

    /** Whether a request about the case is still to be answered. */
    boolean open(PartnershipId partnership, CaseId caseId) {
        return db.fetchExists(
                REQUEST,
                REQUEST.PARTNERSHIP_ID.eq(partnership.value()),
                REQUEST.CASE_ID.eq(caseId.value()),
                REQUEST.SETTLED_AT.isNull());
    }

    private List<SubjectRequest> requests(PartnershipId partnership, Condition wanted) {
        return db.selectFrom(REQUEST)
                .where(REQUEST.PARTNERSHIP_ID.eq(partnership.value()), wanted)
                .orderBy(REQUEST.RECEIVED_ON.desc(), REQUEST.OPENED_AT.desc())
                .fetch(RequestStore::request);
    }

    List<Part> parts(PartnershipId partnership, UUID id, int gathering) {
        return db.selectFrom(PART)
                .where(
                        PART.PARTNERSHIP_ID.eq(partnership.value()),
                        PART.REQUEST_ID.eq(id),
                        PART.GATHERING.eq(gathering))
                .orderBy(PART.SEQ)
                .fetch(this::part);
    }

    /** Everything that is held about a child, as it stands, in the order of the catalogue. */
    List<Held> held(CaseId caseId, ChildId child) {
        return db.fetch(
                        "select holding, content::text from records.told({0}, {1})",
                        DSL.val(caseId.value()), DSL.val(child.value()))
                .map(row -> new Held(row.get(0, String.class), row.get(1, String.class)));
    }

    private Part part(PartRecord row) {
        return new Part(
                row.getSeq(),
                row.getHolding(),
                json.readValue(row.getContent(), FACTS),
                row.getProposed() == null ? null : Proposal.valueOf(row.getProposed()),
                row.getVerdict() == null ? null : Verdict.valueOf(row.getVerdict()),
                row.getReason() == null ? null : WithheldBecause.valueOf(row.getReason()),
                List.of(row.getCut()),
                row.getCheckedByName(),
                row.getCheckedAt() == null ? null : row.getCheckedAt().toInstant());
    }

    private static SubjectRequest request(RequestRecord row) {
        return new SubjectRequest(
                row.getId(),
                new CaseId(row.getCaseId()),
                RequestKind.valueOf(row.getKind()),
                RequestState.valueOf(row.getState()),
                row.getReceivedOn(),
                row.getAsker(),
                AskerCapacity.valueOf(row.getCapacity()),
                row.getAskedFor(),
                row.getProof(),
                row.getProvedOn(),
                row.getExtendedOn(),
                row.getExtendedBecause(),
                row.getGatheredAt() == null ? null : row.getGatheredAt().toInstant(),
                row.getGathering(),
                row.getSettledAt() == null ? null : row.getSettledAt().toInstant(),
                row.getSettledByName(),
                row.getRefusal() == null ? null : RefusalReason.valueOf(row.getRefusal()),
                row.getAnswer(),
                row.getSha256(),
                row.getVersion());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
