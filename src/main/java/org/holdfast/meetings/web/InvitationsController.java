package org.holdfast.meetings.web;

import java.time.InstantSource;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.meetings.Invitations;
import org.holdfast.meetings.MeetingId;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Sends invitations to a meeting, and shows who was sent what. */
@Controller
class InvitationsController {

    private final Invitations invitations;
    private final Pages pages;
    private final Answers answers;
    private final InstantSource clock;

    InvitationsController(Invitations invitations, Pages pages, Answers answers, InstantSource clock) {
        this.invitations = invitations;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/invitations")
    View show(Actor actor, @PathVariable UUID id) {
        return answers.of(
                invitations.show(actor, new MeetingId(id), clock.instant()),
                shown -> pages.show("meetings/invitations", new InvitationsView(shown)));
    }

    @PostMapping("/meetings/{id}/invitations")
    View send(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return answers.of(
                invitations.send(actor, new MeetingId(id), Form.of(sent).version(), clock.instant()),
                to -> pages.redirect(
                        Paths.meeting(new MeetingId(id), "invitations"),
                        "meetings.notice.invitations-sent",
                        Dates.number(to)));
    }
}
