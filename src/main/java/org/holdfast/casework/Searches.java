package org.holdfast.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.ChildId;
import org.holdfast.people.Found;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to search: children by any name, reference or date of birth. Of a child whom the actor does not need to know, only that
 * somebody is known, and whom to ask (SHR-3).
 */
@Component
public final class Searches {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Cases cases;
    private final People people;
    private final Partnerships partnerships;

    Searches(Ledger ledger, Sharing sharing, Cases cases, People people, Partnerships partnerships) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.cases = cases;
        this.people = people;
        this.partnerships = partnerships;
    }

    /**
     * What a search found.
     *
     * @param shown children the actor may see, the best match first
     * @param askThese for each child kept back, whom to ask
     */
    public record Answer(List<Hit> shown, List<Known> askThese) {
        public Answer {
            shown = List.copyOf(shown);
            askThese = List.copyOf(askThese);
        }
    }

    /**
     * That a child is known whom the actor does not need to know.
     *
     * @param agency to ask; empty for the panel co-ordinator
     * @param caseId where the actor may ask to be let in; null where not
     */
    public record Known(String agency, @Nullable CaseId caseId) {}

    /** A child whom the actor may see. */
    public record Hit(CaseId caseId, Found found, Stage stage) {}

    /** Searches; who searched and what was found is on the ledger. */
    public Outcome<Answer> search(Actor actor, String typed, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEARCH, now).map(granted -> {
                    List<Found> found = people.search(actor, typed, now);
                    Map<ChildId, CaseId> caseOf = cases.casesOf(
                            actor, found.stream().map(Found::child).toList());
                    Set<CaseId> visible = sharing.visible(actor, Permission.SEE_CASE, caseOf.values(), now);
                    Map<CaseId, Stage> stages = cases.stages(actor, visible);
                    Set<CaseId> hidden = new HashSet<>(caseOf.values());
                    hidden.removeAll(visible);
                    Map<CaseId, String> agencies = agencies(actor, hidden);
                    List<Hit> shown = new ArrayList<>();
                    Set<CaseId> mayAsk = sharing.visible(actor, Permission.ASK_ACCESS, hidden, now);
                    List<Known> askThese = new ArrayList<>();
                    for (Found one : found) {
                        CaseId id = caseOf.get(one.child());
                        if (id != null && visible.contains(id)) {
                            shown.add(new Hit(id, one, stages.getOrDefault(id, Stage.OPENED)));
                        } else {
                            askThese.add(new Known(
                                    id == null ? "" : agencies.getOrDefault(id, ""),
                                    id != null && mayAsk.contains(id) ? id : null));
                        }
                    }
                    askThese.sort(Comparator.comparing(Known::agency));
                    return new Answer(shown, askThese);
                }));
    }

    /** The agencies of the lead professionals of cases. */
    private Map<CaseId, String> agencies(Actor actor, Set<CaseId> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        Map<CaseId, MemberId> leads = cases.leads(actor, of);
        Map<MemberId, Member> members = new HashMap<>();
        partnerships.members(actor).forEach(member -> members.put(member.id(), member));
        Map<CaseId, String> agencies = new HashMap<>();
        leads.forEach((id, lead) -> {
            Member member = members.get(lead);
            if (member != null) {
                agencies.put(id, member.agency().name());
            }
        });
        return agencies;
    }
}
