package org.holdfast.packs;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Roll;
import org.holdfast.partnership.MemberId;
import org.holdfast.requests.ReturnsReaders;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Who reads the pack of a case, for what is read in the same words elsewhere (NRM-23). */
@Component
class PackReaders implements ReturnsReaders {

    private final Meetings meetings;
    private final Sharing sharing;
    private final PackStore store;

    PackReaders(Meetings meetings, Sharing sharing, PackStore store) {
        this.meetings = meetings;
        this.sharing = sharing;
        this.store = store;
    }

    @Override
    public boolean reads(Actor actor, CaseId caseId, Instant now) {
        return meetings.meetingsOf(actor, caseId).stream().anyMatch(it -> reads(actor, it, caseId, now));
    }

    private boolean reads(Actor actor, MeetingId meeting, CaseId caseId, Instant now) {
        MemberId self = new MemberId(actor.member());
        boolean coordinates = sharing.may(actor, Permission.PLAN_MEETING);
        List<Roll.Entry> entries = meetings.roll(actor, meeting).stream()
                .filter(it -> !sharing.visible(actor, Permission.READ_PACK, Set.of(caseId), Purpose.of(it.kind()), now)
                        .isEmpty())
                .flatMap(it -> it.entries().stream())
                .filter(it ->
                        it.item().caseId().equals(caseId) && !it.conflicted().contains(self))
                .toList();
        if (coordinates || entries.isEmpty()) {
            return !entries.isEmpty();
        }
        List<PackAccess> decided = store.access(actor.partnership(), meeting);
        return entries.stream()
                .anyMatch(entry -> entry.invited().stream()
                        .filter(it -> it.member().equals(self))
                        .anyMatch(it -> PackAccess.reads(
                                actor.member(), it.capacity(), entry.item().id().value(), false, decided)));
    }
}
