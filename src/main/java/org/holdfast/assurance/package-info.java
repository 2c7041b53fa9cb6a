/**
 * After the decision: the competent authority's inbox of outcome forms, its points and their answers, deciding again, the actions meeting,
 * its questions, reconsideration of negative decisions, and what is learnt from returns (NRM-11 to NRM-15, SHR-5).
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
            "decisions"
        })
package org.holdfast.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
