package org.holdfast.mail.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.mail.Correspondence;
import org.holdfast.mail.MessageState;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Link;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.jspecify.annotations.Nullable;

/**
 * Messages, one's own or everybody's.
 *
 * @param everybodys whether it is the partnership's outbox
 * @param mayOpenOutbox whether the reader may see that
 * @param readers whose messages can be chosen
 */
public record OutboxView(
        Outbox.Shown shown,
        boolean everybodys,
        boolean mayOpenOutbox,
        @Nullable MessageState state,
        @Nullable UUID reader,
        int page,
        List<Option> readers) {

    /** The states as tabs, each with how many there are. */
    public List<Link> states(Page page) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(page.text("mail.outbox.all"), "/outbox"));
        for (MessageState each : MessageState.values()) {
            links.add(new Link(
                    page.text(
                            "mail.outbox.tab",
                            page.label(each),
                            page.number(shown.counts().getOrDefault(each, 0))),
                    "/outbox?state=" + each.name()));
        }
        return links;
    }

    public static String subject(Page page, Correspondence one) {
        return page.text(
                one.kept().message().textKey() + ".subject",
                one.kept().message().values().toArray());
    }

    public static String path(Correspondence one) {
        return "/messages/" + one.kept().id();
    }

    /** What a state means to whoever looks at a list. */
    public static String meaning(MessageState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case HELD -> "urgent";
            case SENT -> "done";
            case FAILED -> "overdue";
        };
    }

    public @Nullable String newer() {
        return page > 1 ? at(page - 1) : null;
    }

    public @Nullable String older() {
        return shown.more() ? at(page + 1) : null;
    }

    private String at(int other) {
        return (everybodys ? "/outbox" : "/messages") + "?page=" + other
                + (state == null ? "" : "&state=" + state.name()) + (reader == null ? "" : "&reader=" + reader);
    }
}
