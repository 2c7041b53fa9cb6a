package org.holdfast.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to which agency works for which authority, where a panel is held by several: on this hangs who must be there for a child
 * (MTG-7). For the administrator.
 */
@Component
public final class Authorities {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;

    Authorities(Ledger ledger, Sharing sharing, Partnerships partnerships) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
    }

    /**
     * The agencies of a partnership and the authorities that it serves.
     *
     * @param authorities more than one where the panel is combined
     */
    public record Served(List<Authority> authorities, List<Agency> agencies) {
        public Served {
            authorities = List.copyOf(authorities);
            agencies = List.copyOf(agencies);
        }

        public boolean combined() {
            return authorities.size() > 1;
        }
    }

    /**
     * What is said of one agency.
     *
     * @param seen code of the authority that stood there before; empty for all
     * @param wanted code of the authority for which it works; empty for all
     */
    public record Said(String seen, String wanted) {}

    /** The field in which the authority of an agency is chosen. */
    public static String field(AgencyId agency) {
        return "authority-" + agency.value();
    }

    /** Who works for whom, for somebody who looks at it. */
    public Outcome<Served> see(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ADMINISTER, now).map(_ -> {
                    ledger.record(actor, now, new MeetingEvent.AuthoritiesSeen());
                    return served(actor);
                }));
    }

    /** Says for which authority agencies work. Answers how many were changed; all or none are. */
    public Outcome<Integer> settle(Actor actor, Map<AgencyId, Said> said, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ADMINISTER, now).then(_ -> {
                    Profile profile = partnerships.profile(actor.partnership());
                    List<Reason> faults = new ArrayList<>();
                    int changed = 0;
                    for (Agency agency : served(actor).agencies()) {
                        Said one = said.get(agency.id());
                        if (one == null || one.wanted().equals(one.seen())) {
                            continue;
                        }
                        if (!one.wanted().isEmpty()
                                && profile.authority(one.wanted()).isEmpty()) {
                            faults.add(Reason.about(field(agency.id()), "meetings.authorities.choose"));
                        } else if (!partnerships.worksFor(
                                actor, agency.id(), blank(one.wanted()), blank(one.seen()), now)) {
                            faults.add(Reason.about(
                                    field(agency.id()), "meetings.authorities.changed-meanwhile", agency.name()));
                        } else {
                            changed++;
                        }
                    }
                    return faults.isEmpty() ? Outcome.done(changed) : Outcome.refused(faults);
                }));
    }

    private Served served(Actor actor) {
        return new Served(partnerships.profile(actor.partnership()).authorities(), partnerships.agencies(actor));
    }

    private static @Nullable String blank(String code) {
        return code.isEmpty() ? null : code;
    }
}
