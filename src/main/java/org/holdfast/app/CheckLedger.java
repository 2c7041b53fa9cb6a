package org.holdfast.app;

import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerCheck;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The command {@code ./run check-ledger}: reads every partnership's chain again and says what was tampered with (GOV-7). */
@Component
class CheckLedger {

    private final Ledger ledger;
    private final Partnerships partnerships;

    CheckLedger(Ledger ledger, Partnerships partnerships) {
        this.ledger = ledger;
        this.partnerships = partnerships;
    }

    /** The exit status: 0 where every chain is whole, 1 where one is not. */
    int run() {
        int status = 0;
        for (PartnershipId id : partnerships.all()) {
            LedgerCheck.Report report = ledger.check(Partnerships.program(id));
            if (report.whole()) {
                System.out.printf("%s: %,d lines, whole%n", id.value(), report.lines());
            } else {
                status = 1;
                System.out.printf("%s: %,d lines, TAMPERED WITH%n", id.value(), report.lines());
                report.faults().forEach(found -> System.out.printf("  line %d: %s%n", found.seq(), found.fault()));
            }
        }
        return status;
    }
}
