package org.holdfast.meetings;

import java.time.LocalDate;
import java.util.Optional;

/** Whether a case cannot wait for the panels as they are planned, so that an urgent one is worth calling (NRM-16, MTG-6). */
final class Urgent {
    private Urgent() {}

    /** Why it cannot wait. */
    enum Why {
        /** The child is in court before the decision is due, and no panel meets before that. */
        COURT_BEFORE_ANY_PANEL,
        /** The child is held, stands on no agenda, and no panel meets within a turn of the cadence. */
        IN_CUSTODY_UNHEARD
    }

    /**
     * @param heardOn the day of the panel on whose agenda the case stands
     * @param nextPanel the day of the next panel planned
     * @param turn the day by which a panel would come round by its cadence
     */
    static Optional<Why> why(
            DueCase due, Optional<LocalDate> heardOn, Optional<LocalDate> nextPanel, Optional<LocalDate> turn) {
        LocalDate court = due.courtDate();
        if (court != null
                && court.isBefore(due.due())
                && heardOn.filter(court::isAfter).isEmpty()
                && nextPanel.filter(court::isAfter).isEmpty()) {
            return Optional.of(Why.COURT_BEFORE_ANY_PANEL);
        }
        boolean soon =
                nextPanel.isPresent() && (turn.isEmpty() || !nextPanel.get().isAfter(turn.get()));
        if (due.inCustody() && heardOn.isEmpty() && !soon) {
            return Optional.of(Why.IN_CUSTODY_UNHEARD);
        }
        return Optional.empty();
    }
}
