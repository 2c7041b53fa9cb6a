/**
 * Asking agencies what they know of the children on an agenda, chasing them, and what they answer: given once, it serves every later
 * meeting and decision (MTG-3, MTG-8, SHR-2, SHR-4).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "law",
            "audit",
            "pages",
            "partnership",
            "sharing",
            "mail",
            "people",
            "clocks",
            "casework",
            "meetings"
        })
package org.holdfast.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
