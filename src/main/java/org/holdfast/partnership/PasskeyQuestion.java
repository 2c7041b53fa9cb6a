package org.holdfast.partnership;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device is asked to sign: a number by chance, good for one answer. The session that it was asked in keeps it, and no other can
 * answer it.
 *
 * @param account for whom a new passkey is made; null where somebody signs in, as nobody knows yet who it is
 */
public record PasskeyQuestion(byte[] challenge, @Nullable UUID account, Instant at) implements Serializable {

    /** How long an answer is waited for from somebody who signs in. */
    static final Duration TO_SIGN_IN = Duration.ofMinutes(5);

    /** How long from somebody who adds a passkey: the page has to be read first. */
    static final Duration TO_ADD = Duration.ofMinutes(15);

    /** The number as the page hands it to the device, in base 64 for addresses. */
    public String spelled() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    }

    boolean over(Instant now) {
        return at.plus(account == null ? TO_SIGN_IN : TO_ADD).isBefore(now);
    }
}
