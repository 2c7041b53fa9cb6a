package org.holdfast.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.springframework.stereotype.Component;

/** The door to who has looked at a case, who has changed it or was refused, and what of it went to whom (GOV-7, SHR-2). */
@Component
public final class Looks {

    private static final int LAST = 10;
    private static final int SHOWN = 200;
    private static final int TAKEN = 50_000;

    private final CaseDesk desk;
    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Disclosures disclosures;

    Looks(CaseDesk desk, Ledger ledger, Partnerships partnerships, Disclosures disclosures) {
        this.desk = desk;
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.disclosures = disclosures;
    }

    /** One line of the ledger, with the agency of whoever acted in words. */
    public record Look(LedgerLine line, String agency) {}

    /**
     * The newest lines about a case that fit; looking at them is a look too.
     *
     * @param all the last ten otherwise
     */
    public Outcome<List<Look>> see(Actor actor, CaseId id, LedgerFilter filter, boolean all, Instant now) {
        return desk.see(actor, id, CasePart.LOOKS, now, () -> looks(actor, id, filter, all ? SHOWN : LAST));
    }

    /** The lines about a case that fit, to take away. */
    public Outcome<List<Look>> take(Actor actor, CaseId id, LedgerFilter filter, Instant now) {
        return desk.change(actor, Permission.SEE_LOOKS, id, now, () -> {
            List<Look> looks = looks(actor, id, filter, TAKEN);
            desk.record(
                    actor,
                    now,
                    new CaseEvent.LooksTaken(
                            id.value(),
                            looks.size(),
                            Given.toReader(
                                    Purpose.CASE_WORK,
                                    Given.fingerprint(looks.toString().getBytes(StandardCharsets.UTF_8)))));
            return Outcome.done(looks);
        });
    }

    private List<Look> looks(Actor actor, CaseId id, LedgerFilter filter, int limit) {
        Map<UUID, String> agencies = new HashMap<>();
        for (Agency agency : partnerships.agencies(actor)) {
            agencies.put(agency.id().value(), agency.name());
        }
        return ledger.lines(actor, filter.about(id.value()), Long.MAX_VALUE, limit).stream()
                .map(line -> new Look(line, agencies.getOrDefault(line.agency(), "")))
                .toList();
    }

    /** What of this child has gone to whom, for what (SHR-2). */
    public Outcome<List<Disclosures.Entry>> disclosures(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.DISCLOSURES, now, () -> disclosures.of(actor, id, now));
    }
}
