package org.holdfast.letters.web;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.letters.LetterKind;
import org.holdfast.letters.Letters;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.pages.Tongue;

/** The letters about one child. */
public record CaseLettersView(Letters.OfCase letters) {

    public String path() {
        return casePath() + "/letters";
    }

    public String casePath() {
        return "/cases/" + letters.caseId().value();
    }

    public List<Option> kinds(Page page) {
        return page.options(LetterKind.values());
    }

    public List<Option> tongues(Page page) {
        return Stream.of(Tongue.values())
                .map(tongue -> Option.of(tongue.tag(), page.label(tongue)))
                .toList();
    }

    /** What a letter can tell of, as choices. */
    public List<Option> decisions(Page page) {
        return Stream.concat(
                        letters.decisions().stream()
                                .map(one -> Option.of(
                                        one.id().value().toString(),
                                        page.text(
                                                "letters.about-decision",
                                                page.label(one.determination()),
                                                page.date(one.on())))),
                        Stream.of(Option.of("none", page.text("letters.about-none"))))
                .toList();
    }
}
