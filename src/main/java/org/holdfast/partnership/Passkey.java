package org.holdfast.partnership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it: a key on their device that signs them in, once the device has made sure that it is they.
 *
 * @param name what its owner calls it
 * @param usedAt when it last signed them in; null where it never did
 */
public record Passkey(
        UUID id, String name, Instant addedAt, @Nullable Instant usedAt) {

    /** How many somebody can have. */
    public static final int MOST = 10;

    /** The longest name of one, in characters. */
    public static final int LONGEST_NAME = 60;
}
