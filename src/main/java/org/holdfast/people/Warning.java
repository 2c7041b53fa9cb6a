package org.holdfast.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What whoever deals with the child must know first. It is looked at again by its review date, so that no warning outlives its reason.
 *
 * @param raisedBy as it stands on the ledger
 */
public record Warning(UUID id, WarningKind kind, String text, LocalDate reviewOn, String raisedBy, Instant raisedAt) {
    public boolean reviewDue(LocalDate today) {
        return !today.isBefore(reviewOn);
    }
}
