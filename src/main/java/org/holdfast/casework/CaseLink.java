package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to a case and has a page of its own: a referral, a panel, a decision.
 *
 * @param key message key of what it is ("Referral from {0}")
 * @param details values for the numbered places of the message, fit to be read
 * @param path its page, beginning with a slash
 * @param at when it came about or is to be; null when not settled
 * @param stateKey message key of where it stands; empty when there is nothing to say
 */
public record CaseLink(
        String key,
        List<String> details,
        String path,
        @Nullable Instant at,
        String stateKey) {
    public CaseLink {
        details = List.copyOf(details);
    }
}
