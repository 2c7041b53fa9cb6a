/** Pages for administrators. */
@NullMarked
package org.holdfast.administration.web;

import org.jspecify.annotations.NullMarked;
