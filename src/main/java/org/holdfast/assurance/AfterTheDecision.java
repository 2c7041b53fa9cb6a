package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.decisions.Aftermath;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** A form that was sent waits for the competent authority from then on; a decision that was replaced no longer does (NRM-11, NRM-14). */
@Component
class AfterTheDecision implements Aftermath {

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Outbox outbox;
    private final AssuranceStore assurances;
    private final ReconsiderationStore reconsiderations;
    private final Supplier<UUID> ids;

    AfterTheDecision(
            Ledger ledger,
            Partnerships partnerships,
            Outbox outbox,
            AssuranceStore assurances,
            ReconsiderationStore reconsiderations,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.outbox = outbox;
        this.assurances = assurances;
        this.reconsiderations = reconsiderations;
        this.ids = ids;
    }

    @Override
    public void outcomeSent(Actor actor, CaseId caseId, OutcomeForm form, Instant now) {
        AssuranceId id = new AssuranceId(ids.get());
        AssuranceId follows = assurances
                .replacedBy(actor.partnership(), new DecisionId(form.decision()))
                .orElse(null);
        String hash = assurances.add(actor, id, caseId, form, follows, now);
        ledger.record(
                actor, now, new AssuranceEvent.AssuranceOpened(caseId.value(), id.value(), form.decision(), hash));
        LocalDate today = UnitedKingdom.day(now);
        partnerships.members(actor).stream()
                .filter(member -> member.is(Role.ASSURER) && member.memberOn(today))
                .forEach(member -> outbox.post(
                        actor, Message.of(member.id(), "assurance.mail.waiting", Assurances.path(id)), now));
    }

    @Override
    public void superseded(Actor actor, CaseId caseId, DecisionId earlier, DecisionId later, Instant now) {
        assurances.ofDecision(actor.partnership(), earlier).ifPresent(one -> {
            if (AssuranceLife.after(one.state(), AssuranceCommand.REPLACE)
                    instanceof Outcome.Done<AssuranceState>(AssuranceState next)) {
                assurances.state(actor.partnership(), one.id(), next);
                assurances.replaced(actor.partnership(), one.id(), later);
                ledger.record(
                        actor,
                        now,
                        new AssuranceEvent.AssuranceReplaced(
                                caseId.value(), one.id().value(), later.value()));
            }
        });
        reconsiderations.ofCase(actor.partnership(), caseId).stream()
                .filter(one -> one.decision().equals(earlier) && one.state().open())
                .forEach(one -> {
                    reconsiderations.settle(actor, one.id(), ReconsiderationState.REPLACED, "", later, now);
                    ledger.record(
                            actor,
                            now,
                            new AssuranceEvent.ReconsiderationMoved(
                                    caseId.value(),
                                    one.id().value(),
                                    ReconsiderationCommand.REPLACE,
                                    ReconsiderationState.REPLACED));
                });
    }
}
