package org.holdfast.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Readings;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to partnerships, agencies, members and training. */
@Component
public final class Partnerships {

    /** The reason of a username that stands for somebody already. */
    public static final String USERNAME_TAKEN = "partnership.username.taken";

    private static final int STANDING_A_MINUTE = 6000;

    private final Ledger ledger;
    private final PartnershipStore store;
    private final Profiles profiles;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final Supplier<UUID> ids;
    private final ApiClients clients;
    private final ObjectProvider<AgencyEnds> ends;
    private final Teams teams;

    /** Partnerships as they were founded: nothing of one changes afterwards. */
    private final Map<PartnershipId, Partnership> founded = new ConcurrentHashMap<>();

    Partnerships(
            Ledger ledger,
            PartnershipStore store,
            Profiles profiles,
            TransactionTemplate transaction,
            PasswordEncoder passwords,
            Supplier<UUID> ids,
            ApiClients clients,
            ObjectProvider<AgencyEnds> ends,
            Teams teams) {
        this.ledger = ledger;
        this.store = store;
        this.profiles = profiles;
        this.transaction = transaction;
        this.passwords = passwords;
        this.ids = ids;
        this.clients = clients;
        this.ends = ends;
        this.teams = teams;
    }

    /** The program at its own work in one partnership: founding it, keeping its jobs. Holds no role. */
    public static Actor program(PartnershipId partnership) {
        return new Actor(
                partnership,
                Actor.Kind.PROGRAM,
                partnership.value(),
                "Holdfast",
                partnership.value(),
                "Holdfast",
                Set.of());
    }

    /**
     * Founds a partnership that runs on a profile.
     *
     * @param name blank for that of the profile
     * @throws IllegalArgumentException where no profile has that id
     */
    public Partnership found(String name, String profile, Instant now) {
        Profile local = profiles.profile(profile)
                .orElseThrow(() -> new IllegalArgumentException("no profile is called '" + profile + "'; there are "
                        + profiles.all().stream().map(Profile::id).collect(Collectors.joining(", "))));
        Partnership founded =
                new Partnership(new PartnershipId(ids.get()), name.isBlank() ? local.name() : name, profile, "#1d70b8");
        Actor program = program(founded.id());
        return ledger.within(program, () -> {
            store.add(founded);
            ledger.record(program, now, new PartnershipEvent.PartnershipFounded(profile));
            return founded;
        });
    }

    /** Whether anybody was ever made a member: whether this is a first start. */
    public boolean any() {
        return store.anyAccount();
    }

    /** Every partnership of the installation, for the program's own work across them. */
    public List<PartnershipId> all() {
        return transaction.execute(status -> store.all());
    }

    /** The actor's partnership. */
    public Partnership partnership(Actor actor) {
        return founded.computeIfAbsent(
                actor.partnership(), id -> ledger.within(actor, () -> store.partnership(actor.partnership())));
    }

    /**
     * The profile on which a partnership runs.
     *
     * @throws IllegalStateException where the partnership names a profile that is not among the files
     */
    public Profile profile(PartnershipId id) {
        String name = partnership(program(id)).profile();
        return profiles.profile(name).orElseThrow(() -> new IllegalStateException("no profile is called " + name));
    }

    /** Adds an agency that works in the whole partnership. */
    public Agency join(Actor by, String name, AgencyKind kind, Instant now) {
        return join(by, new Agency(new AgencyId(ids.get()), name, kind, null), now);
    }

    /**
     * Adds an agency that works for one of the partnership's authorities (MTG-7).
     *
     * @throws IllegalArgumentException where the profile does not name the authority
     */
    public Agency join(Actor by, String name, AgencyKind kind, Authority authority, Instant now) {
        if (!profile(by.partnership()).authorities().contains(authority)) {
            throw new IllegalArgumentException("the partnership does not serve " + authority.name());
        }
        return join(by, new Agency(new AgencyId(ids.get()), name, kind, authority.code()), now);
    }

    /**
     * Says for which of the partnership's authorities an agency works (MTG-7). The caller has asked whether the actor administers.
     *
     * @param authority its code; null where it works for all
     * @param seen what stood there when the actor decided it; where something else stands by now nothing is changed
     * @return whether it was changed
     * @throws IllegalArgumentException where the profile does not name the authority
     */
    public boolean worksFor(Actor by, AgencyId agency, @Nullable String authority, @Nullable String seen, Instant now) {
        if (authority != null && profile(by.partnership()).authority(authority).isEmpty()) {
            throw new IllegalArgumentException("the partnership does not serve " + authority);
        }
        return ledger.within(by, () -> {
            boolean changed = store.worksFor(by.partnership(), agency, authority, seen);
            if (changed) {
                ledger.record(by, now, new PartnershipEvent.AgencyWorksFor(agency.value(), authority));
            }
            return changed;
        });
    }

    private Agency join(Actor by, Agency agency, Instant now) {
        return ledger.within(by, () -> {
            store.add(by.partnership(), agency);
            ledger.record(by, now, new PartnershipEvent.AgencyJoined(agency.id().value(), agency.kind()));
            return agency;
        });
    }

    /** A password as it can be kept. Takes a fifth of a second of one processor: that is what it is for. */
    public PasswordHash hash(String password) {
        return new PasswordHash(Objects.requireNonNull(passwords.encode(password)));
    }

    /**
     * Makes somebody a member, with an account to sign in with. Refused where somebody here has the username already, who may have left:
     * also where they got it a moment ago.
     *
     * @param username unique in the whole installation, whatever its case
     */
    public Outcome<Member> join(
            Actor by,
            Agency agency,
            String name,
            String jobTitle,
            Set<Role> roles,
            String username,
            PasswordHash password,
            LocalDate joinedOn,
            Instant now) {
        Member member = new Member(new MemberId(ids.get()), name, jobTitle, "", agency, roles, joinedOn, null);
        return ledger.within(by, () -> {
            UUID account = store.addAccount(ids.get(), by.partnership(), username, password);
            if (store.hasMember(by.partnership(), account)) {
                return Outcome.refused(Reason.about("username", USERNAME_TAKEN));
            }
            store.add(by.partnership(), member, account);
            ledger.record(
                    by,
                    now,
                    new PartnershipEvent.MemberJoined(
                            member.id().value(), agency.id().value(), List.copyOf(roles)));
            return Outcome.done(member);
        });
    }

    /** Every member as an administrator keeps them, those who left among them. The caller has asked {@code sharing}. */
    public List<MemberFile> files(Actor actor) {
        return ledger.within(actor, () -> store.files(actor.partnership()));
    }

    /** One member with all that was changed about them, their training and deputies. The caller has asked {@code sharing}. */
    public Optional<MemberFile.Whole> file(Actor actor, MemberId member) {
        return ledger.within(
                actor,
                () -> store.file(actor.partnership(), member)
                        .map(file -> new MemberFile.Whole(
                                file,
                                store.before(actor.partnership(), member),
                                store.training(actor.partnership(), Set.of(member)),
                                store.deputies(actor.partnership(), member))));
    }

    /** Whether somebody of the partnership signs in with this name already. */
    public boolean memberCalled(Actor actor, String username) {
        return ledger.within(actor, () -> store.memberCalled(actor.partnership(), username));
    }

    /**
     * Changes a member. How they stood before is kept.
     *
     * @param seen the version that was seen
     * @return false where somebody else changed them since
     */
    public boolean change(Actor by, MemberId member, int seen, MemberFile.Particulars to, Instant now) {
        return ledger.within(by, () -> {
            if (!keepBefore(by, member, seen, now)) {
                return false;
            }
            store.change(by.partnership(), member, to);
            teams.movedTo(by, member, to.agency().id(), now);
            ledger.record(
                    by,
                    now,
                    new PartnershipEvent.MemberChanged(
                            member.value(), to.agency().id().value(), List.copyOf(to.roles())));
            return true;
        });
    }

    private boolean keepBefore(Actor by, MemberId member, int seen, Instant now) {
        String in = String.join(", ", teams.roll(by, now).names(member));
        return store.keepBefore(by, member, in, seen, now);
    }

    /** Says what the directory of their agency calls a member. */
    public void calledElsewhere(Actor by, MemberId member, @Nullable String externalId, Instant now) {
        ledger.within(by, () -> {
            store.calledElsewhere(by.partnership(), member, externalId);
            ledger.record(by, now, new PartnershipEvent.MemberCalledElsewhere(member.value()));
            return member;
        });
    }

    /** Takes back that a member left. */
    public boolean comesBack(Actor by, MemberId member, int seen, Instant now) {
        return ledger.within(by, () -> {
            if (!keepBefore(by, member, seen, now)) {
                return false;
            }
            store.comesBack(by.partnership(), member);
            teams.staysOn(by, member, now);
            ledger.record(by, now, new PartnershipEvent.MemberCameBack(member.value()));
            return true;
        });
    }

    /** Names who stands in for a member while they are away. */
    public void standsIn(Actor by, MemberFile.Deputy deputy, Instant now) {
        ledger.within(by, () -> {
            store.add(by.partnership(), deputy, now);
            ledger.record(
                    by,
                    now,
                    new PartnershipEvent.DeputyNamed(
                            deputy.member().value(), deputy.deputy().value(), deputy.from(), deputy.until()));
            return deputy;
        });
    }

    /** Gives an agency another name. */
    public void rename(Actor by, AgencyId agency, String name, Instant now) {
        ledger.within(by, () -> {
            store.rename(by.partnership(), agency, name);
            ledger.record(by, now, new PartnershipEvent.AgencyRenamed(agency.value()));
            return agency;
        });
    }

    /**
     * Ends an agency, and what waits for it; the caller ends the memberships of its people. What it did and gave stays under its name.
     *
     * @return whether it had not ended before
     */
    public boolean end(Actor by, AgencyId agency, String because, Instant now) {
        return ledger.within(by, () -> {
            LocalDate on = UnitedKingdom.day(now);
            if (!store.end(by.partnership(), agency, on, because)) {
                return false;
            }
            clients.all(by).stream()
                    .filter(client -> client.actor().agency().equals(agency.value()))
                    .forEach(client -> clients.end(by, client.actor().member(), now));
            teams.agencyEnded(by, agency, on, now);
            ends.forEach(it -> it.ended(by, agency, now));
            ledger.record(by, now, new PartnershipEvent.AgencyEnded(agency.value(), on));
            return true;
        });
    }

    /** Ends a membership from a day on; the person's past acts stay as they were. */
    public void leave(Actor by, MemberId member, LocalDate leftOn, Instant now) {
        ledger.within(by, () -> {
            teams.left(by, member, leftOn, now);
            store.leave(by.partnership(), member, leftOn);
            ledger.record(by, now, new PartnershipEvent.MemberLeft(member.value(), leftOn));
            return member;
        });
    }

    /** Keeps where a member is written to. Messages carry links only, never what is told of a child. */
    public void reachedAt(Actor by, MemberId member, String email, Instant now) {
        ledger.within(by, () -> {
            store.reachedAt(by.partnership(), member, email);
            ledger.record(by, now, new PartnershipEvent.AddressKept(member.value()));
            return member;
        });
    }

    /** Names the member through whom an agency answers when it is late (MTG-3). */
    public void leads(Actor by, AgencyId agency, MemberId lead, Instant now) {
        ledger.within(by, () -> {
            store.leads(by.partnership(), agency, lead);
            ledger.record(by, now, new PartnershipEvent.LeadNamed(agency.value(), lead.value()));
            return lead;
        });
    }

    /**
     * The member through whom an agency answers when it is late, or who stands in for
     * that person; empty where none was named or they have left.
     */
    public Optional<Member> lead(Actor actor, AgencyId agency, LocalDate on) {
        return ledger.within(
                actor,
                () -> led(actor, agency)
                        .flatMap(led -> standsIn(actor, led.deputies(), on)
                                .or(() -> Optional.ofNullable(led.lead())
                                        .flatMap(lead -> store.member(actor.partnership(), lead))))
                        .filter(member -> member.memberOn(on)));
    }

    /** Whether the actor is the one through whom their agency answers when it is late, or stands in for that person. */
    public boolean leads(Actor actor, LocalDate on) {
        AgencyId agency = new AgencyId(actor.agency());
        MemberId self = new MemberId(actor.member());
        return ledger.within(
                actor,
                () -> led(actor, agency)
                                .filter(led -> self.equals(led.lead())
                                        || led.deputies().stream()
                                                .anyMatch(deputy ->
                                                        deputy.deputy().equals(self)))
                                .isPresent()
                        && lead(actor, agency, on)
                                .map(Member::id)
                                .filter(self::equals)
                                .isPresent());
    }

    private Optional<PartnershipStore.Led> led(Actor actor, AgencyId agency) {
        return store.led(actor.partnership()).stream()
                .filter(led -> led.agency().id().equals(agency))
                .findFirst();
    }

    /** Who stands in for a member on a day, if somebody does who is still here. */
    public Optional<Member> deputy(Actor actor, MemberId member, LocalDate on) {
        return ledger.within(actor, () -> standsIn(actor, store.deputies(actor.partnership(), member), on));
    }

    private Optional<Member> standsIn(Actor actor, List<MemberFile.Deputy> deputies, LocalDate on) {
        return deputies.stream()
                .filter(deputy -> deputy.on(on))
                .findFirst()
                .flatMap(deputy -> store.member(actor.partnership(), deputy.deputy()))
                .filter(found -> found.memberOn(on));
    }

    /** Records a training that a member did (GOV-1). */
    public void trained(Actor by, TrainingRecord training, Instant now) {
        ledger.within(by, () -> {
            store.add(by.partnership(), training);
            ledger.record(
                    by,
                    now,
                    new PartnershipEvent.TrainingRecorded(
                            training.member().value(),
                            training.training(),
                            training.completedOn(),
                            training.expiresOn()));
            return training;
        });
    }

    /** Whether the member has a current record of the training on the day (NRM-5). */
    public boolean trained(Actor actor, MemberId member, Training training, LocalDate on) {
        return trainingOf(actor, Set.of(member)).stream()
                .anyMatch(record -> record.training() == training && record.currentOn(on));
    }

    /** The training records of some members. */
    public List<TrainingRecord> trainingOf(Actor actor, Set<MemberId> members) {
        return ledger.within(actor, () -> store.training(actor.partnership(), members));
    }

    /** The agencies of the actor's partnership, by name. */
    public List<Agency> agencies(Actor actor) {
        return ledger.within(actor, () -> store.agencies(actor.partnership()));
    }

    /** Of what kind each agency of a partnership is, those that ended among them. Called inside a transaction. */
    public Map<AgencyId, AgencyKind> agencyKinds(PartnershipId partnership) {
        return Readings.once(
                "partnership.agency-kinds",
                partnership,
                () -> store.agencies(partnership).stream().collect(Collectors.toMap(Agency::id, Agency::kind)));
    }

    /** The members of the actor's partnership, by name, those who left among them. */
    public List<Member> members(Actor actor) {
        return ledger.within(actor, () -> store.members(actor.partnership()));
    }

    /** One member of the actor's partnership, if there is such a member. */
    public Optional<Member> member(Actor actor, MemberId member) {
        return ledger.within(actor, () -> store.member(actor.partnership(), member));
    }

    /**
     * Admits a program that calls the interface with a standing token, which is shown this once and kept nowhere: for a demonstration, where
     * no program is that could ask for tokens.
     *
     * @return 43 characters of a 256-bit random token
     */
    public String admit(Actor by, Agency agency, String name, Set<Role> roles, Instant now) {
        return clients.admit(
                        by,
                        agency,
                        name,
                        roles,
                        EnumSet.complementOf(EnumSet.of(ClientScope.SCIM)),
                        true,
                        STANDING_A_MINUTE,
                        clients.usualLastDay(now),
                        now)
                .secret();
    }

    /** Who the signed-in member is now: name, agency and roles as they stand. Empty once the membership has ended. */
    public Optional<Actor> actor(Membership membership, Instant now) {
        Actor asking = program(membership.partnership());
        LocalDate today = UnitedKingdom.day(now);
        return member(asking, new MemberId(membership.member()))
                .filter(member -> member.memberOn(today))
                .map(member -> actor(membership.partnership(), member));
    }

    /** The actor that a member is. */
    public static Actor actor(PartnershipId partnership, Member member) {
        return new Actor(
                partnership,
                Actor.Kind.PERSON,
                member.id().value(),
                member.name(),
                member.agency().id().value(),
                member.agency().name(),
                member.roles());
    }
}
