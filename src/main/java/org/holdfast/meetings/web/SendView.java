package org.holdfast.meetings.web;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesClock;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;

/** Approved minutes about to be sent out. */
public record SendView(MinuteBook.Outgoing outgoing, LocalDate today) {

    public String path() {
        return Paths.meeting(outgoing.meeting().id(), "minutes");
    }

    /** The minutes as one addressee reads them. */
    public String preview(MinuteBook.Addressee addressee) {
        return path() + "/as/" + addressee.member().id().value();
    }

    public MinutesClock.State clock() {
        return outgoing.clock().state(today);
    }

    /** Everybody to whom they can go, with how much each would read. */
    public List<Option> to(Page page) {
        return outgoing.addressees().stream()
                .map(it -> Option.of(
                        it.member().id().value().toString(),
                        it.member().name() + ", " + it.member().agency().name(),
                        page.counted("meetings.send.reads", it.items())
                                + (it.restricted() ? " " + page.text("meetings.send.reads-restricted") : "")))
                .toList();
    }
}
