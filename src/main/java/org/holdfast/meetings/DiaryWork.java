package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Courts;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Calling an urgent panel as work of the co-ordinator: for a child in court or in custody whom no planned panel hears in time (NRM-16, MTG-6). */
@Component
class DiaryWork implements WorkSource {

    private final Sharing sharing;
    private final Cases cases;
    private final Courts courts;
    private final MeetingStore meetings;
    private final DiaryStore store;
    private final DueCases dueCases;
    private final Folders folders;

    DiaryWork(
            Sharing sharing,
            Cases cases,
            Courts courts,
            MeetingStore meetings,
            DiaryStore store,
            DueCases dueCases,
            Folders folders) {
        this.sharing = sharing;
        this.cases = cases;
        this.courts = courts;
        this.meetings = meetings;
        this.store = store;
        this.dueCases = dueCases;
        this.folders = folders;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        return sharing.may(actor, Permission.PLAN_MEETING)
                ? urgent(actor, sharing.visible(actor, Permission.SEE_CASE, cases.all(actor), now), now)
                : List.of();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return sharing.may(actor, Permission.PLAN_MEETING) ? urgent(actor, Set.of(id), now) : List.of();
    }

    private List<WorkItem> urgent(Actor actor, Collection<CaseId> asked, Instant now) {
        Optional<MeetingKind> panel = folders.profile(actor).panel().filter(it -> it.urgent() != null);
        if (panel.isEmpty() || asked.isEmpty()) {
            return List.of();
        }
        Set<CaseId> pressing = new HashSet<>(courts.inCustody(actor, asked));
        pressing.addAll(courts.ahead(actor, asked, now).keySet());
        if (pressing.isEmpty()) {
            return List.of();
        }
        LocalDate today = UnitedKingdom.day(now);
        Optional<LocalDate> next =
                meetings.in(actor.partnership(), Set.of(MeetingState.PLANNED, MeetingState.OPEN)).stream()
                        .filter(it -> it.kind().equals(panel.get().id()))
                        .map(Meeting::on)
                        .filter(it -> !it.isBefore(today))
                        .findFirst();
        Map<CaseId, LocalDate> heardOn = store.heardOn(actor.partnership());
        List<WorkItem> work = new ArrayList<>();
        for (DueCase due : dueCases.of(actor, pressing, Map.of(), now).values()) {
            Urgent.why(
                            due,
                            Optional.ofNullable(heardOn.get(due.caseId())),
                            next,
                            panel.get().cadence().after(today))
                    .map(why -> item(due, why))
                    .ifPresent(work::add);
        }
        return work;
    }

    private static WorkItem item(DueCase due, Urgent.Why why) {
        LocalDate court = due.courtDate();
        String path = "/meetings/urgent?case=" + due.caseId().value();
        return switch (why) {
            case COURT_BEFORE_ANY_PANEL ->
                WorkItem.of(
                        due.caseId(),
                        "meetings.work.urgent-court",
                        path,
                        court == null ? null : UnitedKingdom.endOf(court.minusDays(1)),
                        "NRM-16",
                        court == null ? "" : Dates.date(Language.ENGLISH, court));
            case IN_CUSTODY_UNHEARD -> WorkItem.of(due.caseId(), "meetings.work.urgent-custody", path, null, "NRM-16");
        };
    }
}
