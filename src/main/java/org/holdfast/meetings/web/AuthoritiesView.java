package org.holdfast.meetings.web;

import java.util.List;
import java.util.Objects;
import org.holdfast.meetings.Authorities;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Agency;

/** Which agency works for which authority. */
public record AuthoritiesView(Authorities.Served served) {

    public List<Option> authorities() {
        return served.authorities().stream()
                .map(it -> Option.of(it.code(), it.name()))
                .toList();
    }

    public String field(Agency agency) {
        return Authorities.field(agency.id());
    }

    /** What stands there as the page is drawn. */
    public String seen(Agency agency) {
        return Objects.requireNonNullElse(agency.authority(), "");
    }
}
