package org.holdfast.requests;

import java.time.LocalDate;
import org.holdfast.partnership.AgencyId;

/**
 * An agency that was asked about a child and has not answered.
 *
 * @param dueOn the day by which it was asked to
 * @param state {@code ASKED}, or {@code UNANSWERED} where the meeting was held without it
 */
public record Awaited(AgencyId agency, String agencyName, LocalDate dueOn, QuestionState state) {}
