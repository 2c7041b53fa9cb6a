package org.holdfast.transfers;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A paper that could go along, before the case is offered.
 *
 * @param source the meeting, the agency, the letter
 * @param owner the agency whose information it is; empty where it is the partnership's
 * @param restricted whether its owner restricts it, and so is asked first (SHR-4)
 * @param stays why it does not go; null where it may
 */
public record PaperChoice(
        PaperKind kind,
        UUID source,
        String title,
        String owner,
        LocalDate on,
        boolean restricted,
        @Nullable Reason stays) {

    /** How the choice is named where it is sent back. */
    public String key() {
        return kind + ":" + source;
    }
}
