package org.holdfast.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is posted reaches its reader once, by a real mail server, encrypted where it must be, and never leaves for where it should not. */
@HoldfastTest
class DeliveryTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final String PATH = "/meetings/00000000-0000-0001-0000-000000000001";

    private final Ledger ledger;
    private final OutboxStore store;
    private final Partnerships partnerships;
    private final Texts texts;
    private final Outbox outbox;
    private final TestPartnership.Founder founder;
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, null, "smtp"), new ServerSetup(0, null, "smtps")});
    private TestPartnership us;

    DeliveryTest(
            Ledger ledger,
            OutboxStore store,
            Partnerships partnerships,
            Texts texts,
            Outbox outbox,
            TestPartnership.Founder founder) {
        this.ledger = ledger;
        this.store = store;
        this.partnerships = partnerships;
        this.texts = texts;
        this.outbox = outbox;
        this.founder = founder;
    }

    @BeforeEach
    void aPartnershipAndAMailServer() {
        us = founder.found(MORNING);
        partnerships.reachedAt(us.program, us.policeVoter.member().id(), "pola@exampleport.example", MORNING);
        partnerships.reachedAt(us.program, us.healthVoter.member().id(), "hale@exampleport.example", MORNING);
        server.start();
    }

    @AfterEach
    void theServerStops() {
        server.stop();
    }

    @Test
    void a_message_arrives_once_with_its_link_and_nothing_else() throws Exception {
        UUID id = post(us.policeVoter);
        round(plain()).make(us.program, MORNING);
        round(plain()).make(us.program, MORNING.plusSeconds(60));

        MimeMessage arrived = arrived(1).getFirst();
        assertThat(arrived.getSubject()).isEqualTo("Something you began to write and did not send");
        assertThat(arrived.getFrom()[0].toString()).isEqualTo("Holdfast <holdfast@exampleport.example>");
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("Message-ID")).containsExactly("<" + id + "@exampleport.example>");
        assertThat((String) arrived.getContent()).contains("https://holdfast.example" + PATH, "Dear Pola Policevoter");
        assertThat(open(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void an_invitation_comes_as_a_calendar_entry_beside_the_words_and_as_a_file() throws Exception {
        CalendarEntry slot = new CalendarEntry(
                "made-up@holdfast", 0, false, MORNING, MORNING.plusSeconds(900), "NRM panel", "Example Street 1");
        outbox.post(us.coordinator.actor(), message(us.policeVoter).with(slot), MORNING);
        round(plain()).make(us.program, MORNING);

        String whole = GreenMailUtil.getWholeMessage(arrived(1).getFirst());
        assertThat(whole)
                .containsPattern("Content-Type: multipart/alternative")
                .containsPattern("Content-Type: text/calendar;\\s+charset=UTF-8;\\s+method=REQUEST")
                .containsPattern("Content-Type: application/ics")
                .contains("invitation.ics");
        String base64 = whole.substring(whole.lastIndexOf("\r\n\r\n", whole.lastIndexOf("\r\n--") - 4))
                .replaceAll("--[^\\r]*|\\s", "");
        assertThat(new String(java.util.Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                .contains("METHOD:REQUEST", "UID:made-up@holdfast", "mailto:pola@exampleport.example");
    }

    @Test
    void two_nodes_at_once_send_each_message_once() throws Exception {
        List<UUID> posted = outbox.post(
                us.coordinator.actor(),
                java.util.stream.IntStream.range(0, 40)
                        .mapToObj(at -> message(at % 2 == 0 ? us.policeVoter : us.healthVoter))
                        .toList(),
                MORNING);
        CountDownLatch together = new CountDownLatch(1);
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            Delivery round = round(plain());
            nodes.add(CompletableFuture.runAsync(() -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                round.make(us.program, MORNING);
            }));
        }
        together.countDown();
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();

        List<String> ids = new ArrayList<>();
        for (MimeMessage each : arrived(40)) {
            ids.add(each.getMessageID());
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(posted.size());
    }

    @Test
    void what_a_node_sent_before_it_died_is_sent_again_after_its_lease_as_the_same_message_and_then_no_more()
            throws Exception {
        UUID id = post(us.policeVoter);
        diesOnceTheServerHasTakenIt();
        assertThat(arrived(1)).hasSize(1);
        assertThat(open(id).state()).as("nobody knows that it arrived").isEqualTo(MessageState.WAITING);

        round(plain()).make(us.program, MORNING.plus(Delivery.LEASE).minusSeconds(1));
        assertThat(server.getReceivedMessages())
                .as("another node waits until the lease is over: the first might still be at it")
                .hasSize(1);
        round(plain()).make(us.program, MORNING.plus(Delivery.LEASE).plusSeconds(1));
        List<String> ids = new ArrayList<>();
        for (MimeMessage each : arrived(2)) {
            ids.add(each.getMessageID());
        }
        assertThat(ids)
                .as("twice, and known to be one by its Message-ID (RFC 5322, 3.6.4)")
                .containsOnly("<" + id + "@exampleport.example>");
        assertThat(open(id).state()).isEqualTo(MessageState.SENT);
        assertThat(open(id).kept().attempts()).isEqualTo(2);

        round(plain()).make(us.program, MORNING.plus(Delivery.LEASE.multipliedBy(3)));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    /**
     * Everything that a round does until the server has answered, and nothing of what comes after: a node that dies there leaves the lease
     * in the database and the e-mail with the server.
     */
    private void diesOnceTheServerHasTakenIt() throws Exception {
        List<Member> members = partnerships.members(us.program).stream()
                .filter(it -> it.id().equals(us.policeVoter.member().id()))
                .toList();
        KeptMessage leased = ledger.within(
                        us.program,
                        () -> store.lease(
                                us.partnership.id(),
                                Reachable.of(
                                        members,
                                        partnerships
                                                .profile(us.partnership.id())
                                                .secureDomains()),
                                MORNING,
                                MORNING.plus(Delivery.LEASE)))
                .orElseThrow();
        try (Postman.Bag bag = new Postman(plain()).open()) {
            assertThat(bag.send(new EmailWriter(texts, plain()).of(leased, members.getFirst())))
                    .isInstanceOf(Postman.Answer.Taken.class);
        }
    }

    @Test
    void while_the_server_is_away_a_message_waits_ever_longer_and_fails_for_good_at_last() {
        UUID id = post(us.policeVoter);
        Delivery round = round(settings("smtp", 1, false));
        Instant at = MORNING;
        round.make(us.program, at);
        assertThat(open(id).state()).isEqualTo(MessageState.WAITING);
        assertThat(open(id).kept().lastError()).isNotBlank();
        assertThat(open(id).kept().nextAttemptAt()).isEqualTo(MORNING.plusSeconds(60));

        round.make(us.program, MORNING.plusSeconds(59));
        assertThat(open(id).kept().attempts()).as("not before its time").isEqualTo(1);

        for (int attempt = 2; attempt <= Retries.MOST; attempt++) {
            at = at.plus(Duration.ofHours(7));
            round.make(us.program, at);
        }
        assertThat(open(id).state()).isEqualTo(MessageState.FAILED);

        String address = outbox.open(us.coordinator.actor(), id, at)
                .orThrow()
                .correspondence()
                .reader()
                .email();
        assertThat(outbox.again(us.policeVoter.actor(), id, address, at)).isInstanceOf(Outcome.Refused.class);
        assertThat(outbox.again(us.coordinator.actor(), id, "another@council.example", at))
                .as("the address that was shown is the one it goes to")
                .isInstanceOf(Outcome.Refused.class);
        outbox.again(us.coordinator.actor(), id, address, at).orThrow();
        round(plain()).make(us.program, at);
        assertThat(open(id).state()).isEqualTo(MessageState.SENT);
        assertThat(arrived(1)).hasSize(1);
    }

    @Test
    void a_server_that_does_not_encrypt_is_given_nothing_and_one_with_a_false_certificate_neither() {
        UUID id = post(us.policeVoter);
        round(settings("smtp", server.getSmtp().getPort(), true)).make(us.program, MORNING);
        assertThat(open(id).state()).isEqualTo(MessageState.WAITING);
        assertThat(open(id).kept().lastError()).containsIgnoringCase("STARTTLS");

        Instant later = MORNING.plus(Duration.ofMinutes(5));
        round(settings("smtps", server.getSmtps().getPort(), true)).make(us.program, later);
        assertThat(open(id).state()).isEqualTo(MessageState.WAITING);
        assertThat(server.getReceivedMessages()).isEmpty();

        round(settings("smtps", server.getSmtps().getPort(), true), anyCertificate())
                .make(us.program, later.plus(Duration.ofMinutes(5)));
        assertThat(open(id).state()).isEqualTo(MessageState.SENT);
        assertThat(arrived(1)).hasSize(1);
    }

    @Test
    void a_message_to_another_domain_is_held_until_the_coordinator_lets_it_go_to_that_address() {
        partnerships.reachedAt(us.program, us.guardian.member().id(), "gil@charity.example", MORNING);
        UUID id = post(us.guardian);
        round(plain()).make(us.program, MORNING);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(open(id).state()).isEqualTo(MessageState.HELD);
        assertThat(open(id).hold()).isEqualTo(Hold.OTHER_DOMAIN);

        assertThat(outbox.release(us.guardian.actor(), id, MORNING)).isInstanceOf(Outcome.Refused.class);
        outbox.release(us.coordinator.actor(), id, MORNING).orThrow();
        partnerships.reachedAt(us.program, us.guardian.member().id(), "gil@elsewhere.example", MORNING);
        round(plain()).make(us.program, MORNING);
        assertThat(server.getReceivedMessages())
                .as("not to another address than was looked at")
                .isEmpty();

        outbox.release(us.coordinator.actor(), id, MORNING).orThrow();
        round(plain()).make(us.program, MORNING);
        assertThat(arrived(1)).hasSize(1);
    }

    @Test
    void without_a_server_messages_stay_and_each_reads_their_own_and_the_coordinator_all() {
        UUID id = post(us.policeVoter);
        round(MailSettings.of("", "", "", "", "required", "https://holdfast.example"))
                .make(us.program, MORNING);

        assertThat(outbox.own(us.policeVoter.actor(), 1).messages())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(MessageState.WAITING));
        assertThat(outbox.own(us.healthVoter.actor(), 1).messages()).isEmpty();
        assertThat(outbox.open(us.healthVoter.actor(), id, MORNING)).isInstanceOf(Outcome.Refused.class);
        assertThat(outbox.all(us.healthVoter.actor(), null, null, 1, MORNING)).isInstanceOf(Outcome.Refused.class);
        Outbox.Shown all = outbox.all(us.coordinator.actor(), MessageState.WAITING, null, 1, MORNING)
                .orThrow();
        assertThat(all.counts()).containsEntry(MessageState.WAITING, 1);
        assertThat(all.messages()).hasSize(1);
        assertThat(ledger.check(us.program).whole()).isTrue();
    }

    @Test
    void ten_thousand_messages_are_kept_in_one_go() {
        Member reader = us.policeVoter.member();
        List<Message> many = java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(at -> Message.of(reader.id(), "app.old-draft", "/requests/" + at, "20 November 2026"))
                .toList();
        List<UUID> ids = outbox.post(us.program, many, MORNING);

        assertThat(ids).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(outbox.own(us.policeVoter.actor(), 1).more()).isTrue();
        assertThat(ledger.check(us.program).lines()).as("a line for each").isGreaterThanOrEqualTo(10_000);
    }

    /** Takes the made-up certificate of the made-up server for good. */
    private static SSLSocketFactory anyCertificate() {
        X509ExtendedTrustManager trusting = new X509ExtendedTrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusting}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID post(TestPartnership.Person to) {
        return outbox.post(us.coordinator.actor(), message(to), MORNING);
    }

    private static Message message(TestPartnership.Person to) {
        return Message.of(to.member().id(), "app.old-draft", PATH, "1 December 2026");
    }

    private Correspondence open(UUID id) {
        return outbox.open(us.coordinator.actor(), id, MORNING).orThrow().correspondence();
    }

    private List<MimeMessage> arrived(int count) {
        assertThat(server.waitForIncomingEmail(10_000, count)).isTrue();
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(count);
        return Arrays.asList(received);
    }

    private MailSettings plain() {
        return settings("smtp", server.getSmtp().getPort(), false);
    }

    private static MailSettings settings(String scheme, int port, boolean mustEncrypt) {
        return MailSettings.of(
                scheme + "://127.0.0.1:" + port,
                "",
                "",
                "holdfast@exampleport.example",
                mustEncrypt ? "required" : "none",
                "https://holdfast.example");
    }

    private Delivery round(MailSettings settings) {
        return round(settings, null);
    }

    private Delivery round(MailSettings settings, @Nullable SSLSocketFactory trusting) {
        return new Delivery(
                ledger, store, partnerships, new EmailWriter(texts, settings), new Postman(settings, trusting));
    }
}
