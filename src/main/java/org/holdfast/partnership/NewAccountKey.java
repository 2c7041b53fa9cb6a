package org.holdfast.partnership;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.PartnershipId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At a start with a new key of the second factors and the one before it, enciphers anew what was enciphered with that one (docs/running/sign-in.md).
 * Nobody has to set up anything again.
 */
@Component
class NewAccountKey implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(NewAccountKey.class);

    private final Strongbox strongbox;
    private final AccountStore accounts;
    private final WebhookStore webhooks;
    private final Partnerships partnerships;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    NewAccountKey(
            Strongbox strongbox,
            AccountStore accounts,
            WebhookStore webhooks,
            Partnerships partnerships,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.strongbox = strongbox;
        this.accounts = accounts;
        this.webhooks = webhooks;
        this.partnerships = partnerships;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (strongbox.changing()) {
            log.warn(
                    "{} secrets were enciphered with the new key. HOLDFAST_ACCOUNT_KEY_BEFORE can be taken away once every node has started with it.",
                    encipher());
        }
    }

    /** How many secrets are enciphered with the new key and were not before. */
    int encipher() {
        int done = 0;
        for (Map.Entry<UUID, byte[]> each :
                transaction.execute(_ -> accounts.secrets()).entrySet()) {
            Optional<byte[]> anew = strongbox.shutAnew(each.getKey(), each.getValue());
            anew.ifPresent(shut ->
                    transaction.executeWithoutResult(_ -> accounts.enciphered(each.getKey(), each.getValue(), shut)));
            done += anew.isPresent() ? 1 : 0;
        }
        for (PartnershipId partnership : partnerships.all()) {
            Actor program = Partnerships.program(partnership);
            done += ledger.within(program, () -> {
                int here = 0;
                for (Map.Entry<UUID, byte[]> each :
                        webhooks.secrets(partnership).entrySet()) {
                    Optional<byte[]> anew = strongbox.shutAnew(each.getKey(), each.getValue());
                    anew.ifPresent(shut -> webhooks.enciphered(partnership, each.getKey(), each.getValue(), shut));
                    here += anew.isPresent() ? 1 : 0;
                }
                return here;
            });
        }
        return done;
    }
}
