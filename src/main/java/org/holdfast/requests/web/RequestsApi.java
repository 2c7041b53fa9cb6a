package org.holdfast.requests.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.MeetingId;
import org.holdfast.pages.ApiProblems;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.holdfast.requests.AgencyReturn;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.QuestionState;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Requests for other programs: who has answered for a meeting, and an agency's own system handing in what it knows. */
@RestController
class RequestsApi {

    private final Requests requests;
    private final Returns returns;
    private final ApiProblems problems;
    private final InstantSource clock;

    RequestsApi(Requests requests, Returns returns, ApiProblems problems, InstantSource clock) {
        this.requests = requests;
        this.returns = returns;
        this.problems = problems;
        this.clock = clock;
    }

    /** One agency asked for a meeting. */
    record Line(
            UUID id,
            UUID agencyId,
            String agency,
            LocalDate dueOn,
            @Nullable Instant closedAt,
            boolean escalated,
            List<Child> children) {
        static Line of(Requests.Row row, Map<CaseId, String> names) {
            return new Line(
                    row.request().id().value(),
                    row.request().agency().value(),
                    row.request().agencyName(),
                    row.request().dueOn(),
                    row.request().closedAt(),
                    row.escalated(),
                    row.cells().entrySet().stream()
                            .map(it -> Child.of(it.getKey(), names.getOrDefault(it.getKey(), ""), it.getValue()))
                            .toList());
        }
    }

    /** One child that an agency is asked about. */
    record Child(
            UUID id,
            UUID caseId,
            String child,
            QuestionState state,
            boolean late,
            int version,
            @Nullable Instant settledAt) {
        static Child of(CaseId caseId, String name, Requests.Cell cell) {
            return new Child(
                    cell.question().id().value(),
                    caseId.value(),
                    name,
                    cell.question().state(),
                    cell.late(),
                    cell.version(),
                    cell.question().settledAt());
        }
    }

    /**
     * What a program hands in under one heading.
     *
     * @param whereabouts whether it says where the child lives or is; only those who may read that read it
     */
    record Part(
            @Nullable String text,
            @Nullable Boolean restricted,
            @Nullable String because,
            @Nullable Boolean whereabouts) {}

    /** What a program hands in about one child. */
    record Handed(
            @Nullable Boolean nothingKnown,
            @Nullable Map<Heading, Part> told,
            @Nullable String source,
            @Nullable LocalDate asOf,
            @Nullable Integer seenVersion) {}

    /** What was kept. */
    record Kept(UUID id, int version) {}

    @GetMapping("/api/v1/meetings/{id}/requests")
    @NeedsScope(ClientScope.MEETINGS_READ)
    ResponseEntity<?> board(Actor actor, @PathVariable UUID id) {
        return switch (requests.board(actor, new MeetingId(id), clock.instant())) {
            case Outcome.Refused<Requests.Board> refused -> problems.refused(refused);
            case Outcome.Done<Requests.Board>(Requests.Board board) ->
                ResponseEntity.ok(board.rows().stream()
                        .map(row -> Line.of(row, board.children()))
                        .toList());
        };
    }

    @PostMapping("/api/v1/requests/children/{question}/returns")
    @NeedsScope(ClientScope.REQUESTS_WRITE)
    ResponseEntity<?> handIn(Actor actor, @PathVariable UUID question, @RequestBody Handed handed) {
        QuestionId asked = new QuestionId(question);
        Instant now = clock.instant();
        Outcome<AgencyReturn> given = Boolean.TRUE.equals(handed.nothingKnown())
                ? returns.nothingKnown(actor, asked, now)
                : returns.handIn(actor, asked, draft(handed), Objects.requireNonNullElse(handed.seenVersion(), 0), now);
        return switch (given) {
            case Outcome.Refused<AgencyReturn> refused -> problems.refused(refused);
            case Outcome.Done<AgencyReturn>(AgencyReturn done) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Kept(done.id(), done.version()));
        };
    }

    private static ReturnDraft draft(Handed handed) {
        List<Told> told = new ArrayList<>();
        Map<Heading, Part> parts = handed.told();
        if (parts != null) {
            parts.forEach((heading, part) -> told.add(new Told(
                    heading,
                    text(part.text()),
                    Boolean.TRUE.equals(part.restricted()),
                    text(part.because()),
                    Boolean.TRUE.equals(part.whereabouts()))));
        }
        return new ReturnDraft(told, text(handed.source()), handed.asOf());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
