package org.holdfast.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.MinutesPart;
import org.holdfast.meetings.MinutesSource;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.springframework.stereotype.Component;

/**
 * What agencies told, in the minutes of an item. Who told something, or nothing, everybody reads who reads the item; what was told stands
 * there only for those who read restricted parts, since attending is not reading the pack (NRM-23). What an agency itself restricted
 * stays in the pack, and what it restricted, corrected into something restricted or took back since is not written down anew (SHR-4).
 */
@Component
class ReturnsInMinutes implements MinutesSource {

    private final RequestStore store;

    ReturnsInMinutes(RequestStore store) {
        this.store = store;
    }

    /** What the panel knew when it had done with the item: what was told later is no part of what it decided on. */
    @Override
    public Optional<MinutesPart> of(Actor actor, AgendaItem item) {
        List<MinutesPart.Line> lines = new ArrayList<>();
        List<ToldSince> since = ToldSince.of(store.versions(actor.partnership(), item.caseId()));
        for (AgencyReturn told : store.latest(actor.partnership(), item.caseId(), item.finishedAt())) {
            LocalDate on = UnitedKingdom.day(told.givenAt());
            lines.add(MinutesPart.Line.of(
                    told.takenBack()
                            ? "requests.minutes.taken-back"
                            : told.nothingKnown() ? "requests.minutes.nothing-known" : "requests.minutes.told",
                    told.agencyName(),
                    Dates.date(Language.ENGLISH, on)));
            for (Told one : told.openOnly().told()) {
                since.stream()
                        .filter(it -> it.open(told.agency(), one))
                        .findFirst()
                        .map(it -> MinutesPart.Line.restricted(
                                        "requests.minutes." + ReturnDraft.field(one.heading()),
                                        told.agencyName(),
                                        one.text())
                                .holding(it.holds(), told.agency()))
                        .ifPresent(lines::add);
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new MinutesPart(MinutesPart.WHAT_AGENCIES_TOLD, lines));
    }
}
