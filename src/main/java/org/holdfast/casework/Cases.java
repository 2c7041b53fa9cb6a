package org.holdfast.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.partnership.MemberId;
import org.holdfast.people.ChildId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The door to cases: one a child, what happened to it, and where it therefore stands. Other modules call it inside their own work, having
 * asked {@code sharing} themselves.
 */
@Component
public final class Cases {

    private final Ledger ledger;
    private final Sharing sharing;
    private final CaseStore store;
    private final Supplier<UUID> ids;
    private final ObjectProvider<CaseFollower> followers;

    Cases(Ledger ledger, Sharing sharing, CaseStore store, Supplier<UUID> ids, ObjectProvider<CaseFollower> followers) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.store = store;
        this.ids = ids;
        this.followers = followers;
    }

    /** The child's case, opened now if there is none yet. */
    public CaseId open(Actor actor, ChildId child, Instant now) {
        return ledger.within(actor, () -> {
            CaseId id = new CaseId(ids.get());
            if (!store.open(actor.partnership(), id, child, now)) {
                return caseOf(actor, child).orElseThrow();
            }
            sharing.opened(actor, id);
            ledger.record(actor, now, new CaseEvent.CaseOpened(id.value(), child.value()));
            return id;
        });
    }

    /** The case of a child, if one was opened. */
    public Optional<CaseId> caseOf(Actor actor, ChildId child) {
        return Optional.ofNullable(casesOf(actor, Set.of(child)).get(child));
    }

    /** The cases of children; who has none is left out. */
    public Map<ChildId, CaseId> casesOf(Actor actor, Collection<ChildId> children) {
        return ledger.within(actor, () -> store.casesOf(actor.partnership(), children));
    }

    /** The child of a case. */
    public ChildId childOf(Actor actor, CaseId id) {
        return row(actor, id).child();
    }

    /** The children of cases. */
    public Map<CaseId, ChildId> childrenOf(Actor actor, Collection<CaseId> cases) {
        Map<CaseId, ChildId> children = new HashMap<>();
        rows(actor, cases).forEach((id, row) -> children.put(id, row.child()));
        return children;
    }

    /** When the case was opened. */
    public Instant openedAt(Actor actor, CaseId id) {
        return row(actor, id).openedAt();
    }

    /**
     * Records what has happened to a case. Whoever cannot be sure that it can happen now asks whether it is {@linkplain #reached reached}.
     *
     * @param at when it happened, which may be before now
     * @throws IllegalStateException if that cannot happen at the stage of the case
     */
    public void happened(Actor actor, CaseId id, Milestone milestone, Instant at, Instant now) {
        if (!reached(actor, id, milestone, at, now)) {
            throw new IllegalStateException(milestone + " cannot happen to " + id + " now");
        }
    }

    /**
     * Records what has happened to a case where it can happen at the stage of the case, and answers whether it could. Nobody else moves the
     * case until the transaction ends.
     *
     * @param at when it happened, which may be before now
     */
    public boolean reached(Actor actor, CaseId id, Milestone milestone, Instant at, Instant now) {
        return ledger.within(actor, () -> {
            if (!store.lock(actor.partnership(), id)) {
                throw new IllegalArgumentException("no such case: " + id);
            }
            List<Happened> before = milestones(actor, id);
            Stage from = stage(before);
            Optional<Stage> leads = from.after(milestone);
            if (leads.isEmpty()) {
                return false;
            }
            Stage to = leads.get();
            store.add(actor, id, before.size() + 1, new Happened(milestone, at, now, actor.name()));
            ledger.record(actor, now, new CaseEvent.MilestoneReached(id.value(), milestone, at, from, to));
            if (to != from && to == Stage.WITHDRAWN) {
                left(actor, id, CaseFollower.Left.WITHDRAWN, now);
            } else if (to.route() == Route.CENTRAL && from.route() != Route.CENTRAL) {
                left(actor, id, CaseFollower.Left.CENTRAL, now);
            }
            return true;
        });
    }

    /** A case belongs to another case of the same child, and nothing goes on in it (REF-4). */
    public void duplicate(Actor actor, CaseId id, Instant now) {
        ledger.within(actor, () -> {
            left(actor, id, CaseFollower.Left.DUPLICATE, now);
            return id;
        });
    }

    private void left(Actor actor, CaseId id, CaseFollower.Left why, Instant now) {
        followers.orderedStream().forEach(follower -> follower.left(actor, id, why, now));
    }

    /**
     * Makes everybody else who would hold the case wait until this transaction ends: what is done twice at once is done one after the other,
     * and the second sees what the first did.
     */
    public void hold(Actor actor, CaseId id) {
        ledger.within(actor, () -> store.lock(actor.partnership(), id));
    }

    /** Everything that happened to a case, in the order in which it was recorded. */
    public List<Happened> milestones(Actor actor, CaseId id) {
        return ledger.within(actor, () -> milestones(actor, Set.of(id)).getOrDefault(id, List.of()));
    }

    /** Where a case stands. */
    public Stage stage(Actor actor, CaseId id) {
        return stage(milestones(actor, id));
    }

    /** Where cases stand. */
    public Map<CaseId, Stage> stages(Actor actor, Collection<CaseId> cases) {
        return ledger.within(actor, () -> {
            Map<CaseId, List<Happened>> happened = milestones(actor, cases);
            Map<CaseId, Stage> stages = new HashMap<>();
            cases.forEach(id -> stages.put(id, stage(happened.getOrDefault(id, List.of()))));
            return stages;
        });
    }

    /** When something last happened to cases; one to which nothing happened yet is left out. */
    public Map<CaseId, Instant> lastHappened(Actor actor, Collection<CaseId> cases) {
        return ledger.within(actor, () -> {
            Map<CaseId, Instant> last = new HashMap<>();
            milestones(actor, cases)
                    .forEach((id, happened) -> happened.stream()
                            .map(Happened::at)
                            .max(Comparator.naturalOrder())
                            .ifPresent(at -> last.put(id, at)));
            return last;
        });
    }

    /** Who decides on a case. */
    public Route route(Actor actor, CaseId id) {
        return stage(actor, id).route();
    }

    /** The lead professional of a case, once one is named. */
    public Optional<MemberId> lead(Actor actor, CaseId id) {
        return Optional.ofNullable(row(actor, id).lead());
    }

    /** The lead professionals of cases; a case without one is left out. */
    public Map<CaseId, MemberId> leads(Actor actor, Collection<CaseId> cases) {
        Map<CaseId, MemberId> leads = new HashMap<>();
        rows(actor, cases).forEach((id, row) -> {
            if (row.lead() != null) {
                leads.put(id, row.lead());
            }
        });
        return leads;
    }

    /** The cases for which a member is lead professional. */
    public List<CaseId> ledBy(Actor actor, MemberId member) {
        return ledger.within(actor, () -> store.ledBy(actor.partnership(), member));
    }

    /** Every case of the partnership, the newest first. The caller asks {@code sharing} which of them to show. */
    public List<CaseId> all(Actor actor) {
        return ledger.within(
                actor,
                () -> store.all(actor.partnership()).stream()
                        .map(CaseStore.Row::id)
                        .toList());
    }

    CaseStore.Row row(Actor actor, CaseId id) {
        CaseStore.@Nullable Row row = rows(actor, Set.of(id)).get(id);
        if (row == null) {
            throw new IllegalArgumentException("no such case: " + id);
        }
        return row;
    }

    private Map<CaseId, CaseStore.Row> rows(Actor actor, Collection<CaseId> cases) {
        return ledger.within(actor, () -> store.rows(actor.partnership(), cases));
    }

    private Map<CaseId, List<Happened>> milestones(Actor actor, Collection<CaseId> cases) {
        return store.milestones(actor.partnership(), cases);
    }

    private static Stage stage(List<Happened> happened) {
        return Stage.of(happened.stream().map(Happened::milestone).toList());
    }
}
