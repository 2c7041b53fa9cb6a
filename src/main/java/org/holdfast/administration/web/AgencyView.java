package org.holdfast.administration.web;

import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Agency;
import org.jspecify.annotations.Nullable;

/**
 * One agency, or a new one.
 *
 * @param authorities those that the partnership serves, where it serves several
 * @param people through whom it may answer
 */
public record AgencyView(@Nullable Agency agency, List<Option> authorities, List<Option> people) {

    public String action() {
        return agency == null
                ? "/administration/agencies/new"
                : "/administration/agencies/" + agency.id().value();
    }
}
