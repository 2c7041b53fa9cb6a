package org.holdfast.transfers.web;

import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.transfers.Goes;
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

    public List<Option> parts(Page page) {
        return Goes.chosen().stream()
                .map(it -> Option.of(it.name(), part(page, it)))
                .toList();
    }
}
