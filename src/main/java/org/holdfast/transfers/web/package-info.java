/** The pages of transfers. */
@NullMarked
package org.holdfast.transfers.web;

import org.jspecify.annotations.NullMarked;
