package org.holdfast.partnership;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;

/**
 * Work that comes round by itself, such as reminders and the sending of post. Each one is a bean; the shell makes it for every
 * partnership in turn, on one node at a time. A round that fails is made again next time, so it must do no harm when it is made twice.
 */
public interface Round {

    /** Its name in the schedule and in the log: one word of the trade, never changed. */
    String name();

    /** How long from one round to the next. */
    Duration every();

    /** Makes the round in one partnership. */
    void make(Actor program, Instant now);
}
