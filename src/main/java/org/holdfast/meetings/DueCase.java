package org.holdfast.meetings;

import java.time.LocalDate;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for a panel, with what makes it pressing.
 *
 * @param due last day for the decision (NRM-1, NRM-3)
 * @param courtDate the next court date ahead, if one is known (NRM-16)
 * @param turnsEighteen the eighteenth birthday, if the date of birth is known (NRM-20)
 * @param carriedFrom the adjourned item that this goes on with
 */
public record DueCase(
        CaseId caseId,
        Purpose purpose,
        LocalDate due,
        @Nullable LocalDate courtDate,
        @Nullable LocalDate turnsEighteen,
        boolean inCustody,
        @Nullable AgendaItemId carriedFrom) {

    /** The day by which a decision is wanted: when it is due, or before a court date or the eighteenth birthday that comes earlier. */
    LocalDate wantedBy(LocalDate today) {
        LocalDate wanted = due;
        if (courtDate != null && !courtDate.isBefore(today) && courtDate.isBefore(wanted)) {
            wanted = courtDate;
        }
        if (turnsEighteen != null && turnsEighteen.isBefore(wanted)) {
            wanted = turnsEighteen;
        }
        return wanted.isBefore(today) ? today : wanted;
    }

    /** Whether no panel can be in time for it any more. */
    boolean overdue(LocalDate today) {
        return due.isBefore(today) || turnsEighteen != null && turnsEighteen.isBefore(today);
    }
}
