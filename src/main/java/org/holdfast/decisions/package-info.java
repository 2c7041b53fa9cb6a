/**
 * Reasonable and conclusive grounds: elements, evidence, threshold of the day, votes, sealing, and the outcome form (NRM-1 to NRM-9).
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
            "people",
            "clocks",
            "casework",
            "meetings"
        })
package org.holdfast.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
