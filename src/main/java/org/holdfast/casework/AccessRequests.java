package org.holdfast.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Practice;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to who can see a child's case and why, to asking for it, and to emergency access (SHR-3). The case holder is the lead
 * professional, and the panel co-ordinator beside and where nobody leads yet.
 */
@Component
public final class AccessRequests implements WorkSource {

    private final CaseDesk desk;
    private final Sharing sharing;
    private final Cases cases;
    private final Agreements agreements;
    private final Partnerships partnerships;
    private final Outbox outbox;
    private final AccessStore store;
    private final Supplier<UUID> ids;

    AccessRequests(
            CaseDesk desk,
            Sharing sharing,
            Cases cases,
            Agreements agreements,
            Partnerships partnerships,
            Outbox outbox,
            AccessStore store,
            Supplier<UUID> ids) {
        this.desk = desk;
        this.sharing = sharing;
        this.cases = cases;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.outbox = outbox;
        this.store = store;
        this.ids = ids;
    }

    /**
     * One reason for which somebody can see the case now.
     *
     * @param member the person; null where the whole agency is meant
     * @param who a person or an agency, by name
     * @param agency of the person, by name; empty where the whole agency is meant
     * @param until when it ends; null while nobody has ended it
     * @param missing the agreement without which it opens nothing now (SHR-1); null where none is missing
     */
    public record Tie(
            @Nullable MemberId member,
            String who,
            String agency,
            Basis basis,
            Instant from,
            @Nullable Instant until,
            @Nullable Reason missing) {}

    /**
     * Who can see the case.
     *
     * @param ties everybody who needs to know, with why and until when
     * @param coordinators whose office covers every case, but those kept out
     * @param excluded who is kept out whatever the reason
     * @param requests to see it, and emergency access, the newest first
     * @param mayDecide whether the reader holds the case and so answers requests
     */
    public record Readers(
            List<Tie> ties,
            List<Member> coordinators,
            List<Member> excluded,
            List<AccessRequest> requests,
            boolean mayDecide) {
        public Readers {
            ties = List.copyOf(ties);
            coordinators = List.copyOf(coordinators);
            excluded = List.copyOf(excluded);
            requests = List.copyOf(requests);
        }
    }

    /** Who can see the case and why, for whoever holds it and for information governance. */
    public Outcome<Readers> readers(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.READERS, now, () -> {
            Map<MemberId, Member> members = new HashMap<>();
            partnerships.members(actor).forEach(it -> members.put(it.id(), it));
            Map<AgencyId, String> agencies =
                    partnerships.agencies(actor).stream().collect(Collectors.toMap(Agency::id, Agency::name));
            Set<MemberId> out = sharing.excluded(actor, id);
            LocalDate today = UnitedKingdom.day(now);
            List<Tie> ties = sharing.involvements(actor, id).stream()
                    .filter(it -> it.at(now))
                    .filter(it -> it.member() == null || !out.contains(it.member()))
                    .map(it -> tie(actor, it, members, agencies, today))
                    .sorted(Comparator.comparing(Tie::basis).thenComparing(Tie::who))
                    .toList();
            return new Readers(
                    ties,
                    members.values().stream()
                            .filter(it -> it.roles().contains(Role.PANEL_COORDINATOR) && it.memberOn(today))
                            .filter(it -> !out.contains(it.id()))
                            .sorted(Comparator.comparing(Member::name))
                            .toList(),
                    members.values().stream()
                            .filter(it -> out.contains(it.id()))
                            .sorted(Comparator.comparing(Member::name))
                            .toList(),
                    store.of(actor.partnership(), id),
                    holds(actor, id));
        });
    }

    private Tie tie(
            Actor actor,
            Involvement of,
            Map<MemberId, Member> members,
            Map<AgencyId, String> agencies,
            LocalDate today) {
        AgencyId agency = of.agency();
        Member member = members.get(of.member());
        String who = agency != null ? agencies.getOrDefault(agency, "") : member == null ? "" : member.name();
        AgencyId sharer =
                agency != null || member == null ? agency : member.agency().id();
        return new Tie(
                of.member(),
                who,
                member == null ? "" : member.agency().name(),
                of.basis(),
                of.from(),
                of.until(),
                sharer == null
                                || !of.basis().betweenAgencies()
                                || agreements
                                        .inForce(actor, of.purpose(), today)
                                        .contains(sharer)
                        ? null
                        : Agreements.missing(agencies.getOrDefault(sharer, ""), of.purpose()));
    }

    /**
     * What somebody is told who has no tie to a child: that the child is known, and whom to ask (SHR-3).
     *
     * @param asked what the actor has asked already and is not answered
     * @param hours for how long emergency access would open the case
     */
    public record Notice(String ask, Optional<AccessRequest> asked, int hours) {}

    /** That the child is known and whom to ask; nothing of the child. */
    public Outcome<Notice> notice(Actor actor, CaseId id, Instant now) {
        return desk.change(actor, Permission.ASK_ACCESS, id, now, () -> {
            desk.record(actor, now, new CaseEvent.CaseSeen(id.value(), CasePart.NOTICE));
            return Outcome.done(new Notice(
                    cases.lead(actor, id)
                            .flatMap(lead -> partnerships.member(actor, lead))
                            .map(lead -> lead.agency().name())
                            .orElse(""),
                    waiting(actor, id),
                    practice(actor).hoursOfEmergencyAccess()));
        });
    }

    private Optional<AccessRequest> waiting(Actor actor, CaseId id) {
        return store.of(actor.partnership(), id).stream()
                .filter(it ->
                        it.state() == AccessState.ASKED && it.member().value().equals(actor.member()))
                .findFirst();
    }

    /** Asks the case holder to be let in, with the reason. */
    public Outcome<UUID> ask(Actor actor, CaseId id, String reason, Instant now) {
        return desk.change(actor, Permission.ASK_ACCESS, id, now, reasoned(reason), () -> {
            if (waiting(actor, id).isPresent()) {
                return Outcome.refused(Reason.of("casework.access.asked-already", "SHR-3"));
            }
            AccessRequest request = request(actor, id, AccessState.ASKED, reason, null, now);
            store.add(actor.partnership(), request);
            desk.record(actor, now, new CaseEvent.AccessAsked(id.value(), request.id()));
            tellHolders(actor, id, "casework.mail.access-asked", now);
            return Outcome.done(request.id());
        });
    }

    /**
     * Takes emergency access: the case opens at once for as long as the profile says; its holder is told, and somebody else reviews it. Whoever
     * is kept out of the case stays out.
     */
    public Outcome<UUID> emergency(Actor actor, CaseId id, String reason, Instant now) {
        return desk.change(actor, Permission.ASK_ACCESS, id, now, reasoned(reason), () -> {
            Instant until = now.plus(Duration.ofHours(practice(actor).hoursOfEmergencyAccess()));
            AccessRequest request = request(actor, id, AccessState.TAKEN, reason, until, now);
            store.add(actor.partnership(), request);
            sharing.involve(
                    actor, id, new Involvement(new MemberId(actor.member()), null, Basis.EMERGENCY, now, until), now);
            desk.record(actor, now, new CaseEvent.EmergencyAccessTaken(id.value(), request.id(), until));
            tellHolders(actor, id, "casework.mail.emergency", now);
            return Outcome.done(request.id());
        });
    }

    /**
     * Answers a request, as the holder of the case, or reviews emergency access, as anybody but who took it. What is allowed ends by itself;
     * what was not justified ends at once.
     */
    public Outcome<UUID> decide(
            Actor actor, CaseId id, UUID request, @Nullable AccessCommand command, String words, Instant now) {
        List<Reason> faults = new Faults()
                .given("answer-" + request, command, "casework.access.needs-answer")
                .words("words-" + request, words, "casework.access.needs-words")
                .found();
        return desk.change(actor, Permission.SEE_LOOKS, id, now, () -> {
            Optional<AccessRequest> found = store.lock(actor.partnership(), id, request);
            if (found.isEmpty() || !mayDecide(actor, found.get())) {
                return sharing.refuse(actor, Permission.SEE_LOOKS, id, now);
            }
            if (command == null || !faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            return AccessLife.after(found.get().state(), command).map(to -> {
                decided(actor, found.get(), to, words, now);
                return request;
            });
        });
    }

    private void decided(Actor actor, AccessRequest before, AccessState to, String words, Instant now) {
        Instant until = before.until();
        if (to == AccessState.ALLOWED) {
            until = now.plus(Duration.ofDays(practice(actor).daysOfAllowedAccess()));
            sharing.involve(
                    actor, before.caseId(), new Involvement(before.member(), null, Basis.ALLOWED, now, until), now);
        } else if (to == AccessState.NOT_JUSTIFIED) {
            sharing.release(actor, before.caseId(), before.member(), null, Basis.EMERGENCY, now);
        }
        store.save(actor.partnership(), before.decided(to, actor.name(), words.strip(), until, now));
        desk.record(actor, now, new CaseEvent.AccessDecided(before.caseId().value(), before.id(), to));
        outbox.post(
                actor,
                Message.of(
                        before.member(),
                        "casework.mail.access-decided",
                        (to == AccessState.ALLOWED ? "/cases/" : "/access/")
                                + before.caseId().value()),
                now);
    }

    /** The holder answers who asked; emergency access is reviewed by the holder or information governance, and never by who took it. */
    private boolean mayDecide(Actor actor, AccessRequest request) {
        return !request.member().value().equals(actor.member())
                && (holds(actor, request.caseId())
                        || request.state() != AccessState.ASKED && actor.is(Role.INFORMATION_GOVERNANCE));
    }

    /** Whether the actor may say something about it now: for the page. */
    public boolean decides(Actor actor, AccessRequest request) {
        return request.state().waits() && mayDecide(actor, request);
    }

    private boolean holds(Actor actor, CaseId id) {
        return actor.is(Role.PANEL_COORDINATOR)
                || cases.lead(actor, id)
                        .filter(lead -> lead.value().equals(actor.member()))
                        .isPresent();
    }

    private static List<Reason> reasoned(String reason) {
        return new Faults()
                .words("reason", reason, "casework.access.needs-reason")
                .found();
    }

    private AccessRequest request(
            Actor actor, CaseId id, AccessState state, String reason, @Nullable Instant until, Instant now) {
        return new AccessRequest(
                ids.get(),
                id,
                new MemberId(actor.member()),
                actor.name(),
                actor.agencyName(),
                state,
                reason.strip(),
                now,
                until,
                "",
                "",
                null);
    }

    private Practice practice(Actor actor) {
        return partnerships.profile(actor.partnership()).practice();
    }

    /** Writes to the lead professional; where nobody leads, to the co-ordinators. Who is kept out is not written to. */
    private void tellHolders(Actor actor, CaseId id, String key, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        Set<MemberId> to = new HashSet<>();
        cases.lead(actor, id).ifPresent(to::add);
        if (to.isEmpty()) {
            partnerships.members(actor).stream()
                    .filter(it -> it.roles().contains(Role.PANEL_COORDINATOR) && it.memberOn(today))
                    .forEach(it -> to.add(it.id()));
        }
        to.removeAll(sharing.excluded(actor, id));
        to.forEach(member -> outbox.post(actor, Message.of(member, key, "/cases/" + id.value() + "/readers"), now));
    }

    // My work

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        if (!actor.is(Role.PANEL_COORDINATOR)
                && !actor.is(Role.INFORMATION_GOVERNANCE)
                && !actor.is(Role.SOCIAL_WORKER)) {
            return List.of();
        }
        List<AccessRequest> waiting = store.waiting(actor.partnership());
        Set<CaseId> out = waiting.isEmpty()
                ? Set.of()
                : sharing.keptOutOf(
                        actor, waiting.stream().map(AccessRequest::caseId).collect(Collectors.toSet()));
        List<WorkItem> work = new ArrayList<>();
        for (AccessRequest request : waiting) {
            if (!out.contains(request.caseId()) && mayDecide(actor, request)) {
                work.add(item(null, request));
            }
        }
        return work;
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return holds(actor, id)
                ? store.of(actor.partnership(), id).stream()
                        .filter(it -> decides(actor, it))
                        .map(it -> item(id, it))
                        .toList()
                : List.of();
    }

    private static WorkItem item(@Nullable CaseId shown, AccessRequest request) {
        return WorkItem.of(
                shown,
                request.state() == AccessState.TAKEN ? "casework.work.review-emergency" : "casework.work.access-asked",
                "/cases/" + request.caseId().value() + "/readers",
                request.until(),
                "SHR-3",
                request.memberName(),
                request.agencyName());
    }
}
