package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.people.Child;
import org.jspecify.annotations.Nullable;

/**
 * Correcting who the child is.
 *
 * @param meanwhile the child as somebody else has saved it; null when nobody has
 */
public record ParticularsFormView(CaseFrame frame, @Nullable Child meanwhile) {

    /** The languages in which there are letters to children, by ISO 639-3 code. */
    private static final List<String> LETTERS = List.of("eng", "cym", "vie", "sqi", "ara", "ckb", "fas", "amh", "tir");

    public List<Option> surenesses(Page page) {
        return page.options(ParticularsForm.Sureness.values());
    }

    public List<Option> letterLanguages() {
        return LETTERS.stream()
                .map(code -> Option.of(code, Languages.name(code)))
                .toList();
    }
}
