package org.holdfast.partnership;

import java.time.Instant;
import org.holdfast.audit.Actor;

/** A module in which something waits for an agency. Each one is a bean, called inside {@code Ledger.within} when an agency ends. */
public interface AgencyEnds {

    /** Closes what waits for the agency as overtaken. */
    void ended(Actor by, AgencyId agency, Instant now);
}
