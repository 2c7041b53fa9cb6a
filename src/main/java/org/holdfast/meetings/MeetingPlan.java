package org.holdfast.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Role;
import org.holdfast.law.Reason;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a co-ordinator fills in to plan a meeting. Whatever is missing is null and comes back as a fault of its field.
 *
 * @param kind key of the kind of meeting in the profile
 */
public record MeetingPlan(
        @Nullable String kind,
        @Nullable LocalDate on,
        @Nullable LocalTime starts,
        Place place,
        @Nullable MemberId chair) {

    /** How far ahead a meeting is planned: every list of meetings that are coming reaches so far, and a slip in the year is none of them. */
    private static final Period AHEAD = Period.ofYears(1);

    /** The same plan on another day. */
    MeetingPlan onDay(LocalDate day) {
        return new MeetingPlan(kind, day, starts, place, chair);
    }

    /** All that is wrong with it on this day; empty when the meeting can be planned so. */
    List<Reason> faults(Profile profile, Optional<Member> chairing, LocalDate today) {
        List<Reason> faults = new ArrayList<>();
        Optional<MeetingKind> known = Optional.ofNullable(kind).flatMap(profile::meetingKind);
        if (known.isEmpty()) {
            faults.add(Reason.about("kind", "meetings.plan.kind"));
        }
        if (on == null) {
            faults.add(Reason.about("on", "meetings.plan.on"));
        } else if (on.isBefore(today)) {
            faults.add(Reason.about("on", "meetings.plan.on-past"));
        } else if (on.isAfter(today.plus(AHEAD))) {
            faults.add(Reason.about("on", "meetings.plan.on-far"));
        } else if (!profile.open(on)) {
            faults.add(Reason.about("on", "meetings.plan.on-closed"));
        }
        if (starts == null) {
            faults.add(Reason.about("starts", "meetings.plan.starts"));
        }
        if (place.room().isBlank() && place.link().isBlank()) {
            faults.add(Reason.about("room", "meetings.plan.place"));
        }
        Brevity.line("room", place.room()).ifPresent(faults::add);
        Brevity.line("link", place.link()).ifPresent(faults::add);
        if (chairing.isEmpty()) {
            faults.add(Reason.about("chair", "meetings.plan.chair"));
        } else {
            mayChair(known, chairing.get()).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Reason> mayChair(Optional<MeetingKind> kind, Member chair) {
        if (!chair.is(Role.PANEL_CHAIR)) {
            return Optional.of(Reason.about("chair", "meetings.plan.chair-role", chair.name()));
        }
        if (kind.isPresent() && !kind.get().chair().allows(chair.agency().kind())) {
            return Optional.of(Reason.about(
                    "chair", "meetings.plan.chair-agency", chair.agency().name()));
        }
        return Optional.empty();
    }
}
