package org.holdfast.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the marks of presses are kept, within the open transaction of a partnership ({@link Press}). */
public interface Presses {

    /**
     * What is known of the first press.
     *
     * @param answer where it led; null where it answered with a page, or has not answered yet
     */
    record First(@Nullable String answer) {}

    /** The first press with this mark, if there was one. */
    Optional<First> first(PartnershipId partnership, byte[] mark);

    /**
     * Keeps a mark with what is changed for it.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the same press was kept at the same moment
     */
    void keep(PartnershipId partnership, byte[] mark, Instant at);

    /** Says where the first press led. */
    void answered(PartnershipId partnership, byte[] mark, String answer);
}
