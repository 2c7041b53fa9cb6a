package org.holdfast.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Recording a child's home authority as work, and as a thing with a page; only where a partnership serves several (MTG-7). */
@Component
class HomeWork implements WorkSource, CaseLinkSource {

    private final Homes homes;
    private final Cases cases;
    private final Sharing sharing;
    private final Partnerships partnerships;

    HomeWork(Homes homes, Cases cases, Sharing sharing, Partnerships partnerships) {
        this.homes = homes;
        this.cases = cases;
        this.sharing = sharing;
        this.partnerships = partnerships;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        if (!actor.is(Role.PANEL_COORDINATOR)
                || !partnerships.profile(actor.partnership()).combined()) {
            return List.of();
        }
        return missing(actor, sharing.visible(actor, Permission.CHANGE_CASE, cases.all(actor), now));
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return partnerships.profile(actor.partnership()).combined() ? missing(actor, Set.of(id)) : List.of();
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        Profile profile = partnerships.profile(actor.partnership());
        if (!profile.combined()) {
            return List.of();
        }
        return homes.of(actor, id)
                .map(home -> new CaseLink(
                        "casework.home.link",
                        List.of(profile.authority(home.authority())
                                .map(Authority::name)
                                .orElse(home.authority())),
                        path(id),
                        home.recordedAt(),
                        ""))
                .map(List::of)
                .orElse(List.of());
    }

    private List<WorkItem> missing(Actor actor, Collection<CaseId> asked) {
        Map<CaseId, Home> known = homes.of(actor, asked);
        Map<CaseId, Stage> stages = cases.stages(actor, asked);
        return asked.stream()
                .filter(id -> !known.containsKey(id))
                .filter(id -> stages.getOrDefault(id, Stage.OPENED).awaitsPanel())
                .map(id -> WorkItem.of(id, "casework.work.name-home", path(id), null, "MTG-7"))
                .toList();
    }

    private static String path(CaseId id) {
        return "/cases/" + id.value() + "/home";
    }
}
