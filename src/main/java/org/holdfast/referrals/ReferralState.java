package org.holdfast.referrals;

/** Where a referral stands on its way from a worry to a decision maker. What may happen next is in {@link ReferralLife}. */
public enum ReferralState {
    /** Being written by hand; seen by its writer only. */
    DRAFT,
    /** Thrown away by its writer before anybody else saw it. */
    DISCARDED,
    /** A first responder asked for approval to submit, and waits for an answer (REF-5). */
    SCREENING_REQUESTED,
    /** Decided not to submit for now; a day is set to look again (REF-5). */
    NOT_SUBMITTED,
    /** Complete, and approved where approval is asked for; still to be sent to the single competent authority. */
    READY_TO_SEND,
    /** With the single competent authority, which returns it within its limit (REF-6). */
    AWAITING_RETURN,
    /** Returned for decision by the local panel; the clocks run (REF-6, NRM-1). */
    ACCEPTED_FOR_LOCAL_DECISION,
    /** Decided by the single competent authority and tracked here (NRM-18). */
    CENTRAL_ROUTE,
    /** About an adult: kept and listed for the single competent authority, never decided here (NRM-20). */
    OUT_OF_SCOPE,
    /** Withdrawn: at 18 by the young person, or by the referrer as made in error. */
    WITHDRAWN,
    /** About a child whose referral is already under way; kept beside the first (REF-4). */
    LINKED_AS_DUPLICATE;

    /** Whether the referral waits for something to be done about it by this partnership or the single competent authority. */
    public boolean live() {
        return switch (this) {
            case DRAFT,
                    SCREENING_REQUESTED,
                    NOT_SUBMITTED,
                    READY_TO_SEND,
                    AWAITING_RETURN,
                    ACCEPTED_FOR_LOCAL_DECISION,
                    CENTRAL_ROUTE -> true;
            case DISCARDED, OUT_OF_SCOPE, WITHDRAWN, LINKED_AS_DUPLICATE -> false;
        };
    }

    /** The state in words of a message key or an address: {@code ready-to-send}. */
    public String code() {
        return ReferralCommand.code(this);
    }
}
