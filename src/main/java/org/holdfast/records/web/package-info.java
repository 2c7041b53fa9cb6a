/** Pages of the records as such. */
@NullMarked
package org.holdfast.records.web;

import org.jspecify.annotations.NullMarked;
