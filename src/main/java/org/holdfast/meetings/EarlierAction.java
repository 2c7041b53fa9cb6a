package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.holdfast.casework.Action;
import org.holdfast.casework.ActionState;

/**
 * An action for a child that was still to be done when a meeting took up the child's case again: it comes to that agenda by itself (MTG-5).
 *
 * @param state where it stood when the meeting ended, or stands now
 * @param chased how often its owner had been asked about it by then
 */
public record EarlierAction(
        UUID action,
        String what,
        String owner,
        String agency,
        LocalDate agreedOn,
        LocalDate dueOn,
        ActionState state,
        int chased) {

    /**
     * The actions that a meeting finds still to be done, the longest due first.
     *
     * @param meeting the meeting, whose own actions are not among them
     * @param opened when it began
     * @param seen the moment as of which they are told
     */
    static List<EarlierAction> of(
            Collection<Action> actions, UUID meeting, LocalDate heldOn, Instant opened, Instant seen) {
        return actions.stream()
                .filter(action -> !meeting.equals(action.agreedAt()))
                .filter(action -> !action.agreedOn().isAfter(heldOn))
                .filter(action -> action.stateAt(opened).open())
                .sorted(Comparator.comparing(Action::dueOn).thenComparing(Action::id))
                .map(action -> new EarlierAction(
                        action.id(),
                        action.what(),
                        action.ownerName(),
                        action.ownerAgencyName(),
                        action.agreedOn(),
                        action.dueOn(),
                        action.stateAt(seen),
                        action.chasedUntil(seen)))
                .toList();
    }

    /** Whether its day had gone by without its being done. */
    public boolean overdue(LocalDate on) {
        return state.open() && dueOn.isBefore(on);
    }
}
