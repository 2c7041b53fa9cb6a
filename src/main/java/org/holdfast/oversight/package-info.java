/**
 * Who has looked, for whoever governs information: the lines of the ledger across cases, access that is out of the ordinary as something
 * to look at, and the signed heads to keep elsewhere (GOV-7).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages", "partnership", "sharing", "people", "casework"})
package org.holdfast.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
