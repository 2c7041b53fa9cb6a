package org.holdfast.decisions;

/** A part of the definition of modern slavery that is assessed for itself (NRM-7). */
public enum Element {
    /** Recruitment, transport, transfer, harbouring or receipt. */
    ACTION,
    /** Threat, force, deception, abuse of power or of vulnerability; not needed where the person was a child. */
    MEANS,
    /** For the purpose of exploitation, whether or not it came to that. */
    PURPOSE,
    /** The work or service that was exacted. */
    SERVICE
}
