package org.holdfast.requests.web;

import org.holdfast.meetings.MeetingId;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.RequestId;

/** Where the pages of requests are. */
public final class Paths {
    private Paths() {}

    public static String request(RequestId request) {
        return "/requests/" + request.value();
    }

    public static String child(RequestId request, QuestionId question) {
        return request(request) + "/children/" + question.value();
    }

    /** A page below a child of a request, such as {@code versions}. */
    public static String child(RequestId request, QuestionId question, String page) {
        return child(request, question) + "/" + page;
    }

    public static String board(MeetingId meeting) {
        return "/meetings/" + meeting.value() + "/requests";
    }

    /** The key under which a half-typed return is kept that goes on from a version told before; 0 for none. */
    static String draft(QuestionId question, int version) {
        return "return-" + question.value() + (version == 0 ? "" : "-" + version);
    }
}
