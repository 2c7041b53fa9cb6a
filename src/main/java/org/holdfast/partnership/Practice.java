package org.holdfast.partnership;

/**
 * Numbers of daily work that no law gives and that a partnership settles for itself.
 *
 * @param daysToReadMinutes for how long after a meeting whoever was invited may read of the case: time to read, correct and approve the minutes
 * @param daysDraftsAreKept for how long something half typed is kept after it was last touched, before its writer is warned and it is
 *     thrown away
 * @param minutesToldBeforeItem how long before their item whoever is invited to one item only is told that it is nearly due
 * @param daysChildsLinkIsOpen for how long at most a child's link is open, on which the child writes alone
 * @param wrongWordsTaken after how many wrong words such a link is taken back by itself
 * @param readingAge the age in years at which the child's own letter should be read easily
 * @param retention how long records are kept, by class (SHR-8)
 * @param watch from where on somebody's looking is something to look at (GOV-7)
 * @param hoursOfEmergencyAccess for how long emergency access opens a case (SHR-3)
 * @param daysOfAllowedAccess for how long the case holder lets somebody see a case who asked
 */
public record Practice(
        int daysToReadMinutes,
        int daysDraftsAreKept,
        int minutesToldBeforeItem,
        int daysChildsLinkIsOpen,
        int wrongWordsTaken,
        int readingAge,
        int hoursOfEmergencyAccess,
        int daysOfAllowedAccess,
        Retention retention,
        Watch watch) {

    /** The most days that any partnership may keep a child's link open. */
    public static final int LONGEST_CHILDS_LINK = 90;

    /** What holds where a profile says nothing; 9 is the reading age at which the government's guidance aims for everybody. */
    public static final Practice USUAL = new Practice(28, 90, 10, 28, 5, 9, 24, 28, Retention.USUAL, Watch.USUAL);
}
