/**
 * What every page shares: layout, GOV.UK components, text and dates in one place, form errors, and drafts kept as they were typed.
 * Holds no rule of the trade.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit"})
package org.holdfast.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
