package org.holdfast.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Stage;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits in referrals: drafts for their writers; for the co-ordinator requests to approve, days to look again, referrals to send, to
 * accept and to compare with children known already, and sendings that could not be taken in; on a case also the young person to ask at
 * 18, whose birthday the clocks hold up to everybody (REF-3 to REF-6, NRM-20, NRM-24).
 */
@Component
class ReferralWork implements WorkSource {

    static final Set<ReferralState> WAITING = EnumSet.of(
            ReferralState.SCREENING_REQUESTED,
            ReferralState.NOT_SUBMITTED,
            ReferralState.READY_TO_SEND,
            ReferralState.AWAITING_RETURN);

    private static final Set<ReferralState> COMPARED = EnumSet.of(
            ReferralState.SCREENING_REQUESTED,
            ReferralState.NOT_SUBMITTED,
            ReferralState.READY_TO_SEND,
            ReferralState.AWAITING_RETURN,
            ReferralState.ACCEPTED_FOR_LOCAL_DECISION,
            ReferralState.CENTRAL_ROUTE,
            ReferralState.OUT_OF_SCOPE);

    private final Sharing sharing;
    private final Cases cases;
    private final Clocks clocks;
    private final HandwrittenReferrals handwritten;
    private final ScreeningStore store;

    ReferralWork(Sharing sharing, Cases cases, Clocks clocks, HandwrittenReferrals handwritten, ScreeningStore store) {
        this.sharing = sharing;
        this.cases = cases;
        this.clocks = clocks;
        this.handwritten = handwritten;
        this.store = store;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        List<WorkItem> work = new ArrayList<>();
        boolean handles = sharing.may(actor, Permission.HANDLE_REFERRAL);
        List<ScreeningStore.Waiting> waiting = handles ? store.waiting(actor, WAITING) : List.of();
        if (sharing.may(actor, Permission.MAKE_REFERRAL)) {
            work.addAll(begun(actor, handles ? ownDrafts(actor, waiting) : store.drafts(actor)));
        }
        if (handles) {
            work.addAll(of(actor, waiting, now));
            work.addAll(turnedEighteen(actor, clocks.running(actor, now)));
            int rejected = store.rejected(actor.partnership());
            if (rejected > 0) {
                work.add(WorkItem.of(
                        null,
                        "referrals.work.rejected",
                        "/referrals/rejected",
                        null,
                        "NRM-24",
                        String.valueOf(rejected)));
            }
        }
        return work;
    }

    private static List<ScreeningStore.Row> ownDrafts(Actor actor, List<ScreeningStore.Waiting> waiting) {
        return waiting.stream()
                .map(ScreeningStore.Waiting::row)
                .filter(row ->
                        row.state() == ReferralState.DRAFT && row.writer().equals(actor.member()))
                .toList();
    }

    private List<WorkItem> begun(Actor actor, List<ScreeningStore.Row> drafts) {
        return handwritten.begun(actor, drafts).stream()
                .map(draft -> WorkItem.of(
                        null,
                        draft.name().isEmpty() ? "referrals.work.draft" : "referrals.work.draft-about",
                        "/referrals/drafts/" + draft.id().value(),
                        null,
                        "REF-1",
                        draft.name()))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        List<WorkItem> work = new ArrayList<>(of(actor, store.ofCase(actor.partnership(), id), now));
        work.addAll(turnedEighteen(actor, clocks.of(actor, id, now)));
        return work;
    }

    private List<WorkItem> of(Actor actor, List<ScreeningStore.Waiting> referrals, Instant now) {
        Map<CaseId, List<RunningClock>> running = clocks.of(
                actor,
                referrals.stream()
                        .map(ScreeningStore.Waiting::row)
                        .filter(row -> row.state() == ReferralState.AWAITING_RETURN)
                        .map(ScreeningStore.Row::caseId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                now);
        List<WorkItem> work = new ArrayList<>();
        for (ScreeningStore.Waiting referral : referrals) {
            ScreeningStore.Row row = referral.row();
            next(row, running, now).ifPresent(work::add);
            if (referral.alike() && COMPARED.contains(row.state())) {
                work.add(item(row, "referrals.work.compare", null, "REF-4"));
            }
        }
        return work;
    }

    private static Optional<WorkItem> next(
            ScreeningStore.Row row, Map<CaseId, List<RunningClock>> running, Instant now) {
        return switch (row.state()) {
            case SCREENING_REQUESTED -> Optional.of(item(row, "referrals.work.screen", null, "REF-5"));
            case NOT_SUBMITTED ->
                Optional.ofNullable(row.lookAgainOn())
                        .filter(day -> !day.isAfter(UnitedKingdom.day(now)))
                        .map(day -> item(row, "referrals.work.look-again", UnitedKingdom.endOf(day), "REF-5"));
            case READY_TO_SEND -> Optional.of(item(row, "referrals.work.send", null, "REF-6"));
            case AWAITING_RETURN -> Optional.of(item(row, "referrals.work.accept", dueAt(row, running), "REF-6"));
            case CENTRAL_ROUTE,
                    OUT_OF_SCOPE,
                    DRAFT,
                    DISCARDED,
                    ACCEPTED_FOR_LOCAL_DECISION,
                    WITHDRAWN,
                    LINKED_AS_DUPLICATE -> Optional.empty();
        };
    }

    /** Young people who are 18 and undecided, and were not asked yet (NRM-20). */
    private List<WorkItem> turnedEighteen(Actor actor, Collection<RunningClock> clocksDue) {
        Set<CaseId> overdue = clocksDue.stream()
                .filter(clock -> clock.kind() == ClockKind.TURNS_EIGHTEEN && clock.state() == ClockState.OVERDUE)
                .map(RunningClock::caseId)
                .collect(Collectors.toSet());
        if (overdue.isEmpty()) {
            return List.of();
        }
        Map<CaseId, Stage> stages = cases.stages(actor, overdue);
        return store.ofCases(actor.partnership(), overdue).stream()
                .filter(row -> row.state() == ReferralState.ACCEPTED_FOR_LOCAL_DECISION)
                .filter(row -> stages.get(row.caseId()) != null
                        && stages.get(row.caseId()).undecided())
                .map(row -> item(row, "referrals.work.eighteen", null, "NRM-20"))
                .toList();
    }

    private static @Nullable Instant dueAt(ScreeningStore.Row row, Map<CaseId, List<RunningClock>> running) {
        CaseId caseId = row.caseId();
        return caseId == null
                ? null
                : running.getOrDefault(caseId, List.of()).stream()
                        .filter(clock -> clock.kind() == ClockKind.REFERRAL_RETURNED && clock.open())
                        .map(RunningClock::dueAt)
                        .findFirst()
                        .orElse(null);
    }

    private static WorkItem item(ScreeningStore.Row row, String key, @Nullable Instant dueAt, String rule) {
        return WorkItem.of(
                row.caseId(), key, "/referrals/" + row.id().value() + "/steps", dueAt, rule, row.writerName());
    }
}
