package org.holdfast.decisions.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.decisions.Position;
import org.holdfast.decisions.Reading;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.ApiProblems;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.NeedsScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions for programs: read one, hand in a vote, fetch the outcome form. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionApi {

    private final Decisions decisions;
    private final ApiProblems problems;
    private final InstantSource clock;

    DecisionApi(Decisions decisions, ApiProblems problems, InstantSource clock) {
        this.decisions = decisions;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * A vote as it is handed in.
     *
     * @param ground RG or CG
     * @param vote FOR or AGAINST
     * @param reasons the member's reasons
     * @param member whose vote it is; left out by a person voting, and where the program's agency has one voter in the room
     */
    record VoteGiven(
            @Nullable String ground,
            @Nullable String vote,
            @Nullable String reasons,
            @Nullable UUID member) {}

    @GetMapping("/{id}")
    @NeedsScope(ClientScope.DECISIONS_READ)
    ResponseEntity<?> read(Actor actor, @PathVariable UUID id) {
        return switch (decisions.read(actor, new DecisionId(id), clock.instant())) {
            case Outcome.Done<Reading>(Reading reading) -> ResponseEntity.ok(DecisionJson.of(reading));
            case Outcome.Refused<Reading>(List<Reason> why) -> problems.refused(why);
        };
    }

    /** A vote from a program is written down for its member, who confirms it. */
    @PostMapping("/{id}/votes")
    @NeedsScope(ClientScope.VOTES_WRITE)
    ResponseEntity<?> vote(Actor actor, @PathVariable UUID id, @RequestBody VoteGiven given) {
        Optional<Ground> ground = constant(Ground.class, given.ground());
        Optional<Position> position = constant(Position.class, given.vote());
        List<Reason> faults = new ArrayList<>();
        if (ground.isEmpty()) {
            faults.add(Reason.about("ground", "decisions.vote.ground-unknown"));
        }
        if (position.isEmpty()) {
            faults.add(Reason.about("vote", "decisions.vote.position-unknown"));
        }
        if (given.reasons() == null || given.reasons().isBlank()) {
            faults.add(Reason.about("reasons", "decisions.vote.reasons-missing"));
        }
        if (ground.isEmpty() || position.isEmpty() || given.reasons() == null || !faults.isEmpty()) {
            return problems.refused(faults);
        }
        DecisionId decision = new DecisionId(id);
        UUID member = given.member();
        Outcome<UUID> voted = actor.kind() == Actor.Kind.PERSON && member == null
                ? decisions.vote(actor, decision, ground.get(), position.get(), given.reasons(), clock.instant())
                : member == null
                        ? decisions.recordVote(
                                actor,
                                decision,
                                ground.get(),
                                new AgencyId(actor.agency()),
                                position.get(),
                                given.reasons(),
                                clock.instant())
                        : decisions.recordVote(
                                actor,
                                decision,
                                ground.get(),
                                new MemberId(member),
                                position.get(),
                                given.reasons(),
                                clock.instant());
        return switch (voted) {
            case Outcome.Done<UUID>(UUID vote) ->
                ResponseEntity.created(URI.create("/api/v1/decisions/" + id))
                        .body(Map.of("id", vote, "ground", ground.get(), "vote", position.get()));
            case Outcome.Refused<UUID>(List<Reason> why) -> problems.refused(why);
        };
    }

    @GetMapping("/{id}/outcome")
    @NeedsScope(ClientScope.DECISIONS_READ)
    ResponseEntity<?> outcome(Actor actor, @PathVariable UUID id) {
        return switch (decisions.outcome(actor, new DecisionId(id), clock.instant())) {
            case Outcome.Done<OutcomeForm>(var form) -> ResponseEntity.ok(form);
            case Outcome.Refused<OutcomeForm>(List<Reason> why) -> problems.refused(why);
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
