package org.holdfast.partnership;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.law.Quorum;
import org.holdfast.law.Span;
import org.jspecify.annotations.Nullable;

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
 * @param ofEachAuthority agencies that must be there for each authority the child concerns, such as its council and its police (MTG-7);
 *     empty where one of a kind speaks for all
 * @param load how many cases it takes and how long each has (NRM-21)
 * @param decidesGrounds whether it makes reasonable and conclusive grounds decisions
 * @param notice how long before the day it is called; null where nothing is agreed
 * @param urgent how it may be called out of its cycle; null where it may not (MTG-6)
 * @param prepares short name of the kind of meeting that it prepares as a pre-meet: notes and no decisions; null where it stands for itself
 * @param minutesWithinWorkingDays how many working days after the meeting its minutes are out (MTG-4)
 * @param returns how agencies are asked for information; empty where they are not asked (MTG-3)
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
        Set<AgencyKind> ofEachAuthority,
        CaseLoad load,
        Set<Paper> paper,
        Set<MeetingOutcome> outcomes,
        TieRule tie,
        boolean decidesGrounds,
        @Nullable Span notice,
        @Nullable Urgency urgent,
        @Nullable String prepares,
        int minutesWithinWorkingDays,
        Optional<ReturnRules> returns) {

    /** Where the profile says nothing of it. */
    public static final int MINUTES_WITHIN = 5;

    public MeetingKind {
        rotation = List.copyOf(rotation);
        coreAgencies = Collections.unmodifiableSet(new LinkedHashSet<>(coreAgencies));
        optionalAgencies = Collections.unmodifiableSet(new LinkedHashSet<>(optionalAgencies));
        alsoInvited = List.copyOf(alsoInvited);
        votingAgencies = Collections.unmodifiableSet(new LinkedHashSet<>(votingAgencies));
        ofEachAuthority = Collections.unmodifiableSet(new LinkedHashSet<>(ofEachAuthority));
        paper = Collections.unmodifiableSet(new LinkedHashSet<>(paper));
        outcomes = Collections.unmodifiableSet(new LinkedHashSet<>(outcomes));
    }

    /** Whether this kind of agency has a vote here (NRM-4). */
    public boolean votes(AgencyKind agency) {
        return votingAgencies.contains(agency);
    }

    /** The time planned for a case (NRM-21). */
    public int minutesPerCase() {
        return load.mostMinutes();
    }

    /** Most items one meeting takes (NRM-21). */
    public int casesPerMeeting() {
        return load.mostCases();
    }
}
