package org.holdfast.assurance;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Purpose;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** Where on agendas the cases of this module stand: the next panels, the next actions meetings, and what is heard there. */
@Component
class Agendas {

    /** Short name of the actions meeting in profiles that hold one (NRM-13). */
    static final String ACTIONS = "actions";

    private final Meetings meetings;
    private final Partnerships partnerships;

    Agendas(Meetings meetings, Partnerships partnerships) {
        this.meetings = meetings;
        this.partnerships = partnerships;
    }

    Profile profile(Actor actor) {
        return partnerships.profile(actor.partnership());
    }

    /** The panels that are planned or in session, the next first. */
    List<Meetings.Listed> panels(Actor actor) {
        return coming(actor).stream().filter(it -> it.kind().decidesGrounds()).toList();
    }

    /** The actions meetings that are planned or in session, the next first; none where the profile holds none. */
    List<Meetings.Listed> actionsMeetings(Actor actor) {
        return coming(actor).stream()
                .filter(it -> it.kind().id().equals(ACTIONS))
                .toList();
    }

    boolean holdsActionsMeetings(Actor actor) {
        return profile(actor).meetingKinds().stream().map(MeetingKind::id).anyMatch(ACTIONS::equals);
    }

    private List<Meetings.Listed> coming(Actor actor) {
        return meetings.in(actor, EnumSet.of(MeetingState.PLANNED, MeetingState.OPEN));
    }

    /** The item by which a case is still to be heard for a purpose. */
    Optional<Meetings.Placed> toCome(Actor actor, CaseId caseId, Purpose purpose) {
        return meetings.placed(actor, Set.of(caseId)).stream()
                .filter(it -> toCome(it.item(), purpose))
                .findFirst();
    }

    /** The cases that are still to be heard for a purpose, of those whose places these are. */
    static Set<CaseId> toCome(Collection<Meetings.Placed> placed, Purpose purpose) {
        return placed.stream()
                .filter(it -> toCome(it.item(), purpose))
                .map(it -> it.item().caseId())
                .collect(Collectors.toSet());
    }

    private static boolean toCome(AgendaItem item, Purpose purpose) {
        return item.purpose() == purpose && !item.state().settled();
    }

    /** The place of a case at an actions meeting held or to be held since a moment. */
    Optional<Meetings.Placed> actions(Collection<Meetings.Placed> placed, CaseId caseId, Instant since) {
        return placed.stream()
                .filter(it -> it.item().caseId().equals(caseId))
                .filter(it -> it.meeting().kind().equals(ACTIONS))
                .filter(it -> it.item().state() != AgendaItemState.WITHDRAWN)
                .filter(it -> !it.meeting().on().isBefore(UnitedKingdom.day(since)))
                .findFirst();
    }

    List<Meetings.Placed> placed(Actor actor, Collection<CaseId> cases) {
        return cases.isEmpty() ? List.of() : meetings.placed(actor, cases);
    }
}
