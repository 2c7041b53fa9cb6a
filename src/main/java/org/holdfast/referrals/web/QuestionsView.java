package org.holdfast.referrals.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.referrals.FormField;
import org.holdfast.referrals.HandwrittenReferrals;
import org.holdfast.referrals.ListedNames;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.ShownWhen;

/**
 * One page of questions, one topic, drawn from the catalogue.
 *
 * @param fields its questions that can be put to this writer; those that follow from an answer on the same page among them
 * @param check whether it leads back to the page that shows all answers
 */
public record QuestionsView(ReferralId id, String page, List<FormField> fields, boolean check) {

    public String path() {
        return "/referrals/drafts/" + id.value() + "/questions/" + page + (check ? "?back=check" : "");
    }

    public String back() {
        return "/referrals/drafts/" + id.value() + (check ? "/check" : "");
    }

    public String titleKey() {
        return "referrals.form.page." + page;
    }

    public String draft() {
        return HandwrittenReferrals.draftKey(id);
    }

    /** The questions that stand on their own, in order; boxes that follow one another stand as the first of them. */
    public List<FormField> own() {
        List<FormField> own = new ArrayList<>();
        boolean inBoxes = false;
        for (FormField field : fields) {
            boolean box = field.kind() == FormField.Kind.CHECKBOX;
            if (!(box && inBoxes) && !follows(field)) {
                own.add(field);
            }
            inBoxes = box;
        }
        return own;
    }

    /** All boxes of the page. */
    public List<FormField> boxes() {
        return fields.stream()
                .filter(field -> field.kind() == FormField.Kind.CHECKBOX)
                .toList();
    }

    /** The questions on this page that follow from one answer to another. */
    public List<FormField> following(FormField field, String answer) {
        return fields.stream()
                .filter(other -> other.shownWhen() instanceof ShownWhen.Answered(String name, var with)
                        && name.equals(field.name())
                        && with.contains(answer))
                .toList();
    }

    /** The choices of a question, each with what follows from it. */
    public List<Option> options(Page page, FormField field, Function<List<FormField>, Content> reveal) {
        return field.options().stream()
                .map(option -> {
                    Option choice = Option.of(option.answer(), page.text(field.label(option)));
                    List<FormField> following = following(field, option.answer());
                    return following.isEmpty() ? choice : choice.revealing(reveal.apply(following));
                })
                .toList();
    }

    /** The lists of names that questions of this page offer. */
    public List<ListedNames> lists() {
        return fields.stream()
                .map(FormField::list)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private boolean follows(FormField field) {
        return field.shownWhen() instanceof ShownWhen.Answered(String name, var with)
                && fields.stream().anyMatch(other -> other.name().equals(name));
    }
}
