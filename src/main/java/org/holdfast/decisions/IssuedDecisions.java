package org.holdfast.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** The door to what was decided, for whoever has to tell of it: outcomes in force and nothing of how they came about. */
@Component
public final class IssuedDecisions {

    private final Ledger ledger;
    private final DecisionStore store;

    IssuedDecisions(Ledger ledger, DecisionStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /**
     * A decision in force.
     *
     * @param on the day of the meeting
     */
    public record Issued(DecisionId id, CaseId caseId, Determination determination, LocalDate on, Instant at) {}

    /** Those of a case, the newest first. The caller has asked for the case. */
    public List<Issued> of(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.ofCase(actor.partnership(), caseId).stream()
                        .filter(one -> one.state() == State.ISSUED)
                        .flatMap(IssuedDecisions::issued)
                        .toList());
    }

    /** Every one of the partnership, the oldest first. The caller asks which of the cases may be seen. */
    public List<Issued> all(Actor actor) {
        return ledger.within(
                actor,
                () -> store.inState(actor.partnership(), Set.of(State.ISSUED)).stream()
                        .sorted(DecisionStore.Brief.BY_ISSUE)
                        .flatMap(IssuedDecisions::issued)
                        .toList());
    }

    private static Stream<Issued> issued(DecisionStore.Brief brief) {
        Determination determination = brief.determination();
        Instant at = brief.issuedAt();
        return determination == null || at == null
                ? Stream.empty()
                : Stream.of(new Issued(brief.id(), brief.caseId(), determination, brief.on(), at));
    }
}
