package org.holdfast.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.springframework.stereotype.Component;

/** The door to the home authority of a child where a partnership serves several (MTG-7). */
@Component
public final class Homes {

    private final CaseDesk desk;
    private final Ledger ledger;
    private final HomeStore store;
    private final Partnerships partnerships;

    Homes(CaseDesk desk, Ledger ledger, HomeStore store, Partnerships partnerships) {
        this.desk = desk;
        this.ledger = ledger;
        this.store = store;
        this.partnerships = partnerships;
    }

    /** The child's home authority, for somebody who looks at it; empty while nobody recorded it. */
    public Outcome<Optional<Home>> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.PEOPLE, now, () -> of(actor, id));
    }

    /** The child's home authority. The caller has asked for the case. */
    public Optional<Home> of(Actor actor, CaseId id) {
        return Optional.ofNullable(of(actor, Set.of(id)).get(id));
    }

    /** The home authorities of children; a case for which nobody recorded one is left out. The caller has asked for the cases. */
    public Map<CaseId, Home> of(Actor actor, Collection<CaseId> cases) {
        return ledger.within(actor, () -> store.homes(actor.partnership(), cases));
    }

    /**
     * Records the home authority and the others that the case concerns. Earlier versions are kept.
     *
     * @param seen the version that was shown; 0 where there was none
     */
    public Outcome<Home> record(Actor actor, CaseId id, HomeDraft draft, int seen, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, () -> {
            Profile profile = partnerships.profile(actor.partnership());
            Set<String> served = Set.copyOf(
                    profile.authorities().stream().map(Authority::code).toList());
            List<Reason> faults = new ArrayList<>();
            String authority = draft.authority();
            if (authority == null || !served.contains(authority)) {
                faults.add(Reason.about("authority", "casework.home.choose"));
            }
            if (!served.containsAll(draft.others())) {
                faults.add(Reason.about("others", "casework.home.choose"));
            }
            if (draft.because().isBlank()) {
                faults.add(Reason.about("because", "casework.home.because"));
            }
            if (authority == null || !faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            int before = of(actor, id).map(Home::version).orElse(0);
            Home home = new Home(
                    authority,
                    draft.others().stream()
                            .filter(it -> !it.equals(authority))
                            .sorted()
                            .toList(),
                    draft.because().strip(),
                    actor.name(),
                    now,
                    before + 1);
            if (before != seen || !store.add(actor, id, home)) {
                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
            }
            ledger.record(actor, now, new CaseEvent.HomeRecorded(id.value(), home.authority(), home.others()));
            return Outcome.done(home);
        });
    }
}
