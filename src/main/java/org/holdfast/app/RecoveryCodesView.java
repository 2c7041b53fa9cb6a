package org.holdfast.app;

import java.util.List;

/**
 * Recovery codes on the one page that shows them.
 *
 * @param kept what was typed before the session ended, to be sent on
 * @param next where it goes on from here
 * @param passkey whether it was a passkey that was set up, and not an app
 */
public record RecoveryCodesView(List<String> codes, KeptForm kept, String next, boolean passkey) {}
