package org.holdfast.decisions;

import org.holdfast.sharing.Permission;

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
    SUPERSEDE;

    /** What one has to be allowed in order to give it. */
    public Permission permission() {
        return switch (this) {
            case ASSESS, WRITE, SUPERSEDE -> Permission.PREPARE_DECISION;
            case OPEN_VOTE, COUNT, ADJOURN -> Permission.RUN_MEETING;
            case VOTE, ANSWER_RECORDED -> Permission.VOTE;
            case RECORD_VOTE -> Permission.RECORD_VOTE;
            case ISSUE -> Permission.ISSUE_DECISION;
            case SEND_OUTCOME -> Permission.SEND_OUTCOME;
        };
    }
}
