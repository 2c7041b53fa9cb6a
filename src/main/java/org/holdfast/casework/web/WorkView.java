package org.holdfast.casework.web;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.casework.MyWork.Row;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * Everything that waits for the reader, by true deadline.
 *
 * @param rows all of it
 * @param show which of it is asked for
 * @param today the day on which it is read
 */
public record WorkView(List<Row> rows, Show show, LocalDate today) {

    /** Which part of the work is shown. */
    public enum Show {
        ALL,
        OVERDUE,
        WEEK
    }

    private static final int SHOWN = 200;

    /** The rows asked for; what stands beyond the last of them has time. */
    public List<Row> shown() {
        return rows.stream().filter(row -> among(row, show)).limit(SHOWN).toList();
    }

    /** How many rows a part has. */
    public long count(Show part) {
        return rows.stream().filter(row -> among(row, part)).count();
    }

    /** The day on which a row is due; null when it has no deadline. */
    public static @Nullable LocalDate due(Row row) {
        return row.item().dueAt() == null ? null : UnitedKingdom.day(row.item().dueAt());
    }

    private boolean among(Row row, Show part) {
        LocalDate due = due(row);
        return switch (part) {
            case ALL -> true;
            case OVERDUE -> due != null && due.isBefore(today);
            case WEEK -> due != null && !due.isBefore(today) && due.isBefore(today.plusDays(7));
        };
    }
}
