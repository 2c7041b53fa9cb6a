package org.holdfast.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to information-sharing agreements: who signed what, and who may share for which purpose (SHR-1). */
@Component
public final class Agreements {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final AgreementStore store;
    private final Supplier<UUID> ids;

    Agreements(Ledger ledger, Sharing sharing, Partnerships partnerships, AgreementStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.store = store;
        this.ids = ids;
    }

    /**
     * The agreements as they stand.
     *
     * @param agencies every agency of the partnership
     * @param without agencies that may not share for one purpose or another today, with what is missing
     */
    public record Register(List<Agreement> agreements, List<Agency> agencies, List<Reason> without, LocalDate today) {
        public Register {
            agreements = List.copyOf(agreements);
            agencies = List.copyOf(agencies);
            without = List.copyOf(without);
        }
    }

    /** Every agreement in its latest version, and which agencies have none in force. */
    public Outcome<Register> register(Actor actor, Instant now) {
        return keeping(actor, now, () -> {
            LocalDate today = UnitedKingdom.day(now);
            List<Agreement> latest = latest(actor);
            List<Agency> agencies = sharers(actor);
            List<Reason> without = agencies.stream()
                    .flatMap(agency -> Purpose.ofAgreements().stream()
                            .filter(purpose -> latest.stream().noneMatch(it -> it.covers(agency.id(), purpose, today)))
                            .map(purpose -> missing(agency.name(), purpose)))
                    .toList();
            return Outcome.done(new Register(latest, agencies, without, today));
        });
    }

    /** One agreement in every version, the newest first, with all agencies to name its parties by. */
    public record Seen(List<Agreement> versions, List<Agency> agencies, LocalDate today) {
        public Seen {
            versions = List.copyOf(versions);
            agencies = List.copyOf(agencies);
        }

        public Agreement latest() {
            return versions.getFirst();
        }
    }

    /** One agreement in every version. */
    public Outcome<Seen> see(Actor actor, AgreementId id, Instant now) {
        return keeping(actor, now, () -> {
            List<Agreement> versions = store.versions(actor.partnership(), id);
            return versions.isEmpty()
                    ? Outcome.refused(Sharing.NOT_FOUND)
                    : Outcome.done(new Seen(versions, sharers(actor), UnitedKingdom.day(now)));
        });
    }

    /** Records an agreement that agencies signed. */
    public Outcome<Agreement> sign(Actor actor, AgreementDraft draft, Instant now) {
        return keeping(actor, now, () -> add(actor, new AgreementId(ids.get()), 0, draft, now));
    }

    /**
     * Changes an agreement by a further version, with the reason.
     *
     * @param seen the version that was shown; a newer one refuses
     */
    public Outcome<Agreement> change(Actor actor, AgreementId id, int seen, AgreementDraft draft, Instant now) {
        return keeping(actor, now, () -> {
            List<Agreement> versions = store.versions(actor.partnership(), id);
            if (versions.isEmpty()) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            return versions.getFirst().version() == seen
                    ? add(actor, id, seen, draft, now)
                    : Outcome.refused(Reason.of("sharing.refused.changed-meanwhile", "SHR-1"));
        });
    }

    /**
     * Ends an agreement, with the reason: from that day nothing is shared under it.
     *
     * @param from the first day on which it no longer holds
     */
    public Outcome<Agreement> end(
            Actor actor, AgreementId id, int seen, @Nullable LocalDate from, String because, Instant now) {
        return keeping(actor, now, () -> {
            List<Agreement> versions = store.versions(actor.partnership(), id);
            if (versions.isEmpty()) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            if (from == null) {
                return Outcome.refused(Reason.about("ends", "sharing.agreement.ends-missing"));
            }
            Agreement last = versions.getFirst();
            return change(
                    actor,
                    id,
                    seen,
                    new AgreementDraft(
                            last.title(),
                            last.parties(),
                            last.purposes(),
                            last.dataClasses(),
                            last.lawfulBasis(),
                            last.startsOn(),
                            from,
                            last.reviewOn(),
                            last.document(),
                            because),
                    now);
        });
    }

    private Outcome<Agreement> add(Actor actor, AgreementId id, int last, AgreementDraft draft, Instant now) {
        Set<AgencyId> agencies = sharers(actor).stream().map(Agency::id).collect(Collectors.toSet());
        List<Reason> faults = draft.faults(agencies, last > 0);
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Agreement agreement = new Agreement(
                id,
                last + 1,
                draft.title().strip(),
                draft.parties(),
                draft.purposes(),
                draft.dataClasses(),
                Objects.requireNonNull(draft.lawfulBasis()),
                Objects.requireNonNull(draft.startsOn()),
                draft.endsOn(),
                Objects.requireNonNull(draft.reviewOn()),
                draft.document().strip(),
                draft.because().strip(),
                actor.name(),
                now);
        if (!store.add(actor, agreement)) {
            return Outcome.refused(Reason.of("sharing.refused.changed-meanwhile", "SHR-1"));
        }
        ledger.record(
                actor,
                now,
                new SharingEvent.AgreementRecorded(
                        id.value(),
                        agreement.version(),
                        agreement.parties().stream()
                                .map(AgencyId::value)
                                .sorted()
                                .toList(),
                        agreement.purposes().stream().sorted().toList(),
                        agreement.startsOn(),
                        agreement.endsOn(),
                        agreement.reviewOn()));
        return Outcome.done(agreement);
    }

    /** The agencies that may share for the purpose on the day. */
    public Set<AgencyId> inForce(Actor actor, Purpose purpose, LocalDate day) {
        return ledger.within(
                actor,
                () -> store.latest(actor.partnership()).stream()
                        .filter(it -> it.inForce(day) && it.purposes().contains(purpose))
                        .flatMap(it -> it.parties().stream())
                        .collect(Collectors.toSet()));
    }

    /** What is missing where an agency has no agreement in force for a purpose. */
    public static Reason missing(String agency, Purpose purpose) {
        return Reason.of(
                "sharing.refused.no-agreement."
                        + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "SHR-1",
                agency);
    }

    /** Agreements whose review is to be done now or soon, for whoever keeps them; nothing is refused. */
    public List<Agreement> toReview(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.KEEP_AGREEMENTS)) {
            return List.of();
        }
        LocalDate today = UnitedKingdom.day(now);
        return ledger.within(
                actor,
                () -> latest(actor).stream().filter(it -> it.reviewNear(today)).toList());
    }

    private List<Agreement> latest(Actor actor) {
        return store.latest(actor.partnership()).stream()
                .sorted(Comparator.comparing(Agreement::title).thenComparing(Agreement::startsOn))
                .toList();
    }

    /** Agencies that sign; the Home Office and its competent authority get the outcome form and nothing else (SHR-5). */
    private List<Agency> sharers(Actor actor) {
        return partnerships.agencies(actor).stream()
                .filter(agency -> switch (agency.kind()) {
                    case HOME_OFFICE, COMPETENT_AUTHORITY -> false;
                    case LOCAL_AUTHORITY,
                            POLICE,
                            HEALTH,
                            EDUCATION,
                            YOUTH_JUSTICE,
                            GUARDIAN_SERVICE,
                            HOUSING,
                            PROBATION,
                            BORDER_FORCE,
                            CHARITY,
                            OTHER -> true;
                })
                .toList();
    }

    private <T> Outcome<T> keeping(Actor actor, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.KEEP_AGREEMENTS, now).then(_ -> work.get()));
    }
}
