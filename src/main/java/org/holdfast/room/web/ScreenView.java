package org.holdfast.room.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Finding;
import org.holdfast.decisions.Reading;
import org.holdfast.meetings.Sessions;
import org.holdfast.room.Cursor;
import org.holdfast.room.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on the wall while the meeting talks: nothing restricted, nobody's notes, no vote before it is counted, and initials in place
 * of the child's name.
 *
 * @param initials of the child; empty while no item is discussed
 * @param place which item of how many it is
 */
public record ScreenView(
        Sessions.Standing standing,
        Sessions.@Nullable ItemInSession seen,
        String initials,
        int place,
        int places,
        Optional<Reading> decision,
        List<Proposal> agreed,
        UUID window,
        Cursor cursor,
        Instant now) {

    /** The first letters of a name: enough for those who know the child, and nothing for whoever passes the wall. */
    static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String part : name.strip().split("\\s+")) {
            if (!part.isEmpty()) {
                initials.append(part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
            }
        }
        return initials.toString();
    }

    public String meeting() {
        return "/meetings/" + standing.meeting().id().value();
    }

    public String events() {
        return meeting() + "/room/events?screen=true&window=" + window + "&after=" + cursor.written();
    }

    /** The definitions on which there is a finding. */
    public List<Definition> looked() {
        return decision.stream()
                .flatMap(it -> java.util.Arrays.stream(Definition.values())
                        .filter(definition -> it.decision().assessments().of(definition).stream()
                                .anyMatch(one -> one.finding() != Finding.NOT_ASSESSED)))
                .toList();
    }

    /** The ballots that were counted. */
    public List<Ballot> counted() {
        return decision.stream()
                .flatMap(it -> it.decision().ballots().stream())
                .filter(it -> it.count() != null)
                .toList();
    }
}
