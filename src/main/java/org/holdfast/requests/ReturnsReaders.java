package org.holdfast.requests;

import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.sharing.CaseId;

/** Who reads what all agencies told of a child: whoever reads the child's pack, and nobody besides (NRM-23). Kept by the module of packs. */
public interface ReturnsReaders {

    /** Whether the actor reads the pack of any item of the case. */
    boolean reads(Actor actor, CaseId caseId, Instant now);
}
