package org.holdfast.transfers;

import java.util.Arrays;
import java.util.List;

/** What of a case goes along to another partnership. What agencies answered stays with them: the other partnership asks its own (SHR-4). */
public enum Goes {
    /** Who the child is, where the case stands in law, its clocks as they run, legal holds. */
    CHILD(true),
    /** The referral as it came, and what was done about it. */
    REFERRAL(true),
    /** Decisions as they were sealed. */
    DECISIONS(true),
    /** Chronology, updates, plan, actions, court, people around the child. */
    CASE(false),
    /** The child's wishes and feelings. */
    VOICE(false),
    FILES(false);

    private final boolean always;

    Goes(boolean always) {
        this.always = always;
    }

    /** Whether the case cannot go without it. */
    public boolean always() {
        return always;
    }

    /** Those that the sender chooses. */
    public static List<Goes> chosen() {
        return Arrays.stream(values()).filter(it -> !it.always).toList();
    }
}
