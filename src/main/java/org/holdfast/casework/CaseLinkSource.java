package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.sharing.CaseId;

/** A module that keeps something with a page of its own about a case. Each one is a bean, called inside {@code Ledger.within}. */
public interface CaseLinkSource {

    /** What this actor may open, in any order. */
    List<CaseLink> linksOf(Actor actor, CaseId id, Instant now);
}
