package org.holdfast.app;

/**
 * What the sign-in page shows.
 *
 * @param kept what was typed before the session ended, to be sent on
 * @param signedOut whether the person has just signed out
 */
public record SignInView(KeptForm kept, boolean signedOut) {}
