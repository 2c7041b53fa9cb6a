package org.holdfast.partnership;

/** A step a referral takes, in the order in which a profile lists them. */
public enum ReferralStep {
    /** The child's immediate safety is addressed; always the first (REF-2). */
    SAFEGUARDING,
    /** What is missing or weak is shown to the referrer (REF-3). */
    QUALITY_CHECK,
    /** The same child is not referred twice unknowingly (REF-4). */
    SAME_CHILD_CHECK,
    /** The decision to submit or not (REF-5). */
    SCREENING,
    /** The referral goes to the competent authority (REF-6). */
    SUBMISSION,
    /** It comes back accepted for local decision (REF-6). */
    RETURN,
    /** The panel decides (NRM-1 to NRM-3). */
    PANEL,
    /** The competent authority decides; the partnership tracks (NRM-18). */
    CENTRAL_DECISION,
    /** The outcome reaches the Home Office (NRM-10). */
    OUTCOME_TO_HOME_OFFICE,
    /** Multi-agency actions are set with owners and times (NRM-13). */
    ACTIONS_MEETING
}
