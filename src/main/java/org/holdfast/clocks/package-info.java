/**
 * Running statutory clocks: why, since when, due when, under which provision; pauses, extensions and the due list (NRM-1, NRM-3,
 * NRM-10, NRM-20, REF-6).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages", "partnership", "sharing"})
package org.holdfast.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
