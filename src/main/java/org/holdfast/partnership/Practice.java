package org.holdfast.partnership;

/**
 * Numbers of daily work that no law gives and that a partnership settles for itself.
 *
 * @param daysToReadMinutes for how long after a meeting whoever was invited may read of the case: time to read, correct and approve the minutes
 * @param daysDraftsAreKept for how long something half typed is kept after it was last touched, before its writer is warned and it is
 *     thrown away
 * @param hoursOfEmergencyAccess for how long emergency access opens a case (SHR-3)
 * @param daysOfAllowedAccess for how long the case holder lets somebody see a case who asked
 */
public record Practice(
        int daysToReadMinutes, int daysDraftsAreKept, int hoursOfEmergencyAccess, int daysOfAllowedAccess) {

    /** What holds where a profile says nothing. */
    public static final Practice USUAL = new Practice(28, 90, 24, 28);
}
