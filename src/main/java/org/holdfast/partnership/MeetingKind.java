package org.holdfast.partnership;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.law.Quorum;

/**
 * A kind of meeting that a partnership holds (MTG-1).
 *
 * @param id short name within the profile, such as {@code panel}
 * @param name as people call it
 * @param purpose one sentence
 * @param rotation localities it visits in turn; empty where it always covers all
 * @param coreAgencies without which it does not meet
 * @param optionalAgencies invited as the item needs, without counting towards quorum
 * @param alsoInvited services invited by name, such as a refugee and asylum team
 * @param votingAgencies one vote each (NRM-4); empty where nothing is voted on
 * @param quorum without whom nothing is decided (NRM-6)
 * @param minutesPerCase length of a slot on the agenda (NRM-21)
 * @param casesPerMeeting most items one meeting takes (NRM-21)
 * @param decidesGrounds whether it makes reasonable and conclusive grounds decisions
 */
public record MeetingKind(
        String id,
        String name,
        String purpose,
        Cadence cadence,
        List<String> rotation,
        ChairRule chair,
        Set<AgencyKind> coreAgencies,
        Set<AgencyKind> optionalAgencies,
        List<String> alsoInvited,
        Set<AgencyKind> votingAgencies,
        Quorum quorum,
        int minutesPerCase,
        int casesPerMeeting,
        Set<Paper> paper,
        Set<MeetingOutcome> outcomes,
        TieRule tie,
        boolean decidesGrounds) {

    public MeetingKind {
        rotation = List.copyOf(rotation);
        coreAgencies = Collections.unmodifiableSet(new LinkedHashSet<>(coreAgencies));
        optionalAgencies = Collections.unmodifiableSet(new LinkedHashSet<>(optionalAgencies));
        alsoInvited = List.copyOf(alsoInvited);
        votingAgencies = Collections.unmodifiableSet(new LinkedHashSet<>(votingAgencies));
        paper = Collections.unmodifiableSet(new LinkedHashSet<>(paper));
        outcomes = Collections.unmodifiableSet(new LinkedHashSet<>(outcomes));
    }

    /** Whether this kind of agency has a vote here (NRM-4). */
    public boolean votes(AgencyKind agency) {
        return votingAgencies.contains(agency);
    }
}
