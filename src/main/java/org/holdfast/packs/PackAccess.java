package org.holdfast.packs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.meetings.Capacity;

/**
 * Access to the pack that was given or withdrawn by person and item, with the reason (NRM-23).
 *
 * @param by who decided it, by name
 */
public record PackAccess(UUID item, UUID member, boolean given, String reason, String by, Instant at) {

    /**
     * Whether reading comes with the capacity: for whoever leads, votes or writes, and for the child's own worker. Guardians, advisers,
     * interpreters and observers attend without the pre-reading.
     */
    public static boolean comesWith(Capacity capacity) {
        return switch (capacity) {
            case CHAIR, DEPUTY_CHAIR, VOTING, DEPUTY, SOCIAL_WORKER, NOTE_TAKER -> true;
            case ADVISER, GUARDIAN_SERVICE, INTERPRETER, OBSERVER -> false;
        };
    }

    /**
     * Whether somebody invited to an item reads its pack.
     *
     * @param conflicted a conflict at the item beats whatever was given (NRM-22)
     * @param decided everything decided about this meeting's pack, the oldest first
     */
    public static boolean reads(
            UUID member, Capacity capacity, UUID item, boolean conflicted, List<PackAccess> decided) {
        if (conflicted) {
            return false;
        }
        return decided.stream()
                .filter(it -> it.item().equals(item) && it.member().equals(member))
                .map(PackAccess::given)
                .reduce((earlier, later) -> later)
                .orElse(comesWith(capacity));
    }
}
