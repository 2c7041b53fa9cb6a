package org.holdfast.transfers.web;

import java.util.List;
import java.util.Objects;
import org.holdfast.law.Reason;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.transfers.Goes;
import org.holdfast.transfers.PaperChoice;
import org.holdfast.transfers.Transfers;

/** Offering a case to another partnership. */
public record OfferView(Transfers.Preview preview) {

    public String casePath() {
        return "/cases/" + preview.caseId().value();
    }

    public List<Option> partnerships() {
        return preview.others().entrySet().stream()
                .map(it -> Option.of(it.getKey().toString(), it.getValue()))
                .toList();
    }

    /** A part and how much of it there is. */
    public String part(Page page, Goes part) {
        return page.text(
                "transfers.part",
                page.label(part),
                page.number(preview.notice().rows().getOrDefault(part, 0)));
    }

    /** Papers that may go, each with when and, where its owner is asked first, that. */
    public List<Option> papers(Page page) {
        return preview.papers().stream()
                .filter(it -> it.stays() == null)
                .map(it -> Option.of(
                        it.key(),
                        PaperView.called(page, it.title(), it.on()),
                        it.restricted() ? page.text("transfers.paper.asks-owner", it.owner()) : null))
                .toList();
    }

    /** Papers that may go: to look at before. */
    public List<PaperChoice> may() {
        return preview.papers().stream().filter(it -> it.stays() == null).toList();
    }

    /** Papers that stay, with why. */
    public List<Reason> stay() {
        return preview.papers().stream()
                .map(PaperChoice::stays)
                .filter(Objects::nonNull)
                .toList();
    }

    public List<Option> parts(Page page) {
        return Goes.chosen().stream()
                .map(it -> Option.of(it.name(), part(page, it)))
                .toList();
    }
}
