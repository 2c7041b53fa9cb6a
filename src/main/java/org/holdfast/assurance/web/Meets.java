package org.holdfast.assurance.web;

import java.util.List;
import org.holdfast.meetings.Meetings;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Option;

/** Meetings as choices. */
final class Meets {
    private Meets() {}

    static List<Option> options(List<Meetings.Listed> meetings) {
        return meetings.stream()
                .map(it -> Option.of(
                        it.meeting().id().value().toString(),
                        it.kind().name() + ", "
                                + Dates.longDate(Language.ENGLISH, it.meeting().on())))
                .toList();
    }
}
