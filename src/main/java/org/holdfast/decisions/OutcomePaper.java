package org.holdfast.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.documents.Document.Fact;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.springframework.stereotype.Component;

/** The outcome form as a paper: what the form holds, in its order, and nothing else (NRM-10, SHR-5). */
@Component
public final class OutcomePaper {

    private static final Language LANGUAGE = Language.ENGLISH;

    private final Texts texts;

    OutcomePaper(Texts texts) {
        this.texts = texts;
    }

    /** The paper of a form. */
    public Document of(OutcomeForm form) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "decisions.outcome.partnership", form.partnership());
        add(facts, "decisions.outcome.reference", form.homeOfficeReference());
        add(facts, "decisions.child", form.child());
        if (form.dateOfBirth() != null) {
            add(facts, "decisions.outcome.date-of-birth", Dates.date(LANGUAGE, form.dateOfBirth()));
        }
        add(facts, "decisions.outcome.decision", form.decision().toString());
        add(facts, "decisions.outcome.outcome", label(form.outcome()));
        if (form.reasonableGroundsOn() != null) {
            add(facts, "decisions.outcome.reasonable-grounds-on", Dates.date(LANGUAGE, form.reasonableGroundsOn()));
        }
        if (form.conclusiveGroundsOn() != null) {
            add(facts, "decisions.outcome.conclusive-grounds-on", Dates.date(LANGUAGE, form.conclusiveGroundsOn()));
        }
        add(facts, "decisions.account.negative-reasons", labels(form.negativeReasons().stream()));
        add(facts, "decisions.account.exploitation", exploitation(form));
        if (form.supersedes() != null) {
            add(facts, "decisions.outcome.supersedes", form.supersedes().toString());
        }
        add(
                facts,
                "decisions.issued",
                Dates.date(LANGUAGE, Dates.london(form.issuedAt()).toLocalDate()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        for (OutcomeForm.Test test : form.tests()) {
            blocks.add(new Block.Heading(
                    2, text("decisions.threshold." + test.ground().name())));
            blocks.add(new Block.Quote(test.wording()));
        }
        return new Document(
                text("decisions.outcome.title"),
                "en-GB",
                form.homeOfficeReference().isEmpty() ? form.decision().toString() : form.homeOfficeReference(),
                "",
                blocks);
    }

    private String exploitation(OutcomeForm form) {
        String kinds = labels(form.exploitation().stream());
        return form.countyLines() ? kinds + ", " + text("decisions.county-lines") : kinds;
    }

    private void add(List<Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(text(key), value));
        }
    }

    private String labels(Stream<? extends Enum<?>> constants) {
        return constants.map(this::label).collect(Collectors.joining(", "));
    }

    private String label(Enum<?> constant) {
        return text(Page.labelKey(constant));
    }

    private String text(String key) {
        return texts.text(LANGUAGE, key);
    }
}
