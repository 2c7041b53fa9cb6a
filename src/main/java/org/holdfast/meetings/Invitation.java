package org.holdfast.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Role;
import org.holdfast.law.Reason;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.jspecify.annotations.Nullable;

/**
 * Who can be invited in which capacity (NRM-4, NRM-5, GOV-6). Training is asked for when a vote is cast, not before. A deputy is of the same
 * kind of agency as the member: a vote is an agency's, and police do not cast that of health.
 */
final class Invitation {
    private Invitation() {}

    static List<Reason> faults(
            MeetingKind kind,
            Attendance attendance,
            Optional<Member> member,
            @Nullable Capacity capacity,
            @Nullable AttendeeId deputyFor) {
        List<Reason> faults = new ArrayList<>();
        if (member.isEmpty()) {
            faults.add(Reason.about("member", "meetings.invite.member"));
        } else if (attendance.of(member.get().id()).isPresent()) {
            faults.add(
                    Reason.about("member", "meetings.invite.twice", member.get().name()));
        }
        if (capacity == null) {
            faults.add(Reason.about("capacity", "meetings.invite.capacity"));
            return faults;
        }
        member.ifPresent(it -> inCapacity(kind, it, capacity, faults));
        if (capacity == Capacity.DEPUTY) {
            Optional<Attendee> standsInFor = Optional.ofNullable(deputyFor)
                    .flatMap(attendance::of)
                    .filter(it -> it.capacity() == Capacity.VOTING);
            if (standsInFor.isEmpty()) {
                faults.add(Reason.about("deputyFor", "meetings.invite.deputy-for"));
            } else if (member.isPresent()
                    && member.get().agency().kind() != standsInFor.get().agencyKind()) {
                faults.add(Reason.about(
                        "deputyFor",
                        "meetings.invite.deputy-of-another",
                        standsInFor.get().name(),
                        standsInFor.get().agencyName(),
                        member.get().agency().name()));
            }
        }
        return faults;
    }

    private static void inCapacity(MeetingKind kind, Member member, Capacity capacity, List<Reason> faults) {
        switch (capacity) {
            case CHAIR -> faults.add(Reason.about("capacity", "meetings.invite.chair-by-plan"));
            case DEPUTY_CHAIR -> {
                if (!member.is(Role.PANEL_CHAIR)) {
                    faults.add(Reason.about("capacity", "meetings.plan.chair-role", member.name()));
                } else if (!kind.chair().allows(member.agency().kind())) {
                    faults.add(Reason.about(
                            "capacity",
                            "meetings.plan.chair-agency",
                            member.agency().name()));
                }
            }
            case VOTING, DEPUTY -> {
                if (!kind.votes(member.agency().kind())) {
                    faults.add(Reason.about(
                            "capacity", "meetings.vote.agency", member.agency().name()));
                } else if (!member.is(Role.PANEL_MEMBER)) {
                    faults.add(Reason.about("capacity", "meetings.invite.not-a-panel-member", member.name()));
                }
            }
            case ADVISER, GUARDIAN_SERVICE, SOCIAL_WORKER, INTERPRETER, NOTE_TAKER, OBSERVER -> {}
        }
    }
}
