package org.holdfast.referrals.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.ScreeningRoute;
import org.holdfast.people.ChildId;
import org.holdfast.referrals.CentralDecision;
import org.holdfast.referrals.ChildTold;
import org.holdfast.referrals.Progress;
import org.holdfast.referrals.ReferralCommand;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.ReferralSteps;
import org.holdfast.referrals.ReferralSteps.Acceptance;
import org.holdfast.referrals.RouteReason;
import org.holdfast.referrals.Safeguarding;
import org.holdfast.referrals.SameChild;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The pages on which a referral that is in is brought forward, step by step (REF-1 to REF-6, NRM-18, NRM-20). */
@Controller
class StepsController {

    private final Pages pages;
    private final ReferralSteps steps;
    private final InstantSource clock;

    StepsController(Pages pages, ReferralSteps steps, InstantSource clock) {
        this.pages = pages;
        this.steps = steps;
        this.clock = clock;
    }

    @GetMapping("/referrals/{id}/steps")
    View all(Actor actor, @PathVariable UUID id) {
        return switch (steps.look(actor, new ReferralId(id), clock.instant())) {
            case Outcome.Done<Progress>(Progress progress) ->
                pages.show("referrals/steps", new StepsView(progress, null));
            case Outcome.Refused<Progress> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/referrals/{id}/steps/{step}")
    View one(Actor actor, @PathVariable UUID id, @PathVariable String step) {
        ReferralCommand command = command(step);
        return command == null ? pages.notFound() : show(actor, new ReferralId(id), command, Form.empty());
    }

    @PostMapping("/referrals/{id}/steps/{step}")
    View take(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent) {
        ReferralCommand command = command(step);
        if (command == null) {
            return pages.notFound();
        }
        Form form = Form.of(sent);
        ReferralId referral = new ReferralId(id);
        return switch (take(actor, referral, command, form, clock.instant())) {
            case Outcome.Done<ReferralId>(ReferralId done) ->
                pages.redirect("/referrals/" + done.value() + "/steps", "referrals.step.recorded");
            case Outcome.Refused<ReferralId>(List<Reason> reasons) -> {
                boolean closed =
                        reasons.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND));
                yield closed ? pages.notFound() : show(actor, referral, command, form.with(reasons));
            }
        };
    }

    /** The page of a step; without it where the step cannot be taken now, with every reason. */
    private View show(Actor actor, ReferralId id, ReferralCommand command, Form form) {
        return switch (steps.look(actor, id, clock.instant())) {
            case Outcome.Done<Progress>(Progress progress)
            when progress.may(command) -> pages.show("referrals/step", new StepsView(progress, command), form);
            case Outcome.Done<Progress>(Progress progress) ->
                pages.refused(
                        form.hasFaults()
                                ? form.faults()
                                : List.of(Reason.of(
                                        "referrals.life.not-while."
                                                + progress.state().code(),
                                        "REF-5")));
            case Outcome.Refused<Progress> refused -> pages.refused(refused);
        };
    }

    private Outcome<ReferralId> take(Actor actor, ReferralId id, ReferralCommand command, Form form, Instant now) {
        Integer seen = form.number("version");
        int version = seen == null ? 0 : seen;
        return switch (command) {
            case RECORD_SAFEGUARDING ->
                dated(form, "safeguarding-on")
                        .then(on -> steps.recordSafeguarding(
                                actor,
                                id,
                                version,
                                form.choice("safeguarding", Safeguarding.Answer.class),
                                form.date("safeguarding-on"),
                                form.text("safeguarding-account"),
                                now));
            case RECORD_CHILD_TOLD ->
                steps.recordChildTold(
                        actor,
                        id,
                        version,
                        form.choice("told", ChildTold.Answer.class),
                        form.text("told-account"),
                        now);
            case DECIDE_TO_SUBMIT, DECIDE_NOT_TO_SUBMIT ->
                dated(form, "look-again")
                        .then(day -> steps.screen(
                                actor,
                                id,
                                version,
                                form.choice("route", ScreeningRoute.class),
                                form.yesOrNo("submit"),
                                form.text("rationale"),
                                form.text("further-actions"),
                                form.date("look-again"),
                                now));
            case LOOK_AGAIN -> steps.lookAgain(actor, id, version, now);
            case RECORD_SENT ->
                dated(form, "sent-on").then(day -> steps.recordSent(actor, id, version, form.date("sent-on"), now));
            case ACCEPT ->
                dated(form, "accepted-on").then(day -> steps.accept(actor, id, version, acceptance(form), now));
            case KEEP_CENTRAL ->
                dated(form, "on")
                        .then(day -> steps.keepCentral(
                                actor,
                                id,
                                version,
                                form.date("on"),
                                form.text("nrm-reference"),
                                form.choice("because", RouteReason.class),
                                form.text("account"),
                                now));
            case MOVE_TO_CENTRAL ->
                dated(form, "on")
                        .then(day -> steps.moveToCentral(
                                actor,
                                id,
                                version,
                                form.date("on"),
                                form.choice("because", RouteReason.class),
                                form.text("account"),
                                now));
            case MOVE_TO_LOCAL ->
                dated(form, "accepted-on")
                        .then(day -> steps.moveToLocal(
                                actor,
                                id,
                                version,
                                acceptance(form),
                                form.choice("because", RouteReason.class),
                                form.text("account"),
                                now));
            case RECORD_CENTRAL_DECISION ->
                dated(form, "on")
                        .then(day -> steps.recordCentralDecision(
                                actor,
                                id,
                                version,
                                form.choice("decision", CentralDecision.class),
                                form.date("on"),
                                now));
            case FIND_IN_SCOPE -> steps.findInScope(actor, id, version, form.text("account"), now);
            case COMPARE_CHILDREN -> compare(actor, id, version, form, now);
            case LINK_AS_DUPLICATE -> steps.linkAsDuplicate(actor, id, version, form.text("account"), now);
            case ASK_AT_EIGHTEEN ->
                dated(form, "on")
                        .then(day ->
                                steps.askAtEighteen(actor, id, version, form.date("on"), form.text("account"), now));
            case STAY_AT_EIGHTEEN ->
                dated(form, "on")
                        .then(day -> steps.stayAtEighteen(
                                actor,
                                id,
                                version,
                                form.date("on"),
                                form.yesOrNo("adult-support"),
                                form.text("account"),
                                now));
            case WITHDRAW_AT_EIGHTEEN ->
                dated(form, "on")
                        .then(day -> steps.withdrawAtEighteen(
                                actor, id, version, form.date("on"), form.text("account"), now));
            case WITHDRAW -> steps.withdraw(actor, id, version, form.text("account"), now);
            case DISCARD, SUBMIT, ASK_TO_SUBMIT -> Outcome.refused(Reason.of(Pages.NOT_FOUND, "SHR-3"));
        };
    }

    private Outcome<ReferralId> compare(Actor actor, ReferralId id, int version, Form form, Instant now) {
        UUID child = form.id("child");
        SameChild.Verdict verdict = form.choice("verdict", SameChild.Verdict.class);
        if (child == null || verdict == null) {
            return Outcome.refused(Reason.of("referrals.likeness.unanswered", "REF-4"));
        }
        ChildId other = new ChildId(child);
        String reason = form.text(SameChild.reasonField(other));
        return switch (verdict) {
            case SAME -> steps.sameChild(actor, id, version, other, reason, now);
            case NOT_THE_SAME -> steps.notTheSameChild(actor, id, version, other, reason, now);
            case CANNOT_TELL -> Outcome.refused(Reason.of("referrals.likeness.unanswered", "REF-4"));
        };
    }

    private static Acceptance acceptance(Form form) {
        return new Acceptance(
                form.date("accepted-on"),
                form.text("nrm-reference"),
                form.yesOrNo("age-disputed"),
                form.yesOrNo("public-order"),
                form.text("age-basis"));
    }

    /** A day that was typed is a day, or it is said what is wrong with it before anything else. */
    private static Outcome<String> dated(Form form, String name) {
        Reason fault = form.dateFault(name);
        return fault == null ? Outcome.done(name) : Outcome.refused(fault);
    }

    private static @Nullable ReferralCommand command(String address) {
        return Stream.of(ReferralCommand.values())
                .filter(command -> StepsView.address(command).equals(address))
                .findFirst()
                .orElse(null);
    }
}
