package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.support.TransactionTemplate;

/** The key of the second factors is changed, and nobody has to set up their app again, nor any program its secret. */
@HoldfastTest
class NewAccountKeyTest {

    private static final byte[] SECRET = "a secret of an app".getBytes(StandardCharsets.US_ASCII);
    private static final String OLD = key('o');
    private static final String NEW = key('n');
    private static final String NEWER = key('x');

    private final AccountStore accounts;
    private final WebhookStore webhooks;
    private final Partnerships partnerships;
    private final PartnershipStore members;
    private final ApiClients clients;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final TestPartnership us;
    private final Instant now = Instant.now();

    NewAccountKeyTest(
            AccountStore accounts,
            WebhookStore webhooks,
            Partnerships partnerships,
            PartnershipStore members,
            ApiClients clients,
            Ledger ledger,
            TransactionTemplate transaction,
            TestPartnership.Founder founder) {
        this.accounts = accounts;
        this.webhooks = webhooks;
        this.partnerships = partnerships;
        this.members = members;
        this.clients = clients;
        this.ledger = ledger;
        this.transaction = transaction;
        this.us = founder.found(now);
    }

    @Test
    void whatWasEncipheredWithTheKeyBeforeIsEncipheredWithTheNewOneOnce() {
        Strongbox before = box(OLD, "");
        UUID account = ledger.within(
                us.program,
                () -> members.account(
                        us.program.partnership(), us.chair.member().id()));
        transaction.executeWithoutResult(_ -> accounts.prove(account, before.shut(account, SECRET), true, 1, now));
        ApiClient program = clients.admit(
                        us.program,
                        us.council,
                        "Example records",
                        Set.of(Role.PANEL_COORDINATOR),
                        Set.of(ClientScope.CASES_READ),
                        60,
                        now)
                .client();
        UUID client = program.actor().member();
        Webhook webhook = new Webhook(
                client,
                UUID.randomUUID(),
                URI.create("https://records.example/"),
                Set.of(WebhookKind.values()[0]),
                0,
                now,
                UnitedKingdom.day(now).plusYears(1),
                null);
        ledger.within(
                us.program, () -> webhooks.add(us.program.partnership(), webhook, before.shut(webhook.id(), SECRET)));

        Strongbox changing = box(NEW, OLD);
        assertThat(changing.open(account, accounts.factor(account).orElseThrow().secret()))
                .as("meanwhile the key before is read")
                .isEqualTo(SECRET);
        NewAccountKey change = new NewAccountKey(changing, accounts, webhooks, partnerships, ledger, transaction);
        assertThat(change.encipher()).isEqualTo(2);
        assertThat(change.encipher())
                .as("what others have, and what is done, is left alone")
                .isZero();

        transaction.executeWithoutResult(
                _ -> accounts.enciphered(account, before.shut(account, SECRET), before.shut(account, SECRET)));

        Strongbox after = box(NEW, "");
        assertThat(after.open(account, accounts.factor(account).orElseThrow().secret()))
                .isEqualTo(SECRET);
        byte[] told = ledger.within(us.program, () -> webhooks.secret(us.program.partnership(), client))
                .secret();
        assertThat(after.open(webhook.id(), told)).isEqualTo(SECRET);
        assertThat(before.openIfOurs(webhook.id(), told)).isEmpty();

        new NewAccountKey(box(NEWER, NEW), accounts, webhooks, partnerships, ledger, transaction)
                .run(new DefaultApplicationArguments());
        assertThat(box(NEWER, "")
                        .open(account, accounts.factor(account).orElseThrow().secret()))
                .as("it is done at a start")
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> box("AAAA", "").shut(account, SECRET)).hasMessageContaining("32 bytes");
    }

    private static Strongbox box(String key, String before) {
        return new Strongbox(Path.of("nowhere"), key, before);
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
