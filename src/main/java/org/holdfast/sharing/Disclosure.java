package org.holdfast.sharing;

import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;

/**
 * A line of the ledger that tells of something of a case given to somebody: a pack on the page, a paper, a file, a letter, the outcome form
 * (SHR-2). The register of disclosures is the reading of these lines, so nothing is given that is not on it.
 */
public interface Disclosure extends LedgerEvent {

    Given given();

    @Override
    default Act act() {
        return Act.EXPORTED;
    }
}
