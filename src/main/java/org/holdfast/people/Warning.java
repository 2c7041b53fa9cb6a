package org.holdfast.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;

/**
 * What whoever deals with the child must know first. It is looked at again by its review date, so that no warning outlives its reason.
 *
 * @param raisedBy as it stands on the ledger
 */
public record Warning(UUID id, WarningKind kind, String text, LocalDate reviewOn, String raisedBy, Instant raisedAt) {
    /** What kind of information its words are. */
    public DataClass holds() {
        return switch (kind) {
            case HEALTH -> DataClass.HEALTH;
            case RISK_TO_CHILD, RISK_TO_WORKER, HANDLE_WITH_CARE -> DataClass.SAFEGUARDING;
        };
    }

    /** As somebody reads it who may read some fields of the case and not others: that there is a warning is never held back. */
    Warning as(FieldReader reader) {
        return kind != WarningKind.HEALTH || reader.reads(holds())
                ? this
                : new Warning(id, kind, "", reviewOn, raisedBy, raisedAt);
    }

    public boolean reviewDue(LocalDate today) {
        return !today.isBefore(reviewOn);
    }
}
