package org.holdfast.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The safeguarding plan to which a decision is tied: what it aims at, where it is kept, and when it is looked at again.
 *
 * @param heldWhere reference in the council's own system, or that it is kept here
 * @param endedOn null while it is the plan in force
 */
public record Plan(
        UUID id,
        Kind kind,
        String aim,
        String heldWhere,
        LocalDate agreedOn,
        LocalDate reviewOn,
        @Nullable LocalDate endedOn,
        String recordedBy,
        int version) {

    /** Under which part of the law or practice the plan is kept. */
    public enum Kind {
        SAFETY,
        CHILD_IN_NEED,
        CHILD_PROTECTION,
        LOOKED_AFTER,
        PATHWAY,
        EARLY_HELP
    }

    /** Which plan somebody saw, and how it stood then. */
    public record Seen(UUID id, int version) {}

    /** This plan, as it stands. */
    public Seen seen() {
        return new Seen(id, version);
    }

    /** Whether it is in force and its review is due. */
    public boolean reviewDue(LocalDate today) {
        return endedOn == null && !reviewOn.isAfter(today);
    }
}
