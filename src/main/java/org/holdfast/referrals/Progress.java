package org.holdfast.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.partnership.ScreeningRoute;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * How far a referral is, and what may be done about it now by whoever asks.
 *
 * @param child the child's name as known
 * @param caseShown whether the reader may open the child's page
 * @param referredAt from when limits count
 * @param scope message key of who decides, as last found (NRM-20); null where it was never asked
 * @param lookAgainOn set while it is not submitted (REF-5)
 * @param available what may be done now, and what the page offers
 * @param steps everything done about it, the first first
 * @param findings what is missing or weak (REF-3)
 * @param alike children known already about whom it has to be said whether they are the same (REF-4)
 * @param others further referrals about the same child
 * @param screeners who may decide on submission under this profile
 */
public record Progress(
        ReferralId id,
        int version,
        ReferralState state,
        CaseId caseId,
        String child,
        boolean caseShown,
        boolean byHand,
        String writer,
        Instant receivedAt,
        @Nullable Instant referredAt,
        @Nullable String scope,
        @Nullable String nrmReference,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate lookAgainOn,
        Set<ReferralCommand> available,
        List<StepTaken> steps,
        List<Finding> findings,
        List<Alike> alike,
        List<Other> others,
        List<ScreeningRoute> screeners) {

    /** Another referral about the same child. */
    public record Other(ReferralId id, ReferralState state, Instant receivedAt, String writer) {}

    public Progress {
        available = Set.copyOf(available);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        alike = List.copyOf(alike);
        others = List.copyOf(others);
        screeners = List.copyOf(screeners);
    }

    public boolean may(ReferralCommand command) {
        return available.contains(command);
    }

    /** The newest step of a kind, such as how immediate safety was last said to be addressed. */
    public Optional<StepTaken> last(ReferralCommand command) {
        return steps.stream().filter(step -> step.command() == command).reduce((earlier, later) -> later);
    }
}
