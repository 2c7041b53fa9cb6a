/**
 * The pack of a panel: it assembles itself from what is known of each child, is locked at the cut-off, and is shown to each reader as far as
 * that person may read it (NRM-23, MTG-3, SHR-2, SHR-3).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "law",
            "audit",
            "pages",
            "documents",
            "partnership",
            "sharing",
            "mail",
            "people",
            "clocks",
            "casework",
            "referrals",
            "meetings",
            "requests",
            "decisions"
        })
package org.holdfast.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
