package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to safeguarding plans and their actions (MTG-5). */
@Component
public final class Plans {

    /** What became of an action. */
    static final Set<ActionCommand> ANSWERS =
            EnumSet.of(ActionCommand.COMPLETE, ActionCommand.OVERTAKE, ActionCommand.LEAVE_UNDONE);

    private final CaseDesk desk;
    private final PlanStore store;
    private final ActionPost post;
    private final Cases cases;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Supplier<UUID> ids;

    Plans(
            CaseDesk desk,
            PlanStore store,
            ActionPost post,
            Cases cases,
            Sharing sharing,
            Partnerships partnerships,
            Teams teams,
            Supplier<UUID> ids) {
        this.desk = desk;
        this.store = store;
        this.post = post;
        this.cases = cases;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.teams = teams;
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

    /**
     * Records the plan that is now in force; one in force before ends on the day this one was agreed.
     *
     * @param replaces the plan in force as it was seen; null where none was. Nobody ends a plan that they never saw
     */
    public Outcome<UUID> agree(Actor actor, CaseId id, PlanDraft draft, Plan.@Nullable Seen replaces, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            Optional<Plan> before = plan(actor, id);
            if (!before.map(Plan::seen).equals(Optional.ofNullable(replaces))) {
                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
            }
            LocalDate agreedOn = requireNonNull(draft.agreedOn());
            if (before.isPresent()) {
                Plan ending = before.get();
                if (agreedOn.isBefore(ending.agreedOn())) {
                    return Outcome.refused(Reason.about("agreedOn", "casework.plan.before-the-last"));
                }
                if (!store.end(actor.partnership(), ending.id(), agreedOn, ending.version())) {
                    return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                }
                desk.record(actor, now, new CaseEvent.PlanEnded(id.value(), ending.id()));
            }
            UUID plan = ids.get();
            if (!store.add(actor, id, plan, draft)) {
                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
            }
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
            if (keptOut(actor, id, draft, now)) {
                return Outcome.refused(Reason.about("owner", "casework.party.excluded", draft.ownerName()));
            }
            cases.hold(actor, id);
            Optional<UUID> agreed = store.actions(actor.partnership(), id).stream()
                    .filter(it -> it.state() == ActionState.OPEN
                            && it.steps().isEmpty()
                            && it.agreedOn().equals(today)
                            && Objects.equals(it.agreedAt(), meeting)
                            && draft.differs(it).isEmpty())
                    .map(Action::id)
                    .findFirst();
            if (agreed.isPresent()) {
                // the button was pressed twice: it is one action, and its owner was told
                return Outcome.done(agreed.get());
            }
            UUID action = ids.get();
            store.add(actor, id, action, draft, meeting, today);
            desk.record(actor, now, new CaseEvent.ActionAgreed(id.value(), action, requireNonNull(draft.dueOn())));
            post.agreed(actor, id, action, draft, now);
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
                            List<Reason> faults = new ArrayList<>(draft.faults(before.agreedOn()));
                            boolean handedOn = !Objects.equals(draft.ownerMember(), before.ownerMember())
                                    || !Objects.equals(draft.ownerAgency(), before.ownerAgency())
                                    || !Objects.equals(draft.ownerTeam(), before.ownerTeam());
                            if (handedOn && keptOut(actor, id, draft, now)) {
                                faults.add(Reason.about("owner", "casework.party.excluded", draft.ownerName()));
                            }
                            if (!faults.isEmpty()) {
                                return Outcome.refused(faults);
                            }
                            if (!store.change(actor.partnership(), action, draft, seen)) {
                                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                            }
                            desk.record(
                                    actor, now, new CaseEvent.ActionChanged(id.value(), action, draft.differs(before)));
                            if (handedOn && before.state().open()) {
                                post.agreed(actor, id, action, draft, now);
                            }
                            return Outcome.done(action);
                        }));
    }

    /** Whether an action would go to somebody who is kept out of the case, and could never answer it (NRM-22). */
    private boolean keptOut(Actor actor, CaseId id, ActionDraft draft, Instant now) {
        MemberId owner = draft.ownerMember();
        TeamId team = draft.ownerTeam();
        if (owner == null && team != null) {
            Set<MemberId> people = teams.roll(actor, now).people(team);
            return !people.isEmpty() && sharing.excluded(actor, id).containsAll(people);
        }
        return owner != null && sharing.excluded(actor, id, owner);
    }

    /**
     * Moves an action on: done with a result, overtaken, left undone because, chased, escalated, or opened again. What became of it is said
     * by whoever has to do it, the lead of their agency, the child's lead professional or the co-ordinator; it is chased, escalated and opened
     * again by these three and by nobody else, the owner not among them (MTG-5).
     */
    public Outcome<ActionState> move(
            Actor actor, CaseId id, UUID action, ActionCommand command, String note, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.ADD_TO_CASE,
                id,
                now,
                noteFaults(command, note),
                () -> CaseDesk.found(store.action(actor.partnership(), id, action))
                        .then(found -> !mayGive(actor, id, found, command, now)
                                ? sharing.leaveToOthers(
                                        actor,
                                        Permission.ADD_TO_CASE,
                                        id,
                                        Reason.of("casework.action.not-yours", "MTG-5"),
                                        now)
                                : moved(actor, id, action, command, note, seen, now)));
    }

    /** What somebody may do with an action on the child's page now. The caller has asked for the case. */
    public List<ActionCommand> available(Actor actor, CaseId id, Action action, Instant now) {
        return desk.read(
                actor,
                () -> ActionLife.available(action.state()).stream()
                        .filter(command -> mayGive(actor, id, action, command, now))
                        .toList());
    }

    private boolean mayGive(Actor actor, CaseId id, Action action, ActionCommand command, Instant now) {
        return command != ActionCommand.TAKE
                && (oversees(actor, id, action, now) || ANSWERS.contains(command) && owns(actor, action, now));
    }

    /** The co-ordinator, the child's lead professional, and the lead of the agency that has to do it. */
    private boolean oversees(Actor actor, CaseId id, Action action, Instant now) {
        AgencyId agency = action.ownerAgency();
        return agency != null && agency.value().equals(actor.agency()) && leads(actor, now)
                || sharing.may(actor, Permission.PLAN_MEETING)
                || cases.lead(actor, id)
                        .filter(new MemberId(actor.member())::equals)
                        .isPresent();
    }

    /**
     * The owner; everybody who is in the team to which it was given, until one of them takes it; whoever answers for the agency, where the
     * agency as such owns it; and the agency's lead.
     */
    boolean owns(Actor actor, Action action, Instant now) {
        MemberId member = new MemberId(actor.member());
        if (member.equals(action.ownerMember()) && !action.untaken(teams.roll(actor, now))
                || mayTake(actor, action, now)) {
            return true;
        }
        AgencyId agency = action.ownerAgency();
        return agency != null
                && agency.value().equals(actor.agency())
                && (action.agencys() && actor.is(Role.AGENCY_CONTACT) || leads(actor, now));
    }

    /** Whether the actor is in the team to which it was given, and nobody has taken it. */
    boolean mayTake(Actor actor, Action action, Instant now) {
        TeamId team = action.ownerTeam();
        if (team == null || !action.state().open()) {
            return false;
        }
        TeamRoll roll = teams.roll(actor, now);
        return action.untaken(roll) && roll.people(team).contains(new MemberId(actor.member()));
    }

    /** Whether the actor leads their agency. */
    boolean leads(Actor actor, Instant now) {
        return partnerships.leads(actor, UnitedKingdom.day(now));
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
                post.escalated(actor, id, before, now);
            }
            desk.record(actor, now, new CaseEvent.ActionMoved(id.value(), action, command, to));
            return Outcome.done(to);
        });
    }
}
