package org.holdfast;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;

/** What somebody was refused, as the ledger tells it (GOV-7). */
public final class Refusals {

    private Refusals() {}

    /** The events of all that somebody was refused, the newest first, each with why where it says so. */
    public static List<String> of(Ledger ledger, Actor actor) {
        return lines(ledger, actor).stream()
                .map(line -> line.detail().contains("FOR_OTHERS") ? line.event() + " FOR_OTHERS" : line.event())
                .toList();
    }

    /** What each of them was about. */
    public static List<UUID> subjects(Ledger ledger, Actor actor) {
        return lines(ledger, actor).stream().map(LedgerLine::subjectId).toList();
    }

    private static List<LedgerLine> lines(Ledger ledger, Actor actor) {
        return ledger.lines(
                actor, new LedgerFilter(null, actor.member(), Set.of(Act.REFUSED), null, null), Long.MAX_VALUE, 50);
    }
}
