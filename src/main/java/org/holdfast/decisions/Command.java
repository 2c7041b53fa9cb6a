package org.holdfast.decisions;

/** What can be asked of a decision. */
public enum Command {
    /** Change a finding or its evidence; once somebody voted on it, no more. */
    ASSESS,
    /** Change the account: best interests, the child's view, credibility, reasons, exploitation, plan. */
    WRITE,
    /** Put a question to the vote. */
    OPEN_VOTE,
    /** Vote from one's own sign-in. */
    VOTE,
    /** Write down a member's vote for them to confirm. */
    RECORD_VOTE,
    /** Confirm or reject a vote that was written down. */
    ANSWER_RECORDED,
    /** Count the votes. */
    COUNT,
    /** Put the item off without a decision. */
    ADJOURN,
    /** Issue and seal. */
    ISSUE,
    /** Mark the outcome as sent to the Home Office. */
    SEND_OUTCOME,
    /** Let a later decision take its place. */
    SUPERSEDE
}
