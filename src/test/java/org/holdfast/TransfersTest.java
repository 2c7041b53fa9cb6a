package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.MyWork;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.RunningClock;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.records.Disposals;
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Sharing;
import org.holdfast.transfers.Alike;
import org.holdfast.transfers.Goes;
import org.holdfast.transfers.TransferDraft;
import org.holdfast.transfers.TransferState;
import org.holdfast.transfers.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SHR-6: a child moves, and the case goes from one partnership to another with its clocks; whoever is neither sees nothing of it. */
@HoldfastTest
class TransfersTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Journey.Doors doors;
    private final Transfers transfers;
    private final Disposals disposals;
    private final Disclosures disclosures;
    private final MyWork work;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final Sharing sharing;
    private final int port;

    TransfersTest(
            Journey.Doors doors,
            Transfers transfers,
            Disposals disposals,
            Disclosures disclosures,
            MyWork work,
            Ledger ledger,
            JdbcClient sql,
            Sharing sharing,
            @LocalServerPort int port) {
        this.doors = doors;
        this.transfers = transfers;
        this.disposals = disposals;
        this.disclosures = disclosures;
        this.work = work;
        this.ledger = ledger;
        this.sql = sql;
        this.sharing = sharing;
        this.port = port;
    }

    @Test
    void aCaseGoesOnElsewhereWithItsClocksAndItsDecision() {
        Journey here = withReasonableGrounds();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(40));
        disposals
                .hold(here.us.informationGovernance.actor(), here.caseId, "A complaint is open", here.tick())
                .orThrow();
        sharing.protectAddress(
                here.coordinator, here.caseId, Set.of(here.us.police.id()), "A relative looks", here.tick());
        Map<ClockKind, LocalDate> due = clocks(here);
        Map<String, Long> held = travelling(here.coordinator, here.caseId.value());
        UUID transfer = offered(here, there, Goes.CASE, Goes.VOICE, Goes.FILES);

        assertThat(work.of(there.coordinator, there.tick()))
                .anySatisfy(row -> assertThat(row.item().path()).isEqualTo("/transfers/" + transfer));
        assertThat(stageThere(there, here)).as("nothing has moved").isEmpty();
        Instant accepted = there.tick();
        transfers.accept(there.coordinator, transfer, 1, accepted).orThrow();

        there.caseId = here.caseId;
        assertThat(there.stage()).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
        assertThat(clocks(there)).as("the clocks run on as they ran").isEqualTo(due);
        assertThat(travelling(there.coordinator, here.caseId.value()))
                .as("everything that goes along is there")
                .isEqualTo(held);
        assertThat(disposals
                        .of(there.us.informationGovernance.actor(), there.caseId, accepted)
                        .orThrow()
                        .holds())
                .as("a legal hold goes along")
                .hasSize(1);

        assertThat(sharing.protectedAddress(there.coordinator, here.caseId))
                .as("the address is protected there too, for none of the sender's agencies")
                .hasValueSatisfying(mark -> assertThat(mark.agencies()).isEmpty());

        assertThat(here.stage()).as("closed at the sender's").isEqualTo(Stage.TRANSFERRED);
        assertThat(doors.clocks.of(here.coordinator, here.caseId, accepted)).noneMatch(RunningClock::open);
        assertThat(events(here.coordinator)).contains("transfer-offered", "handed-over");
        assertThat(events(there.coordinator)).contains("transfer-accepted");
        assertThat(disclosures.of(here.coordinator, here.caseId, accepted.plusSeconds(1)))
                .anyMatch(it -> it.given() != null && it.given().recipient() == Given.Recipient.OTHER_PARTNERSHIP);
        assertThat(transfers.see(here.coordinator, transfer, accepted).orThrow().transfer())
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(TransferState.ACCEPTED);
                    assertThat(it.settledAt()).isNotNull();
                    assertThat(it.notice())
                            .as("what was told before the answer is gone")
                            .isNull();
                });

        long before = ledger.length(there.coordinator);
        assertThat(transfers.accept(there.coordinator, transfer, 1, accepted)).isInstanceOf(Outcome.Refused.class);
        assertThat(transfers.accept(there.coordinator, transfer, 2, accepted)).isInstanceOf(Outcome.Refused.class);
        assertThat(travelling(there.coordinator, here.caseId.value()))
                .as("accepted twice is accepted once")
                .isEqualTo(held);
        assertThat(ledger.length(there.coordinator)).isEqualTo(before);

        Visitor reader = Visitor.signedIn(port, there.us.coordinator);
        for (String page :
                List.of("", "/chronology", "/plan", "/clocks", "/particulars", "/voice", "/court", "/people")) {
            assertThat(reader.get("/cases/" + there.caseId.value() + page).status())
                    .as(page)
                    .isEqualTo(200);
        }
        assertThat(reader.get("/decisions/" + here.decision.value()).status())
                .as("the sealed decision can be read")
                .isEqualTo(200);

        // the panel there decides what is left to decide, in the time that was left
        there.on(MONDAY.plusDays(60)).panelPlannedFor(MONDAY.plusDays(70));
        there.everybodyMeets().decisionOpened().accountWritten();
        assertThat(there.vote(Ground.CG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(there.issued()).isEqualTo(Determination.POSITIVE_CG);
        assertThat(ledger.check(here.coordinator).whole()).isTrue();
        assertThat(ledger.check(there.coordinator).whole()).isTrue();
    }

    @Test
    void whatIsDeclinedOrTakenBackLeavesAllAsItWas() {
        Journey here = accepted();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(5));
        Map<ClockKind, LocalDate> due = clocks(here);
        Map<String, Long> held = travelling(here.coordinator, here.caseId.value());
        UUID transfer = offered(here, there);
        assertThat(transfers.decline(there.coordinator, transfer, " ", 1, there.tick()))
                .as("with a reason")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(transfers.withdraw(there.coordinator, transfer, "Not ours", 1, there.tick()))
                .as("only the sender takes back")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(transfers.accept(here.coordinator, transfer, 1, here.tick()))
                .as("nobody accepts what they offer")
                .isInstanceOf(Outcome.Refused.class);
        transfers
                .decline(there.coordinator, transfer, "The child does not live here", 1, there.tick())
                .orThrow();
        assertThat(here.stage()).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
        assertThat(clocks(here)).isEqualTo(due);
        assertThat(travelling(here.coordinator, here.caseId.value())).isEqualTo(held);
        assertThat(travelling(there.coordinator, here.caseId.value())).isEmpty();
        assertThat(events(here.coordinator)).contains("transfer-came-back");
        assertThat(events(there.coordinator)).contains("transfer-declined");

        UUID again = offered(here, there);
        transfers
                .withdraw(here.coordinator, again, "She stays after all", 1, here.tick())
                .orThrow();
        assertThat(transfers.accept(there.coordinator, again, 2, there.tick())).isInstanceOf(Outcome.Refused.class);
        assertThat(travelling(there.coordinator, here.caseId.value())).isEmpty();
    }

    @Test
    void nothingGoesFromAnAgendaNorOnceItWasPutOnOneSinceItWasOffered() {
        Journey here = accepted();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(5));
        UUID transfer = offered(here, there);
        here.on(MONDAY.plusDays(6)).panelPlannedFor(MONDAY.plusDays(20));
        assertThat(transfers.accept(there.coordinator, transfer, 1, here.tick()))
                .isEqualTo(Outcome.refused(Reason.of("transfers.in-hand", "SHR-6", here.us.partnership.name())));
        transfers
                .withdraw(here.coordinator, transfer, "The panel hears it first", 1, here.tick())
                .orThrow();
        assertThat(transfers.offer(here.coordinator, here.caseId, draft(there), here.tick()))
                .isEqualTo(Outcome.refused(Reason.of("transfers.on-an-agenda", "SHR-6")));
        assertThat(travelling(there.coordinator, here.caseId.value())).isEmpty();
    }

    @Test
    void whoeverIsNeitherSeesNothingAndNobodyHandsOverToThemselves() {
        Journey here = accepted();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(5));
        TestPartnership others = doors.founder.found(here.tick());
        UUID transfer = offered(here, there);
        Actor stranger = others.coordinator.actor();
        assertThat(transfers.see(stranger, transfer, here.tick())).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(transfers.accept(stranger, transfer, 1, here.tick())).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(transfers.all(stranger, here.tick()).orThrow()).isEmpty();
        assertThat(ledger.<Long>within(
                        stranger,
                        () -> sql.sql("select count(*) from transfers.transfer")
                                .query(Long.class)
                                .single()))
                .as("the database keeps it from them too")
                .isZero();
        assertThat(sql.sql("select count(*) from transfers.transfer")
                        .query(Long.class)
                        .single())
                .as("and from a query that forgot to ask")
                .isZero();
        assertThatThrownBy(() -> ledger.within(
                        stranger,
                        () -> sql.sql("select transfers.hand_over(:transfer)")
                                .param("transfer", transfer)
                                .query()
                                .listOfRows()))
                .hasStackTraceContaining("no transfer to this partnership");
        assertThatThrownBy(() -> ledger.within(
                        there.coordinator,
                        () -> sql.sql("select transfers.hand_over(:transfer)")
                                .param("transfer", transfer)
                                .query()
                                .listOfRows()))
                .as("nor before it was accepted")
                .hasStackTraceContaining("no transfer to this partnership");
        assertThatThrownBy(() -> ledger.within(
                        here.coordinator,
                        () -> sql.sql("update transfers.transfer set state = 'ACCEPTED' where id = :transfer")
                                .param("transfer", transfer)
                                .update()))
                .as("the sender does not accept")
                .hasStackTraceContaining("answered once");
        assertThat(transfers.see(there.us.socialWorker.actor(), transfer, here.tick()))
                .as("only the co-ordinators answer")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(transfers
                        .see(there.coordinator, transfer, here.tick())
                        .orThrow()
                        .caseHere())
                .isFalse();
    }

    @Test
    void itIsOfferedAndAcceptedOnPages() {
        Journey here = accepted();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(5));
        Visitor sender = Visitor.signedIn(port, here.us.coordinator);
        Visitor receiver = Visitor.signedIn(port, there.us.coordinator);
        String casePage = "/cases/" + here.caseId.value();
        assertThat(sender.get(casePage).body()).contains(casePage + "/transfer");
        assertThat(sender.get(casePage + "/transfer").body()).contains("What always goes along");
        assertThat(sender.post(casePage + "/transfer", "goes", "CASE").status()).isEqualTo(422);
        Visitor.Answer offer = sender.post(
                casePage + "/transfer",
                "goes",
                "CASE",
                "to",
                there.us.partnership.id().value().toString(),
                "because",
                "Lives with an aunt now",
                "basis",
                "PUBLIC_TASK_AND_SAFEGUARDING");
        assertThat(offer.status()).isEqualTo(303);
        String transfer = offer.location().replaceFirst("^https?://[^/]+", "");
        assertThat(receiver.get(transfer).body()).contains("Lives with an aunt now", "Accept the case");
        assertThat(receiver.get(casePage).status()).isEqualTo(404);
        assertThat(receiver.post(transfer + "/accept", "version", "1").location())
                .endsWith(casePage);
        assertThat(receiver.get(casePage).status()).isEqualTo(200);
        assertThat(sender.get(casePage).body()).contains("Gone to another partnership");
        assertThat(sender.get("/transfers").body()).contains("Accepted");
    }

    @Test
    void whoIsKeptOutOfAChildKnownHereIsToldOnlyThatThereIsOneAlike() {
        Journey here = accepted();
        Journey there = new Journey(doors, "hull", MONDAY.minusDays(10)).on(MONDAY.plusDays(1));
        there.referralArrives("Mova", LocalDate.of(2011, 6, 1)).safeguarded();
        there.on(MONDAY.plusDays(5));
        UUID transfer = offered(here, there, Goes.CASE);
        Person second = there.us.join(there.us.council, "Second Coordinator", Role.PANEL_COORDINATOR);
        sharing.exclude(
                second.actor(),
                there.caseId,
                there.us.coordinator.member().id(),
                "Related to the family",
                there.tick());
        Alike toTheOneKeptOut =
                transfers.alike(there.coordinator, transfer, there.tick()).orThrow();
        Alike toTheOther =
                transfers.alike(second.actor(), transfer, there.tick()).orThrow();
        assertThat(toTheOneKeptOut).isEqualTo(new Alike(List.of(), 1));
        assertThat(toTheOther.others()).isZero();
        assertThat(toTheOther.names()).hasSize(1);
        assertThat(Visitor.signedIn(port, there.us.coordinator)
                        .get("/transfers/" + transfer)
                        .body())
                .contains("closed to you: 1");
    }

    private Journey accepted() {
        Journey child = new Journey(doors, "hull", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Mova", LocalDate.of(2011, 6, 1)).safeguarded();
        return child.on(MONDAY.plusDays(2)).accepted().withAPlan();
    }

    private Journey withReasonableGrounds() {
        Journey child = accepted();
        child.on(MONDAY.plusDays(14)).panelPlannedFor(MONDAY.plusDays(28));
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, FOR, FOR, FOR);
        child.issued();
        child.meetingFinished().minutesApproved();
        child.outcomeSent();
        return child.on(MONDAY.plusDays(40));
    }

    private static TransferDraft draft(Journey there, Goes... goes) {
        return new TransferDraft(
                there.us.partnership.id().value(),
                Set.of(goes),
                Set.of(),
                "The child lives in the other area now",
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING);
    }

    private UUID offered(Journey here, Journey there, Goes... goes) {
        return transfers
                .offer(here.coordinator, here.caseId, draft(there, goes), here.tick())
                .orThrow();
    }

    private Map<ClockKind, LocalDate> clocks(Journey of) {
        Map<ClockKind, LocalDate> due = new TreeMap<>();
        doors.clocks.of(of.coordinator, of.caseId, of.tick()).stream()
                .filter(RunningClock::open)
                .forEach(it -> due.put(it.kind(), it.dueOn()));
        return due;
    }

    private List<Stage> stageThere(Journey there, Journey here) {
        return doors.cases.childrenOf(there.coordinator, Set.of(here.caseId)).isEmpty()
                ? List.of()
                : List.of(Stage.OPENED);
    }

    private List<String> events(Actor actor) {
        return ledger.lines(actor, LedgerFilter.ALL, Long.MAX_VALUE, 2000).stream()
                .map(LedgerLine::event)
                .toList();
    }

    /** How much of what goes along is held, by table. */
    private Map<String, Long> travelling(Actor actor, UUID caseId) {
        return ledger.within(actor, () -> {
            Map<String, Long> held = new TreeMap<>();
            List<UUID> child = sql.sql(
                            "select child_id from casework.child_case where partnership_id = app.partnership() and id = :id")
                    .param("id", caseId)
                    .query(UUID.class)
                    .list();
            if (child.isEmpty()) {
                return held;
            }
            for (Map<String, Object> row : sql.sql(
                            "select holding, found from records.holding where travels is not null")
                    .query()
                    .listOfRows()) {
                String found = row.get("found")
                        .toString()
                        .replace("$1", "app.partnership()")
                        .replace("$2", "'" + caseId + "'")
                        .replace("$3", "'" + child.getFirst() + "'");
                long rows = sql.sql("select count(*) from " + row.get("holding")
                                + " t where t.partnership_id = app.partnership() and (" + found + ")")
                        .query(Long.class)
                        .single();
                if (rows > 0) {
                    held.put(row.get("holding").toString(), rows);
                }
            }
            return held;
        });
    }
}
