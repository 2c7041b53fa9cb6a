package org.holdfast.meetings.web;

import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The minutes of a meeting: read, approved by the chair, then added to. */
@Controller
class MinutesController {

    private final MinuteBook minutes;
    private final Pages pages;
    private final Answers answers;
    private final InstantSource clock;

    MinutesController(MinuteBook minutes, Pages pages, Answers answers, InstantSource clock) {
        this.minutes = minutes;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/minutes")
    View minutes(Actor actor, @PathVariable UUID id) {
        return minutes(actor, id, Form.empty());
    }

    private View minutes(Actor actor, UUID id, Form form) {
        return answers.of(
                minutes.read(actor, new MeetingId(id), clock.instant()),
                read -> pages.show("meetings/minutes", new MinutesView(read), form));
    }

    @PostMapping("/meetings/{id}/minutes/approve")
    View approve(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return answers.of(
                minutes.approve(actor, new MeetingId(id), Form.of(sent).value("hash"), clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "minutes"), "meetings.notice.approved"));
    }

    @PostMapping("/meetings/{id}/minutes/addenda")
    View add(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID item = form.id("item");
        return answers.of(
                minutes.add(
                        actor,
                        new MeetingId(id),
                        item == null ? null : new AgendaItemId(item),
                        Objects.requireNonNullElse(form.text("text"), ""),
                        clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "minutes"), "meetings.notice.addendum"),
                reasons -> minutes(actor, id, form.with(reasons)));
    }
}
