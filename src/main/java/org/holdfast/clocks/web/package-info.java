/** The pages of clocks. */
@NullMarked
package org.holdfast.clocks.web;

import org.jspecify.annotations.NullMarked;
