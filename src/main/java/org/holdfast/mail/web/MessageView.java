package org.holdfast.mail.web;

import org.holdfast.mail.CalendarEntry;
import org.holdfast.mail.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * One message, as its reader gets it.
 *
 * @param own whether it is the reader's own: where it leads is open to whom it was written to, and not to whoever sees to the post
 */
public record MessageView(Outbox.Opened opened, boolean own) {

    /** The list from which it was opened. */
    public String back() {
        return own ? "/messages" : "/outbox";
    }

    public String path() {
        return OutboxView.path(opened.correspondence());
    }

    public @Nullable CalendarEntry entry() {
        return opened.correspondence().kept().message().entry();
    }
}
