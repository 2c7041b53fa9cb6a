package org.holdfast.partnership;

/**
 * Numbers of daily work that no law gives and that a partnership settles for itself.
 *
 * @param daysToReadMinutes for how long after a meeting whoever was invited may read of the case: time to read, correct and approve the minutes
 * @param daysDraftsAreKept for how long something half typed is kept after it was last touched, before its writer is warned and it is
 *     thrown away
 * @param watch from where on somebody's looking is something to look at (GOV-7)
 */
public record Practice(int daysToReadMinutes, int daysDraftsAreKept, Watch watch) {

    /** What holds where a profile says nothing. */
    public static final Practice USUAL = new Practice(28, 90, Watch.USUAL);
}
