package org.holdfast.app;

import org.holdfast.partnership.Passkeys;

/**
 * Adding a passkey.
 *
 * @param offer what the device needs for it
 * @param suggested what it may be called: the browser and the system it is added in
 */
public record NewPasskeyView(Passkeys.Offer offer, String suggested) {}
