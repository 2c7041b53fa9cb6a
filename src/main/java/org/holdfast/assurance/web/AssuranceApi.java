package org.holdfast.assurance.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.AssuranceId;
import org.holdfast.assurance.AssuranceState;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.PointDraft;
import org.holdfast.assurance.PointKind;
import org.holdfast.assurance.Verdict;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.law.Outcome;
import org.holdfast.pages.ApiProblems;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assurance for programs of the competent authority: what waits, and the answer (NRM-11, SHR-5). */
@RestController
@RequestMapping("/api/v1/assurance")
class AssuranceApi {

    private final Assurances assurances;
    private final ApiProblems problems;
    private final InstantSource clock;

    AssuranceApi(Assurances assurances, ApiProblems problems, InstantSource clock) {
        this.assurances = assurances;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * A form that waits.
     *
     * @param sha256 of the form as it was sent
     */
    record Waiting(
            UUID id,
            OutcomeForm form,
            String sha256,
            Instant sentAt,
            @Nullable LocalDate dueOn) {}

    /**
     * An answer as it is handed in.
     *
     * @param verdict AGREED, RETURNED or NOT_CHOSEN
     */
    record Given(
            @Nullable String verdict,
            @Nullable String words,
            @Nullable List<@Nullable GivenPoint> points,
            @Nullable Boolean mustDecideAgain) {}

    /** @param kind such as REASONS or EVIDENCE */
    record GivenPoint(
            @Nullable String kind,
            @Nullable String section,
            @Nullable String text) {}

    @GetMapping
    @NeedsScope(ClientScope.ASSURANCE_READ)
    ResponseEntity<?> waiting(Actor actor) {
        return switch (assurances.inbox(actor, clock.instant())) {
            case Outcome.Done<List<Assurances.Line>>(List<Assurances.Line> lines) ->
                ResponseEntity.ok(lines.stream()
                        .filter(line -> line.assurance().state() == AssuranceState.WAITING)
                        .map(line -> new Waiting(
                                line.assurance().id().value(),
                                line.assurance().form(),
                                line.assurance().sha256(),
                                line.assurance().sentAt(),
                                line.dueOn()))
                        .toList());
            case Outcome.Refused<List<Assurances.Line>> refused -> problems.refused(refused);
        };
    }

    @PostMapping("/{id}/answer")
    @NeedsScope(ClientScope.ASSURANCE_WRITE)
    ResponseEntity<?> answer(Actor actor, @PathVariable UUID id, @RequestBody Given given) {
        List<PointDraft> points = Objects.requireNonNullElse(given.points(), List.<@Nullable GivenPoint>of()).stream()
                .filter(Objects::nonNull)
                .map(point -> new PointDraft(
                        constant(PointKind.class, point.kind()),
                        Objects.requireNonNullElse(point.section(), ""),
                        Objects.requireNonNullElse(point.text(), "")))
                .toList();
        AnswerDraft draft = AnswerDraft.own(
                constant(Verdict.class, given.verdict()),
                Objects.requireNonNullElse(given.words(), ""),
                points,
                Boolean.TRUE.equals(given.mustDecideAgain()));
        return switch (assurances.answer(actor, new AssuranceId(id), draft, clock.instant())) {
            case Outcome.Done<AssuranceId> _ -> ResponseEntity.ok(Map.of("id", id));
            case Outcome.Refused<AssuranceId> refused -> problems.refused(refused);
        };
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
