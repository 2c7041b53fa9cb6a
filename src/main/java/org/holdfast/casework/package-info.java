/**
 * The case of one child: chronology, plan and actions, court dates and section 45, the updates log, attachments and the child's voice
 * (NRM-15 to NRM-17, MTG-5, GRD-4).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"law", "audit", "pages", "partnership", "sharing", "mail", "people", "clocks"})
package org.holdfast.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
