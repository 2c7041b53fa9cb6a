package org.holdfast.referrals;

import java.time.Instant;
import java.util.Set;

/**
 * One time that the form of a referral reached us: the first, or an update kept beside it.
 *
 * @param number 1 for the first
 * @param from name of the person or program that sent it
 * @param read whether the co-ordinator has read it; the first counts as read
 */
public record Sending(
        int number, Manner manner, Instant receivedAt, String from, HomeOfficePayload payload, boolean read) {

    Sending without(Set<String> keys) {
        return new Sending(number, manner, receivedAt, from, payload.without(keys), read);
    }
}
