package org.holdfast.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.referrals.ChildTold;
import org.holdfast.referrals.HandwrittenReferrals;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Receipt;
import org.holdfast.referrals.ReferralSteps;
import org.holdfast.referrals.Referrals;
import org.holdfast.referrals.RouteReason;
import org.holdfast.referrals.Safeguarding;
import tools.jackson.databind.json.JsonMapper;

/** Where referrals arrive and are seen to. */
final class ReferralDesk {

    private final Referrals referrals;
    private final ReferralSteps steps;
    private final HandwrittenReferrals handwritten;
    private final Actor gateway;
    private final Actor coordinator;
    private final JsonMapper json = JsonMapper.builder().build();

    ReferralDesk(
            Referrals referrals,
            ReferralSteps steps,
            HandwrittenReferrals handwritten,
            Actor gateway,
            Actor coordinator) {
        this.referrals = referrals;
        this.steps = steps;
        this.handwritten = handwritten;
        this.gateway = gateway;
        this.coordinator = coordinator;
    }

    void arrives(MadeUpChild child, Instant at) {
        Receipt receipt = referrals
                .receive(gateway, Manner.INTERFACE, json.writeValueAsBytes(child.form()), at)
                .orThrow();
        switch (receipt) {
            case Receipt.TakenIn taken -> child.tookIn(taken.id(), taken.caseId());
            case Receipt.TurnedAway turnedAway -> throw new IllegalStateException(child.name() + turnedAway.faults());
        }
    }

    void arrivesBroken(Instant at) {
        String cutOff =
                "{\"ExternalId\": \"00000000-0000-4000-8000-00000000ffff\", \"Type\": \"560734\", \"Customer.Fore";
        referrals
                .receive(gateway, Manner.INTERFACE, cutOff.getBytes(StandardCharsets.UTF_8), at)
                .orThrow();
    }

    void safeAndTold(MadeUpChild child, Instant at) {
        steps.recordSafeguarding(
                        coordinator,
                        child.referral(),
                        version(child, at),
                        Safeguarding.Answer.ALREADY_OPEN,
                        UnitedKingdom.day(at),
                        "Open to Exampleport Council children's services.",
                        at)
                .orThrow();
        steps.recordChildTold(
                        coordinator,
                        child.referral(),
                        version(child, at),
                        ChildTold.Answer.TOLD,
                        "The social worker explained it in person.",
                        at)
                .orThrow();
    }

    void accepted(MadeUpChild child, Instant at) {
        steps.accept(
                        coordinator,
                        child.referral(),
                        version(child, at),
                        new ReferralSteps.Acceptance(UnitedKingdom.day(at), child.reference(), false, false, null),
                        at)
                .orThrow();
    }

    void keptCentral(MadeUpChild child, RouteReason because, Instant at) {
        steps.keepCentral(
                        coordinator,
                        child.referral(),
                        version(child, at),
                        UnitedKingdom.day(at),
                        child.reference(),
                        because,
                        "As the competent authority wrote.",
                        at)
                .orThrow();
    }

    void movedToCentral(MadeUpChild child, RouteReason because, Instant at) {
        steps.moveToCentral(
                        coordinator,
                        child.referral(),
                        version(child, at),
                        UnitedKingdom.day(at),
                        because,
                        "The family has moved to a place without a panel.",
                        at)
                .orThrow();
    }

    void withdrawn(MadeUpChild child, Instant at) {
        steps.withdraw(coordinator, child.referral(), version(child, at), "Sent about the wrong child.", at)
                .orThrow();
    }

    void begins(Cast.Player writer, Map<String, List<String>> typed, Instant at) {
        handwritten
                .begin(writer.actor(), at)
                .then(id -> handwritten.write(writer.actor(), id, typed, at))
                .orThrow();
    }

    private int version(MadeUpChild child, Instant at) {
        return steps.look(coordinator, child.referral(), at).orThrow().version();
    }
}
