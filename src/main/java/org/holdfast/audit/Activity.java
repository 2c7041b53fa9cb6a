package org.holdfast.audit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What one person did on one day, in numbers.
 *
 * @param cases how many cases they looked at
 * @param refused how often they were refused something
 * @param stopped how often of these because they had taken away as many papers, or opened as many cases, within an hour as one may
 * @param outside how many lines they left outside the hours that were asked about
 */
public record Activity(
        UUID member, String name, UUID agency, LocalDate day, int cases, int refused, int stopped, int outside) {

    /** That a person looked at a case on a day. */
    public record Look(UUID member, UUID caseId, LocalDate day) {}
}
