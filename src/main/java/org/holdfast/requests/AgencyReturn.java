package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.meetings.Restriction;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * What one agency told of one child, in one version. The agency that gave it stays its owner: it corrects it by a further version, and
 * earlier ones are kept (SHR-4).
 *
 * @param agencyKind of what kind the agency is, which says what kind of information it gave
 * @param version 1 for the first, counted for this agency and child over all meetings
 * @param told by heading, those with nothing under them left out; none where the agency knows nothing
 * @param source from whom or from which records the agency has it
 * @param asOf the day up to which it holds
 * @param confirms the version that the agency said is still true; null where it was written anew
 * @param givenBy the person who gave it, by name
 * @param takenBackBecause why the agency took back what it had told; null where it did not
 * @param grading of police; null where none was given
 */
public record AgencyReturn(
        UUID id,
        CaseId caseId,
        AgencyId agency,
        AgencyKind agencyKind,
        String agencyName,
        int version,
        QuestionId question,
        boolean nothingKnown,
        List<Told> told,
        String source,
        LocalDate asOf,
        @Nullable Integer confirms,
        String givenBy,
        Instant givenAt,
        @Nullable String takenBackBecause,
        @Nullable Grading grading) {

    public AgencyReturn {
        told = List.copyOf(told);
    }

    /** What was told under a heading, if anything was. */
    public Optional<Told> told(Heading heading) {
        return told.stream().filter(it -> it.heading() == heading).findFirst();
    }

    public boolean restricted() {
        return told.stream().anyMatch(this::restricts);
    }

    /** Whether a part is restricted: by its own mark, or because the whole is handled under conditions. */
    public boolean restricts(Told part) {
        return part.restricted() || grading != null && grading.conditional();
    }

    /** Whether the agency took back what it had told. */
    public boolean takenBack() {
        return takenBackBecause != null;
    }

    /**
     * As a reader may read it: what is restricted is not there, without a gap, for whoever may not read it ({@link Restriction}). Pages,
     * pack and minutes all show this and nothing else.
     */
    public AgencyReturn as(Restriction.Reader reader) {
        return Restriction.reads(reader, agency) ? this : openOnly();
    }

    /** What kind of information a part is: by whoever gave it, unless it is graded as intelligence or says where the child lives or is. */
    public DataClass holds(Told part) {
        if (part.whereabouts()) {
            return DataClass.HOME_AND_WHEREABOUTS;
        }
        return grading != null ? DataClass.POLICE_INTELLIGENCE : DataClass.toldBy(agencyKind);
    }

    /** As somebody reads it who may read some fields of the case and not others: what is held back says so ({@link FieldReader}). */
    public AgencyReturn as(FieldReader reader) {
        List<Told> cut = told.stream()
                .map(part -> reader.reads(holds(part), agency) ? part : part.heldBackAs(holds(part)))
                .toList();
        boolean whole = cut.stream().allMatch(part -> part.heldBack() == null);
        return new AgencyReturn(
                id,
                caseId,
                agency,
                agencyKind,
                agencyName,
                version,
                question,
                nothingKnown,
                cut,
                whole ? source : "",
                asOf,
                confirms,
                givenBy,
                givenAt,
                takenBackBecause,
                whole ? grading : null);
    }

    /** Without anything restricted: what goes to the widest circle, such as a letter. */
    public AgencyReturn openOnly() {
        return new AgencyReturn(
                id,
                caseId,
                agency,
                agencyKind,
                agencyName,
                version,
                question,
                nothingKnown,
                told.stream().filter(it -> !restricts(it)).toList(),
                source,
                asOf,
                confirms,
                givenBy,
                givenAt,
                takenBack() ? "" : null,
                grading != null && grading.conditional() ? null : grading);
    }
}
