/**
 * What Holdfast writes to people: messages that carry a link and never what is told of a child, kept in an outbox and sent by SMTP, with
 * calendar entries where there is a meeting to come to (MTG-3, SHR-2).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages", "partnership", "sharing"})
package org.holdfast.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
