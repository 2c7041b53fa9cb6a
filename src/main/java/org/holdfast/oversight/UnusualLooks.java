package org.holdfast.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Activity;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Watch;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The door to access that is out of the ordinary, and to the notes of what came of it. Something to look at, not a verdict (GOV-7). */
@Component
public final class UnusualLooks {

    /** How far back the report goes when nobody says. */
    public static final int USUAL_DAYS = 14;

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_DAYS = 92;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final People people;
    private final OversightStore store;
    private final Supplier<UUID> ids;

    UnusualLooks(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            People people,
            OversightStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.people = people;
        this.store = store;
        this.ids = ids;
    }

    /** Something to look at, with the agency in words and what came of it so far. */
    public record Item(Unusual unusual, String agency, List<Note> notes) {
        public Item {
            notes = List.copyOf(notes);
        }
    }

    /** What is out of the ordinary in a period, and by which thresholds of the profile. */
    public record Report(LocalDate from, LocalDate to, Watch watch, List<Item> items) {
        public Report {
            items = List.copyOf(items);
        }
    }

    /** The report of the days from one to another, at most a quarter; reading it is a line too. */
    public Outcome<Report> see(Actor actor, LocalDate from, LocalDate to, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).map(_ -> {
                    LocalDate begin = from.isBefore(to.minusDays(LONGEST_DAYS)) ? to.minusDays(LONGEST_DAYS) : from;
                    Watch watch =
                            partnerships.profile(actor.partnership()).practice().watch();
                    List<Unusual> found = found(actor, watch, begin, to, now);
                    List<Note> notes = store.notes(actor.partnership(), begin, to);
                    Map<UUID, String> agencies = new HashMap<>();
                    for (Agency agency : partnerships.agencies(actor)) {
                        agencies.put(agency.id().value(), agency.name());
                    }
                    ledger.record(actor, now, new OversightEvent.UnusualAccessRead(begin, to, found.size()));
                    return new Report(
                            begin,
                            to,
                            watch,
                            found.stream()
                                    .map(one -> new Item(
                                            one,
                                            agencies.getOrDefault(one.agency(), ""),
                                            notes.stream().filter(one::meantBy).toList()))
                                    .toList());
                }));
    }

    /** Writes what came of looking at it. Nobody writes about themselves. */
    public Outcome<Note> note(Actor actor, NoteDraft draft, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).then(_ -> {
                    List<Reason> faults = faults(actor, draft);
                    if (draft.member() == null
                            || draft.day() == null
                            || draft.kind() == null
                            || draft.outcome() == null
                            || !faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    Note note = new Note(
                            draft.member(),
                            draft.day(),
                            draft.kind(),
                            draft.caseId(),
                            draft.outcome(),
                            draft.text().strip(),
                            actor.name(),
                            now);
                    store.add(actor, ids.get(), note);
                    ledger.record(
                            actor,
                            now,
                            new OversightEvent.UnusualAccessNoted(
                                    note.caseId(), note.member(), note.day(), note.kind(), note.outcome()));
                    return Outcome.done(note);
                }));
    }

    private List<Reason> faults(Actor actor, NoteDraft draft) {
        List<Reason> faults = new ArrayList<>();
        if (draft.member() == null
                || draft.day() == null
                || draft.kind() == null
                || partnerships.members(actor).stream()
                        .noneMatch(member -> member.id().value().equals(draft.member()))) {
            faults.add(Reason.of("oversight.note.about-nothing", "GOV-7"));
        } else if (draft.member().equals(actor.member())) {
            faults.add(Reason.of("oversight.note.about-oneself", "GOV-7"));
        }
        if (draft.outcome() == null) {
            faults.add(Reason.about("outcome", "oversight.note.outcome-missing"));
        }
        if (draft.text().isBlank()) {
            faults.add(Reason.about("text", "oversight.note.text-missing"));
        } else if (draft.text().length() > LONGEST_NOTE) {
            faults.add(Reason.about("text", "oversight.note.text-too-long"));
        }
        return faults;
    }

    private List<Unusual> found(Actor actor, Watch watch, LocalDate from, LocalDate to, Instant now) {
        Instant begins = UnitedKingdom.startOf(from);
        Instant ends = UnitedKingdom.startOf(to.plusDays(1));
        List<Activity> activities = ledger.activities(actor, begins, ends, watch.from(), watch.until());
        List<Activity.Look> looks = ledger.looks(actor, begins, ends);
        return Unusual.of(watch, activities, looks, familyNames(actor, looks, now));
    }

    private Map<UUID, String> familyNames(Actor actor, List<Activity.Look> looks, Instant now) {
        Set<CaseId> seen = new HashSet<>();
        looks.forEach(look -> seen.add(new CaseId(look.caseId())));
        Map<CaseId, ChildId> children = cases.childrenOf(actor, seen);
        Map<ChildId, Child> known = people.children(actor, new HashSet<>(children.values()), now);
        Map<UUID, String> names = new HashMap<>();
        children.forEach((id, child) -> {
            Child one = known.get(child);
            if (one != null && one.facts().name().family() != null) {
                names.put(id.value(), one.facts().name().family());
            }
        });
        return names;
    }
}
