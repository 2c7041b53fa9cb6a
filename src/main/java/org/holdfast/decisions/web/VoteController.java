package org.holdfast.decisions.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Command;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.Position;
import org.holdfast.decisions.Reading;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Voting from one's own sign-in, writing a vote down for a member, and the member's answer. */
@Controller
class VoteController {

    private final Decisions decisions;
    private final Pages pages;
    private final InstantSource clock;

    VoteController(Decisions decisions, Pages pages, InstantSource clock) {
        this.decisions = decisions;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/decisions/{id}/vote")
    View voting(Actor actor, @PathVariable UUID id) {
        DecisionId decision = new DecisionId(id);
        return voting(actor, decision, Form.empty());
    }

    @PostMapping("/decisions/{id}/vote")
    View vote(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        DecisionId decision = new DecisionId(id);
        Form form = Form.of(sent);
        Ground ground = form.choice("ground", Ground.class);
        Position position = form.choice("vote", Position.class);
        if (ground == null || position == null) {
            return voting(actor, decision, form.with(missing(form, position)));
        }
        return pages.after(
                decisions.vote(actor, decision, ground, position, form.value("reasons"), clock.instant()),
                _ -> pages.redirect(Paths.decision(decision), "decisions.notice.voted"),
                why -> voting(actor, decision, form.with(why)));
    }

    @PostMapping("/decisions/{id}/votes/{vote}")
    View answer(Actor actor, @PathVariable UUID id, @PathVariable UUID vote, @RequestParam String answer) {
        boolean confirmed = answer.equals("confirm");
        return switch (decisions.answerRecorded(actor, new DecisionId(id), vote, confirmed, clock.instant())) {
            case Outcome.Done<DecisionId>(DecisionId decision) ->
                confirmed
                        ? pages.redirect(Paths.decision(decision), "decisions.notice.confirmed")
                        : pages.redirect(Paths.decision(decision, "vote"), "decisions.notice.rejected");
            case Outcome.Refused<DecisionId>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/decisions/{id}/record-vote")
    View recording(Actor actor, @PathVariable UUID id) {
        DecisionId decision = new DecisionId(id);
        return recording(actor, decision, Form.empty());
    }

    @PostMapping("/decisions/{id}/record-vote")
    View recordVote(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        DecisionId decision = new DecisionId(id);
        Form form = Form.of(sent);
        Ground ground = form.choice("ground", Ground.class);
        Position position = form.choice("vote", Position.class);
        UUID member = form.id("member");
        if (ground == null || position == null || member == null) {
            List<Reason> faults = new ArrayList<>();
            if (member == null) {
                faults.add(Reason.about("member", "decisions.vote.member-missing"));
            }
            faults.addAll(missing(form, position));
            return recording(actor, decision, form.with(faults));
        }
        return pages.after(
                decisions.recordVote(
                        actor,
                        decision,
                        ground,
                        new MemberId(member),
                        position,
                        form.value("reasons"),
                        clock.instant()),
                _ -> pages.redirect(Paths.decision(decision), "decisions.notice.recorded"),
                why -> recording(actor, decision, form.with(why)));
    }

    private View voting(Actor actor, DecisionId id, Form form) {
        return switch (decisions.read(actor, id, clock.instant())) {
            case Outcome.Done<Reading>(Reading reading) -> pages.show("decisions/vote", new VoteView(reading), form);
            case Outcome.Refused<Reading>(List<Reason> why) -> pages.refused(why);
        };
    }

    private View recording(Actor actor, DecisionId id, Form form) {
        return switch (decisions.readToGive(actor, Command.RECORD_VOTE, id, clock.instant())) {
            case Outcome.Done<Reading>(Reading reading) -> {
                Optional<Ballot> ballot = reading.decision().openBallot();
                yield ballot.isPresent()
                        ? pages.show("decisions/recordVote", new RecordVoteView(reading, ballot.get()), form)
                        : pages.refused(List.of(Reason.of("decisions.ballot.not-open", "NRM-4")));
            }
            case Outcome.Refused<Reading>(List<Reason> why) -> pages.refused(why);
        };
    }

    private static List<Reason> missing(Form form, @Nullable Position position) {
        List<Reason> faults = new ArrayList<>();
        if (position == null) {
            faults.add(Reason.about("vote", "decisions.vote.position-missing"));
        }
        if (form.text("reasons") == null) {
            faults.add(Reason.about("reasons", "decisions.vote.reasons-missing"));
        }
        if (form.choice("ground", Ground.class) == null) {
            faults.add(Reason.of("decisions.ballot.not-open", "NRM-4"));
        }
        return faults;
    }
}
