package org.holdfast.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.law.Reason;
import org.holdfast.sharing.LawfulBasis;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is typed.
 *
 * @param papers keys of {@link PaperChoice}
 */
public record TransferDraft(
        @Nullable UUID to,
        Set<Goes> goes,
        Set<String> papers,
        String because,
        @Nullable LawfulBasis basis) {

    private static final int LONGEST_REASON = 2_000;

    public TransferDraft {
        goes = Set.copyOf(goes);
        papers = papers.stream().filter(it -> !it.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with it. */
    List<Reason> faults(Set<UUID> others) {
        List<Reason> faults = new ArrayList<>();
        if (to == null || !others.contains(to)) {
            faults.add(Reason.about("to", "transfers.needs-partnership"));
        }
        if (because.isBlank() || because.length() > LONGEST_REASON) {
            faults.add(Reason.about("because", "transfers.needs-reason"));
        }
        if (basis == null) {
            faults.add(Reason.about("basis", "transfers.needs-basis"));
        }
        return faults;
    }
}
