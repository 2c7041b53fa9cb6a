package org.holdfast.records;

/** Why a request is refused. Whoever asked is told, and that they may complain to the Information Commissioner. */
public enum RefusalReason {
    /** It was not proved who asks (UK GDPR article 12(6)). */
    NOT_PROVED,
    /** Whoever asks may not ask for this child, or the child who can decide does not agree. */
    NO_AUTHORITY,
    /** Manifestly unfounded (article 12(5)). */
    UNFOUNDED,
    /** Excessive (article 12(5)). */
    EXCESSIVE,
    /** What is held is right: what was said against it is kept beside it (article 16). */
    HELD_TO_BE_RIGHT
}
