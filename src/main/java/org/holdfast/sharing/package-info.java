/**
 * May this person see this, and why: exclusions, agreements, roles and need to know, answered by one decision function
 * (SHR-1 to SHR-4, NRM-22, NRM-23).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages", "partnership"})
package org.holdfast.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
