package org.holdfast.assurance;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The door to what is learnt from returns (NRM-11, GOV-3). Small numbers are for the co-ordinator and the assurer only. */
@Component
public final class LearningReport {

    private final Ledger ledger;
    private final Sharing sharing;
    private final AssuranceStore store;

    LearningReport(Ledger ledger, Sharing sharing, AssuranceStore store) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.store = store;
    }

    /** The report as this reader may see it. */
    public Outcome<Learning> read(Actor actor, Instant now) {
        return read(actor, now, false);
    }

    /** The report, taken out as a file. */
    public Outcome<Learning> take(Actor actor, Instant now) {
        return read(actor, now, true);
    }

    private Outcome<Learning> read(Actor actor, Instant now, boolean taken) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEARNING, now).map(_ -> {
                    List<Assurance> forms = store.all(actor.partnership());
                    ledger.record(
                            actor,
                            now,
                            taken
                                    ? new AssuranceEvent.LearningTaken(forms.size())
                                    : new AssuranceEvent.LearningSeen(forms.size()));
                    return Learning.of(
                            forms,
                            !sharing.may(actor, Permission.HANDLE_ASSURANCE) && !sharing.may(actor, Permission.ASSURE));
                }));
    }
}
