package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offence of which the child is suspected, charged or convicted, and how far the section 45 defence has come for it (NRM-17).
 *
 * @param allegation what the child is said to have done, in the words of the charge
 * @param kind the law book's kind of offence; null where none fits
 * @param lawyer what a lawyer found when it was checked against Schedule 4
 * @param steps what was done about the defence, oldest first
 */
public record Offence(
        UUID id,
        String allegation,
        UncertainDay when,
        Proceedings proceedings,
        @Nullable String kind,
        ScheduleCheck lawyer,
        Defence defence,
        int version,
        List<Step> steps) {

    /** Where the criminal proceedings stand. */
    public enum Proceedings {
        SUSPECTED,
        CHARGED,
        CONVICTED,
        ACQUITTED,
        NO_FURTHER_ACTION
    }

    /** What a lawyer found when the offence was checked against Schedule 4. */
    public enum ScheduleCheck {
        NOT_YET_ASKED,
        LISTED,
        NOT_LISTED
    }

    /** One step of the ladder: when, by whom outside, and who recorded it here. */
    public record Step(
            Defence.Step step, LocalDate on, String byWhom, String note, Instant recordedAt, String recordedBy) {}

    public Offence {
        steps = List.copyOf(steps);
    }
}
