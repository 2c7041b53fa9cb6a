/**
 * Meetings as the profile names them: planning, agenda, attendance, quorum and minutes (MTG-1, MTG-2, MTG-4, NRM-6, NRM-21).
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
            "casework"
        })
package org.holdfast.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
