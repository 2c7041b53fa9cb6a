package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps need to know in step with the agendas: whoever is invited to an item may know of its case, from the invitation until the minutes
 * have been read and approved, and nobody else by this ground (MTG-2, SHR-3).
 */
@Component
class NeedToKnow {
    private final MeetingStore store;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final ObjectProvider<AgendaFollower> followers;

    NeedToKnow(
            MeetingStore store, Sharing sharing, Partnerships partnerships, ObjectProvider<AgendaFollower> followers) {
        this.store = store;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.followers = followers;
    }

    /** Gives and ends what the agendas as they now stand give and end for one case, and tells whoever follows them. */
    void settle(Actor by, CaseId caseId, Instant now) {
        settleInvitations(by, caseId, now);
        followers.orderedStream().forEach(follower -> follower.changed(by, caseId, now));
    }

    private void settleInvitations(Actor by, CaseId caseId, Instant now) {
        Map<MemberId, Map<Purpose, Instant>> wanted = wanted(by, caseId, now);
        Map<MemberId, Map<Purpose, Instant>> given = given(by, caseId, now);
        Set<MemberId> members = new HashSet<>(wanted.keySet());
        members.addAll(given.keySet());
        for (MemberId member : members) {
            Map<Purpose, Instant> until = wanted.getOrDefault(member, Map.of());
            if (until.equals(given.get(member))) {
                continue;
            }
            if (given.containsKey(member)) {
                sharing.release(by, caseId, member, null, Basis.AGENDA_ITEM, now);
            }
            until.forEach((purpose, end) -> sharing.involve(
                    by, caseId, new Involvement(member, null, Basis.AGENDA_ITEM, now, end, purpose), now));
        }
    }

    /** By person, for what each kind of meeting shares, until when (SHR-1). */
    private Map<MemberId, Map<Purpose, Instant>> wanted(Actor by, CaseId caseId, Instant now) {
        Map<MemberId, Map<Purpose, Instant>> wanted = new HashMap<>();
        Profile profile = partnerships.profile(by.partnership());
        int days = profile.practice().daysToReadMinutes();
        store.invitedUntil(by.partnership(), caseId)
                .forEach((member, lastMeetings) -> lastMeetings.forEach((kind, on) -> {
                    Instant until = endOf(on, days);
                    if (until.isAfter(now)) {
                        Purpose purpose =
                                profile.meetingKind(kind).map(Purpose::of).orElse(Basis.AGENDA_ITEM.usualPurpose());
                        wanted.computeIfAbsent(member, _ -> new EnumMap<>(Purpose.class))
                                .merge(purpose, until, (one, other) -> one.isAfter(other) ? one : other);
                    }
                }));
        wanted.keySet().removeAll(sharing.excludedForGood(by, caseId));
        return wanted;
    }

    private Map<MemberId, Map<Purpose, Instant>> given(Actor by, CaseId caseId, Instant now) {
        Map<MemberId, Map<Purpose, Instant>> given = new HashMap<>();
        for (Involvement involvement : sharing.involvements(by, caseId)) {
            MemberId member = involvement.member();
            Instant until = involvement.until();
            if (member != null && involvement.basis() == Basis.AGENDA_ITEM && (until == null || until.isAfter(now))) {
                given.computeIfAbsent(member, _ -> new EnumMap<>(Purpose.class))
                        .put(involvement.purpose(), until == null ? Instant.MAX : until);
            }
        }
        return given;
    }

    /** When the reading of a meeting's minutes ends, where the profile gives so many days for it. */
    static Instant endOf(LocalDate meeting, int days) {
        return meeting.plusDays(days)
                .plusDays(1)
                .atStartOfDay(UnitedKingdom.ZONE)
                .toInstant();
    }
}
