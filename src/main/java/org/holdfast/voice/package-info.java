/**
 * The child's own words on a link that shows nothing else: given by a worker, for once, in the child's language, with a way out on every page
 * (GRD-4).
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
package org.holdfast.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
