/**
 * Who works together: the local profile, agencies, members, roles, training records and sign-in (GOV-1, MTG-1).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages"})
package org.holdfast.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
