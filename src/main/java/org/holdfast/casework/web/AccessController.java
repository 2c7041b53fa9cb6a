package org.holdfast.casework.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.casework.AccessChallenges;
import org.holdfast.casework.AccessCommand;
import org.holdfast.casework.AccessRequest;
import org.holdfast.casework.AccessRequests;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Challenge;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who can see a child's case and why; asking to see it, and emergency access (SHR-3). */
@Controller
class AccessController {

    private final CaseFrames frames;
    private final AccessRequests access;
    private final AccessChallenges challenges;
    private final Pages pages;
    private final InstantSource clock;

    AccessController(
            CaseFrames frames, AccessRequests access, AccessChallenges challenges, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.access = access;
        this.challenges = challenges;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/readers")
    View readers(Actor actor, @PathVariable UUID caseId) {
        return readers(actor, caseId, Form.empty());
    }

    private View readers(Actor actor, UUID caseId, Form form) {
        return frames.page(
                actor,
                caseId,
                id -> access.readers(actor, id, clock.instant()),
                (frame, readers) -> pages.show(
                        "casework/readers",
                        new ReadersView(
                                frame,
                                readers,
                                readers.requests().stream()
                                        .filter(it -> access.decides(actor, it))
                                        .map(AccessRequest::id)
                                        .collect(Collectors.toSet()),
                                challenges.seen(actor, new CaseId(caseId), clock.instant()),
                                new MemberId(actor.member())),
                        form));
    }

    @PostMapping("/cases/{caseId}/readers/{request}")
    View decide(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                access.decide(
                        actor,
                        new CaseId(caseId),
                        request,
                        form.choice("answer-" + request, AccessCommand.class),
                        form.value("words-" + request),
                        clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/readers", "casework.notice.access-decided"),
                why -> readers(actor, caseId, form.with(why)));
    }

    @PostMapping("/cases/{caseId}/challenges")
    View challenge(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        String rests = form.value("rests");
        return frames.after(
                challenges.challenge(
                        actor,
                        new CaseId(caseId),
                        Typed.member(form, "challenged"),
                        form.value("challenge-reason"),
                        rests.isEmpty() ? null : Boolean.valueOf(rests),
                        clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/readers", "casework.notice.challenged"),
                why -> readers(actor, caseId, form.with(why)));
    }

    @PostMapping("/cases/{caseId}/challenges/{challenge}")
    View review(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID challenge,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                challenges.review(
                        actor,
                        new CaseId(caseId),
                        challenge,
                        form.choice("review-" + challenge, Challenge.State.class),
                        form.value("because-" + challenge),
                        clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/readers", "casework.notice.reviewed"),
                why -> readers(actor, caseId, form.with(why)));
    }

    @GetMapping("/access/{caseId}")
    View notice(Actor actor, @PathVariable UUID caseId) {
        return notice(actor, caseId, Form.empty());
    }

    private View notice(Actor actor, UUID caseId, Form form) {
        return switch (access.notice(actor, new CaseId(caseId), clock.instant())) {
            case Outcome.Done<AccessRequests.Notice>(AccessRequests.Notice notice) ->
                pages.show("casework/access", new AccessView(caseId, notice), form);
            case Outcome.Refused<AccessRequests.Notice> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/access/{caseId}/ask")
    View ask(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                access.ask(actor, new CaseId(caseId), form.value("reason"), clock.instant()),
                () -> pages.redirect("/access/" + caseId, "casework.notice.access-asked"),
                why -> notice(actor, caseId, form.with(why)));
    }

    @PostMapping("/access/{caseId}/emergency")
    View emergency(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                access.emergency(actor, new CaseId(caseId), form.value("reason"), clock.instant()),
                () -> pages.redirect("/cases/" + caseId, "casework.notice.emergency"),
                why -> notice(actor, caseId, form.with(why)));
    }
}
