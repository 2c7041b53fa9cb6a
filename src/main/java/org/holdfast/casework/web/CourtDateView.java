package org.holdfast.casework.web;

import org.holdfast.casework.CourtDate;
import org.jspecify.annotations.Nullable;

/**
 * Recording a day in court.
 *
 * @param action where the form is sent
 * @param meanwhile the date as somebody else has saved it; null when nobody has
 */
public record CourtDateView(
        CaseFrame frame,
        String action,
        boolean isNew,
        @Nullable CourtDate meanwhile) {}
