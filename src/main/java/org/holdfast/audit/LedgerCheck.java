package org.holdfast.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks one partnership's chain from its first line and says where it was tampered with. It computes every hash itself, not by the
 * database's own function, so that neither can hide the other's mistake.
 */
public final class LedgerCheck {

    /** What is wrong with a line. */
    public enum Fault {
        /** The line's content is not what was hashed. */
        CHANGED,
        /** One or more lines before this one are gone. */
        DROPPED,
        /** The line stands twice. */
        DOUBLED,
        /** The line does not follow the one before it. */
        REORDERED,
        /** Lines at the end of the chain are gone, or the head was set back. */
        TRUNCATED
    }

    /** A fault and the place in the chain where it shows. */
    public record Found(long seq, Fault fault) {}

    /** What the check saw: how many lines, and every fault in order. An empty list means the chain is whole. */
    public record Report(PartnershipId partnership, long lines, List<Found> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        public boolean whole() {
            return faults.isEmpty();
        }
    }

    /** A line with the hashes that were stored beside it. */
    record Sealed(LedgerLine line, byte[] previousHash, byte[] hash) {}

    /** Where the chain says it ends. */
    record Head(long seq, byte[] hash) {}

    private final PartnershipId partnership;
    private final List<Found> faults = new ArrayList<>();
    private long lines;
    private long lastSeq;
    private byte[] lastHash;

    LedgerCheck(PartnershipId partnership) {
        this.partnership = partnership;
        this.lastHash = sha256(partnership.value().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the next line, in order of place. */
    void line(Sealed sealed) {
        lines++;
        long seq = sealed.line().seq();
        if (seq == lastSeq) {
            faults.add(new Found(seq, Fault.DOUBLED));
            return;
        }
        if (seq > lastSeq + 1) {
            faults.add(new Found(seq, Fault.DROPPED));
        } else if (!Arrays.equals(sealed.previousHash(), lastHash)) {
            faults.add(new Found(seq, Fault.REORDERED));
        }
        if (!Arrays.equals(hash(sealed.previousHash(), sealed.line()), sealed.hash())) {
            faults.add(new Found(seq, Fault.CHANGED));
        }
        lastSeq = seq;
        lastHash = sealed.hash();
    }

    Report end(Optional<Head> head) {
        boolean endsThere = head.map(
                        end -> end.seq() == lastSeq && (lastSeq == 0 || Arrays.equals(end.hash(), lastHash)))
                .orElse(lastSeq == 0);
        if (!endsThere) {
            faults.add(new Found(lastSeq + 1, Fault.TRUNCATED));
        }
        return new Report(partnership, lines, faults);
    }

    static byte[] hash(byte[] previous, LedgerLine line) {
        StringBuilder written = new StringBuilder();
        frame(written, Long.toString(line.seq()));
        frame(written, Long.toString(micros(line.at())));
        frame(written, line.actorKind().name());
        frame(written, line.actor().toString());
        frame(written, line.actorName());
        frame(written, line.agency().toString());
        frame(written, line.act().name());
        frame(written, line.event());
        frame(written, line.caseId() == null ? null : line.caseId().toString());
        frame(written, line.subjectId() == null ? null : line.subjectId().toString());
        frame(written, line.detail());
        byte[] content = written.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(previous, previous.length + content.length);
        System.arraycopy(content, 0, all, previous.length, content.length);
        return sha256(all);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static void frame(StringBuilder written, @Nullable String field) {
        String text = field == null ? "" : field;
        written.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
