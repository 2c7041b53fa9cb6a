package org.holdfast.demonstration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Reconsiderations;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.Actions;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.Courts;
import org.holdfast.casework.Particulars;
import org.holdfast.casework.Plans;
import org.holdfast.casework.Voices;
import org.holdfast.decisions.Decisions;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Invitations;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.Sessions;
import org.holdfast.packs.Packs;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.holdfast.partnership.Teams;
import org.holdfast.partnership.Webhook;
import org.holdfast.partnership.WebhookAnswer;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.Webhooks;
import org.holdfast.referrals.HandwrittenReferrals;
import org.holdfast.referrals.ReferralSteps;
import org.holdfast.referrals.Referrals;
import org.holdfast.requests.Requests;
import org.holdfast.requests.Returns;
import org.holdfast.room.Proposals;
import org.holdfast.room.Rooms;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Sharing;
import org.holdfast.transfers.Goes;
import org.holdfast.transfers.TransferDraft;
import org.holdfast.transfers.Transfers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the partnerships that a first start begins with. */
@Component
public class Demonstration {

    private final Partnerships partnerships;
    private final Teams teams;
    private final ApiClients clients;
    private final Webhooks webhooks;
    private final Accounts accounts;
    private final Referrals referrals;
    private final ReferralSteps steps;
    private final HandwrittenReferrals handwritten;
    private final Circles circles;
    private final Plans plans;
    private final Actions actions;
    private final Voices voices;
    private final Courts courts;
    private final Chronologies chronologies;
    private final Particulars particulars;
    private final Sharing sharing;
    private final Agreements agreements;
    private final Meetings meetings;
    private final Sessions sessions;
    private final MinuteBook minutes;
    private final Decisions decisions;
    private final Invitations invitations;
    private final Requests requests;
    private final Returns returns;
    private final ObjectProvider<Round> rounds;
    private final Assurances assurances;
    private final Reconsiderations reconsiderations;
    private final LetterDesk letters;
    private final RecordsDesk records;
    private final Transfers transfers;
    private final Packs packs;
    private final Rooms rooms;
    private final Proposals proposals;
    private final Ledger ledger;

    Demonstration(
            Partnerships partnerships,
            Teams teams,
            ApiClients clients,
            Webhooks webhooks,
            Accounts accounts,
            Referrals referrals,
            ReferralSteps steps,
            HandwrittenReferrals handwritten,
            Circles circles,
            Plans plans,
            Actions actions,
            Voices voices,
            Courts courts,
            Chronologies chronologies,
            Particulars particulars,
            Sharing sharing,
            Agreements agreements,
            Meetings meetings,
            Sessions sessions,
            MinuteBook minutes,
            Decisions decisions,
            Invitations invitations,
            Requests requests,
            Returns returns,
            ObjectProvider<Round> rounds,
            Assurances assurances,
            Reconsiderations reconsiderations,
            LetterDesk letters,
            RecordsDesk records,
            Transfers transfers,
            Packs packs,
            Rooms rooms,
            Proposals proposals,
            Ledger ledger) {
        this.partnerships = partnerships;
        this.teams = teams;
        this.clients = clients;
        this.webhooks = webhooks;
        this.accounts = accounts;
        this.referrals = referrals;
        this.steps = steps;
        this.handwritten = handwritten;
        this.circles = circles;
        this.plans = plans;
        this.actions = actions;
        this.voices = voices;
        this.courts = courts;
        this.chronologies = chronologies;
        this.particulars = particulars;
        this.sharing = sharing;
        this.agreements = agreements;
        this.meetings = meetings;
        this.sessions = sessions;
        this.minutes = minutes;
        this.decisions = decisions;
        this.invitations = invitations;
        this.requests = requests;
        this.returns = returns;
        this.rounds = rounds;
        this.assurances = assurances;
        this.reconsiderations = reconsiderations;
        this.letters = letters;
        this.records = records;
        this.transfers = transfers;
        this.packs = packs;
        this.rooms = rooms;
        this.proposals = proposals;
        this.ledger = ledger;
    }

    /** The made-up partnership with its people and children. */
    public SignIns load(Instant now) {
        Cast cast = new Cast(partnerships, teams, agreements, accounts, now);
        Actor coordinator = cast.coordinator.actor();
        Actor gateway = clients.client(cast.apiToken, now).orElseThrow().actor();
        Story story = new Story(
                cast,
                new ReferralDesk(referrals, steps, handwritten, gateway, coordinator),
                new CaseDesk(circles, plans, actions, voices, courts, chronologies, particulars, sharing, coordinator),
                new PanelDesk(
                        cast,
                        partnerships.profile(cast.partnership.id()),
                        meetings,
                        sessions,
                        plans,
                        minutes,
                        decisions,
                        invitations,
                        requests,
                        returns,
                        rounds.stream()
                                .filter(round -> round.name().equals("reminders"))
                                .findFirst()
                                .orElseThrow(),
                        packs,
                        rooms,
                        proposals),
                new AssuranceDesk(cast, assurances, reconsiderations, decisions),
                letters,
                records,
                now);
        // one transaction: the story stands whole or not at all, and the disk is waited for once
        ledger.within(cast.program, () -> {
            story.tell();
            return cast;
        });
        ledger.within(cast.program, () -> {
            tells(cast, now);
            return cast;
        });
        return signIns(cast, nextDoor(cast, now));
    }

    /** The gateway is told what happens at an address at which nobody listens any more: what reached it, what was given up, what waits. */
    private void tells(Cast cast, Instant now) {
        ApiClient gateway = clients.client(cast.apiToken, now).orElseThrow();
        UUID client = gateway.actor().member();
        boolean set = webhooks.tell(
                        cast.administrator.actor(),
                        client,
                        URI.create("http://127.0.0.1:9/nobody-listens"),
                        EnumSet.of(WebhookKind.CASES, WebhookKind.DECISIONS),
                        now)
                .isPresent();
        if (!set) {
            throw new IllegalStateException("the gateway is told already");
        }
        Webhook webhook = webhooks.standing(cast.program, client).orElseThrow();
        Map<Long, UUID> cases = new HashMap<>();
        List<LedgerLine> told = ledger.lines(cast.program, LedgerFilter.ALL, Long.MAX_VALUE, 1000).stream()
                .filter(line -> WebhookKind.of(line.event())
                        .filter(webhook.kinds()::contains)
                        .isPresent())
                .filter(line -> line.caseId() != null)
                .limit(4)
                .toList();
        told.forEach(line -> cases.put(line.seq(), line.caseId()));
        webhooks.follow(cast.program, webhook, webhook.followed(), told, now);
        for (WebhookAnswer answer :
                List.of(new WebhookAnswer(200, null), new WebhookAnswer(204, null), new WebhookAnswer(503, null))) {
            webhooks.due(cast.program, client, now)
                    .ifPresent(delivery -> webhooks.tried(
                            cast.program,
                            gateway,
                            delivery,
                            Objects.requireNonNull(cases.get(delivery.line())),
                            answer,
                            null,
                            now));
        }
    }

    /** A child next door moves to Exampleport, and the case is offered (SHR-6). */
    private Cast.Player nextDoor(Cast cast, Instant now) {
        Cast.Player neighbour = Cast.neighbour(partnerships, agreements, accounts, now);
        Actor by = neighbour.actor();
        ReferralDesk desk = new ReferralDesk(referrals, steps, handwritten, by, by);
        MadeUpChild child = MadeUpChild.of(
                900,
                "Wren",
                "Movesaround",
                UnitedKingdom.day(now).minusYears(15).minusDays(40),
                "Female",
                MadeUpChild.Worry.GROOMING);
        ledger.within(by, () -> {
            desk.arrives(child, now.minus(Duration.ofDays(9)));
            desk.safeAndTold(child, now.minus(Duration.ofDays(8)));
            desk.accepted(child, now.minus(Duration.ofDays(6)));
            return transfers
                    .offer(
                            by,
                            child.caseId(),
                            new TransferDraft(
                                    cast.partnership.id().value(),
                                    Set.of(Goes.CASE, Goes.VOICE, Goes.FILES),
                                    Set.of(),
                                    "Lives with an aunt in Exampleport since last week. The worker here goes on ringing her.",
                                    LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING),
                            now.minus(Duration.ofHours(20)))
                    .orThrow();
        });
        return neighbour;
    }

    /** A partnership with nobody in it but an administrator, who makes the rest. */
    public SignIns administratorOnly(Founding founding, Instant now) {
        Cast.Player administrator = Cast.administratorOnly(partnerships, founding, now);
        return new SignIns(List.of(user(administrator)), "");
    }

    private static SignIns signIns(Cast cast, Cast.Player neighbour) {
        return new SignIns(
                Stream.concat(cast.players().stream(), Stream.of(neighbour))
                        .map(Demonstration::user)
                        .toList(),
                cast.apiToken);
    }

    private static SignIns.User user(Cast.Player player) {
        return new SignIns.User(
                player.member().name(),
                player.member().agency().name(),
                player.member().roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")),
                player.username(),
                player.password());
    }
}
