package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.Alias;
import org.holdfast.people.AliasKind;
import org.holdfast.people.Child;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildId;
import org.holdfast.people.FactsVersion;
import org.holdfast.people.Identifier;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.ProtectedAddress;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to who the child is, as it stands on the case: names, birth, languages, how to reach them safely, numbers. A correction is a new
 * fact with its reason; what was known before stays readable.
 */
@Component
public final class Particulars {

    private final CaseDesk desk;
    private final Cases cases;
    private final People people;
    private final Clocks clocks;
    private final Sharing sharing;
    private final Partnerships partnerships;

    Particulars(CaseDesk desk, Cases cases, People people, Clocks clocks, Sharing sharing, Partnerships partnerships) {
        this.desk = desk;
        this.cases = cases;
        this.people = people;
        this.clocks = clocks;
        this.sharing = sharing;
        this.partnerships = partnerships;
    }

    /**
     * What is known of the child and what was known before.
     *
     * @param history every version of the facts, the newest first
     * @param reader what the person who looks reads of it; the rest is not in it
     * @param address the mark that protects the child's address, for whoever reads where the child lives; empty where it is not protected
     */
    public record Sheet(
            Child child, List<FactsVersion> history, FieldReader reader, Optional<ProtectedAddress> address) {
        public Sheet {
            history = List.copyOf(history);
        }
    }

    /** The particulars, for somebody who looks at them. */
    public Outcome<Sheet> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.PARTICULARS, now, () -> {
            ChildId child = cases.childOf(actor, id);
            FieldReader reader = sharing.shown(actor, id, now);
            return new Sheet(
                    people.child(actor, child, now).as(reader),
                    people.history(actor, child, now).stream()
                            .map(version -> version.as(reader))
                            .toList(),
                    reader,
                    reader.reads(DataClass.HOME_AND_WHEREABOUTS)
                            ? sharing.protectedAddress(actor, id)
                            : Optional.empty());
        });
    }

    /** The child to be corrected, for whoever may change what stands on the case. */
    public Outcome<Child> toChange(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, Permission.CHANGE_CASE, id, CasePart.PARTICULARS, now, () -> {
            FieldReader reader = sharing.shown(actor, id, now);
            return Optional.of(
                    people.child(actor, cases.childOf(actor, id), now).as(reader));
        });
    }

    /**
     * Corrects what is known. Where the date of birth changes, the clock of childhood starts again from the right day, with the same reason:
     * no clock restarts silently (NRM-20).
     *
     * @param seen the version that was shown
     * @param because why, or who said so
     */
    public Outcome<Integer> correct(Actor actor, CaseId id, int seen, ChildFacts facts, String because, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, () -> {
            ChildId child = cases.childOf(actor, id);
            Optional<LocalDate> before =
                    people.child(actor, child, now).birthDate().certainDay();
            return people.correct(actor, child, seen, facts, because, now).then(version -> {
                Optional<LocalDate> born = facts.birthDate().certainDay();
                return born.isPresent() && !born.equals(before)
                        ? childhood(actor, id, born.get(), because, now).map(_ -> version)
                        : Outcome.done(version);
            });
        });
    }

    /**
     * Protects where the child lives and is: from now on only those assigned to the child, the co-ordinator's office and the agencies named
     * read it, on no page and on no paper anybody else.
     *
     * @param named agencies at the child's side, or of the panel, that need it too
     * @param because who must not find the child, or why it must not be known
     */
    public Outcome<CaseId> protectAddress(Actor actor, CaseId id, Set<AgencyId> named, String because, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, () -> {
            List<Reason> faults = new ArrayList<>(because(because));
            if (!partnerships.agencyKinds(actor.partnership()).keySet().containsAll(named)) {
                faults.add(Reason.about("named", "casework.party.no-such-agency"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            return sharing.protectAddress(actor, id, named, because.strip(), now)
                    ? Outcome.done(id)
                    : Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
        });
    }

    /**
     * Says that where the child lives need not be protected any more, with the reason.
     *
     * @param seen number of the mark that was shown
     */
    public Outcome<CaseId> liftProtection(Actor actor, CaseId id, int seen, String because, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                because(because),
                () -> sharing.liftProtection(actor, id, seen, because.strip(), now)
                        ? Outcome.done(id)
                        : Outcome.refused(CaseDesk.CHANGED_MEANWHILE));
    }

    private static List<Reason> because(String because) {
        return new Faults()
                .words("because", because, "casework.address.needs-because")
                .found();
    }

    private Outcome<CaseId> childhood(Actor actor, CaseId id, LocalDate born, String because, Instant now) {
        Stage stage = cases.stage(actor, id);
        Optional<RunningClock> running = clocks.of(actor, id, now).stream()
                .filter(clock -> clock.kind() == ClockKind.TURNS_EIGHTEEN && clock.open())
                .findFirst();
        if (running.isPresent()) {
            return clocks.restart(actor, id, ClockKind.TURNS_EIGHTEEN, UnitedKingdom.startOf(born), because, now)
                    .map(_ -> id);
        }
        return stage.route() == Route.LOCAL && stage.undecided()
                ? clocks.startTurnsEighteen(actor, id, born, now).map(_ -> id)
                : Outcome.done(id);
    }

    /** Adds another name under which the child is known. */
    public Outcome<Alias> addAlias(Actor actor, CaseId id, String name, @Nullable AliasKind kind, Instant now) {
        return desk.change(
                actor,
                Permission.ADD_TO_CASE,
                id,
                now,
                () -> kind == null
                        ? Outcome.refused(Reason.about("kind", "casework.particulars.alias-kind-missing"))
                        : people.addAlias(actor, cases.childOf(actor, id), name, kind, now));
    }

    /** Takes back a name that was never the child's. */
    public Outcome<UUID> withdrawAlias(Actor actor, CaseId id, UUID alias, Instant now) {
        return desk.change(
                actor,
                Permission.CHANGE_CASE,
                id,
                now,
                () -> people.withdrawAlias(actor, cases.childOf(actor, id), alias, now));
    }

    /** Adds a number or reference of the child's. */
    public Outcome<Identifier> addIdentifier(
            Actor actor,
            CaseId id,
            @Nullable IdentifierSystem system,
            String typed,
            @Nullable LocalDate from,
            Instant now) {
        return desk.change(
                actor,
                Permission.ADD_TO_CASE,
                id,
                now,
                () -> system == null
                        ? Outcome.refused(Reason.about("system", "casework.particulars.system-missing"))
                        : people.addIdentifier(
                                actor, cases.childOf(actor, id), system, typed, from, actor.agencyName(), now));
    }

    /** Takes back a number that is not the child's. */
    public Outcome<Identifier> withdrawIdentifier(
            Actor actor, CaseId id, @Nullable IdentifierSystem system, String value, Instant now) {
        return desk.change(actor, Permission.CHANGE_CASE, id, now, () -> {
            ChildId child = cases.childOf(actor, id);
            return CaseDesk.found(people.child(actor, child, now).identifiers().stream()
                            .filter(it -> it.system() == system && it.value().equals(value))
                            .findFirst())
                    .then(identifier -> people.withdrawIdentifier(actor, child, identifier, now));
        });
    }
}
