package org.holdfast.transfers.web;

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
}
