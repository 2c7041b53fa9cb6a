package org.holdfast;

import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.TestPartnership.Person;
import org.holdfast.administration.AccessReviews;
import org.holdfast.administration.AgencyTeams;
import org.holdfast.administration.Clients;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.Asker;
import org.holdfast.assurance.Assurance;
import org.holdfast.assurance.AssuranceId;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Grounds;
import org.holdfast.assurance.Point;
import org.holdfast.assurance.PointDraft;
import org.holdfast.assurance.PointKind;
import org.holdfast.assurance.Questions;
import org.holdfast.assurance.ReconsiderationDraft;
import org.holdfast.assurance.Reconsiderations;
import org.holdfast.assurance.Verdict;
import org.holdfast.audit.Actor;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.AccessChallenges;
import org.holdfast.casework.AccessRequests;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Attachments;
import org.holdfast.casework.Capacity;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.CourtDateDraft;
import org.holdfast.casework.Custody;
import org.holdfast.casework.CustodyDraft;
import org.holdfast.casework.EntryDraft;
import org.holdfast.casework.Lane;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Offence;
import org.holdfast.casework.OffenceDraft;
import org.holdfast.casework.Particulars;
import org.holdfast.casework.PartyDraft;
import org.holdfast.casework.UncertainDay;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Element;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.NegativeReason;
import org.holdfast.decisions.Side;
import org.holdfast.decisions.Weight;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.LetterKind;
import org.holdfast.letters.Letters;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.Invitations;
import org.holdfast.packs.Packs;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.Webhook;
import org.holdfast.partnership.WebhookAnswer;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.Webhooks;
import org.holdfast.people.AliasKind;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.WarningKind;
import org.holdfast.records.AskerCapacity;
import org.holdfast.records.Disposals;
import org.holdfast.records.RequestDraft;
import org.holdfast.records.RequestKind;
import org.holdfast.records.SubjectRequests;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Receipt;
import org.holdfast.requests.Heading;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.room.ProposalDraft;
import org.holdfast.room.Proposals;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.transfers.Goes;
import org.holdfast.transfers.TransferDraft;
import org.holdfast.transfers.Transfers;
import org.holdfast.voice.ViewsLinks;
import org.springframework.stereotype.Component;

/**
 * A partnership with one record of every kind that has an address, made through the doors. All belong to Ever, who was decided on at one
 * panel and is heard at the next, which runs; but for the reconsideration, which is Nega's.
 */
final class EveryRecord {

    /** The doors behind which such records are kept. */
    @Component
    static class Maker {
        private final Journey.Doors doors;
        private final Chronologies chronologies;
        private final Circles circles;
        private final Particulars particulars;
        private final Attachments attachments;
        private final Questions questions;
        private final Requests requests;
        private final Returns returns;
        private final Packs packs;
        private final Proposals proposals;
        private final Assurances assurances;
        private final Reconsiderations reconsiderations;
        private final Letters letters;
        private final ViewsLinks links;
        private final Outbox outbox;
        private final Invitations invitations;
        private final Agreements agreements;
        private final AccessRequests access;
        private final AccessChallenges challenges;
        private final AccessReviews reviews;
        private final Clients clients;
        private final Webhooks webhooks;
        private final AgencyTeams teams;
        private final Disposals disposals;
        private final SubjectRequests subjectRequests;
        private final Cases cases;
        private final Transfers transfers;

        Maker(
                Journey.Doors doors,
                Chronologies chronologies,
                Circles circles,
                Particulars particulars,
                Attachments attachments,
                Questions questions,
                Requests requests,
                Returns returns,
                Packs packs,
                Proposals proposals,
                Assurances assurances,
                Reconsiderations reconsiderations,
                Letters letters,
                ViewsLinks links,
                Outbox outbox,
                Invitations invitations,
                Agreements agreements,
                AccessRequests access,
                AccessChallenges challenges,
                AccessReviews reviews,
                Clients clients,
                Webhooks webhooks,
                AgencyTeams teams,
                Disposals disposals,
                SubjectRequests subjectRequests,
                Cases cases,
                Transfers transfers) {
            this.doors = doors;
            this.chronologies = chronologies;
            this.circles = circles;
            this.particulars = particulars;
            this.attachments = attachments;
            this.questions = questions;
            this.requests = requests;
            this.returns = returns;
            this.packs = packs;
            this.proposals = proposals;
            this.assurances = assurances;
            this.reconsiderations = reconsiderations;
            this.letters = letters;
            this.links = links;
            this.outbox = outbox;
            this.invitations = invitations;
            this.agreements = agreements;
            this.access = access;
            this.challenges = challenges;
            this.reviews = reviews;
            this.clients = clients;
            this.webhooks = webhooks;
            this.teams = teams;
            this.disposals = disposals;
            this.subjectRequests = subjectRequests;
            this.cases = cases;
            this.transfers = transfers;
        }

        /** Everything happened in the weeks before; the running panel began yesterday at ten. */
        EveryRecord make(Instant now) {
            return new EveryRecord(this, UnitedKingdom.day(now));
        }
    }

    final Journey ever;
    final Journey nega;
    final TestPartnership us;
    final Person assurer;
    /** Co-ordinates too, and is kept out of both children's cases. */
    final Person keptOut;

    private final Maker at;
    private final Actor coordinator;
    private final LocalDate today;
    private final List<CaseId> cases = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    private EveryRecord(Maker at, LocalDate today) {
        this.at = at;
        this.today = today;
        ever = new Journey(at.doors, "hull", today.minusDays(70));
        us = ever.us;
        coordinator = ever.coordinator;
        Agency authority = at.doors.partnerships.join(
                us.program, "Example Competent Authority", AgencyKind.COMPETENT_AUTHORITY, ever.tick());
        assurer = us.join(authority, "Asa Assurer", Role.ASSURER);
        keptOut = us.join(us.council, "Kay Keptout", Role.PANEL_COORDINATOR);
        nega = ever.beside();
        referred();
        known();
        decidedOnce();
        returned();
        heardAgain();
        written();
        kept();
        Journey quin = offered();
        cases.addAll(List.of(ever.caseId, nega.caseId, quin.caseId));
        for (Journey child : List.of(ever, nega, quin)) {
            at.circles
                    .exclude(coordinator, child.caseId, keptOut.member().id(), "Related to the family", child.tick())
                    .orThrow();
        }
    }

    /** A program is told where cases stand, at an address at which nobody listens; of the first thing it was told so long that it was given up. */
    private void toldInVain(ApiClient program) {
        UUID client = program.actor().member();
        at.clients
                .tell(
                        us.administrator.actor(),
                        client,
                        new Clients.Listening("http://127.0.0.1:9/nobody-listens", Set.of(WebhookKind.CASES)),
                        ever.tick())
                .orThrow();
        Webhook webhook = at.webhooks.standing(us.program, client).orElseThrow();
        is("/administration/{webhook}", webhook.id());
        LedgerLine opened = at.doors.ledger.linesAbout(us.program, ever.caseId.value(), 1000).stream()
                .filter(line -> line.event().equals("case-opened"))
                .findFirst()
                .orElseThrow();
        at.webhooks.follow(us.program, webhook, webhook.followed() + 1, List.of(opened), ever.tick());
        at.webhooks.tried(
                us.program,
                program,
                at.webhooks.due(us.program, client, ever.tick()).orElseThrow(),
                ever.caseId.value(),
                new WebhookAnswer(500, null),
                null,
                ever.tick());
    }

    /** The id of the record that a variable of an address names; the variable as the beginning of the address and its name. */
    String id(String variable) {
        String id = ids.get(variable);
        if (id == null) {
            throw new AssertionError("no record was made for " + variable);
        }
        return id;
    }

    /** Every child's case that one of the records is about. */
    List<CaseId> cases() {
        return List.copyOf(cases);
    }

    /** An action of the plan that is this person's to do. */
    UUID actionOf(Person person) {
        return at.doors
                .plans
                .agree(
                        coordinator,
                        ever.caseId,
                        new ActionDraft(
                                "Visit at home",
                                "To agree a safe way to keep in touch",
                                person.member().id(),
                                person.member().name(),
                                person.member().agency().id(),
                                person.member().agency().name(),
                                today.plusDays(14)),
                        ever.tick())
                .orThrow();
    }

    /** A team of the agency. */
    UUID teamOf(Agency agency) {
        return at.teams
                .make(us.administrator.actor(), agency.id(), "Front door", ever.today(), ever.tick())
                .orThrow()
                .id()
                .value();
    }

    /** A point of the competent authority that is this person's to answer. */
    UUID pointOf(Person person) {
        UUID point = points.removeFirst().id();
        at.assurances
                .shareOut(
                        coordinator,
                        new AssuranceId(UUID.fromString(id("/assurance/{id}"))),
                        point,
                        person.member().id(),
                        null,
                        today.plusDays(14),
                        ever.tick())
                .orThrow();
        return point;
    }

    private void is(String variable, Object id) {
        ids.put(variable, id.toString());
    }

    private void referred() {
        ever.on(today.minusDays(60))
                .referralArrives("Ever", today.minusYears(14))
                .safeguarded();
        ever.on(today.minusDays(58)).accepted().withAPlan();
        nega.on(today.minusDays(60))
                .referralArrives("Nega", today.minusYears(15))
                .safeguarded();
        nega.on(today.minusDays(58)).accepted().withAPlan();
        is("/referrals/{id}", ever.referral.value());
        is("/referrals/{number}", 1);
        is("/referrals/{step}", "accept");
        var draft = at.doors.handwritten.begin(coordinator, ever.tick()).orThrow();
        is("/referrals/drafts/{id}", draft.value());
        is("/referrals/drafts/{page}", "pv-dob");
        is(
                "/referrals/drafts/{file}",
                at.doors
                        .handwritten
                        .addFile(
                                coordinator,
                                draft,
                                "seen.pdf",
                                "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8),
                                ever.tick())
                        .orThrow()
                        .id());
        Receipt turnedAway = at.doors
                .referrals
                .receive(coordinator, Manner.INTERFACE, "{".getBytes(StandardCharsets.UTF_8), ever.tick())
                .orThrow();
        is("/referrals/rejected/{id}", ((Receipt.TurnedAway) turnedAway).id());
    }

    private void known() {
        var id = ever.caseId;
        ever.on(today.minusDays(50));
        is("/cases/{caseId}", id.value());
        is("/cases/{kind}", "conclusive-grounds");
        is("/cases/{command}", "pause");
        is("/cases/{plan}", at.doors.plans.plan(coordinator, id).orElseThrow().id());
        UUID action = at.doors
                .plans
                .agree(
                        coordinator,
                        id,
                        new ActionDraft(
                                "Visit at home",
                                "To agree a safe way to keep in touch",
                                us.socialWorker.member().id(),
                                "Sol Socialworker",
                                us.council.id(),
                                "Testshire Council",
                                ever.today().plusDays(14)),
                        ever.tick())
                .orThrow();
        is("/cases/{action}", action);
        is("/actions/{id}", action);
        is(
                "/cases/{entry}",
                at.chronologies
                        .write(
                                coordinator,
                                id,
                                new EntryDraft(
                                        Lane.MISSING,
                                        UncertainDay.on(ever.today()),
                                        "Found by the river",
                                        "Example School",
                                        "Example records",
                                        true),
                                ever.tick())
                        .orThrow());
        at.chronologies
                .log(
                        coordinator,
                        id,
                        new UpdateDraft(
                                ever.tick(), CaseUpdate.Kind.CONTACT, "School rang", "Example School", true, null),
                        ever.tick())
                .orThrow();
        is(
                "/cases/{date}",
                at.doors
                        .courts
                        .set(
                                coordinator,
                                id,
                                new CourtDateDraft(
                                        today.plusDays(90), "Example Youth Court", "First hearing", null, null),
                                ever.tick())
                        .orThrow());
        is(
                "/cases/{offence}",
                at.doors
                        .courts
                        .record(
                                coordinator,
                                id,
                                new OffenceDraft(
                                        "Possession",
                                        UncertainDay.on(ever.today()),
                                        Offence.Proceedings.CHARGED,
                                        null,
                                        Offence.ScheduleCheck.NOT_YET_ASKED),
                                ever.tick())
                        .orThrow());
        is(
                "/cases/{custody}",
                at.doors
                        .courts
                        .record(
                                coordinator,
                                id,
                                new CustodyDraft(Custody.Kind.POLICE_CUSTODY, "Example station", ever.today(), null),
                                ever.tick())
                        .orThrow());
        is(
                "/cases/{file}",
                at.attachments
                        .add(
                                coordinator,
                                id,
                                "plan.pdf",
                                "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8),
                                "The plan",
                                ever.tick())
                        .orThrow()
                        .id());
        is(
                "/cases/{alias}",
                at.particulars
                        .addAlias(coordinator, id, "Evvie", AliasKind.NICKNAME, ever.tick())
                        .orThrow()
                        .id());
        at.particulars
                .addIdentifier(coordinator, id, IdentifierSystem.SOCIAL_CARE_ID, "SC-1", null, ever.tick())
                .orThrow();
        is(
                "/cases/{party}",
                at.circles
                        .join(
                                coordinator,
                                id,
                                new PartyDraft(
                                        Capacity.RELATIVE, "An aunt", null, null, "", "01632 960001", ever.today()),
                                ever.tick())
                        .orThrow());
        is(
                "/cases/{warning}",
                at.circles
                        .warn(
                                coordinator,
                                id,
                                WarningKind.HANDLE_WITH_CARE,
                                "Leave no messages on the telephone",
                                today.plusDays(20),
                                ever.tick())
                        .orThrow()
                        .id());
        is(
                "/cases/{question}",
                at.questions
                        .record(
                                coordinator,
                                id,
                                "Is anything new?",
                                "Example Competent Authority",
                                ever.today(),
                                ever.today().plusDays(2),
                                ever.tick())
                        .orThrow());
    }

    /** Ever is decided positively on reasonable grounds, Nega negatively; both outcomes are sent. */
    private void decidedOnce() {
        ever.on(today.minusDays(40)).panelPlannedFor(today.minusDays(30));
        nega.follows(ever).heardAt(ever.meeting);
        ever.everybodyMeets().prepared();
        ever.vote(Ground.RG, FOR, FOR, FOR);
        ever.issued();
        nega.follows(ever).called().prepared();
        nega.vote(Ground.RG, AGAINST, AGAINST, FOR);
        var account = at.doors
                .decisions
                .read(coordinator, nega.decision, nega.tick())
                .orThrow()
                .decision()
                .account();
        at.doors
                .decisions
                .write(
                        coordinator,
                        nega.decision,
                        new Account(
                                account.childsView(),
                                account.credibility(),
                                account.bestInterests(),
                                account.reasoning(),
                                Set.of(),
                                false,
                                Set.of(NegativeReason.INSUFFICIENT_INFORMATION),
                                null,
                                account.version()),
                        true,
                        nega.tick())
                .orThrow();
        nega.issued();
        nega.meetingFinished();
        nega.minutesApproved();
        is("/minutes/{id}", ever.meeting.value());
        is("/minutes/{item}", ever.item.value());
        is("/minutes/{member}", us.policeVoter.member().id().value());
        ever.follows(nega).outcomeSent();
        nega.follows(ever).outcomeSent();
    }

    private void returned() {
        ever.on(today.minusDays(25));
        Assurance sent = at.assurances.of(coordinator, ever.decision).orElseThrow();
        at.assurances
                .answer(
                        assurer.actor(),
                        sent.id(),
                        AnswerDraft.own(
                                Verdict.RETURNED,
                                "",
                                Collections.nCopies(
                                        12, new PointDraft(PointKind.REASONS, "Outcome", "Which element was shown?")),
                                false),
                        ever.tick())
                .orThrow();
        is("/assurance/{id}", sent.id().value());
        points.addAll(at.assurances.of(coordinator, ever.decision).orElseThrow().points());
        is("/assurance/{point}", points.removeFirst().id());
        is(
                "/reconsiderations/{id}",
                at.reconsiderations
                        .ask(
                                coordinator,
                                nega.decision,
                                new ReconsiderationDraft(
                                        Asker.CHILDS_REPRESENTATIVE,
                                        "Gil Guardian",
                                        Grounds.NEW_EVIDENCE,
                                        "A diary was found",
                                        ever.today()),
                                ever.tick())
                        .orThrow()
                        .value());
    }

    /** Agencies are asked, the pack is locked, and the panel that hears of Ever again is in session: somebody's vote was written down. */
    private void heardAgain() {
        ever.on(today.minusDays(12)).panelPlannedFor(today.minusDays(1));
        at.requests.ask(coordinator, ever.meeting, ever.tick()).orThrow();
        var request = at.returns
                .waiting(us.healthVoter.actor(), ever.tick())
                .orThrow()
                .getFirst()
                .request();
        var question = at.returns
                .open(us.healthVoter.actor(), request.id(), ever.tick())
                .orThrow()
                .lines()
                .getFirst()
                .question();
        at.returns
                .handIn(
                        us.healthVoter.actor(),
                        question.id(),
                        new ReturnDraft(
                                List.of(
                                        new Told(Heading.KNOWN, "Seen at the walk-in centre", false, ""),
                                        new Told(
                                                Heading.WORRIES,
                                                "Somebody told the nurse in confidence who drove the car",
                                                true,
                                                "It would show who told it")),
                                "Example records",
                                ever.today()),
                        0,
                        ever.tick())
                .orThrow();
        is("/requests/{id}", request.id().value());
        is("/requests/{question}", question.id().value());
        is("/requests/children/{question}", question.id().value());
        is("/meetings/{request}", request.id().value());
        is("/meetings/{question}", question.id().value());
        at.invitations
                .send(coordinator, ever.meeting, ever.agenda().meeting().version(), ever.tick())
                .orThrow();
        is(
                "/messages/{message}",
                at.outbox.own(us.policeVoter.actor(), 1).messages().stream()
                        .filter(sent -> sent.kept().message().entry() != null)
                        .findFirst()
                        .orElseThrow()
                        .kept()
                        .id());
        at.packs.lock(coordinator, ever.meeting, ever.tick()).orThrow();
        is("/meetings/{number}", 1);
        ever.everybodyMeets().decisionOpened();
        var invited = ever.agenda().attendance();
        var attendee = invited.of(us.policeVoter.member().id()).orElseThrow().id();
        is("/meetings/{id}", ever.meeting.value());
        is("/meetings/{item}", ever.item.value());
        is("/meetings/{caseId}", ever.caseId.value());
        is("/meetings/{attendee}", attendee.value());
        is(
                "/meetings/{proposal}",
                at.proposals
                        .propose(
                                us.policeVoter.actor(),
                                ever.meeting,
                                ever.item,
                                new ProposalDraft(
                                        "Speak to the station", "It is where they wait", attendee, today.plusDays(7)),
                                invited,
                                ever.tick())
                        .orThrow());
        is("/decisions/{id}", ever.decision.value());
        is("/decisions/{definition}", "trafficking");
        is("/decisions/{element}", "action");
        is(
                "/decisions/{evidence}",
                at.doors
                        .decisions
                        .addEvidence(
                                coordinator,
                                ever.decision,
                                Definition.TRAFFICKING,
                                Element.ACTION,
                                Side.FOR,
                                "Seen far from home",
                                "Example School",
                                Weight.STRONG,
                                ever.tick())
                        .orThrow());
        ever.ask(Ground.CG).orThrow();
        is(
                "/decisions/{vote}",
                at.doors
                        .decisions
                        .recordVote(
                                coordinator,
                                ever.decision,
                                Ground.CG,
                                us.healthVoter.member().id(),
                                FOR,
                                "On the evidence",
                                ever.tick())
                        .orThrow());
    }

    private void written() {
        is("/drafts/{form}", "referrals.new");
        Person nurse = us.join(us.health, "Nia Nurse", Role.AGENCY_CONTACT);
        is("/access/{caseId}", ever.caseId.value());
        is(
                "/cases/{request}",
                at.access
                        .ask(nurse.actor(), ever.caseId, "She comes to our clinic", ever.tick())
                        .orThrow());
        is(
                "/cases/{challenge}",
                at.challenges
                        .challenge(
                                coordinator,
                                ever.caseId,
                                us.join(us.council, "Cory Challenged", Role.PANEL_COORDINATOR)
                                        .member()
                                        .id(),
                                "Does she still work with the child?",
                                false,
                                ever.tick())
                        .orThrow());
        is("/administration/{number}", 1);
        is("/administration/{agency}", us.health.id().value());
        is("/administration/{member}", nurse.member().id().value());
        is("/scim/{id}", nurse.member().id().value());
        Team team = at.teams
                .make(us.administrator.actor(), us.health.id(), "Clinic", UnitedKingdom.day(ever.tick()), ever.tick())
                .orThrow();
        is("/administration/{team}", team.id().value());
        is("/scim/{team}", team.id().value());
        is("/scim/{name}", "Printer");
        is("/scim/{schema}", "urn:ietf:params:scim:schemas:core:2.0:Printer");
        is(
                "/administration/{review}",
                at.reviews.open(us.administrator.actor(), ever.tick()).orThrow());
        ApiClient program = at.clients
                .admit(
                        us.administrator.actor(),
                        new Clients.Admitting(
                                us.council.id(),
                                "Council case system",
                                Set.of(Role.PANEL_COORDINATOR),
                                Set.of(ClientScope.CASES_READ),
                                60,
                                UnitedKingdom.day(ever.tick()).plusMonths(1)),
                        ever.tick())
                .orThrow()
                .client();
        is("/administration/{client}", program.actor().member());
        toldInVain(program);
        // a guest needs a mail server: GuestsTest takes a real one back
        is("/meetings/{guest}", new UUID(1, 1));
        is(
                "/agreements/{id}",
                at.agreements
                        .register(coordinator, ever.tick())
                        .orThrow()
                        .agreements()
                        .getFirst()
                        .id()
                        .value());
        is(
                "/letters/{id}",
                at.letters
                        .begin(coordinator, ever.caseId, LetterKind.TO_CHILD, null, Tongue.ENGLISH, ever.tick())
                        .orThrow()
                        .value());
        is(
                "/views/{id}",
                at.links
                        .give(coordinator, ever.caseId, Tongue.ENGLISH, "The next panel", "", 14, ever.tick())
                        .orThrow()
                        .link()
                        .id()
                        .value());
    }

    /** Of Nega the records are held and asked for; what is held about Tria, who was withdrawn, is to be destroyed in thirty years. */
    private void kept() {
        Actor officer = us.informationGovernance.actor();
        is("/records/{caseId}", nega.caseId.value());
        is(
                "/records/{hold}",
                at.disposals
                        .hold(officer, nega.caseId, "A complaint", ever.tick())
                        .orThrow());
        is(
                "/records/{request}",
                at.subjectRequests
                        .receive(
                                officer,
                                nega.caseId,
                                new RequestDraft(
                                        RequestKind.ACCESS, ever.today(), "Nega", AskerCapacity.CHILD, "Everything"),
                                ever.tick())
                        .orThrow());
        Journey tria = ever.beside().on(today.minusDays(20)).referralArrives("Tria", today.minusYears(16));
        cases.add(tria.caseId);
        at.cases.happened(coordinator, tria.caseId, Milestone.WITHDRAWN, tria.tick(), tria.tick());
        is(
                "/records/{disposal}",
                at.disposals
                        .propose(officer, tria.caseId, tria.tick().plus(Duration.ofDays(30 * 366)))
                        .orThrow());
    }

    /**
     * Quin moves: the case is offered to another partnership, which has not answered, with what the health trust restricted. Another child came from
     * there with the minutes of a panel.
     */
    private Journey offered() {
        Journey quin = ever.beside()
                .on(today.minusDays(15))
                .referralArrives("Quin", today.minusYears(13))
                .safeguarded();
        quin.on(today.minusDays(14)).accepted().panelPlannedFor(today.plusDays(25));
        at.requests.ask(coordinator, quin.meeting, quin.tick()).orThrow();
        var question = at.returns.waiting(us.healthVoter.actor(), quin.tick()).orThrow().stream()
                .flatMap(
                        it -> at
                                .returns
                                .open(us.healthVoter.actor(), it.request().id(), quin.tick())
                                .orThrow()
                                .lines()
                                .stream())
                .map(it -> it.question())
                .filter(it -> it.caseId().equals(quin.caseId))
                .findFirst()
                .orElseThrow();
        at.returns
                .handIn(
                        us.healthVoter.actor(),
                        question.id(),
                        new ReturnDraft(
                                List.of(new Told(
                                        Heading.KNOWN, "Told in confidence", true, "It would show who told it")),
                                "Example records",
                                quin.today()),
                        0,
                        quin.tick())
                .orThrow();
        at.doors
                .meetings
                .cancel(
                        coordinator,
                        quin.meeting,
                        "Quin moves",
                        quin.agenda().meeting().version(),
                        quin.tick())
                .orThrow();
        Journey elsewhere = new Journey(at.doors, "hull", today.minusDays(60));
        is(
                "/transfers/{transfer}",
                at.transfers
                        .offer(
                                coordinator,
                                quin.caseId,
                                going(us.health.id().value(), "RETURN", elsewhere.us),
                                quin.tick())
                        .orThrow());
        elsewhere
                .on(today.minusDays(50))
                .referralArrives("Zed", today.minusYears(12))
                .safeguarded();
        elsewhere.on(today.minusDays(49)).accepted().panelPlannedFor(today.minusDays(30));
        elsewhere.everybodyMeets().adjourned(AdjournedFor.MORE_EVIDENCE, "The school is asked");
        elsewhere.meetingFinished().minutesApproved().on(today.minusDays(20));
        UUID coming = at.transfers
                .offer(
                        elsewhere.coordinator,
                        elsewhere.caseId,
                        going(elsewhere.meeting.value(), "MINUTES", us),
                        elsewhere.tick())
                .orThrow();
        at.transfers.accept(coordinator, coming, 1, elsewhere.tick()).orThrow();
        cases.add(elsewhere.caseId);
        at.circles
                .exclude(
                        coordinator, elsewhere.caseId, keptOut.member().id(), "Related to the family", elsewhere.tick())
                .orThrow();
        is(
                "/transfers/{paper}",
                at.transfers
                        .see(coordinator, coming, elsewhere.tick())
                        .orThrow()
                        .papers()
                        .getFirst()
                        .id());
        is(
                "/cases/{paper}",
                at.transfers.preview(coordinator, ever.caseId, ever.tick()).orThrow().papers().stream()
                        .filter(it -> it.stays() == null)
                        .findFirst()
                        .orElseThrow()
                        .key());
        return quin;
    }

    private static TransferDraft going(UUID source, String kind, TestPartnership to) {
        return new TransferDraft(
                to.partnership.id().value(),
                Set.of(Goes.CASE),
                Set.of(kind + ":" + source),
                "Lives there now",
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING);
    }
}
