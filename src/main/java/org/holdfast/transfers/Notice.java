package org.holdfast.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.jspecify.annotations.Nullable;

/**
 * What the other partnership is told before it answers: enough to answer, and no more. It is gone once that is settled.
 *
 * @param child name as known
 * @param born as it is written down
 * @param clocks those that run
 * @param rows how much would go, by part
 * @param papers what papers are to come, by title
 */
public record Notice(
        String child,
        String born,
        Stage stage,
        List<Running> clocks,
        Map<Goes, Integer> rows,
        @Nullable List<String> papers) {

    public Notice {
        clocks = List.copyOf(clocks);
        papers = papers == null ? List.of() : List.copyOf(papers);
        rows = Map.copyOf(rows);
    }

    /** The titles of the papers that are to come. */
    @Override
    public List<String> papers() {
        return papers == null ? List.of() : papers;
    }

    /** A clock that runs on. */
    public record Running(ClockKind kind, LocalDate startedOn, LocalDate dueOn) {}
}
