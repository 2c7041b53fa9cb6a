package org.holdfast.requests.web;

import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.people.Child;
import org.holdfast.requests.QuestionCommand;
import org.holdfast.requests.Request;
import org.holdfast.requests.Returns;

/** One request with all its children on a page. */
public record SheetView(Returns.Sheet sheet) {

    public Request request() {
        return sheet.request();
    }

    /** The teams to which it can be given. */
    public List<Option> teams() {
        return sheet.hands().teams().stream()
                .map(team -> Option.of(team.id().value().toString(), team.name()))
                .toList();
    }

    public boolean may(Returns.Line line, QuestionCommand command) {
        return line.available().contains(command);
    }

    public String path() {
        return Paths.request(request().id());
    }

    public String child(Returns.Line line) {
        return Paths.child(request().id(), line.question().id());
    }

    public String child(Returns.Line line, String page) {
        return Paths.child(request().id(), line.question().id(), page);
    }

    /** Whom it is about, so that an agency finds the child in its own records. */
    public static List<String> facts(Page page, Child child) {
        return List.of(child.birthDate()
                .certainDay()
                .map(day -> page.text("requests.born", page.date(day)))
                .orElseGet(() -> page.text("requests.born.not-certain")));
    }
}
