package org.holdfast.requests.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingId;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.AgencyId;
import org.holdfast.requests.Guests;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.Requests;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The co-ordinator's page of who has answered for a meeting, and what agencies told of one child. */
@Controller
class BoardController {

    private final Requests requests;
    private final Guests guests;
    private final Pages pages;
    private final InstantSource clock;

    BoardController(Requests requests, Guests guests, Pages pages, InstantSource clock) {
        this.requests = requests;
        this.guests = guests;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/requests")
    View board(Actor actor, @PathVariable UUID id) {
        return board(actor, id, Form.empty());
    }

    @PostMapping("/meetings/{id}/requests")
    View ask(Actor actor, @PathVariable UUID id) {
        return switch (requests.ask(actor, new MeetingId(id), clock.instant())) {
            case Outcome.Done<Integer>(Integer asked) ->
                pages.redirect(Paths.board(new MeetingId(id)), "requests.notice.asked", Dates.number(asked));
            case Outcome.Refused<Integer> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/meetings/{id}/requests/agencies")
    View askAlso(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID agency = form.id("agency");
        if (agency == null) {
            return board(actor, id, form.with(List.of(Reason.about("agency", "requests.refused.no-such-agency"))));
        }
        return switch (requests.askAlso(actor, new MeetingId(id), new AgencyId(agency), clock.instant())) {
            case Outcome.Done<Integer>(Integer asked) ->
                pages.redirect(Paths.board(new MeetingId(id)), "requests.notice.asked", Dates.number(asked));
            case Outcome.Refused<Integer>(List<Reason> reasons) ->
                reasons.stream().allMatch(it -> it.field() != null)
                        ? board(actor, id, form.with(reasons))
                        : pages.refused(reasons);
        };
    }

    @PostMapping("/meetings/{id}/requests/{request}/chase")
    View chase(Actor actor, @PathVariable UUID id, @PathVariable UUID request) {
        return after(requests.chase(actor, new RequestId(request), clock.instant()), "requests.notice.chased");
    }

    @PostMapping("/meetings/{id}/requests/{request}/guests")
    View invite(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return switch (guests.invite(actor, new RequestId(request), form.value("email-" + request), clock.instant())) {
            case Outcome.Done<MeetingId>(MeetingId meeting) ->
                pages.redirect(Paths.board(meeting), "requests.notice.guest-asked");
            case Outcome.Refused<MeetingId>(List<Reason> reasons) ->
                reasons.stream().allMatch(it -> it.field() != null)
                        ? board(actor, id, form.with(reasons))
                        : pages.refused(reasons);
        };
    }

    @PostMapping("/meetings/{id}/requests/{request}/guests/{guest}/withdraw")
    View withdraw(Actor actor, @PathVariable UUID id, @PathVariable UUID request, @PathVariable UUID guest) {
        return after(
                guests.withdraw(actor, new RequestId(request), guest, clock.instant()),
                "requests.notice.guest-withdrawn");
    }

    @PostMapping("/meetings/{id}/requests/children/{question}/leave-out")
    View leaveOut(Actor actor, @PathVariable UUID id, @PathVariable UUID question) {
        return after(requests.leaveOut(actor, new QuestionId(question), clock.instant()), "requests.notice.left-out");
    }

    @PostMapping("/meetings/{id}/requests/children/{question}/ask-again")
    View askAgain(Actor actor, @PathVariable UUID id, @PathVariable UUID question) {
        return after(
                requests.askAgain(actor, new QuestionId(question), clock.instant()), "requests.notice.asked-again");
    }

    @GetMapping("/cases/{caseId}/returns")
    View returns(Actor actor, @PathVariable UUID caseId) {
        Instant now = clock.instant();
        return switch (requests.ofChild(actor, new CaseId(caseId), now)) {
            case Outcome.Done<Requests.OfChild>(Requests.OfChild seen) ->
                pages.show(
                        "requests/caseReturns", new CaseReturnsView(seen.child(), seen.returns(), "/cases/" + caseId));
            case Outcome.Refused<Requests.OfChild> refused -> pages.refused(refused);
        };
    }

    private View after(Outcome<MeetingId> outcome, String notice) {
        return pages.after(outcome, meeting -> pages.redirect(Paths.board(meeting), notice), pages::refused);
    }

    private View board(Actor actor, UUID id, Form form) {
        return switch (requests.board(actor, new MeetingId(id), clock.instant())) {
            case Outcome.Done<Requests.Board>(Requests.Board board) ->
                pages.show(
                        "requests/board",
                        new BoardView(
                                board,
                                guests.of(
                                        actor,
                                        board.rows().stream()
                                                .map(it -> it.request().id())
                                                .toList())),
                        form);
            case Outcome.Refused<Requests.Board> refused -> pages.refused(refused);
        };
    }
}
