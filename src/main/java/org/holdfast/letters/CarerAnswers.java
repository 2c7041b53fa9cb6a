package org.holdfast.letters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known before a parent or carer is written to: a letter can set off somebody who took part, and tell where a child is.
 *
 * @param suspected whether anybody suspects them, or somebody who lives with them; null where it was not answered
 * @param wish how the child takes it that they are written to; null where it was not answered
 * @param saidBy who answered for both, such as the lead professional after asking the police; empty where nobody did
 */
public record CarerAnswers(
        @Nullable Suspected suspected, @Nullable Wish wish, String saidBy) {

    /** Whether the parent or carer, or somebody around them, is suspected of a part in what was done to the child. */
    public enum Suspected {
        NO,
        YES,
        NOT_KNOWN
    }

    /** How the child takes it. */
    public enum Wish {
        AGREES,
        DOES_NOT_WANT_IT,
        NOT_ASKED
    }

    /** Nobody was asked anything. */
    public static final CarerAnswers NONE = new CarerAnswers(null, null, "");

    /**
     * What keeps the letter from going. Suspicion is never weighed against anything.
     *
     * @param recipient whom it greets
     * @param carers the parents and carers at the child's side today
     */
    List<Reason> faults(String recipient, Collection<String> carers) {
        List<Reason> faults = new ArrayList<>();
        if (carers.stream().noneMatch(carer -> carer.strip().equalsIgnoreCase(recipient.strip()))) {
            faults.add(new Reason("letters.carer.not-at-side", "GRD-5", "recipient", List.of()));
        }
        if (suspected == null) {
            faults.add(Reason.about("suspected", "letters.carer.needs-suspected"));
        } else if (suspected != Suspected.NO) {
            faults.add(Reason.about(
                    "suspected",
                    suspected == Suspected.YES ? "letters.carer.suspected" : "letters.carer.suspected-not-known"));
        }
        if (wish == null) {
            faults.add(Reason.about("wish", "letters.carer.needs-wish"));
        } else if (wish != Wish.AGREES) {
            faults.add(Reason.about(
                    "wish", wish == Wish.NOT_ASKED ? "letters.carer.not-asked" : "letters.carer.not-wanted"));
        }
        if (saidBy.isBlank()) {
            faults.add(Reason.about("saidBy", "letters.carer.needs-said-by"));
        } else if (saidBy.length() > 300) {
            faults.add(Reason.about("saidBy", "letters.fault.too-long", "300"));
        }
        return faults;
    }
}
