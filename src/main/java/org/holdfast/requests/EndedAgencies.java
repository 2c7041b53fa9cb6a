package org.holdfast.requests;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.partnership.AgencyEnds;
import org.holdfast.partnership.AgencyId;
import org.springframework.stereotype.Component;

/** What an agency that has ended was asked and did not answer is overtaken: it is set aside, and what it gave before stays. */
@Component
class EndedAgencies implements AgencyEnds {

    private final RequestStore store;
    private final Ledger ledger;

    EndedAgencies(RequestStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public void ended(Actor by, AgencyId agency, Instant now) {
        List<Request> open = store.open(by.partnership()).stream()
                .filter(request -> request.agency().equals(agency))
                .toList();
        for (Question question :
                store.asked(by.partnership(), open.stream().map(Request::id).toList())) {
            store.save(by.partnership(), question.setAside());
            ledger.record(
                    by,
                    now,
                    new RequestEvent.ChildWithdrawn(
                            question.request().value(), question.caseId().value(), agency.value(), true));
        }
    }
}
