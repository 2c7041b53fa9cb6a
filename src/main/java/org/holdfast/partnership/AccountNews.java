package org.holdfast.partnership;

/** What people are told about their own account, so that they notice what they did not do themselves (GOV-7). */
public enum AccountNews {
    PASSWORD_CHANGED,
    /** The app that makes codes was set up, for the first time or anew. */
    APP_SET_UP,
    RECOVERY_CODES_MADE,
    /** Somebody came in with one of the codes that stand in for the app. */
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /** Somebody tried their name with so many wrong passwords that they were slowed down. */
    WRONG_PASSWORDS,
    /** Somebody who knew their password gave so many wrong codes that they were slowed down. */
    WRONG_CODES
}
