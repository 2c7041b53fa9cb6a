package org.holdfast.app;

import org.holdfast.partnership.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * Proving once more who one is, before a grave step.
 *
 * @param kept the step, as it was sent
 * @param password whether the password is asked for
 * @param code whether a code is asked for
 * @param app whether the code is of an authenticator app; else it is a recovery code, beside passkeys
 * @param passkeys the domain of their passkeys; null where they have none or browsers give none here
 * @param issuer the provider that proves them once more; null where they came in by themselves
 */
public record ProveAgainView(
        KeptForm kept,
        boolean password,
        boolean code,
        boolean app,
        @Nullable String passkeys,
        @Nullable Issuer issuer) {

    public static final String PASSWORD = AskedAgain.PASSWORD;
    public static final String CODE = AskedAgain.CODE;
}
