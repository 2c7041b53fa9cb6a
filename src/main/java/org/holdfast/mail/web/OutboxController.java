package org.holdfast.mail.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.mail.MessageState;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own messages, and for the office everybody's with what became of them. */
@Controller
class OutboxController {

    private final Outbox outbox;
    private final Partnerships partnerships;
    private final Sharing sharing;
    private final Pages pages;
    private final InstantSource clock;

    OutboxController(Outbox outbox, Partnerships partnerships, Sharing sharing, Pages pages, InstantSource clock) {
        this.outbox = outbox;
        this.partnerships = partnerships;
        this.sharing = sharing;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/messages")
    View own(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        int page = page(Form.of(asked));
        return pages.show(
                "mail/outbox",
                new OutboxView(
                        outbox.own(actor, page),
                        false,
                        sharing.may(actor, Permission.SEE_OUTBOX),
                        null,
                        null,
                        page,
                        List.of()));
    }

    @GetMapping("/outbox")
    View all(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        Form form = Form.of(asked);
        MessageState state = form.choice("state", MessageState.class);
        UUID reader = form.id("reader");
        int page = page(form);
        return shown(
                outbox.all(actor, state, reader == null ? null : new MemberId(reader), page, clock.instant()),
                found -> pages.show(
                        "mail/outbox", new OutboxView(found, true, true, state, reader, page, readers(actor)), form));
    }

    @GetMapping("/messages/{message}")
    View open(Actor actor, @PathVariable UUID message) {
        return shown(outbox.open(actor, message, clock.instant()), opened -> {
            boolean own = opened.correspondence().reader().id().value().equals(actor.member());
            return pages.show("mail/message", new MessageView(opened, own));
        });
    }

    @GetMapping("/messages/{message}/calendar")
    View calendar(Actor actor, @PathVariable UUID message) {
        return shown(
                outbox.calendar(actor, message, clock.instant()),
                entry -> Download.of(
                        "invitation.ics", "text/calendar;charset=UTF-8", entry.getBytes(StandardCharsets.UTF_8)));
    }

    @PostMapping("/messages/{message}/release")
    View release(Actor actor, @PathVariable UUID message) {
        return shown(
                outbox.release(actor, message, clock.instant()),
                id -> pages.redirect("/messages/" + id, "mail.notice.released"));
    }

    @PostMapping("/messages/{message}/again")
    View again(Actor actor, @PathVariable UUID message, @RequestParam MultiValueMap<String, String> sent) {
        return shown(
                outbox.again(actor, message, Form.of(sent).value("address"), clock.instant()),
                id -> pages.redirect("/messages/" + id, "mail.notice.again"));
    }

    private List<Option> readers(Actor actor) {
        return partnerships.members(actor).stream()
                .map(member -> Option.of(
                        member.id().value().toString(),
                        member.name() + ", " + member.agency().name()))
                .toList();
    }

    private <T> View shown(Outcome<T> outcome, Function<T, View> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T> refused -> pages.refused(refused);
        };
    }

    private static int page(Form form) {
        return Math.clamp(Objects.requireNonNullElse(form.number("page"), 1), 1, 10_000);
    }
}
