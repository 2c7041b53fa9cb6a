package org.holdfast.administration.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.administration.AccessReview;
import org.holdfast.administration.AccessReviews;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.MemberId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Access reviews, for administrators and information governance. */
@Controller
@RequestMapping("/administration/reviews")
class AccessReviewController {

    private static final UUID NOBODY = new UUID(0, 0);

    private final AccessReviews reviews;
    private final Pages pages;
    private final InstantSource clock;

    AccessReviewController(AccessReviews reviews, Pages pages, InstantSource clock) {
        this.reviews = reviews;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View all(Actor actor) {
        return shown(
                reviews.all(actor, clock.instant()),
                all -> pages.show("administration/reviews", new ReviewsView(all.reviews(), all.due())));
    }

    @PostMapping
    View open(Actor actor) {
        return shown(reviews.open(actor, clock.instant()), id -> pages.redirect("/administration/reviews/" + id));
    }

    @GetMapping("/{review}")
    View review(Actor actor, @PathVariable UUID review) {
        return review(actor, review, Form.empty());
    }

    private View review(Actor actor, UUID id, Form form) {
        return shown(
                reviews.review(actor, id, clock.instant()),
                review -> pages.show("administration/review", new ReviewView(review, actor.member()), form));
    }

    @PostMapping("/{review}/answer")
    View answer(Actor actor, @PathVariable UUID review, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID member = form.id("member");
        return again(
                actor,
                review,
                reviews.answer(
                        actor,
                        review,
                        new MemberId(member == null ? NOBODY : member),
                        form.choice("answer", AccessReview.Answer.class),
                        clock.instant()),
                line -> pages.redirect(
                        "/administration/reviews/" + review, "administration.review.answered", line.name()));
    }

    @PostMapping("/{review}/sign")
    View sign(Actor actor, @PathVariable UUID review) {
        return again(
                actor,
                review,
                reviews.sign(actor, review, clock.instant()),
                _ -> pages.redirect("/administration/reviews", "administration.review.signed-off"));
    }

    private <T> View again(Actor actor, UUID review, Outcome<T> outcome, Function<T, View> done) {
        return pages.after(
                outcome, done, reasons -> review(actor, review, Form.empty().with(reasons)));
    }

    private <T> View shown(Outcome<T> outcome, Function<T, View> show) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> show.apply(value);
            case Outcome.Refused<T> refused -> pages.refused(refused);
        };
    }
}
