package org.holdfast.partnership;

import java.time.Instant;
import org.holdfast.audit.Actor;

/** Writes to people about their own account, however they are written to. Called within the transaction in which the thing happens. */
public interface AccountPost {

    /** Tells a member what became of their account, or what was tried. */
    void tell(Actor by, MemberId member, AccountNews news, Instant now);
}
