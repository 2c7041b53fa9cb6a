package org.holdfast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnership;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.PasswordHash;
import org.holdfast.partnership.Training;
import org.holdfast.partnership.TrainingRecord;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.springframework.stereotype.Component;

/**
 * A made-up partnership with somebody in every office: a council, a police force and a health trust with a trained voter each, and
 * around them a co-ordinator, a chair, a social worker, a first responder, a guardian service and a program with a token. All sign in with
 * their username and {@link #PASSWORD}. Where the profile serves several authorities, council and police belong to the first.
 */
public final class TestPartnership {

    public static final String PASSWORD = "made-up-password";

    /** Somebody of the partnership, with the name to sign in with. */
    public record Person(Member member, Actor actor, String username) {}

    /** Founds partnerships for tests. */
    @Component
    public static class Founder {
        private final Partnerships partnerships;
        private final ApiClients clients;
        private final Agreements agreements;
        private final Accounts accounts;
        private final PasswordHash password;

        Founder(Partnerships partnerships, ApiClients clients, Agreements agreements, Accounts accounts) {
            this.partnerships = partnerships;
            this.clients = clients;
            this.agreements = agreements;
            this.accounts = accounts;
            this.password = partnerships.hash(PASSWORD);
        }

        /** A new partnership on the Hull profile. */
        public TestPartnership found(Instant now) {
            return found("hull", now);
        }

        /** A new partnership on a profile. */
        public TestPartnership found(String profile, Instant now) {
            return new TestPartnership(partnerships, clients, agreements, accounts, password, profile, now);
        }
    }

    private final Partnerships partnerships;
    private final Agreements agreements;
    private final Accounts accounts;
    private final PasswordHash password;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Instant founded;

    public final Partnership partnership;
    public final Actor program;
    public final Agency council;
    public final Agency police;
    public final Agency health;
    public final Agency guardians;
    public final Person coordinator;
    public final Person chair;
    public final Person socialWorker;
    public final Person firstResponder;
    public final Person councilVoter;
    public final Person policeVoter;
    public final Person healthVoter;
    public final Person untrainedPoliceVoter;
    public final Person guardian;
    public final Person manager;
    public final Person informationGovernance;
    public final Person administrator;
    public final String apiToken;
    /** Whose token that is. */
    public final Actor gateway;

    private TestPartnership(
            Partnerships partnerships,
            ApiClients clients,
            Agreements agreements,
            Accounts accounts,
            PasswordHash password,
            String profile,
            Instant now) {
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.accounts = accounts;
        this.password = password;
        this.founded = now;
        partnership = partnerships.found("Testshire Safeguarding Partnership " + mark, profile, now);
        program = Partnerships.program(partnership.id());
        List<Authority> authorities = partnerships.profile(partnership.id()).authorities();
        boolean several = authorities.size() > 1;
        council = several
                ? partnerships.join(
                        program, "Testshire Council", AgencyKind.LOCAL_AUTHORITY, authorities.getFirst(), now)
                : partnerships.join(program, "Testshire Council", AgencyKind.LOCAL_AUTHORITY, now);
        police = several
                ? partnerships.join(program, "Testshire Police", AgencyKind.POLICE, authorities.getFirst(), now)
                : partnerships.join(program, "Testshire Police", AgencyKind.POLICE, now);
        health = partnerships.join(program, "Testshire Health Trust", AgencyKind.HEALTH, now);
        guardians = partnerships.join(program, "Example Guardians", AgencyKind.GUARDIAN_SERVICE, now);
        coordinator = join(council, "Corin Coordinator", Role.PANEL_COORDINATOR);
        chair = join(council, "Chara Chair", Role.PANEL_CHAIR);
        socialWorker = join(council, "Sol Socialworker", Role.SOCIAL_WORKER);
        firstResponder = join(police, "Fia Firstresponder", Role.FIRST_RESPONDER);
        councilVoter = join(council, "Cato Councilvoter", Role.PANEL_MEMBER);
        policeVoter = join(police, "Pola Policevoter", Role.PANEL_MEMBER);
        healthVoter = join(health, "Hale Healthvoter", Role.PANEL_MEMBER);
        untrainedPoliceVoter = join(police, "Uma Untrained", Role.PANEL_MEMBER);
        guardian = join(guardians, "Gil Guardian", Role.ADVISER);
        manager = join(council, "Mara Manager", Role.MANAGER);
        informationGovernance = join(council, "Ingo Governance", Role.INFORMATION_GOVERNANCE);
        administrator = join(council, "Ada Administrator", Role.ADMINISTRATOR);
        train(councilVoter);
        train(policeVoter);
        train(healthVoter);
        signed(council, police, health, guardians);
        apiToken = partnerships.admit(program, council, "Home Office gateway", Set.of(Role.PANEL_COORDINATOR), now);
        gateway = clients.client(apiToken, now).orElseThrow().actor();
    }

    /** Another agency, that works for one authority only (MTG-7), party to an agreement with the council. */
    public Agency agency(String name, AgencyKind kind, Authority authority) {
        Agency joined = partnerships.join(program, name, kind, authority, founded);
        signed(council, joined);
        return joined;
    }

    /** Another agency, party to an agreement with the council. */
    public Agency agency(String name, AgencyKind kind) {
        Agency joined = partnerships.join(program, name, kind, founded);
        signed(council, joined);
        return joined;
    }

    /** An agreement between agencies that is in force for many years and covers whatever they share (SHR-1). */
    public void signed(Agency... parties) {
        LocalDate today = UnitedKingdom.day(founded);
        agreements
                .sign(
                        coordinator.actor(),
                        new AgreementDraft(
                                "Testshire agreement",
                                Arrays.stream(parties).map(Agency::id).collect(Collectors.toSet()),
                                Set.copyOf(Purpose.ofAgreements()),
                                EnumSet.allOf(DataClass.class),
                                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                                today.minusYears(1),
                                null,
                                today.plusYears(20),
                                "Example Street archive",
                                ""),
                        founded)
                .orThrow();
    }

    /** Makes somebody a member of an agency, in some roles, of whom no second factor is asked. */
    public Person join(Agency agency, String name, Role... roles) {
        Person person = joinInEarnest(agency, name, roles);
        accounts.madeUp(program, person.member().id(), founded);
        return person;
    }

    /** Makes somebody a member who must have a second factor, as everybody must outside a demonstration. */
    public Person joinInEarnest(Agency agency, String name, Role... roles) {
        String username = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "." + mark;
        Member member = partnerships
                .join(
                        program,
                        agency,
                        name,
                        "",
                        EnumSet.copyOf(Set.of(roles)),
                        username,
                        password,
                        UnitedKingdom.day(founded).minusYears(1),
                        founded)
                .orThrow();
        partnerships.reachedAt(program, member.id(), username + "@" + mark + ".example", founded);
        return new Person(member, Partnerships.actor(partnership.id(), member), username);
    }

    /** Gives somebody a decision-maker training record of the last year (NRM-5). */
    public void train(Person person) {
        LocalDate done = UnitedKingdom.day(founded).minusMonths(6);
        partnerships.trained(
                program,
                new TrainingRecord(person.member().id(), Training.PANEL_MEMBER, done, done.plusYears(3)),
                founded);
    }
}
