package org.holdfast.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.law.LawBook;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for what is held about a child, or that it be put right.
 *
 * @param asker who asks, by name
 * @param askedFor what they ask for, or what they say is wrong
 * @param proof how identity and authority were proved; empty while they are not
 * @param extendedOn the day on which they were told of further time; null where none was taken
 * @param gathering how often what is held was gathered; 0 while it was not
 * @param answer what they were told besides the parts
 * @param sha256 of the paper as it was released
 */
public record SubjectRequest(
        UUID id,
        CaseId caseId,
        RequestKind kind,
        RequestState state,
        LocalDate receivedOn,
        String asker,
        AskerCapacity capacity,
        String askedFor,
        String proof,
        @Nullable LocalDate provedOn,
        @Nullable LocalDate extendedOn,
        String extendedBecause,
        @Nullable Instant gatheredAt,
        int gathering,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable RefusalReason refusal,
        String answer,
        @Nullable String sha256,
        int version) {

    /** The day from which the time counts. */
    public LocalDate countsFrom() {
        return provedOn != null && provedOn.isAfter(receivedOn) ? provedOn : receivedOn;
    }

    /** The last moment of the month that the law gives. */
    public Instant firstDue(WorkingCalendar calendar) {
        Instant from = UnitedKingdom.startOf(countsFrom());
        return LawBook.SUBJECT_REQUEST.on(countsFrom()).due(from, calendar);
    }

    /** The last moment that is still in time. */
    public Instant due(WorkingCalendar calendar) {
        if (extendedOn == null) {
            return firstDue(calendar);
        }
        // counted in one from the same day, so that a short month in between takes nothing away
        int months = LawBook.SUBJECT_REQUEST.on(countsFrom()).count()
                + LawBook.SUBJECT_REQUEST_EXTENSION.on(countsFrom()).count();
        return UnitedKingdom.endOf(countsFrom().plusMonths(months));
    }
}
