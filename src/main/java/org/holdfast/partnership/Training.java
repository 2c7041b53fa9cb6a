package org.holdfast.partnership;

/** Tiers of training (GOV-1). */
public enum Training {
    AWARENESS,
    REFERRER,
    /** Decision-maker training, without a current record of which nobody votes (NRM-5). */
    PANEL_MEMBER,
    CHAIR,
    COORDINATOR
}
