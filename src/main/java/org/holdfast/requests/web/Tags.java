package org.holdfast.requests.web;

import org.holdfast.requests.QuestionState;

/** What the tag of a state means to a reader; its colour follows. */
public final class Tags {
    private Tags() {}

    public static String meaning(QuestionState state) {
        return switch (state) {
            case ASKED -> "new";
            case ANSWERED, NOTHING_KNOWN -> "done";
            case WITHDRAWN -> "quiet";
            case UNANSWERED -> "overdue";
        };
    }
}
