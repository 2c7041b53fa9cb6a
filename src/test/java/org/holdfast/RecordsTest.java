package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.casework.Capacity;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.MyWork;
import org.holdfast.casework.PartyDraft;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.records.AskerCapacity;
import org.holdfast.records.Disposal;
import org.holdfast.records.DisposalState;
import org.holdfast.records.Disposals;
import org.holdfast.records.Part;
import org.holdfast.records.Proposal;
import org.holdfast.records.RefusalReason;
import org.holdfast.records.RequestDraft;
import org.holdfast.records.RequestKind;
import org.holdfast.records.RequestState;
import org.holdfast.records.SubjectRequests;
import org.holdfast.records.Verdict;
import org.holdfast.records.WithheldBecause;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SHR-8 over a child about whom something is held in every table: what is held is told to whoever may have it, and destroyed when its time is
 * over, by two people, wholly, with a certificate and without a hole in the ledger.
 */
@HoldfastTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordsTest {

    private final EveryRecord.Maker maker;
    private final Disposals disposals;
    private final SubjectRequests requests;
    private final Disclosures disclosures;
    private final Cases cases;
    private final Circles circles;
    private final Chronologies chronologies;
    private final MyWork work;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final int port;

    private EveryRecord records;
    private CaseId ever;
    private Actor officer;
    private Actor manager;
    private Instant now;

    RecordsTest(
            EveryRecord.Maker maker,
            Disposals disposals,
            SubjectRequests requests,
            Disclosures disclosures,
            Cases cases,
            Circles circles,
            Chronologies chronologies,
            MyWork work,
            Ledger ledger,
            JdbcClient sql,
            @LocalServerPort int port) {
        this.maker = maker;
        this.disposals = disposals;
        this.requests = requests;
        this.disclosures = disclosures;
        this.cases = cases;
        this.circles = circles;
        this.chronologies = chronologies;
        this.work = work;
        this.ledger = ledger;
        this.sql = sql;
        this.port = port;
    }

    @BeforeAll
    void aChildOfWhomEverythingIsHeld() {
        now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        records = maker.make(now);
        ever = records.ever.caseId;
        officer = records.us.informationGovernance.actor();
        manager = records.us.manager.actor();
        Actor coordinator = records.us.coordinator.actor();
        circles.join(
                        coordinator,
                        ever,
                        new PartyDraft(
                                Capacity.OTHER,
                                "Otho Neighbourly",
                                null,
                                null,
                                "Example Street",
                                "",
                                UnitedKingdom.day(now)),
                        now)
                .orThrow();
        chronologies
                .log(
                        coordinator,
                        ever,
                        new UpdateDraft(
                                now,
                                CaseUpdate.Kind.CONTACT,
                                "Was seen with Otho at the station",
                                "Example School",
                                true,
                                null),
                        now)
                .orThrow();
    }

    @Test
    @Order(1)
    void whatIsHeldIsGivenOnlyWhenAPersonHasSettledAboutEveryPart() throws IOException {
        UUID request = requests.receive(
                        officer,
                        ever,
                        new RequestDraft(
                                RequestKind.ACCESS,
                                UnitedKingdom.day(now),
                                "Ever Testchild",
                                AskerCapacity.CHILD,
                                "Everything you have about me"),
                        now)
                .orThrow();
        assertThat(work.of(officer, now))
                .anySatisfy(row -> assertThat(row.item().path()).isEqualTo("/records/requests/" + request));
        assertThat(requests.gather(officer, request, 1, now))
                .as("nothing is gathered before it is proved who asks")
                .isInstanceOf(Outcome.Refused.class);
        requests.prove(officer, request, "Known to her social worker", UnitedKingdom.day(now), 1, now)
                .orThrow();
        requests.gather(officer, request, 2, now).orThrow();
        SubjectRequests.Seen seen = requests.see(officer, request, now).orThrow();
        assertThat(seen.parts())
                .extracting(Part::holding)
                .contains(
                        "people.facts",
                        "referrals.submission",
                        "casework.chronology_entry",
                        "requests.told",
                        "decisions.decision",
                        "meetings.minutes",
                        "letters.letter",
                        "casework.plan",
                        "audit.ledger");
        assertThat(seen.parts())
                .filteredOn(part -> part.facts().containsValue("Was seen with Otho at the station"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.proposed()).isEqualTo(Proposal.SOMEBODY_ELSE);
                    assertThat(part.cut()).containsExactly("Otho");
                });
        assertThat(seen.parts())
                .filteredOn(part -> part.holding().equals("requests.told")
                        && "Yes".equals(part.facts().get("restricted")))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.proposed()).isEqualTo(Proposal.RESTRICTED));
        assertThat(requests.release(officer, request, 3, now))
                .as("parts that nobody has looked at are not released")
                .isInstanceOf(Outcome.Refused.class);

        List<Part.Settled> withoutGround = List.of(new Part.Settled(0, Verdict.WITHHELD, null, List.of()));
        assertThat(requests.check(officer, request, 1, withoutGround, now))
                .as("nothing is held back without a ground")
                .isInstanceOf(Outcome.Refused.class);
        List<Part.Settled> settled = new ArrayList<>();
        for (Part part : seen.parts()) {
            settled.add(
                    part.proposed() == Proposal.RESTRICTED
                            ? new Part.Settled(part.seq(), Verdict.WITHHELD, WithheldBecause.CRIME, List.of())
                            : part.proposed() == Proposal.SOMEBODY_ELSE
                                    ? new Part.Settled(
                                            part.seq(),
                                            Verdict.CUT,
                                            WithheldBecause.SOMEBODY_ELSE,
                                            List.of("Otho", "Neighbourly"))
                                    : new Part.Settled(part.seq(), Verdict.GIVEN, null, List.of()));
        }
        requests.check(officer, request, 1, settled, now).orThrow();
        requests.release(officer, request, 3, now).orThrow();

        Map<String, byte[]> folder =
                unzipped(requests.folder(officer, request, now).orThrow().content());
        String machineReadable = new String(folder.get("records.json"), StandardCharsets.UTF_8);
        assertThat(machineReadable)
                .contains("Was seen with █████ at the station", "Found by the river")
                .doesNotContain("Otho", "Neighbourly");
        seen.parts().stream()
                .filter(part -> part.proposed() == Proposal.RESTRICTED)
                .flatMap(part -> part.facts().entrySet().stream())
                .filter(fact -> fact.getKey().equals("text") && fact.getValue().length() > 20)
                .forEach(fact -> assertThat(machineReadable).doesNotContain(fact.getValue()));
        assertThat(folder.keySet()).anyMatch(name -> name.startsWith("files/"));
        byte[] paper =
                requests.paper(officer, request, now.plusSeconds(60)).orThrow().content();
        assertThat(org.holdfast.sharing.Given.fingerprint(paper))
                .as("the paper is the one that was sealed")
                .isEqualTo(
                        requests.see(officer, request, now).orThrow().request().sha256());
        assertThat(disclosures.of(officer, ever, now.plusSeconds(120)))
                .filteredOn(entry -> entry.given() != null && entry.given().purpose() == Purpose.SUBJECT_ACCESS)
                .extracting(entry -> entry.line().event())
                .contains("subject-access-released", "subject-access-taken");
    }

    @Test
    @Order(2)
    void aRequestIsRefusedWithAReasonAndExtendedOnlyInItsFirstMonth() {
        RequestDraft draft = new RequestDraft(
                RequestKind.CORRECTION,
                UnitedKingdom.day(now).minusDays(40),
                "Otho Neighbourly",
                AskerCapacity.PARENT_OR_CARER,
                "I was not at the station");
        UUID late = requests.receive(officer, ever, draft, now).orThrow();
        assertThat(requests.extend(officer, late, "Many files", 1, now))
                .isEqualTo(Outcome.refused(Reason.of("records.request.too-late-to-extend", "SHR-8")));
        assertThat(requests.refuse(officer, late, null, "No", 1, now)).isInstanceOf(Outcome.Refused.class);
        requests.refuse(officer, late, RefusalReason.NO_AUTHORITY, "Told by letter", 1, now)
                .orThrow();
        assertThat(requests.see(officer, late, now).orThrow().request().state()).isEqualTo(RequestState.REFUSED);
        assertThat(requests.receive(records.us.coordinator.actor(), ever, draft, now))
                .as("whoever does not keep the records cannot tell that there is such a thing")
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    @Order(3)
    void nothingIsDestroyedBeforeItsTimeUnderHoldOrByOnePerson() {
        assertThat(disposals.propose(officer, ever, now)).isInstanceOf(Outcome.Refused.class);
        cases.happened(records.us.coordinator.actor(), ever, Milestone.WITHDRAWN, now, now);
        assertThat(disposals.propose(officer, ever, now))
                .isEqualTo(Outcome.refused(Reason.of("records.disposal.not-due", "SHR-8")));
        Instant later = now.plus(Duration.ofDays(366 * 30));
        UUID hold = disposals.hold(officer, ever, "A claim is expected", now).orThrow();
        assertThat(disposals.propose(officer, ever, later))
                .isEqualTo(Outcome.refused(Reason.of("records.disposal.held", "SHR-8")));
        disposals.lift(officer, ever, hold, "It was settled", 1, now).orThrow();
        UUID disposal = disposals.propose(officer, ever, later).orThrow();
        assertThat(disposals.approve(officer, disposal, 1, later))
                .as("nobody approves what they proposed")
                .isEqualTo(Outcome.refused(Reason.of("records.disposal.second-person", "SHR-8")));
        UUID second = disposals.hold(officer, ever, "An inquiry", later).orThrow();
        assertThat(disposals.approve(manager, disposal, 1, later))
                .as("a hold placed since it was proposed stands in the way")
                .isEqualTo(Outcome.refused(Reason.of("records.disposal.held", "SHR-8")));
        assertThatThrownBy(() -> ledger.within(
                        officer,
                        () -> sql.sql("select records.dispose(:disposal, :child)")
                                .param("disposal", disposal)
                                .param("child", cases.childOf(officer, ever).value())
                                .query()
                                .listOfRows()))
                .as("nor does the database, whoever asks it")
                .hasMessageContaining("no disposal that two people approved");
        assertThatThrownBy(() -> ledger.within(
                        officer,
                        () -> sql.sql("select set_config('holdfast.by_owner', 'yes', true)")
                                        .query()
                                        .listOfRows()
                                        .size()
                                + sql.sql("delete from meetings.note").update()))
                .as("saying that one is the owner helps nobody")
                .hasRootCauseMessage("ERROR: permission denied for table note");
        disposals.lift(officer, ever, second, "It is over", 1, later).orThrow();
        assertThat(disposals.see(manager, disposal, later).orThrow().disposal().state())
                .isEqualTo(DisposalState.PROPOSED);
        assertThat(work.of(manager, later))
                .anySatisfy(row -> assertThat(row.item().path()).isEqualTo("/records/disposals/" + disposal));
    }

    @Test
    @Order(4)
    void aHoldThatIsBeingPlacedWhileSomebodyApprovesIsSeen() throws Exception {
        Instant later = now.plus(Duration.ofDays(366 * 30));
        UUID disposal = proposed(later);
        CompletableFuture<Outcome<Disposal>> approval = new CompletableFuture<>();
        UUID hold = ledger.within(officer, () -> {
            UUID placed = disposals
                    .hold(officer, ever, "A letter before action", later)
                    .orThrow();
            Thread.ofVirtual().start(() -> approval.complete(disposals.approve(manager, disposal, 1, later)));
            // until the approval waits for the hold, or has gone past it
            while (!approval.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            return placed;
        });
        assertThat(approval.get(1, TimeUnit.MINUTES))
                .isEqualTo(Outcome.refused(Reason.of("records.disposal.held", "SHR-8")));
        disposals.lift(officer, ever, hold, "It was settled", 1, later).orThrow();
    }

    private boolean somebodyWaits() {
        return sql.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private UUID proposed(Instant later) {
        return disposals.overview(officer, later).orThrow().proposed().stream()
                .filter(it -> it.caseId().equals(ever))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @Order(5)
    void everythingIsDestroyedAndNothingElseAndTheCertificateSaysSo() {
        Instant later = now.plus(Duration.ofDays(366 * 30));
        String child = ledger.within(officer, () -> cases.childOf(officer, ever))
                .value()
                .toString();
        Map<String, Long> ofNega = holding(records.nega.caseId.value().toString());
        UUID disposal = proposed(later);
        Disposal done = disposals.approve(manager, disposal, 1, later).orThrow();

        assertThat(holding(ever.value().toString()).keySet())
                .as("where the number of the case still stands")
                .isSubsetOf("audit.ledger", "records.disposal", "mail.message", "oversight.note");
        assertThat(holding(child).keySet()).isSubsetOf("audit.ledger");
        assertThat(holding("Found by the river")).isEmpty();
        assertThat(holding(records.nega.caseId.value().toString()))
                .as("the child on the same agenda is as before")
                .isEqualTo(ofNega);

        assertThat(done.parts())
                .extracting(Disposal.Part::holding)
                .contains("people.facts", "meetings.minutes", "requests.told");
        assertThat(done.rows()).isGreaterThan(100);
        assertThat(done.parts()).allSatisfy(part -> assertThat(part.sha256()).hasSize(64));
        assertThat(ledger.lines(officer, LedgerFilter.ALL.about(ever.value()), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.event()).isEqualTo("disposed");
                    assertThat(line.detail())
                            .contains(done.fingerprint(), officer.member().toString());
                });
        assertThat(ledger.check(officer).whole())
                .as("the ledger keeps its chain")
                .isTrue();
        assertThat(disposals.certificate(officer, disposal, later).orThrow()).isNotEmpty();
        assertThat(disposals.approve(manager, disposal, 2, later))
                .as("twice is once")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(disposals.of(officer, ever, later)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    @Order(6)
    void thePagesShowItToWhoeverKeepsTheRecords() {
        Visitor keeper = Visitor.signedIn(port, records.us.informationGovernance);
        assertThat(keeper.get("/records").body()).contains("Certificates of disposal");
        String nega = "/records/cases/" + records.nega.caseId.value();
        assertThat(keeper.get(nega).body()).contains("Place a legal hold");
        assertThat(keeper.post(nega + "/hold", "reason", "").status()).isEqualTo(422);
        keeper.post(nega + "/hold", "reason", "A complaint about the panel");
        assertThat(keeper.get(nega).body()).contains("A complaint about the panel", "It is under legal hold");
        String request = "/records/requests/" + records.id("/records/{request}");
        assertThat(keeper.get(request).body()).contains("Identity and authority are proved");
        keeper.post(
                request + "/prove",
                "version",
                "1",
                "proof",
                "Passport seen",
                "proved-day",
                "" + UnitedKingdom.day(Instant.now()).getDayOfMonth(),
                "proved-month",
                "" + UnitedKingdom.day(Instant.now()).getMonthValue(),
                "proved-year",
                "" + UnitedKingdom.day(Instant.now()).getYear());
        keeper.post(request + "/gather", "version", "2");
        assertThat(keeper.get(request + "?section=people").body()).contains("Give it with words blacked out");
        assertThat(keeper.post(request + "/check", "gathered", "1", "section", "people", "verdict-0", "WITHHELD")
                        .status())
                .as("nothing is held back without a ground")
                .isEqualTo(422);
        assertThat(keeper.post(request + "/check", "gathered", "1", "section", "people", "verdict-0", "GIVEN")
                        .status())
                .isEqualTo(303);
        assertThat(Visitor.signedIn(port, records.us.coordinator)
                        .get("/records")
                        .status())
                .isEqualTo(404);
    }

    /** How many rows of which tables hold this text anywhere. */
    private Map<String, Long> holding(String text) {
        return ledger.within(officer, () -> {
            Map<String, Long> found = new HashMap<>();
            for (String table : sql.sql("""
                            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
                            where c.relkind in ('r', 'p') and not c.relispartition""").query(String.class).list()) {
                long rows = sql.sql("select count(*) from " + table + " t where position(:text in t::text) > 0")
                        .param("text", text)
                        .query(Long.class)
                        .single();
                if (rows > 0) {
                    found.put(table, rows);
                }
            }
            return found;
        });
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
