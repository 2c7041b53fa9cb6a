package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Particulars;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.people.BirthDate;
import org.holdfast.people.Communication;
import org.holdfast.people.SafeContact;

/** Who the child is: what is known and what was known before. */
public record ParticularsView(CaseFrame frame, Particulars.Sheet sheet) {

    public String birth(Page page, BirthDate born) {
        return CaseFrame.birth(page, born);
    }

    public String languages(Page page, Communication talk) {
        return talk.languages().isEmpty()
                ? page.text("casework.identity.not-asked")
                : String.join(
                        ", ", talk.languages().stream().map(Languages::name).toList());
    }

    public String language(String code) {
        return Languages.name(code);
    }

    public String contact(Page page, SafeContact contact) {
        String rule = page.text("people.contact." + contact.way().name());
        String how = contact.how();
        return how == null ? rule : page.text("casework.identity.contact", rule, how);
    }

    /** Constants of {@code people}, whose texts stand under their own names. */
    public static List<Option> options(Page page, String prefix, Enum<?>... constants) {
        return java.util.Arrays.stream(constants)
                .map(constant -> Option.of(constant.name(), page.text(prefix + constant.name())))
                .toList();
    }
}
