package org.holdfast.administration.web;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.administration.AccessReview;

/**
 * Access reviews, the newest first.
 *
 * @param due by when the next is to be signed off
 */
public record ReviewsView(List<AccessReview> reviews, LocalDate due) {

    public boolean oneOpen() {
        return reviews.stream().anyMatch(review -> !review.signed());
    }
}
