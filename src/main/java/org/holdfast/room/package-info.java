/**
 * The room while a meeting runs: one live screen for agenda, item, notes, votes and actions, several people typing at once, a second screen,
 * a waiting page for whoever is invited to one item (MTG-2, MTG-4, NRM-22).
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
            "casework",
            "meetings",
            "decisions"
        })
package org.holdfast.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
