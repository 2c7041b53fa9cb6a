package org.holdfast.decisions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.documents.Documents;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Quorum;
import org.holdfast.meetings.Seat;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The door to decisions: assess, vote, count, issue, tell the Home Office. Commands to one decision follow one another, so that two
 * voters in the same instant, two tabs and a button pressed twice do no harm.
 */
@Component
public final class Decisions {

    private static final int LONGEST_TEXT = 15_000;
    private static final int LONGEST_BECAUSE = 2_000;
    private static final int LONGEST_LINE = 200;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Sessions sessions;
    private final Surroundings surroundings;
    private final Readings readings;
    private final Consequences consequences;
    private final DecisionStore store;
    private final OutcomePaper outcomePaper;
    private final Documents documents;
    private final ObjectProvider<Aftermath> aftermath;
    private final Supplier<UUID> ids;

    Decisions(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Sessions sessions,
            Surroundings surroundings,
            Readings readings,
            Consequences consequences,
            DecisionStore store,
            OutcomePaper outcomePaper,
            Documents documents,
            ObjectProvider<Aftermath> aftermath,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.sessions = sessions;
        this.surroundings = surroundings;
        this.readings = readings;
        this.consequences = consequences;
        this.store = store;
        this.outcomePaper = outcomePaper;
        this.documents = documents;
        this.aftermath = aftermath;
        this.ids = ids;
    }

    /**
     * Opens the decision of an item of an agenda, or answers the one that is there. Findings and account of the case's last decision are
     * taken over, so that nobody writes them twice.
     *
     * @param because why the decision in force is to be superseded; blank where it is not, or where the item says why it is decided again
     */
    public Outcome<DecisionId> open(Actor actor, AgendaItemId itemId, String because, Instant now) {
        return ledger.within(
                actor,
                () -> sessions.panel(actor, itemId, now)
                        .then(panel -> sharing.ask(
                                        actor,
                                        Permission.PREPARE_DECISION,
                                        panel.item().caseId(),
                                        Purpose.GROUNDS_DECISION,
                                        now)
                                .then(_ -> open(actor, panel, because(panel.item(), because), micros(now)))));
    }

    private static String because(AgendaItem item, String given) {
        return given.isBlank() && item.purpose().again() ? item.because() : given.strip();
    }

    private Outcome<DecisionId> open(Actor actor, Panel panel, String because, Instant now) {
        AgendaItem item = panel.item();
        // read at once, so that what somebody opens at this moment is either none or the one of this item
        List<DecisionStore.Brief> ofCase = store.ofCase(actor.partnership(), item.caseId());
        Optional<DecisionStore.Brief> there =
                ofCase.stream().filter(one -> one.item().equals(item.id())).findFirst();
        if (there.isPresent()) {
            return Outcome.done(there.get().id());
        }
        List<Reason> reasons = new ArrayList<>();
        if (because.length() > LONGEST_BECAUSE) {
            reasons.add(Reason.about("because", "decisions.too-long", String.valueOf(LONGEST_BECAUSE)));
        }
        if (!item.purpose().decides() && because.isEmpty()) {
            reasons.add(Reason.of("decisions.open.nothing-to-decide", "MTG-1"));
        }
        if (item.state().settled()) {
            reasons.add(Reason.of("decisions.open.item-settled", "MTG-4"));
        }
        Optional<DecisionStore.Brief> inForce =
                ofCase.stream().filter(one -> one.state() == State.ISSUED).max(DecisionStore.Brief.BY_ISSUE);
        if (inForce.isPresent()
                && because.isEmpty()
                && Ballots.next(Surroundings.earlier(ofCase, null)).isEmpty()) {
            reasons.add(Reason.about("because", "decisions.open.supersedes"));
        }
        for (DecisionStore.Brief other : ofCase) {
            if (other.state().inTheMaking() && !putOff(actor, other, now)) {
                reasons.add(Reason.of("decisions.open.another", "NRM-9"));
            }
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        DecisionId id = new DecisionId(ids.get());
        Decision.Replacement supersedes = inForce.filter(_ -> !because.isEmpty())
                .map(one -> new Decision.Replacement(one.id(), because))
                .orElse(null);
        Optional<Decision> last = ofCase.stream().findFirst().flatMap(one -> store.find(actor.partnership(), one.id()));
        DecisionId continues =
                last.filter(one -> one.issue() == null).map(Decision::id).orElse(null);
        boolean added = store.add(
                actor,
                new DecisionStore.Opened(
                        id,
                        item.caseId(),
                        item.meeting(),
                        item.id(),
                        panel.meeting().on(),
                        surroundings.wasChild(actor, item.caseId(), now),
                        continues,
                        supersedes),
                now);
        if (!added) {
            return store.onItem(actor.partnership(), item.id())
                    .map(one -> Outcome.done(one.id()))
                    .orElseGet(() -> Outcome.refused(Reason.of("decisions.open.another", "NRM-9")));
        }
        last.ifPresent(one -> takeOver(actor, one, id, now));
        ledger.record(
                actor,
                now,
                new DecisionEvent.DecisionOpened(
                        item.caseId().value(),
                        id.value(),
                        item.id().value(),
                        continues == null ? null : continues.value(),
                        supersedes == null ? null : supersedes.decision().value()));
        return Outcome.done(id);
    }

    /**
     * Puts off a decision in preparation whose item was put off, taken off or called off without it. False where its item is still to
     * come, whether the actor has a part in that meeting or not, and where there was a vote.
     */
    private boolean putOff(Actor actor, DecisionStore.Brief brief, Instant now) {
        Optional<AgendaItem> item = sessions.item(actor, brief.item());
        if (brief.state() != State.DRAFT
                || item.filter(one -> !one.state().settled()).isPresent()) {
            return false;
        }
        AdjournedFor why = item.map(AgendaItem::adjournedFor).orElse(AdjournedFor.OUT_OF_TIME);
        store.adjourn(
                actor.partnership(),
                brief.id(),
                State.ADJOURNED,
                why,
                item.map(AgendaItem::settledBecause).orElse(""));
        ledger.record(
                actor,
                now,
                new DecisionEvent.DecisionAdjourned(
                        brief.caseId().value(), brief.id().value(), why));
        return true;
    }

    private void takeOver(Actor actor, Decision from, DecisionId to, Instant now) {
        for (Assessment one : from.assessments().all()) {
            if (one.version() > 0) {
                store.assess(
                        actor,
                        to,
                        new Assessment(
                                one.definition(),
                                one.element(),
                                one.finding(),
                                one.reasoning(),
                                one.missing(),
                                0,
                                List.of()),
                        now);
            }
            for (Evidence item : one.evidence()) {
                store.add(
                        actor,
                        to,
                        one.definition(),
                        one.element(),
                        new Evidence(ids.get(), item.side(), item.what(), item.source(), item.weight()),
                        now);
            }
        }
        Account account = from.account();
        store.write(
                actor.partnership(),
                to,
                new Account(
                        account.childsView(),
                        account.credibility(),
                        account.bestInterests(),
                        account.reasoning(),
                        account.exploitation(),
                        account.countyLines(),
                        Set.of(),
                        null,
                        0));
    }

    /** What the decision of an item would begin from, for whoever is about to open it. */
    public Outcome<Beginning> beginning(Actor actor, AgendaItemId item, Instant now) {
        return ledger.within(
                actor,
                () -> sessions.panel(actor, item, now)
                        .then(panel -> sharing.ask(
                                        actor,
                                        Permission.SEE_PACK,
                                        panel.item().caseId(),
                                        Purpose.GROUNDS_DECISION,
                                        now)
                                .map(_ -> store.ofCase(
                                        actor.partnership(), panel.item().caseId())))
                        .map(earlier -> new Beginning(
                                !earlier.isEmpty(), earlier.stream().anyMatch(one -> one.state() == State.ISSUED))));
    }

    /** The decision of an item, if one was opened. The caller has asked for the case. */
    public Outcome<Optional<DecisionId>> onItem(Actor actor, AgendaItemId item, Instant now) {
        return ledger.within(
                actor,
                () -> sessions.panel(actor, item, now)
                        .then(panel -> sharing.ask(
                                actor, Permission.SEE_PACK, panel.item().caseId(), Purpose.GROUNDS_DECISION, now))
                        .map(granted -> store.onItem(actor.partnership(), item).map(DecisionStore.Brief::id)));
    }

    /**
     * The findings on an item with their evidence, without anybody's vote, if its decision was opened. The caller has asked for the case, and
     * records the look.
     */
    public Optional<Assessments> assessmentsOn(Actor actor, AgendaItemId item) {
        return ledger.within(
                actor,
                () -> store.onItem(actor.partnership(), item)
                        .flatMap(brief -> store.find(actor.partnership(), brief.id()))
                        .map(Decision::assessments));
    }

    /** Reads a decision as this reader may see it now. */
    public Outcome<Reading> read(Actor actor, DecisionId id, Instant now) {
        return ask(actor, Permission.SEE_PACK, id, now, () -> {
            Decision decision = store.find(actor.partnership(), id).orElseThrow();
            ledger.record(
                    actor, now, new DecisionEvent.DecisionSeen(decision.caseId().value(), id.value()));
            return Outcome.done(readings.of(actor, decision, now));
        });
    }

    /** Reads a decision for whoever is about to give it a command; there is none for somebody who may not (SHR-3). */
    public Outcome<Reading> readToGive(Actor actor, Command command, DecisionId id, Instant now) {
        return ask(actor, command.permission(), id, now, () -> read(actor, id, now));
    }

    /**
     * Writes the finding on one element (NRM-7).
     *
     * @param assessment its version is the one that was seen; its evidence is passed over
     */
    public Outcome<DecisionId> assess(Actor actor, DecisionId id, Assessment assessment, Instant now) {
        return command(actor, id, Command.ASSESS, now, (decision, at) -> {
            List<Reason> faults = new ArrayList<>(votesStand(decision));
            tooLong(assessment.reasoning(), "reasoning").ifPresent(faults::add);
            tooLong(assessment.missing(), "missing").ifPresent(faults::add);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            Finding before = decision.assessments()
                    .of(assessment.definition(), assessment.element())
                    .finding();
            if (!store.assess(actor, id, assessment, at)) {
                return Outcome.refused(Reason.of("decisions.changed-meanwhile", ""));
            }
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.FindingChanged(
                            decision.caseId().value(),
                            id.value(),
                            assessment.definition(),
                            assessment.element(),
                            before,
                            assessment.finding()));
            return Outcome.done(id);
        });
    }

    /** Adds what speaks for or against an element (NRM-7). */
    public Outcome<UUID> addEvidence(
            Actor actor,
            DecisionId id,
            Definition definition,
            Element element,
            Side side,
            String what,
            String source,
            Weight weight,
            Instant now) {
        return command(actor, id, Command.ASSESS, now, (decision, at) -> {
            List<Reason> faults = new ArrayList<>(votesStand(decision));
            missing(what, "what", "decisions.evidence.what").ifPresent(faults::add);
            missing(source, "source", "decisions.evidence.source").ifPresent(faults::add);
            tooLong(what, "what").ifPresent(faults::add);
            tooLong(source, "source").ifPresent(faults::add);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            decision.assessments().of(definition, element);
            UUID evidence = ids.get();
            store.add(
                    actor,
                    id,
                    definition,
                    element,
                    new Evidence(evidence, side, what.strip(), source.strip(), weight),
                    at);
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.EvidenceAdded(
                            decision.caseId().value(), id.value(), evidence, definition, element, side));
            return Outcome.done(evidence);
        });
    }

    /** Takes a piece of evidence back; it stays on record as taken back. */
    public Outcome<DecisionId> takeBackEvidence(Actor actor, DecisionId id, UUID evidence, Instant now) {
        return command(actor, id, Command.ASSESS, now, (decision, at) -> {
            List<Reason> faults = votesStand(decision);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            if (store.takeBack(actor, id, evidence, at)) {
                ledger.record(
                        actor,
                        at,
                        new DecisionEvent.EvidenceTakenBack(decision.caseId().value(), id.value(), evidence));
            }
            return Outcome.done(id);
        });
    }

    /**
     * Writes the account (NRM-9).
     *
     * @param account its version is the one that was seen; its plan is passed over
     * @param tied whether the decision is tied to the child's plan as it stands now
     */
    public Outcome<DecisionId> write(Actor actor, DecisionId id, Account account, boolean tied, Instant now) {
        return command(actor, id, Command.WRITE, now, (decision, at) -> {
            List<Reason> faults = new ArrayList<>();
            tooLong(account.childsView(), "childsView").ifPresent(faults::add);
            tooLong(account.credibility(), "credibility").ifPresent(faults::add);
            tooLong(account.bestInterests(), "bestInterests").ifPresent(faults::add);
            tooLong(account.reasoning(), "reasoning").ifPresent(faults::add);
            if (account.countyLines() && !account.exploitation().contains(Exploitation.CRIMINAL)) {
                faults.add(Reason.about("countyLines", "decisions.issue.county-lines"));
            }
            Optional<Account.Plan> plan = tied ? surroundings.plan(actor, decision.caseId()) : Optional.empty();
            if (tied && plan.isEmpty()) {
                faults.add(Reason.about("plan", "decisions.account.no-plan"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            Account written = account.tiedTo(plan.orElse(null));
            if (!store.write(actor.partnership(), id, written)) {
                return Outcome.refused(Reason.of("decisions.changed-meanwhile", ""));
            }
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.AccountChanged(
                            decision.caseId().value(), id.value(), written.differsFrom(decision.account())));
            return Outcome.done(id);
        });
    }

    /** The plan in force, to which a decision on the case can be tied. The caller has read the decision. */
    public Optional<Account.Plan> plan(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> surroundings.plan(actor, caseId));
    }

    /** Puts a question to the vote under the threshold of the day (NRM-1 to NRM-3, NRM-8). */
    public Outcome<DecisionId> openVote(Actor actor, DecisionId id, Ground ground, Instant now) {
        return command(actor, id, Command.OPEN_VOTE, now, (decision, at) -> {
            Wording wording = Wording.of(ground, UnitedKingdom.day(at));
            List<Reason> reasons = new ArrayList<>(
                    Ballots.mayNotAsk(decision, ground, surroundings.earlier(actor, decision), wording));
            Optional<Panel> panel = surroundings.room(actor, decision.item(), at);
            if (panel.filter(it -> it.available().contains(AgendaItemCommand.DECIDE))
                    .isEmpty()) {
                reasons.add(Reason.of("decisions.ballot.item-not-called", "MTG-4"));
            }
            panel.ifPresent(it -> reasons.addAll(it.quorum().missing()));
            if (!reasons.isEmpty() || wording == null) {
                return Outcome.refused(reasons);
            }
            store.open(actor, id, new Ballot(ground, wording, at, null));
            store.state(actor.partnership(), id, State.VOTING);
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.BallotOpened(decision.caseId().value(), id.value(), ground, wording.since()));
            return Outcome.done(id);
        });
    }

    /** Gives the vote of the actor's agency from the actor's own sign-in (NRM-4, NRM-5, NRM-22). */
    public Outcome<UUID> vote(
            Actor actor, DecisionId id, Ground ground, Position position, String reasons, Instant now) {
        return command(
                actor,
                id,
                Command.VOTE,
                now,
                (decision, at) ->
                        give(actor, decision, ground, new MemberId(actor.member()), position, reasons, false, at));
    }

    /** Writes down a member's vote, which counts once the member has confirmed it. */
    public Outcome<UUID> recordVote(
            Actor actor,
            DecisionId id,
            Ground ground,
            MemberId member,
            Position position,
            String reasons,
            Instant now) {
        return command(
                actor,
                id,
                Command.RECORD_VOTE,
                now,
                (decision, at) -> give(actor, decision, ground, member, position, reasons, true, at));
    }

    /** Writes down the vote of an agency that has one person in the room who may give it. */
    public Outcome<UUID> recordVote(
            Actor actor,
            DecisionId id,
            Ground ground,
            AgencyId agency,
            Position position,
            String reasons,
            Instant now) {
        return command(actor, id, Command.RECORD_VOTE, now, (decision, at) -> {
            List<Attendee> voters = surroundings.quorum(actor, decision.item(), at).voters().stream()
                    .filter(voter -> voter.agency().equals(agency))
                    .toList();
            return voters.size() == 1
                    ? give(actor, decision, ground, voters.getFirst().member(), position, reasons, true, at)
                    : Outcome.refused(Reason.of("decisions.vote.whose", "NRM-4"));
        });
    }

    private Outcome<UUID> give(
            Actor actor,
            Decision decision,
            Ground ground,
            MemberId member,
            Position position,
            String reasons,
            boolean recorded,
            Instant at) {
        Quorum room = surroundings.quorum(actor, decision.item(), Ballots.presence(decision, ground, member, at));
        List<Reason> refusals = new ArrayList<>(Ballots.mayNotVote(decision, ground, member, room));
        missing(reasons, "reasons", "decisions.vote.reasons-missing").ifPresent(refusals::add);
        tooLong(reasons, "reasons").ifPresent(refusals::add);
        Optional<Seat> seat = room.seatOf(member);
        if (actor.kind() == Actor.Kind.INTERFACE
                && seat.filter(one -> one.attendee().agency().value().equals(actor.agency()))
                        .isEmpty()) {
            refusals.add(Reason.of("decisions.vote.other-agency", "NRM-4"));
        }
        if (!refusals.isEmpty() || seat.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Attendee voter = seat.get().attendee();
        Vote vote = new Vote(
                ids.get(),
                ground,
                member,
                voter.name(),
                voter.agency(),
                voter.agencyName(),
                position,
                reasons.strip(),
                recorded ? Vote.Standing.RECORDED : Vote.Standing.CAST,
                at,
                recorded ? actor.name() : null,
                null);
        if (!store.add(actor.partnership(), decision.id(), vote, recorded ? actor.member() : null)) {
            return Outcome.refused(Reason.of("decisions.vote.agency-voted", "NRM-4", voter.agencyName()));
        }
        UUID caseId = decision.caseId().value();
        UUID subject = decision.id().value();
        UUID agency = voter.agency().value();
        ledger.record(
                actor,
                at,
                recorded
                        ? new DecisionEvent.VoteRecorded(caseId, subject, ground, agency, member.value())
                        : new DecisionEvent.VoteCast(caseId, subject, ground, agency));
        return Outcome.done(vote.id());
    }

    /** Confirms or rejects one's own vote that somebody wrote down. */
    public Outcome<DecisionId> answerRecorded(Actor actor, DecisionId id, UUID voteId, boolean confirmed, Instant now) {
        return command(actor, id, Command.ANSWER_RECORDED, now, (decision, at) -> {
            Optional<Vote> own = decision.votes().stream()
                    .filter(vote ->
                            vote.id().equals(voteId) && vote.member().value().equals(actor.member()))
                    .findFirst();
            if (own.isEmpty()) {
                return sharing.refuse(actor, Permission.VOTE, decision.caseId(), at);
            }
            Vote vote = own.get();
            Vote.Standing standing = confirmed ? Vote.Standing.CONFIRMED : Vote.Standing.REJECTED;
            if (!store.answer(actor.partnership(), id, voteId, standing, at)) {
                return Outcome.refused(Reason.of("decisions.vote.answered", "NRM-4"));
            }
            UUID caseId = decision.caseId().value();
            UUID agency = vote.agency().value();
            ledger.record(
                    actor,
                    at,
                    confirmed
                            ? new DecisionEvent.VoteConfirmed(caseId, id.value(), vote.ground(), agency)
                            : new DecisionEvent.VoteRejected(caseId, id.value(), vote.ground(), agency));
            return Outcome.done(id);
        });
    }

    /**
     * Counts the open ballot. A majority makes a decision; a tie or a missing quorum puts the item off to the next agenda (NRM-4, NRM-6).
     * Where every agency has voted and only a confirmation is outstanding, the meeting may go on: the item is settled, and the count is
     * taken once the confirmation is there.
     *
     * @return what the count came to; empty while confirmations are outstanding; refused while votes are
     */
    public Outcome<Optional<Ballot.Result>> count(Actor actor, DecisionId id, Instant now) {
        return command(actor, id, Command.COUNT, now, (decision, at) -> {
            if (surroundings.room(actor, decision.item(), at).isEmpty()) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            Ground ground = decision.openBallot().orElseThrow().ground();
            Instant lastVote = decision.votes(ground).stream()
                    .map(vote -> Ballots.presence(decision, ground, vote.member(), vote.castAt()))
                    .max(Comparator.naturalOrder())
                    .orElse(at);
            Quorum then = surroundings.quorum(actor, decision.item(), lastVote);
            Set<AgencyId> voters = surroundings.quorum(actor, decision.item(), at).voters().stream()
                    .map(Attendee::agency)
                    .collect(Collectors.toSet());
            return switch (Majority.of(ground, decision.votes(), then.met(), voters)) {
                case Majority.Outstanding(Set<AgencyId> agencies) ->
                    outstanding(actor, decision, ground, agencies, lastVote, at);
                case Majority.Decided(Position position, int votesFor, int votesAgainst) ->
                    counted(
                            actor,
                            decision,
                            ground,
                            new Ballot.Count(
                                    position == Position.FOR ? Ballot.Result.FOR : Ballot.Result.AGAINST,
                                    votesFor,
                                    votesAgainst,
                                    at,
                                    actor.name()),
                            then,
                            lastVote);
                case Majority.Tied(int votesFor, int votesAgainst) ->
                    counted(
                            actor,
                            decision,
                            ground,
                            new Ballot.Count(Ballot.Result.TIED, votesFor, votesAgainst, at, actor.name()),
                            then,
                            lastVote);
                case Majority.NoQuorum() ->
                    counted(
                            actor,
                            decision,
                            ground,
                            new Ballot.Count(Ballot.Result.NO_QUORUM, 0, 0, at, actor.name()),
                            then,
                            lastVote);
            };
        });
    }

    private Outcome<Optional<Ballot.Result>> outstanding(
            Actor actor, Decision decision, Ground ground, Set<AgencyId> agencies, Instant lastVote, Instant at) {
        Set<AgencyId> recorded =
                decision.votes(ground).stream().map(Vote::agency).collect(Collectors.toSet());
        if (recorded.containsAll(agencies) && !consequences.settled(actor, decision)) {
            return consequences.settle(actor, decision, lastVote, at).map(_ -> Optional.empty());
        }
        return Outcome.refused(partnerships.agencies(actor).stream()
                .filter(agency -> agencies.contains(agency.id()))
                .map(agency -> Reason.of(
                        recorded.contains(agency.id()) ? "decisions.count.unconfirmed" : "decisions.count.outstanding",
                        "NRM-4",
                        agency.name()))
                .toList());
    }

    private Outcome<Optional<Ballot.Result>> counted(
            Actor actor, Decision decision, Ground ground, Ballot.Count count, Quorum room, Instant lastVote) {
        DecisionId id = decision.id();
        store.count(actor, id, ground, count);
        store.present(
                actor.partnership(),
                id,
                room.seats().stream()
                        .filter(Seat::present)
                        .map(Seat::attendee)
                        .map(one ->
                                new Present(one.member(), one.name(), one.agency(), one.agencyName(), one.capacity()))
                        .toList());
        ledger.record(
                actor,
                count.at(),
                new DecisionEvent.VotesCounted(
                        decision.caseId().value(),
                        id.value(),
                        ground,
                        count.result(),
                        count.votesFor(),
                        count.votesAgainst()));
        State next = Life.after(decision, ground, count.result());
        Outcome<?> settled;
        if (next == State.DETERMINED) {
            store.state(actor.partnership(), id, next);
            settled = consequences.settled(actor, decision)
                    ? Outcome.done(id)
                    : consequences.settle(actor, decision, lastVote, count.at());
        } else {
            settled = consequences.putOff(
                    actor,
                    decision,
                    next,
                    next == State.TIED ? AdjournedFor.TIE : AdjournedFor.NO_QUORUM,
                    "",
                    count.at());
        }
        return settled.map(_ -> Optional.of(count.result()));
    }

    /**
     * Puts the item off without a decision, for a reason other than the votes. Where conclusive grounds are before the panel that has
     * found reasonable grounds, only they are put off (NRM-2). What the panel has decided is left only where it can no longer be issued.
     */
    public Outcome<DecisionId> adjourn(Actor actor, DecisionId id, AdjournedFor why, String because, Instant now) {
        return command(actor, id, Command.ADJOURN, now, (decision, at) -> {
            if (surroundings.room(actor, decision.item(), at).isEmpty()) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            List<Reason> faults = new ArrayList<>();
            missing(because, "because", "decisions.adjourn.because").ifPresent(faults::add);
            if (because.length() > LONGEST_BECAUSE) {
                faults.add(Reason.about("because", "decisions.too-long", String.valueOf(LONGEST_BECAUSE)));
            }
            if (decision.state() == State.DETERMINED
                    && !Issuing.canOnlyBeLeft(surroundings.mayNotIssue(
                            actor, decision, surroundings.child(actor, decision.caseId(), at), at))) {
                faults.add(Reason.of("decisions.adjourn.determined", "NRM-9"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            State next = Life.afterPuttingOff(decision);
            decision.openBallot()
                    .ifPresent(ballot -> store.count(
                            actor,
                            id,
                            ballot.ground(),
                            new Ballot.Count(Ballot.Result.PUT_OFF, 0, 0, at, actor.name())));
            return consequences
                    .putOff(actor, decision, next, why, because.strip(), at)
                    .map(_ -> id);
        });
    }

    /** Seals and issues the decision, with all that follows from it; or says everything that is still missing (NRM-9). */
    public Outcome<Determination> issue(Actor actor, DecisionId id, Instant now) {
        return command(actor, id, Command.ISSUE, now, (decision, at) -> {
            List<Reason> faults =
                    surroundings.mayNotIssue(actor, decision, surroundings.child(actor, decision.caseId(), at), at);
            Optional<Determination> determination = decision.determination();
            if (!faults.isEmpty() || determination.isEmpty()) {
                return Outcome.refused(faults);
            }
            Determination found = determination.get();
            String seal = Seal.of(decision, found, at, actor.name());
            store.issue(actor, id, new Decision.Issue(found, at, actor.name(), seal));
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.DecisionIssued(decision.caseId().value(), id.value(), found, seal));
            supersede(actor, decision, at);
            consequences.takesEffect(actor, decision, found, at);
            tellSuperseded(actor, decision, at);
            return Outcome.done(found);
        });
    }

    private void supersede(Actor actor, Decision decision, Instant at) {
        Decision.Replacement supersedes = decision.supersedes();
        if (supersedes != null) {
            store.supersede(
                    actor.partnership(),
                    supersedes.decision(),
                    new Decision.Replacement(decision.id(), supersedes.because()));
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.DecisionSuperseded(
                            decision.caseId().value(),
                            supersedes.decision().value(),
                            decision.id().value()));
        }
    }

    /** Told last, when the later decision has taken effect. */
    private void tellSuperseded(Actor actor, Decision decision, Instant at) {
        Decision.Replacement supersedes = decision.supersedes();
        if (supersedes != null) {
            aftermath
                    .orderedStream()
                    .forEach(one -> one.superseded(actor, decision.caseId(), supersedes.decision(), decision.id(), at));
        }
    }

    /** The outcome form of an issued decision, and nothing else of the case (SHR-5). Goes on the ledger as taken out. */
    public Outcome<OutcomeForm> outcome(Actor actor, DecisionId id, Instant now) {
        return ask(actor, Permission.SEND_OUTCOME, id, now, () -> {
            Decision decision = store.find(actor.partnership(), id).orElseThrow();
            if (decision.issue() == null) {
                return Outcome.refused(Reason.of("decisions.outcome.not-issued", "NRM-10"));
            }
            ledger.record(
                    actor,
                    now,
                    new DecisionEvent.OutcomeFormTaken(
                            decision.caseId().value(), id.value(), Given.toReader(Purpose.ASSURANCE, null)));
            return Outcome.done(OutcomeForm.of(
                    decision,
                    surroundings.about(actor, decision.caseId(), now),
                    partnerships.partnership(actor).name()));
        });
    }

    /**
     * Notes that the outcome was sent, which stops its clock (NRM-10).
     *
     * @param how by which way it was sent
     */
    public Outcome<DecisionId> outcomeSent(Actor actor, DecisionId id, String how, Instant now) {
        return command(actor, id, Command.SEND_OUTCOME, now, (decision, at) -> {
            Optional<Reason> fault = missing(how, "how", "decisions.outcome.how");
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            if (how.length() > LONGEST_LINE) {
                return Outcome.refused(Reason.about("how", "decisions.too-long", String.valueOf(LONGEST_LINE)));
            }
            if (!store.sent(actor, id, new Decision.Sent(at, actor.name(), how.strip()))) {
                return Outcome.refused(Reason.of("decisions.outcome.sent-already", "NRM-10"));
            }
            CaseId caseId = decision.caseId();
            consequences.told(actor, caseId, at);
            OutcomeForm form = OutcomeForm.of(
                    decision,
                    surroundings.about(actor, caseId, at),
                    partnerships.partnership(actor).name());
            ledger.record(
                    actor,
                    at,
                    new DecisionEvent.OutcomeSent(
                            caseId.value(),
                            id.value(),
                            Given.toCompetentAuthority(
                                    Given.fingerprint(form.toString().getBytes(StandardCharsets.UTF_8)))));
            aftermath.orderedStream().forEach(one -> one.outcomeSent(actor, caseId, form, at));
            return Outcome.done(id);
        });
    }

    /** The outcome form as tagged PDF. Goes on the ledger as taken out, with its hash. */
    public Outcome<byte[]> outcomePaper(Actor actor, DecisionId id, Instant now) {
        return ledger.within(
                actor,
                () -> outcome(actor, id, now)
                        .then(form -> ask(actor, Permission.SEND_OUTCOME, id, now, () -> {
                            byte[] paper = documents.pdf(outcomePaper.of(form));
                            CaseId caseId =
                                    store.caseOf(actor.partnership(), id).orElseThrow();
                            ledger.record(
                                    actor,
                                    now,
                                    new DecisionEvent.OutcomePaperTaken(
                                            caseId.value(),
                                            id.value(),
                                            Given.toReader(Purpose.ASSURANCE, Given.fingerprint(paper))));
                            return Outcome.done(paper);
                        })));
    }

    // What other modules go by; the caller has asked for the case

    /** Every issued decision of a case, the newest first. */
    public List<Issued> issued(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.ofCase(actor.partnership(), caseId).stream()
                        .filter(one -> one.state() == State.ISSUED || one.state() == State.SUPERSEDED)
                        .sorted(DecisionStore.Brief.BY_ISSUE.reversed())
                        .map(Decisions::issued)
                        .toList());
    }

    /** Every decision in force of the partnership that is negative, the newest first. */
    public List<Issued> negative(Actor actor) {
        return ledger.within(
                actor,
                () -> store.inState(actor.partnership(), Set.of(State.ISSUED)).stream()
                        .sorted(DecisionStore.Brief.BY_ISSUE.reversed())
                        .map(Decisions::issued)
                        .filter(one -> !one.determination().positive())
                        .toList());
    }

    /** An issued decision. */
    public Optional<Issued> issued(Actor actor, DecisionId id) {
        return ledger.within(
                actor,
                () -> store.caseOf(actor.partnership(), id)
                        .flatMap(caseId -> issued(actor, caseId).stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst()));
    }

    private static Issued issued(DecisionStore.Brief brief) {
        return new Issued(
                brief.id(),
                brief.caseId(),
                Objects.requireNonNull(brief.determination()),
                Objects.requireNonNull(brief.issuedAt()),
                brief.state() == State.ISSUED);
    }

    /** Whether a decision of the case is in the making. */
    public boolean inTheMaking(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.ofCase(actor.partnership(), caseId).stream()
                        .anyMatch(one -> one.state().inTheMaking()));
    }

    /** Who made a decision: those whose votes counted, and who led the panel (NRM-14). */
    public Set<MemberId> panelOf(Actor actor, DecisionId id) {
        return ledger.within(actor, () -> {
            Set<MemberId> panel = new HashSet<>();
            store.find(actor.partnership(), id).ifPresent(decision -> {
                decision.votes().stream().filter(Vote::counts).map(Vote::member).forEach(panel::add);
                decision.present().stream()
                        .filter(one -> one.capacity().chairs())
                        .min(Comparator.comparing(Present::capacity))
                        .map(Present::member)
                        .ifPresent(panel::add);
            });
            return panel;
        });
    }

    private <T> Outcome<T> ask(
            Actor actor, Permission permission, DecisionId id, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> store.caseOf(actor.partnership(), id)
                        .map(caseId -> sharing.ask(actor, permission, caseId, Purpose.GROUNDS_DECISION, now)
                                .then(_ -> work.get()))
                        .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND)));
    }

    private <T> Outcome<T> command(
            Actor actor, DecisionId id, Command command, Instant now, BiFunction<Decision, Instant, Outcome<T>> work) {
        return ask(actor, command.permission(), id, now, () -> {
            Decision decision = store.lock(actor.partnership(), id).orElseThrow();
            return Life.ask(decision.state(), command).then(_ -> work.apply(decision, micros(now)));
        });
    }

    private static List<Reason> votesStand(Decision decision) {
        return decision.votes().stream().anyMatch(Vote::stands)
                ? List.of(Reason.of("decisions.votes-stand", "NRM-7"))
                : List.of();
    }

    private static Optional<Reason> missing(String text, String field, String key) {
        return text.isBlank() ? Optional.of(Reason.about(field, key)) : Optional.empty();
    }

    private static Optional<Reason> tooLong(String text, String field) {
        return text.length() > LONGEST_TEXT
                ? Optional.of(Reason.about(field, "decisions.too-long", String.valueOf(LONGEST_TEXT)))
                : Optional.empty();
    }

    /** As exactly as the database keeps it, so that what is sealed is what is read again. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
