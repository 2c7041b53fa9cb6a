package org.holdfast.meetings;

import static org.holdfast.meetings.db.Tables.INVITATION_SENT;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.jooq.DSLContext;
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
