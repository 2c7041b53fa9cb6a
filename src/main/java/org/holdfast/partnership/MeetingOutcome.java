package org.holdfast.partnership;

/** What a meeting can conclude about an item (MTG-1, NRM-9). */
public enum MeetingOutcome {
    NEGATIVE_REASONABLE_GROUNDS,
    POSITIVE_REASONABLE_GROUNDS,
    POSITIVE_REASONABLE_AND_CONCLUSIVE_GROUNDS,
    NEGATIVE_CONCLUSIVE_GROUNDS,
    ADJOURNED,
    /** Screening: the referral may be submitted (REF-5). */
    SUBMIT_REFERRAL,
    /** Screening: it is not submitted; looked at again later (REF-5). */
    DO_NOT_SUBMIT_REFERRAL,
    /** A worry becomes a referral (REF-9). */
    MAKE_REFERRAL,
    ACTIONS_AGREED,
    PLAN_AGREED,
    RATING_AGREED,
    TO_MACE,
    STRATEGY_MEETING,
    REVIEW_LATER,
    CLOSE;

    /** Whether this is a reasonable or conclusive grounds decision. */
    public boolean decidesGrounds() {
        return switch (this) {
            case NEGATIVE_REASONABLE_GROUNDS,
                    POSITIVE_REASONABLE_GROUNDS,
                    POSITIVE_REASONABLE_AND_CONCLUSIVE_GROUNDS,
                    NEGATIVE_CONCLUSIVE_GROUNDS -> true;
            case ADJOURNED,
                    SUBMIT_REFERRAL,
                    DO_NOT_SUBMIT_REFERRAL,
                    MAKE_REFERRAL,
                    ACTIONS_AGREED,
                    PLAN_AGREED,
                    RATING_AGREED,
                    TO_MACE,
                    STRATEGY_MEETING,
                    REVIEW_LATER,
                    CLOSE -> false;
        };
    }
}
