/**
 * The shell: start-up, database, security filter, the one clock and the one source of ids.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.holdfast.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
