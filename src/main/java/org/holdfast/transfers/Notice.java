package org.holdfast.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;

/**
 * What the other partnership is told before it answers: enough to answer, and no more. It is gone once that is settled.
 *
 * @param child name as known
 * @param born as it is written down
 * @param clocks those that run
 * @param rows how much would go, by part
 */
public record Notice(String child, String born, Stage stage, List<Running> clocks, Map<Goes, Integer> rows) {

    public Notice {
        clocks = List.copyOf(clocks);
        rows = Map.copyOf(rows);
    }

    /** A clock that runs on. */
    public record Running(ClockKind kind, LocalDate startedOn, LocalDate dueOn) {}
}
