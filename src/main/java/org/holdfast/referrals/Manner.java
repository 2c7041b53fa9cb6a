package org.holdfast.referrals;

/** How a form reached us. */
public enum Manner {
    /** A program sent it. */
    INTERFACE,
    /** Somebody handed in the file. */
    UPLOAD,
    /** It was written here. */
    BY_HAND;

    /** The manner in words of a message key: {@code by-hand}. */
    public String code() {
        return ReferralCommand.code(this);
    }
}
