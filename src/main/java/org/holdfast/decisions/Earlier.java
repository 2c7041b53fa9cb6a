package org.holdfast.decisions;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is already decided about the child, leaving out a decision that is about to be superseded.
 *
 * @param reasonable the issued decision on reasonable grounds; null when there is none
 * @param conclusive the issued decision on conclusive grounds; null when there is none
 */
public record Earlier(
        @Nullable Determination reasonable, @Nullable Determination conclusive) {

    /** Nothing is decided yet. */
    public static final Earlier NOTHING = new Earlier(null, null);

    /** Reads the determinations in force. */
    public static Earlier of(Collection<Determination> inForce) {
        return new Earlier(
                inForce.stream()
                        .filter(one -> one.answers(Ground.RG))
                        .findFirst()
                        .orElse(null),
                inForce.stream()
                        .filter(one -> one.answers(Ground.CG))
                        .findFirst()
                        .orElse(null));
    }
}
