package org.holdfast.oversight;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the lines of the ledger across cases: who looked, changed, took out or was refused what (GOV-7). */
@Component
public final class LedgerLines {

    /** How many lines a page has. */
    public static final int PAGE = 100;

    /** How many lines a file has at most. */
    static final int FILE = 50_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final People people;

    LedgerLines(Ledger ledger, Sharing sharing, Partnerships partnerships, Cases cases, People people) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.people = people;
    }

    /**
     * One line, with its ids in words.
     *
     * @param agency empty where it is none of ours
     * @param child the child's name, where it is about a case and the page names children
     */
    public record Reading(
            LedgerLine line, String agency, @Nullable String child) {}

    /** The newest lines that fit, older than the one named; reading them is a line too. */
    public Outcome<List<Reading>> see(Actor actor, LedgerFilter filter, long before, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).map(_ -> {
                    List<LedgerLine> lines = ledger.lines(actor, filter, before, PAGE);
                    ledger.record(actor, now, new OversightEvent.LedgerRead(lines.size()));
                    return readings(actor, lines, names(actor, lines, now));
                }));
    }

    /** The newest lines that fit, to take away. Children stand there by the id of their case only. */
    public Outcome<List<Reading>> take(Actor actor, LedgerFilter filter, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).map(_ -> {
                    List<LedgerLine> lines = ledger.lines(actor, filter, Long.MAX_VALUE, FILE);
                    ledger.record(actor, now, new OversightEvent.LedgerTaken(lines.size()));
                    return readings(actor, lines, Map.of());
                }));
    }

    private List<Reading> readings(Actor actor, List<LedgerLine> lines, Map<UUID, String> names) {
        Map<UUID, String> agencies = new HashMap<>();
        for (Agency agency : partnerships.agencies(actor)) {
            agencies.put(agency.id().value(), agency.name());
        }
        return lines.stream()
                .map(line -> new Reading(
                        line,
                        agencies.getOrDefault(line.agency(), ""),
                        line.caseId() == null ? null : names.get(line.caseId())))
                .toList();
    }

    private Map<UUID, String> names(Actor actor, List<LedgerLine> lines, Instant now) {
        Set<CaseId> about = new HashSet<>();
        for (LedgerLine line : lines) {
            if (line.caseId() != null) {
                about.add(new CaseId(line.caseId()));
            }
        }
        Map<CaseId, ChildId> children = cases.childrenOf(actor, about);
        Map<ChildId, Child> known = people.children(actor, new HashSet<>(children.values()), now);
        Map<UUID, String> names = new HashMap<>();
        children.forEach((id, child) -> {
            Child one = known.get(child);
            if (one != null) {
                names.put(id.value(), one.displayName());
            }
        });
        return names;
    }
}
