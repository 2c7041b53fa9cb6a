package org.holdfast.demonstration;

import static org.holdfast.audit.Role.*;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnership;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.PasswordHash;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.Teams;
import org.holdfast.partnership.Training;
import org.holdfast.partnership.TrainingRecord;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;

/** The people of the made-up partnership: its agencies and somebody in every role. Their names say what they do. */
final class Cast {

    /** Somebody of the cast, with what they sign in with. */
    record Player(Member member, Actor actor, String username, String password) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** A password and its hash. */
    private record Secret(String password, PasswordHash hash) {
        static Secret of(Partnerships partnerships) {
            String password = Cast.password();
            return new Secret(password, partnerships.hash(password));
        }
    }

    private static final int PLAYERS = 16;

    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Instant now;
    private final Deque<Secret> secrets;
    private final List<Player> players = new ArrayList<>();

    final Partnership partnership;
    final Actor program;
    final Agency council;
    final Agency police;
    final Agency health;
    final Agency school;
    final Agency youthJustice;
    final Agency guardians;
    final Agency competentAuthority;
    final Player coordinator;
    final Player chair;
    final Player councilVoter;
    final Player policeVoter;
    final Player healthVoter;
    final Player untrainedVoter;
    final Player socialWorker;
    final Player secondSocialWorker;
    final Player officer;
    final Player guardian;
    final Player teacher;
    final Player youthWorker;
    final Player manager;
    final Player governance;
    final Player administrator;
    final Player assurer;
    final String apiToken;

    Cast(Partnerships partnerships, Teams teams, Agreements agreements, Accounts accounts, Instant now) {
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.now = now;
        // slow on purpose, so on all processors at once
        secrets = new ArrayDeque<>(IntStream.range(0, PLAYERS)
                .parallel()
                .mapToObj(_ -> Secret.of(partnerships))
                .toList());
        partnership = partnerships.found("Exampleport Safeguarding Children Partnership", "hull", now);
        program = Partnerships.program(partnership.id());
        council =
                partnerships.join(program, "Exampleport Council children's services", AgencyKind.LOCAL_AUTHORITY, now);
        police = partnerships.join(program, "Exampleport Police", AgencyKind.POLICE, now);
        health = partnerships.join(program, "Exampleport Health Trust", AgencyKind.HEALTH, now);
        school = partnerships.join(program, "Example Street Academy", AgencyKind.EDUCATION, now);
        youthJustice = partnerships.join(program, "Exampleport Youth Justice", AgencyKind.YOUTH_JUSTICE, now);
        guardians = partnerships.join(program, "Example Guardians", AgencyKind.GUARDIAN_SERVICE, now);
        competentAuthority =
                partnerships.join(program, "Example Competent Authority", AgencyKind.COMPETENT_AUTHORITY, now);
        coordinator = player(council, "Corin Coordinator", "Panel co-ordinator", PANEL_COORDINATOR);
        chair = player(council, "Chara Chair", "Head of safeguarding", PANEL_CHAIR);
        councilVoter = player(council, "Cato Councilvote", "Service manager", PANEL_MEMBER);
        policeVoter = player(police, "Pola Policevote", "Detective inspector", PANEL_MEMBER);
        healthVoter = player(health, "Hale Healthvote", "Named nurse", PANEL_MEMBER);
        untrainedVoter = player(police, "Uma Untrained", "Detective sergeant", PANEL_MEMBER);
        socialWorker = player(council, "Sol Socialworker", "Social worker", SOCIAL_WORKER, FIRST_RESPONDER);
        secondSocialWorker = player(council, "Sage Secondworker", "Social worker", SOCIAL_WORKER);
        officer = player(police, "Fia Firstresponder", "Police constable", FIRST_RESPONDER);
        guardian = player(guardians, "Gil Guardian", "Regional practice co-ordinator", ADVISER);
        teacher = player(school, "Tam Teacher", "Designated safeguarding lead", AGENCY_CONTACT);
        youthWorker = player(youthJustice, "Yaro Youthjustice", "Youth justice worker", AGENCY_CONTACT);
        manager = player(council, "Mara Manager", "Team manager", MANAGER);
        governance = player(council, "Ingo Governance", "Information governance lead", INFORMATION_GOVERNANCE);
        administrator = player(council, "Ada Administrator", "Systems administrator", ADMINISTRATOR);
        assurer = player(competentAuthority, "Asa Assurer", "Quality assurer", ASSURER);
        sign(agreements);
        for (Player lead : List.of(manager, policeVoter, healthVoter, teacher, youthWorker, guardian)) {
            partnerships.leads(
                    program, lead.member().agency().id(), lead.member().id(), now);
        }
        team(teams, council, "Missing and exploitation", manager, socialWorker, secondSocialWorker);
        team(teams, police, "Public protection", policeVoter, untrainedVoter);
        team(teams, health, "Looked-after children", healthVoter);
        for (Player trained : List.of(councilVoter, policeVoter, healthVoter)) {
            LocalDate done = UnitedKingdom.day(now).minusMonths(7);
            partnerships.trained(
                    program,
                    new TrainingRecord(trained.member().id(), Training.PANEL_MEMBER, done, done.plusYears(3)),
                    now);
        }
        apiToken = partnerships.admit(program, council, "Home Office gateway", Set.of(PANEL_COORDINATOR), now);
    }

    /** A team of an agency, with who leads it and who else is in it. */
    private void team(Teams teams, Agency agency, String name, Player lead, Player... others) {
        Team team =
                teams.make(program, agency.id(), name, UnitedKingdom.day(now).minusYears(1), null, now);
        Stream.concat(Stream.of(lead), Stream.of(others))
                .forEach(
                        player -> teams.join(program, team.id(), player.member().id(), now));
        teams.change(program, team.id(), team.version(), name, lead.member().id(), null, now);
    }

    /** What everybody here signed, and an older agreement with the school whose review is near (SHR-1). */
    private void sign(Agreements agreements) {
        LocalDate today = UnitedKingdom.day(now);
        AgreementDraft all = new AgreementDraft(
                "Exampleport multi-agency agreement on exploited children",
                Stream.of(council, police, health, youthJustice, guardians)
                        .map(Agency::id)
                        .collect(Collectors.toSet()),
                Set.copyOf(Purpose.ofAgreements()),
                EnumSet.allOf(DataClass.class),
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                today.minusMonths(8),
                null,
                today.plusMonths(16),
                "Example Street archive, agreement 7",
                "");
        AgreementDraft withSchool = new AgreementDraft(
                "Exampleport council and schools",
                Set.of(council.id(), school.id()),
                Set.copyOf(Purpose.ofAgreements()),
                EnumSet.of(
                        DataClass.IDENTITY_AND_CONTACT,
                        DataClass.SAFEGUARDING,
                        DataClass.EDUCATION,
                        DataClass.HOME_AND_WHEREABOUTS),
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                today.minusMonths(23),
                null,
                today.plusDays(20),
                "Example Street archive, agreement 4",
                "");
        agreements.sign(coordinator.actor(), all, now).orThrow();
        agreements.sign(coordinator.actor(), withSchool, now).orThrow();
    }

    List<Player> players() {
        return List.copyOf(players);
    }

    /** The administrator of a partnership that is otherwise empty. */
    static Player administratorOnly(Partnerships partnerships, Founding founding, Instant now) {
        Partnership founded = partnerships.found(founding.partnership(), founding.profile(), now);
        Actor program = Partnerships.program(founded.id());
        List<Authority> authorities = partnerships.profile(founded.id()).authorities();
        String name = !founding.agency().isBlank()
                ? founding.agency()
                : authorities.isEmpty() ? "Council" : authorities.getFirst().name();
        Agency council = authorities.stream()
                .filter(authority -> authorities.size() > 1 && authority.name().equalsIgnoreCase(name))
                .findFirst()
                .map(authority -> partnerships.join(program, name, AgencyKind.LOCAL_AUTHORITY, authority, now))
                .orElseGet(() -> partnerships.join(program, name, AgencyKind.LOCAL_AUTHORITY, now));
        return player(
                partnerships,
                founded,
                council,
                "Administrator",
                "Systems administrator",
                Secret.of(partnerships),
                now,
                ADMINISTRATOR);
    }

    /** The co-ordinator of the partnership next door, from where a child comes. */
    static Player neighbour(Partnerships partnerships, Agreements agreements, Accounts accounts, Instant now) {
        Partnership founded = partnerships.found("Exampledale Safeguarding Children Partnership", "hull", now);
        Actor program = Partnerships.program(founded.id());
        Agency council =
                partnerships.join(program, "Exampledale Council children's services", AgencyKind.LOCAL_AUTHORITY, now);
        Player neighbour = player(
                partnerships,
                founded,
                council,
                "Nell Neighbour",
                "Panel co-ordinator next door",
                Secret.of(partnerships),
                now,
                PANEL_COORDINATOR);
        accounts.madeUp(program, neighbour.member().id(), now);
        Agency neighbouringPolice = partnerships.join(program, "Exampledale Police", AgencyKind.POLICE, now);
        LocalDate today = UnitedKingdom.day(now);
        agreements
                .sign(
                        neighbour.actor(),
                        new AgreementDraft(
                                "Exampledale agreement on exploited children",
                                Set.of(council.id(), neighbouringPolice.id()),
                                Set.copyOf(Purpose.ofAgreements()),
                                EnumSet.allOf(DataClass.class),
                                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                                today.minusMonths(5),
                                null,
                                today.plusMonths(19),
                                "Exampledale archive, agreement 2",
                                ""),
                        now)
                .orThrow();
        return neighbour;
    }

    private Player player(Agency agency, String name, String jobTitle, Role... roles) {
        Player player = player(partnerships, partnership, agency, name, jobTitle, secrets.pop(), now, roles);
        accounts.madeUp(program, player.member().id(), now);
        partnerships.reachedAt(program, player.member().id(), player.username() + "@exampleport.example", now);
        players.add(player);
        return player;
    }

    private static Player player(
            Partnerships partnerships,
            Partnership partnership,
            Agency agency,
            String name,
            String jobTitle,
            Secret secret,
            Instant now,
            Role... roles) {
        String username = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        Member member = partnerships
                .join(
                        Partnerships.program(partnership.id()),
                        agency,
                        name,
                        jobTitle,
                        EnumSet.copyOf(List.of(roles)),
                        username,
                        secret.hash(),
                        UnitedKingdom.day(now).minusYears(1),
                        now)
                .orThrow();
        return new Player(member, Partnerships.actor(partnership.id(), member), username, secret.password());
    }

    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int at = 0; at < 14; at++) {
            password.append(at == 4 || at == 9 ? '-' : LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
