package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CourtDate;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Overviews;
import org.holdfast.casework.Route;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.law.Outcome;
import org.holdfast.pages.ApiProblems;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case for other programs. */
@RestController
class CaseApi {

    private final Overviews overviews;
    private final ApiProblems problems;
    private final InstantSource clock;

    CaseApi(Overviews overviews, ApiProblems problems, InstantSource clock) {
        this.overviews = overviews;
        this.problems = problems;
        this.clock = clock;
    }

    /** A case as it is sent: without where the child lives, and whether that must not be found. */
    record CaseJson(
            UUID id,
            UUID childId,
            Instant openedAt,
            Stage stage,
            Route route,
            @Nullable LocalDate nextCourtDate,
            boolean addressProtected,
            List<ClockJson> clocks,
            List<MilestoneJson> milestones) {}

    /** A clock as it is sent. */
    record ClockJson(
            ClockKind kind, String rule, Instant startedAt, Instant dueAt, ClockState state, String provision) {}

    /** Something that happened, as it is sent. */
    record MilestoneJson(Milestone milestone, Instant at) {}

    @GetMapping("/api/v1/cases/{caseId}")
    @NeedsScope(ClientScope.CASES_READ)
    ResponseEntity<?> show(Actor actor, @PathVariable UUID caseId) {
        return switch (overviews.account(actor, new CaseId(caseId), clock.instant())) {
            case Outcome.Refused<Overviews.Account> refused -> problems.refused(refused);
            case Outcome.Done<Overviews.Account>(Overviews.Account account) -> ResponseEntity.ok(json(account));
        };
    }

    private static CaseJson json(Overviews.Account account) {
        CourtDate court = account.nextCourt();
        return new CaseJson(
                account.id().value(),
                account.child().value(),
                account.openedAt(),
                account.stage(),
                account.stage().route(),
                court == null ? null : court.on(),
                account.addressProtected(),
                account.clocks().stream()
                        .map(one -> new ClockJson(
                                one.kind(), one.rule(), one.startedAt(), one.dueAt(), one.state(), one.provision()))
                        .toList(),
                account.milestones().stream()
                        .map(one -> new MilestoneJson(one.milestone(), one.at()))
                        .toList());
    }
}
