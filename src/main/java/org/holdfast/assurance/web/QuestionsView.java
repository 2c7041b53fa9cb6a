package org.holdfast.assurance.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.assurance.Questions;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;

/** The competent authority's questions about one case. */
public record QuestionsView(Questions.Thread thread) {

    public String path() {
        return "/cases/" + thread.caseId().value() + "/questions";
    }

    public String answerPath(UUID question) {
        return path() + "/" + question + "/answer";
    }

    /** The name of a field of one question's answer; several questions are open on one page. */
    public static String field(String name, UUID question) {
        return name + "-" + question;
    }

    /** Lines of the updates log that can be put into an answer. */
    public List<Option> lines(Page page) {
        return thread.log().stream()
                .map(line -> Option.of(
                        line.id().toString(),
                        line.what(),
                        page.text("assurance.question.line", page.date(line.at()), line.source())))
                .toList();
    }
}
