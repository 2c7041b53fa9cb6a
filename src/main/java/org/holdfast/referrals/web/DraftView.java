package org.holdfast.referrals.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.pages.Page;
import org.holdfast.referrals.FormField;
import org.holdfast.referrals.FormSection;
import org.holdfast.referrals.HandwrittenForm;
import org.holdfast.referrals.ReferralId;

/** A referral being written: its task list, and its answers to be checked. */
public record DraftView(ReferralId id, HandwrittenForm form) {

    /** A section with those of its pages that are put to this writer. */
    public record Section(String key, List<String> pages) {}

    public String path() {
        return "/referrals/drafts/" + id.value();
    }

    public String path(String page) {
        return path() + "/questions/" + page;
    }

    /** Where an answer is changed from the page that shows them all; it leads back there. */
    public String change(String page) {
        return path(page) + "?back=check";
    }

    public List<Section> sections() {
        List<String> put = form.pages();
        List<Section> sections = new ArrayList<>();
        for (FormSection section : FormSection.values()) {
            List<String> pages = section.pages().stream().filter(put::contains).toList();
            if (!pages.isEmpty()) {
                sections.add(new Section(section.key(), pages));
            }
        }
        return sections;
    }

    /** The first page that is not finished; empty when all are. */
    public Optional<String> next() {
        return form.pages().stream().filter(page -> !finished(page)).findFirst();
    }

    public long finished() {
        return form.pages().stream().filter(this::finished).count();
    }

    public boolean finished(String page) {
        return switch (form.progress(page)) {
            case COMPLETED, OPTIONAL -> true;
            case NOT_STARTED, INCOMPLETE -> false;
        };
    }

    /** Message key of how far a page is. */
    public String progressKey(String page) {
        return "referrals.hand.progress."
                + form.progress(page).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The questions of a page that are put, by the answers so far. */
    public List<FormField> asked(String page) {
        return form.fields(page).stream().filter(form::asked).toList();
    }

    /** An answer as it is read: the true meaning of a choice, a day as a day. */
    public String answer(Page page, FormField field) {
        String answer = form.answer(field.name());
        if (answer == null) {
            return "";
        }
        return switch (field.kind()) {
            case RADIO, CHECKBOX ->
                field.option(answer)
                        .map(option -> page.text(field.label(option)))
                        .orElse(answer);
            case DATE -> page.date(LocalDate.parse(answer));
            case FILES -> String.join(", ", form.typed().values(field.name()));
            case TEXT, EMAIL, NUMBER, LONG_TEXT, SELECT -> answer;
        };
    }
}
