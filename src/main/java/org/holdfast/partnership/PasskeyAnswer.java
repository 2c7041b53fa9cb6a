package org.holdfast.partnership;

/** What a device answered, each part in base 64 for addresses, as it came in. */
public sealed interface PasskeyAnswer {

    /**
     * Of somebody who signs in.
     *
     * @param credential which passkey it is
     * @param client what the browser says it was asked, and by whom
     * @param device what the device says about itself and its person
     * @param signature over both
     * @param owner whose the device says the passkey is
     */
    record ToSignIn(String credential, String client, String device, String signature, String owner)
            implements PasskeyAnswer {}

    /**
     * Of somebody who adds a passkey.
     *
     * @param client what the browser says it was asked, and by whom
     * @param made the new passkey, with what the device says about itself
     */
    record ToAdd(String client, String made) implements PasskeyAnswer {}
}
