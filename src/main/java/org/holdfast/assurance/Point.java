package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * One point on which the competent authority returned a decision: who of which agency answers it by when, and what was said (NRM-11).
 *
 * @param number from 1, in the order in which they came
 * @param section the part of the form it is about; empty where it is about the whole
 * @param ownerMember who answers it; null while nobody is named, or where an agency has nobody to name
 * @param ownerName person and agency as they are read; empty while nobody is named
 * @param steps what was said, oldest first
 */
public record Point(
        UUID id,
        int number,
        PointKind kind,
        String section,
        String text,
        Instant returnedAt,
        PointState state,
        @Nullable MemberId ownerMember,
        @Nullable AgencyId ownerAgency,
        String ownerName,
        @Nullable LocalDate dueOn,
        int version,
        List<Step> steps) {

    /** One thing done with it, and the words said. */
    public record Step(PointCommand command, String words, Instant at, String by) {}

    public Point {
        steps = List.copyOf(steps);
    }

    /** The last answer, if there is one. */
    public Optional<Step> answer() {
        return steps.stream()
                .filter(step -> step.command() == PointCommand.ANSWER)
                .reduce((_, later) -> later);
    }

    public boolean owned() {
        return !ownerName.isEmpty();
    }
}
