package org.holdfast.requests.web;

import java.util.List;
import org.holdfast.requests.Returns;

/** What the reader's agency is asked. */
public record RequestsView(List<Returns.Listed> listed) {
    public RequestsView {
        listed = List.copyOf(listed);
    }

    /** Those with something left to answer, before their meeting. */
    public List<Returns.Listed> open() {
        return listed.stream()
                .filter(it -> !it.done() && it.request().closedAt() == null)
                .toList();
    }

    /** Those answered, and those whose meeting is over. */
    public List<Returns.Listed> done() {
        return listed.stream()
                .filter(it -> it.done() || it.request().closedAt() != null)
                .toList();
    }
}
