package org.holdfast.clocks;

/** Why a clock ended. */
public enum Ending {
    /** What it waited for was done: returned, decided, sent. */
    DONE(true),
    /** The referral was withdrawn. */
    WITHDRAWN(false),
    /** The route changed, to the central authority or back, or to another area. */
    ROUTE_CHANGED(false),
    /** The referral turned out to be linked to an earlier one, whose clocks run on. */
    DUPLICATE(false),
    /** The case was decided otherwise, so that this clock has nothing left to wait for. */
    NO_LONGER_NEEDED(false),
    /** It had been started by mistake. */
    MISTAKE(false),
    /** Another run has taken its place. */
    SUPERSEDED(false);

    private final boolean met;

    Ending(boolean met) {
        this.met = met;
    }

    /** Whether the clock was met thereby, in time or late. */
    public boolean met() {
        return met;
    }
}
