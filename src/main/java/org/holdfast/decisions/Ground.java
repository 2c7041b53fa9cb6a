package org.holdfast.decisions;

/** The two questions put to a panel, in this order: reasonable grounds, then conclusive grounds (NRM-1 to NRM-3). */
public enum Ground {
    /** Reasonable grounds. */
    RG,
    /** Conclusive grounds. */
    CG
}
