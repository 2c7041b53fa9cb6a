/** The pages and the stream of the room. */
@NullMarked
package org.holdfast.room.web;

import org.jspecify.annotations.NullMarked;
