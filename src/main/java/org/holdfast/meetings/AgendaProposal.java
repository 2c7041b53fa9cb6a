package org.holdfast.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case proposed for the agenda of a meeting, with the reasons that put it there (MTG-2, NRM-16, NRM-20).
 *
 * @param wantedBy the earliest of the decision's due date, the next court date and the eighteenth birthday
 * @param reasons in the order in which they press
 */
public record AgendaProposal(DueCase due, LocalDate wantedBy, List<Why> reasons) {

    /** Why a case is on the agenda. */
    public enum Because {
        CARRIED_OVER,
        OVERDUE,
        /** In court before this meeting: an earlier one is wanted, if need be an urgent one (NRM-16, MTG-6). */
        COURT_BEFORE_MEETING,
        COURT_DATE_FIRST,
        DUE_BEFORE_NEXT_MEETING,
        TURNS_EIGHTEEN_FIRST,
        IN_CUSTODY,
        DUE
    }

    /** One reason, with the day it is about where there is one. */
    public record Why(Because because, @Nullable LocalDate day) {}

    public AgendaProposal {
        reasons = List.copyOf(reasons);
    }

    /**
     * Every case that waits, in the order in which a meeting on that day should take them: first what cannot wait for the next meeting,
     * then children in custody, then the rest; each by the day it is wanted, so that a court date before the decision is due brings it
     * forward (NRM-16).
     *
     * @param nextMeeting the day of the meeting after this one
     */
    public static List<AgendaProposal> of(Collection<DueCase> cases, LocalDate meeting, LocalDate nextMeeting) {
        return cases.stream()
                .map(it -> propose(it, meeting, nextMeeting))
                .sorted(Comparator.comparing(
                                (AgendaProposal it) -> !it.wantedBy().isBefore(nextMeeting))
                        .thenComparing(it -> !it.due().inCustody())
                        .thenComparing(AgendaProposal::wantedBy)
                        .thenComparing(it -> it.due().due())
                        .thenComparing(it -> it.due().caseId().value()))
                .toList();
    }

    private static AgendaProposal propose(DueCase due, LocalDate meeting, LocalDate nextMeeting) {
        LocalDate court = due.courtDate();
        LocalDate eighteen = due.turnsEighteen();
        LocalDate wantedBy = due.due();
        List<Why> reasons = new ArrayList<>();
        if (due.carriedFrom() != null) {
            reasons.add(new Why(Because.CARRIED_OVER, null));
        }
        if (due.due().isBefore(meeting)) {
            reasons.add(new Why(Because.OVERDUE, due.due()));
        }
        if (court != null && court.isBefore(meeting) && court.isBefore(due.due())) {
            reasons.add(new Why(Because.COURT_BEFORE_MEETING, court));
            wantedBy = court.isBefore(wantedBy) ? court : wantedBy;
        }
        if (court != null && !court.isBefore(meeting) && court.isBefore(due.due())) {
            reasons.add(new Why(Because.COURT_DATE_FIRST, court));
            wantedBy = court.isBefore(wantedBy) ? court : wantedBy;
        }
        if (eighteen != null && !eighteen.isAfter(due.due())) {
            reasons.add(new Why(Because.TURNS_EIGHTEEN_FIRST, eighteen));
            wantedBy = eighteen.isBefore(wantedBy) ? eighteen : wantedBy;
        }
        if (!due.due().isBefore(meeting)) {
            reasons.add(new Why(
                    due.due().isBefore(nextMeeting) ? Because.DUE_BEFORE_NEXT_MEETING : Because.DUE, due.due()));
        }
        if (due.inCustody()) {
            reasons.add(new Why(Because.IN_CUSTODY, null));
        }
        return new AgendaProposal(due, wantedBy, reasons);
    }
}
