package org.holdfast.assurance.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.assurance.Questions;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.sharing.DataClass;

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
                        line.tells() == null ? said(page, line) : said(page, line) + ". " + fewer(page, line.tells())))
                .toList();
    }

    private static String said(Page page, CaseUpdate line) {
        return page.text("assurance.question.line", page.date(line.at()), line.source());
    }

    /** That fewer may read the line, so that whoever sends it on knows. */
    private static String fewer(Page page, DataClass tells) {
        return page.text("sharing.fewer") + " " + page.label(tells);
    }
}
