package org.holdfast.referrals;

import java.util.Locale;

/** What can be done about a referral, and whose business it is. In which state it can be done is in {@link ReferralLife}. */
public enum ReferralCommand {
    /** Throws an unfinished referral away. */
    DISCARD(By.WRITER),
    /** Hands in a complete referral where the profile asks for no screening. */
    SUBMIT(By.WRITER),
    /** Asks for approval to submit, where the profile asks for screening (REF-5). */
    ASK_TO_SUBMIT(By.WRITER),
    /** Decides that the referral is to be submitted (REF-5). */
    DECIDE_TO_SUBMIT(By.COORDINATOR),
    /** Decides not to submit, with rationale, further actions and the day to look again (REF-5). */
    DECIDE_NOT_TO_SUBMIT(By.COORDINATOR),
    /** Takes up again a referral that was not submitted (REF-5). */
    LOOK_AGAIN(By.COORDINATOR),
    /** Records the day the referral went to the single competent authority (REF-6). */
    RECORD_SENT(By.COORDINATOR),
    /** Records that it came back accepted for local decision (REF-6). */
    ACCEPT(By.COORDINATOR),
    /** Records that the single competent authority keeps it (REF-6, NRM-18). */
    KEEP_CENTRAL(By.COORDINATOR),
    /** Moves a child who was to be decided here to the central route (NRM-20). */
    MOVE_TO_CENTRAL(By.COORDINATOR),
    /** Moves a child from the central route to local decision (NRM-20). */
    MOVE_TO_LOCAL(By.COORDINATOR),
    /** Records what the single competent authority decided about a child it keeps (NRM-18). */
    RECORD_CENTRAL_DECISION(By.COORDINATOR),
    /** Corrects the finding that this is about an adult (NRM-20). */
    FIND_IN_SCOPE(By.COORDINATOR),
    /** Records how immediate safety is addressed (REF-2). */
    RECORD_SAFEGUARDING(By.ANYBODY),
    /** Records whether and how the child was told (REF-1). */
    RECORD_CHILD_TOLD(By.ANYBODY),
    /** Decides whether a child named alike is the same child (REF-4). */
    COMPARE_CHILDREN(By.COORDINATOR),
    /** Sets the referral beside the first one about the same child (REF-4). */
    LINK_AS_DUPLICATE(By.COORDINATOR),
    /** Records that the young person who turned 18 was asked to stay or withdraw (NRM-20). */
    ASK_AT_EIGHTEEN(By.COORDINATOR),
    /** Records that the young person who turned 18 stays (NRM-20). */
    STAY_AT_EIGHTEEN(By.COORDINATOR),
    /** Records that the young person who turned 18 withdraws (NRM-20). */
    WITHDRAW_AT_EIGHTEEN(By.COORDINATOR),
    /** Withdraws a referral that should not have been made. */
    WITHDRAW(By.COORDINATOR);

    /** Whose business a command is. */
    private enum By {
        WRITER,
        COORDINATOR,
        ANYBODY
    }

    private final By by;

    ReferralCommand(By by) {
        this.by = by;
    }

    /** Whether it is for somebody with this standing to do, in whatever state. */
    boolean isFor(ReferralLife.Standing standing) {
        return switch (by) {
            case WRITER -> standing.writer();
            case COORDINATOR -> standing.coordinator();
            case ANYBODY -> standing.writer() || standing.coordinator();
        };
    }

    /** The command in words of a message key or an address: {@code decide-not-to-submit}. */
    public String code() {
        return code(this);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
