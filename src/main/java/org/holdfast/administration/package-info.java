/**
 * Who works here: agencies and people come, change and go, by hand or by a list, and every quarter somebody looks whether each still needs
 * the roles they have (SHR-3, GOV-1, GOV-7).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages", "partnership", "sharing", "mail"})
package org.holdfast.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
