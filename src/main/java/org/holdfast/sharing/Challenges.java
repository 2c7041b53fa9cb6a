package org.holdfast.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.springframework.stereotype.Component;

/**
 * The door to challenges: whoever may see who reads a case can ask whether a person has to, and somebody else than the two of them reviews it
 * (SHR-3).
 */
@Component
public final class Challenges {

    private final Ledger ledger;
    private final Sharing sharing;
    private final SharingStore standings;
    private final ChallengeStore store;
    private final Supplier<UUID> ids;

    Challenges(Ledger ledger, Sharing sharing, SharingStore standings, ChallengeStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.standings = standings;
        this.store = store;
        this.ids = ids;
    }

    /**
     * Challenges a person's access to a case.
     *
     * @param rests whether the person is kept out until it was reviewed
     */
    public Outcome<Challenge> challenge(
            Actor actor, CaseId caseId, Member member, String reason, boolean rests, Instant now) {
        return asking(actor, caseId, now, () -> {
            if (member.id().value().equals(actor.member())) {
                return Outcome.refused(Reason.about("challenged", "sharing.challenge.is-you"));
            }
            Challenge challenge = new Challenge(
                    ids.get(),
                    caseId,
                    member.id(),
                    member.name(),
                    member.agency().name(),
                    reason.strip(),
                    rests,
                    new MemberId(actor.member()),
                    actor.name(),
                    now,
                    Challenge.State.OPEN,
                    "",
                    "",
                    null);
            if (!store.add(actor.partnership(), challenge)) {
                return Outcome.refused(Reason.about("challenged", "sharing.challenge.open-already", member.name()));
            }
            ledger.record(
                    actor,
                    now,
                    new SharingEvent.AccessChallenged(
                            caseId.value(), challenge.id(), member.id().value(), rests));
            return Outcome.done(challenge);
        });
    }

    /** Reviews a challenge, as somebody else than who asked and whose access it is. Whoever is to be kept out is, from now on. */
    public Outcome<Challenge> review(
            Actor actor, CaseId caseId, UUID id, Challenge.State to, String words, Instant now) {
        return asking(actor, caseId, now, () -> {
            Optional<Challenge> found = store.lock(actor.partnership(), caseId, id);
            if (found.isEmpty() || to == Challenge.State.OPEN) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            Challenge challenge = found.get();
            if (!challenge.open()) {
                return Outcome.refused(Reason.of("sharing.challenge.reviewed-already", "SHR-3"));
            }
            if (!challenge.reviewableBy(new MemberId(actor.member()))) {
                return Outcome.refused(Reason.of("sharing.challenge.somebody-else", "SHR-3"));
            }
            store.review(actor, challenge, to, words.strip(), now);
            ledger.record(
                    actor,
                    now,
                    new SharingEvent.AccessReviewed(
                            caseId.value(), id, challenge.member().value(), to));
            if (to == Challenge.State.ENDED) {
                sharing.exclude(actor, caseId, challenge.member(), words.strip(), now);
            }
            return Outcome.done(challenge);
        });
    }

    /** The challenges about one case, the newest first. The caller has asked for who reads it. */
    public List<Challenge> of(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.of(actor.partnership(), caseId));
    }

    /** Those that the actor may review, over all cases. Nothing is refused or recorded. */
    public List<Challenge> waiting(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.SEE_LOOKS)) {
            return List.of();
        }
        MemberId self = new MemberId(actor.member());
        return ledger.within(actor, () -> {
            List<Challenge> open = store.open(actor.partnership()).stream()
                    .filter(it -> it.reviewableBy(self))
                    .toList();
            Set<CaseId> cases = sharing.visible(
                    actor,
                    Permission.SEE_LOOKS,
                    open.stream().map(Challenge::caseId).collect(Collectors.toSet()),
                    now);
            return open.stream().filter(it -> cases.contains(it.caseId())).toList();
        });
    }

    /** Those of the members whose access to the case was narrowed to reading. The caller has asked for who reads it. */
    public Set<MemberId> narrowed(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> standings.narrowed(actor.partnership(), caseId));
    }

    private <T> Outcome<T> asking(Actor actor, CaseId caseId, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LOOKS, caseId, now).then(_ -> work.get()));
    }
}
