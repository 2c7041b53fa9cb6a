package org.holdfast.requests.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionCommand;
import org.holdfast.requests.Request;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;

/**
 * The page on which an agency tells what it knows of one child.
 *
 * @param kind the kind of meeting, by name
 * @param graded whether the agency grades what it tells, as police do
 * @param meanwhile whether somebody else of the agency answered while this was typed
 * @param outdated what the reader had typed, by heading, and not handed in before the agency told what it told last: it is shown and not
 *     offered, since what was told is newer
 */
public record ReturnView(
        Request request,
        String kind,
        boolean graded,
        Returns.Line line,
        boolean meanwhile,
        Map<Heading, String> outdated) {
    public ReturnView {
        outdated = Collections.unmodifiableMap(outdated);
    }

    public boolean may(QuestionCommand command) {
        return line.available().contains(command);
    }

    /** Whether the form is for a correction of what was told for this request. */
    public boolean corrects() {
        return may(QuestionCommand.CORRECT);
    }

    public String path() {
        return Paths.child(request.id(), line.question().id());
    }

    public String path(String page) {
        return Paths.child(request.id(), line.question().id(), page);
    }

    public String back() {
        return Paths.request(request.id());
    }

    public String draft() {
        return Paths.draft(line.question().id(), line.version());
    }

    public List<Heading> headings() {
        return List.of(Heading.values());
    }

    public static String field(Heading heading) {
        return ReturnDraft.field(heading);
    }
}
