package org.holdfast.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.LawfulBasis;

/**
 * Minutes sent out: to whom, what for, on which lawful basis, what exactly, by whom and when (SHR-2). Each got a link; what they read there
 * is the minutes cut to them.
 *
 * @param inTime whether it was within the limit of the profile as it was then
 */
public record Sending(
        UUID id, String purpose, LawfulBasis basis, String by, Instant at, boolean inTime, List<Recipient> recipients) {

    public Sending {
        recipients = List.copyOf(recipients);
    }

    /**
     * Somebody to whom they were sent.
     *
     * @param hash SHA-256 in hex of the minutes as this person may read them
     * @param items how many items of the agenda that was
     * @param restricted whether parts marked restricted were among it
     */
    public record Recipient(
            MemberId member, String name, String agencyName, String hash, int items, boolean restricted) {}
}
