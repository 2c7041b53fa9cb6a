package org.holdfast.meetings;

import static org.holdfast.meetings.db.Tables.ATTENDEE;
import static org.holdfast.meetings.db.Tables.INVITATION_SENT;
import static org.holdfast.meetings.db.Tables.ITEM_INVITATION;
import static org.holdfast.meetings.db.Tables.MEETING;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.db.tables.InvitationSent;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The table of invitations sent. */
@Component
class InvitationStore {

    private final DSLContext db;

    InvitationStore(DSLContext db) {
        this.db = db;
    }

    void add(Actor by, MeetingId meeting, SentInvitation sent) {
        db.insertInto(INVITATION_SENT)
                .set(INVITATION_SENT.PARTNERSHIP_ID, by.partnership().value())
                .set(INVITATION_SENT.ATTENDEE_ID, sent.attendee().value())
                .set(INVITATION_SENT.SEQUENCE, sent.sequence())
                .set(INVITATION_SENT.MEETING_ID, meeting.value())
                .set(INVITATION_SENT.CANCELLED, sent.cancelled())
                .set(INVITATION_SENT.FROM_AT, sent.from().atOffset(ZoneOffset.UTC))
                .set(INVITATION_SENT.UNTIL_AT, sent.until().atOffset(ZoneOffset.UTC))
                .set(INVITATION_SENT.PLACE, sent.place())
                .set(INVITATION_SENT.MESSAGE_ID, sent.message())
                .set(INVITATION_SENT.SENT_BY, by.member())
                .set(INVITATION_SENT.SENT_AT, sent.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** How many of those invited to the meeting of a row have nothing in their calendar yet. */
    static Field<Integer> uninvited() {
        InvitationSent later = INVITATION_SENT.as("later");
        return DSL.field(DSL.selectCount()
                .from(ATTENDEE)
                .where(
                        ATTENDEE.PARTNERSHIP_ID.eq(MEETING.PARTNERSHIP_ID),
                        ATTENDEE.MEETING_ID.eq(MEETING.ID),
                        ATTENDEE.WITHDRAWN_AT.isNull())
                .and(ATTENDEE.WHOLE_AGENDA
                        .isTrue()
                        .or(DSL.exists(DSL.selectOne()
                                .from(ITEM_INVITATION)
                                .where(
                                        ITEM_INVITATION.PARTNERSHIP_ID.eq(ATTENDEE.PARTNERSHIP_ID),
                                        ITEM_INVITATION.ATTENDEE_ID.eq(ATTENDEE.ID),
                                        ITEM_INVITATION.WITHDRAWN_AT.isNull()))))
                .andNotExists(DSL.selectOne()
                        .from(INVITATION_SENT)
                        .where(
                                INVITATION_SENT.PARTNERSHIP_ID.eq(ATTENDEE.PARTNERSHIP_ID),
                                INVITATION_SENT.ATTENDEE_ID.eq(ATTENDEE.ID),
                                INVITATION_SENT.CANCELLED.isFalse())
                        .andNotExists(DSL.selectOne()
                                .from(later)
                                .where(
                                        later.PARTNERSHIP_ID.eq(INVITATION_SENT.PARTNERSHIP_ID),
                                        later.ATTENDEE_ID.eq(INVITATION_SENT.ATTENDEE_ID),
                                        later.SEQUENCE.gt(INVITATION_SENT.SEQUENCE)))));
    }

    /** What stands in each calendar. */
    Map<AttendeeId, SentInvitation> latest(PartnershipId partnership, MeetingId meeting) {
        return db
                .select(INVITATION_SENT.fields())
                .distinctOn(INVITATION_SENT.ATTENDEE_ID)
                .from(INVITATION_SENT)
                .where(
                        INVITATION_SENT.PARTNERSHIP_ID.eq(partnership.value()),
                        INVITATION_SENT.MEETING_ID.eq(meeting.value()))
                .orderBy(INVITATION_SENT.ATTENDEE_ID, INVITATION_SENT.SEQUENCE.desc())
                .fetch(row -> new SentInvitation(
                        new AttendeeId(row.get(INVITATION_SENT.ATTENDEE_ID)),
                        row.get(INVITATION_SENT.SEQUENCE),
                        row.get(INVITATION_SENT.CANCELLED),
                        row.get(INVITATION_SENT.FROM_AT).toInstant(),
                        row.get(INVITATION_SENT.UNTIL_AT).toInstant(),
                        row.get(INVITATION_SENT.PLACE),
                        row.get(INVITATION_SENT.MESSAGE_ID),
                        row.get(INVITATION_SENT.SENT_AT).toInstant()))
                .stream()
                .collect(Collectors.toMap(SentInvitation::attendee, Function.identity()));
    }
}
