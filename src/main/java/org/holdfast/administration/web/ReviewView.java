package org.holdfast.administration.web;

import java.util.UUID;
import org.holdfast.administration.AccessReview;

/**
 * One access review.
 *
 * @param me who looks, and does not answer for themselves
 */
public record ReviewView(AccessReview review, UUID me) {

    public String path() {
        return "/administration/reviews/" + review.id();
    }

    public boolean canAnswer(AccessReview.Line line) {
        return !review.signed()
                && line.answer() != AccessReview.Answer.END
                && !line.member().value().equals(me);
    }
}
