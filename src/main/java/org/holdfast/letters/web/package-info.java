/** The pages on which letters are written, checked, released and explained. */
@NullMarked
package org.holdfast.letters.web;

import org.jspecify.annotations.NullMarked;
