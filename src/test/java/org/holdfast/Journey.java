package org.holdfast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.Cases;
import org.holdfast.casework.CourtDateDraft;
import org.holdfast.casework.Courts;
import org.holdfast.casework.HomeDraft;
import org.holdfast.casework.Homes;
import org.holdfast.casework.MyWork;
import org.holdfast.casework.Plan;
import org.holdfast.casework.PlanDraft;
import org.holdfast.casework.Plans;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Assessment;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Element;
import org.holdfast.decisions.Exploitation;
import org.holdfast.decisions.Finding;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.Position;
import org.holdfast.decisions.Side;
import org.holdfast.decisions.Weight;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Diary;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.Place;
import org.holdfast.meetings.Presence;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.ScreeningRoute;
import org.holdfast.referrals.ChildTold;
import org.holdfast.referrals.HandwrittenReferrals;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Receipt;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.ReferralSteps;
import org.holdfast.referrals.Referrals;
import org.holdfast.referrals.Safeguarding;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One child's way through a partnership, step by step, at times that the test names. Every step takes a second. */
final class Journey {

    /** Everything a journey goes through. */
    @Component
    static class Doors {
        final TestPartnership.Founder founder;
        final Partnerships partnerships;
        final Referrals referrals;
        final ReferralSteps steps;
        final HandwrittenReferrals handwritten;
        final Cases cases;
        final Plans plans;
        final Courts courts;
        final Clocks clocks;
        final MyWork work;
        final Homes homes;
        final Meetings meetings;
        final Diary diary;
        final Sessions sessions;
        final MinuteBook minutes;
        final Decisions decisions;
        final Ledger ledger;
        final List<CaseLinkSource> links;

        Doors(
                TestPartnership.Founder founder,
                Partnerships partnerships,
                Referrals referrals,
                ReferralSteps steps,
                HandwrittenReferrals handwritten,
                Cases cases,
                Plans plans,
                Courts courts,
                Clocks clocks,
                MyWork work,
                Homes homes,
                Meetings meetings,
                Diary diary,
                Sessions sessions,
                MinuteBook minutes,
                Decisions decisions,
                Ledger ledger,
                List<CaseLinkSource> links) {
            this.founder = founder;
            this.partnerships = partnerships;
            this.referrals = referrals;
            this.steps = steps;
            this.handwritten = handwritten;
            this.cases = cases;
            this.plans = plans;
            this.courts = courts;
            this.clocks = clocks;
            this.work = work;
            this.homes = homes;
            this.meetings = meetings;
            this.diary = diary;
            this.sessions = sessions;
            this.minutes = minutes;
            this.decisions = decisions;
            this.ledger = ledger;
            this.links = links;
        }
    }

    final Doors doors;
    final TestPartnership us;
    final Actor coordinator;
    ReferralId referral;
    CaseId caseId;
    String route;
    MeetingId meeting;
    AgendaItemId item;
    DecisionId decision;
    private Instant now;

    Journey(Doors doors, String profile, LocalDate founded) {
        this.doors = doors;
        this.now = founded.atTime(9, 0).atZone(UnitedKingdom.ZONE).toInstant();
        this.us = doors.founder.found(profile, now);
        this.coordinator = us.coordinator.actor();
    }

    private Journey(Journey other) {
        this.doors = other.doors;
        this.now = other.now;
        this.us = other.us;
        this.coordinator = other.coordinator;
    }

    /** Another child of the same partnership. */
    Journey beside() {
        return new Journey(this);
    }

    /** Goes on at the moment at which the other child's item is left. */
    Journey follows(Journey other) {
        now = other.now;
        return this;
    }

    Instant tick() {
        now = now.plus(Duration.ofSeconds(1));
        return now;
    }

    /** It is nine in the morning of that day. */
    Journey on(LocalDate day) {
        now = day.atTime(9, 0).atZone(UnitedKingdom.ZONE).toInstant();
        return this;
    }

    /** It is that time of that day. */
    Journey at(LocalDate day, LocalTime time) {
        now = day.atTime(time).atZone(UnitedKingdom.ZONE).toInstant();
        return this;
    }

    LocalDate today() {
        return UnitedKingdom.day(now);
    }

    /** The Home Office sends the form of a made-up child. */
    Journey referralArrives(String name, LocalDate born) {
        return referralArrives(name, born, us.gateway);
    }

    /** The form of a made-up child comes through this program. */
    Journey referralArrives(String name, LocalDate born, Actor gateway) {
        var form = new LinkedHashMap<String, String>();
        form.put("ExternalId", UUID.randomUUID().toString());
        form.put("Type", "560734");
        form.put("NRMOrDuty", "NRM");
        form.put("AdultOrChild", "Child");
        form.put("Customer.Forename1", name);
        form.put("Customer.Surname", "Testchild");
        form.put("Customer.Custom7", "Yes");
        form.put("Customer.DOB", born.toString());
        form.put("ComponentForcedCrime", "Yes");
        Receipt receipt = doors.referrals
                .receive(gateway, Manner.INTERFACE, JsonMapper.builder().build().writeValueAsBytes(form), tick())
                .orThrow();
        if (!(receipt instanceof Receipt.TakenIn taken)) {
            throw new IllegalStateException(receipt.toString());
        }
        referral = taken.id();
        caseId = taken.caseId();
        route = taken.route();
        return this;
    }

    /** A first responder writes the referral here and hands it in. */
    Journey writtenByHand(String name, LocalDate born) {
        return writtenByHand(us.firstResponder.actor(), name, "Testchild", born);
    }

    /** This person writes the referral here and hands it in. */
    Journey writtenByHand(Actor writer, String name, String surname, LocalDate born) {
        ReferralId draft = doors.handwritten.begin(writer, tick()).orThrow();
        doors.handwritten
                .write(
                        writer,
                        draft,
                        Map.ofEntries(
                                Map.entry("pv-under-age", List.of("yes")),
                                Map.entry("pv-name-first-name", List.of(name)),
                                Map.entry("pv-name-last-name", List.of(surname)),
                                Map.entry("pv-dob-day", List.of("" + born.getDayOfMonth())),
                                Map.entry("pv-dob-month", List.of("" + born.getMonthValue())),
                                Map.entry("pv-dob-year", List.of("" + born.getYear())),
                                Map.entry("safeguarding", List.of("already-open")),
                                Map.entry("safeguarding-account", List.of("Open to Testshire children's services")),
                                Map.entry("told", List.of("told")),
                                Map.entry("told-account", List.of("By the youth worker")),
                                Map.entry("court-dates", List.of("no"))),
                        tick())
                .orThrow();
        referral = doors.handwritten.handIn(writer, draft, Map.of(), tick()).orThrow();
        caseId = doors.steps.look(coordinator, referral, tick()).orThrow().caseId();
        return this;
    }

    /** The co-ordinator records whether the referral is to be submitted; if not, when to look again. */
    void screened(boolean submit, @Nullable LocalDate lookAgainOn) {
        doors.steps
                .screen(
                        coordinator,
                        referral,
                        version(),
                        ScreeningRoute.MACE,
                        submit,
                        submit ? "More is known now" : "One episode and no indicators",
                        submit ? null : "Direct work by the school nurse",
                        lookAgainOn,
                        tick())
                .orThrow();
    }

    void sent() {
        doors.steps
                .recordSent(coordinator, referral, version(), today(), tick())
                .orThrow();
    }

    int version() {
        return doors.steps.look(coordinator, referral, tick()).orThrow().version();
    }

    Journey safeguarded() {
        doors.steps
                .recordSafeguarding(
                        coordinator,
                        referral,
                        version(),
                        Safeguarding.Answer.ALREADY_OPEN,
                        today(),
                        "Open to children's services.",
                        tick())
                .orThrow();
        doors.steps
                .recordChildTold(coordinator, referral, version(), ChildTold.Answer.TOLD, "In person.", tick())
                .orThrow();
        return this;
    }

    Outcome<ReferralId> accept() {
        return doors.steps.accept(
                coordinator,
                referral,
                version(),
                new ReferralSteps.Acceptance(today(), "NRM-EXAMPLE-1", false, false, null),
                tick());
    }

    Journey accepted() {
        accept().orThrow();
        return this;
    }

    Journey withAPlan() {
        doors.plans
                .agree(
                        coordinator,
                        caseId,
                        new PlanDraft(
                                Plan.Kind.CHILD_PROTECTION,
                                "Safe at home",
                                "Example system",
                                today(),
                                today().plusMonths(3)),
                        null,
                        tick())
                .orThrow();
        return this;
    }

    Journey dueInCourt(LocalDate day) {
        doors.courts
                .set(
                        coordinator,
                        caseId,
                        new CourtDateDraft(day, "Example Youth Court", "First hearing", null, null),
                        tick())
                .orThrow();
        return this;
    }

    /** The co-ordinator plans a panel; the agenda fills itself. */
    Journey panelPlannedFor(LocalDate day) {
        meeting = doors.meetings
                .plan(
                        coordinator,
                        new MeetingPlan(
                                panelKind(),
                                day,
                                LocalTime.of(10, 0),
                                new Place("Example Room", ""),
                                us.chair.member().id()),
                        tick())
                .orThrow();
        return votersInvited();
    }

    /** The plan of a meeting of a kind at ten on a day. */
    MeetingPlan plan(String kind, LocalDate day) {
        return new MeetingPlan(
                kind,
                day,
                LocalTime.of(10, 0),
                new Place("Example Room", ""),
                us.chair.member().id());
    }

    String panelKind() {
        return doors.partnerships
                .profile(us.partnership.id())
                .panel()
                .orElseThrow()
                .id();
    }

    /** The child is heard at a meeting that was planned already. */
    Journey heardAt(MeetingId planned) {
        meeting = planned;
        return votersInvited();
    }

    /** Council, police and health are invited to the child's meeting, as far as they were not yet. */
    Journey votersInvited() {
        for (Person voter : List.of(us.councilVoter, us.policeVoter, us.healthVoter)) {
            if (agenda().attendance().of(voter.member().id()).isEmpty()) {
                doors.meetings
                        .invite(coordinator, meeting, voter.member().id(), Capacity.VOTING, null, tick())
                        .orThrow();
            }
        }
        item = onAgenda().orElseThrow();
        return this;
    }

    Meetings.Agenda agenda() {
        return doors.meetings.agenda(coordinator, meeting, tick()).orThrow();
    }

    Optional<AgendaItemId> onAgenda() {
        return agenda().entries().stream()
                .filter(entry -> entry.item().caseId().equals(caseId))
                .map(entry -> entry.item().id())
                .findFirst();
    }

    void invited(Person person, Capacity capacity, @Nullable Person deputyFor) {
        doors.meetings
                .invite(
                        coordinator,
                        meeting,
                        person.member().id(),
                        capacity,
                        deputyFor == null
                                ? null
                                : agenda().attendance()
                                        .of(deputyFor.member().id())
                                        .orElseThrow()
                                        .id(),
                        tick())
                .orThrow();
    }

    /** The child's home authority is recorded, with others that the case concerns (MTG-7). */
    Journey livesIn(Authority home, Authority... others) {
        doors.homes
                .record(
                        coordinator,
                        caseId,
                        new HomeDraft(
                                home.code(),
                                Arrays.stream(others).map(Authority::code).collect(Collectors.toSet()),
                                "Lives there with an aunt"),
                        0,
                        tick())
                .orThrow();
        return this;
    }

    /** The meeting turns to the child's item. */
    Journey called() {
        doors.sessions.call(coordinator, item, tick()).orThrow();
        return this;
    }

    /** How many minutes the agenda gives the child. */
    long minutes() {
        return agenda().entries().stream()
                .filter(entry -> entry.item().caseId().equals(caseId))
                .flatMap(entry -> entry.slot().stream())
                .map(slot -> Duration.between(slot.from(), slot.until()).toMinutes())
                .findFirst()
                .orElseThrow();
    }

    /** The panel meets at ten with these people in the room beside the chair, and comes to the child's item. */
    Journey panelMeets(Person... there) {
        now = agenda().meeting().on().atTime(10, 0).atZone(UnitedKingdom.ZONE).toInstant();
        doors.sessions.open(coordinator, meeting, tick()).orThrow();
        comesIn(us.chair);
        for (Person person : there) {
            comesIn(person);
        }
        doors.sessions.call(coordinator, item, tick()).orThrow();
        return this;
    }

    void comesIn(Person person) {
        doors.sessions
                .arrived(
                        coordinator,
                        meeting,
                        agenda().attendance()
                                .of(person.member().id())
                                .orElseThrow()
                                .id(),
                        Presence.How.IN_PERSON,
                        tick())
                .orThrow();
    }

    void leaves(Person person) {
        doors.sessions
                .left(
                        coordinator,
                        meeting,
                        agenda().attendance()
                                .of(person.member().id())
                                .orElseThrow()
                                .id(),
                        tick())
                .orThrow();
    }

    Journey everybodyMeets() {
        return panelMeets(us.councilVoter, us.policeVoter, us.healthVoter);
    }

    Journey decisionOpened() {
        decision = doors.decisions.open(coordinator, item, "", tick()).orThrow();
        return this;
    }

    /** Evidence, findings and the panel's account are written. */
    Journey prepared() {
        decisionOpened();
        for (Element element : List.of(Element.ACTION, Element.PURPOSE)) {
            doors.decisions
                    .addEvidence(
                            coordinator,
                            decision,
                            Definition.TRAFFICKING,
                            element,
                            Side.FOR,
                            "Seen far from home with adults",
                            "Example School",
                            Weight.STRONG,
                            tick())
                    .orThrow();
            doors.decisions
                    .assess(
                            coordinator,
                            decision,
                            new Assessment(
                                    Definition.TRAFFICKING, element, Finding.MET, "Consistent", "", 0, List.of()),
                            tick())
                    .orThrow();
        }
        return accountWritten();
    }

    /** What the panel says beside its findings and votes, tied to the child's plan as it stands. */
    Journey accountWritten() {
        int seen = doors.decisions
                .read(coordinator, decision, tick())
                .orThrow()
                .decision()
                .account()
                .version();
        doors.decisions
                .write(
                        coordinator,
                        decision,
                        new Account(
                                "Wants to stay at school",
                                "Told late, as is usual after fear",
                                "Support without leaving home",
                                "Everything points one way",
                                Set.of(Exploitation.CRIMINAL),
                                true,
                                Set.of(),
                                null,
                                seen),
                        true,
                        tick())
                .orThrow();
        return this;
    }

    Outcome<DecisionId> ask(Ground ground) {
        return doors.decisions.openVote(coordinator, decision, ground, tick());
    }

    /** The question is put and council, police and health vote, each from their own sign-in. */
    Ballot.Result vote(Ground ground, Position council, Position police, Position health) {
        ask(ground).orThrow();
        votes(us.councilVoter, ground, council);
        votes(us.policeVoter, ground, police);
        votes(us.healthVoter, ground, health);
        return count().orElseThrow();
    }

    void votes(Person person, Ground ground, Position position) {
        doors.decisions
                .vote(person.actor(), decision, ground, position, "On the evidence", tick())
                .orThrow();
    }

    Optional<Ballot.Result> count() {
        return doors.decisions.count(coordinator, decision, tick()).orThrow();
    }

    Determination issued() {
        return doors.decisions.issue(coordinator, decision, tick()).orThrow();
    }

    Journey adjourned(AdjournedFor why, String because) {
        doors.sessions.adjourn(coordinator, item, why, because, tick()).orThrow();
        return this;
    }

    Journey meetingFinished() {
        doors.sessions.finish(coordinator, meeting, tick()).orThrow();
        return this;
    }

    Journey minutesApproved() {
        String hash =
                doors.minutes.read(us.chair.actor(), meeting, tick()).orThrow().hash();
        doors.minutes.approve(us.chair.actor(), meeting, hash, tick()).orThrow();
        return this;
    }

    Journey outcomeSent() {
        doors.decisions
                .outcomeSent(coordinator, decision, "secure e-mail", tick())
                .orThrow();
        return this;
    }

    Stage stage() {
        return doors.cases.stage(coordinator, caseId);
    }

    RunningClock clock(ClockKind kind) {
        return doors.clocks.of(coordinator, caseId, tick()).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clock of " + kind));
    }

    /** The last day on which the clock is met. */
    LocalDate dueOn(ClockKind kind) {
        return clock(kind).dueOn();
    }

    /** The keys of what waits for somebody about this child. */
    List<String> waitsFor(Person person) {
        return doors.work.of(person.actor(), tick()).stream()
                .map(MyWork.Row::item)
                .filter(work -> caseId.equals(work.caseId()))
                .map(work -> work.key())
                .toList();
    }
}
