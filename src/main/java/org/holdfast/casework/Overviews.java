package org.holdfast.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.people.ChildId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to a case at one look, over everything that is kept about it. */
@Component
public final class Overviews {

    private final CaseDesk desk;
    private final Cases cases;
    private final Clocks clocks;
    private final Courts courts;
    private final Plans plans;
    private final Voices voices;
    private final Circles circles;
    private final MyWork work;
    private final Sharing sharing;
    private final ObjectProvider<CaseLinkSource> links;

    Overviews(
            CaseDesk desk,
            Cases cases,
            Clocks clocks,
            Courts courts,
            Plans plans,
            Voices voices,
            Circles circles,
            MyWork work,
            Sharing sharing,
            ObjectProvider<CaseLinkSource> links) {
        this.desk = desk;
        this.cases = cases;
        this.clocks = clocks;
        this.courts = courts;
        this.plans = plans;
        this.voices = voices;
        this.circles = circles;
        this.work = work;
        this.sharing = sharing;
        this.links = links;
    }

    /**
     * A case at one look.
     *
     * @param court the warning of a court date before the decision is due; null for none (NRM-16)
     * @param custody where the child is locked up; null for nowhere
     * @param plan the safeguarding plan in force; null for none
     * @param wishes the last that the child said; null for nothing yet
     * @param parties who is at the child's side now
     */
    public record Overview(
            @Nullable CourtBeforeDecision court,
            @Nullable Custody custody,
            List<WorkItem> next,
            List<RunningClock> clocks,
            @Nullable Plan plan,
            @Nullable Wishes wishes,
            List<Party> parties,
            List<CaseLink> links) {}

    /**
     * A case as the interface gives it.
     *
     * @param nextCourt the next day in court; null for none
     * @param addressProtected whether where the child lives must not be found
     */
    public record Account(
            CaseId id,
            ChildId child,
            Instant openedAt,
            List<Happened> milestones,
            Stage stage,
            List<RunningClock> clocks,
            @Nullable CourtDate nextCourt,
            boolean addressProtected) {}

    /** The child's page, for somebody who looks at it. */
    public Outcome<Overview> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.OVERVIEW, now, () -> {
            List<RunningClock> running = clocks.of(actor, id, now);
            FieldReader reader = sharing.fields(actor, id, now).inPassing();
            return new Overview(
                    CaseWork.warning(
                                    courts.dates(actor, id),
                                    running.stream().filter(RunningClock::open).toList(),
                                    UnitedKingdom.day(now))
                            .orElse(null),
                    courts.inCustody(actor, id).map(it -> it.as(reader)).orElse(null),
                    work.on(actor, id, now),
                    running,
                    plans.plan(actor, id).orElse(null),
                    voices.wishes(actor, id).stream().findFirst().orElse(null),
                    circles.circle(actor, id).parties().stream()
                            .filter(party -> party.until() == null)
                            .map(party -> party.as(reader))
                            .toList(),
                    links.stream()
                            .flatMap(source -> source.linksOf(actor, id, now).stream())
                            .sorted(Comparator.comparing(CaseLink::at, Comparator.nullsLast(Comparator.reverseOrder())))
                            .toList());
        });
    }

    /** The warning of a court date before the decision is due (NRM-16). The caller has asked for the case. */
    public Optional<CourtBeforeDecision> courtBeforeDecision(Actor actor, CaseId id, Instant now) {
        return desk.read(
                actor,
                () -> CaseWork.warning(
                        courts.dates(actor, id),
                        clocks.of(actor, id, now).stream()
                                .filter(RunningClock::open)
                                .toList(),
                        UnitedKingdom.day(now)));
    }

    /** A case for a program that asks for it. */
    public Outcome<Account> account(Actor actor, CaseId id, Instant now) {
        return desk.see(
                actor,
                id,
                CasePart.INTERFACE,
                now,
                () -> new Account(
                        id,
                        cases.childOf(actor, id),
                        cases.openedAt(actor, id),
                        cases.milestones(actor, id),
                        cases.stage(actor, id),
                        clocks.of(actor, id, now),
                        courts.ahead(actor, List.of(id), now).getOrDefault(id, List.of()).stream()
                                .findFirst()
                                .orElse(null),
                        sharing.fields(actor, id, now).addressProtected()));
    }
}
