/**
 * What law and guidance say: limits, threshold wordings, quorums and working calendars, each dated and cited; and the words
 * in which every other module says yes or no ({@link org.holdfast.law.Outcome}). Pure: no framework, clock or database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.holdfast.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
