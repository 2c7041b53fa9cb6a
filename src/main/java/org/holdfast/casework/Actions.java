package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Ladder;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to actions for those who have to do them: each owner finds their own action by its link, whether or not they may see the case,
 * and says what became of it; who is late is reminded, then their agency's lead is (MTG-5).
 */
@Component
public final class Actions {

    private final Ledger ledger;
    private final Sharing sharing;
    private final PlanStore store;
    private final Plans plans;
    private final ActionPost post;
    private final Cases cases;
    private final People people;
    private final Partnerships partnerships;

    Actions(
            Ledger ledger,
            Sharing sharing,
            PlanStore store,
            Plans plans,
            ActionPost post,
            Cases cases,
            People people,
            Partnerships partnerships) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.store = store;
        this.plans = plans;
        this.post = post;
        this.cases = cases;
        this.people = people;
        this.partnerships = partnerships;
    }

    /**
     * An action as whoever has to do it sees it.
     *
     * @param child the child's name as known, so that the right thing is done for the right child
     * @param available what can be answered now
     * @param mayTake whether it waits for the reader's team and the reader may take it on
     * @param mayOpenCase whether the reader may open the child's page as well
     */
    public record Owned(
            CaseId caseId,
            String child,
            Action action,
            List<ActionCommand> available,
            boolean mayTake,
            boolean mayOpenCase) {
        public Owned {
            available = List.copyOf(available);
        }
    }

    /** One action, for whoever has to do it. */
    public Outcome<Owned> see(Actor actor, UUID action, Instant now) {
        return ledger.within(
                actor,
                () -> owned(actor, action, now).map(owed -> {
                    CaseId caseId = owed.caseId();
                    ledger.record(actor, now, new CaseEvent.ActionSeen(caseId.value(), action));
                    return new Owned(
                            caseId,
                            child(actor, caseId, now),
                            owed.action(),
                            answers(owed.action()),
                            plans.mayTake(actor, owed.action(), now),
                            sharing.visible(actor, Permission.SEE_CASE, Set.of(caseId), now)
                                    .contains(caseId));
                }));
    }

    /**
     * Its owner says what became of an action.
     *
     * @param command done, not done, or overtaken by events; null where nothing was chosen
     * @param note the result, or the reason
     * @param seen the version that was answered
     */
    public Outcome<ActionState> answer(
            Actor actor, UUID action, @Nullable ActionCommand command, String note, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> owned(actor, action, now).then(owed -> {
                    if (command == null) {
                        return Outcome.refused(Reason.about("command", "casework.answer.needs-command"));
                    }
                    if (!Plans.ANSWERS.contains(command)) {
                        return Outcome.refused(Reason.of("casework.action.not-now", "MTG-5"));
                    }
                    List<Reason> faults = Plans.noteFaults(command, note);
                    return faults.isEmpty()
                            ? plans.moved(actor, owed.caseId(), action, command, note, seen, now)
                            : Outcome.refused(faults);
                }));
    }

    /**
     * Somebody of the team to which an action was given takes it on: it waits for nobody else of the team from now on.
     *
     * @param seen the version that was seen
     */
    public Outcome<UUID> take(Actor actor, UUID action, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> owned(actor, action, now).then(_ -> {
                    store.lock(actor.partnership(), action);
                    PlanStore.Owed owed =
                            store.action(actor.partnership(), action).orElseThrow();
                    if (owed.action().version() != seen) {
                        return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                    }
                    if (!plans.mayTake(actor, owed.action(), now)
                            || !store.take(
                                    actor.partnership(), action, new MemberId(actor.member()), actor.name(), seen)) {
                        return Outcome.refused(Reason.of("casework.action.not-now", "MTG-5"));
                    }
                    store.add(
                            actor.partnership(),
                            action,
                            owed.action().steps().size() + 1,
                            new Action.Step(ActionCommand.TAKE, "", now, actor.name()));
                    ledger.record(
                            actor, now, new CaseEvent.ActionTaken(owed.caseId().value(), action));
                    return Outcome.done(action);
                }));
    }

    /** How the agencies keep what they agreed to between two days, both included. */
    public Outcome<Scorecard> scorecard(Actor actor, LocalDate from, LocalDate until, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_SCORECARD, now).map(_ -> {
                    ledger.record(actor, now, new CaseEvent.ScorecardSeen(from, until));
                    return Scorecard.of(
                            from,
                            until,
                            store.agreedBetween(actor.partnership(), from, until).stream()
                                    .map(owed -> new Scorecard.Agreed(owed.caseId(), owed.action()))
                                    .toList(),
                            UnitedKingdom.day(now));
                }));
    }

    /** Reminds everybody whose action is nearly due, due or overdue, and takes what is long overdue to the agency's lead. */
    void chase(Actor program, Instant now) {
        ledger.within(program, () -> {
            Profile profile = partnerships.profile(program.partnership());
            Ladder ladder = profile.actions();
            WorkingCalendar calendar = WorkingCalendar.of(profile.nation());
            LocalDate today = UnitedKingdom.day(now);
            for (PlanStore.Owed owed : store.dueUntil(program.partnership(), calendar.after(today, ladder.before()))) {
                Action action = owed.action();
                if (action.state() != ActionState.ESCALATED) {
                    ladder.today(action.dueOn(), action.remindedOn(), today, calendar)
                            .ifPresent(step -> climb(program, owed, step, now));
                }
            }
            return today;
        });
    }

    /** Takes one step, unless something became of the action since it was read. */
    void climb(Actor program, PlanStore.Owed owed, Ladder.Step step, Instant now) {
        Action action = owed.action();
        ActionCommand command = step.toLead() ? ActionCommand.ESCALATE : ActionCommand.CHASE;
        store.lock(program.partnership(), action.id());
        if (store.action(program.partnership(), action.id())
                .filter(owed::equals)
                .isEmpty()) {
            return;
        }
        if (command == ActionCommand.ESCALATE) {
            if (!store.move(program.partnership(), action.id(), ActionState.ESCALATED, null, action.version())) {
                return;
            }
            post.escalated(program, owed.caseId(), action, now);
        } else {
            post.reminded(program, owed.caseId(), action, now);
        }
        store.add(
                program.partnership(),
                action.id(),
                action.steps().size() + 1,
                new Action.Step(command, "", now, program.name()));
        ledger.record(program, now, new CaseEvent.ActionReminded(owed.caseId().value(), action.id(), step.key()));
    }

    private static List<ActionCommand> answers(Action action) {
        return ActionLife.available(action.state()).stream()
                .filter(Plans.ANSWERS::contains)
                .toList();
    }

    private Outcome<PlanStore.Owed> owned(Actor actor, UUID action, Instant now) {
        Optional<PlanStore.Owed> found = store.action(actor.partnership(), action);
        if (found.isEmpty()) {
            return sharing.ask(actor, Permission.ANSWER_ACTION, new CaseId(action), now)
                    .then(_ -> Outcome.refused(Sharing.NOT_FOUND));
        }
        PlanStore.Owed owed = found.get();
        List<Involvement> owns = plans.owns(actor, owed.action(), now)
                ? List.of(Involvement.of(new MemberId(actor.member()), Basis.ACTION, now))
                : List.of();
        return sharing.ask(actor, Permission.ANSWER_ACTION, owed.caseId(), owns, now)
                .map(_ -> owed);
    }

    private String child(Actor actor, CaseId caseId, Instant now) {
        Map<CaseId, ChildId> childOf = cases.childrenOf(actor, Set.of(caseId));
        Map<ChildId, Child> children = people.children(actor, Set.copyOf(childOf.values()), now);
        return children.values().stream().findFirst().map(Child::displayName).orElse("");
    }
}
