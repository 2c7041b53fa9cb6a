package org.holdfast.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Where a partnership's chain ended on a day: whoever holds it can tell later whether that part of the ledger still stands (GOV-7).
 *
 * @param seq the last line's place in the chain
 * @param hash of that line, in 64 hexadecimal digits
 */
public record Head(PartnershipId partnership, LocalDate day, long seq, String hash) {

    /** What is signed: the head as it is printed, line by line. */
    public byte[] signedText() {
        return "Holdfast ledger head\npartnership: %s\nday: %s\nline: %d\nhash: %s\n"
                .formatted(partnership.value(), day, seq, hash)
                .getBytes(StandardCharsets.UTF_8);
    }
}
