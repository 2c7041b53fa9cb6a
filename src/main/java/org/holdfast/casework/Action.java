package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.jspecify.annotations.Nullable;

/**
 * One action of the plan: who of which agency does what, why and by when (MTG-5).
 *
 * @param ownerMember the owner's account; null for an owner without one
 * @param ownerAgency the owner's agency, if it is one of the partnership
 * @param ownerTeam the team of that agency to which it was given; null for none. Its member is whoever of the team took it
 * @param agreedAt the meeting that agreed it, if one did
 * @param settledOn the day on which it was done, overtaken or left undone; null while it still is to be done
 * @param steps what became of it, oldest first
 */
public record Action(
        UUID id,
        String what,
        String why,
        @Nullable MemberId ownerMember,
        String ownerName,
        @Nullable AgencyId ownerAgency,
        String ownerAgencyName,
        @Nullable TeamId ownerTeam,
        LocalDate dueOn,
        ActionState state,
        @Nullable UUID agreedAt,
        LocalDate agreedOn,
        @Nullable LocalDate settledOn,
        int version,
        List<Step> steps) {

    /** One thing done with it, and what was said about that; nothing is said where Holdfast did it by itself. */
    public record Step(ActionCommand command, String note, Instant at, String by) {}

    public Action {
        steps = List.copyOf(steps);
    }

    /** Where it stood at a moment, by what had become of it until then. */
    public ActionState stateAt(Instant moment) {
        ActionState then = ActionState.OPEN;
        for (Step step : steps) {
            if (!step.at().isAfter(moment)) {
                then = ActionLife.after(then, step.command()).orElse(then);
            }
        }
        return then;
    }

    /** The day on which its owner was last reminded by itself; null for never. */
    public @Nullable LocalDate remindedOn() {
        return steps.reversed().stream()
                .filter(step ->
                        step.command() == ActionCommand.CHASE && step.note().isEmpty())
                .findFirst()
                .map(step -> UnitedKingdom.day(step.at()))
                .orElse(null);
    }

    /** How often its owner had been asked about it by a moment. */
    public int chasedUntil(Instant moment) {
        return (int) steps.stream()
                .filter(step -> step.command() == ActionCommand.CHASE || step.command() == ActionCommand.ESCALATE)
                .filter(step -> !step.at().isAfter(moment))
                .count();
    }

    /** Whether it was given to a team and nobody who is in the team has taken it. */
    public boolean untaken(TeamRoll teams) {
        return ownerTeam != null
                && (ownerMember == null || !teams.people(ownerTeam).contains(ownerMember));
    }

    /** Whether its agency as such has to do it: no person and no team. */
    public boolean agencys() {
        return ownerAgency != null && ownerMember == null && ownerTeam == null;
    }

    /** Whether it still is to be done and its day has gone by. */
    public boolean overdue(LocalDate today) {
        return state.open() && dueOn.isBefore(today);
    }
}
