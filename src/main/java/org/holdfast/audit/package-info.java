/**
 * The ledger: who did, saw, exported or was refused what, when and why. Append-only, hash-chained per partnership, written in the
 * same transaction as the thing it tells of (GOV-7).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law"})
package org.holdfast.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
