/**
 * Children as they are known: names, dates of birth however sure, identifiers, languages; search; and finding the same child twice (REF-4).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages", "partnership", "sharing"})
package org.holdfast.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
