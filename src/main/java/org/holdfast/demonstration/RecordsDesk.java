package org.holdfast.demonstration;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.records.AskerCapacity;
import org.holdfast.records.Disposals;
import org.holdfast.records.RequestDraft;
import org.holdfast.records.RequestKind;
import org.holdfast.records.SubjectRequests;
import org.springframework.stereotype.Component;

/** What information governance does about the records as such. */
@Component
final class RecordsDesk {

    private final Disposals disposals;
    private final SubjectRequests requests;

    RecordsDesk(Disposals disposals, SubjectRequests requests) {
        this.disposals = disposals;
        this.requests = requests;
    }

    /** A complaint stands, so nothing of the child's may be destroyed. */
    void holds(MadeUpChild child, Cast.Player governance, Instant at) {
        disposals
                .hold(
                        governance.actor(),
                        child.caseId(),
                        "The family complained about the decision. Ask the council's lawyers before anything goes.",
                        at)
                .orThrow();
    }

    /** The child asks what is held; it is proved who asks, and everything is gathered to be gone through. */
    void asks(MadeUpChild child, Cast.Player governance, Instant at) {
        Actor by = governance.actor();
        UUID request = requests.receive(
                        by,
                        child.caseId(),
                        new RequestDraft(
                                RequestKind.ACCESS,
                                UnitedKingdom.day(at),
                                child.name(),
                                AskerCapacity.CHILD,
                                "I want to see everything you wrote about me."),
                        at)
                .orThrow();
        requests.prove(by, request, "Her social worker was with her", UnitedKingdom.day(at), 1, at)
                .orThrow();
        requests.gather(by, request, 2, at).orThrow();
    }
}
