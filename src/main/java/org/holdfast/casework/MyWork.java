package org.holdfast.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to everything that waits: for one person over all cases, and on one case for whomever. */
@Component
public final class MyWork {

    private static final Comparator<WorkItem> BY_DEADLINE = Comparator.comparing(
                    WorkItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(WorkItem::key)
            .thenComparing(WorkItem::path);

    private final Ledger ledger;
    private final Sharing sharing;
    private final Cases cases;
    private final People people;
    private final List<WorkSource> sources;

    MyWork(Ledger ledger, Sharing sharing, Cases cases, People people, List<WorkSource> sources) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.cases = cases;
        this.people = people;
        this.sources = List.copyOf(sources);
    }

    /**
     * One row of My work.
     *
     * @param child the child's name; empty where there is none to show
     */
    public record Row(WorkItem item, String child) {}

    /** Everything that waits for the actor, by true deadline. */
    public List<Row> of(Actor actor, Instant now) {
        return ledger.within(actor, () -> {
            List<WorkItem> gathered = new ArrayList<>();
            sources.forEach(source -> gathered.addAll(source.waitingFor(actor, now)));
            Set<CaseId> about = gathered.stream()
                    .map(WorkItem::caseId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            Set<CaseId> named = new HashSet<>(sharing.visible(actor, Permission.SEE_CASE, about, now));
            named.addAll(sharing.visible(actor, Permission.SEE_REFERRAL, about, now));
            named.addAll(sharing.visible(actor, Permission.ANSWER_POINT, about, now));
            Set<CaseId> shown = new HashSet<>(named);
            shown.addAll(sharing.visible(actor, Permission.SEE_MEETINGS, about, now));
            List<WorkItem> work = once(gathered.stream()
                    .filter(item -> item.caseId() == null || shown.contains(item.caseId()))
                    .sorted(BY_DEADLINE)
                    .toList());
            Map<CaseId, String> names = names(actor, named, now);
            return work.stream()
                    .map(item -> new Row(item, item.caseId() == null ? "" : names.getOrDefault(item.caseId(), "")))
                    .toList();
        });
    }

    /** Everything that is to be done on one case, by deadline. The caller has asked for the case. */
    public List<WorkItem> on(Actor actor, CaseId id, Instant now) {
        return ledger.within(actor, () -> {
            List<WorkItem> gathered = new ArrayList<>();
            sources.forEach(source -> gathered.addAll(source.waitingOn(actor, id, now)));
            return once(gathered.stream().sorted(BY_DEADLINE).toList());
        });
    }

    /**
     * A bare clock of a case says nothing beside work of another module under the same rule that is due by it, and nothing is said twice.
     */
    static List<WorkItem> once(Collection<WorkItem> work) {
        record Under(@Nullable CaseId caseId, String rule) {}
        Set<Under> told = work.stream()
                .filter(item -> !bareClock(item))
                .map(item -> new Under(item.caseId(), item.rule()))
                .collect(Collectors.toSet());
        return work.stream()
                .filter(item -> !bareClock(item) || !told.contains(new Under(item.caseId(), item.rule())))
                .distinct()
                .toList();
    }

    private static boolean bareClock(WorkItem item) {
        return item.key().startsWith("casework.work.clock.");
    }

    private Map<CaseId, String> names(Actor actor, Set<CaseId> of, Instant now) {
        Map<CaseId, ChildId> childOf = cases.childrenOf(actor, of);
        Map<ChildId, String> called = people.names(actor, new HashSet<>(childOf.values()), now);
        Map<CaseId, String> names = new HashMap<>();
        childOf.forEach((id, child) -> names.put(id, called.getOrDefault(child, "")));
        return names;
    }
}
