package org.holdfast.administration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who was just made a member, with the links that are shown this once. */
public record JoinedView(List<Row> rows) {

    /**
     * One of them.
     *
     * @param link null where they sign in with Holdfast elsewhere already
     */
    public record Row(
            String name, String username, @Nullable String link) {}
}
