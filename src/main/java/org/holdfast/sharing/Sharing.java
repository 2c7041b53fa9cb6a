package org.holdfast.sharing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Readings;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to every other door: may this person see or do this, and why. Every refusal goes on the ledger with its reason, and reaches
 * the person as the same answer that a thing gives which does not exist.
 */
@Component
public final class Sharing {

    /** The one answer to whoever may not: whether the thing is missing or closed cannot be told. */
    public static final Reason NOT_FOUND = Reason.of("sharing.not-found", "SHR-3");

    private final Ledger ledger;
    private final SharingStore store;
    private final AgreementStore agreements;
    private final Partnerships partnerships;

    Sharing(Ledger ledger, SharingStore store, AgreementStore agreements, Partnerships partnerships) {
        this.ledger = ledger;
        this.store = store;
        this.agreements = agreements;
        this.partnerships = partnerships;
    }

    /** Asks for something about one case. */
    public Outcome<Access.Granted> ask(Actor actor, Permission permission, CaseId caseId, Instant now) {
        return ask(actor, permission, caseId, List.of(), null, now);
    }

    /** Asks for something about one case for a purpose that the asking knows, such as that of the meeting whose pack it is (SHR-1). */
    public Outcome<Access.Granted> ask(
            Actor actor, Permission permission, CaseId caseId, Purpose purpose, Instant now) {
        return ask(actor, permission, caseId, List.of(), purpose, now);
    }

    /**
     * Asks for something about one case on the strength of what the caller knows and the wall does not keep, such as an action that is
     * the actor's to do.
     *
     * @param known further involvements of the actor, for this question only
     */
    public Outcome<Access.Granted> ask(
            Actor actor, Permission permission, CaseId caseId, List<Involvement> known, Instant now) {
        return ask(actor, permission, caseId, known, null, now);
    }

    private Outcome<Access.Granted> ask(
            Actor actor,
            Permission permission,
            CaseId caseId,
            List<Involvement> known,
            @Nullable Purpose purpose,
            Instant now) {
        return ledger.within(actor, () -> {
            Access access = Access.decide(
                    question(actor, permission, standings(actor, Set.of(caseId)).get(caseId), known, purpose, now));
            return switch (access) {
                case Access.Granted granted -> Outcome.done(granted);
                case Access.Denied(Access.Why why, @Nullable Purpose missing) -> {
                    ledger.record(actor, now, new SharingEvent.AccessRefused(caseId.value(), permission, why, missing));
                    // whoever is tied to the case knows of it, and is told which agreement is missing
                    yield Outcome.refused(
                            missing == null ? NOT_FOUND : Agreements.missing(actor.agencyName(), missing));
                }
            };
        });
    }

    /** Asks for something that is not about one case. */
    public Outcome<Access.Granted> ask(Actor actor, Permission permission, Instant now) {
        if (may(actor, permission)) {
            return Outcome.done(new Access.Granted(Basis.OFFICE));
        }
        return ledger.within(actor, () -> {
            ledger.record(actor, now, new SharingEvent.AccessRefused(null, permission, Access.Why.ROLE, null));
            return Outcome.refused(NOT_FOUND);
        });
    }

    /**
     * Refuses what the actor asked for and a door knows to be for somebody else, such as another's draft: it stands on the ledger like every
     * refusal (GOV-7), and reads like what is missing. A door that cannot tell it from what is missing refuses both so.
     *
     * @param caseId null where it is about no one case
     */
    public <T> Outcome<T> refuse(Actor actor, Permission permission, @Nullable CaseId caseId, Instant now) {
        return refuse(actor, permission, caseId, Access.Why.NEED_TO_KNOW, NOT_FOUND, now);
    }

    /**
     * Refuses a step to somebody who may see the thing, because it is for others to take: it stands on the ledger like every refusal (GOV-7), and
     * says whose step it is, as there is nothing to hide.
     *
     * @param whose says whose step it is
     */
    public <T> Outcome<T> leaveToOthers(Actor actor, Permission permission, CaseId caseId, Reason whose, Instant now) {
        return refuse(actor, permission, caseId, Access.Why.FOR_OTHERS, whose, now);
    }

    private <T> Outcome<T> refuse(
            Actor actor, Permission permission, @Nullable CaseId caseId, Access.Why why, Reason told, Instant now) {
        return ledger.within(actor, () -> {
            ledger.record(
                    actor,
                    now,
                    new SharingEvent.AccessRefused(caseId == null ? null : caseId.value(), permission, why, null));
            return Outcome.refused(told);
        });
    }

    /** Whether the actor holds a role for it: for navigation and buttons. The door asks again. */
    public boolean may(Actor actor, Permission permission) {
        return Access.holds(permission, actor.roles());
    }

    /** Those of the cases that the actor may see so, for lists; a case that is not known is not among them. Nothing is recorded, as nothing is refused. */
    public Set<CaseId> visible(Actor actor, Permission permission, Collection<CaseId> cases, Instant now) {
        return visible(actor, permission, cases, null, now);
    }

    /** As {@link #visible(Actor, Permission, Collection, Instant)}, for a purpose that the asking knows; null for what the ties are for. */
    public Set<CaseId> visible(
            Actor actor, Permission permission, Collection<CaseId> cases, @Nullable Purpose purpose, Instant now) {
        if (cases.isEmpty() || !may(actor, permission)) {
            return Set.of();
        }
        return ledger.within(
                actor,
                () -> standings(actor, cases).entrySet().stream()
                        .filter(standing ->
                                Access.decide(question(actor, permission, standing.getValue(), List.of(), purpose, now))
                                        instanceof Access.Granted)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /** What the actor reads of the fields of a case. The caller has asked for the case; nothing is recorded. */
    public FieldReader fields(Actor actor, CaseId caseId, Instant now) {
        return requireNonNull(fields(actor, Set.of(caseId), now).get(caseId));
    }

    /** What the actor reads of the fields of each of the cases; of one that is not known, nothing. */
    public Map<CaseId, FieldReader> fields(Actor actor, Collection<CaseId> cases, Instant now) {
        return ledger.within(actor, () -> {
            Map<CaseId, SharingStore.Standing> standings = standings(actor, cases);
            Map<CaseId, FieldReader> readers = new HashMap<>();
            for (CaseId caseId : cases) {
                SharingStore.Standing standing = standings.getOrDefault(
                        caseId, new SharingStore.Standing(true, false, List.of(), FieldAccess.Protection.PROTECTED));
                readers.put(caseId, reader(actor, standing, now));
            }
            return readers;
        });
    }

    /**
     * What the actor reads of the fields of a case, where they are about to be shown where the child lives or is; where the address is protected
     * and the actor reads it, the ledger says so with a line of its own.
     */
    public FieldReader shown(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(actor, () -> {
            FieldReader reader = fields(actor, caseId, now);
            if (reader.addressProtected() && reader.reads(DataClass.HOME_AND_WHEREABOUTS)) {
                ledger.record(actor, now, new SharingEvent.ProtectedAddressSeen(caseId.value()));
            }
            return reader;
        });
    }

    /**
     * Asks for something that holds fields of every class and cannot be taken apart, such as a form as it came. Whoever may not read all of
     * it gets the same answer as where there is none.
     *
     * @param givenBy the agency that gave it; null where that is nobody in particular
     */
    public Outcome<FieldReader> askForEveryField(Actor actor, CaseId caseId, @Nullable AgencyId givenBy, Instant now) {
        return ledger.within(actor, () -> {
            FieldReader reader = shown(actor, caseId, now);
            List<DataClass> heldBack = Arrays.stream(DataClass.values())
                    .filter(field -> !reader.reads(field, givenBy))
                    .toList();
            if (heldBack.isEmpty()) {
                return Outcome.done(reader);
            }
            ledger.record(actor, now, new SharingEvent.FieldsRefused(caseId.value(), heldBack));
            return Outcome.refused(NOT_FOUND);
        });
    }

    private FieldReader reader(Actor actor, SharingStore.Standing standing, Instant now) {
        Set<Basis> ties = standing.involvements().stream()
                .filter(it -> it.at(now))
                .map(Involvement::basis)
                .collect(Collectors.toSet());
        boolean office = actor.is(Role.PANEL_COORDINATOR);
        AgencyId agency = new AgencyId(actor.agency());
        Set<DataClass> agreed = office || ties.isEmpty() ? Set.of() : agreed(actor, now);
        AgencyKind kind = office || ties.stream().noneMatch(Basis::betweenAgencies) ? AgencyKind.OTHER : kind(actor);
        return FieldReader.of(
                agency,
                standing.address() != FieldAccess.Protection.OPEN,
                field -> new FieldAccess.Question(
                        field,
                        actor.roles(),
                        kind,
                        standing.excluded(),
                        ties,
                        agreed,
                        FieldAccess.Owner.OTHERS,
                        standing.address()));
    }

    /** What the agreements in force cover to which the actor's agency is party. */
    private Set<DataClass> agreed(Actor actor, Instant now) {
        return agreements.latest(actor.partnership()).stream()
                .filter(it -> it.inForce(UnitedKingdom.day(now)))
                .filter(it -> it.parties().contains(new AgencyId(actor.agency())))
                .flatMap(it -> it.dataClasses().stream())
                .collect(Collectors.toSet());
    }

    private AgencyKind kind(Actor actor) {
        return partnerships
                .agencyKinds(actor.partnership())
                .getOrDefault(new AgencyId(actor.agency()), AgencyKind.OTHER);
    }

    /** The mark that protects a child's address, if it is protected. The caller has asked for the case. */
    public Optional<ProtectedAddress> protectedAddress(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.protectedAddress(actor.partnership(), caseId));
    }

    /**
     * Protects a child's address and whereabouts from now on. The reason stays with the mark, not on the ledger. The caller has asked for the case.
     *
     * @param agencies those that read it too, besides whoever is assigned to the child and the co-ordinator's office
     * @return whether it was not protected before
     */
    public boolean protectAddress(Actor by, CaseId caseId, Set<AgencyId> agencies, String because, Instant now) {
        return ledger.within(by, () -> {
            boolean made = store.protect(by, caseId, agencies, because, now);
            if (made) {
                ledger.record(
                        by,
                        now,
                        new SharingEvent.AddressProtected(
                                caseId.value(),
                                agencies.stream().map(AgencyId::value).sorted().toList()));
            }
            return made;
        });
    }

    /**
     * Lifts the mark that protects a child's address, with the reason. The caller has asked for the case.
     *
     * @param number of the mark that was shown
     * @return whether that mark stood
     */
    public boolean liftProtection(Actor by, CaseId caseId, int number, String because, Instant now) {
        return ledger.within(by, () -> {
            boolean lifted = store.liftProtection(by, caseId, number, because, now);
            if (lifted) {
                ledger.record(by, now, new SharingEvent.AddressProtectionLifted(caseId.value()));
            }
            return lifted;
        });
    }

    /** Makes a case known to the wall of need to know: called once, when the case is opened. */
    public void opened(Actor by, CaseId caseId) {
        ledger.within(by, () -> {
            store.open(by.partnership(), caseId);
            return caseId;
        });
    }

    /** Gives a member or an agency a need to know. One already open on the same basis is left as it is. */
    public void involve(Actor by, CaseId caseId, Involvement involvement, Instant now) {
        ledger.within(by, () -> {
            if (store.involve(by.partnership(), caseId, involvement)) {
                ledger.record(
                        by,
                        now,
                        new SharingEvent.Involved(
                                caseId.value(),
                                value(involvement.member()),
                                involvement.agency() == null
                                        ? null
                                        : involvement.agency().value(),
                                involvement.basis(),
                                involvement.from(),
                                involvement.until(),
                                involvement.purpose()));
            }
            return caseId;
        });
    }

    /** Ends a member's or agency's open need to know on one basis. */
    public void release(
            Actor by, CaseId caseId, @Nullable MemberId member, @Nullable AgencyId agency, Basis basis, Instant now) {
        ledger.within(by, () -> {
            if (store.release(by.partnership(), caseId, member, agency, basis, now)) {
                ledger.record(
                        by,
                        now,
                        new SharingEvent.InvolvementEnded(
                                caseId.value(), value(member), agency == null ? null : agency.value(), basis));
            }
            return caseId;
        });
    }

    /** Who needs to know of the case, now and before. The caller has asked for the case. */
    public List<Involvement> involvements(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.involvements(actor.partnership(), caseId));
    }

    /** Keeps a person out of a case from now on, whatever their role (NRM-22). The reason stays with the exclusion, not on the ledger. */
    public void exclude(Actor by, CaseId caseId, MemberId member, String reason, Instant now) {
        ledger.within(by, () -> {
            store.exclude(by, caseId, member, reason, now);
            ledger.record(by, now, new SharingEvent.Excluded(caseId.value(), member.value()));
            return caseId;
        });
    }

    /** Lets a person in again whom an exclusion kept out; roles and need to know apply as before. */
    public void liftExclusion(Actor by, CaseId caseId, MemberId member, Instant now) {
        ledger.within(by, () -> {
            if (store.liftExclusion(by.partnership(), caseId, member, now)) {
                ledger.record(by, now, new SharingEvent.ExclusionLifted(caseId.value(), member.value()));
            }
            return caseId;
        });
    }

    /** Whether the member is kept out of the case. */
    public boolean excluded(Actor actor, CaseId caseId, MemberId member) {
        return ledger.within(
                actor,
                () -> !store.exclusions(actor.partnership(), member, Set.of(caseId))
                        .isEmpty());
    }

    /** Everybody kept out of the case. */
    public Set<MemberId> excluded(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.excluded(actor.partnership(), caseId));
    }

    /** Everybody kept out of the case by an exclusion, without those whose access rests until it was reviewed. */
    public Set<MemberId> excludedForGood(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.excludedForGood(actor.partnership(), caseId));
    }

    /** Those of the cases from which the actor is kept out by name (NRM-22). */
    public Set<CaseId> keptOutOf(Actor actor, Collection<CaseId> cases) {
        return ledger.within(
                actor,
                () -> standings(actor, cases).entrySet().stream()
                        .filter(standing -> standing.getValue().excluded())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private Access.Question question(
            Actor actor,
            Permission permission,
            SharingStore.@Nullable Standing standing,
            List<Involvement> known,
            @Nullable Purpose purpose,
            Instant now) {
        if (standing == null) {
            return new Access.Question(
                    permission, actor.roles(), false, false, false, known, purpose, agreed(actor, known, now), now);
        }
        List<Involvement> involvements = new ArrayList<>(standing.involvements());
        involvements.addAll(known);
        // who is kept out is kept out whatever was agreed: asking for it would tell them apart from nobody by one more
        // question
        Set<Purpose> agreed = standing.excluded() ? Set.of() : agreed(actor, involvements, now);
        return new Access.Question(
                permission,
                actor.roles(),
                true,
                standing.excluded(),
                standing.narrowed(),
                involvements,
                purpose,
                agreed,
                now);
    }

    private record StandingsOf(UUID member, UUID agency) {}

    private Map<CaseId, SharingStore.Standing> standings(Actor actor, Collection<CaseId> cases) {
        return Readings.each(
                "sharing.standings",
                new StandingsOf(actor.member(), actor.agency()),
                cases,
                unread -> store.standings(actor, unread));
    }

    /** For what the actor's agency is party to an agreement in force; asked only where something rests on it. */
    private Set<Purpose> agreed(Actor actor, List<Involvement> involvements, Instant now) {
        if (involvements.stream().noneMatch(it -> it.basis().betweenAgencies())) {
            return Set.of();
        }
        LocalDate today = UnitedKingdom.day(now);
        AgencyId agency = new AgencyId(actor.agency());
        return agreements.latest(actor.partnership()).stream()
                .filter(it -> it.inForce(today) && it.parties().contains(agency))
                .flatMap(it -> it.purposes().stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable UUID value(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
