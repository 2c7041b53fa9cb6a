/** Pages of the pack. */
@NullMarked
package org.holdfast.packs.web;

import org.jspecify.annotations.NullMarked;
