/** Pages of decisions and their interface. */
@NullMarked
package org.holdfast.decisions.web;

import org.jspecify.annotations.NullMarked;
