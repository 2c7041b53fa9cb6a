package org.holdfast.sharing;

import java.util.Arrays;
import java.util.List;
import org.holdfast.partnership.MeetingKind;

/** For what something about a child is shared; an agreement allows it and a disclosure names it (SHR-1, SHR-2). */
public enum Purpose {
    /** To decide reasonable or conclusive grounds and to keep the child safe. */
    GROUNDS_DECISION,
    /** To plan together how the child is kept safe. */
    SAFETY_PLANNING,
    /** To look after the child in one's own work. */
    CASE_WORK,
    /** To hand the case to the area that looks after the child from now on, with what the agencies here gave (SHR-6). */
    HANDING_OVER,
    /** To tell the child, and those who stand by the child, what was decided (NRM-12). */
    TELLING_THE_CHILD,
    /** To let the competent authority assure the decision (NRM-10, NRM-11). */
    ASSURANCE,
    /** To give somebody what is held about them, as they asked (SHR-8). */
    SUBJECT_ACCESS;

    /** For what a meeting of this kind shares. */
    public static Purpose of(MeetingKind kind) {
        return kind.decidesGrounds() ? GROUNDS_DECISION : SAFETY_PLANNING;
    }

    /**
     * Whether agencies share for it only under an agreement in force (SHR-1). What the law itself has somebody told needs none: the child, the
     * competent authority, whoever asks for what is held about them.
     */
    public boolean underAgreement() {
        return switch (this) {
            case GROUNDS_DECISION, SAFETY_PLANNING, CASE_WORK, HANDING_OVER -> true;
            case TELLING_THE_CHILD, ASSURANCE, SUBJECT_ACCESS -> false;
        };
    }

    /** Those for which agencies share only under an agreement in force. */
    public static List<Purpose> ofAgreements() {
        return Arrays.stream(values()).filter(Purpose::underAgreement).toList();
    }
}
