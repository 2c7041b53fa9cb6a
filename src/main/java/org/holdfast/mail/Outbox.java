package org.holdfast.mail;

import java.time.Instant;
import java.util.List;
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
        return post(by, List.of(message), now).getFirst();
    }

    /**
     * Keeps messages to be sent, all or none; a line on the ledger for each (GOV-7).
     *
     * @return their ids, in the order of the messages
     */
    public List<UUID> post(Actor by, List<Message> messages, Instant now) {
        List<OutboxStore.Posted> posted = messages.stream()
                .map(message -> new OutboxStore.Posted(ids.get(), message))
                .toList();
        return ledger.within(by, () -> {
            store.add(by.partnership(), posted, now);
            for (OutboxStore.Posted one : posted) {
                Message message = one.message();
                ledger.record(
                        by,
                        now,
                        new MailEvent.MessagePosted(one.id(), message.to().value(), message.textKey()));
            }
            return posted.stream().map(OutboxStore.Posted::id).toList();
        });
    }
}
