package org.holdfast.app;

import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in.
 *
 * @param kept what was typed before the session ended, to be sent on
 * @param app whether the person has an authenticator app; else they have passkeys and recovery codes only
 * @param passkeys the domain of their passkeys; null where they have none or browsers give none here
 */
public record CodeView(KeptForm kept, boolean app, @Nullable String passkeys) {}
