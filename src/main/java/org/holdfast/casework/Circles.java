package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.People;
import org.holdfast.people.Warning;
import org.holdfast.people.WarningKind;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the circle around a child: the lead professional, the people and agencies involved, who is kept out, and the warnings that
 * everybody must know. Who has an account and joins the circle may open the case; who leaves it may not (SHR-3).
 */
@Component
public final class Circles {

    private final CaseDesk desk;
    private final Cases cases;
    private final CaseStore caseStore;
    private final CircleStore store;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final People people;
    private final Supplier<UUID> ids;

    Circles(
            CaseDesk desk,
            Cases cases,
            CaseStore caseStore,
            CircleStore store,
            Sharing sharing,
            Partnerships partnerships,
            People people,
            Supplier<UUID> ids) {
        this.desk = desk;
        this.cases = cases;
        this.caseStore = caseStore;
        this.store = store;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.people = people;
        this.ids = ids;
    }

    /**
     * The circle of a case.
     *
     * @param lead the lead professional; null until one is named
     * @param excluded who is kept out, for those who may see it; empty for the others
     * @param version of the naming of the lead
     */
    public record Circle(@Nullable Member lead, List<Party> parties, List<Member> excluded, int version) {
        public Circle {
            parties = List.copyOf(parties);
            excluded = List.copyOf(excluded);
        }

        Circle as(FieldReader reader) {
            return new Circle(
                    lead, parties.stream().map(party -> party.as(reader)).toList(), excluded, version);
        }
    }

    /** The circle, for somebody who looks at it. */
    public Outcome<Circle> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.PEOPLE, now, () -> circle(actor, id).as(sharing.shown(actor, id, now)));
    }

    /** The circle, whole: for names and tasks, not to be shown as it is. The caller has asked for the case. */
    public Circle circle(Actor actor, CaseId id) {
        return desk.read(actor, () -> {
            CaseStore.Row row = cases.row(actor, id);
            MemberId lead = row.lead();
            List<Member> excluded = List.of();
            if (sharing.may(actor, Permission.EXCLUDE)) {
                var out = sharing.excluded(actor, id);
                if (!out.isEmpty()) {
                    excluded = partnerships.members(actor).stream()
                            .filter(member -> out.contains(member.id()))
                            .toList();
                }
            }
            return new Circle(
                    lead == null ? null : partnerships.member(actor, lead).orElse(null),
                    store.parties(actor.partnership(), id),
                    excluded,
                    row.version());
        });
    }

    /** Names the lead professional, who from now on may open the case. */
    public Outcome<MemberId> lead(Actor actor, CaseId id, @Nullable MemberId lead, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                () -> current(actor, id, lead, "lead", now).then(member -> {
                    Optional<MemberId> before = cases.lead(actor, id);
                    if (before.filter(member.id()::equals).isPresent()) {
                        return Outcome.done(member.id());
                    }
                    if (!caseStore.lead(actor.partnership(), id, member.id(), seen)) {
                        return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                    }
                    LocalDate today = UnitedKingdom.day(now);
                    store.parties(actor.partnership(), id).stream()
                            .filter(party -> party.capacity() == Capacity.LEAD_PROFESSIONAL && party.until() == null)
                            .forEach(party -> leave(actor, id, party, today, now));
                    store.add(
                            actor.partnership(),
                            id,
                            ids.get(),
                            new PartyDraft(
                                    Capacity.LEAD_PROFESSIONAL,
                                    member.name(),
                                    member.id(),
                                    null,
                                    member.agency().name(),
                                    "",
                                    today));
                    sharing.involve(actor, id, Involvement.of(member.id(), Basis.ASSIGNED, now), now);
                    desk.record(
                            actor,
                            now,
                            new CaseEvent.LeadProfessionalNamed(
                                    id.value(), member.id().value()));
                    return Outcome.done(member.id());
                }));
    }

    /** Brings a person or agency to the child's side. With an account, or an agency of the partnership, they may now open the case. */
    public Outcome<UUID> join(Actor actor, CaseId id, PartyDraft draft, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, draft.faults(), () -> {
            MemberId member = draft.member();
            AgencyId agency = draft.agency();
            if (member != null) {
                Outcome<Member> allowed = current(actor, id, member, "member", now);
                if (allowed instanceof Outcome.Refused<Member> refused) {
                    return Outcome.refused(refused.reasons());
                }
                sharing.involve(actor, id, Involvement.of(member, Basis.ASSIGNED, now), now);
            } else if (agency != null) {
                if (partnerships.agencies(actor).stream().map(Agency::id).noneMatch(agency::equals)) {
                    return Outcome.refused(Reason.about("agency", "casework.party.no-such-agency"));
                }
                sharing.involve(actor, id, Involvement.of(agency, Basis.AGENCY, now), now);
            }
            UUID party = ids.get();
            store.add(actor.partnership(), id, party, draft);
            desk.record(actor, now, new CaseEvent.PartyJoined(id.value(), party, requireNonNull(draft.capacity())));
            return Outcome.done(party);
        });
    }

    /** Records that a person or agency is no longer involved, and closes the case to them unless something else opens it. */
    public Outcome<UUID> leave(Actor actor, CaseId id, UUID party, int seen, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                () -> CaseDesk.found(store.parties(actor.partnership(), id).stream()
                                .filter(one -> one.id().equals(party))
                                .findFirst())
                        .then(leaving -> {
                            if (leaving.capacity() == Capacity.LEAD_PROFESSIONAL && leaving.until() == null) {
                                return Outcome.refused(Reason.of("casework.party.lead-is-replaced", ""));
                            }
                            if (leaving.version() != seen || !leave(actor, id, leaving, UnitedKingdom.day(now), now)) {
                                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
                            }
                            return Outcome.done(party);
                        }));
    }

    /** Keeps somebody out of the case by name, whatever their role (NRM-22). */
    public Outcome<MemberId> exclude(Actor actor, CaseId id, @Nullable MemberId member, String reason, Instant now) {
        List<Reason> faults = new Faults()
                .given("excluded", member, "casework.exclude.needs-member")
                .words("reason", reason, "casework.exclude.needs-reason")
                .found();
        return desk.change(actor, Permission.EXCLUDE, id, now, faults, () -> {
            MemberId out = requireNonNull(member);
            if (partnerships.member(actor, out).isEmpty()) {
                return Outcome.refused(Reason.about("excluded", "casework.party.no-such-member"));
            }
            if (cases.lead(actor, id).filter(out::equals).isPresent()) {
                return Outcome.refused(Reason.about("excluded", "casework.exclude.is-lead"));
            }
            if (out.value().equals(actor.member())) {
                return Outcome.refused(Reason.about("excluded", "casework.exclude.is-you"));
            }
            sharing.exclude(actor, id, out, reason, now);
            return Outcome.done(out);
        });
    }

    /** Lets somebody in again who was kept out. */
    public Outcome<MemberId> admit(Actor actor, CaseId id, MemberId member, Instant now) {
        return desk.change(actor, Permission.EXCLUDE, id, now, () -> {
            sharing.liftExclusion(actor, id, member, now);
            return Outcome.done(member);
        });
    }

    /** Gives a warning that everybody who opens the case sees, to be looked at again by a day. */
    public Outcome<Warning> warn(
            Actor actor,
            CaseId id,
            @Nullable WarningKind kind,
            String text,
            @Nullable LocalDate reviewOn,
            Instant now) {
        List<Reason> faults = new Faults()
                .given("kind", kind, "casework.warning.needs-kind")
                .line("text", text, "casework.warning.needs-text")
                .given("reviewOn", reviewOn, "casework.warning.needs-review")
                .found();
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                faults,
                () -> people.warn(
                        actor, cases.childOf(actor, id), requireNonNull(kind), text, requireNonNull(reviewOn), now));
    }

    /** Says that a warning still holds, and when it is looked at again. */
    public Outcome<UUID> review(Actor actor, CaseId id, UUID warning, @Nullable LocalDate reviewOn, Instant now) {
        List<Reason> faults = new Faults()
                .given("reviewOn", reviewOn, "casework.warning.needs-review")
                .found();
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                faults,
                () -> people.reviewWarning(actor, cases.childOf(actor, id), warning, requireNonNull(reviewOn), now));
    }

    /** Ends a warning that no longer holds. */
    public Outcome<UUID> endWarning(Actor actor, CaseId id, UUID warning, String because, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                () -> people.endWarning(actor, cases.childOf(actor, id), warning, because, now));
    }

    /** Somebody who is a member today and is not kept out of the case. */
    private Outcome<Member> current(Actor actor, CaseId id, @Nullable MemberId member, String field, Instant now) {
        if (member == null) {
            return Outcome.refused(Reason.about(field, "casework.party.needs-member"));
        }
        Optional<Member> found = partnerships.member(actor, member).filter(one -> one.memberOn(UnitedKingdom.day(now)));
        if (found.isEmpty()) {
            return Outcome.refused(Reason.about(field, "casework.party.no-such-member"));
        }
        return sharing.excluded(actor, id, member)
                ? Outcome.refused(Reason.about(
                        field, "casework.party.excluded", found.get().name()))
                : Outcome.done(found.get());
    }

    private boolean leave(Actor actor, CaseId id, Party leaving, LocalDate until, Instant now) {
        LocalDate last = until.isBefore(leaving.since()) ? leaving.since() : until;
        if (!store.end(actor.partnership(), leaving.id(), last, leaving.version())) {
            return false;
        }
        List<Party> staying = store.parties(actor.partnership(), id).stream()
                .filter(party -> party.until() == null)
                .toList();
        MemberId member = leaving.member();
        AgencyId agency = leaving.agency();
        if (member != null && staying.stream().noneMatch(party -> member.equals(party.member()))) {
            sharing.release(actor, id, member, null, Basis.ASSIGNED, now);
        } else if (agency != null && staying.stream().noneMatch(party -> agency.equals(party.agency()))) {
            sharing.release(actor, id, null, agency, Basis.AGENCY, now);
        }
        desk.record(actor, now, new CaseEvent.PartyLeft(id.value(), leaving.id(), last));
        return true;
    }
}
