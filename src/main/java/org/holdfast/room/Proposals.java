package org.holdfast.room;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AgendaItemLife;
import org.holdfast.meetings.Attendance;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.Brevity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Sessions;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The door to actions proposed in the room, and to what becomes of them (MTG-4, MTG-5). */
@Component
public final class Proposals {

    private final Ledger ledger;
    private final Sessions sessions;
    private final Plans plans;
    private final ProposalStore store;
    private final Supplier<UUID> ids;

    Proposals(Ledger ledger, Sessions sessions, Plans plans, ProposalStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.plans = plans;
        this.store = store;
        this.ids = ids;
    }

    /** What was proposed at an item, for whoever may see the item; the earliest first. */
    public Outcome<List<Proposal>> of(Actor actor, MeetingId meeting, AgendaItemId item, Instant now) {
        return ledger.within(
                actor, () -> standing(actor, meeting, item, now).map(_ -> store.of(actor.partnership(), item)));
    }

    /** Whether somebody may propose an action at an item now: whoever is in the meeting for it, once it has been called. */
    public static boolean open(Sessions.Standing standing, AgendaItemId item) {
        return standing.meeting().state() == MeetingState.OPEN
                && standing.line(item)
                        .filter(it -> AgendaItemLife.after(it.item().state(), AgendaItemCommand.PROPOSE_ACTION)
                                instanceof Outcome.Done)
                        .isPresent();
    }

    /**
     * Proposes an action. An attendee proposes what their own agency does; whoever runs or chairs the meeting also writes down what
     * another agency offers.
     *
     * @param invited everybody invited to the meeting, as the actor was shown it
     */
    public Outcome<UUID> propose(
            Actor actor, MeetingId meeting, AgendaItemId item, ProposalDraft draft, Attendance invited, Instant now) {
        return ledger.within(
                actor,
                () -> takingPart(actor, meeting, item, now).then(standing -> {
                    if (!open(standing, item)) {
                        return Outcome.refused(Reason.of("room.refused.not-now", "MTG-4"));
                    }
                    Optional<Attendee> owner = Optional.ofNullable(draft.owner())
                            .flatMap(invited::of)
                            .filter(it -> mayOwn(standing, it));
                    List<Reason> faults = faults(draft, owner, UnitedKingdom.day(now));
                    if (!faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    Attendee does = owner.orElseThrow();
                    Proposal proposal = new Proposal(
                            ids.get(),
                            item,
                            draft.what().strip(),
                            draft.why().strip(),
                            new Proposal.Owner(does.id(), does.member(), does.name(), does.agency(), does.agencyName()),
                            requireNonNull(draft.dueOn()),
                            actor.name(),
                            actor.agencyName(),
                            now,
                            Proposal.State.PROPOSED,
                            "",
                            null,
                            null,
                            1);
                    var line = standing.line(item).orElseThrow().item();
                    store.add(actor, line, proposal);
                    ledger.record(
                            actor,
                            now,
                            new RoomEvent.ActionProposed(
                                    item.value(), line.caseId().value(), proposal.id()));
                    return Outcome.done(proposal.id());
                }));
    }

    /** Whether the actor may name somebody as the one who does it. */
    public static boolean mayOwn(Sessions.Standing standing, Attendee attendee) {
        return standing.runs()
                || standing.self()
                        .filter(it -> it.agency().equals(attendee.agency()))
                        .isPresent();
    }

    /** The meeting agrees it: from now on it is an action of the case's plan. */
    public Outcome<UUID> agree(Actor actor, MeetingId meeting, AgendaItemId item, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> settling(actor, meeting, item, id, now, Outcome::done).then(found -> {
                    var caseId =
                            found.standing().line(item).orElseThrow().item().caseId();
                    return plans.agreedAt(actor, caseId, found.proposal().draft(), meeting.value(), now)
                            .then(action -> {
                                if (!store.settle(actor, found.proposal(), Proposal.State.AGREED, "", action, now)) {
                                    return Outcome.refused(Reason.of("room.refused.settled", "MTG-4"));
                                }
                                ledger.record(
                                        actor,
                                        now,
                                        new RoomEvent.ProposalAgreed(item.value(), caseId.value(), id, action));
                                return Outcome.done(action);
                            });
                }));
    }

    /** The meeting does not agree it, because. */
    public Outcome<UUID> decline(
            Actor actor, MeetingId meeting, AgendaItemId item, UUID id, String because, Instant now) {
        return ledger.within(
                actor,
                () -> settling(
                                actor,
                                meeting,
                                item,
                                id,
                                now,
                                standing -> because.isBlank()
                                        ? Outcome.refused(Reason.about("because-" + id, "room.proposal.because"))
                                        : Brevity.words("because-" + id, because)
                                                .map(tooLong -> Outcome.<Sessions.Standing>refused(tooLong))
                                                .orElse(Outcome.done(standing)))
                        .then(found -> {
                            if (!store.settle(
                                    actor, found.proposal(), Proposal.State.NOT_AGREED, because.strip(), null, now)) {
                                return Outcome.refused(Reason.of("room.refused.settled", "MTG-4"));
                            }
                            ledger.record(
                                    actor,
                                    now,
                                    new RoomEvent.ProposalNotAgreed(
                                            item.value(),
                                            found.standing()
                                                    .line(item)
                                                    .orElseThrow()
                                                    .item()
                                                    .caseId()
                                                    .value(),
                                            id));
                            return Outcome.done(id);
                        }));
    }

    private record Found(Sessions.Standing standing, Proposal proposal) {}

    private Outcome<Found> settling(
            Actor actor,
            MeetingId meeting,
            AgendaItemId item,
            UUID id,
            Instant now,
            Function<Sessions.Standing, Outcome<Sessions.Standing>> check) {
        return ledger.within(
                actor,
                () -> takingPart(actor, meeting, item, now)
                        .then(_ -> sessions.leading(actor, meeting, now))
                        .then(standing -> {
                            if (!open(standing, item)) {
                                return Outcome.refused(Reason.of("room.refused.not-now", "MTG-4"));
                            }
                            Optional<Proposal> proposal = store.find(actor.partnership(), item, id);
                            if (proposal.isEmpty()) {
                                return Outcome.refused(Sharing.NOT_FOUND);
                            }
                            if (proposal.get().state() != Proposal.State.PROPOSED) {
                                return Outcome.refused(Reason.of("room.refused.settled", "MTG-4"));
                            }
                            return check.apply(standing).map(_ -> new Found(standing, proposal.get()));
                        }));
    }

    private Outcome<Sessions.Standing> takingPart(Actor actor, MeetingId meeting, AgendaItemId item, Instant now) {
        return standing(actor, meeting, item, now)
                .then(standing -> sessions.takesPart(actor, item, now).map(_ -> standing));
    }

    private Outcome<Sessions.Standing> standing(Actor actor, MeetingId meeting, AgendaItemId item, Instant now) {
        return sessions.standing(actor, meeting, now)
                .then(standing -> standing.line(item).isPresent()
                        ? Outcome.done(standing)
                        : sessions.panel(actor, item, now).then(_ -> Outcome.refused(Sharing.NOT_FOUND)));
    }

    private static List<Reason> faults(ProposalDraft draft, Optional<Attendee> owner, LocalDate today) {
        List<Reason> faults = new ArrayList<>();
        if (draft.what().isBlank()) {
            faults.add(Reason.about("what", "casework.action.needs-what"));
        }
        Brevity.words("what", draft.what()).ifPresent(faults::add);
        if (draft.why().isBlank()) {
            faults.add(Reason.about("why", "casework.action.needs-why"));
        }
        Brevity.words("why", draft.why()).ifPresent(faults::add);
        if (owner.isEmpty()) {
            faults.add(Reason.about("owner", "room.proposal.owner"));
        }
        faults.addAll(ActionDraft.dueOnFaults(draft.dueOn(), today));
        return faults;
    }
}
