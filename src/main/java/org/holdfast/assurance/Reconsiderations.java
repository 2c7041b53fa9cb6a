package org.holdfast.assurance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Issued;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.Reconsidering;
import org.holdfast.people.People;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to reconsideration: who asks on what grounds, the fresh panel, and what came of it. The negative decision stays on record
 * (NRM-14).
 */
@Component
public final class Reconsiderations {

    private static final int LONGEST = 5_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final People people;
    private final Cases cases;
    private final Decisions decisions;
    private final Meetings meetings;
    private final Sessions sessions;
    private final Agendas agendas;
    private final ReconsiderationStore store;
    private final Supplier<UUID> ids;

    Reconsiderations(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            People people,
            Cases cases,
            Decisions decisions,
            Meetings meetings,
            Sessions sessions,
            Agendas agendas,
            ReconsiderationStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.people = people;
        this.cases = cases;
        this.decisions = decisions;
        this.meetings = meetings;
        this.sessions = sessions;
        this.agendas = agendas;
        this.store = store;
        this.ids = ids;
    }

    /** A request in a list. */
    public record Line(Reconsideration asked, String child) {}

    /** A negative decision for which this person may ask. */
    public record MayAsk(Issued decision, String child) {}

    /** What there is for one person: the requests they may see, and the decisions they may ask about. */
    public record Desk(List<Line> lines, List<MayAsk> mayAsk) {}

    /**
     * A decision about which somebody is about to ask.
     *
     * @param records whether the asker writes down what another asks
     */
    public record Asking(Issued decision, String child, boolean records, Reconsidering agreed) {}

    /**
     * A request as one reader may see it.
     *
     * @param firstPanel who made the decision, with the reason where they may decide again
     * @param toCome the item by which a panel is to hear it
     * @param sees whether the reader sees the request in full and not as its asker only
     */
    public record Seen(
            Reconsideration asked,
            String child,
            List<First> firstPanel,
            Optional<Meetings.Placed> toCome,
            Set<ReconsiderationCommand> available,
            boolean sees) {
        public Seen {
            firstPanel = List.copyOf(firstPanel);
            available = Set.copyOf(available);
        }
    }

    /** A member of the first panel. */
    public record First(
            MemberId member, String name, @Nullable String readmittedBecause) {}

    // Reading

    /** The requests this person may see, and the decisions about which they may ask. */
    public Outcome<Desk> desk(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> askEither(actor, now).map(_ -> {
                    List<Reconsideration> all = store.all(actor.partnership());
                    Set<CaseId> visible = sharing.visible(
                            actor,
                            Permission.SEE_RECONSIDERATION,
                            all.stream().map(Reconsideration::caseId).collect(Collectors.toSet()),
                            now);
                    Set<CaseId> keptOut = sharing.keptOutOf(
                            actor, all.stream().map(Reconsideration::caseId).collect(Collectors.toSet()));
                    List<Reconsideration> shown = all.stream()
                            .filter(one -> !keptOut.contains(one.caseId()))
                            .filter(one -> visible.contains(one.caseId())
                                    || one.recordedById().equals(actor.member()))
                            .toList();
                    List<Issued> negative = decisions.negative(actor);
                    Set<CaseId> open = sharing.visible(
                            actor,
                            Permission.ASK_RECONSIDERATION,
                            negative.stream().map(Issued::caseId).collect(Collectors.toSet()),
                            now);
                    Set<DecisionId> asked = all.stream()
                            .filter(one -> one.state().open())
                            .map(Reconsideration::decision)
                            .collect(Collectors.toSet());
                    List<Issued> mayAsk = negative.stream()
                            .filter(one -> open.contains(one.caseId()) && !asked.contains(one.id()))
                            .toList();
                    ledger.record(
                            actor,
                            now,
                            new AssuranceEvent.ReconsiderationsSeen(
                                    shown.stream().map(one -> one.id().value()).toList()));
                    return new Desk(
                            shown.stream()
                                    .map(one -> new Line(one, child(actor, one.caseId(), now)))
                                    .toList(),
                            mayAsk.stream()
                                    .map(one -> new MayAsk(one, child(actor, one.caseId(), now)))
                                    .toList());
                }));
    }

    private Outcome<Access.Granted> askEither(Actor actor, Instant now) {
        return sharing.ask(
                actor,
                sharing.may(actor, Permission.ASK_RECONSIDERATION)
                        ? Permission.ASK_RECONSIDERATION
                        : Permission.SEE_RECONSIDERATION,
                now);
    }

    /** A decision about which the actor may ask; also where it will be refused, so that the reasons can be told. */
    public Outcome<Asking> asking(Actor actor, DecisionId id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_RECONSIDERATION, now)
                        .then(_ -> decisions
                                .issued(actor, id)
                                .map(issued -> sharing.ask(actor, Permission.ASK_RECONSIDERATION, issued.caseId(), now)
                                        .map(_ -> new Asking(
                                                issued,
                                                child(actor, issued.caseId(), now),
                                                records(actor),
                                                agendas.profile(actor).reconsidering())))
                                .orElse(Outcome.refused(Sharing.NOT_FOUND))));
    }

    /** One request, for somebody who looks at it. */
    public Outcome<Seen> see(Actor actor, ReconsiderationId id, Instant now) {
        return ledger.within(actor, () -> {
            Optional<Reconsideration> found = store.find(actor.partnership(), id);
            if (found.isEmpty()) {
                return askEither(actor, now).then(_ -> Outcome.refused(Sharing.NOT_FOUND));
            }
            Reconsideration asked = found.get();
            boolean own =
                    asked.recordedById().equals(actor.member()) && !sharing.may(actor, Permission.SEE_RECONSIDERATION);
            return sharing.ask(
                            actor,
                            own ? Permission.ASK_RECONSIDERATION : Permission.SEE_RECONSIDERATION,
                            asked.caseId(),
                            now)
                    .map(_ -> {
                        ledger.record(
                                actor,
                                now,
                                new AssuranceEvent.ReconsiderationSeen(
                                        asked.caseId().value(), id.value()));
                        return seen(actor, asked, own, now);
                    });
        });
    }

    /** The panels on whose agenda a reconsideration can be put, the next first. */
    public List<Meetings.Listed> panels(Actor actor) {
        return ledger.within(actor, () -> agendas.panels(actor));
    }

    private Seen seen(Actor actor, Reconsideration asked, boolean own, Instant now) {
        Map<MemberId, String> readmitted = new HashMap<>();
        asked.readmitted().forEach(one -> readmitted.put(one.member(), one.reason()));
        return new Seen(
                asked,
                child(actor, asked.caseId(), now),
                own
                        ? List.of()
                        : decisions.panelOf(actor, asked.decision()).stream()
                                .flatMap(member -> partnerships.member(actor, member).stream())
                                .sorted(Comparator.comparing(Member::name))
                                .map(member -> new First(member.id(), member.name(), readmitted.get(member.id())))
                                .toList(),
                own ? Optional.empty() : agendas.toCome(actor, asked.caseId(), Purpose.RECONSIDERATION),
                own ? Set.of() : available(actor, asked),
                !own);
    }

    private Set<ReconsiderationCommand> available(Actor actor, Reconsideration asked) {
        Set<ReconsiderationCommand> available = EnumSet.noneOf(ReconsiderationCommand.class);
        if (sharing.may(actor, Permission.HANDLE_RECONSIDERATION)) {
            available.addAll(ReconsiderationLife.available(asked.state()));
            available.remove(ReconsiderationCommand.REPLACE);
            switch (agendas.profile(actor).reconsidering().by()) {
                case LOCAL_PANEL -> available.remove(ReconsiderationCommand.SEND_ON);
                case COMPETENT_AUTHORITY -> available.remove(ReconsiderationCommand.LIST);
            }
        }
        return available;
    }

    /** The requests about a case, the newest first. The caller has asked for the case. */
    public List<Reconsideration> ofCase(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.ofCase(actor.partnership(), caseId));
    }

    // Asking

    /**
     * Asks for a decision to be reconsidered. A first responder or guardian signed in asks in their own name and capacity; the co-ordinator
     * writes down who asked.
     */
    public Outcome<ReconsiderationId> ask(Actor actor, DecisionId id, ReconsiderationDraft draft, Instant now) {
        return ledger.within(
                actor,
                () -> asking(actor, id, now).then(asking -> {
                    Profile profile = agendas.profile(actor);
                    ReconsiderationDraft asked = asking.records() ? draft : own(actor, draft, now);
                    CaseId caseId = asking.decision().caseId();
                    cases.hold(actor, caseId);
                    boolean already = store.ofCase(actor.partnership(), caseId).stream()
                            .anyMatch(one -> one.state().open());
                    List<Reason> faults = asked.faults(
                            asking.decision(),
                            already,
                            profile.reconsidering(),
                            WorkingCalendar.of(profile.nation()),
                            now);
                    if (!faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    Reconsideration request = new Reconsideration(
                            new ReconsiderationId(ids.get()),
                            caseId,
                            id,
                            asking.decision().determination(),
                            ReconsiderationState.ASKED,
                            Objects.requireNonNull(asked.asker()),
                            asked.name().strip(),
                            Objects.requireNonNull(asked.grounds()),
                            asked.words().strip(),
                            Objects.requireNonNull(asked.askedOn()),
                            now,
                            actor.member(),
                            actor.name(),
                            List.of(),
                            "",
                            null,
                            "",
                            null,
                            1);
                    store.add(actor, request);
                    ledger.record(
                            actor,
                            now,
                            new AssuranceEvent.ReconsiderationAsked(
                                    caseId.value(),
                                    request.id().value(),
                                    id.value(),
                                    request.asker(),
                                    request.grounds()));
                    happened(actor, caseId, Milestone.RECONSIDERATION_ASKED, now);
                    return Outcome.done(request.id());
                }));
    }

    private boolean records(Actor actor) {
        return sharing.may(actor, Permission.HANDLE_RECONSIDERATION);
    }

    private static ReconsiderationDraft own(Actor actor, ReconsiderationDraft draft, Instant now) {
        return new ReconsiderationDraft(
                actor.is(Role.FIRST_RESPONDER) ? Asker.FIRST_RESPONDER : Asker.CHILDS_REPRESENTATIVE,
                actor.name() + ", " + actor.agencyName(),
                draft.grounds(),
                draft.words(),
                UnitedKingdom.day(now));
    }

    // The fresh panel

    /** Puts it on the agenda of a panel, the next one where none is named. */
    public Outcome<ReconsiderationId> list(
            Actor actor, ReconsiderationId id, @Nullable MeetingId meeting, String because, Instant now) {
        return changing(actor, id, ReconsiderationCommand.LIST, now, asked -> {
            if (agendas.profile(actor).reconsidering().by() != Reconsidering.By.LOCAL_PANEL) {
                return Outcome.refused(Reason.of("assurance.reconsideration.not-here", "NRM-14"));
            }
            Optional<MeetingId> next = Optional.ofNullable(meeting)
                    .or(() -> agendas.panels(actor).stream()
                            .map(it -> it.meeting().id())
                            .findFirst());
            List<Reason> faults = new ArrayList<>();
            if (next.isEmpty()) {
                faults.add(Reason.of("assurance.reconsideration.no-panel", "NRM-14"));
            }
            if (because.isBlank()) {
                faults.add(Reason.about("because", "assurance.reconsideration.because"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            store.state(actor.partnership(), id, ReconsiderationState.LISTED);
            return meetings.list(
                            actor, next.orElseThrow(), asked.caseId(), Purpose.RECONSIDERATION, because.strip(), now)
                    .map(_ -> moved(actor, asked, ReconsiderationCommand.LIST, ReconsiderationState.LISTED, now));
        });
    }

    /** Records why somebody of the first panel may decide again. Without it, their vote is refused and they do not lead the item. */
    public Outcome<ReconsiderationId> readmit(
            Actor actor, ReconsiderationId id, MemberId member, String reason, Instant now) {
        return changing(actor, id, ReconsiderationCommand.READMIT, now, asked -> {
            List<Reason> faults = new ArrayList<>();
            Optional<Member> who = partnerships
                    .member(actor, member)
                    .filter(one -> decisions.panelOf(actor, asked.decision()).contains(one.id()));
            if (who.isEmpty()) {
                faults.add(Reason.about("member", "assurance.reconsideration.not-first-panel"));
            }
            if (reason.isBlank()) {
                faults.add(Reason.about("reason", "assurance.reconsideration.readmit-reason"));
            } else if (reason.length() > LONGEST) {
                faults.add(Reason.about("reason", "assurance.too-long", String.valueOf(LONGEST)));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            if (store.readmit(actor, id, member, who.orElseThrow().name(), reason.strip(), now)) {
                ledger.record(
                        actor,
                        now,
                        new AssuranceEvent.MemberReadmitted(asked.caseId().value(), id.value(), member.value()));
            }
            return Outcome.done(id);
        });
    }

    /**
     * The fresh panel lets the decision stand, in the meeting and with a quorum of those who may decide. Where the panel votes anew, its
     * new decision says so instead.
     */
    public Outcome<ReconsiderationId> letStand(Actor actor, ReconsiderationId id, String because, Instant now) {
        return changing(actor, id, ReconsiderationCommand.LET_STAND, now, asked -> {
            List<Reason> faults = new ArrayList<>();
            if (because.isBlank()) {
                faults.add(Reason.about("because", "assurance.reconsideration.stands-because"));
            }
            if (decisions.inTheMaking(actor, asked.caseId())) {
                faults.add(Reason.of("assurance.again.in-the-making", "NRM-9"));
            }
            Optional<Meetings.Placed> item = agendas.toCome(actor, asked.caseId(), Purpose.RECONSIDERATION);
            if (item.isEmpty()) {
                faults.add(Reason.of("assurance.reconsideration.not-heard", "NRM-14"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            Outcome<Panel> heard =
                    sessions.decided(actor, item.orElseThrow().item().id(), now, now);
            return heard.map(_ -> {
                store.settle(actor, id, ReconsiderationState.STANDS, because.strip(), null, now);
                happened(actor, asked.caseId(), Milestone.RECONSIDERATION_STANDS, now);
                return moved(actor, asked, ReconsiderationCommand.LET_STAND, ReconsiderationState.STANDS, now);
            });
        });
    }

    // Elsewhere, or not at all

    /** Sends it on to the competent authority, where that reconsiders. */
    public Outcome<ReconsiderationId> sendOn(Actor actor, ReconsiderationId id, Instant now) {
        return changing(actor, id, ReconsiderationCommand.SEND_ON, now, asked -> {
            if (agendas.profile(actor).reconsidering().by() != Reconsidering.By.COMPETENT_AUTHORITY) {
                return Outcome.refused(Reason.of("assurance.reconsideration.here", "NRM-14"));
            }
            store.state(actor.partnership(), id, ReconsiderationState.SENT_ON);
            return Outcome.done(moved(actor, asked, ReconsiderationCommand.SEND_ON, ReconsiderationState.SENT_ON, now));
        });
    }

    /**
     * Records what the competent authority answered.
     *
     * @param stands whether the decision stands, or the competent authority has decided otherwise; null where that was not said
     */
    public Outcome<ReconsiderationId> recordAnswer(
            Actor actor, ReconsiderationId id, @Nullable Boolean stands, String words, Instant now) {
        return changing(actor, id, ReconsiderationCommand.RECORD_ANSWER, now, asked -> {
            if (stands == null) {
                return Outcome.refused(Reason.about("stands", "assurance.reconsideration.answer.stands"));
            }
            if (stands) {
                happened(actor, asked.caseId(), Milestone.RECONSIDERATION_STANDS, now);
            }
            return settled(
                    actor,
                    asked,
                    ReconsiderationCommand.RECORD_ANSWER,
                    stands ? ReconsiderationState.STANDS : ReconsiderationState.REPLACED,
                    words,
                    now);
        });
    }

    /** Does not take it up, for a reason that is on record. */
    public Outcome<ReconsiderationId> decline(Actor actor, ReconsiderationId id, String because, Instant now) {
        return changing(
                actor,
                id,
                ReconsiderationCommand.DECLINE,
                now,
                asked -> settled(
                        actor, asked, ReconsiderationCommand.DECLINE, ReconsiderationState.DECLINED, because, now));
    }

    /** Whoever asked takes it back; an item on an agenda is taken off there. */
    public Outcome<ReconsiderationId> withdraw(Actor actor, ReconsiderationId id, String because, Instant now) {
        return changing(
                actor,
                id,
                ReconsiderationCommand.WITHDRAW,
                now,
                asked -> settled(
                                actor,
                                asked,
                                ReconsiderationCommand.WITHDRAW,
                                ReconsiderationState.WITHDRAWN,
                                because,
                                now)
                        .then(_ -> agendas.toCome(actor, asked.caseId(), Purpose.RECONSIDERATION)
                                .map(it -> meetings.withdraw(actor, it.item().id(), because.strip(), now)
                                        .map(_ -> id))
                                .orElse(Outcome.done(id))));
    }

    private Outcome<ReconsiderationId> settled(
            Actor actor,
            Reconsideration asked,
            ReconsiderationCommand command,
            ReconsiderationState state,
            String because,
            Instant now) {
        if (because.isBlank()) {
            return Outcome.refused(Reason.about("because", "assurance.reconsideration.settled-because"));
        }
        if (because.length() > LONGEST) {
            return Outcome.refused(Reason.about("because", "assurance.too-long", String.valueOf(LONGEST)));
        }
        store.settle(actor, asked.id(), state, because.strip(), null, now);
        return Outcome.done(moved(actor, asked, command, state, now));
    }

    private ReconsiderationId moved(
            Actor actor,
            Reconsideration asked,
            ReconsiderationCommand command,
            ReconsiderationState state,
            Instant now) {
        ledger.record(
                actor,
                now,
                new AssuranceEvent.ReconsiderationMoved(
                        asked.caseId().value(), asked.id().value(), command, state));
        return asked.id();
    }

    private <T> Outcome<T> changing(
            Actor actor,
            ReconsiderationId id,
            ReconsiderationCommand command,
            Instant now,
            Function<Reconsideration, Outcome<T>> change) {
        return ledger.within(actor, () -> {
            Outcome<Access.Granted> may = store.caseOf(actor.partnership(), id)
                    .map(caseId -> sharing.ask(actor, Permission.HANDLE_RECONSIDERATION, caseId, now))
                    .orElseGet(() -> sharing.ask(actor, Permission.HANDLE_RECONSIDERATION, now)
                            .then(_ -> Outcome.refused(Sharing.NOT_FOUND)));
            return may.then(_ -> {
                Reconsideration asked = store.lock(actor.partnership(), id).orElseThrow();
                return ReconsiderationLife.after(asked.state(), command).then(_ -> change.apply(asked));
            });
        });
    }

    private void happened(Actor actor, CaseId caseId, Milestone milestone, Instant now) {
        cases.reached(actor, caseId, milestone, now, now);
    }

    private String child(Actor actor, CaseId caseId, Instant now) {
        return people.child(actor, cases.childOf(actor, caseId), now).displayName();
    }
}
