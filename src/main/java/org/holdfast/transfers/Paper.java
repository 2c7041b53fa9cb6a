package org.holdfast.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.letters.Sheet;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * A paper that goes, or went, with a case: what it says is sealed when it is handed over, and read at the receiver's as coming from the sender
 * (SHR-4, SHR-6).
 *
 * @param from the partnership that sent it, by name
 * @param holds what kinds of information it holds: as it cannot be taken apart, it is opened by those who read all of them
 * @param restricted whether it holds what its owner restricts, who agreed to its going
 * @param content exactly as sealed; null at the sender's once it is handed over
 * @param sha256 SHA-256 over the content in UTF-8, in hexadecimal
 * @param wholeSha256 the seal of what it was cut from, which stays with the sender; null where it is whole
 * @param receivedAt null at the sender's
 */
public record Paper(
        UUID id,
        UUID transfer,
        CaseId caseId,
        PaperKind kind,
        UUID source,
        String title,
        String owner,
        LocalDate on,
        String from,
        Set<DataClass> holds,
        boolean restricted,
        @Nullable String content,
        String sha256,
        @Nullable String wholeSha256,
        Instant writtenAt,
        @Nullable Instant receivedAt) {

    public Paper {
        holds = Set.copyOf(holds);
    }

    /** Whether somebody who reads these fields of the case may open it. */
    boolean readBy(FieldReader reader) {
        return holds.stream().allMatch(reader::reads);
    }

    /** Whether it still is what was sealed. */
    public boolean whole() {
        return content != null && Sheet.seal(content).equals(sha256);
    }

    /** What it says, as it is read; nothing where its content is gone. */
    public List<Sheet> sheets() {
        return content == null ? List.of() : Sheet.read(content);
    }
}
