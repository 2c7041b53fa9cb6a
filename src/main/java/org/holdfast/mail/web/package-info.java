/** The pages of the outbox. */
@NullMarked
package org.holdfast.mail.web;

import org.jspecify.annotations.NullMarked;
