package org.holdfast.records;

/** Where a disposal stands. */
public enum DisposalState {
    /** One person proposes it; nothing is destroyed yet. */
    PROPOSED,
    /** A second person approved it, and what was held is destroyed. */
    DONE,
    /** Not approved, or taken back. */
    DECLINED
}
