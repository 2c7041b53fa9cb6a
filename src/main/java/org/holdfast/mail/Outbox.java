package org.holdfast.mail;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.springframework.stereotype.Component;

/** The door to what is written to people. A message is kept in the transaction of what it tells of, and sent afterwards. */
@Component
public final class Outbox {

    private final Ledger ledger;
    private final OutboxStore store;
    private final Supplier<UUID> ids;

    Outbox(Ledger ledger, OutboxStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.ids = ids;
    }

    /** Keeps a message to be sent. */
    public UUID post(Actor by, Message message, Instant now) {
        UUID id = ids.get();
        return ledger.within(by, () -> {
            store.add(by.partnership(), id, message, now);
            ledger.record(by, now, new MailEvent.MessagePosted(id, message.to().value(), message.textKey()));
            return id;
        });
    }
}
