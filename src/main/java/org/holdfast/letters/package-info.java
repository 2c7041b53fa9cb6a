/**
 * What the child and those who stand by them are told: the formal letter, and the child's own letter in plain words and in their language,
 * checked, released, explained (NRM-12, GRD-4, GRD-5).
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
            "meetings",
            "decisions"
        })
package org.holdfast.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
