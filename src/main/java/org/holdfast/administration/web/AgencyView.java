package org.holdfast.administration.web;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Team;
import org.jspecify.annotations.Nullable;

/**
 * One agency, or a new one.
 *
 * @param authorities those that the partnership serves, where it serves several
 * @param people through whom it may answer
 * @param teams of it, those that have ended among them
 */
public record AgencyView(
        @Nullable Agency agency, List<Option> authorities, List<Option> people, List<Team> teams, LocalDate today) {

    /** The teams that may answer what it is asked. */
    public List<Option> whichMayAnswer() {
        return teams.stream()
                .filter(team -> team.on(today))
                .map(team -> Option.of(team.id().value().toString(), team.name()))
                .toList();
    }

    public String action() {
        return agency == null
                ? "/administration/agencies/new"
                : "/administration/agencies/" + agency.id().value();
    }
}
