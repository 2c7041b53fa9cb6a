/** The pages for whoever governs information. */
@NullMarked
package org.holdfast.oversight.web;

import org.jspecify.annotations.NullMarked;
