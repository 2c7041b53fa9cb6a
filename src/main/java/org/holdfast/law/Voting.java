package org.holdfast.law;

import java.util.List;

/**
 * Who decides and how, where a profile says nothing else (NRM-4).
 *
 * @param agencies the agencies that vote; all others advise
 * @param votesEach votes of each of them
 * @param chairBreaksTies whether the chair decides a tie; if not, a tie is no decision
 */
public record Voting(List<CoreAgency> agencies, int votesEach, boolean chairBreaksTies) {

    public Voting {
        agencies = List.copyOf(agencies);
    }
}
