package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.decisions.Decisions;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Purpose;
import org.holdfast.pages.Page;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What waits after a decision: forms for the assurer, points for their owners, and for the co-ordinator what is to be shared out, decided
 * again, set down for an actions meeting, reconsidered or answered; and where all that shows on the child's page.
 */
@Component
class AssuranceWork implements WorkSource, CaseLinkSource {

    /** Where a form is with the panel again. */
    private static final Set<AssuranceState> RETURNED =
            EnumSet.of(AssuranceState.RETURNED, AssuranceState.DECIDING_AGAIN);

    private final Sharing sharing;
    private final ObjectProvider<Assurances> assurances;
    private final ObjectProvider<Decisions> decisions;
    private final Agendas agendas;
    private final AssuranceStore store;
    private final ReconsiderationStore reconsiderations;

    AssuranceWork(
            Sharing sharing,
            ObjectProvider<Assurances> assurances,
            ObjectProvider<Decisions> decisions,
            Agendas agendas,
            AssuranceStore store,
            ReconsiderationStore reconsiderations) {
        this.sharing = sharing;
        this.assurances = assurances;
        this.decisions = decisions;
        this.agendas = agendas;
        this.store = store;
        this.reconsiderations = reconsiderations;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        List<WorkItem> work = new ArrayList<>();
        List<Assurance> forms = forms(actor);
        if (sharing.may(actor, Permission.ASSURE)) {
            work.addAll(toAssure(actor, forms, now));
        }
        if (sharing.may(actor, Permission.ANSWER_POINT)) {
            MemberId member = new MemberId(actor.member());
            for (Assurance one : forms) {
                if (RETURNED.contains(one.state())) {
                    one.points().stream()
                            .filter(point -> point.state().toAnswer() && member.equals(point.ownerMember()))
                            .forEach(point -> work.add(point(one, point)));
                }
            }
        }
        if (sharing.may(actor, Permission.HANDLE_ASSURANCE)) {
            List<Reconsideration> asked = reconsiderations.inState(
                    actor.partnership(),
                    EnumSet.of(ReconsiderationState.ASKED, ReconsiderationState.LISTED, ReconsiderationState.SENT_ON));
            List<Meetings.Placed> placed = agendas.placed(
                    actor,
                    Stream.concat(
                                    forms.stream().map(Assurance::caseId),
                                    asked.stream().map(Reconsideration::caseId))
                            .collect(Collectors.toSet()));
            work.addAll(toHandle(actor, forms, placed));
            work.addAll(toReconsider(asked, placed));
            store.openQuestions(actor.partnership()).forEach(question -> work.add(question(question)));
        }
        return work;
    }

    /** The forms of which something may wait for the actor: read once, whichever of it is theirs to do. */
    private List<Assurance> forms(Actor actor) {
        Set<AssuranceState> states = EnumSet.noneOf(AssuranceState.class);
        if (sharing.may(actor, Permission.ASSURE)) {
            states.add(AssuranceState.WAITING);
            states.addAll(RETURNED);
        }
        if (sharing.may(actor, Permission.HANDLE_ASSURANCE)) {
            states.addAll(RETURNED);
            if (agendas.holdsActionsMeetings(actor)) {
                states.add(AssuranceState.AGREED);
            }
        }
        if (!states.isEmpty()) {
            return store.inState(actor.partnership(), states);
        }
        return sharing.may(actor, Permission.ANSWER_POINT)
                ? store.toAnswer(actor.partnership(), new MemberId(actor.member()))
                : List.of();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        List<WorkItem> work = new ArrayList<>();
        List<Assurance> ofCase = store.ofCase(actor.partnership(), id);
        Profile profile = agendas.profile(actor);
        for (Assurance one : ofCase) {
            if (one.state() == AssuranceState.WAITING) {
                work.add(look(one, assurances.getObject().dueOn(one, profile), id)
                        .waitingFor(profile.competentAuthority()));
            }
            if (one.state() == AssuranceState.RETURNED || one.state() == AssuranceState.DECIDING_AGAIN) {
                one.points().stream()
                        .filter(point -> point.state().toAnswer() && point.owned())
                        .forEach(point -> work.add(point(one, point).waitingFor(point.ownerName())));
            }
        }
        List<Reconsideration> asked = reconsiderations.ofCase(actor.partnership(), id).stream()
                .filter(one -> one.state().open())
                .toList();
        List<Meetings.Placed> placed =
                ofCase.isEmpty() && asked.isEmpty() ? List.of() : agendas.placed(actor, Set.of(id));
        toHandle(actor, ofCase, placed).forEach(item -> work.add(item.waitingFor(Role.PANEL_COORDINATOR)));
        toReconsider(asked, placed).forEach(item -> work.add(item.waitingFor(Role.PANEL_COORDINATOR)));
        store.questions(actor.partnership(), id).stream()
                .filter(Question::open)
                .forEach(question -> work.add(question(question).waitingFor(Role.PANEL_COORDINATOR)));
        return work;
    }

    /** The assurer sees no case, so the work is about a form and no child is named. */
    private List<WorkItem> toAssure(Actor actor, List<Assurance> open, Instant now) {
        Set<CaseId> visible = sharing.visible(
                actor, Permission.ASSURE, open.stream().map(Assurance::caseId).collect(Collectors.toSet()), now);
        Profile profile = agendas.profile(actor);
        List<WorkItem> work = new ArrayList<>();
        for (Assurance one : open) {
            if (!visible.contains(one.caseId())) {
                continue;
            }
            if (one.state() == AssuranceState.WAITING) {
                work.add(look(one, assurances.getObject().dueOn(one, profile), null));
            } else if (RETURNED.contains(one.state())
                    && one.points().stream().anyMatch(point -> point.state() == PointState.ANSWERED)) {
                work.add(WorkItem.of(
                        null, "assurance.work.answers", Assurances.path(one.id()), null, "NRM-11", reference(one)));
            }
        }
        return work;
    }

    private static WorkItem look(Assurance one, @Nullable LocalDate dueOn, @Nullable CaseId caseId) {
        return WorkItem.of(
                caseId,
                "assurance.work.look",
                Assurances.path(one.id()),
                dueOn == null ? null : UnitedKingdom.endOf(dueOn),
                "NRM-11",
                reference(one));
    }

    private static String reference(Assurance one) {
        return one.form().homeOfficeReference().isEmpty()
                ? one.form().child()
                : one.form().homeOfficeReference();
    }

    private static WorkItem point(Assurance one, Point point) {
        LocalDate dueOn = point.dueOn();
        return WorkItem.of(
                one.caseId(),
                point.state() == PointState.SENT_BACK ? "assurance.work.point-back" : "assurance.work.point",
                Assurances.path(one.id(), point.id()),
                dueOn == null ? null : UnitedKingdom.endOf(dueOn),
                "NRM-11",
                String.valueOf(point.number()));
    }

    private List<WorkItem> toHandle(Actor actor, List<Assurance> handled, List<Meetings.Placed> placed) {
        List<WorkItem> work = new ArrayList<>();
        for (Assurance one : handled) {
            String path = Assurances.path(one.id());
            switch (one.state()) {
                case RETURNED -> {
                    one.points().stream()
                            .filter(point -> point.state().toAnswer() && !point.owned())
                            .findFirst()
                            .ifPresent(point -> work.add(WorkItem.of(
                                    one.caseId(),
                                    "assurance.work.share-out",
                                    path,
                                    point.dueOn() == null ? null : UnitedKingdom.endOf(point.dueOn()),
                                    "NRM-11")));
                }
                case DECIDING_AGAIN -> {
                    if (placed.stream()
                            .noneMatch(it -> it.item().caseId().equals(one.caseId())
                                    && it.item().purpose() == Purpose.DECISION_AGAIN
                                    && !it.item().state().settled())) {
                        work.add(WorkItem.of(one.caseId(), "assurance.work.list-again", path, null, "NRM-11"));
                    }
                }
                case AGREED -> {
                    if (assurances.getObject().actionsDue(actor, one, placed)) {
                        work.add(WorkItem.of(one.caseId(), "assurance.work.actions-meeting", path, null, "NRM-13"));
                    }
                }
                case WAITING, REPLACED, NOT_CHOSEN -> {}
            }
        }
        return work;
    }

    private static List<WorkItem> toReconsider(List<Reconsideration> open, List<Meetings.Placed> placed) {
        Set<CaseId> listed = Agendas.toCome(placed, Purpose.RECONSIDERATION);
        List<WorkItem> work = new ArrayList<>();
        for (Reconsideration one : open) {
            String path = "/reconsiderations/" + one.id().value();
            switch (one.state()) {
                case ASKED -> work.add(WorkItem.of(one.caseId(), "assurance.work.reconsider", path, null, "NRM-14"));
                case LISTED -> {
                    if (!listed.contains(one.caseId())) {
                        work.add(WorkItem.of(one.caseId(), "assurance.work.reconsider", path, null, "NRM-14"));
                    }
                }
                case SENT_ON ->
                    work.add(WorkItem.of(one.caseId(), "assurance.work.record-answer", path, null, "NRM-14"));
                case STANDS, REPLACED, DECLINED, WITHDRAWN -> {}
            }
        }
        return work;
    }

    private static WorkItem question(Question question) {
        LocalDate dueOn = question.dueOn();
        return WorkItem.of(
                question.caseId(),
                "assurance.work.question",
                Questions.path(question.caseId()),
                dueOn == null ? null : UnitedKingdom.endOf(dueOn),
                "NRM-15");
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        List<CaseLink> links = new ArrayList<>();
        if (!sharing.visible(actor, Permission.SEE_ASSURANCE, Set.of(id), now).isEmpty()) {
            store.ofCase(actor.partnership(), id)
                    .forEach(one -> links.add(new CaseLink(
                            "assurance.link",
                            List.of(),
                            Assurances.path(one.id()),
                            one.sentAt(),
                            Page.labelKey(one.state()))));
        }
        if (!sharing.visible(actor, Permission.SEE_RECONSIDERATION, Set.of(id), now)
                .isEmpty()) {
            reconsiderations
                    .ofCase(actor.partnership(), id)
                    .forEach(one -> links.add(new CaseLink(
                            "assurance.link.reconsideration",
                            List.of(),
                            "/reconsiderations/" + one.id().value(),
                            one.recordedAt(),
                            Page.labelKey(one.state()))));
        }
        if (!sharing.visible(actor, Permission.HANDLE_ASSURANCE, Set.of(id), now)
                .isEmpty()) {
            links.add(new CaseLink("assurance.link.questions", List.of(), Questions.path(id), null, ""));
            decisions.getObject().issued(actor, id).stream()
                    .filter(one -> one.inForce() && !one.determination().positive())
                    .findFirst()
                    .filter(one -> reconsiderations.ofCase(actor.partnership(), id).stream()
                            .noneMatch(asked -> asked.state().open()))
                    .ifPresent(one -> links.add(new CaseLink(
                            "assurance.link.ask",
                            List.of(),
                            "/reconsiderations/new?decision=" + one.id().value(),
                            null,
                            "")));
        }
        return links;
    }
}
