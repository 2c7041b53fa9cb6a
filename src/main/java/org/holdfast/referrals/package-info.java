/**
 * A concern arrives: the Home Office form in and out, safeguarding gate, quality check, screening and scope (REF-1 to REF-6, NRM-20,
 * NRM-24).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"law", "audit", "pages", "partnership", "sharing", "people", "clocks", "casework"})
package org.holdfast.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
