/**
 * The records as such: how long they are kept and how they are destroyed, legal holds, and what people ask of what is held about them
 * (SHR-8; UK GDPR articles 5, 15 and 16).
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
            "casework",
            "meetings",
            "letters"
        })
package org.holdfast.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
