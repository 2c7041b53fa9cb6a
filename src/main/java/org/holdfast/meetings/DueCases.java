package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Cases;
import org.holdfast.casework.CourtDate;
import org.holdfast.casework.Courts;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Gathers which cases wait for the panel, and what presses, from the cases themselves, their clocks and their court dates. */
@Component
class DueCases {

    private final Cases cases;
    private final Courts courts;
    private final Clocks clocks;
    private final Sharing sharing;

    DueCases(Cases cases, Courts courts, Clocks clocks, Sharing sharing) {
        this.cases = cases;
        this.courts = courts;
        this.clocks = clocks;
        this.sharing = sharing;
    }

    /** Every case that the actor may see and that waits for a decision here. */
    List<DueCase> all(Actor actor, Map<CaseId, AgendaItemId> carried, Instant now) {
        return List.copyOf(of(actor, sharing.visible(actor, Permission.SEE_CASE, cases.all(actor), now), carried, now)
                .values());
    }

    /** Those of the cases that wait for a decision here. */
    Map<CaseId, DueCase> of(Actor actor, Collection<CaseId> asked, Map<CaseId, AgendaItemId> carried, Instant now) {
        Map<CaseId, Purpose> waiting = new HashMap<>();
        cases.stages(actor, asked).forEach((id, stage) -> purpose(stage).ifPresent(it -> waiting.put(id, it)));
        Map<CaseId, List<RunningClock>> running = clocks.of(actor, waiting.keySet(), now);
        Map<CaseId, List<CourtDate>> court = courts.ahead(actor, waiting.keySet(), now);
        Set<CaseId> held = courts.inCustody(actor, waiting.keySet());
        Map<CaseId, DueCase> due = new HashMap<>();
        waiting.forEach((id, purpose) -> due.put(
                id,
                new DueCase(
                        id,
                        purpose,
                        dueOn(running.getOrDefault(id, List.of()), purpose, now),
                        court.getOrDefault(id, List.of()).stream()
                                .map(CourtDate::on)
                                .findFirst()
                                .orElse(null),
                        day(running.getOrDefault(id, List.of()), ClockKind.TURNS_EIGHTEEN)
                                .orElse(null),
                        held.contains(id),
                        carried.get(id))));
        return due;
    }

    /** What a panel is asked to do with a case at a stage; empty where it waits for no panel. */
    static Optional<Purpose> purpose(Stage stage) {
        boolean conclusive = stage == Stage.AWAITING_CONCLUSIVE_GROUNDS || stage == Stage.CONCLUSIVE_GROUNDS_PANEL;
        return stage.awaitsPanel()
                ? Optional.of(conclusive ? Purpose.CONCLUSIVE_GROUNDS : Purpose.REASONABLE_GROUNDS)
                : Optional.empty();
    }

    /** A case that waits without a running clock is taken as due at once: it must not fall off the end of a list. */
    private static LocalDate dueOn(List<RunningClock> running, Purpose purpose, Instant now) {
        ClockKind kind =
                purpose == Purpose.CONCLUSIVE_GROUNDS ? ClockKind.CONCLUSIVE_GROUNDS : ClockKind.REASONABLE_GROUNDS;
        return day(running, kind).orElseGet(() -> UnitedKingdom.day(now));
    }

    private static Optional<LocalDate> day(List<RunningClock> running, ClockKind kind) {
        List<RunningClock> open = new ArrayList<>(running);
        open.removeIf(it -> it.kind() != kind || !it.open());
        return open.stream().map(RunningClock::dueOn).min(Comparator.naturalOrder());
    }
}
