package org.holdfast.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.jspecify.annotations.Nullable;

/**
 * That what is held about one child is destroyed: proposed by one person, approved by another. Once done it is the certificate, which says
 * what, when, by whom and by which rule, in counts and fingerprints, and nothing of the child (SHR-8).
 *
 * @param due the rule as it stood when it was proposed
 * @param settledAt null while it is proposed
 * @param because why it was not approved; empty otherwise
 * @param parts what was destroyed; empty before
 */
public record Disposal(
        UUID id,
        CaseId caseId,
        Due due,
        DisposalState state,
        Instant proposedAt,
        UUID proposer,
        String proposedBy,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        String because,
        int version,
        List<Part> parts) {

    public Disposal {
        parts = List.copyOf(parts);
    }

    /**
     * What was destroyed of one table.
     *
     * @param sha256 over the rows as they were
     */
    public record Part(String holding, int rows, String sha256) {}

    /** How many rows were destroyed. */
    public int rows() {
        return parts.stream().mapToInt(Part::rows).sum();
    }

    /** The fingerprint of the certificate, which the ledger keeps beside it. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder("Holdfast certificate of disposal\n");
        text.append(id).append('\n').append(caseId.value()).append('\n');
        text.append(due.kind())
                .append(' ')
                .append(due.keep())
                .append(' ')
                .append(due.on())
                .append('\n');
        text.append(proposedAt).append(' ').append(proposedBy).append('\n');
        text.append(settledAt).append(' ').append(settledBy).append('\n');
        parts.forEach(part -> text.append(part.holding())
                .append(' ')
                .append(part.rows())
                .append(' ')
                .append(part.sha256())
                .append('\n'));
        return Given.fingerprint(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
