package org.holdfast.assurance.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.holdfast.assurance.AssuranceState;
import org.holdfast.assurance.Assurances;
import org.holdfast.partnership.Assuring;

/**
 * Forms with the competent authority, by where they stand.
 *
 * @param assurer whether the reader is its assurer
 */
public record InboxView(List<Assurances.Line> all, Show show, boolean assurer, Assuring agreed) {

    /** Which of them are shown. */
    public enum Show {
        WAITING(EnumSet.of(AssuranceState.WAITING)),
        RETURNED(EnumSet.of(AssuranceState.RETURNED, AssuranceState.DECIDING_AGAIN)),
        AGREED(EnumSet.of(AssuranceState.AGREED)),
        PAST(EnumSet.of(AssuranceState.REPLACED, AssuranceState.NOT_CHOSEN));

        private final Set<AssuranceState> states;

        Show(Set<AssuranceState> states) {
            this.states = states;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElse(WAITING);
        }
    }

    public InboxView {
        all = List.copyOf(all);
    }

    public List<Assurances.Line> of(Show part) {
        return all.stream()
                .filter(line -> part.states.contains(line.assurance().state()))
                .toList();
    }

    public List<Assurances.Line> shown() {
        return of(show);
    }
}
