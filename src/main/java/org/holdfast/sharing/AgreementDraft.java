package org.holdfast.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.law.Reason;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it is typed: each part may still be missing.
 *
 * @param because why the earlier version is changed; empty for a new agreement
 */
public record AgreementDraft(
        String title,
        Set<AgencyId> parties,
        Set<Purpose> purposes,
        Set<DataClass> dataClasses,
        @Nullable LawfulBasis lawfulBasis,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate reviewOn,
        String document,
        String because) {

    private static final int LONGEST = 500;

    /** What is missing or wrong, by field; all at once. */
    List<Reason> faults(Set<AgencyId> agencies, boolean changes) {
        List<Reason> faults = new ArrayList<>();
        words(title, "title", "sharing.agreement.title-missing", faults);
        if (parties.size() < 2 || !agencies.containsAll(parties)) {
            faults.add(Reason.about("parties", "sharing.agreement.parties-missing"));
        }
        if (purposes.isEmpty() || !Purpose.ofAgreements().containsAll(purposes)) {
            faults.add(Reason.about("purposes", "sharing.agreement.purposes-missing"));
        }
        if (dataClasses.isEmpty()) {
            faults.add(Reason.about("classes", "sharing.agreement.classes-missing"));
        }
        if (lawfulBasis == null) {
            faults.add(Reason.about("basis", "sharing.agreement.basis-missing"));
        }
        if (startsOn == null) {
            faults.add(Reason.about("starts", "sharing.agreement.starts-missing"));
        } else if (endsOn != null && !endsOn.isAfter(startsOn)) {
            faults.add(Reason.about("ends", "sharing.agreement.ends-before"));
        }
        if (reviewOn == null) {
            faults.add(Reason.about("review", "sharing.agreement.review-missing"));
        } else if (startsOn != null && !reviewOn.isAfter(startsOn)) {
            faults.add(Reason.about("review", "sharing.agreement.review-before"));
        }
        words(document, "document", "sharing.agreement.document-missing", faults);
        if (changes) {
            words(because, "because", "sharing.agreement.because-missing", faults);
        }
        return faults;
    }

    private static void words(String typed, String field, String missing, List<Reason> faults) {
        if (typed.isBlank()) {
            faults.add(Reason.about(field, missing));
        } else if (typed.length() > LONGEST) {
            faults.add(Reason.about(field, "sharing.too-long", String.valueOf(LONGEST)));
        }
    }
}
