package org.holdfast.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.partnership.Training;
import org.holdfast.partnership.TrainingRecord;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for administrators: agencies, people, their roles and training, and the links with which they set their passwords. */
@Component
public final class Staff {

    static final Reason CHANGED_MEANWHILE = Reason.of("administration.changed-meanwhile", "");

    private static final int LONGEST_REASON = 2_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Teams teams;

    Staff(Ledger ledger, Sharing sharing, Partnerships partnerships, Accounts accounts, Outbox outbox, Teams teams) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.outbox = outbox;
        this.teams = teams;
    }

    /**
     * Everybody and every agency.
     *
     * @param teams as they stand now
     */
    public record Roll(List<MemberFile> files, List<Agency> agencies, List<TrainingRecord> training, TeamRoll teams) {}

    /**
     * One person with the teams they are and were in.
     *
     * @param stays the last first
     * @param teams all of the partnership, for the names of these
     */
    public record Person(MemberFile.Whole whole, List<Teams.Stay> stays, List<Team> teams) {
        public Person {
            stays = List.copyOf(stays);
            teams = List.copyOf(teams);
        }
    }

    /**
     * Somebody new.
     *
     * @param teams of their agency in which they work
     */
    public record Joining(
            @Nullable AgencyId agency,
            String name,
            String jobTitle,
            Set<TeamId> teams,
            String email,
            Set<Role> roles,
            String username,
            @Nullable LocalDate joinedOn) {
        public Joining {
            teams = Set.copyOf(teams);
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Somebody who was made a member.
     *
     * @param secret of the link with which they set their password, shown this once; null where they sign in with Holdfast elsewhere already
     */
    public record Joined(
            Member member, String username, @Nullable String secret) {}

    /** The roll of the partnership. */
    public Outcome<Roll> roll(Actor actor, Instant now) {
        return asAdministrator(actor, now, () -> {
            List<MemberFile> files = partnerships.files(actor);
            return Outcome.done(new Roll(
                    files,
                    partnerships.agencies(actor),
                    partnerships.trainingOf(
                            actor,
                            files.stream().map(file -> file.member().id()).collect(Collectors.toSet())),
                    teams.roll(actor, now)));
        });
    }

    /** One person with all that was changed about them. */
    public Outcome<MemberFile.Whole> open(Actor actor, MemberId member, Instant now) {
        return asAdministrator(actor, now, () -> found(actor, member));
    }

    /** The same with the teams they are and were in. */
    public Outcome<Person> person(Actor actor, MemberId member, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member)
                        .map(whole -> new Person(whole, teams.stays(actor, member), teams.all(actor))));
    }

    /** Makes somebody a member, and answers the link with which they set their password. */
    public Outcome<Joined> join(Actor actor, Joining joining, Instant now) {
        return member(actor, joining, now).map(member -> withLink(actor, member, joining.username(), now));
    }

    /** Makes somebody a member who gets no link: they sign in with their agency, or are given one when they ask. */
    Outcome<Member> member(Actor actor, Joining joining, Instant now) {
        return asAdministrator(actor, now, () -> {
            Agency agency = current(actor, joining.agency()).orElse(null);
            List<Reason> faults = new ArrayList<>(StaffRules.particulars(
                    joining.name(), joining.email(), joining.roles(), agency == null ? null : agency.kind()));
            faults.addAll(StaffRules.joining(
                    joining.username(), partnerships.memberCalled(actor, joining.username()), joining.joinedOn()));
            if (agency != null && !teamsOf(actor, agency, now).containsAll(joining.teams())) {
                faults.add(Reason.about("team", "administration.team.elsewhere"));
            }
            LocalDate joinedOn = joining.joinedOn();
            if (!faults.isEmpty() || agency == null || joinedOn == null) {
                return Outcome.refused(faults);
            }
            return member(actor, agency, joining, joinedOn, now);
        });
    }

    private Outcome<Member> member(Actor actor, Agency agency, Joining joining, LocalDate joinedOn, Instant now) {
        return partnerships
                .join(
                        actor,
                        agency,
                        joining.name(),
                        joining.jobTitle(),
                        joining.roles(),
                        joining.username(),
                        accounts.noPassword(),
                        joinedOn,
                        now)
                .map(member -> {
                    if (!joining.email().isEmpty()) {
                        partnerships.reachedAt(actor, member.id(), joining.email(), now);
                    }
                    joining.teams().forEach(team -> teams.join(actor, team, member.id(), now));
                    return member;
                });
    }

    private Set<TeamId> teamsOf(Actor actor, Agency agency, Instant now) {
        return teams.roll(actor, now).ofAgency(agency.id()).stream()
                .map(standing -> standing.team().id())
                .collect(Collectors.toSet());
    }

    private Joined withLink(Actor actor, Member member, String username, Instant now) {
        // whose account another partnership made keeps its password: nobody here can set it
        String secret =
                accounts.givePasswordLink(actor, member.id(), false, now) instanceof Outcome.Done<String>(String link)
                        ? link
                        : null;
        return new Joined(member, username, secret);
    }

    /** Reads a list of people without taking anything from it: each fault with its line. */
    public Outcome<StaffList> preview(Actor actor, String list, Instant now) {
        return asAdministrator(actor, now, () -> Outcome.done(read(actor, list, now)));
    }

    /** Makes everybody on a list a member, or nobody where anything about it is wrong. */
    public Outcome<List<Joined>> takeIn(Actor actor, String list, Instant now) {
        return asAdministrator(actor, now, () -> {
            StaffList read = read(actor, list, now);
            if (!read.good()) {
                return Outcome.refused(Reason.about("list", "administration.list.faults"));
            }
            List<Joined> joined = new ArrayList<>();
            for (StaffList.Line line : read.lines()) {
                Agency agency = Objects.requireNonNull(line.agency());
                LocalDate joinedOn = Objects.requireNonNull(line.joinedOn());
                Outcome<Member> made = member(
                        actor,
                        agency,
                        new Joining(
                                agency.id(),
                                line.name(),
                                line.jobTitle(),
                                line.teams(),
                                line.email(),
                                line.roles(),
                                line.username(),
                                joinedOn),
                        joinedOn,
                        now);
                if (!(made instanceof Outcome.Done<Member>(Member member))) {
                    return Outcome.refused(Reason.about("list", "administration.list.faults"));
                }
                joined.add(withLink(actor, member, line.username(), now));
            }
            return Outcome.done(List.copyOf(joined));
        });
    }

    private StaffList read(Actor actor, String list, Instant now) {
        return StaffList.read(
                list,
                partnerships.agencies(actor).stream()
                        .filter(each -> !each.ended())
                        .toList(),
                teams.roll(actor, now),
                username -> partnerships.memberCalled(actor, username),
                UnitedKingdom.day(now));
    }

    /** Changes somebody. Nobody changes their own roles, and somebody is left who keeps people and roles. */
    public Outcome<Member> change(
            Actor actor,
            MemberId member,
            int seen,
            @Nullable AgencyId agencyChosen,
            String name,
            String jobTitle,
            String email,
            Set<Role> roles,
            Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member).then(whole -> {
                    Agency agency = current(actor, agencyChosen).orElse(null);
                    List<Reason> faults = new ArrayList<>(
                            StaffRules.particulars(name, email, roles, agency == null ? null : agency.kind()));
                    boolean rolesChange = !whole.file().member().roles().equals(roles);
                    if (rolesChange && member.value().equals(actor.member())) {
                        faults.add(Reason.about("roles", "administration.roles.own"));
                    }
                    if (!roles.contains(Role.ADMINISTRATOR) && lastAdministrator(actor, member, now)) {
                        faults.add(Reason.about("roles", "administration.last"));
                    }
                    if (!faults.isEmpty() || agency == null) {
                        return Outcome.refused(faults);
                    }
                    if (!partnerships.change(
                            actor,
                            member,
                            seen,
                            new MemberFile.Particulars(name, jobTitle, email, agency, roles),
                            now)) {
                        return Outcome.refused(CHANGED_MEANWHILE);
                    }
                    return Outcome.done(whole.file().member());
                }));
    }

    /** Ends a membership from a day on. From that day nobody gets in with it, and whoever is in is out with the next click. */
    public Outcome<Member> leave(Actor actor, MemberId member, @Nullable LocalDate leftOn, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member).then(whole -> {
                    List<Reason> faults = new ArrayList<>();
                    if (leftOn == null) {
                        faults.add(Reason.about("left", "administration.left.missing"));
                    }
                    if (member.value().equals(actor.member())) {
                        faults.add(Reason.about("left", "administration.left.own"));
                    }
                    if (lastAdministrator(actor, member, now)) {
                        faults.add(Reason.about("left", "administration.last"));
                    }
                    if (!faults.isEmpty() || leftOn == null) {
                        return Outcome.refused(faults);
                    }
                    partnerships.leave(actor, member, leftOn, now);
                    if (!leftOn.isAfter(UnitedKingdom.day(now))) {
                        accounts.signedOut(actor, member, now);
                    }
                    return Outcome.done(whole.file().member());
                }));
    }

    /** Takes back that somebody left. */
    public Outcome<Member> comesBack(Actor actor, MemberId member, int seen, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member).then(whole -> {
                    if (whole.file().member().agency().ended()) {
                        return Outcome.refused(Reason.of("administration.agency.end.no-return", ""));
                    }
                    return partnerships.comesBack(actor, member, seen, now)
                            ? Outcome.done(whole.file().member())
                            : Outcome.refused(CHANGED_MEANWHILE);
                }));
    }

    /** Records a training, without a current one of which nobody votes (GOV-1, NRM-5). */
    public Outcome<TrainingRecord> trained(
            Actor actor,
            MemberId member,
            @Nullable Training training,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate expiresOn,
            Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member).then(_ -> {
                    List<Reason> faults = new ArrayList<>();
                    if (training == null) {
                        faults.add(Reason.about("training", "administration.training.missing"));
                    }
                    if (completedOn == null || completedOn.isAfter(UnitedKingdom.day(now))) {
                        faults.add(Reason.about("completed", "administration.training.completed"));
                    } else if (expiresOn != null && !expiresOn.isAfter(completedOn)) {
                        faults.add(Reason.about("expires", "administration.training.expires"));
                    }
                    if (!faults.isEmpty() || training == null || completedOn == null) {
                        return Outcome.refused(faults);
                    }
                    TrainingRecord record = new TrainingRecord(member, training, completedOn, expiresOn);
                    partnerships.trained(actor, record, now);
                    return Outcome.done(record);
                }));
    }

    /** Names who stands in for somebody while they are away. */
    public Outcome<MemberFile.Deputy> standsIn(
            Actor actor,
            MemberId member,
            @Nullable MemberId deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member).then(whole -> {
                    List<Reason> faults = new ArrayList<>();
                    Member other = deputy == null
                            ? null
                            : partnerships.member(actor, deputy).orElse(null);
                    if (other == null
                            || other.id().equals(member)
                            || !other.agency().equals(whole.file().member().agency())
                            || !other.memberOn(UnitedKingdom.day(now))) {
                        faults.add(Reason.about("deputy", "administration.deputy.missing"));
                    }
                    if (from == null || until == null || !until.isAfter(from)) {
                        faults.add(Reason.about("deputy-until", "administration.deputy.days"));
                    }
                    if (!faults.isEmpty() || other == null || from == null || until == null) {
                        return Outcome.refused(faults);
                    }
                    MemberFile.Deputy named = new MemberFile.Deputy(member, other.id(), from, until);
                    partnerships.standsIn(actor, named, now);
                    return Outcome.done(named);
                }));
    }

    /** Gives a link with which somebody sets their password once, and tells them that it was given. */
    public Outcome<String> passwordLink(Actor actor, MemberId member, boolean clearsFactor, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(actor, member)
                        .then(_ -> member.value().equals(actor.member())
                                ? Outcome.<String>refused(Reason.of("administration.link.own", ""))
                                : accounts.givePasswordLink(actor, member, clearsFactor, now))
                        .map(secret -> {
                            outbox.post(
                                    actor,
                                    List.of(Message.of(member, "administration.link-given", "/account", actor.name())),
                                    now);
                            return secret;
                        }));
    }

    /** Adds an agency. */
    public Outcome<Agency> addAgency(
            Actor actor, String name, @Nullable AgencyKind kind, @Nullable String authority, Instant now) {
        return asAdministrator(actor, now, () -> {
            List<Reason> faults = agencyFaults(actor, name, null);
            if (kind == null) {
                faults.add(Reason.about("kind", "administration.kind.missing"));
            }
            Authority served = authority == null
                    ? null
                    : partnerships.profile(actor.partnership()).authorities().stream()
                            .filter(each -> each.code().equals(authority))
                            .findFirst()
                            .orElse(null);
            if (authority != null && served == null) {
                faults.add(Reason.about("authority", "administration.authority.unknown"));
            }
            if (!faults.isEmpty() || kind == null) {
                return Outcome.refused(faults);
            }
            return Outcome.done(
                    served == null
                            ? partnerships.join(actor, name, kind, now)
                            : partnerships.join(actor, name, kind, served, now));
        });
    }

    /** Gives an agency another name, and says through whom it answers when it is late (MTG-3). */
    public Outcome<Agency> changeAgency(Actor actor, AgencyId id, String name, @Nullable MemberId lead, Instant now) {
        return asAdministrator(actor, now, () -> {
            Agency agency = agency(actor, id).orElse(null);
            if (agency == null) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            List<Reason> faults = agencyFaults(actor, name, id);
            Member named =
                    lead == null ? null : partnerships.member(actor, lead).orElse(null);
            if (lead != null
                    && (named == null || !named.agency().id().equals(id) || !named.memberOn(UnitedKingdom.day(now)))) {
                faults.add(Reason.about("lead", "administration.lead.elsewhere"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            if (!agency.name().equals(name)) {
                partnerships.rename(actor, id, name, now);
            }
            if (named != null) {
                partnerships.leads(actor, id, named.id(), now);
            }
            return Outcome.done(agency);
        });
    }

    /**
     * Ends an agency that was dissolved, merged or left: its people's memberships end today, its programs' tokens no longer open anything,
     * what it was asked and did not answer is overtaken. What it did and gave stays under its name.
     */
    public Outcome<Agency> endAgency(Actor actor, AgencyId id, String because, Instant now) {
        return asAdministrator(actor, now, () -> {
            Agency agency = current(actor, id).orElse(null);
            if (agency == null) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            List<Reason> faults = new ArrayList<>();
            if (because.isBlank() || because.length() > LONGEST_REASON) {
                faults.add(Reason.about("because", "administration.agency.end.because-missing"));
            }
            if (id.value().equals(actor.agency())) {
                faults.add(Reason.about("because", "administration.agency.end.own"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            LocalDate today = UnitedKingdom.day(now);
            for (Member member : partnerships.members(actor)) {
                if (member.agency().id().equals(id) && member.memberOn(today)) {
                    partnerships.leave(actor, member.id(), today, now);
                    accounts.signedOut(actor, member.id(), now);
                }
            }
            partnerships.end(actor, id, because.strip(), now);
            return Outcome.done(agency);
        });
    }

    /** The agency, where it has not ended. */
    private Optional<Agency> current(Actor actor, @Nullable AgencyId id) {
        return agency(actor, id).filter(each -> !each.ended());
    }

    private List<Reason> agencyFaults(Actor actor, String name, @Nullable AgencyId itself) {
        List<Reason> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(Reason.about("name", "administration.agency-name.missing"));
        } else if (partnerships.agencies(actor).stream()
                .anyMatch(agency ->
                        agency.name().equalsIgnoreCase(name) && !agency.id().equals(itself))) {
            faults.add(Reason.about("name", "administration.agency-name.taken"));
        }
        return faults;
    }

    private boolean lastAdministrator(Actor actor, MemberId member, Instant now) {
        return StaffRules.lastAdministrator(partnerships.members(actor), member, UnitedKingdom.day(now));
    }

    private Optional<Agency> agency(Actor actor, @Nullable AgencyId id) {
        return partnerships.agencies(actor).stream()
                .filter(agency -> agency.id().equals(id))
                .findFirst();
    }

    private Outcome<MemberFile.Whole> found(Actor actor, MemberId member) {
        return partnerships
                .file(actor, member)
                .<Outcome<MemberFile.Whole>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND));
    }

    private <T> Outcome<T> asAdministrator(Actor actor, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.ADMINISTER, now).then(_ -> work.get()));
    }
}
