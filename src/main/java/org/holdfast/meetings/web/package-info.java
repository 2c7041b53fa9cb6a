/** The pages and the interface of meetings. */
@NullMarked
package org.holdfast.meetings.web;

import org.jspecify.annotations.NullMarked;
