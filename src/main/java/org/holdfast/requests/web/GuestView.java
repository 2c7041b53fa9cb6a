package org.holdfast.requests.web;

import java.util.List;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionCommand;
import org.holdfast.requests.Returns;

/**
 * What a guest is asked: the children of one request.
 *
 * @param press the key of the buttons on this page: by it a second press is known
 */
public record GuestView(String path, Returns.Sheet sheet, String press) {

    public boolean may(Returns.Line line, QuestionCommand command) {
        return line.available().contains(command);
    }

    public boolean answers(Returns.Line line) {
        return may(line, QuestionCommand.HAND_IN) || may(line, QuestionCommand.CORRECT);
    }

    public String child(Returns.Line line) {
        return path + "/children/" + line.question().id().value();
    }

    public static List<Heading> headings() {
        return List.of(Heading.values());
    }
}
