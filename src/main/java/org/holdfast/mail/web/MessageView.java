package org.holdfast.mail.web;

import org.holdfast.mail.CalendarEntry;
import org.holdfast.mail.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * One message, as its reader gets it.
 *
 * @param back the list from which it was opened
 */
public record MessageView(Outbox.Opened opened, String back) {

    public String path() {
        return OutboxView.path(opened.correspondence());
    }

    public @Nullable CalendarEntry entry() {
        return opened.correspondence().kept().message().entry();
    }
}
