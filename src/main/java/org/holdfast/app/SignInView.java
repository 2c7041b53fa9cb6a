package org.holdfast.app;

import java.util.List;
import org.holdfast.partnership.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows.
 *
 * @param kept what was typed before the session ended, to be sent on
 * @param signedOut whether the person has just signed out
 * @param issuers the agencies whose people may sign in with them
 * @param passkeys the domain for which passkeys are good; null where browsers give none here
 */
public record SignInView(
        KeptForm kept,
        boolean signedOut,
        List<Issuer> issuers,
        @Nullable String passkeys) {}
