package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to safeguarding plans and their actions (MTG-5). */
@Component
public final class Plans {

    private final CaseDesk desk;
    private final PlanStore store;
    private final ActionPost post;
    private final Supplier<UUID> ids;

    Plans(CaseDesk desk, PlanStore store, ActionPost post, Supplier<UUID> ids) {
        this.desk = desk;
        this.store = store;
        this.post = post;
        this.ids = ids;
    }

    /**
     * The plans and actions of a case.
     *
     * @param plans the one in force first
     * @param actions what still is to be done first
     */
    public record PlanPage(List<Plan> plans, List<Action> actions) {
        public PlanPage {
            plans = List.copyOf(plans);
            actions = List.copyOf(actions);
        }

        /** The plan in force, if there is one. */
        public Optional<Plan> current() {
            return plans.stream().filter(plan -> plan.endedOn() == null).findFirst();
        }
    }

    /** Plans and actions, for somebody who looks at them. */
    public Outcome<PlanPage> see(Actor actor, CaseId id, Instant now) {
        return desk.see(
                actor,
                id,
                CasePart.PLAN,
                now,
                () -> new PlanPage(store.plans(actor.partnership(), id), store.actions(actor.partnership(), id)));
    }

    /** The plan in force. The caller has asked for the case. */
    public Optional<Plan> plan(Actor actor, CaseId id) {
        return Optional.ofNullable(plans(actor, List.of(id)).get(id));
    }

    /** The plans in force of cases; a case without one is left out. */
    public Map<CaseId, Plan> plans(Actor actor, Collection<CaseId> cases) {
        return desk.read(actor, () -> store.current(actor.partnership(), cases));
    }

    /** The actions of a case, what still is to be done first. The caller has asked for the case. */
    public List<Action> actions(Actor actor, CaseId id) {
        return desk.read(actor, () -> store.actions(actor.partnership(), id));
    }

    /** One action, to be changed or moved on. */
    public Outcome<Action> action(Actor actor, CaseId id, UUID action, Instant now) {
        return desk.see(
                actor,
                Permission.SEE_CASE,
                id,
                CasePart.PLAN,
                now,
                () -> store.action(actor.partnership(), id, action));
    }

    /** Records the plan that is now in force; one in force before ends on the day this one was agreed. */
    public Outcome<UUID> agree(Actor actor, CaseId id, PlanDraft draft, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            Optional<Plan> before = plan(actor, id);
            if (before.isPresent()) {
                Plan ending = before.get();
                if (!store.end(actor.partnership(), ending.id(), requireNonNull(draft.agreedOn()), ending.version())) {
                    return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                }
                desk.record(actor, now, new CaseEvent.PlanEnded(id.value(), ending.id()));
            }
            UUID plan = ids.get();
            store.add(actor, id, plan, draft);
            desk.record(
                    actor,
                    now,
                    new CaseEvent.PlanAgreed(
                            id.value(), plan, requireNonNull(draft.kind()), requireNonNull(draft.reviewOn())));
            return Outcome.done(plan);
        });
    }

    /** Changes the plan in force, unless somebody else has since the version seen. */
    public Outcome<UUID> rework(Actor actor, CaseId id, UUID plan, PlanDraft draft, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                draft.faults(UnitedKingdom.day(now)),
                () -> CaseDesk.found(
                                plan(actor, id).filter(current -> current.id().equals(plan)))
                        .then(before -> {
                            if (!store.change(actor, plan, draft, seen)) {
                                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                            }
                            desk.record(actor, now, new CaseEvent.PlanChanged(id.value(), plan, draft.differs(before)));
                            return Outcome.done(plan);
                        }));
    }

    /** Agrees an action outside a meeting. */
    public Outcome<UUID> agree(Actor actor, CaseId id, ActionDraft draft, Instant now) {
        return agreedAt(actor, id, draft, null, now);
    }

    /**
     * Agrees an action.
     *
     * @param meeting the meeting that agreed it; null when none did
     */
    public Outcome<UUID> agreedAt(Actor actor, CaseId id, ActionDraft draft, @Nullable UUID meeting, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        // whoever runs the meeting that agrees it may write it down, as well as whoever may change the case
        Permission permission = meeting == null ? Permission.CHANGE_CASE : Permission.RUN_MEETING;
        return desk.change(actor, permission, id, now, draft.faults(today), () -> {
            UUID action = ids.get();
            store.add(actor, id, action, draft, meeting, today);
            desk.record(actor, now, new CaseEvent.ActionAgreed(id.value(), action, requireNonNull(draft.dueOn())));
            post.agreed(actor, action, draft, now);
            return Outcome.done(action);
        });
    }

    /** Changes what an action says, unless somebody else has since the version seen. */
    public Outcome<UUID> rework(Actor actor, CaseId id, UUID action, ActionDraft draft, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                () -> CaseDesk.found(store.action(actor.partnership(), id, action))
                        .then(before -> {
                            List<Reason> faults = draft.faults(before.agreedOn());
                            if (!faults.isEmpty()) {
                                return Outcome.refused(faults);
                            }
                            if (!store.change(actor.partnership(), action, draft, seen)) {
                                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                            }
                            desk.record(
                                    actor, now, new CaseEvent.ActionChanged(id.value(), action, draft.differs(before)));
                            return Outcome.done(action);
                        }));
    }

    /** Moves an action on: done with a result, overtaken, left undone because, chased, escalated, or opened again. */
    public Outcome<ActionState> move(
            Actor actor, CaseId id, UUID action, ActionCommand command, String note, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.ADD_TO_CASE,
                id,
                now,
                noteFaults(command, note),
                () -> moved(actor, id, action, command, note, seen, now));
    }

    static List<Reason> noteFaults(ActionCommand command, String note) {
        return new Faults()
                .words("note", note, "casework.action.needs-note." + Chronologies.code(command))
                .found();
    }

    /** Moves an action on for a caller that has asked, inside its transaction. */
    Outcome<ActionState> moved(
            Actor actor, CaseId id, UUID action, ActionCommand command, String note, int seen, Instant now) {
        store.lock(actor.partnership(), action);
        return CaseDesk.found(store.action(actor.partnership(), id, action)).then(before -> {
            Optional<ActionState> after = ActionLife.after(before.state(), command);
            if (before.version() != seen) {
                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
            }
            if (after.isEmpty()) {
                return Outcome.refused(Reason.of("casework.action.not-now", "MTG-5"));
            }
            ActionState to = after.get();
            if (!store.move(actor.partnership(), action, to, to.open() ? null : UnitedKingdom.day(now), seen)) {
                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
            }
            store.add(
                    actor.partnership(),
                    action,
                    before.steps().size() + 1,
                    new Action.Step(command, note, now, actor.name()));
            if (command == ActionCommand.ESCALATE) {
                post.escalated(actor, before, now);
            }
            desk.record(actor, now, new CaseEvent.ActionMoved(id.value(), action, command, to));
            return Outcome.done(to);
        });
    }
}
