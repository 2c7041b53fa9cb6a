/**
 * Cases that go from one partnership to another: offered with what goes along, accepted or declined, with the clocks as they run and a receipt
 * on both ledgers (SHR-6).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "law",
            "audit",
            "pages",
            "partnership",
            "sharing",
            "people",
            "clocks",
            "casework",
            "records",
            "documents",
            "meetings",
            "requests",
            "packs",
            "letters"
        })
package org.holdfast.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
