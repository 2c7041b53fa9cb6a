package org.holdfast.casework;

/**
 * What has happened to a case in law, as against what is merely known of the child. The stage of a case is worked out from these and
 * from nothing else ({@link Stage}).
 */
public enum Milestone {
    /** A referral or a request to refer came in (REF-1); also a further one, about a child already known (REF-4). */
    REFERRED,
    /** It was decided not to submit a referral, with the day to look again (REF-5). */
    SCREENED_OUT,
    /** The referral went to the competent authority (REF-6). */
    SENT_TO_COMPETENT_AUTHORITY,
    /** The competent authority gave the case to the partnership, or the partnership took it, to decide locally (REF-6, NRM-20). */
    ACCEPTED_FOR_LOCAL_DECISION,
    /** The partnership may not decide this case: age, age dispute, disqualification, or not a child (NRM-20). */
    OUT_OF_SCOPE,
    /** The competent authority decides; the case is only tracked here (NRM-18). */
    MOVED_TO_CENTRAL_ROUTE,
    /** The case stands on the agenda of a panel. */
    PANEL_PLANNED,
    /** The case came off an agenda before it was heard. */
    TAKEN_OFF_PANEL,
    /** The panel heard the case and put it off: no quorum, a tie, or something missing (NRM-4, NRM-6). */
    ADJOURNED,
    /** There are reasonable grounds to believe that the child is a victim (NRM-1). */
    REASONABLE_GROUNDS_POSITIVE,
    /** There are no reasonable grounds. */
    REASONABLE_GROUNDS_NEGATIVE,
    /** On the balance of probabilities the child is a victim (NRM-3). */
    CONCLUSIVE_POSITIVE,
    /** On the balance of probabilities the child is not a victim. */
    CONCLUSIVE_NEGATIVE,
    /** The outcome form reached the Home Office (NRM-10). */
    OUTCOME_SENT,
    /** The competent authority agreed with the decision it was sent (NRM-11). */
    ASSURANCE_AGREED,
    /** The competent authority returned the decision with points (NRM-11). */
    ASSURANCE_RETURNED,
    /** Somebody who may asked for a negative decision to be reconsidered (NRM-14). */
    RECONSIDERATION_ASKED,
    /** A fresh panel, or the competent authority, let the negative decision stand (NRM-14). */
    RECONSIDERATION_STANDS,
    /** The child became eighteen without a conclusive decision (NRM-20). */
    TURNED_EIGHTEEN_UNDECIDED,
    /** Having turned eighteen, the young person agreed that the decision goes on (NRM-20). */
    CONSENTED_AT_EIGHTEEN,
    /** The referral was withdrawn, or the young person did not agree that it goes on (NRM-20). */
    WITHDRAWN,
    /** Another partnership accepted the case and keeps it from now on (SHR-6). */
    TRANSFERRED
}
