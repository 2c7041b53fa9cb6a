package org.holdfast.sharing.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.Agreement;
import org.holdfast.sharing.Agreements;

/** One agreement in all its versions. */
public record AgreementView(Agreements.Seen seen) {

    public String path() {
        return "/agreements/" + seen.latest().id().value();
    }

    /** The parties by name. */
    public static String parties(Collection<Agency> agencies, Agreement agreement) {
        return agencies.stream()
                .filter(it -> agreement.parties().contains(it.id()))
                .map(Agency::name)
                .collect(Collectors.joining(", "));
    }

    /** Constants by their labels, in their order. */
    public static String labels(Page page, Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(page::label)
                .collect(Collectors.joining("; "));
    }

    /** The agencies as choices. */
    static List<Option> options(Collection<Agency> agencies) {
        return agencies.stream()
                .map(it -> Option.of(it.id().value().toString(), it.name()))
                .toList();
    }

    static String value(AgencyId id) {
        return id.value().toString();
    }
}
