package org.holdfast.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks one partnership's chain from its first line and says where it was tampered with. It computes every hash itself, not by the
 * database's own function, so that neither can hide the other's mistake. What an owner of the database rewrote altogether, or set back
 * to an older copy, is whole in itself: that is found by the heads that were kept elsewhere. Lines pass by and none is kept.
 */
public final class LedgerCheck {

    /** What is wrong with a line. */
    public enum Fault {
        /** The line's content is not what was hashed. */
        CHANGED,
        /** One or more lines before this one are gone. */
        DROPPED,
        /** The line stands twice, or another stands in its place beside it. */
        DOUBLED,
        /** The line does not follow the one before it. */
        REORDERED,
        /** The line stands after the end of the chain: it was not put there by the program. */
        ADDED,
        /** Lines at the end of the chain are gone, or the head was set back. */
        TRUNCATED,
        /** The line is not the one whose hash was signed: the chain was replaced from somewhere before it. */
        REPLACED,
        /** The chain ends before a line that was signed: its end was cut off, or an older copy was put back. */
        CUT
    }

    /** A fault and the place in the chain where it shows. */
    public record Found(long seq, Fault fault) {}

    /**
     * A kept head that the chain no longer meets.
     *
     * @param soundUntil the last line that a kept head still bears out; 0 where there is none
     */
    public record Unmet(Head head, long soundUntil) {}

    /** What the check saw: how many lines, every fault in order, and every kept head that is not met. */
    public record Report(PartnershipId partnership, long lines, List<Found> faults, List<Unmet> unmet) {
        public Report {
            faults = List.copyOf(faults);
            unmet = List.copyOf(unmet);
        }

        /** No fault was found. */
        public boolean whole() {
            return faults.isEmpty();
        }
    }

    /** Where the chain itself says it ends. */
    record End(long seq, byte[] hash) {}

    private final PartnershipId partnership;
    private final @Nullable End before;
    private final List<Head> kept;
    private final MessageDigest digest = sha256();
    private final List<Found> faults = new ArrayList<>();
    private final List<Unmet> unmet = new ArrayList<>();
    private int nextKept;
    private long soundUntil;
    private long lines;
    private long lastSeq;
    private byte[] lastHash;
    private byte @Nullable [] hashAtEnd;

    /**
     * @param before where the chain said it ends before its lines were read; lines that came meanwhile stand after it
     * @param kept heads that were kept elsewhere
     */
    LedgerCheck(PartnershipId partnership, @Nullable End before, Collection<Head> kept) {
        this.partnership = partnership;
        this.before = before;
        this.kept = kept.stream().sorted(Comparator.comparingLong(Head::seq)).toList();
        this.lastHash = digest.digest(partnership.value().toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes the next line, in order of place.
     *
     * @param content its fields as they were hashed: place, microseconds, kind, id and name of the actor, agency, act, event, case, subject,
     *     detail
     */
    void line(long seq, byte[] @Nullable [] content, byte[] previousHash, byte[] hash) {
        lines++;
        if (seq == lastSeq) {
            faults.add(new Found(seq, Fault.DOUBLED));
            return;
        }
        if (seq > lastSeq + 1) {
            faults.add(new Found(seq, Fault.DROPPED));
        } else if (!Arrays.equals(previousHash, lastHash)) {
            faults.add(new Found(seq, Fault.REORDERED));
        }
        if (!Arrays.equals(hashed(previousHash, content), hash)) {
            faults.add(new Found(seq, Fault.CHANGED));
        }
        if (nextKept < kept.size() && kept.get(nextKept).seq() <= seq) {
            compareKept(seq, hash);
        }
        if (before != null && before.seq() == seq) {
            hashAtEnd = hash;
        }
        lastSeq = seq;
        lastHash = hash;
    }

    private void compareKept(long seq, byte[] hash) {
        String hex = HexFormat.of().formatHex(hash);
        for (; nextKept < kept.size() && kept.get(nextKept).seq() <= seq; nextKept++) {
            Head head = kept.get(nextKept);
            if (head.seq() == seq && head.hash().equals(hex)) {
                soundUntil = seq;
            } else {
                unmet(head, new Found(head.seq(), Fault.REPLACED));
            }
        }
    }

    /** The first head that is not met says where; those after it cannot be met either. */
    private void unmet(Head head, Found found) {
        if (unmet.isEmpty()) {
            faults.add(found);
        }
        unmet.add(new Unmet(head, soundUntil));
    }

    /** @param after where the chain said it ends after its lines were read */
    Report end(@Nullable End after) {
        if (before == null ? after == null && lastSeq > 0 : after == null) {
            faults.add(new Found(lastSeq + 1, Fault.TRUNCATED));
        } else if (after != null && lastSeq > after.seq()) {
            faults.add(new Found(after.seq() + 1, Fault.ADDED));
        } else if (before != null && lastSeq < before.seq()) {
            faults.add(new Found(lastSeq + 1, Fault.TRUNCATED));
        } else if (before != null && before.seq() > 0 && !Arrays.equals(hashAtEnd, before.hash())) {
            faults.add(new Found(before.seq(), Fault.REPLACED));
        }
        for (; nextKept < kept.size(); nextKept++) {
            unmet(kept.get(nextKept), new Found(lastSeq + 1, Fault.CUT));
        }
        return new Report(partnership, lines, faults, unmet);
    }

    private byte[] hashed(byte[] previous, byte[] @Nullable [] content) {
        digest.update(previous);
        for (byte[] field : content) {
            int length = field == null ? 0 : field.length;
            digest.update(Integer.toString(length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            if (field != null) {
                digest.update(field);
            }
        }
        return digest.digest();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
