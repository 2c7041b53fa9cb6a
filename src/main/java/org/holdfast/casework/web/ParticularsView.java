package org.holdfast.casework.web;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.casework.Particulars;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.Communication;
import org.holdfast.people.SafeContact;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.ProtectedAddress;
import org.jspecify.annotations.Nullable;

/** Who the child is: what is known and what was known before. */
public record ParticularsView(CaseFrame frame, Particulars.Sheet sheet, List<Agency> agencies) {

    /** Where the child lives, or that it is held back. */
    public @Nullable String livesAt(Page page, ChildFacts facts) {
        return sheet.reader()
                .heldBack(DataClass.HOME_AND_WHEREABOUTS)
                .map(page::text)
                .orElse(facts.livesAt());
    }

    /** The agencies that read a protected address besides, by name. */
    public String named(ProtectedAddress address) {
        return agencies.stream()
                .filter(agency -> address.agencies().contains(agency.id()))
                .map(Agency::name)
                .collect(Collectors.joining(", "));
    }

    /** The agencies that can be named for it. */
    public List<Option> toName() {
        return agencies.stream()
                .filter(agency ->
                        agency.kind() != AgencyKind.HOME_OFFICE && agency.kind() != AgencyKind.COMPETENT_AUTHORITY)
                .map(agency -> Option.of(agency.id().value().toString(), agency.name()))
                .toList();
    }

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
        return sheet.reader()
                .heldBack(DataClass.HOME_AND_WHEREABOUTS)
                .map(key -> page.text("casework.identity.contact.not-shown", rule, page.text(key)))
                .orElseGet(() ->
                        contact.how() == null ? rule : page.text("casework.identity.contact", rule, contact.how()));
    }

    /** Constants of {@code people}, whose texts stand under their own names. */
    public static List<Option> options(Page page, String prefix, Enum<?>... constants) {
        return java.util.Arrays.stream(constants)
                .map(constant -> Option.of(constant.name(), page.text(prefix + constant.name())))
                .toList();
    }
}
