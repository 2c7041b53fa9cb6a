package org.holdfast.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Action;
import org.holdfast.casework.ActionCommand;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Actions;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.CourtDateDraft;
import org.holdfast.casework.Courts;
import org.holdfast.casework.Custody;
import org.holdfast.casework.CustodyDraft;
import org.holdfast.casework.Offence;
import org.holdfast.casework.OffenceDraft;
import org.holdfast.casework.Particulars;
import org.holdfast.casework.Plan;
import org.holdfast.casework.PlanDraft;
import org.holdfast.casework.Plans;
import org.holdfast.casework.UncertainDay;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.casework.WishesDraft;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.people.Child;
import org.holdfast.people.SafeContact;
import org.holdfast.people.WarningKind;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;

/** What social workers do about a case. */
final class CaseDesk {

    private final Circles circles;
    private final Plans plans;
    private final Actions actions;
    private final Voices voices;
    private final Courts courts;
    private final Chronologies chronologies;
    private final Particulars particulars;
    private final Sharing sharing;
    private final Actor coordinator;

    CaseDesk(
            Circles circles,
            Plans plans,
            Actions actions,
            Voices voices,
            Courts courts,
            Chronologies chronologies,
            Particulars particulars,
            Sharing sharing,
            Actor coordinator) {
        this.circles = circles;
        this.plans = plans;
        this.actions = actions;
        this.voices = voices;
        this.courts = courts;
        this.chronologies = chronologies;
        this.particulars = particulars;
        this.sharing = sharing;
        this.coordinator = coordinator;
    }

    void takesOn(MadeUpChild child, Cast.Player lead, Instant at) {
        int seen = circles.circle(coordinator, child.caseId()).version();
        circles.lead(coordinator, child.caseId(), lead.member().id(), seen, at).orThrow();
    }

    void plans(MadeUpChild child, Cast.Player worker, Instant at) {
        LocalDate day = UnitedKingdom.day(at);
        plans.agree(
                        coordinator,
                        child.caseId(),
                        new PlanDraft(
                                Plan.Kind.CHILD_PROTECTION,
                                "Safe journeys to and from school, and an adult to ring at any hour.",
                                "Exampleport Council's own system",
                                day,
                                day.plusMonths(3)),
                        null,
                        at)
                .orThrow();
        plans.agree(
                        coordinator,
                        child.caseId(),
                        new ActionDraft(
                                "Visit at home and agree a safe way to keep in touch",
                                "Contact by telephone is watched",
                                worker.member().id(),
                                worker.member().name(),
                                worker.member().agency().id(),
                                worker.member().agency().name(),
                                day.plusDays(14)),
                        at)
                .orThrow();
        chronologies
                .log(
                        coordinator,
                        child.caseId(),
                        new UpdateDraft(
                                at,
                                CaseUpdate.Kind.CONTACT,
                                "School says attendance has been better this week.",
                                "Tam Teacher, Example Street Academy",
                                true,
                                null),
                        at)
                .orThrow();
    }

    /** The visit that was agreed first has been made. */
    void visited(MadeUpChild child, Instant at) {
        Action visit = plans.actions(coordinator, child.caseId()).getFirst();
        plans.move(
                        coordinator,
                        child.caseId(),
                        visit.id(),
                        ActionCommand.COMPLETE,
                        "Visited; agreed to meet at school on Tuesdays.",
                        visit.version(),
                        at)
                .orThrow();
    }

    /** Somebody answers, at the end of the link, what became of their action for a child. */
    void answers(MadeUpChild child, Cast.Player owner, ActionCommand command, String note, Instant at) {
        Action owed = owed(child, owner);
        actions.answer(owner.actor(), owed.id(), command, note, owed.version(), at)
                .orThrow();
    }

    /** What somebody has not answered goes to who can see to it. */
    void escalates(MadeUpChild child, Cast.Player owner, String note, Instant at) {
        Action owed = owed(child, owner);
        plans.move(coordinator, child.caseId(), owed.id(), ActionCommand.ESCALATE, note, owed.version(), at)
                .orThrow();
    }

    private Action owed(MadeUpChild child, Cast.Player owner) {
        return plans.actions(coordinator, child.caseId()).stream()
                .filter(action -> owner.member().id().equals(action.ownerMember()))
                .findFirst()
                .orElseThrow();
    }

    void hears(MadeUpChild child, Instant at) {
        voices.hear(
                        coordinator,
                        child.caseId(),
                        new WishesDraft(
                                UnitedKingdom.day(at),
                                Wishes.Means.FACE_TO_FACE,
                                "I want to stay at my school. I do not want them to ring my mum.",
                                "English",
                                "",
                                "Sol Socialworker",
                                "Gil Guardian",
                                Wishes.Chosen.BY_THE_CHILD,
                                "The panel and what happens after it"),
                        at)
                .orThrow();
    }

    void dueInCourt(MadeUpChild child, LocalDate on, Instant at) {
        courts.set(
                        coordinator,
                        child.caseId(),
                        new CourtDateDraft(on, "Exampleport Youth Court", "First hearing", null, null),
                        at)
                .orThrow();
        courts.record(
                        coordinator,
                        child.caseId(),
                        new OffenceDraft(
                                "Possession with intent to supply, found at a railway station",
                                UncertainDay.on(UnitedKingdom.day(at).minusDays(20)),
                                Offence.Proceedings.CHARGED,
                                null,
                                Offence.ScheduleCheck.NOT_YET_ASKED),
                        at)
                .orThrow();
    }

    void inCustody(MadeUpChild child, Custody.Kind kind, LocalDate since, Instant at) {
        courts.record(
                        coordinator,
                        child.caseId(),
                        new CustodyDraft(kind, "Example Secure Children's Home", since, null),
                        at)
                .orThrow();
    }

    void agencyInvolved(MadeUpChild child, Agency agency, Instant at) {
        sharing.involve(coordinator, child.caseId(), Involvement.of(agency.id(), Basis.AGENCY, at), at);
    }

    void keepsOut(MadeUpChild child, Cast.Player person, Instant at) {
        circles.exclude(coordinator, child.caseId(), person.member().id(), "Related to the family.", at)
                .orThrow();
    }

    /** Somebody looks for the child: where the child lives is written down, and protected. */
    void protectsAddress(MadeUpChild child, Instant at) {
        Child known = particulars.see(coordinator, child.caseId(), at).orThrow().child();
        particulars
                .correct(
                        coordinator,
                        child.caseId(),
                        known.version(),
                        known.facts()
                                .withLivesAt("With foster carers, 12 Madeup Crescent, Exampleton, EX1 9ZZ")
                                .with(new SafeContact(
                                        SafeContact.Way.THROUGH_SOMEBODY,
                                        "Through Sol Socialworker, who drives to Madeup Crescent")),
                        "Placed there after the referral",
                        at)
                .orThrow();
        particulars
                .protectAddress(
                        coordinator,
                        child.caseId(),
                        Set.of(),
                        "A relative who is suspected asks in the neighbourhood where the child is.",
                        at)
                .orThrow();
    }

    void warns(MadeUpChild child, LocalDate reviewOn, Instant at) {
        circles.warn(
                        coordinator,
                        child.caseId(),
                        WarningKind.HANDLE_WITH_CARE,
                        "Do not leave messages on the telephone: others read it.",
                        reviewOn,
                        at)
                .orThrow();
    }
}
