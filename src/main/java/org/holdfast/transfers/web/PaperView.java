package org.holdfast.transfers.web;

import java.time.LocalDate;
import org.holdfast.pages.Page;
import org.holdfast.transfers.Paper;

/**
 * A paper, before it goes or once it came.
 *
 * @param back where one comes from
 * @param came whether it came from another partnership
 */
public record PaperView(Paper paper, String back, boolean came) {

    static PaperView before(Paper paper) {
        return new PaperView(paper, "/cases/" + paper.caseId().value() + "/transfer", false);
    }

    static PaperView received(Paper paper) {
        return new PaperView(paper, "/cases/" + paper.caseId().value(), true);
    }

    /** What a paper is called in a list: by its title and its day, which some titles tell already. */
    public static String called(Page page, String title, LocalDate on) {
        String day = page.date(on);
        return title.contains(day) ? title : page.text("transfers.paper.choice", title, day);
    }
}
