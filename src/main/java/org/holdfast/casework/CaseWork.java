package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.people.Warning;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The work that the case itself gives: actions, clocks, court dates before the decision, reviews of plans and warnings, a lead
 * professional to be named. It waits for the lead professional, for the owner of an action, and for the panel co-ordinator.
 */
@Component
class CaseWork implements WorkSource {

    private final Sharing sharing;
    private final CaseStore store;
    private final Cases cases;
    private final PlanStore plans;
    private final Plans agreed;
    private final Courts courts;
    private final Clocks clocks;
    private final People people;
    private final Partnerships partnerships;
    private final Teams teams;

    CaseWork(
            Sharing sharing,
            CaseStore store,
            Cases cases,
            PlanStore plans,
            Plans agreed,
            Courts courts,
            Clocks clocks,
            People people,
            Partnerships partnerships,
            Teams teams) {
        this.sharing = sharing;
        this.store = store;
        this.cases = cases;
        this.plans = plans;
        this.agreed = agreed;
        this.courts = courts;
        this.clocks = clocks;
        this.people = people;
        this.partnerships = partnerships;
        this.teams = teams;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        MemberId member = new MemberId(actor.member());
        return actor.is(Role.PANEL_COORDINATOR) ? ofEvery(actor, member, now) : ofLed(actor, member, now);
    }

    /** What waits for whoever leads cases. */
    private List<WorkItem> ofLed(Actor actor, MemberId member, Instant now) {
        Collection<CaseId> led =
                sharing.visible(actor, Permission.SEE_CASE, store.ledBy(actor.partnership(), member), now);
        List<WorkItem> work = new ArrayList<>(actions(actor, led, now));
        if (!led.isEmpty()) {
            work.addAll(waiting(
                    actor,
                    new Moving(led, led, Set.of(), clocks.of(actor, led, now), courts.ahead(actor, led, now)),
                    now));
        }
        return work;
    }

    /** What waits for the panel co-ordinator, who watches every case. */
    private List<WorkItem> ofEvery(Actor actor, MemberId member, Instant now) {
        List<CaseStore.Row> every = store.all(actor.partnership());
        Set<CaseId> watched = sharing.visible(
                actor,
                Permission.SEE_CASE,
                every.stream().map(CaseStore.Row::id).toList(),
                now);
        List<WorkItem> work = new ArrayList<>(actions(actor, watched, now));
        if (watched.isEmpty()) {
            return work;
        }
        Set<CaseId> led = new LinkedHashSet<>();
        Set<CaseId> unled = new LinkedHashSet<>();
        for (CaseStore.Row row : every) {
            if (watched.contains(row.id()) && row.lead() == null) {
                unled.add(row.id());
            } else if (watched.contains(row.id()) && member.equals(row.lead())) {
                led.add(row.id());
            }
        }
        Map<CaseId, List<RunningClock>> running =
                clocks.running(actor, now).stream().collect(Collectors.groupingBy(RunningClock::caseId));
        // the diary asks after the court dates of every case too
        Map<CaseId, List<CourtDate>> court = courts.ahead(actor, watched, now);
        work.addAll(waiting(actor, new Moving(moving(watched, led, unled, running), led, unled, running, court), now));
        return work;
    }

    /**
     * Of the cases that somebody watches those in which something can wait: a clock runs that somebody has to meet, nobody leads it, or they
     * lead it themselves. All others are settled, and a partnership has more of them each year.
     */
    private static Set<CaseId> moving(
            Set<CaseId> watched, Set<CaseId> led, Set<CaseId> unled, Map<CaseId, List<RunningClock>> running) {
        Set<CaseId> moving = new LinkedHashSet<>(led);
        running.forEach((id, clocks) -> {
            if (watched.contains(id) && clocks.stream().anyMatch(clock -> clock.kind() != ClockKind.TURNS_EIGHTEEN)) {
                moving.add(id);
            }
        });
        moving.addAll(unled);
        return moving;
    }

    /**
     * Cases in which something can wait.
     *
     * @param led those that the reader leads
     * @param unled those that nobody leads and that the reader sees to
     */
    private record Moving(
            Collection<CaseId> cases,
            Collection<CaseId> led,
            Set<CaseId> unled,
            Map<CaseId, List<RunningClock>> running,
            Map<CaseId, List<CourtDate>> court) {}

    private List<WorkItem> waiting(Actor actor, Moving moving, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        boolean lists = sharing.may(actor, Permission.PLAN_MEETING);
        Map<CaseId, Stage> stages = cases.stages(actor, moving.cases());
        List<WorkItem> work = new ArrayList<>();
        for (CaseId id : moving.cases()) {
            Stage stage = stages.getOrDefault(id, Stage.OPENED);
            List<RunningClock> open = moving.running().getOrDefault(id, List.of()).stream()
                    .filter(RunningClock::open)
                    .toList();
            next(open, stage)
                    .map(clock -> clock(id, clock, lists && unlisted(clock, stage), "/cases/" + id.value()))
                    .ifPresent(work::add);
            bringForward(id, moving.court().getOrDefault(id, List.of()), open, today)
                    .ifPresent(work::add);
            if (moving.unled().contains(id) && needsLead(stage)) {
                work.add(nameLead(id, open));
            }
        }
        work.addAll(reviews(actor, moving.led(), stages, moving.running(), now));
        return work;
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        Set<CaseId> one = Set.of(id);
        LocalDate today = UnitedKingdom.day(now);
        Stage stage = cases.stage(actor, id);
        List<RunningClock> open =
                clocks.of(actor, id, now).stream().filter(RunningClock::open).toList();
        String lead = cases.lead(actor, id)
                .flatMap(member -> partnerships.member(actor, member))
                .map(Member::name)
                .orElse("");
        List<WorkItem> work = new ArrayList<>();
        for (Action action : plans.actions(actor.partnership(), id)) {
            if (action.state().open()) {
                work.add(action(id, action).waitingFor(action.ownerName() + ", " + action.ownerAgencyName()));
            }
        }
        boolean lists = sharing.may(actor, Permission.PLAN_MEETING);
        // stands on the child's own page: it leads on, or nowhere
        next(open, stage)
                .map(clock -> clock(id, clock, lists && unlisted(clock, stage), ""))
                .ifPresent(work::add);
        bringForward(id, courts.ahead(actor, one, now).getOrDefault(id, List.of()), open, today)
                .ifPresent(work::add);
        if (lead.isEmpty() && needsLead(stage)) {
            work.add(nameLead(id, open));
        }
        reviews(actor, one, Map.of(id, stage), Map.of(id, open), now).forEach(item -> work.add(item.waitingFor(lead)));
        return work;
    }

    /** What the actor has to do, has to see to as lead of an agency, or has to chase in cases they watch. */
    private List<WorkItem> actions(Actor actor, Collection<CaseId> watched, Instant now) {
        MemberId member = new MemberId(actor.member());
        LocalDate today = UnitedKingdom.day(now);
        boolean leads = agreed.leads(actor, now);
        boolean answers = leads || actor.is(Role.AGENCY_CONTACT);
        TeamRoll roll = teams.roll(actor, now);
        List<PlanStore.Owed> found = plans.owed(
                actor.partnership(), member, answers ? new AgencyId(actor.agency()) : null, roll.of(member), watched);
        Set<CaseId> about = found.stream().map(PlanStore.Owed::caseId).collect(Collectors.toSet());
        Set<CaseId> open = about.isEmpty() ? about : sharing.visible(actor, Permission.SEE_CASE, about, now);
        Set<CaseId> closed = about.isEmpty() ? about : sharing.keptOutOf(actor, about);
        Set<CaseId> seen = new HashSet<>(watched);
        Set<AgencyId> ended = found.stream().anyMatch(owed -> seen.contains(owed.caseId()))
                ? partnerships.agencies(actor).stream()
                        .filter(Agency::ended)
                        .map(Agency::id)
                        .collect(Collectors.toSet())
                : Set.of();
        List<WorkItem> work = new ArrayList<>();
        for (PlanStore.Owed owed : found) {
            CaseId caseId = owed.caseId();
            Action action = owed.action();
            if (closed.contains(caseId)) {
                continue;
            }
            AgencyId agency = action.ownerAgency();
            boolean ours = answers && agency != null && agency.value().equals(actor.agency());
            boolean untaken = action.untaken(roll);
            TeamId team = action.ownerTeam();
            if (team != null && untaken) {
                if (roll.people(team).contains(member)) {
                    work.add(own(open.contains(caseId) ? caseId : null, "casework.work.team-action", action));
                    continue;
                }
                if (roll.withoutLead(team) && ours && leads) {
                    work.add(own(open.contains(caseId) ? caseId : null, "casework.work.team-without-lead", action));
                    continue;
                }
                if (roll.withoutLead(team) && seen.contains(caseId) && nobodyLeads(actor, agency, today)) {
                    work.add(teamWithoutLead(caseId, action));
                    continue;
                }
            }
            if (!untaken && (member.equals(action.ownerMember()) || ours && action.agencys())) {
                work.add(own(open.contains(caseId) ? caseId : null, "casework.work.action", action));
            } else if (ours && leads && action.state() == ActionState.ESCALATED) {
                work.add(own(open.contains(caseId) ? caseId : null, "casework.work.escalated", action));
            } else if (seen.contains(caseId) && agency != null && ended.contains(agency)) {
                work.add(inCase(caseId, "casework.work.new-owner", action));
            } else if (seen.contains(caseId) && action.overdue(today)) {
                work.add(inCase(caseId, "casework.work.chase", action));
            }
        }
        return work;
    }

    /** The panel co-ordinator sees to what a team has without anybody who leads it or its agency. */
    private boolean nobodyLeads(Actor actor, @Nullable AgencyId agency, LocalDate today) {
        return actor.is(Role.PANEL_COORDINATOR)
                && (agency == null || partnerships.lead(actor, agency, today).isEmpty());
    }

    private static WorkItem teamWithoutLead(CaseId id, Action action) {
        return WorkItem.of(
                id,
                "casework.work.team-without-lead",
                "/cases/" + id.value() + "/actions/" + action.id(),
                UnitedKingdom.endOf(action.dueOn()),
                "MTG-5",
                action.what(),
                action.ownerName());
    }

    private static WorkItem own(@Nullable CaseId shown, String key, Action action) {
        return WorkItem.of(
                shown,
                key,
                "/actions/" + action.id(),
                UnitedKingdom.endOf(action.dueOn()),
                "MTG-5",
                action.what(),
                action.ownerName());
    }

    /** What is to be reviewed or is missing in cases, for whoever leads them. */
    private List<WorkItem> reviews(
            Actor actor,
            Collection<CaseId> of,
            Map<CaseId, Stage> stages,
            Map<CaseId, List<RunningClock>> running,
            Instant now) {
        List<WorkItem> work = new ArrayList<>();
        Map<CaseId, Plan> current = plans.current(actor.partnership(), of);
        Map<CaseId, ChildId> childOf = cases.childrenOf(actor, of);
        Map<ChildId, Child> children = people.children(actor, new HashSet<>(childOf.values()), now);
        for (CaseId id : of) {
            Plan plan = current.get(id);
            if (plan != null) {
                work.add(WorkItem.of(
                        id,
                        "casework.work.review-plan",
                        "/cases/" + id.value() + "/plan",
                        UnitedKingdom.endOf(plan.reviewOn()),
                        "MTG-5"));
            } else if (needsPlan(stages.getOrDefault(id, Stage.OPENED))) {
                work.add(WorkItem.of(
                        id,
                        "casework.work.agree-plan",
                        "/cases/" + id.value() + "/plan/new",
                        next(running.getOrDefault(id, List.of()), stages.getOrDefault(id, Stage.OPENED))
                                .map(RunningClock::dueAt)
                                .orElse(null),
                        "NRM-9"));
            }
            Child child = children.get(childOf.get(id));
            for (Warning warning : child == null ? List.<Warning>of() : child.warnings()) {
                if (warning.reviewDue(UnitedKingdom.day(now))) {
                    work.add(WorkItem.of(
                            id,
                            "casework.work.review-warning",
                            "/cases/" + id.value() + "/people",
                            UnitedKingdom.endOf(warning.reviewOn()),
                            ""));
                }
            }
        }
        return work;
    }

    private static WorkItem action(CaseId id, Action action) {
        return WorkItem.of(
                id,
                "casework.work.action",
                "/cases/" + id.value() + "/actions/" + action.id(),
                UnitedKingdom.endOf(action.dueOn()),
                "MTG-5",
                action.what());
    }

    private static WorkItem inCase(CaseId id, String key, Action action) {
        return WorkItem.of(
                id,
                key,
                "/cases/" + id.value() + "/actions/" + action.id(),
                UnitedKingdom.endOf(action.dueOn()),
                "MTG-5",
                action.ownerName(),
                action.ownerAgencyName(),
                action.what());
    }

    /** Whether no panel is planned yet that could decide in time. */
    private static boolean unlisted(RunningClock clock, Stage stage) {
        return clock.kind() == ClockKind.REASONABLE_GROUNDS && stage == Stage.AWAITING_REASONABLE_GROUNDS
                || clock.kind() == ClockKind.CONCLUSIVE_GROUNDS && stage == Stage.AWAITING_CONCLUSIVE_GROUNDS;
    }

    /**
     * A deadline of a case with its next step.
     *
     * @param toList whether the reader is to put the case on the agenda of a panel
     * @param otherwise where it leads where there is nothing of the kind to do
     */
    private static WorkItem clock(CaseId id, RunningClock clock, boolean toList, String otherwise) {
        return WorkItem.of(
                id,
                "casework.work.clock." + (toList ? "to-list." : "") + Chronologies.code(clock.kind()),
                toList ? "/meetings/for/" + id.value() : otherwise,
                clock.dueAt(),
                clock.rule());
    }

    private static WorkItem nameLead(CaseId id, List<RunningClock> open) {
        return WorkItem.of(
                id,
                "casework.work.name-lead",
                "/cases/" + id.value() + "/people",
                open.stream().map(RunningClock::dueAt).min(Instant::compareTo).orElse(null),
                "");
    }

    private static Optional<WorkItem> bringForward(
            CaseId id, List<CourtDate> court, List<RunningClock> open, LocalDate today) {
        return warning(court, open, today)
                .map(warning -> WorkItem.of(
                        id,
                        "casework.work.bring-forward",
                        "/cases/" + id.value() + "/court",
                        UnitedKingdom.startOf(warning.court().on()),
                        "NRM-16",
                        warning.court().court()));
    }

    /** The warning of a court date before the decision is due, for a case with these open clocks (NRM-16). */
    static Optional<CourtBeforeDecision> warning(
            Collection<CourtDate> court, Collection<RunningClock> open, LocalDate today) {
        return CourtBeforeDecision.of(
                court,
                open.stream()
                        .filter(clock -> decides(clock.kind()))
                        .map(RunningClock::dueOn)
                        .toList(),
                today);
    }

    /** The clock that comes first of those that somebody here has to meet; childhood only while nothing is decided. */
    private static Optional<RunningClock> next(List<RunningClock> clocks, Stage stage) {
        return clocks.stream()
                .filter(RunningClock::open)
                .filter(clock -> switch (clock.kind()) {
                    case REFERRAL_RETURNED,
                            REASONABLE_GROUNDS,
                            CONCLUSIVE_GROUNDS,
                            OUTCOME_TO_HOME_OFFICE,
                            CENTRAL_REASONABLE_GROUNDS -> true;
                    case TURNS_EIGHTEEN -> stage.undecided() && stage.route() != Route.NOT_SETTLED;
                    case CENTRAL_RECOVERY_PERIOD -> false;
                })
                .min(Comparator.comparing(RunningClock::dueAt).thenComparing(RunningClock::kind));
    }

    private static boolean decides(ClockKind kind) {
        return switch (kind) {
            case REASONABLE_GROUNDS, CONCLUSIVE_GROUNDS, CENTRAL_REASONABLE_GROUNDS -> true;
            case REFERRAL_RETURNED, OUTCOME_TO_HOME_OFFICE, TURNS_EIGHTEEN, CENTRAL_RECOVERY_PERIOD -> false;
        };
    }

    private static boolean needsLead(Stage stage) {
        return stage.undecided() && stage != Stage.OPENED;
    }

    private static boolean needsPlan(Stage stage) {
        return stage.undecided() && stage.route() == Route.LOCAL;
    }
}
