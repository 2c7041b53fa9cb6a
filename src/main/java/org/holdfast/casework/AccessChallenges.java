package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Challenge;
import org.holdfast.sharing.Challenges;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to asking whether somebody has to see a child's case, and to looking at it: never by who asked, never by whose access it is (SHR-3).
 */
@Component
public final class AccessChallenges implements WorkSource {

    private final CaseDesk desk;
    private final Challenges challenges;
    private final Sharing sharing;
    private final Cases cases;
    private final Partnerships partnerships;
    private final Outbox outbox;

    AccessChallenges(
            CaseDesk desk,
            Challenges challenges,
            Sharing sharing,
            Cases cases,
            Partnerships partnerships,
            Outbox outbox) {
        this.desk = desk;
        this.challenges = challenges;
        this.sharing = sharing;
        this.cases = cases;
        this.partnerships = partnerships;
        this.outbox = outbox;
    }

    /**
     * Challenges about a case, and whose access could be challenged.
     *
     * @param challenges the newest first
     * @param candidates members who see the case now, by tie or by office, without the reader
     * @param narrowed members who read the case and do nothing else, because a review said so
     */
    public record Seen(List<Challenge> challenges, List<Member> candidates, Set<MemberId> narrowed) {
        public Seen {
            challenges = List.copyOf(challenges);
            candidates = List.copyOf(candidates);
            narrowed = Set.copyOf(narrowed);
        }
    }

    /** What was challenged about a case, and what could be. The caller has asked for who reads it. */
    public Seen seen(Actor actor, CaseId id, Instant now) {
        return desk.read(
                actor,
                () -> new Seen(challenges.of(actor, id), candidates(actor, id, now), challenges.narrowed(actor, id)));
    }

    private List<Member> candidates(Actor actor, CaseId id, Instant now) {
        List<Involvement> ties = sharing.involvements(actor, id).stream()
                .filter(it -> it.at(now))
                .toList();
        Set<MemberId> members =
                ties.stream().map(Involvement::member).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<AgencyId> agencies =
                ties.stream().map(Involvement::agency).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<MemberId> out = sharing.excluded(actor, id);
        LocalDate today = UnitedKingdom.day(now);
        return partnerships.members(actor).stream()
                .filter(it -> it.memberOn(today)
                        && !it.id().value().equals(actor.member())
                        && !out.contains(it.id())
                        && Access.holds(Permission.SEE_CASE, it.roles()))
                .filter(it -> it.roles().contains(Role.PANEL_COORDINATOR)
                        || members.contains(it.id())
                        || agencies.contains(it.agency().id()))
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    /**
     * Challenges somebody's access, with the reason; the person is told, and whoever may see who reads the case finds it among their work.
     *
     * @param rests whether the person is kept out until somebody has looked
     */
    public Outcome<UUID> challenge(
            Actor actor, CaseId id, @Nullable MemberId member, String reason, @Nullable Boolean rests, Instant now) {
        List<Reason> faults = new Faults()
                .given("challenged", member, "casework.challenge.needs-member")
                .words("challenge-reason", reason, "casework.challenge.needs-reason")
                .given("rests", rests, "casework.challenge.needs-meanwhile")
                .found();
        return desk.change(actor, Permission.SEE_LOOKS, id, now, faults, () -> {
            Optional<Member> found = candidates(actor, id, now).stream()
                    .filter(it -> it.id().equals(member))
                    .findFirst();
            if (found.isEmpty()) {
                return Outcome.refused(Reason.about("challenged", "casework.challenge.does-not-see"));
            }
            if (Boolean.TRUE.equals(rests) && needed(actor, id, found.get(), now)) {
                return Outcome.refused(Reason.about("rests", "casework.challenge.needed"));
            }
            return challenges
                    .challenge(actor, id, found.get(), reason, Boolean.TRUE.equals(rests), now)
                    .map(challenge -> {
                        outbox.post(
                                actor,
                                Message.of(
                                        challenge.member(),
                                        challenge.rests()
                                                ? "casework.mail.challenged-rests"
                                                : "casework.mail.challenged",
                                        "/messages"),
                                now);
                        return challenge.id();
                    });
        });
    }

    /** Whether the child would be without anybody: who leads the case, and the last co-ordinator who works on it, go on doing so. */
    private boolean needed(Actor actor, CaseId id, Member member, Instant now) {
        if (cases.lead(actor, id).filter(member.id()::equals).isPresent()) {
            return true;
        }
        Set<MemberId> out = new HashSet<>(sharing.excluded(actor, id));
        out.addAll(challenges.narrowed(actor, id));
        LocalDate today = UnitedKingdom.day(now);
        return member.roles().contains(Role.PANEL_COORDINATOR)
                && partnerships.members(actor).stream()
                        .filter(it -> it.roles().contains(Role.PANEL_COORDINATOR) && it.memberOn(today))
                        .allMatch(it -> it.id().equals(member.id()) || out.contains(it.id()));
    }

    /**
     * Says what becomes of a challenged access; the person is told. Neither who leads the case nor its last
     * co-ordinator is kept out of it, or left to read it only: somebody else has to do that first.
     */
    public Outcome<UUID> review(
            Actor actor, CaseId id, UUID challenge, Challenge.@Nullable State to, String words, Instant now) {
        List<Reason> faults = new Faults()
                .given("review-" + challenge, to, "casework.access.needs-answer")
                .words("because-" + challenge, words, "casework.access.needs-words")
                .found();
        return desk.change(actor, Permission.SEE_LOOKS, id, now, faults, () -> {
            boolean goesOn = to == Challenge.State.CONFIRMED;
            Optional<Member> whose = challenges.of(actor, id).stream()
                    .filter(it -> it.id().equals(challenge))
                    .findFirst()
                    .flatMap(it -> partnerships.member(actor, it.member()));
            if (!goesOn && whose.isPresent() && needed(actor, id, whose.get(), now)) {
                return Outcome.refused(Reason.about("review-" + challenge, "casework.challenge.needed-still"));
            }
            return challenges
                    .review(actor, id, challenge, Objects.requireNonNull(to), words, now)
                    .map(reviewed -> {
                        outbox.post(
                                actor,
                                Message.of(
                                        reviewed.member(),
                                        switch (to) {
                                            case OPEN -> throw new IllegalStateException();
                                            case CONFIRMED -> "casework.mail.challenge-confirmed";
                                            case NARROWED -> "casework.mail.challenge-narrowed";
                                            case ENDED -> "casework.mail.challenge-ended";
                                        },
                                        to == Challenge.State.ENDED ? "/messages" : "/cases/" + id.value()),
                                now);
                        return challenge;
                    });
        });
    }

    /** What whoever reviews it chooses from. */
    public static List<Challenge.State> answers() {
        return Stream.of(Challenge.State.values())
                .filter(it -> it != Challenge.State.OPEN)
                .toList();
    }

    // My work

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        return challenges.waiting(actor, now).stream().map(it -> item(null, it)).toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return challenges.waiting(actor, now).stream()
                .filter(it -> it.caseId().equals(id))
                .map(it -> item(id, it))
                .toList();
    }

    private static WorkItem item(@Nullable CaseId shown, Challenge challenge) {
        return WorkItem.of(
                shown,
                "casework.work.review-challenge",
                "/cases/" + challenge.caseId().value() + "/readers",
                null,
                "SHR-3",
                challenge.memberName(),
                challenge.agencyName());
    }
}
