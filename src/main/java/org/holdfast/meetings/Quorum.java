package org.holdfast.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.law.Reason;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;

/**
 * Whether an item can be decided by those in the room: a trained voter without a conflict from each core agency, and a chair (NRM-4 to
 * NRM-6, NRM-22). Says who may vote, who leads, and what is missing.
 *
 * @param seats everybody invited to the item, as they stand at this moment
 * @param chair who leads the item: the chair, else the deputy chair; empty where neither can
 * @param missing what stands in the way, agency by agency; empty when there is a quorum
 */
public record Quorum(List<Seat> seats, Optional<Attendee> chair, List<Reason> missing) {
    public Quorum {
        seats = List.copyOf(seats);
        missing = List.copyOf(missing);
    }

    /** Reads the room for one item of a partnership with one authority. */
    public static Quorum of(
            MeetingKind kind,
            List<Attendee> attendees,
            Predicate<MemberId> trained,
            ItemConflicts conflicts,
            Instant at) {
        return of(kind, attendees, trained, conflicts, ItemAuthorities.ONE, at);
    }

    /** Reads the room for one item.
     *
     * @param attendees who is invited to the item
     * @param trained whether a member holds a current training record as decision maker on the day (NRM-5)
     * @param authorities each authority the child concerns must be there; a chair of the home authority leads before another (MTG-7)
     * @param at the moment for which it is asked; who has left no longer counts
     */
    public static Quorum of(
            MeetingKind kind,
            List<Attendee> attendees,
            Predicate<MemberId> trained,
            ItemConflicts conflicts,
            ItemAuthorities authorities,
            Instant at) {
        Set<AttendeeId> voting = new HashSet<>();
        List<Seat> seats = new ArrayList<>();
        // Members before deputies: a deputy's vote depends on whether the member can cast it.
        for (Attendee attendee : attendees.stream()
                .sorted(Comparator.comparing(it -> it.capacity() == Capacity.DEPUTY))
                .toList()) {
            List<Reason> mayNotVote = mayNotVote(kind, attendee, trained, conflicts, voting, at);
            if (mayNotVote.isEmpty()) {
                voting.add(attendee.id());
            }
            seats.add(new Seat(attendee, attendee.presentAt(at), mayNotVote, List.of()));
        }
        Set<AgencyId> votingAgencies = seats.stream()
                .filter(Seat::mayVote)
                .map(it -> it.attendee().agency())
                .collect(Collectors.toSet());
        seats.replaceAll(seat -> new Seat(
                seat.attendee(),
                seat.present(),
                seat.mayNotVote(),
                mayNotChair(kind, seat.attendee(), conflicts, votingAgencies, at)));
        Optional<Attendee> chair = seats.stream()
                .filter(Seat::mayChair)
                .map(Seat::attendee)
                .min(authorities.homeFirst().thenComparing(Attendee::capacity));
        List<Reason> missing = missing(kind, seats, chair.isPresent());
        missing.addAll(missingAuthorities(kind, seats, authorities));
        return new Quorum(seats, chair, missing);
    }

    /** Whether the item can be decided now. */
    public boolean met() {
        return missing.isEmpty();
    }

    /** Whose votes count now. */
    public List<Attendee> voters() {
        return seats.stream().filter(Seat::mayVote).map(Seat::attendee).toList();
    }

    public Optional<Seat> seatOf(MemberId member) {
        return seats.stream()
                .filter(it -> it.attendee().member().equals(member))
                .findFirst();
    }

    private static List<Reason> mayNotVote(
            MeetingKind kind,
            Attendee attendee,
            Predicate<MemberId> trained,
            ItemConflicts conflicts,
            Set<AttendeeId> voting,
            Instant at) {
        List<Reason> reasons = new ArrayList<>();
        MemberId member = attendee.member();
        if (!attendee.capacity().votes()) {
            reasons.add(Reason.of("meetings.vote.capacity", "NRM-4"));
        } else if (!kind.votes(attendee.agencyKind())) {
            reasons.add(Reason.of("meetings.vote.agency", "NRM-4", attendee.agencyName()));
        }
        if (!attendee.presentAt(at)) {
            reasons.add(Reason.of("meetings.vote.absent", "NRM-6"));
        }
        if (!trained.test(member)) {
            reasons.add(Reason.of("meetings.vote.untrained", "NRM-5"));
        }
        if (conflicts.declared().contains(member)) {
            reasons.add(Reason.of("meetings.vote.conflicted", "NRM-22"));
        }
        if (conflicts.excluded().contains(member)) {
            reasons.add(Reason.of("meetings.vote.excluded", "NRM-22"));
        }
        if (conflicts.decidedBefore().contains(member)) {
            reasons.add(Reason.of("meetings.vote.not-fresh", "NRM-14"));
        }
        AttendeeId deputyFor = attendee.deputyFor();
        if (attendee.capacity() == Capacity.DEPUTY && deputyFor != null && voting.contains(deputyFor)) {
            reasons.add(Reason.of("meetings.vote.member-votes", "NRM-5"));
        }
        return reasons;
    }

    private static List<Reason> mayNotChair(
            MeetingKind kind, Attendee attendee, ItemConflicts conflicts, Set<AgencyId> votingAgencies, Instant at) {
        List<Reason> reasons = new ArrayList<>();
        MemberId member = attendee.member();
        if (!attendee.capacity().chairs()) {
            reasons.add(Reason.of("meetings.chair.capacity", "GOV-6"));
        }
        if (!kind.chair().allows(attendee.agencyKind())) {
            reasons.add(Reason.of("meetings.chair.agency", "GOV-6", attendee.agencyName()));
        }
        if (!attendee.presentAt(at)) {
            reasons.add(Reason.of("meetings.chair.absent", "NRM-6"));
        }
        if (conflicts.leading().contains(member)) {
            reasons.add(Reason.of("meetings.chair.leads-the-case", "NRM-22"));
        }
        if (conflicts.declared().contains(member)) {
            reasons.add(Reason.of("meetings.chair.conflicted", "NRM-22"));
        }
        if (conflicts.excluded().contains(member)) {
            reasons.add(Reason.of("meetings.chair.excluded", "NRM-22"));
        }
        if (conflicts.decidedBefore().contains(member)) {
            reasons.add(Reason.of("meetings.chair.not-fresh", "NRM-14"));
        }
        if (kind.chair().independent() && votingAgencies.contains(attendee.agency())) {
            reasons.add(Reason.of("meetings.chair.not-independent", "GOV-6", attendee.agencyName()));
        }
        return reasons;
    }

    private static List<Reason> missing(MeetingKind kind, List<Seat> seats, boolean chaired) {
        List<Reason> missing = new ArrayList<>();
        if (kind.quorum().chair() && !chaired) {
            missing.add(
                    seats.stream()
                                    .anyMatch(it -> it.present()
                                            && it.attendee().capacity().chairs())
                            ? Reason.of("meetings.quorum.deputy-chair", "NRM-22")
                            : Reason.of("meetings.quorum.chair", "NRM-6"));
        }
        for (AgencyKind core : kind.coreAgencies().stream().sorted().toList()) {
            if (kind.votes(core)) {
                long able = seats.stream()
                        .filter(it -> it.mayVote() && it.attendee().agencyKind() == core)
                        .count();
                if (able < kind.quorum().trainedVotersOfEachAgency()) {
                    missing.add(Reason.of("meetings.quorum.voter." + code(core), "NRM-6"));
                }
            } else if (seats.stream()
                    .noneMatch(it -> it.present() && it.attendee().agencyKind() == core)) {
                missing.add(Reason.of("meetings.quorum.agency." + code(core), "NRM-6"));
            }
        }
        return missing;
    }

    /** What MTG-7 asks beyond that: for each authority its own, such as its council and its police. */
    private static List<Reason> missingAuthorities(MeetingKind kind, List<Seat> seats, ItemAuthorities authorities) {
        List<Reason> missing = new ArrayList<>();
        for (Authority authority : authorities.concerned()) {
            for (AgencyKind agency : kind.ofEachAuthority()) {
                boolean there = seats.stream()
                        .filter(it -> it.attendee().agencyKind() == agency
                                && authorities.serves(it.attendee().agency(), authority))
                        .anyMatch(it -> kind.votes(agency) ? it.mayVote() : it.present());
                if (!there) {
                    missing.add(Reason.of("meetings.quorum.authority." + code(agency), "MTG-7", authority.name()));
                }
            }
        }
        return missing;
    }

    private static String code(AgencyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
