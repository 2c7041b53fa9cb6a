package org.holdfast.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as it is read back.
 *
 * @param seq its place in the partnership's chain, from 1
 * @param event what happened, such as {@code vote-cast}
 * @param agency id of the agency the actor belonged to
 * @param detail JSON object of ids, codes and numbers
 */
public record LedgerLine(
        long seq,
        Instant at,
        Actor.Kind actorKind,
        UUID actor,
        String actorName,
        UUID agency,
        Act act,
        String event,
        @Nullable UUID caseId,
        @Nullable UUID subjectId,
        String detail) {}
