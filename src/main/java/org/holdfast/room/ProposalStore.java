package org.holdfast.room;

import static org.holdfast.room.db.Tables.PROPOSAL;
import static org.holdfast.room.db.Tables.TOLD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.room.db.tables.records.ProposalRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of proposed actions, and of who was told that their item is nearly due. */
@Component
class ProposalStore {

    private final DSLContext db;

    ProposalStore(DSLContext db) {
        this.db = db;
    }

    void add(Actor by, AgendaItem item, Proposal proposal) {
        db.insertInto(PROPOSAL)
                .set(PROPOSAL.PARTNERSHIP_ID, by.partnership().value())
                .set(PROPOSAL.ID, proposal.id())
                .set(PROPOSAL.MEETING_ID, item.meeting().value())
                .set(PROPOSAL.ITEM_ID, item.id().value())
                .set(PROPOSAL.CASE_ID, item.caseId().value())
                .set(PROPOSAL.WHAT, proposal.what())
                .set(PROPOSAL.WHY, proposal.why())
                .set(PROPOSAL.OWNER_ID, proposal.owner().attendee().value())
                .set(PROPOSAL.OWNER_MEMBER, proposal.owner().member().value())
                .set(PROPOSAL.OWNER_NAME, proposal.owner().name())
                .set(PROPOSAL.OWNER_AGENCY, proposal.owner().agency().value())
                .set(PROPOSAL.OWNER_AGENCY_NAME, proposal.owner().agencyName())
                .set(PROPOSAL.DUE_ON, proposal.dueOn())
                .set(PROPOSAL.PROPOSED_BY, by.member())
                .set(PROPOSAL.PROPOSER_NAME, proposal.proposer())
                .set(PROPOSAL.PROPOSER_AGENCY, proposal.proposerAgency())
                .set(PROPOSAL.PROPOSED_AT, proposal.proposedAt().atOffset(ZoneOffset.UTC))
                .set(PROPOSAL.STATE, proposal.state().name())
                .execute();
    }

    /** Settles a proposal that still waits as the version seen. False where somebody else just did. */
    boolean settle(
            Actor by, Proposal proposal, Proposal.State state, String because, @Nullable UUID action, Instant now) {
        return db.update(PROPOSAL)
                        .set(PROPOSAL.STATE, state.name())
                        .set(PROPOSAL.BECAUSE, because)
                        .set(PROPOSAL.SETTLER_NAME, by.name())
                        .set(PROPOSAL.SETTLED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(PROPOSAL.ACTION_ID, action)
                        .set(PROPOSAL.VERSION, PROPOSAL.VERSION.plus(1))
                        .where(
                                PROPOSAL.PARTNERSHIP_ID.eq(by.partnership().value()),
                                PROPOSAL.ID.eq(proposal.id()),
                                PROPOSAL.STATE.eq(Proposal.State.PROPOSED.name()),
                                PROPOSAL.VERSION.eq(proposal.version()))
                        .execute()
                == 1;
    }

    Optional<Proposal> find(PartnershipId partnership, AgendaItemId item, UUID id) {
        return of(partnership, item).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What was proposed at an item, the earliest first. */
    List<Proposal> of(PartnershipId partnership, AgendaItemId item) {
        return db.selectFrom(PROPOSAL)
                .where(PROPOSAL.PARTNERSHIP_ID.eq(partnership.value()), PROPOSAL.ITEM_ID.eq(item.value()))
                .orderBy(PROPOSAL.PROPOSED_AT, PROPOSAL.ID)
                .fetch(ProposalStore::proposal);
    }

    /** Remembers that somebody was told of their item. False where they were before. */
    boolean told(PartnershipId partnership, AgendaItemId item, AttendeeId attendee, Instant now) {
        return db.insertInto(TOLD)
                        .set(TOLD.PARTNERSHIP_ID, partnership.value())
                        .set(TOLD.ITEM_ID, item.value())
                        .set(TOLD.ATTENDEE_ID, attendee.value())
                        .set(TOLD.TOLD_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Proposal proposal(ProposalRecord row) {
        return new Proposal(
                row.getId(),
                new AgendaItemId(row.getItemId()),
                row.getWhat(),
                row.getWhy(),
                new Proposal.Owner(
                        new AttendeeId(row.getOwnerId()),
                        new MemberId(row.getOwnerMember()),
                        row.getOwnerName(),
                        new AgencyId(row.getOwnerAgency()),
                        row.getOwnerAgencyName()),
                row.getDueOn(),
                row.getProposerName(),
                row.getProposerAgency(),
                row.getProposedAt().toInstant(),
                Proposal.State.valueOf(row.getState()),
                row.getBecause(),
                row.getSettlerName(),
                row.getActionId(),
                row.getVersion());
    }
}
