package org.holdfast.referrals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.people.ChildId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a child known already: whether it is the child of this referral (REF-4).
 *
 * @param reason why it is not the same child; empty otherwise
 */
public record SameChild(Verdict verdict, String reason) {

    static final SameChild LEFT_TO_THE_COORDINATOR = new SameChild(Verdict.CANNOT_TELL, "");

    /** The three answers. */
    public enum Verdict {
        SAME,
        NOT_THE_SAME,
        /** The writer cannot tell; the co-ordinator will say. */
        CANNOT_TELL;

        public String code() {
            return ReferralCommand.code(this);
        }
    }

    /** The name of the form field that asks about a child. */
    public static String field(ChildId child) {
        return "same-" + child.value();
    }

    /** The name of the form field that asks why a child is not the same. */
    public static String reasonField(ChildId child) {
        return "why-not-" + child.value();
    }

    /**
     * Judges the answers about all who may be the same child; at most one of them is. Every fault is named with its field. What is said of
     * anybody else is not heard: nobody hangs a referral on a child they were not asked about.
     */
    static Outcome<Map<ChildId, SameChild>> judge(Collection<ChildId> candidates, Map<ChildId, SameChild> answers) {
        List<Reason> faults = new ArrayList<>();
        int same = 0;
        for (ChildId candidate : candidates) {
            SameChild answer = answers.get(candidate);
            if (answer == null) {
                faults.add(fault(field(candidate), "referrals.likeness.unanswered"));
            } else if (answer.verdict() == Verdict.NOT_THE_SAME
                    && answer.reason().isBlank()) {
                faults.add(fault(reasonField(candidate), "referrals.likeness.no-reason"));
            } else if (answer.verdict() == Verdict.SAME && ++same > 1) {
                faults.add(fault(field(candidate), "referrals.likeness.two-the-same"));
            }
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Map<ChildId, SameChild> heard = new HashMap<>(answers);
        heard.keySet().retainAll(candidates);
        return Outcome.done(heard);
    }

    /** The child that was said to be the same; null when none was. */
    static @Nullable ChildId same(Map<ChildId, SameChild> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().verdict() == Verdict.SAME)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Reason fault(String field, String key) {
        return new Reason(key, "REF-4", field, List.of());
    }
}
